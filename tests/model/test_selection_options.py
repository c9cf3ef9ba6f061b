"""What the options of a selection say, and what is said where they are wrong."""

from __future__ import annotations

from dataclasses import astuple

import pytest

from chronology.model.chronology import Chronology
from chronology.model.dates import Date
from chronology.model.dates import parse as parse_date
from chronology.model.days import Day
from chronology.model.selection import Choice, Selection
from chronology.model.selection_options import PRECISIONS, parse
from chronology.pages import words
from tests.explorer.chronologies import made_up


@pytest.fixture(scope="module")
def chronology() -> Chronology:
    return made_up()


def date(text: str) -> Date:
    return parse_date(text)


def test_all_options(chronology: Chronology):
    options = [
        ("words", " gas pipe "), ("type", "attack,statement"), ("actor", "gs"), ("actor", "putin"), ("place", "sudzha"),
        ("topic", "talks"), ("standing", "contested"), ("precision", "day"), ("source", "bbc"), ("origins", "2-,1"),
        ("from", "-0043"), ("to", "2025-03"), ("within", "certainly"), ("view", "map"), ("lanes", "actor"),
        ("page", "2"), ("known", "2025-03-13"),
    ]  # fmt: skip
    assert parse(options, chronology) == (
        Selection(
            words="gas pipe",
            choices={
                "type": Choice(("attack", "statement")),
                "actor": Choice(("gs", "putin"), all=True),
                "place": Choice(("sudzha",)),
                "topic": Choice(("talks",)),
                "standing": Choice(("contested",)),
                "precision": Choice(("day",)),
                "source": Choice(("bbc",)),
                "origins": Choice(("2-", "1")),
            },
            begins=date("-0043"),
            ends=date("2025-03"),
            certainly=True,
            view="map",
            lanes="actor",
            page=2,
            known=Day(2025, 3, 13),
        ),
        (),
    )


def test_no_options_select_everything(chronology: Chronology):
    assert parse([], chronology) == (Selection(), ())


def test_a_block_has_views_of_its_own(chronology: Chronology):
    views = ("list", "timeline", "map", "series")
    assert parse([("view", "series")], chronology, views) == (Selection(view="series"), ())
    _, (mistake,) = parse([("view", "figures")], chronology, views)
    assert mistake.hint == "write one of list, timeline, map, series"


@pytest.mark.parametrize(
    "option, value, said, nearest",
    [
        ("actors", "gs", "there is no option 'actors'; did you mean 'actor'?", "actor"),
        (
            "colour",
            "red",
            "there is no option 'colour'; write one of words, type, actor, place, topic, standing, precision, source",
            None,
        ),
        ("actor", " ", "'actor' is empty; write a value, or leave the option out", None),
        ("actor", "russia-mof", "there is no actor 'russia-mof'; did you mean 'russia-mod'?", "russia-mod"),
        ("place", "xyzzy", "there is no place 'xyzzy'; an id is the name of a record's file", None),
        ("type", "war", "there is no type 'war'; write one of attack, statement, eruption", None),
        (
            "standing",
            "disputed",
            "there is no standing 'disputed'; write one of contested, open, single-source, settled, agreed",
            None,
        ),
        ("precision", "days", "there is no precision 'days'; did you mean 'day'?", "day"),
        ("origins", "4-", "there is no number of origins '4-'; write one of 0, 1, 2-, 3-, 5-, 10-", None),
        ("from", "2025-02-30", "'from': there is no 30 February 2025; February 2025 has 28 days", None),
        ("to", "2025~", "'to' is no year, month or day that is certain; write a year, a month or a day", None),
        ("from", "2025-03/2025-04", "'from' is no year, month or day that is certain; write a year, a month", None),
        ("within", "surely", "'within' cannot be 'surely'; write one of possibly, certainly", None),
        ("lanes", "topics", "'lanes' cannot be 'topics'; did you mean 'topic'?", "topic"),
        ("page", "0", "'page' is no number of a page; write 2 for the second page", None),
        ("page", "²", "'page' is no number of a page; write 2 for the second page", None),
        ("known", "2025-03", "'known' is no day; write a day: 2025-03-13", None),
    ],
)
def test_a_mistake_is_named_and_left_out(
    option: str, value: str, said: str, nearest: str | None, chronology: Chronology
):
    selection, (mistake,) = parse([(option, value)], chronology)
    assert selection == Selection()
    assert f"{mistake.problem}; {mistake.hint}".startswith(said)
    assert astuple(mistake)[:2] == (option, value)
    assert mistake.nearest == nearest


def test_all_mistakes_come_at_once(chronology: Chronology):
    options = [("actor", "gs,x"), ("from", "2025-13"), ("to", "2025"), ("to", "2026"), ("view", "globe")]
    selection, mistakes = parse(options, chronology)
    assert selection == Selection(choices={"actor": Choice(("gs",))}, ends=date("2025"))
    assert [mistake.option for mistake in mistakes] == ["actor", "to", "from", "view"]


def test_a_period_that_ends_before_it_begins(chronology: Chronology):
    selection, (mistake,) = parse([("from", "2025-04"), ("to", "2025-03")], chronology)
    assert selection == Selection(begins=date("2025-04"))
    assert mistake.problem == "the period ends before it begins"
    assert mistake.hint == "write from: 2025-03, to: 2025-04"


def test_a_choice_that_no_event_has_now_is_no_mistake(chronology: Chronology):
    selection, mistakes = parse([("standing", "settled"), ("origins", "10-")], chronology)
    assert mistakes == ()
    assert selection.choices == {"standing": Choice(("settled",)), "origins": Choice(("10-",))}


def test_precisions_are_those_that_pages_have_words_for():
    assert tuple(words.PRECISIONS) == PRECISIONS
