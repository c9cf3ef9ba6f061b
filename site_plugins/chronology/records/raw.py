"""Records between reading and conversion: plain data of known kind and id, and the way back to their places."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache as once
from itertools import islice
from pathlib import Path
from typing import Any, cast

from pydantic import BaseModel

from chronology.records import yaml_positions
from chronology.records.lists import as_written
from chronology.records.problems import Finding, Loc, Problem, Rule, without_echoes
from chronology.records.sealed import as_json
from chronology.records.yaml_text import lines_of

MOST = 200
"""Mistakes that are reported of one record."""


@dataclass(slots=True)
class Raw:
    """A record as it stands in its file: document `number` (from 0) of the file at `path`, which begins at `line`.

    `key` names what stands in that file. `content` is the record's data, or the same as JSON where it was read before
    (see `Kept`); ask for `data`. `given_id` is what it says its id is, and `names` has what its texts name (see
    `names_in`). `model` is the checked record: None where a field is wrong, or where it was checked before.
    `wrapped` are the places at which `data` has a list and the file only what should be in it (see `as_lists`);
    at `unread` a list or fields could not be read.
    """

    kind: str
    id: str
    path: Path
    key: str
    number: int
    line: int
    given_id: object
    names: dict[str, list[str]]
    content: dict[str, Any] | bytes
    model: BaseModel | None = None
    findings: list[Finding] = field(default_factory=list)
    wrapped: list[Loc] = field(default_factory=list)
    unread: list[Loc] = field(default_factory=list)

    @property
    def data(self) -> dict[str, Any]:
        """The record as plain data: mappings, lists and texts."""
        if isinstance(self.content, bytes):
            self.content = json.loads(self.content)
        return cast("dict[str, Any]", self.content)

    @property
    def text(self) -> str:
        """The record as JSON."""
        return self.content.decode() if isinstance(self.content, bytes) else as_json(self.content).decode()

    def has(self, name: str) -> bool:
        """Whether there is a field of that name; most records that have none are not even read for that."""
        if isinstance(self.content, bytes) and _as_field(name) not in self.content:
            return False
        return name in self.data

    def find(self, findings: Iterable[Finding], rule: Rule = "field") -> None:
        """Note what is wrong with the record, up to a number at which nobody reads on."""
        found = islice(findings, max(0, MOST - len(self.findings)))
        self.findings.extend(one if one.rule == rule else replace(one, rule=rule) for one in found)
        if len(self.findings) == MOST:
            self.findings.append(Finding((), f"there are more than {MOST} mistakes", "correct the first ones"))

    @property
    def hopeless(self) -> bool:
        """Whether nothing more is noted."""
        return len(self.findings) > MOST

    def said_of(self, loc: Loc) -> bool:
        """Whether something is wrong at a place already, so that nothing more need be said."""
        return any(finding.loc[: len(loc)] == loc for finding in self.findings)

    def leaves_open(self, loc: Loc) -> bool:
        """Whether a rule about a place may be broken only because something beside or in it could not be read."""
        return any(loc[: len(one) - 1] == one[:-1] if one[1:] else not loc for one in self.unread)


@once
def _as_field(name: str) -> bytes:
    return f'"{name}":'.encode()


class Places:
    """Turns findings into problems: reads a file a second time, with positions, at the first of its findings."""

    def __init__(self, seen: Mapping[str, bytes] | None = None) -> None:
        """Remember no file yet. `seen` are contents by path, which need not be there."""
        self._seen = seen or {}
        self._files: dict[Path, yaml_positions.MarkedFile] = {}

    def read(self, path: Path, content: bytes | None = None) -> yaml_positions.MarkedFile:
        """The file with positions. Raises OSError where it is gone."""
        if path not in self._files:
            content = self._seen.get(str(path)) if content is None else content
            self._files[path] = yaml_positions.read(path.read_bytes() if content is None else content)
        return self._files[path]

    def problems(self, shown: str, raw: Raw) -> list[Problem]:
        """A record's findings where they stand; without those about values that could not even be read."""
        marked = self.read(raw.path)
        document = marked.documents[raw.number]
        findings = [replace(one, loc=as_written(one.loc, raw.wrapped)) for one in without_echoes(raw.findings)]
        return [
            Problem(
                shown, *_position(marked.text, document, one), one.message, one.hint, "error", one.rule, one.missing
            )
            for one in findings
            if not any(one.loc[:length] in document.unread for length in range(1, len(one.loc) + 1))
        ]


def _position(text: str, document: yaml_positions.MarkedDocument, finding: Finding) -> tuple[int, int]:
    """Line and column of a finding: of the value, of its key, or of some words in the value."""
    loc = finding.loc
    while loc not in document.places:
        loc = loc[:-1]
    place = document.places[loc]
    if finding.needle and (found := text.find(finding.needle, place.index)) >= 0:
        blanks = len(finding.needle) - len(finding.needle.lstrip())
        before = lines_of(text[: found + blanks])
        return len(before), len(before[-1]) + 1
    return place.key if finding.on_key else (place.line, place.column)
