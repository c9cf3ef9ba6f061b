"""Where an event's reports come from: each origin with the reports that carry its word."""

from __future__ import annotations

from dataclasses import dataclass

from chronology.model.chronology import EventView
from chronology.pages.book import Book
from chronology.pages.typography import typeset


@dataclass(frozen=True, slots=True)
class Carrier:
    """A report among the sources of the page, with what it rests on, nearest first, before the origin itself."""

    source: str
    number: int | None
    by_way_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OriginLine:
    """An origin: its name, whether it is counted as independent, and the reports that carry its word."""

    key: str
    name: str
    kind: str | None
    counted: bool
    carriers: tuple[Carrier, ...]


def origin_lines(book: Book, view: EventView, numbers: dict[str, int]) -> list[OriginLine]:
    """Return the origins of an event, those with the most reports first.

    Empty where every report speaks for itself: then there is nothing to tell.
    """
    found: dict[str, dict[str, None]] = {}
    for origin, report in view.carried:
        found.setdefault(origin, {})[report] = None
    lines = [_line(book, view, origin, list(carriers), numbers) for origin, carriers in found.items()]
    lines.sort(key=lambda line: -len(line.carriers))
    return lines if any(len(line.carriers) > 1 or line.kind != "source" for line in lines) else []


def _line(book: Book, view: EventView, origin: str, carriers: list[str], numbers: dict[str, int]) -> OriginLine:
    name, kind = _named(book, origin)
    shown = tuple(_carrier(book, report, numbers) for report in carriers if report != origin or kind == "source")
    return OriginLine(origin, name, kind, origin in view.origins, shown)


def _named(book: Book, origin: str) -> tuple[str, str | None]:
    side = book.side_title(origin)
    if side:
        return side, None
    if origin in book.chronology.actors:
        return book.title("actor", origin), "actor"
    return typeset(book.chronology.sources[origin].source.publisher), "source"


def _carrier(book: Book, report: str, numbers: dict[str, int]) -> Carrier:
    chain = book.chronology.sources[report].chain
    return Carrier(report, numbers.get(report), tuple(one for one in chain if one in book.chronology.sources))
