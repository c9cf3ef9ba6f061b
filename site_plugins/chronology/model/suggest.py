"""The nearest right word to a wrong one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from difflib import get_close_matches

LONGEST = 80
"""Longer words get no suggestion: comparing takes time in proportion to the product of the lengths."""
COMPARED = 40
"""How many words are compared letter by letter; of more, those that share the most trigrams."""


class Suggestions:
    """Finds the nearest of many words; made once for a set of words that is asked often."""

    def __init__(self, words: Iterable[str]) -> None:
        """Remember the words; the index of trigrams is made when it is first needed."""
        self._words = sorted(words)
        self._index: dict[str, list[str]] = {}

    def nearest(self, word: str) -> str | None:
        """The word that was probably meant, or None where none is near."""
        if not word or len(word) > LONGEST:
            return None
        lowered = word.lower()
        candidates = self._words if len(self._words) <= COMPARED else self._sharing_trigrams(lowered)
        matches = get_close_matches(lowered, candidates, n=1, cutoff=0.6)
        return matches[0] if matches else None

    def _sharing_trigrams(self, word: str) -> list[str]:
        if not self._index:
            for known in self._words:
                for trigram in _trigrams(known):
                    self._index.setdefault(trigram, []).append(known)
        shared = Counter(known for trigram in _trigrams(word) for known in self._index.get(trigram, ()))
        return [known for known, _ in shared.most_common(COMPARED)]


def nearest(word: str, words: Collection[str]) -> str | None:
    """The word among a few that was probably meant, or None where none is near."""
    return Suggestions(words).nearest(word)


def did_you_mean(word: str, words: Collection[str], otherwise: str) -> str:
    """A hint that names the nearest word, or else says `otherwise`."""
    found = nearest(word, words)
    return f"did you mean '{found}'?" if found else otherwise


def one_of(words: Iterable[str], most: int = 12) -> str:
    """A hint that lists the words that may stand: 'write one of a, b, c'."""
    known = list(words)
    if not known:
        return "none is defined yet"
    more = f" and {len(known) - most} more" if len(known) > most else ""
    return f"write {'one of ' if len(known) > 1 else ''}{', '.join(known[:most])}{more}"


def word_of(vocabulary: str, words: Iterable[str], most: int = 12) -> str:
    """A hint that lists the words of a vocabulary of chronology.yml, or says how its first ones are defined."""
    known = sorted(words)
    return (
        one_of(known, most) if known else f"none is defined yet; add `{vocabulary}: ` there, with ids and their words"
    )


def id_like(text: str) -> str | None:
    """The id that a text could be: 'Sudzha retaken' is sudzha-retaken. None where it has letters that ids have not."""
    slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return slug[:80].strip("-") or None if text.isascii() else None


def _trigrams(word: str) -> set[str]:
    padded = f"  {word} "
    return {padded[start : start + 3] for start in range(len(padded) - 2)}
