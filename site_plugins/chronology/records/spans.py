"""The date of an event whose date is in question has to span what is claimed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from chronology.model.dates import Date, DateError, parse
from chronology.records.plain import entries
from chronology.records.problems import Finding
from chronology.records.values import joined


def span_findings(event: dict[str, Any]) -> Iterator[Finding]:
    """Whether there is one question about the date at most, and `date` spans the dates that its claims give.

    Withdrawn claims need not be spanned.
    """
    asked = [(number, one) for number, one in entries(event, "questions") if one.get("about") == "date"]
    for number, _ in asked[1:]:
        hint = f"put its claims under question {asked[0][0] + 1}"
        yield Finding(("questions", number, "about"), "another question is already about the date", hint)
    date = _date(event.get("date"))
    claims = [claim for _, question in asked for _, claim in entries(question, "claims") if "withdrawn" not in claim]
    claimed = [found for claim in claims if (found := _date(claim.get("answer")))]
    if date and not all(one.within(date.earliest, date.latest) for one in claimed):
        span = _span(claimed)
        hint = f"write {span[0] or '..'}/{span[1] or '..'} if it lasted, or [{span[0]}..{span[1]}] for a day between"
        yield Finding(("date",), f"the date {date.text} does not span the dates that are claimed", hint)


def _span(dates: list[Date]) -> tuple[str, str]:
    """The first and the last day of several dates; nothing for an end that is not known."""
    first = None if any(one.earliest is None for one in dates) else min(one.earliest for one in dates if one.earliest)
    last = None if any(one.latest is None for one in dates) else max(one.latest for one in dates if one.latest)
    return first.isoformat() if first else "", last.isoformat() if last else ""


def _date(value: object) -> Date | None:
    """The date, where it is one: what is wrong with any other is said elsewhere."""
    text = joined(value)
    try:
        return parse(text) if isinstance(text, str) else None
    except DateError:
        return None
