"""What records of all kinds have in common: where they stand, their names, the sources that they cite."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Where:
    """Where a record stands: path relative to the project's root with forward slashes, line counted from 1."""

    path: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an actor or a place in one language (BCP 47 tag), or of unstated language."""

    name: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A source that a claim or an event cites, with the words quoted from it, if any."""

    source: str
    quote: str | None = None
