"""Write the cases that hold the timeline's scripts to the build: `python -m tests.explorer.write_timeline_cases`.

Dates come in; ticks, rows, bars of density and names of pieces, as `pages/timeline_*.py` find them, come out. Read the
diff: a case is right because somebody has looked at it.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from chronology.model import dates
from chronology.model.date_shapes import shape_of
from chronology.model.dates import Date
from chronology.pages.timeline_layout import Extent, lay_out
from chronology.pages.timeline_scale import UNITS, Window, ticks, whole
from chronology.pages.timeline_words import piece

FOLDER = Path(__file__).parent / "timeline-cases"

MARCH = [
    "2024-08/2024-09", "2024-08-06", "2024-08-06", "2024-10-08/2024-10-15~", "../2024-10-22", "2025-01~",
    "2025-03-03/2025-03-11", "2025-03-04~/2025-03-07", *["2025-03-08"] * 3, "[2025-03-11,2025-03-12]",
    *["2025-03-13"] * 9, *["2025-03-14"] * 24, "2025-03-16/2025-03-25~", "2025-04-06", "2025-06-22/..",
]  # fmt: skip
ROME = ["-0752", "-0508~", "-0217-08-02", "-0043-03-15", "0009-09", "0079-10-24?", "0301", "0410-08-24", "0476-09-04"]
EARTH = [
    "Y-541000000", "Y-251902000~", "Y-201300000", "Y-66000000~", "Y-66000000", "Y-2580000", "Y-300000~", "Y-17000",
    "-2559", "1815-04-10", "1883-08-27", "1980-05-18", "2022-01-15",
]  # fmt: skip


def _many() -> list[str]:
    chance = random.Random(4)
    return sorted(f"{chance.randrange(2014, 2024)}-{chance.randrange(1, 13):02}" for _ in range(120))


DATES = {"a campaign": MARCH, "antiquity": ROME, "the earth": EARTH, "months of ten years": _many()}
WINDOWS: dict[str, list[tuple[str, str]]] = {
    "a campaign": [("2025-03-01", "2025-03-31"), ("2025-03-14", "2025-03-14"), ("2024-08-20", "2024-09-10")],
    "antiquity": [("-0044", "-0043"), ("-0099", "0100")],
    "the earth": [("Y-70000000", "Y-60000000"), ("1800", "2022")],
    "months of ten years": [("2019", "2020")],
}


def cases() -> dict[str, str]:
    """The files by name."""
    return {f"{name.replace(' ', '-')}.json": _text(name, texts) for name, texts in DATES.items()}


def _text(name: str, texts: list[str]) -> str:
    found = sorted((dates.parse(text) for text in texts), key=lambda date: date.sort_key)
    extents = [_extent(date) for date in found]
    columns = {
        "first": [extent.first for extent in extents],
        "last": [extent.last for extent in extents],
        "shape": [int(extent.shape) for extent in extents],
        "soft": [extent.soft for extent in extents],
    }
    shown = [_case(extents, window, rows) for window, rows in _windows(name, extents)]
    head = json.dumps({"case": name, "texts": [date.text for date in found], **columns}, ensure_ascii=False)
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in shown)
    return f'{head[:-1]}, "shown": [\n{lines}\n]}}\n'


def _extent(date: Date) -> Extent:
    drawn = shape_of(date)
    first, last = date.earliest, date.latest
    return Extent(first.ordinal() if first else None, last.ordinal() if last else None, drawn.shape, drawn.soft)


def _windows(name: str, extents: list[Extent]) -> Iterator[tuple[Window, int]]:
    bounds = [bound for extent in extents for bound in (extent.first, extent.last) if bound is not None]
    for width, rows in ((296.0, 10), (924.0, 16), (924.0, 4), (584.0, 0)):
        yield whole(min(bounds), max(bounds), width, 5.0), rows
    for start, end in WINDOWS[name]:
        first, last = dates.parse(start).earliest, dates.parse(end).latest
        assert first
        assert last
        for width, rows in ((320.0, 6), (1000.0, 8)):
            yield Window(first.ordinal(), last.ordinal() + 1, width), rows
    middle = (min(bounds) + max(bounds)) / 2
    yield Window(middle - 40.25, middle + 60.5, 700.0), 5


def _case(extents: list[Extent], window: Window, rows: int) -> dict[str, Any]:
    layout = lay_out(extents, window, rows)
    return {
        "window": [window.start, window.end, window.width],
        "rows": rows,
        "ticks": [[tick.day, tick.label] for tick in ticks(window)],
        "unit": UNITS.index(layout.unit),
        "marks": [
            [mark.index, round(mark.x, 6), round(mark.left, 6), round(mark.right, 6), mark.row, mark.soft]
            for mark in layout.marks
        ],
        "densities": [
            [piece(layout.unit, one.number), round(one.left, 6), round(one.right, 6), list(one.events)]
            for one in layout.densities
        ],
    }


def main() -> None:
    """Write the files."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in cases().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
