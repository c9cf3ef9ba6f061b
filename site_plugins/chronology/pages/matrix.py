"""The claim matrix: the questions about an event as rows, the parties as columns, a claim in each cell.

Parties are the claimants, grouped by side. Where there are more than fit beside each other, the last column holds
those who answer least, each named in its cell.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from chronology.model.chronology import ClaimView, EventView, QuestionView
from chronology.pages.book import Book
from chronology.pages.typography import listing, typeset

MOST_PARTIES = 4
"""How many columns fit beside each other on a desktop."""

OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Party:
    """A column: a side, or a claimant that stands for itself; `members` are its claimants on this event."""

    key: str
    title: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A question, with each party's claims in the order of the columns."""

    question: QuestionView
    cells: tuple[tuple[ClaimView, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who says what about an event, at a glance."""

    parties: tuple[Party, ...]
    rows: tuple[Row, ...]

    @property
    def has_others(self) -> bool:
        """Tell whether the last column gathers several parties."""
        return self.parties[-1].key == OTHERS


def matrix(book: Book, view: EventView) -> Matrix | None:
    """Return the matrix of an event, or None where there is nothing to set side by side.

    That is so with one question (its own table shows the same), and where no two parties answer the same one.
    """
    asked = [question for question in view.questions if question.claims]
    claims = [claim for question in asked for claim in question.claims]
    keys = _keys_by_weight(asked)
    if len(asked) < 2 or not any(len(set(map(_key, question.claims))) > 1 for question in asked):
        return None
    shown = keys if len(keys) <= MOST_PARTIES else keys[: MOST_PARTIES - 1]
    parties = [_party(book, key, [claim for claim in claims if _key(claim) == key]) for key in shown]
    if len(shown) < len(keys):
        rest = [claim for claim in claims if _key(claim) not in shown]
        parties.append(Party(OTHERS, "Others", _members(book, rest)))
    rows = tuple(Row(question, _cells(question, shown, others=len(shown) < len(keys))) for question in asked)
    return Matrix(tuple(parties), rows)


def _key(claim: ClaimView) -> str:
    """Return the party of a claim: its first side, or without claimants the first of its origins."""
    return (claim.sides or claim.origins)[0]


def _keys_by_weight(asked: list[QuestionView]) -> list[str]:
    """Return the parties: those who answer most questions first, then in the record's order."""
    answered = Counter(key for question in asked for key in dict.fromkeys(map(_key, question.claims)))
    return sorted(answered, key=lambda key: -answered[key])


def _party(book: Book, key: str, claims: list[ClaimView]) -> Party:
    members = _members(book, claims)
    side = book.side_title(key)
    return Party(key, side or listing(list(members)), members if side else ())


def _members(book: Book, claims: list[ClaimView]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(typeset(who.name) for claim in claims for who in book.claimants(claim.claim)))


def _cells(question: QuestionView, shown: list[str], *, others: bool) -> tuple[tuple[ClaimView, ...], ...]:
    cells = [tuple(claim for claim in question.claims if _key(claim) == key) for key in shown]
    if others:
        cells.append(tuple(claim for claim in question.claims if _key(claim) not in shown))
    return tuple(cells)
