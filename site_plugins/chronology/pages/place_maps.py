"""A map of events by place, for readers without scripts: drawings for windows of two kinds, and lists of places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chronology.maps.atlas import Atlas
from chronology.maps.plane import Box
from chronology.model.chronology import EventView
from chronology.model.whereabouts import Whereabouts, is_region, whereabouts
from chronology.pages.addresses import Here, record_name
from chronology.pages.book import Book
from chronology.pages.map_drawing import Canvas, Ground, Mark
from chronology.pages.map_labels import Labels


@dataclass(frozen=True, slots=True)
class Size:
    """A size of drawing, for windows of one kind: in units, which are pixels there. `text` is that of names."""

    kind: str
    width: int
    height: int
    text: float


SIZES = (Size("wide", 960, 600, 13), Size("narrow", 360, 420, 12))
LABELLED = 60
"""Places that may have their names on a drawing: those with the most events."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The map for windows of one kind: marks, and areas as ids with their paths."""

    kind: str
    ground: Ground
    areas: tuple[tuple[str, str], ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place in a list, with the number of its events."""

    href: str
    title: str
    small: str
    count: int


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """The drawings, what they say of borders, the places on them, those that they cannot show, and events without."""

    drawings: tuple[Drawing, ...]
    words: str | None
    shown: tuple[PlaceLine, ...]
    regions: tuple[PlaceLine, ...]
    unknown: tuple[PlaceLine, ...]
    nowhere: int


def place_map(book: Book, here: Here, events: Iterable[EventView]) -> PlaceMap:
    """Return the map of some events, for a page; without drawings where no place of the record has coordinates."""
    atlas, places = book.atlas, book.chronology.places
    where = whereabouts(book.chronology.entities.places, events)
    regions = {place: ids for place, ids in where.somewhere.items() if is_region(places[place])}
    unknown = {place: ids for place, ids in where.somewhere.items() if place not in regions}
    return PlaceMap(
        tuple(draw(book, atlas, where, atlas.view, size) for size in SIZES) if atlas else (),
        atlas.base.words if atlas else None,
        _lines(book, here, {**where.points, **where.areas}),
        _lines(book, here, regions),
        _lines(book, here, unknown),
        len(where.nowhere),
    )


def draw(book: Book, atlas: Atlas, where: Whereabouts, box: Box, size: Size) -> Drawing:
    """Draw places with their events, in a box of the plane that is made as wide or as high as the size asks for."""
    canvas = Canvas(box.with_aspect(size.width / size.height), size.width, size.height)
    labels = Labels(size.width, size.height, size.text)
    shown = ((one, book.title("place", one), atlas.points[one], len(events)) for one, events in where.points.items())
    marks = canvas.marks(shown, labels, most=LABELLED, base=5)
    ground = canvas.ground(
        atlas.framed(canvas.box, size.width),
        [atlas.points[one] for one in where.points],
        names=book.chronology.settings.language.startswith("en"),
        size=size.text,
    )
    areas = ((one, [ring for rings in atlas.areas[one] for ring in rings]) for one in where.areas)
    return Drawing(
        size.kind, ground, tuple((one, canvas.path(rings, closed=True)) for one, rings in areas), tuple(marks)
    )


def _lines(book: Book, here: Here, group: Mapping[str, tuple[str, ...]]) -> tuple[PlaceLine, ...]:
    places = book.chronology.places
    return tuple(
        PlaceLine(here.to(record_name("place", one)), book.title("place", one), book.path(places[one].path), len(ids))
        for one, ids in group.items()
    )
