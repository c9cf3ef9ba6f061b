"""Warnings of the review, and the way from words in a record to their line and column in its file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from chronology.model.entities.record import Where
from chronology.records import yaml_positions
from chronology.records.problems import Loc, Problem, Rule
from chronology.records.yaml_text import lines_of

NOTHING: Mapping[str, bytes] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Spot:
    """A value of a record, or a word in it: `word` for the time `count`, counted from 0, that it stands there."""

    loc: Loc
    word: str = ""
    count: int = 0

    @classmethod
    def of_word(cls, loc: Loc, text: str, word: str, start: int) -> Spot:
        """The spot of the word that begins at `start` in a text."""
        return cls(loc, word, text.count(word, 0, start))


@dataclass(frozen=True, slots=True)
class Remark:
    """What an editor may want to write otherwise, in the record at `where`. Message and hint as in `Problem`."""

    where: Where
    spot: Spot
    message: str
    hint: str


def warnings(
    remarks: Iterable[Remark], root: Path, rule: Rule = "wording", seen: Mapping[str, bytes] = NOTHING
) -> Iterator[Problem]:
    """The remarks as warnings at their places, one for each. Reads each file that has any once more.

    Paths start from `root`; `seen` are contents of files, by whole path, that need not be read from there.
    """
    files: dict[str, yaml_positions.MarkedFile | None] = {}
    for remark in remarks:
        path = remark.where.path
        if path not in files:
            files[path] = _read(root / path, seen)
        yield Problem(path, *_position(files[path], remark), remark.message, remark.hint, "warning", rule)


def _read(path: Path, seen: Mapping[str, bytes]) -> yaml_positions.MarkedFile | None:
    try:
        content = seen.get(str(path))
        return yaml_positions.read(path.read_bytes() if content is None else content)
    except OSError:
        return None


def _position(file: yaml_positions.MarkedFile | None, remark: Remark) -> tuple[int, int]:
    """Line and column; those of the record where the file has changed since it was read."""
    document = next((one for one in file.documents if one.line == remark.where.line), None) if file else None
    if file is None or document is None:
        return remark.where.line, 1
    loc = remark.spot.loc
    while loc not in document.places:
        loc = loc[:-1]
    place = document.places[loc]
    found = _find(file.text[: place.end], remark.spot, place.index)
    if found is None:
        return place.line, place.column
    before = lines_of(file.text[:found])
    return len(before), len(before[-1]) + 1


def _find(text: str, spot: Spot, start: int) -> int | None:
    """The place of a spot's word. The file breaks and indents lines as it likes, but never within a word."""
    if not spot.word:
        return None
    found = text.find(spot.word, start)
    for _ in range(spot.count):
        if found < 0:
            break
        found = text.find(spot.word, found + len(spot.word))
    return found if found >= 0 else None
