from __future__ import annotations

import pytest

from chronology.model.dates import parse
from chronology.model.entities.events import Change, Event, Retraction
from chronology.model.entities.record import Where

DAY, ANOTHER = parse("2025-03-18"), parse("2025-03-19")


@pytest.mark.parametrize(
    "retracted, history, expected",
    [
        (Retraction(DAY, "Told twice.", "b"), (Change(DAY, "merged", "Told twice."),), "b"),
        (Retraction(DAY, "Wrong.", "b"), (), None),
        (Retraction(DAY, "Wrong.", "b"), (Change(ANOTHER, "merged", "c went into this one."),), None),
        (Retraction(DAY, "Wrong."), (Change(DAY, "merged", "Told twice."),), None),
        (None, (Change(DAY, "merged", "c went into this one."),), None),
    ],
)
def test_merged_event_is_replaced_and_called_merged_that_day(
    retracted: Retraction | None, history: tuple[Change, ...], expected: str | None
) -> None:
    event = Event("a", Where("a.yml"), "A", DAY, "A.", history=history, retracted=retracted)
    assert event.merged_into == expected
