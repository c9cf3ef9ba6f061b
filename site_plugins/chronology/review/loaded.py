"""Loaded words: verbs that, beside telling who said what, pass judgement on it or on who said it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from chronology.model.entities.actors import Actor
from chronology.model.entities.events import Event
from chronology.model.entities.places import Place
from chronology.model.entities.series import Series
from chronology.model.entities.settings import Settings
from chronology.model.entities.sources import Source
from chronology.model.entities.topics import Topic
from chronology.records.problems import Loc
from chronology.review.inflection import beginnings, forms_of_one
from chronology.review.prose import Word, own_words, words
from chronology.review.remarks import Remark, Spot

LOADED: Mapping[str, str] = {
    "admit": "say, or acknowledge",
    "boast": "say",
    "brag": "say",
    "confess": "say",
    "debunk": "dispute",
    "falsely": "who disputes it, and what they say",
    "gloat": "say",
    "insist": "say, or repeat",
    "lied": "what was said, and who disputes it",
    "point out": "say",
    "pretend": "say",
    "refute": "deny, or reject",
    "reveal": "say, or report",
}
"""Each with what to write instead.

`claim` is the plain word for what this site stores. `concede` tells that a claimant revised a claim, which the record
shows. `lie` and `expose` are mostly about villages and flanks.
"""

Record = Event | Actor | Place | Source | Series | Topic
Text = tuple[Loc, str, bool]
"""Where a text stands in its record, the text, and whether it is Markdown."""


def loaded_words(settings: Settings) -> dict[str, str]:
    """The loaded words of a site: ours, which are English, as its settings add to them or take off them."""
    built_in = LOADED if is_english(settings) else {}
    return {word: plain for word, plain in {**built_in, **settings.wording.loaded}.items() if word != plain}


def is_english(settings: Settings) -> bool:
    """Whether a site's own words are English, as are those that are looked for."""
    return settings.language.partition("-")[0] == "en"


class Loaded:
    """Looks for the loaded words of a list in all that a record says in the site's own words."""

    def __init__(self, loaded: Mapping[str, str]) -> None:
        """`loaded` are words in their basic form, perhaps with a particle ('point out')."""
        self._phrases: dict[str, list[tuple[list[str], str]]] = {}
        for phrase, plain in loaded.items():
            if found := [word.text.casefold() for word in words(phrase)]:
                self._phrases.setdefault(found[0], []).append((found[1:], plain))
        self._beginnings = beginnings(self._phrases)

    def remarks(self, record: Record) -> Iterator[Remark]:
        """One for each loaded word, in the order of the record's fields."""
        texts = list(_texts(record))
        # Most records have none of them, and dividing a text into its words takes a hundred times as long.
        lowered = "\n".join([text for _, text, _ in texts]).casefold()
        if not any(one in lowered for one in self._beginnings):
            return
        for loc, text, markdown in texts:
            found = words(own_words(text, markdown=markdown))
            for number, word in enumerate(found):
                if plain := self._plain(word, found[number + 1 :]):
                    yield Remark(
                        record.where,
                        Spot.of_word(loc, text, word.text, word.start),
                        f"'{word.text}' is a loaded word",
                        f"write instead: {plain}",
                    )

    def _plain(self, word: Word, following: list[Word]) -> str | None:
        """What to write instead of a word, if it is loaded."""
        for form in forms_of_one(word.text) & self._phrases.keys():
            for rest, plain in self._phrases[form]:
                if [one.text.casefold() for one in following[: len(rest)]] == rest:
                    return plain
        return None


def _texts(record: Record) -> Iterable[Text]:
    """What a record says in the site's own words; titles and names as printed are not."""
    if isinstance(record, Event):
        return _event(record)
    if isinstance(record, Topic):
        return _given(("title", record.title), ("summary", record.summary), text=record.text)
    if isinstance(record, Series):
        return _given(("title", record.title), ("counts", record.counts), ("summary", record.summary))
    if isinstance(record, Source):
        return _given(("title", record.title if record.title_from == "us" else None), ("note", record.note))
    return _given(("summary", record.summary))


def _given(*fields: tuple[str, str | None], text: str | None = None) -> Iterator[Text]:
    yield from (((name,), value, False) for name, value in fields if value)
    if text:
        yield ("text",), text, True


def _event(event: Event) -> Iterator[Text]:
    yield from _given(("title", event.title), ("summary", event.summary), text=event.text)
    for number, question in enumerate(event.questions):
        loc: Loc = ("questions", number)
        if question.ask:
            yield (*loc, "ask"), question.ask, False
        yield from (((*loc, "answers", key), said, False) for key, said in question.answers.items())
        for position, claim in enumerate(question.claims):
            if claim.says:
                yield (*loc, "claims", position, "says"), claim.says, False
            if claim.withdrawn:
                yield (*loc, "claims", position, "withdrawn", "reason"), claim.withdrawn.reason, False
    for number, change in enumerate(event.history):
        yield ("history", number, "reason"), change.reason, False
