"""What changed between two states of a chronology, record by record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

Status = Literal["new", "changed", "gone", "affected"]
"""`affected`: the record is as it was, and something that is derived for it is not."""
STATUSES: tuple[Status, ...] = ("new", "changed", "gone", "affected")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed, as an editor would tell it.

    `kind` is one of KINDS, for programs. `sentence` is plain text, and whole; what it repeats of records stands in
    quotation marks or is a name (see `words`). `advice` says what a reviewer should look at, as a clause
    without a full stop; without it the change is a plain one. `question` and `claim` (its anchor) tell where it is.
    """

    kind: str
    sentence: str
    advice: str | None = None
    question: str | None = None
    claim: str | None = None

    def __post_init__(self) -> None:
        if self.sentence.endswith((".”.", "!”.", "?”.", "…”.")):  # a quotation that ends the sentence itself
            object.__setattr__(self, "sentence", self.sentence.removesuffix("."))

    def and_then(self, clause: str) -> Change:
        """The change with what followed from it: 'New claim …; standing goes from … to ….'."""
        return replace(self, sentence=f"{self.sentence.removesuffix('.')}; {clause}.")


@dataclass(frozen=True, slots=True)
class RecordChanges:
    """What changed in a record. `kind` is a key of `names.MANY` such as event or layer, or settings, whose id is ''."""

    kind: str
    id: str
    title: str
    path: str
    status: Status
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed, by kind of record and id. `layout` are files that changed while their records did not."""

    records: tuple[RecordChanges, ...]
    layout: tuple[str, ...] = ()

    def plain(self) -> Iterator[RecordChanges]:
        """The records with their plain changes, where they have any."""
        return _only(self.records, advised=False)

    def to_look_at(self) -> Iterator[RecordChanges]:
        """The records with the changes that a reviewer should look at, where they have any."""
        return _only(self.records, advised=True)


def _only(records: Iterable[RecordChanges], *, advised: bool) -> Iterator[RecordChanges]:
    for record in records:
        if some := tuple(one for one in record.changes if (one.advice is not None) == advised):
            yield replace(record, changes=some)


KINDS = {
    "record-new": "a record that was not there before",
    "record-gone": "a record that is gone, and its address with it; a layer has none",
    "record-renamed": "a record with another id; without `formerly`, which a layer does not have, to look at",
    "file-moved": "a record's file lies elsewhere, its id is the same",
    "formerly": "earlier ids of a record: one more, or to look at, one less",
    "likely-duplicate": "a new event that may be one that is there already",
    "not-archived": "a new source whose page has no archived copy",
    "retracted": "an event was retracted, or merged into another; taken back, to look at",
    "history": "a note of a correction was added; changed or taken out, to look at",
    "title": "a title or a name",
    "field": "any other field with a value of its own, such as a type, a clock time or a country",
    "list": "entries of a list, such as places, actors or relations, were added, taken out or put in another order",
    "text": "a summary or a longer text",
    "date-widened": "a date now spans what it spanned, and more",
    "date-narrowed": "a date now spans less of what it spanned",
    "date-moved": "a date now spans other days",
    "date-reworded": "a date spans the same days in another way: approximate, uncertain, a day between",
    "date-added": "a date that was not stated",
    "date-removed": "a date that is no longer stated",
    "question-new": "a question, with its claims",
    "question-gone": "a question was taken out, with its claims",
    "question-renamed": "a question has another id, which is its address",
    "question": "what a question asks, or how its answers go together",
    "answer-new": "one more answer that a question can have",
    "answer-gone": "an answer that a question no longer has",
    "answer-reworded": "other words for an answer that claims give",
    "claim-new": "a claim",
    "claim-revises": "a new claim with which a claimant leaves an earlier one",
    "claim-moved": "a claim stands under another question of its event",
    "claim-gone": "a claim was taken out, not withdrawn",
    "claim-withdrawn": "a claim was withdrawn by its claimant; withdrawn no more, to look at",
    "claim-answer": "another answer, figure or date in a claim",
    "claim-text": "other words in a claim",
    "claim-by": "other claimants of a claim, or another that it rests on",
    "claim-renamed": "a claim has another id, which is its address",
    "claim-field": "what a claim denies; another order of claims",
    "sources": "sources cited by a record, a claim or a layer's state, added or taken out",
    "quotation": "a quotation was added; changed or taken out, to look at",
    "standing": "a question, or an event without one, has another standing",
    "archived": "an archived copy of a source",
    "origin": "what a source rests on",
    "host": "a source's address that leads to another host",
    "corrected": "a correction by a source's publisher",
    "coordinates": "a place's coordinates",
    "outline": "a place's outline",
    "states": "a state of a layer: added, or its file; taken out or its shapes changed, to look at",
    "readings": "figures of a series' readings",
    "vocabulary": "a word of a vocabulary, a unit or a side in the settings",
}
"""Every kind of change, and what it is."""
