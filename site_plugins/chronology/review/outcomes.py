"""What the review found in each record, kept until the next run: after one change few records are looked at again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from chronology.records.files import shown
from chronology.records.load import Records
from chronology.records.problems import Problem
from chronology.records.sealed import read_sealed, write_sealed
from chronology.review.answers import Names
from chronology.review.code import digest_of_review
from chronology.review.inflection import beginnings
from chronology.review.seals import Key, Seals

NAME = "review.json"


class Outcomes:
    """The outcomes of the last review, each under the seal of all that it depends on but the names.

    Only a word of a question or an answer is looked for among the names, so where names have come or gone, what is
    known of the events that have one of their words anywhere is not used.
    """

    def __init__(self, folder: Path | None, root: Path, records: Records, names: Callable[[], Names]) -> None:
        """Read what there is. `folder` None: nothing is kept; `names` gathers the names of today."""
        self._file = folder / NAME if folder else None
        self._root = root
        self._raws = records.raws
        self._seals = Seals(records)
        self._names_seal = self._seals.of_names() if folder else ""
        self._before = read_sealed(self._file, digest_of_review()) if self._file else {}
        self._found: dict[str, list[Any]] = self._before.get("found", {})
        self._names: list[str] = self._before.get("names", [])
        self._affected: frozenset[str] = frozenset()
        if self._file and self._before.get("names_seal") != self._names_seal:
            words = names().words
            self._affected = beginnings(words.symmetric_difference(self._names))
            self._names = sorted(words)
        self._used: dict[str, list[Any]] = {}

    def get(self, key: Key) -> list[Problem] | None:
        """What was found in a record, if all that this depends on is still the same."""
        if not self._found:
            return None
        seal = self._seals.of(key)
        rows = self._found.get(seal)
        raw = self._raws[key[0]][key[1]]
        if rows is None or (self._affected and raw.kind == "events" and self._is_affected(raw.text.casefold())):
            return None
        self._used[seal] = rows
        path = shown(raw.path, self._root) if rows else ""
        return [Problem(path, line, column, said, hint, "warning", "wording") for line, column, said, hint in rows]

    def put(self, key: Key, problems: Sequence[Problem]) -> None:
        """Keep what was found in a record now."""
        if self._file:
            rows = [[one.line, one.column, one.message, one.hint] for one in problems]
            self._used[self._seals.of(key)] = rows

    def save(self) -> None:
        """Write what this run used; without a word where that is not possible."""
        now = {"names_seal": self._names_seal, "names": self._names, "found": self._used}
        if self._file and now != self._before:
            write_sealed(self._file, now, digest_of_review())

    def _is_affected(self, text: str) -> bool:
        return any(one in text for one in self._affected)
