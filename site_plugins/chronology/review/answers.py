"""What it takes for a sentence to state an answer: the words, figures or days that tell it from the others."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from chronology.model.dates import Date
from chronology.model.entities.entities import Entities
from chronology.model.entities.quantities import Quantity
from chronology.model.entities.questions import Question
from chronology.model.entities.settings import Unit
from chronology.review.inflection import forms_of_one
from chronology.review.prose import Sentence, Word, words

_EMPTY = frozenset({
    "a", "about", "above", "according", "after", "again", "all", "also", "an", "and", "any", "are", "as", "at", "be",
    "been", "before", "being", "below", "between", "both", "but", "by", "can", "could", "day", "days", "did", "do",
    "does", "done", "either", "entirely", "every", "far", "figure", "few", "first", "for", "from", "full", "fully",
    "had", "has", "have", "he", "her", "him", "his", "how", "in", "into", "is", "it", "its", "last", "less", "long",
    "many", "may", "more", "most", "much", "near", "neither", "no", "none", "nor", "not", "of", "off", "on", "one",
    "only", "or", "other", "out", "over", "own", "part", "place", "she", "so", "some", "still", "than", "that", "the",
    "their", "them", "then", "there", "they", "this", "those", "through", "to", "total", "two", "under", "until",
    "up", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whole", "whom", "whose", "why",
    "will", "with", "within", "without", "word", "would", "yes", "yet", "you",
})  # fmt: skip
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_NOT = re.compile(r"\b(?:not|no|none|never|nobody|neither|nor|without)\b|n['’]t\b", re.IGNORECASE)
_FIGURE = re.compile(r"(?<![\w.,])\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?(?![\w])|(?<![\w.,])\d+(?:\.\d+)?(?!\w)")
_CLEAR = 3
"""Digits from which on a figure tells what is counted without its unit."""


@dataclass(frozen=True, slots=True)
class Names:
    """Words of the names of actors, places and sides. They are everywhere, so that alone they tell nothing."""

    words: frozenset[str]

    @classmethod
    def of(cls, entities: Entities) -> Names:
        """All names of a chronology."""
        names = [actor.name for actor in entities.actors.values()]
        names += [place.name for place in entities.places.values()]
        names += [side.title for side in entities.settings.sides.values()]
        return cls(frozenset().union(*(forms_of_one(word.text) for name in names for word in words(name))))

    def has(self, word: str) -> bool:
        """Whether a word is, in any form, one of a name."""
        return not self.words.isdisjoint(forms_of_one(word))


def telling_word(sentence: Sentence, question: Question, key: str, names: Names) -> Word | None:
    """The word with which a sentence gives an answer of a question, or None where it does not.

    An answer with words of its own ('Encircled') is stated by these beside any word of the question; the name of a
    party or place ('Russia'), and 'Yes', only beside all that the question is about.
    """
    said = question.answers[key]
    if _is_negative(said, key) != bool(_NOT.search(sentence.text)):
        return None
    about = _full_words(question.ask or "")
    for own in (_full_words(key.replace("-", " ")), _full_words(said)):
        if not own:
            continue
        found = _find_all(own, sentence)
        rest = [word for word in about if not _among(word, own)]
        needed = _needed(rest, names) if all(names.has(word) for word in own) else ()
        if found and _find_all(needed, sentence) is not None and _has_any(rest, sentence):
            return found[0]
    if not _full_words(said):
        needed = _needed(about, names)
        found = _find_all(needed, sentence)
        if found and _has_any([word for word in about if word not in needed], sentence):
            return found[0]
    return None


def telling_figure(sentence: Sentence, quantity: Quantity, units: Mapping[str, Unit]) -> Word | None:
    """A figure of a quantity in a sentence: one of three digits or more, or with the unit beside it."""
    wanted = {Decimal(text) for text in (quantity.value, quantity.low, quantity.high) if text}
    unit = units.get(quantity.unit or "")
    for match in _FIGURE.finditer(sentence.text):
        figure = re.sub(r"[^\d.]", "", match[0])
        if Decimal(figure) in wanted and _is_clear(match, sentence, unit):
            return Word(match[0], sentence.start + match.start())
    return None


def telling_day(sentence: Sentence, date: Date, question: Question) -> Word | None:
    """The day that an answer gives, written as '20 March' or 'March 20', in a sentence about the question."""
    day = date.earliest
    if day is None or day != date.latest:
        return None
    month = _MONTHS[day.month - 1]
    found = re.search(
        rf"\b0?{day.day}(?:st|nd|rd|th)? {month}\b|\b{month} 0?{day.day}(?:st|nd|rd|th)?\b",
        sentence.text,
        re.IGNORECASE,
    )
    if found is None or not _has_any(_full_words(question.ask or ""), sentence):
        return None
    return Word(re.split(r"\s", found[0])[0], sentence.start + found.start())


def _is_clear(match: re.Match[str], sentence: Sentence, unit: Unit | None) -> bool:
    """Whether a figure says what it counts: by its unit, or by its length unless it may be a year."""
    after = sentence.text[match.end() :].lstrip()
    if unit and unit.symbol and after.startswith(unit.symbol):
        return True
    counted = _full_words(f"{unit.one} {unit.many}") if unit else ()
    if any(_among(word.text, counted) for word in words(after)[:2]):
        return True
    digits = re.sub(r"\D", "", match[0])
    is_year = match[0].isdigit() and 1000 <= int(match[0]) <= 2100
    return len(digits) >= _CLEAR and not is_year


def _is_negative(said: str, key: str) -> bool:
    return bool(_NOT.match(said)) or key == "no" or key.startswith(("not-", "no-"))


@lru_cache(maxsize=10_000)
def _full_words(text: str) -> tuple[str, ...]:
    """The words that mean something, without dates."""
    found = [word.text.casefold() for word in words(text)]
    return tuple(word for word in found if word not in _EMPTY and word not in _MONTHS and not word.isdigit())


def _needed(about: Iterable[str], names: Names) -> list[str]:
    return [word for word in about if not names.has(word)]


def _among(word: str, others: Collection[str]) -> bool:
    return any(not forms_of_one(word).isdisjoint(forms_of_one(other)) for other in others)


def _find_all(wanted: Iterable[str], sentence: Sentence) -> list[Word] | None:
    """For each wanted word, one of the sentence that has its form; None where one is missing."""
    found = [_find(word, sentence) for word in wanted]
    there = [word for word in found if word is not None]
    return sorted(there, key=lambda word: word.start) if len(there) == len(found) else None


def _has_any(wanted: Collection[str], sentence: Sentence) -> bool:
    """Whether any of the words is there; so it is where none is asked for."""
    return not wanted or any(_find(word, sentence) for word in wanted)


def _find(wanted: str, sentence: Sentence) -> Word | None:
    forms = forms_of_one(wanted)
    return next((word for word in sentence.words() if not forms.isdisjoint(forms_of_one(word.text))), None)
