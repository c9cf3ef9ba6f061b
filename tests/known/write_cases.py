"""Write cases.json, to which known.js is held: `python -m tests.known.write_cases`.

The cases are those of tests/model/cases/known.yml. `data` is what a page gives the scripts; what they should make of it
on each day comes from the model, not from that data. In place of HTML, a piece is the standing, reports and origins.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from chronology.model import date_words, dates
from chronology.model.chronology import EventView, QuestionView
from chronology.model.days import Day
from chronology.model.known import KnownEvent
from chronology.pages.book import Book
from chronology.pages.known import known_event
from chronology.pages.site import Site
from tests.model.build import Short
from tests.model.known_cases import CASES, case_chronology

FILE = Path(__file__).parent / "cases.json"

DAYS = [
    "2025-03-14", "2024-02-29", "2025-02-29", "1900-02-29", "2000-02-29", "2025-13-01", "2025-00-10", "2025-04-31",
    "2025-03-32", "2025-03-00", "2025-3-14", "20250314", "2025-03", "2025", "2025-03-14~", " 2025-03-14",
    "14 March 2025", "0001-01-01", "0000-12-31", "-0043-03-15", "-0000-01-01", "Y17000-01-01", "Y-17000-02-28",
    "Y1700-01-01", "Y017000-01-01", "now", "", "2025-03-14\n",
]  # fmt: skip


def cases() -> str:
    """The text of the file."""
    found = {
        "days": [{"text": text, "words": _words(text)} for text in DAYS],
        "states": [_case(case) for case in CASES],
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _words(text: str) -> str | None:
    try:
        date = dates.parse(text)
    except dates.DateError:
        return None
    certain = date.kind == "day" and not date.approximate and not date.uncertain and date.text == text
    return date_words.in_words(date) if certain else None


def _case(case: Short) -> dict[str, Any]:
    chronology = case_chronology(case)
    view, known = chronology.events["it"], chronology.known
    page = known_event(Book.of(chronology, Site()), view)
    pieces = [kept for piece in page.pieces if (kept := page.keep(piece, _piece(piece.view) if piece.view else None))]
    days = [state.day.ordinal() for state in known.states("it")]
    dates = [Day.from_ordinal(number) for day in days for number in (day - 1, day, day + 1)]
    return {
        "case": case["case"],
        "data": json.loads(page.json()),
        "pieces": pieces,
        "now": _state(known.on("it", dates[-1]), view, begun=True),
        "on": {
            day.isoformat(): _state(known.on("it", day), view, begun=day.ordinal() >= days[0])
            for day in sorted(set(dates))
        },
    }


def _piece(view: EventView | QuestionView) -> str:
    return f"{view.standing} {view.reports} {len(view.origins)}"


def _state(known: KnownEvent, view: EventView, *, begun: bool) -> dict[str, Any]:
    return {
        "public": known.public,
        "claims": {
            claim.anchor: claim.state if claim.visible else None
            for question in known.questions
            for claim in question.claims
        },
        "sources": {source: source in known.view.sources for source in view.sources},
        "event": _piece(known.view) if begun else None,
        "questions": {one.question: _piece(one.view) if begun else None for one in known.questions},
    }


if __name__ == "__main__":
    FILE.write_text(cases(), encoding="utf-8")
