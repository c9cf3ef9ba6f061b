"""Small maps on the pages of events and places, drawn once for all pages about the same places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from chronology.maps.atlas import Atlas
from chronology.maps.plane import Box, Point
from chronology.pages.book import Book
from chronology.pages.environment import environment
from chronology.pages.map_drawing import Canvas, Ground, Mark
from chronology.pages.map_labels import Labels
from chronology.pages.typography import listing

WIDTH, HEIGHT = 288, 208
SIZE = 11
DETAIL = WIDTH * 2 // 3
"""A locator is drawn as if it were so wide: a coast of every pixel would be most of the page."""
AVOIDED = 24
"""Places that the names of countries keep away from."""
OTHERS = 12
"""Other places that a locator shows as dots."""
NAMED = 2
"""How many of them it names."""


@dataclass(frozen=True, slots=True)
class Locator:
    """A small map: the marks of the page's own places, and those of others, to see where that is."""

    ground: Ground
    label: str
    here: tuple[Mark, ...]
    areas: str
    others: tuple[Mark, ...]


def locator(book: Book, places: tuple[str, ...]) -> Markup:
    """Return a map with these places marked, those that a map may show; nothing where it may show none."""
    key = tuple(place for place in dict.fromkeys(places) if _shown(book.atlas, place))
    if book.atlas is None or not key:
        return Markup()
    found = book.fragments.get(("locator", key))
    if found is None:
        drawing = _draw(book, book.atlas, key)
        maps: Any = environment().globals["maps"]
        found = book.fragments["locator", key] = str(maps.locator(drawing))
    return Markup(found)  # noqa: S704 (a template has escaped it)


def _shown(atlas: Atlas | None, place: str) -> bool:
    return atlas is not None and (place in atlas.points or place in atlas.areas)


def _draw(book: Book, atlas: Atlas, places: tuple[str, ...]) -> Locator:
    own = {place: atlas.points[place] for place in places if place in atlas.points}
    areas = [rings for place in places for rings in atlas.areas.get(place, ())]
    reach = [*own.values(), *(point for rings in areas for point in rings[0])]
    box = atlas.frame(reach, WIDTH / HEIGHT)
    canvas = Canvas(box, WIDTH, HEIGHT)
    labels = Labels(WIDTH, HEIGHT, SIZE)
    here = canvas.marks(((one, book.title("place", one), at, 1) for one, at in own.items()), labels, most=6, base=5)
    near = _others(atlas, box, own)
    around = canvas.marks(((one, book.title("place", one), at, 0) for one, at in near), labels, most=NAMED, base=4)
    ground = _ground(book, atlas, canvas)
    return Locator(
        ground,
        _label(book, places, ground),
        tuple(here),
        canvas.path((ring for rings in areas for ring in rings), closed=True),
        tuple(around),
    )


def _ground(book: Book, atlas: Atlas, canvas: Canvas) -> Ground:
    """The base map of a locator, drawn once for all that show the same box."""
    found = book.grounds.get(canvas.box)
    if found is None:
        inside = [at for at in atlas.points.values() if canvas.box.holds(at)]
        english = book.chronology.settings.language.startswith("en")
        base = atlas.framed(canvas.box, DETAIL)
        found = book.grounds[canvas.box] = canvas.ground(base, inside[:AVOIDED], names=english, size=SIZE)
    return found


def _others(atlas: Atlas, box: Box, own: dict[str, Point]) -> list[tuple[str, Point]]:
    """The places with the most events that lie in the box, beside the page's own."""
    inside = [
        (place, atlas.points[place])
        for place in atlas.whereabouts.points
        if place not in own and box.holds(atlas.points[place])
    ]
    return inside[:OTHERS]


def _label(book: Book, places: tuple[str, ...], ground: Ground) -> str:
    """The map in words, for those who do not see it."""
    names = listing([book.title("place", place) for place in places])
    countries = listing(sorted(name for name, _, _ in ground.countries))
    return f"Map with {names} marked" + (f", in a part of {countries}" if countries else "")
