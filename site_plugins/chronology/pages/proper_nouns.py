"""Which words keep their capital inside a sentence."""

from __future__ import annotations

import re

from chronology.model.chronology import Chronology
from chronology.model.days import MONTHS, WEEKDAYS

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SMALL = {"a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with"}


class ProperNouns:
    """Knows the names of a chronology, so that an answer can stand inside a sentence."""

    def __init__(self, chronology: Chronology) -> None:
        """Gather the capitalised words of names: of actors, countries, places, publishers and months."""
        names = [
            *(view.actor.name for view in chronology.actors.values()),
            *(view.actor.country or "" for view in chronology.actors.values()),
            *(view.place.name for view in chronology.places.values()),
            *(view.source.publisher for view in chronology.sources.values()),
            *MONTHS,
            *WEEKDAYS,
        ]
        words = {word for name in names for word in _WORD.findall(name) if word[:1].isupper()}
        self._words = {word for word in words if word.lower() not in _SMALL}
        # "Russia" makes "Russian" and "Russia's" proper too.
        self._stems = tuple(sorted(word for word in self._words if len(word) > 4))

    def inside(self, text: str) -> str:
        """Return a text as it stands inside a sentence: its first letter small, unless it begins with a name."""
        first = _WORD.match(text)
        if first is None or self._is_name(first[0]):
            return text
        return text[0].lower() + text[1:]

    def _is_name(self, word: str) -> bool:
        return word in self._words or word[1:].lower() != word[1:] or word.startswith(self._stems)
