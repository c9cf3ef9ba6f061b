"""A source and its parts."""

from __future__ import annotations

from dataclasses import dataclass

from chronology.model.dates import Date
from chronology.model.entities.record import Where


@dataclass(frozen=True, slots=True)
class Archived:
    """An archived copy of a source's page."""

    url: str
    date: Date


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction that the source's own publisher made."""

    note: str
    date: Date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A published report, statement, data set or page.

    `title_from` tells where the title comes from: `page` (as printed), `address` (read off its address) or `us`
    (ours, because none was seen). `origin` names the source or actor that this report rests on.
    """

    id: str
    where: Where
    title: str
    publisher: str
    kind: str
    title_from: str = "page"
    author: str | None = None
    published: Date | None = None
    url: str | None = None
    without_url: str | None = None
    archived: Archived | None = None
    language: str | None = None
    origin: str | None = None
    corrected: Corrected | None = None
    grade: str | None = None
    access: str | None = None
    note: str | None = None
    formerly: tuple[str, ...] = ()
