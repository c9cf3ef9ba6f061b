"""What is made of an answer, or of none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from chronology.model.survival import Look, Outcome
from chronology.survival.addresses import NotAskedError, parse_target
from chronology.survival.journey import Arrival, NoArrivalError, Traveller
from chronology.survival.page_text import media_type, page_text
from chronology.survival.quotations import FEWEST_WORDS, PageWords, digest
from chronology.survival.visit import NoAnswerError

FAILURES = 3
FAILING_DAYS = 14
"""An address that did not answer in so many looks, over so many days, is gone: a server may be down for a week."""
_GONE = {404, 410}


def look(traveller: Traveller, address: str, quotations: Sequence[str], today: str, before: Look | None = None) -> Look:
    """Look at an address. `before` is the last look at the same one."""
    seen = _look(traveller, address, quotations, today, before)
    return replace(seen, quotations=digest(quotations))


def _look(traveller: Traveller, address: str, quotations: Sequence[str], today: str, before: Look | None) -> Look:
    try:
        arrival = traveller.go(address, reads=bool(quotations))
    except (NotAskedError, NoArrivalError) as error:
        seen = _seen(address, Outcome.UNCLEAR, today, note=str(error))
    except NoAnswerError as error:
        return _failed(address, today, before, str(error))
    else:
        if arrival.answer.status >= 500:
            said = f"the server answers {arrival.answer.status}"
            return _failed(address, today, before, said, arrival.answer.status)
        seen = _judge(arrival, address, quotations, today)
    if before and before.outcome is seen.outcome and before.to == seen.to:
        return replace(seen, since=before.since)
    return seen


def _judge(arrival: Arrival, address: str, quotations: Sequence[str], today: str) -> Look:
    status = arrival.answer.status
    if status in _GONE:
        return _seen(address, Outcome.GONE, today, status=status, note=f"the server answers {status}")
    if not 200 <= status < 300:
        return _seen(address, Outcome.UNCLEAR, today, status=status, note=f"the server answers {status}")
    moved = arrival.moved_to
    if moved and moved.is_front_page and not parse_target(address).is_front_page:
        note = "it leads to the front page of its site"
        return _seen(address, Outcome.GONE, today, status=status, note=note)
    missing, note = _compare(arrival, quotations)
    outcome = Outcome.CHANGED if missing else Outcome.MOVED if moved else Outcome.ANSWERS
    to = moved.url if moved else None
    return Look(address, today, outcome, today, status, to, missing=tuple(missing), note=note)


def _compare(arrival: Arrival, quotations: Sequence[str]) -> tuple[list[str], str]:
    """The quotations that are not on a page; or none, and why they were not compared."""
    if not quotations:
        return [], ""
    answer = arrival.answer
    text = page_text(answer.body, answer.headers)
    if text is None:
        return [], f"not compared: it is {_called(media_type(answer.headers))}, not a page of text"
    words = PageWords(text)
    missing = [one for one in quotations if not words.have(one)]
    if missing and not answer.whole:
        return [], "not compared: the page is too large"
    if missing and words.count < FEWEST_WORDS:
        return [], "not compared: the page has hardly any text without its scripts"
    return missing, ""


def _called(kind: str) -> str:
    return {"application/pdf": "a PDF", "": "of no stated kind"}.get(kind, kind)


def _failed(address: str, today: str, before: Look | None, note: str, status: int | None = None) -> Look:
    """No answer: unclear, until it has been so for long enough."""
    failures = before.failures + 1 if before else 1
    known = before is not None and before.outcome is Outcome.GONE
    since = before.since if before and (before.failures or known) else today
    lasts = (date.fromisoformat(today) - date.fromisoformat(since)).days
    gone = known or (failures >= FAILURES and lasts >= FAILING_DAYS)
    outcome = Outcome.GONE if gone else Outcome.UNCLEAR
    return Look(address, today, outcome, since, status, note=note, failures=failures)


def _seen(address: str, outcome: Outcome, today: str, *, note: str, status: int | None = None) -> Look:
    return Look(address, today, outcome, today, status, note=note)
