"""Write what the forms' scripts are held to by Node.js alone: `python -m tests.forms.write_cases`.

`cases/dates.json` has dates and times as the model reads and refuses them, with its words.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from chronology.model import clock, date_words, dates
from chronology.model.days import Day
from chronology.model.suggest import Suggestions

CASES = Path(__file__).parent / "cases"
MODEL = Path(__file__).parent.parent / "model" / "cases"
MORE = (
    "12 March 2025", "March 12, 2025", "Wed, 12 March 2025", "12.3.2025", "13/03/2025", "03/13/2025", "12/03/2025",
    "11-13 March 2025", "11 or 12 March 2025", "between 11 and 13 March 2025", "from 6 August 2024 to now",
    "early March 2025", "mid-March 2025", "late February 2024", "spring 2025", "Q3 2024", "2024-Q3", "the 1990s",
    "19th century", "44 BC", "AD 79", "2025-W11", "2025-W11-3", "2025-071", "about March 2025", "after March 2025",
    "before 1 January 2025", "by 16 March 2025", "since August 2024", "2025-03-11/13", "2024/25", "2025/03",
    "20250312", "2025-3-12", "2025-03-12T14:30", "2025-03-12 14:30", "12 March 2025 at 14:30", "yesterday", "unknown",
    "[2025-03-11..2025-03-13", "2025-03-11..2025-03-13", "2025-03-11 – 2025-03-13", "{2025-03-11,2025-03-12}",
    "2025-03-12?~", "~2025-03", "199", "20", "Y17000E2", "2025S3", "x" * 60, "2025-03-12\u202e", "1/2/3/4", "nd",
    "2025-13-12", "2025-31-03", "2025-02-29", "[2025-03-13..2025-03-11]", "2025-03-13/2025-03-11", "[]", "[2025,]",
    "c. 12 March 2025", "c.1950", "12 March 2025?", "12 March 2025 (?)", "March 2025~", "up to 3 April 2024", "../..",
    "[..2025-03-16]", "[2024-08-06..]", "[1984,1986..1988,1990..]", "2025-03-12/2025-04", "2024-12/2025-02",
    "-0043-03-15", "-0049/-0043", "Y-17000", "Y170000002", "2025-XX-12", "20XX-03", "20XX-12-XX", "1XXX", "-12XX",
    "156X-12-25", "2025-1X", "2025-03-1X", "2025-03-XX~", "XXXX-03", "2025-~03-12", "2025-03-~12", "?2025-03-12%",
)  # fmt: skip
TIMES = (
    "14:30", "14:30~", "00:00?", "23:59%", "2:30", "14.30", "1430", "2 pm", "2:30 p.m.", "12 am", "24:00", "25:00",
    "14:30:15", "14:30Z", "about 14:30", "c. 9:05", "noon", "Midnight", "14h30", "14", "half past two", "14:75",
    "14:30 MSK", "~14:30?", "14:30?~", "13 pm", "", "x" * 50, "9 o'clock",
)  # fmt: skip
MISSPELT = {
    "sudza": ("sudzha", "sumy", "kursk-region"),
    "Sudzha": ("sudzha", "sumy"),
    "russia_mod": ("russia-mod", "russia", "ukraine"),
    "zzz": ("sudzha", "sumy"),
    "ttitle": ("title", "title_from", "text", "time"),
    "fought": ("fought-over", "russia"),
}


def dates_and_times() -> str:
    """The text of cases/dates.json."""
    texts = dict.fromkeys([*_model_texts(), *MORE])
    texts |= dict.fromkeys(changed.format(text) for text in list(texts)[::3] for changed in ("{}?", "about {}", "until {}"))
    texts |= dict.fromkeys(text.replace("-", "\N{EN DASH}") for text in list(texts)[::5])
    found = {
        "dates": [_date(text) for text in texts],
        "times": [_time(text) for text in TIMES],
        "nearest": [
            {"word": word, "words": words, "is": Suggestions(words).nearest(word)} for word, words in MISSPELT.items()
        ],
    }
    return json.dumps(found, ensure_ascii=False, indent=0) + "\n"


def _model_texts() -> list[str]:
    def read(name: str) -> Any:
        return yaml.load((MODEL / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)

    valid = [str(case[0]) for case in read("dates-valid")]
    invalid = [str(text) for case in read("dates-invalid") for text in case]
    return [*valid, *map(str, read("dates-words")), *invalid]


def _date(text: str) -> dict[str, Any]:
    try:
        date = dates.parse(text)
    except dates.DateError as error:
        return {"text": text, "problem": error.problem, "hint": error.hint}
    return {
        "text": text,
        "words": date_words.in_words(date),
        "kind": date.kind,
        "earliest": _day(date.earliest),
        "latest": _day(date.latest),
        "doubt": [date.soft_start, date.soft_end, date.approximate, date.uncertain],
        "written": date.text,
    }


def _day(day: Day | None) -> str | None:
    return day.isoformat() if day else None


def _time(text: str) -> dict[str, str]:
    try:
        return {"text": text, "words": clock.in_words(clock.parse_time(text))}
    except clock.ClockError as error:
        return {"text": text, "problem": error.problem, "hint": error.hint}


def main() -> None:
    (CASES / "dates.json").write_text(dates_and_times(), encoding="utf-8")


if __name__ == "__main__":
    main()
