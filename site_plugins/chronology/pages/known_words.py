"""How a record changed, in a line for each day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chronology.model import date_words
from chronology.model.chronology import ClaimView
from chronology.model.dates import Date
from chronology.model.days import Day
from chronology.model.known import KnownEvent
from chronology.model.known_changes import KnownChange
from chronology.pages.book import Book
from chronology.pages.typography import listing, sentence, typeset
from chronology.pages.words import CHANGES

CLAIMANTS = 4
"""As many a day names; of the others it gives the number."""
LETTERS = 60
"""After as many, free text is cut at a word."""

_SAYS = {"said": "said", "revised": "now said", "withdrawn": "withdrew"}
_BARE = {"Yes", "No"}


@dataclass(frozen=True, slots=True)
class Line:
    """A day of the list, with what changed, in sentences. No day: of these changes the record tells none."""

    day: Day | None
    sentences: tuple[str, ...]


def lines(book: Book, states: Sequence[KnownEvent]) -> Iterator[Line]:
    """Yield a line for every day on which the record changed, and one for what is not dated."""
    undated: list[KnownChange] = []
    for state in states:
        undated += [change for change in state.changes if not change.stated]
        stated = [change for change in state.changes if change.stated]
        if stated:
            yield Line(state.day, tuple(_sentences(book, stated, public=state.public)))
    if undated:
        yield Line(None, tuple(_sentences(book, undated, public=True)))


def _sentences(book: Book, changes: Sequence[KnownChange], *, public: bool) -> Iterator[str]:
    if any(change.kind == "public" for change in changes):
        yield "Became public."
    for kind, verb in _SAYS.items():
        yield from _said(book, verb, [change.claim for change in changes if change.kind == kind and change.claim])
    yield from _published(book, "{} corrected its report.", changes, "corrected-source")
    yield from _published(book, "Also reported by {}." if public else "Reported by {}.", changes, "reported")
    for change in changes:
        if change.change:
            yield f"This record was {CHANGES[change.change.kind].lower()}."


def _as_dated(said: Date | None) -> str:
    """What the record says of the day, where that is less than the day that the claim is listed under."""
    if said is None or (said.kind == "day" and not said.approximate and not said.uncertain):
        return ""
    return f" ({date_words.in_words(said)})" if said.earliest else " (on or before this day)"


def _said(book: Book, verb: str, claims: Iterable[ClaimView]) -> Iterator[str]:
    """`DeepState said: Neither in full.` for each claimant, who is named once for several claims."""
    by_name: dict[str, list[str]] = {}
    for claim in claims:
        names = listing([typeset(who.name) for who in book.claimants(claim.claim)])
        by_name.setdefault(names, []).append(_answer(book, claim) + _as_dated(claim.said))
    named = list(by_name.items())
    for names, answers in named[:CLAIMANTS] if len(named) > CLAIMANTS + 1 else named:
        yield sentence(f"{names} {verb}: {'; '.join(dict.fromkeys(answers))}")
    if len(named) > CLAIMANTS + 1:
        yield f"{len(named) - CLAIMANTS} others too."


def _answer(book: Book, view: ClaimView) -> str:
    claim = view.claim
    if claim.quantity:
        return book.stated(claim.quantity)
    if claim.date:
        return date_words.in_words(claim.date)
    question = book.question(view).question
    words = question.answers[claim.answer] if claim.answer else claim.says or ""
    asked = f" to “{book.ask(question)}”" if words in _BARE and _is_one_of_several(book, view.event) else ""
    return _cut(typeset(words)).rstrip(".") + asked


def _is_one_of_several(book: Book, event: str) -> bool:
    """Whether several questions of an event can be answered with yes or no, so that one has to say which."""
    questions = (view.question for view in book.chronology.events[event].questions)
    return sum(not _BARE.isdisjoint(question.answers.values()) for question in questions) > 1


def _cut(text: str) -> str:
    if len(text) <= LETTERS:
        return text
    return text[: text.rfind(" ", 0, LETTERS)].rstrip(",;:–— ") + " …"


def _published(book: Book, words: str, changes: Iterable[KnownChange], kind: str) -> Iterator[str]:
    sources = [change.source for change in changes if change.kind == kind and change.source]
    publishers = dict.fromkeys(typeset(book.chronology.sources[one].source.publisher) for one in sources)
    if publishers:
        yield words.format(listing(list(publishers)))
