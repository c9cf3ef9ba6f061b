"""What records are called in sentences: by the later of two states, else by the earlier, else by their ids."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from chronology.model import date_words, quantity_words
from chronology.model.entities.entities import Entities
from chronology.model.entities.quantities import Quantity
from chronology.model.entities.questions import Claim, Question
from chronology.model.entities.settings import Settings
from chronology.review.changes.words import MOST_NAMES, capital, distinct, listing, named, quoted

T = TypeVar("T")

_OF_SUBJECT = re.compile(r"(?:Who|What|Which|Whose|How many|How much)\b")
_INVERTED = re.compile(
    r"\b(?:do|does|did)\b"
    r"|\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|shall|should|must)"
    r" (?:the|a|an|this|that|these|those|it|he|she|they|we|there|[^\W\d_a-z])"
)


class Names:
    """Looks names up. A record that neither state has, as an old version may name one, is called by its id."""

    def __init__(self, after: Entities, before: Entities | None = None) -> None:
        self._states = [after] if before is None else [after, before]

    @property
    def settings(self) -> Settings:
        """The later state's settings."""
        return self._states[0].settings

    def actor(self, one: str) -> str:
        """An actor's name."""
        found = self._first(lambda state: state.actors, one)
        return named(found.name) if found else one

    def actors(self, ids: Iterable[str]) -> str:
        """The names of actors, the first few of many."""
        return listing([self.actor(one) for one in ids], MOST_NAMES)

    def place(self, one: str) -> str:
        """A place's name."""
        found = self._first(lambda state: state.places, one)
        return named(found.name) if found else one

    def topic(self, one: str) -> str:
        """A topic's title."""
        found = self._first(lambda state: state.topics, one)
        return quoted(found.title) if found else one

    def event(self, one: str) -> str:
        """An event's title."""
        found = self._first(lambda state: state.events, one)
        return quoted(found.title) if found else one

    def series(self, one: str) -> str:
        """A series' title."""
        found = self._first(lambda state: state.series, one)
        return quoted(found.title) if found else one

    def source(self, one: str) -> str:
        """A source's title and publisher: '“Sudzha retaken” (Gazeta.Ru)'."""
        found = self._first(lambda state: state.sources, one)
        return f"{quoted(found.title, 100)} ({named(found.publisher)})" if found else one

    def publisher(self, one: str) -> str:
        """Who published a source."""
        found = self._first(lambda state: state.sources, one)
        return named(found.publisher) if found else one

    def origin(self, one: str) -> str:
        """What a source or claim rests on: an actor, else a source."""
        return self.actor(one) if any(one in state.actors for state in self._states) else self.source(one)

    def claimants(self, claim: Claim) -> str:
        """Who makes a claim: its actors; without any, the publishers of its sources."""
        if claim.by:
            return self.actors(claim.by)
        return listing(distinct(self.publisher(use.source) for use in claim.sources), MOST_NAMES)

    def asked(self, question: Question) -> str:
        """A question as a sentence goes on with it: (a claim on) 'who held Sudzha', '“Had Russia taken Basivka?”'."""
        if question.ask is None:
            return f"the series {self.series(question.series)}" if question.series else question.id
        text = question.ask.removesuffix("?")
        if _OF_SUBJECT.match(text) and not _INVERTED.search(text) and named(text) == text:
            return text[0].lower() + text[1:]
        return quoted(question.ask)

    def answer(self, question: Question, claim: Claim) -> str:
        """What a claim answers: 'about 30 mi²', '13 March 2025', '“Russia”', or its own words."""
        if claim.quantity:
            return self.quantity(claim.quantity)
        if claim.date:
            return date_words.in_words(claim.date)
        if claim.answer is not None:
            return quoted(question.answers.get(claim.answer, claim.answer), 100)
        return quoted(claim.says, 100) if claim.says else "without an answer"

    def in_full(self, question: Question, claim: Claim) -> str:
        """What a claim answers, with its own words where it has both: '“Yes” (“The town is ours.”)'."""
        answer = self.answer(question, claim)
        told = quoted(claim.says, 100) if claim.says else answer
        return answer if told.rstrip(".”").casefold() == answer.rstrip(".”").casefold() else f"{answer} ({told})"

    def quantity(self, quantity: Quantity) -> str:
        """A quantity in its own unit."""
        return quantity_words.stated(quantity, self.settings.units)

    def word(self, vocabulary: str, one: str) -> str:
        """A word of a vocabulary (`types`, `actor_kinds`), as it reads."""
        for state in self._states:
            words: Mapping[str, str] = getattr(state.settings, vocabulary)
            if one in words:
                return quoted(words[one])
        return quoted(one)

    def _first(self, pick: Callable[[Entities], Mapping[str, T]], one: str) -> T | None:
        return next((found for state in self._states if (found := pick(state).get(one)) is not None), None)


TITLES = {
    "event": "title", "actor": "name", "place": "name", "source": "title", "series": "title", "topic": "title",
    "layer": "title",
}  # fmt: skip
"""The field with which each kind of record is called."""
MANY = {
    "event": "events", "actor": "actors", "place": "places", "source": "sources", "series": "series", "topic": "topics",
    "layer": "layers",
}  # fmt: skip
"""Each kind of record, and the field of `Entities` that holds them."""


def called(kind: str) -> str:
    """A kind of record at the beginning of a line: 'Event', 'Settings'."""
    return capital(kind)
