"""Corrections to our own records: their order, their numbers, and what became of an event."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chronology.model.corrections import Correction, corrections_of, gather_corrections, heirs, retraction_of
from chronology.model.dates import parse
from chronology.model.entities.events import Change, Event, Retraction
from tests.model import build


def event(*history: tuple[str, str], retracted: str | None = None, by: str | None = None) -> Event:
    made = build.event("it", {"history": history})
    return replace(made, retracted=Retraction(parse(retracted), "Another reason.", by)) if retracted else made


def shown(corrections: tuple[Correction, ...]) -> list[tuple[str, str, bool]]:
    return [(one.anchor, one.change.kind, one.retraction is not None) for one in corrections]


def test_corrections_are_newest_first_and_numbered_as_the_record_has_them() -> None:
    found = corrections_of(event(("2025-05", "corrected"), ("2025-03-18", "re-dated"), ("2025-03-18", "narrowed")))
    assert shown(found) == [
        ("change-1", "corrected", False),
        ("change-3", "narrowed", False),
        ("change-2", "re-dated", False),
    ]


def test_what_is_added_to_a_history_moves_no_anchor() -> None:
    before = corrections_of(event(("2025-03-18", "re-dated"), ("2025-03-20", "corrected")))
    after = corrections_of(event(("2025-03-18", "re-dated"), ("2025-03-20", "corrected"), ("2025-03-19", "widened")))
    assert {(one.anchor, one.change) for one in before} < {(one.anchor, one.change) for one in after}


def test_a_retraction_is_the_last_change_of_a_history_that_does_not_tell_it() -> None:
    found = corrections_of(event(("2025-03-18", "re-dated"), retracted="2025-04-01"))
    assert shown(found) == [("change-2", "retracted", True), ("change-1", "re-dated", False)]
    assert found[0].reasons == ("Another reason.",)


@pytest.mark.parametrize(
    "history, by, expected",
    [
        ([("2025-04-01", "retracted")], None, [("change-1", "retracted", True)]),
        ([("2025-04-02", "retracted")], "other", [("change-1", "retracted", True)]),
        ([("2025-04-01", "merged")], "other", [("change-1", "merged", True)]),
        ([("2025-04-01", "superseded")], "other", [("change-1", "superseded", True)]),
        # Without another event in its place, and on another day, it is another change.
        ([("2025-04-01", "merged")], None, [("change-2", "retracted", True), ("change-1", "merged", False)]),
        ([("2025-03-01", "merged")], "other", [("change-2", "retracted", True), ("change-1", "merged", False)]),
        (
            [("2025-03-01", "merged"), ("2025-04-01", "retracted")],
            "other",
            [("change-2", "retracted", True), ("change-1", "merged", False)],
        ),
    ],
)
def test_a_retraction_that_the_history_tells_is_told_once(
    history: list[tuple[str, str]], by: str | None, expected: list[tuple[str, str, bool]]
) -> None:
    assert shown(corrections_of(event(*history, retracted="2025-04-01", by=by))) == expected


def test_reasons_are_given_as_the_history_and_the_retraction_say_them_but_not_twice() -> None:
    told = event(("2025-04-01", "retracted"), retracted="2025-04-01")
    assert corrections_of(told)[0].reasons == ("Because.", "Another reason.")
    alike = replace(told, retracted=Retraction(parse("2025-04-01"), "Because."))
    assert corrections_of(alike)[0].reasons == ("Because.",)


def test_what_took_an_event_out_is_one_correction_or_none() -> None:
    gone = retraction_of(event(("2025-03-18", "corrected"), ("2025-04-01", "merged"), retracted="2025-04-01", by="x"))
    assert gone is not None
    assert (gone.change.kind, gone.onward) == ("merged", "Merged into")
    assert retraction_of(event(("2025-03-18", "merged"), ("2025-03-19", "retracted"))) is None


def test_corrections_of_all_records_are_newest_first_then_by_event() -> None:
    events: dict[str, build.Short] = {
        "b": {"history": [("2025-03-18", "re-dated"), ("2025-03-18", "narrowed"), ("2025-05", "corrected")]},
        "a": {"history": [("2025-03-18", "merged")]},
        "c": {"history": [("2025-04-01", "retracted")], "retracted": "2025-04-01"},
    }
    made = build.chronology(events).entities.events
    expected = [("b", "corrected"), ("c", "retracted"), ("a", "merged"), ("b", "narrowed"), ("b", "re-dated")]
    for order in (list(made), list(reversed(list(made)))):
        found = gather_corrections(made[one] for one in order)
        assert [(one.event, one.change.kind) for one in found] == expected


def test_heirs_replace_an_event_or_say_that_they_supersede_it() -> None:
    found = build.chronology(
        {
            "old": {"history": [("2025-04-01", "superseded"), ("2025-04-02", "corrected")]},
            "new": {"relations": [("old", "supersedes")]},
            "after": {"relations": [("old", "follows")]},
        }
    )
    corrected, superseded = corrections_of(found.events["old"].event)
    assert heirs(superseded, found.events["old"]) == ("new",)
    assert heirs(corrected, found.events["old"]) == ()
    merged = Correction(
        "old", 1, Change(parse("2025-04-01"), "merged", "Because."), Retraction(parse("2025"), "x", "a")
    )
    assert heirs(merged, found.events["old"]) == ("a",)


def test_a_correction_without_a_beginning_has_the_day_by_which_it_was_made() -> None:
    assert [str(one.day.isoformat()) for one in corrections_of(event(("../2025-03-18", "corrected"))) if one.day] == [
        "2025-03-18"
    ]
