"""What is wrong with the content, and where: the one form in which every mistake is reported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]
Rule = Literal["file", "yaml", "field", "rule", "reference", "readings", "wording", "published", "survival", "layout"]
"""Which check found a mistake: programs that read problems sort them by it."""
LONGEST = 600
"""Characters in a message, and in a hint."""
Loc = tuple[str | int, ...]
"""The way to a value in a record: field names, and numbers of list entries counted from 0."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake at its place. Line and column count from 1; the path is relative to the project's root.

    `message` says what is wrong and `hint` what would be right: each one clause, without a full stop. Texts of the
    record that they repeat are made harmless: no line breaks, nothing that a terminal would obey, no great length.
    `missing` is what the record names and nobody has: 'sources/some-report', '=types/attack', 'media/map.png'.
    """

    path: str
    line: int
    column: int
    message: str
    hint: str
    level: Level = "error"
    rule: Rule = "field"
    missing: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("path", "message", "hint"):
            text = getattr(self, name)
            if len(text) > LONGEST or not text.isprintable():
                object.__setattr__(self, name, printable(text[:LONGEST]))

    def __str__(self) -> str:
        text = f"{self.message}; {self.hint}" if self.hint else self.message
        return f"{self.path}:{self.line}:{self.column}: {'warning: ' if self.level == 'warning' else ''}{text}"


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake in a record, before the file is read again to see where it stands.

    `on_key` points at the field's name instead of its value; `needle` at these words inside the value. `lacks` are
    fields, one of which is missing at the place; `meant` is the field that an unknown one was probably to be.
    `rule` and `missing` are as in `Problem`.
    """

    loc: Loc
    message: str
    hint: str
    on_key: bool = False
    needle: str | None = None
    lacks: tuple[str, ...] = ()
    meant: str | None = None
    rule: Rule = "field"
    missing: tuple[str, ...] = ()


def printable(text: str) -> str:
    """The text with its control characters spelt out."""
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text)


def without_echoes(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those of a missing field that is there, only misspelt."""
    found = list(findings)
    misspelt = {(*finding.loc[:-1], finding.meant) for finding in found if finding.meant}
    return [finding for finding in found if not any((*finding.loc, name) in misspelt for name in finding.lacks)]


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by path, line and column, each once."""
    return tuple(sorted(set(problems), key=lambda one: (one.path, one.line, one.column, one.message, one.hint)))
