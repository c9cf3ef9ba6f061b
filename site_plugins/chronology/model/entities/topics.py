"""A topic."""

from __future__ import annotations

from dataclasses import dataclass

from chronology.model.entities.record import Where


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that gathers events."""

    id: str
    where: Where
    title: str
    summary: str
    text: str | None = None
    formerly: tuple[str, ...] = ()
