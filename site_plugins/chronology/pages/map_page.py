"""The map: every place on it, with its events, and those that no map can show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chronology.maps.atlas import Atlas
from chronology.maps.plane import Box
from chronology.model.chronology import Chronology
from chronology.model.entities import Layer
from chronology.model.whereabouts import Whereabouts, is_region, whereabouts
from chronology.pages.addresses import Here, record_name
from chronology.pages.book import Book
from chronology.pages.map_drawing import Canvas, Ground, Mark
from chronology.pages.map_labels import Labels
from chronology.pages.page import Page


@dataclass(frozen=True, slots=True)
class Size:
    """A size of drawing, for windows of one kind: in units, which are pixels there. `text` is that of names."""

    kind: str
    width: int
    height: int
    text: float


SIZES = (Size("wide", 960, 600, 13), Size("narrow", 360, 420, 12))
LABELLED = 60


@dataclass(frozen=True, slots=True)
class Drawing:
    """The map of all places, for windows of one kind."""

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


def map_page(book: Book) -> Page:
    """Return the page of the map. It is there without coordinates too, so that mkdocs.yml may always name it."""
    return Page(
        "map",
        "map",
        "Map",
        f"{book.chronology.settings.title}: where the events were, as exactly as the record knows.",
        lambda: _body(book),
        section="map",
        changed=book.site.newest(),
        records=f"{book.site.content}/places",
    )


def _body(book: Book) -> str:
    atlas, places = book.atlas, book.chronology.places
    where = atlas.whereabouts if atlas else whereabouts(book.chronology)
    here = book.here("map")
    return book.render(
        "map",
        "map",
        drawings=[draw(book, atlas, atlas.whereabouts, atlas.view, size) for size in SIZES] if atlas else [],
        words=atlas.base.words if atlas else None,
        shown=_lines(book, here, {**where.points, **where.areas}),
        regions=_lines(book, here, {one: ids for one, ids in where.somewhere.items() if is_region(places[one])}),
        unknown=_lines(book, here, {one: ids for one, ids in where.somewhere.items() if not is_region(places[one])}),
        located=len(atlas.points) if atlas else 0,
        nowhere=len(where.nowhere),
        layers=_layers(book.chronology),
    )


def _layers(chronology: Chronology) -> list[Layer]:
    return list(chronology.entities.layers.values())


def draw(book: Book, atlas: Atlas, where: Whereabouts, box: Box, size: Size) -> Drawing:
    """Draw places with their events, in a box of the plane that is made as wide or as high as the size asks for."""
    canvas = Canvas(box.with_aspect(size.width / size.height), size.width, size.height)
    labels = Labels(size.width, size.height, size.text)
    shown = where.points
    marks = canvas.marks(
        ((one, book.title("place", one), atlas.points[one], len(events)) for one, events in shown.items()),
        labels,
        most=LABELLED,
        base=5,
    )
    ground = canvas.ground(
        atlas.framed(canvas.box, size.width),
        [atlas.points[one] for one in shown],
        names=book.chronology.settings.language.startswith("en"),
        size=size.text,
    )
    areas = tuple(
        (one, canvas.path((ring for rings in atlas.areas[one] for ring in rings), closed=True)) for one in where.areas
    )
    return Drawing(size.kind, ground, areas, tuple(marks))


def _lines(book: Book, here: Here, group: Mapping[str, Iterable[str]]) -> list[PlaceLine]:
    places = book.chronology.places
    return [
        PlaceLine(
            here.to(record_name("place", place)),
            book.title("place", place),
            book.path(places[place].path),
            len(list(events)),
        )
        for place, events in group.items()
    ]
