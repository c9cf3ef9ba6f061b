"""A series, and the rows that were measured of it."""

from __future__ import annotations

from dataclasses import dataclass

from chronology.model.dates import Date
from chronology.model.entities.quantities import Quantity
from chronology.model.entities.record import SourceUse, Where


@dataclass(frozen=True, slots=True)
class Reading:
    """One measured row of a series: when it is about, the figure, and when it was said."""

    date: Date
    quantity: Quantity
    said: Date | None = None


@dataclass(frozen=True, slots=True)
class Readings:
    """A long measured row of one counter, kept in a CSV file beside the series."""

    file: str
    by: tuple[str, ...]
    sources: tuple[SourceUse, ...]
    unit: str
    caution: str | None = None
    rows: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """A quantity that is counted over time, by rival counters."""

    id: str
    where: Where
    title: str
    unit: str
    counts: str
    place: str | None = None
    summary: str | None = None
    readings: tuple[Readings, ...] = ()
    sources: tuple[SourceUse, ...] = ()
    formerly: tuple[str, ...] = ()
