"""A record that is not there yet: its file, and what would be wrong with it among the others."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from chronology.model.dates import DateError, parse
from chronology.model.days import year_text
from chronology.records.contents import Seen
from chronology.records.layout.tree import Collection, Document, Entry, Scalar
from chronology.records.layout.writer import write
from chronology.records.load import Loaded, load
from chronology.records.schema.kinds import KINDS
from chronology.records.shape import shape_of
from chronology.records.values import joined


def draft(kind: str, data: dict[str, Any]) -> str:
    """The file of a record: lists of an event below their names, as those of its claims and of others in brackets."""
    root = _node(data, flow=False)
    if not isinstance(root, Collection):
        raise TypeError("a record is made of fields")
    for entry in root.entries:
        if isinstance(entry.value, Collection):
            entry.value.flow = kind != "events" if not entry.value.is_mapping else False
    return write([Document(root, 0, 0)], shape_of(KINDS[kind]))


def file_of(content: Path, kind: str, own_id: str, data: dict[str, Any]) -> Path:
    """Where the record's file belongs: events under the year in which they are listed."""
    folder = content / kind
    date = joined(data.get("date"))
    if kind == "events" and isinstance(date, str):
        with suppress(DateError):  # the check says what is wrong with it
            folder /= year_text(parse(date).year_month()[0])
    return folder / f"{own_id}.yml"


def try_out(root: Path, content: Path, kind: str, path: Path, text: str) -> Loaded:
    """What the project would be with the record in it. Nothing is written."""
    return load(root, content, seen=Seen({str(path): text.encode()}, ((kind, path),)))


def _node(value: Any, *, flow: bool) -> Scalar | Collection:
    if not isinstance(value, dict | list):
        return Scalar(str(value), "", 0, (0, 0))
    entries = (
        [Entry(Scalar(name, "", 0, (0, 0)), _node(one, flow=True), 0, 0) for name, one in value.items()]
        if isinstance(value, dict)
        else [Entry(None, _node(one, flow=True), 0, 0) for one in value]
    )
    return Collection(isinstance(value, dict), flow, 0, 0, (0, 0), entries)
