"""As known on a day. New rules are new cases in cases/known.yml."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.model.chronology import Chronology, EventView
from chronology.model.dates import parse
from chronology.model.days import Day
from tests.model.build import case_name, chronology
from tests.model.known_cases import CASES, case_chronology, told


def day(text: str) -> Day:
    found = parse(text).latest
    assert found is not None
    return found


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_event_is_as_it_was_known_on_the_day(case):
    known = case_chronology(case).known

    for text, wanted in case["known"].items():
        assert told(known.on("it", day(text))) == {"changes": [], **wanted}, text


@pytest.mark.parametrize("case", CASES, ids=case_name)
def test_days_are_those_on_which_the_record_changed(case):
    found = case_chronology(case).known.days("it")
    changed = [day(text) for text, wanted in case["known"].items() if wanted.get("changes")]

    assert list(found) == sorted(found)
    assert set(changed) <= set(found)


def test_nothing_is_known_by_the_day_where_nothing_is_dated():
    found = chronology({"it": {"date": "2025-03-13", "questions": [CLAIMED]}})

    assert found.known.days("it") == ()
    assert found.known.on("it", Day(1900, 1, 1)).view == found.events["it"]


def test_claim_of_its_sources_is_that_of_those_published():
    """A claim that speaks for its sources speaks on a day for those only that were public."""
    sources = {"bbc": {"published": "2025-03-13"}, "nyt": {"published": "2025-03-15"}}
    claims = [{"answer": "a", "sources": ["bbc", "nyt"]}]
    found = chronology({"it": {"questions": [{"answers": {"a": "A"}, "claims": claims}]}}, sources=sources)

    assert found.known.on("it", Day(2025, 3, 13)).view.origins == ("bbc",)
    assert found.known.on("it", Day(2025, 3, 15)).view.origins == ("bbc", "nyt")


CLAIMED = {"answers": {"a": "A"}, "claims": [{"answer": "a", "by": ["gs"], "sources": ["up"]}]}
DATES = ["2025-03-12", "2025-03-13", "2025-03-14", "2025-03-16?", "2025-03", "[2025-03-13,2025-03-15]", "2025-03-14/..",
         "../2025-03-15"]  # fmt: skip
dates = st.sampled_from(DATES)
actors = st.sampled_from(["gs", "zelensky", "putin", "isw", "deepstate"])
reports = st.sampled_from(["up", "tass", "bbc", "reprint"])


def optional(name: str, values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.one_of(st.just({}), values.map(lambda value: {name: value}))


@st.composite
def claims(draw: st.DrawFn) -> dict[str, Any]:
    made: dict[str, Any] = {"answer": draw(st.sampled_from("ab"))}
    made |= draw(optional("by", st.lists(actors, min_size=1, max_size=2, unique=True)))
    made |= draw(optional("said", dates))
    made["sources"] = draw(st.lists(reports, min_size=1, max_size=3, unique=True))
    withdrawals = st.fixed_dictionaries({}, optional={"date": dates, "source": reports})
    return made | draw(optional("withdrawn", withdrawals))


@st.composite
def worlds(draw: st.DrawFn) -> Chronology:
    """A chronology of one event, `it`, whose dates are few, so that they meet."""
    questions = [
        {"id": name, "answers": {"a": "A", "b": "B"}, "many": draw(st.booleans()), "claims": several}
        for name, several in draw(
            st.dictionaries(st.sampled_from("pq"), st.lists(claims(), max_size=5), max_size=2)
        ).items()
    ]
    event = {
        "questions": questions,
        "sources": draw(st.lists(reports, max_size=3, unique=True)),
        "history": [(text, "corrected") for text in draw(st.lists(dates, max_size=2))],
        **draw(optional("retracted", dates)),
    }
    published = draw(st.dictionaries(reports, dates.map(lambda text: {"published": text})))
    published["reprint"] = {**published.get("reprint", {}), "origin": "bbc"}
    return chronology({"it": event}, sources=published)


def shown(view: EventView) -> Any:
    """All that is derived from claims and sources, of an event without its neighbours."""
    return view.standing, view.reports, view.origins, view.questions, view.event


@given(worlds())
def test_last_day_is_as_the_page_shows_it(found):
    last = found.known.last
    if last is None:
        return
    record = found.known._record("it")

    assert shown(record.view(found.known._reader, last)) == shown(found.events["it"])
    assert found.known.states("it")[-1].view == found.events["it"]
    assert all(claim.visible for question in found.known.on("it", last).questions for claim in question.claims)


@given(worlds(), st.dates().map(lambda date: Day(2025, 3, date.day)))
def test_nothing_is_shown_that_may_have_been_said_later(found, on):
    if found.known.last is None or on >= found.known.last:
        return
    then = found.known.on("it", on).view

    for claim in (claim for question in then.questions for claim in question.claims):
        published = [found.sources[use.source].source.published for use in claim.claim.sources]
        later = [date for date in published if date is None or date.latest is None or date.latest > on]
        if claim.said is None or claim.said.latest is None:
            assert not later
        else:
            assert claim.said.latest <= on
            assert len(later) <= 1
        assert claim.claim.withdrawn is None or claim.claim.withdrawn.date.latest <= on
    assert all(change.date.latest <= on for change in then.event.history)
    assert then.event.retracted is None or then.event.retracted.date.latest <= on


@given(worlds())
def test_what_is_visible_stays_so(found):
    before: set[str] = set()
    reports, public = 0, False
    for state in found.known.states("it"):
        visible = {claim.anchor for question in state.questions for claim in question.claims if claim.visible}
        assert before <= visible
        assert state.reports >= reports
        assert state.public >= public
        assert state.origins <= state.reports
        before, reports, public = visible, state.reports, state.public


@given(worlds())
def test_nothing_changes_between_the_days(found):
    known = found.known
    if known.since is None:
        return
    states = {state.day: state for state in known.states("it")}
    last = None
    for number in range(1, 32):
        on = Day(2025, 3, number)
        last = states.get(on, last)
        then = known.on("it", on)
        if last is not None:
            assert (then.public, then.questions, then.reports) == (last.public, last.questions, last.reports)
        assert bool(then.changes) == (on in states)


@given(worlds())
def test_every_claim_is_said_once(found):
    changes = [change for state in found.known.states("it") for change in state.changes]
    said = [change.claim.anchor for change in changes if change.kind in ("said", "revised")]
    wanted = [claim.anchor for question in found.events["it"].questions for claim in question.claims]

    assert found.known.since is None or sorted(said) == sorted(wanted)
    for state in found.known.states("it"):
        made = [change.claim for change in state.changes if change.kind in ("said", "revised")]
        assert all(found.known.since_claim(claim) == state.day for claim in made)
    assert found.known.since is None or sum(change.kind == "public" for change in changes) == 1


def test_work_grows_no_faster_than_the_chronology():
    def count_calls(number: int) -> int:
        sources = {f"source-{one}": {"published": f"2025-03-{one % 28 + 1:02}"} for one in range(number)}
        events = {f"event-{one}": {"questions": [CLAIMED], "sources": [f"source-{one}"]} for one in range(number)}
        known = chronology(events, sources=sources).known
        calls = 0

        def count(*_: object) -> None:
            nonlocal calls
            calls += 1

        sys.setprofile(count)
        try:
            for event in events:
                known.states(event)
        finally:
            sys.setprofile(None)
        return calls

    assert count_calls(400) < 2.2 * count_calls(200)
