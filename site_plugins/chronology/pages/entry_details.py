"""What the pages' lists say of each event beneath its title, for the lists that scripts draw.

The explorer's data has what events are found by; this is as much again, so it comes in pieces, each when an entry of it
comes near the window. `docs/handbook/explorer.md` describes the files; `assets/scripts/explorer/entry-details.js` reads
them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from markupsafe import Markup

from chronology.model.chronology import ClaimView, EventView, QuestionView
from chronology.pages.book import Book, Sheet
from chronology.pages.environment import environment
from chronology.pages.page import OutFile
from chronology.pages.typography import typeset

FOLDER = "assets/chronology/data/entries"
PIECE = 100
"""Events in a file, in the order of the explorer's data: some 15 KB, compressed."""


def entry_files(book: Book) -> Iterator[OutFile]:
    """Yield the files, made when they are written. Their names stay: browsers ask whether they changed."""
    events = list(book.chronology.facets.events)
    for number, first in enumerate(range(0, len(events), PIECE)):
        yield OutFile(f"{FOLDER}/{number}.json", partial(_piece, book, events[first : first + PIECE]))


def _piece(book: Book, events: Sequence[str]) -> bytes:
    sheet = Sheet(book, book.here("index"))
    entries = {event: _entry(sheet, book.chronology.events[event]) for event in events}
    return json.dumps(entries, ensure_ascii=False, separators=(",", ":")).encode()


def _entry(sheet: Sheet, view: EventView) -> dict[str, Any]:
    questions = _said("of_questions", sheet, view)
    return _words(sheet, view) | ({"questions": questions} if questions else {})


def _words(sheet: Sheet, view: EventView) -> dict[str, Any]:
    """The question in dispute with its claims, or the summary."""
    if dispute := sheet.book.dispute(view):
        question = dispute.question
        claims = [_claim(sheet, question, claim) for claim in dispute.claims]
        return {"asks": sheet.book.ask(question.question), "says": claims}
    return {"text": typeset(view.event.summary)}


def _claim(sheet: Sheet, question: QuestionView, view: ClaimView) -> list[str]:
    """Who claims what; for what no longer stands, also its state and the state in words."""
    who = ", ".join(typeset(one.name) for one in sheet.book.claimants(view.claim))
    line = [who, _said("claim_words", sheet, question, view.claim)]
    if view.state != "stands":
        line += [view.state, _said("claim_state", sheet, question, view)]
    return line


def _said(macro: str, *of: object) -> str:
    """What a macro of the pages writes, as plain text."""
    macros: Any = environment().globals["m"]
    return Markup(getattr(macros, macro)(*of)).striptags()  # noqa: S704 (a template has escaped it)
