"""The map of a block: where some events were, drawn at build time, and in words those that no map can show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chronology.maps.atlas import Atlas
from chronology.model.chronology import EventView
from chronology.model.whereabouts import Whereabouts, is_region, whereabouts
from chronology.pages.book import Book
from chronology.pages.place_maps import Drawing, Size, draw
from chronology.pages.typography import count, listing

SIZES = (Size("wide", 660, 420, 12), Size("narrow", 340, 380, 12))


@dataclass(frozen=True, slots=True)
class BlockMap:
    """The drawings, whose base map it is, and a sentence on the events that are not on it."""

    drawings: tuple[Drawing, ...]
    words: str
    elsewhere: str


def block_map(book: Book, events: Iterable[EventView]) -> BlockMap | None:
    """Return the map of some events, or None where no map can show any of them."""
    atlas = book.atlas
    if atlas is None:
        return None
    where = whereabouts(book.chronology.entities.places, events)
    reach = [*(atlas.points[one] for one in where.points), *(p for one in where.areas for p in _corners(atlas, one))]
    if not reach:
        return None
    drawings = (draw(book, atlas, where, atlas.frame(reach, size.width / size.height), size) for size in SIZES)
    return BlockMap(tuple(drawings), atlas.base.words, _elsewhere(book, where))


def _corners(atlas: Atlas, place: str) -> list[tuple[float, float]]:
    return [point for rings in atlas.areas[place] for point in rings[0]]


def _elsewhere(book: Book, where: Whereabouts) -> str:
    places = book.chronology.places
    regions = {one: there for one, there in where.somewhere.items() if is_region(places[one])}
    unknown = {one: there for one, there in where.somewhere.items() if one not in regions}
    parts = [_at(book, regions, "somewhere in"), _at(book, unknown, "at")]
    if unknown:
        parts[1] += ", of which we have no coordinates"
    if where.nowhere:
        parts.append(f"{count(len(where.nowhere), 'event')} without a place")
    said = "; ".join(filter(None, parts))
    return f"Not on the map: {said}." if said else ""


def _at(book: Book, group: Mapping[str, tuple[str, ...]], where: str) -> str:
    events = {event for there in group.values() for event in there}
    places = listing([book.title("place", one) for one in group])
    return f"{count(len(events), 'event')} {where} {places}" if events else ""
