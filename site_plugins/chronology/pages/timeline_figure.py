"""The timeline as the build draws it: complete without scripts, for a phone, a tablet and a desk.

Across, everything is placed in parts of a hundred, so that a drawing fills any width from its own up; only heights,
signs and letters are in pixels. The style sheet shows the drawing that fits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from chronology.model import date_words
from chronology.model.chronology import EventView
from chronology.model.date_shapes import Shape, shape_of
from chronology.model.standing import Standing
from chronology.pages import timeline_words
from chronology.pages.addresses import Here, month_name
from chronology.pages.book import Book
from chronology.pages.timeline_layout import Density, Extent, Layout, Mark, lay_out
from chronology.pages.timeline_scale import Unit, Window, ticks, whole
from chronology.pages.typography import typeset
from chronology.pages.words import CLASSES, SHAPES, STANDINGS

OVERVIEW = 26
"""How high the overview's bars are at most."""
_FULL = 4
"""Events that a bar of the overview has at least before it is as high as that: few are seen to be few."""
TOP = 48
"""Where the rows begin: below the overview, with its labels, and the lines that lead from its window."""
ROW = 12
_LETTERS = 19
"""What the labels below take."""
_NUMBER = 13
"""What a number above a bar takes."""
_LEAST_ROWS = 4
_DENSE_ROWS = 8
"""Rows for bars of density at least, and for the signs that they become when a reader looks closer."""
_BRIEF_ROWS = 5
"""At most, where the timeline is not what its page is about."""
_NARROWEST_BAR = 5.0
_MOST_MARKS = 250
"""Above so many events the page would be heavy with marks: without scripts there are bars, which lead to pages."""


_SIGNS = {CLASSES[standing]: SHAPES[standing] for standing in Standing}


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The paper for one width: from so many pixels on it is shown, and so many rows high it may be."""

    form: str
    width: int
    most_rows: int


_SHEETS = (_Sheet("narrow", 296, 10), _Sheet("middle", 584, 16), _Sheet("wide", 924, 16))


@dataclass(frozen=True, slots=True)
class Sign:
    """An event: a link with a name, its standing's sign, and what it spans."""

    event: str
    href: str
    name: str
    standing: str
    x: str
    y: float
    span: tuple[str, str] | None
    """Its left edge and its width."""
    fades: str
    """The name of the mask with soft ends, or nothing."""
    thick: bool
    """An interval: it lasted; a thin span only lies somewhere in it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of density: a link, where one page lists its events."""

    href: str | None
    name: str
    count: str
    x: str
    width: str
    middle: str
    height: float
    contested: float
    """How much of the height stands for contested events."""


@dataclass(frozen=True, slots=True)
class Label:
    """A tick, and the label beside it."""

    x: str
    text: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The figure at one width."""

    form: str
    height: int
    base: int
    """Where the axis lies."""
    profile: str
    """The overview's bars as a path, 100 units wide and `OVERVIEW` high."""
    grid: str
    labels: tuple[Label, ...]
    signs: tuple[Sign, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The figure, and what it says to those who do not see it."""

    count: int
    summary: str
    fullest: str
    ends: tuple[str, str]
    """What stands at both ends of the overview."""
    drawings: tuple[Drawing, ...]
    key: tuple[tuple[str, str], ...]
    """Class and word of the standings that occur."""
    signs: Mapping[str, Markup]
    """The shape of every standing, by class, in a box of 12 by 12."""


def timeline(book: Book, here: Here, events: Sequence[EventView], *, brief: bool = False) -> Timeline | None:
    """Return the figure of events, which are in order, or None where there are fewer than two, or all of one day."""
    extents = [_extent(book, view) for view in events]
    bounds = [bound for extent in extents for bound in (extent.first, extent.last) if bound is not None]
    if len(events) < 2 or min(bounds) == max(bounds):
        return None
    first, last = min(bounds), max(bounds)
    standings = {view.standing for view in events}
    drawer = _Drawer(book, here, events, extents, _BRIEF_ROWS if brief else None)
    windows = [(sheet, whole(first, last, sheet.width, _NARROWEST_BAR)) for sheet in _SHEETS]
    return Timeline(
        len(events),
        timeline_words.summary(events, first, last),
        timeline_words.fullest(extents, windows[-1][1].unit(_NARROWEST_BAR)),
        timeline_words.ends(first, last),
        tuple(drawer.draw(sheet, window) for sheet, window in windows),
        tuple((CLASSES[one], STANDINGS[one]) for one in Standing if one in standings),
        _SIGNS,
    )


def _extent(book: Book, view: EventView) -> Extent:
    facets = book.chronology.facets.events[view.event.id]
    drawn = shape_of(view.event.date)
    return Extent(facets.earliest, facets.latest, drawn.shape, drawn.soft)


@dataclass(frozen=True, slots=True)
class _Drawer:
    book: Book
    here: Here
    events: Sequence[EventView]
    extents: Sequence[Extent]
    rows: int | None
    """So many rows and no more, whatever the sheet."""

    def draw(self, sheet: _Sheet, window: Window) -> Drawing:
        most_rows = self.rows or sheet.most_rows
        layout = lay_out(self.extents, window, most_rows if len(self.events) <= _MOST_MARKS else 0)
        rows = self.rows or max(layout.rows, _DENSE_ROWS if layout.densities else _LEAST_ROWS)
        base = TOP + rows * ROW
        found = ticks(window)
        return Drawing(
            sheet.form,
            base + _LETTERS,
            base,
            self._profile(window),
            "".join(f"M{_part(window.at(tick.day), window)} 0V1" for tick in found),
            tuple(Label(_percent(window.at(tick.day), window), tick.label) for tick in found if tick.label),
            tuple(self._sign(mark, window, base) for mark in layout.marks),
            tuple(self._bars(layout, window, rows * ROW)),
        )

    def _profile(self, window: Window) -> str:
        unit = window.unit(_NARROWEST_BAR)
        numbers = Counter(unit.number(extent.beginning) for extent in self.extents)
        tallest = max(*numbers.values(), _FULL)
        path = []
        for number, count in sorted(numbers.items()):
            left, right = window.at(unit.start(number)), window.at(unit.start(number + 1))
            height = round(OVERVIEW * count / tallest, 1)
            width = _part((right - left) * 0.8, window)
            path.append(f"M{_part(left, window)} {OVERVIEW}v-{height:g}h{width}v{height:g}z")
        return "".join(path)

    def _sign(self, mark: Mark, window: Window, base: int) -> Sign:
        view = self.events[mark.index]
        name = (
            f"{typeset(view.event.title)}, {date_words.in_words(view.event.date)}, {STANDINGS[view.standing].lower()}"
        )
        span = (_percent(mark.left, window), _percent(mark.right - mark.left, window)) if mark.is_span else None
        return Sign(
            view.event.id,
            self.here.record("event", view.event.id),
            name,
            CLASSES[view.standing],
            _percent(mark.x, window),
            base - mark.row * ROW - ROW / 2,
            span,
            ("", "start", "end", "both")[mark.soft],
            self.extents[mark.index].shape is Shape.INTERVAL,
        )

    def _bars(self, layout: Layout, window: Window, height: float) -> list[Bar]:
        tallest = max((len(density.events) for density in layout.densities), default=1)
        unit = (height - _NUMBER) / tallest
        return [self._bar(density, layout.unit, window, unit) for density in layout.densities]

    def _bar(self, density: Density, unit: Unit, window: Window, height: float) -> Bar:
        count = len(density.events)
        contested = sum(self.events[index].standing is Standing.CONTESTED for index in density.events)
        return Bar(
            self._listing(density, unit),
            timeline_words.of_piece(unit, density.number, count, contested),
            f"{count:,}",
            _percent(density.left + 1, window),
            _percent(density.right - density.left - 2, window),
            _percent((density.left + density.right) / 2, window),
            round(count * height, 1),
            round(contested * height, 1),
        )

    def _listing(self, density: Density, unit: Unit) -> str | None:
        """The link to the month, or else the year, that lists the first of these events, if it is as long as these."""
        if unit.kind == "year" and unit.step > 1:
            return None
        year, month = self.events[density.events[0]].event.date.year_month()
        return self.here.to(month_name(year, None if unit.days > 31 else month))


def _part(pixels: float, window: Window) -> str:
    return f"{pixels / window.width * 100:.2f}".rstrip("0").rstrip(".")


def _percent(pixels: float, window: Window) -> str:
    return f"{_part(pixels, window)}%"
