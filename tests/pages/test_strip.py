from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from chronology.model import dates
from chronology.pages.strip import WIDTH, strip


def _events(*texts: str) -> Any:
    return [SimpleNamespace(event=SimpleNamespace(date=dates.parse(text))) for text in texts]


def test_few_events_need_no_figure() -> None:
    assert strip(_events("2025-03-01", "2025-03-02")) is None
    assert strip(_events("2025-03-01", "2025-03-01", "2025-03-01")) is None


@pytest.mark.parametrize(
    "texts,first,last",
    [
        (("2024-08-06", "2025-03-13", "2025-06-22"), "Aug 2024", "Jun"),
        (("2025-03-01", "2025-03-02", "2025-03-09"), "Mar 2025", "Mar 2025"),
        (("1914", "1939", "2022"), "1920", "2020"),
        (("0001", "1000", "2000"), "500", "2000"),
    ],
)
def test_labels_stand_inside_the_figure(texts: tuple[str, ...], first: str, last: str) -> None:
    drawn = strip(_events(*texts))
    assert drawn is not None
    assert (drawn.ticks[0].label, drawn.ticks[-1].label) == (first, last)
    assert all(0 <= tick.left <= WIDTH for tick in drawn.ticks)
    assert all(0 <= bar.left < WIDTH for bar in drawn.bars)


def test_geological_time_is_drawn() -> None:
    drawn = strip(_events("Y-170000000", "Y-17000", "2000"))
    assert drawn is not None
    assert 1 < len(drawn.ticks) < 12
    assert len(drawn.bars) <= 120
