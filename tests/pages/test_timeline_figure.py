"""The timeline that the build draws, of the real chronology and of made-up dates from days to hundreds of millions."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from chronology.model import dates
from chronology.model.chronology import derive
from chronology.model.date_shapes import shape_of
from chronology.model.standing import Standing
from chronology.pages.addresses import Addresses
from chronology.pages.book import Book
from chronology.pages.pages import all_pages
from chronology.pages.site import Site
from chronology.pages.timeline_figure import Drawing, Timeline, timeline
from chronology.pages.timeline_layout import Extent, lay_out
from chronology.pages.timeline_scale import UNITS, Unit, Window, ticks, whole
from chronology.pages.timeline_words import piece
from chronology.records.load import load


@pytest.fixture(scope="module")
def kursk(project_root: Path) -> Book:
    loaded = load(project_root, project_root / "content", None)
    assert loaded.entities is not None
    return Book.of(derive(loaded.entities), Site(addresses=Addresses(), explorer="data.json"))


@pytest.fixture(scope="module")
def figure(kursk: Book) -> Timeline:
    found = timeline(kursk, kursk.here("index"), list(kursk.chronology.events.values()))
    assert found is not None
    return found


def counted(drawing: Drawing) -> int:
    return len(drawing.signs) + sum(int(bar.count) for bar in drawing.bars)


def test_every_event_is_a_sign_or_counted_in_a_bar(kursk: Book, figure: Timeline) -> None:
    for drawing in figure.drawings:
        events = [sign.event for sign in drawing.signs]
        assert len(events) == len(set(events))
        assert counted(drawing) == len(kursk.chronology.events), drawing.form


def test_signs_and_bars_are_links_that_lead_somewhere(kursk: Book, figure: Timeline) -> None:
    addresses = {Addresses().of(page.name) for page in all_pages(kursk)}
    for drawing in figure.drawings:
        assert {sign.href for sign in drawing.signs} <= addresses
        assert {bar.href for bar in drawing.bars} <= addresses


def test_a_sign_is_named_by_title_date_and_standing(figure: Timeline) -> None:
    names = [sign.name for drawing in figure.drawings for sign in drawing.signs]
    assert "Russia’s Defence Ministry says the raiders have gone back to Ukraine, 6 August 2024, settled" in names
    assert all(re.search(r", (contested|open|one origin|settled|agreed)$", name) for name in names)


def test_the_fullest_week_is_a_bar_and_its_name_says_how_many(figure: Timeline) -> None:
    wide = figure.drawings[-1]
    (bar,) = wide.bars
    assert re.fullmatch(r"10–16 March 2025: \d+ events, \d+ contested", bar.name)
    assert bar.href == "2025/03/"
    assert figure.fullest == f"Most at one time: {bar.count}, 10–16 March 2025."


def test_the_overview_shows_few_events_as_few(kursk: Book) -> None:
    first, *_, last = kursk.chronology.events.values()
    found = timeline(kursk, kursk.here("index"), [first, last])
    assert found is not None
    assert re.findall(r"v-([\d.]+)h", found.drawings[-1].profile) == ["6.5", "6.5"]


def test_the_summary_counts_and_says_when(figure: Timeline) -> None:
    assert re.fullmatch(r"\d+ events, August 2024 to June 2025; \d+ are contested\.", figure.summary), figure.summary


def test_the_summary_of_one_month_names_it_once(kursk: Book) -> None:
    events = [view for view in kursk.chronology.events.values() if view.event.date.text.startswith("2025-03-")]
    found = timeline(kursk, kursk.here("index"), [view for view in events if view.event.date.kind == "day"])
    assert found
    assert re.match(r"\d+ events, March 2025[.;]", found.summary), found.summary


def test_the_page_holds_each_sign_once_in_each_drawing(kursk: Book, figure: Timeline) -> None:
    page = next(page for page in all_pages(kursk) if page.name == "index")
    html = page.render()
    assert html.count('class="chronology-sign ') == sum(len(drawing.signs) for drawing in figure.drawings)
    titles = {unescape(title) for title in re.findall(r"<title>(.*?)</title>", html)}
    assert {sign.name for drawing in figure.drawings for sign in drawing.signs} <= titles
    assert not re.search(r"\sstyle=", html)


def test_drawings_are_placed_in_parts_of_a_hundred(figure: Timeline) -> None:
    for drawing in figure.drawings:
        for sign in drawing.signs:
            assert -1 <= float(sign.x.rstrip("%")) <= 101
        assert all(label.x.endswith("%") for label in drawing.labels)


def test_few_events_need_no_figure(kursk: Book) -> None:
    events = list(kursk.chronology.events.values())
    here = kursk.here("index")
    assert timeline(kursk, here, events[:1]) is None
    same_day = [view for view in events if view.event.date.text == "2025-03-13"]
    assert len(same_day) > 1
    assert timeline(kursk, here, same_day) is None


def test_many_events_are_bars(kursk: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chronology.pages.timeline_figure._MOST_MARKS", 50)
    events = list(kursk.chronology.events.values())
    found = timeline(kursk, kursk.here("index"), events)
    assert found
    for drawing in found.drawings:
        assert not drawing.signs
        assert counted(drawing) == len(events)


def test_standings_differ_by_shape(figure: Timeline) -> None:
    assert len({str(shape) for shape in figure.signs.values()}) == len(Standing)


# --- the scale, from days to the age of the Earth; tests/explorer has the same in the browser


def _extents(*texts: str) -> list[Extent]:
    found = [SimpleNamespace(date=dates.parse(text)) for text in texts]
    return [_extent(one.date) for one in found]


def _extent(date: Any) -> Extent:
    first, last = date.earliest, date.latest
    shape = shape_of(date)
    return Extent(first and first.ordinal(), last and last.ordinal(), shape.shape, shape.soft)


@pytest.mark.parametrize("unit", UNITS, ids=str)
def test_pieces_of_the_calendar_follow_one_another(unit: Unit) -> None:
    for text in ("2025-03-13", "0001-01-01", "0000-12-31", "-0099-01-01", "Y-17000", "Y-250000000"):
        first = dates.parse(text).earliest
        assert first
        number = unit.number(first.ordinal())
        assert unit.start(number) <= first.ordinal() < unit.start(number + 1)
        assert unit.number(unit.start(number)) == number
        assert unit.number(unit.start(number + 1) - 1) == number


@pytest.mark.parametrize(
    "unit,text,name",
    [
        (Unit("day"), "2025-03-13", "13 March 2025"),
        (Unit("week"), "2025-03-13", "10–16 March 2025"),
        (Unit("week"), "2025-01-01", "30 December 2024 – 5 January 2025"),
        (Unit("month"), "2025-03-13", "March 2025"),
        (Unit("month", 3), "2025-03-13", "January–March 2025"),
        (Unit("year"), "-0043-03-15", "44 BC"),
        (Unit("year", 10), "2025", "2020–2029"),
        (Unit("year", 100), "-0043", "100–1 BC"),
        (Unit("year", 100), "0079", "AD 1–99"),
        (Unit("year", 50_000_000), "Y-251902000", "300 million BC to 250 million BC"),
    ],
)
def test_pieces_of_the_calendar_have_names(unit: Unit, text: str, name: str) -> None:
    first = dates.parse(text).earliest
    assert first
    assert piece(unit, unit.number(first.ordinal())) == name


@pytest.mark.parametrize(
    "first,last,width,labels",
    [
        ("2025-03-13", "2025-03-13", 300, ["13 Mar 2025"]),
        ("2025-03-01", "2025-03-31", 500, ["3 Mar 2025", "10", "17", "24", "31"]),
        (
            "2024-08-06",
            "2025-06-22",
            960,
            ["Sep 2024", "Oct", "Nov", "Dec", "Jan 2025", "Feb", "Mar", "Apr", "May", "Jun"],
        ),
        ("2024-08-06", "2025-06-22", 345, ["Sep 2024", "Nov", "Jan 2025", "Mar", "May"]),
        ("2024-08-06", "2025-06-22", 300, ["Oct 2024", "Jan 2025", "Apr"]),
        ("1914", "2022", 960, [str(year) for year in range(1915, 2021, 5)]),
        ("-0099", "0100", 320, ["100 BC", "50 BC", "AD 1", "AD 50"]),
        ("Y-250000000", "2022", 320, ["200 million BC", "100 million BC"]),
    ],
)
def test_ticks_say_what_changes(first: str, last: str, width: float, labels: list[str]) -> None:
    begin, end = dates.parse(first).earliest, dates.parse(last).latest
    assert begin
    assert end
    found = ticks(Window(begin.ordinal(), end.ordinal() + 1, width))
    assert [tick.label for tick in found if tick.label] == labels


def test_the_whole_of_the_earth_is_a_window() -> None:
    extents = _extents("Y-541000000", "Y-66000000~", "Y-17000", "2022-01-15")
    bounds = [extent.beginning for extent in extents]
    window = whole(min(bounds), max(bounds), 924, 5)
    layout = lay_out(extents, window, 16)
    assert len(layout.marks) == 4
    assert all(0 <= mark.x <= window.width for mark in layout.marks)


def test_certain_days_are_signs_uncertain_ones_fade_and_intervals_last() -> None:
    extents = _extents("2025-03-13", "2025-03", "2025-03-03/2025-03-11", "2025-03-16/2025-03-25~", "../2025-03-22")
    first, last = dates.parse("2025-03-01").earliest, dates.parse("2025-03-31").latest
    assert first
    assert last
    layout = lay_out(extents, Window(first.ordinal(), last.ordinal() + 1, 930), 8)
    marks = {mark.index: mark for mark in layout.marks}
    assert [marks[index].is_span for index in range(5)] == [False, True, True, True, True]
    assert [marks[index].soft for index in range(5)] == [0, 3, 0, 2, 0]
    assert marks[4].left < 0
    assert marks[4].x == pytest.approx(22 * 30 - 5)


def test_signs_of_one_day_spread_where_the_day_has_room() -> None:
    extents = _extents(*["2025-03-13"] * 30)
    day = extents[0].beginning
    near = lay_out(extents, Window(day, day + 1, 300), 6)
    assert not near.densities
    assert near.rows <= 6
    far = lay_out(extents, Window(day - 200, day + 200, 300), 6)
    assert [len(one.events) for one in far.densities] == [30]
