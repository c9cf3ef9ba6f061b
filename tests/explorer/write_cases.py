"""Write what the scripts are held to by Node.js alone: `python -m tests.explorer.write_cases`.

`cases/data.json` is the explorer's data file of cases/chronology.json, and `cases/dates.json` has days and dates as
the model reads them.
"""

from __future__ import annotations

import json
from typing import Any

from chronology.model import date_words, dates
from chronology.model.days import Day
from chronology.pages.explorer_data import explorer_data
from tests.explorer.chronologies import CASES, made_up

YEARS = (1, 0, -1, 4, -4, 100, 400, -400, 1582, 1900, 2000, 2024, 2025, 9999, 10_000, -9999, -10_000, -17_000,
         123_456_789, -123_456_789, 999_999_999, -999_999_999, 999_999_999_999)  # fmt: skip
DATES = [
    "2025", "2025-03", "2025-03-13", "2024-02", "2025-02", "1900-02", "2000-02-29", "1900-02-29", "0000", "0001",
    "0079", "-0043", "-0043-03", "-0043-03-15", "-0001-12-31", "-0000", "-0000-01-01", "9999", "-9999", "Y17000",
    "Y-17000", "Y-17000-02", "Y-17000-02-28", "Y-123456789", "Y123456789-12-31", "Y999999999999",
    "Y-999999999999-01-01", "Y9999999999999", "Y1700", "Y017000", "17000", "2025-13", "2025-00", "2025-3",
    "2025-03-32", "2025-03-00", "2025-04-31", "2025-21", "2025-03~", "2025?", "2025-03-XX", "20XX",
    "2025-03/2025-04", "[2025,2026]", "../2025", "March 2025", "now", "20250313", " 2025", "2025-03-13T14:00", "",
]  # fmt: skip


def data() -> str:
    """The text of cases/data.json."""
    return json.dumps(json.loads(explorer_data(made_up()).read()), ensure_ascii=False, indent=1) + "\n"


def days_and_dates() -> str:
    """The text of cases/dates.json."""
    days = [Day(year, *rest) for year in YEARS for rest in ((1, 1), (2, 28), (3, 1), (12, 31))]
    found = {"days": [[*day, day.ordinal()] for day in days], "dates": [_date(text) for text in DATES]}
    return json.dumps(found, ensure_ascii=False) + "\n"


def _date(text: str) -> dict[str, Any]:
    """A date as a period may begin or end with it, or null."""
    try:
        date = dates.parse(text)
    except dates.DateError:
        return {"text": text, "is": None}
    doubted = date.approximate or date.uncertain
    if date.kind not in ("day", "month", "year") or doubted or date.earliest is None or date.latest is None:
        return {"text": text, "is": None}
    bounds = {"first": date.earliest.ordinal(), "last": date.latest.ordinal(), "unit": date.kind}
    return {"text": text, "is": bounds, "words": date_words.in_words(date)}


def main() -> None:
    (CASES / "data.json").write_text(data(), encoding="utf-8")
    (CASES / "dates.json").write_text(days_and_dates(), encoding="utf-8")


if __name__ == "__main__":
    main()
