"""An actor."""

from __future__ import annotations

from dataclasses import dataclass

from chronology.model.entities.record import Name, SourceUse, Where


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, body or force that acts or claims."""

    id: str
    where: Where
    name: str
    kind: str
    country: str | None = None
    role: str | None = None
    summary: str | None = None
    member_of: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    also_written: tuple[str, ...] = ()
    sources: tuple[SourceUse, ...] = ()
    formerly: tuple[str, ...] = ()
