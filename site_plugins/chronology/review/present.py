"""Which records a content folder has, whatever is wrong with them: none of these has vanished."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from chronology.records.files import shown
from chronology.records.load import Records
from chronology.records.on_demand import OnDemand
from chronology.records.raw import Raw


@dataclass(frozen=True, slots=True)
class PresentRecord:
    """A record that could be read: its title or name, and where it begins."""

    title: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Present:
    """The records of a kind.

    `ids` are those that records have or had, also those that seem to stand in files with mistakes. `records` are by id.
    `unread` are ids of which nobody knows what else the record says. `nameless` records lack the id of their own that
    they need. `closed` are files and folders that could not be read at all.
    """

    ids: AbstractSet[str]
    records: Mapping[str, PresentRecord]
    unread: AbstractSet[str] = frozenset()
    nameless: tuple[PresentRecord, ...] = ()
    closed: tuple[str, ...] = ()

    def may_have(self, own_id: str, path: str, title: str) -> bool:
        """Whether a record of this id, file (or '') and title may be there, with all its ids, if nobody can tell."""
        if own_id in self.unread or any(path == one or path.startswith(f"{one}/") for one in self.closed):
            return True
        return any(one.title == title if one.title and title else one.path == path for one in self.nameless)


def present_records(records: Records, root: Path) -> dict[str, Present]:
    """The records of each kind. `root` is the folder that their paths start from."""
    closed = [one.path for one in records.problems if one.rule == "file" and one.level == "error"]
    return {kind: _present(records, kind, root, closed) for kind in records.raws}


def _present(records: Records, kind: str, root: Path, closed: list[str]) -> Present:
    raws = records.raws[kind]
    unnamed = [raw for raw in records.nameless if raw.kind == kind]
    given = {raw.given_id for raw in raws.values() if isinstance(raw.given_id, str)}
    earlier = {one for raw in (*raws.values(), *unnamed) if raw.has("formerly") for one in earlier_ids(raw.data)}
    outside = {PurePosixPath(path).stem for path in closed if f"/{kind}/" in path}
    unread = (outside | records.unread[kind]) - raws.keys()
    return Present(
        {*raws, *given, *earlier, *unread, *records.earlier[kind]},
        OnDemand(raws, partial(_record, root=root)),  # titles are read only where something has vanished
        unread,
        tuple(_record(raw, root) for raw in unnamed if not isinstance(raw.given_id, str)),
        tuple(closed),
    )


def _record(raw: Raw, root: Path) -> PresentRecord:
    return PresentRecord(title_of(raw.data), shown(raw.path, root), raw.line)


def title_of(data: Mapping[str, Any]) -> str:
    """The title or name of a record as it stands in its file; '' where it has none."""
    title = data.get("title", data.get("name"))
    return title if isinstance(title, str) else ""


def earlier_ids(data: Mapping[str, Any]) -> Iterator[str]:
    """The ids that a record had before, as they stand in its file, be that a list or not."""
    named = data.get("formerly")
    yield from (one for one in (named if isinstance(named, list) else [named]) if isinstance(one, str))
