"""Ids for records that are not there yet, in the style of the house: short, in Latin letters, and what happened.

An event is named by its telling words, without the date; a source by its publisher and the day; the rest by its name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import count
from typing import Any

from chronology.records.plain import text
from chronology.records.romanise import romanise

LONGEST = 40
"""Characters that a proposal has at most; an id may have 80."""
_MOST_WORDS = 4
_EMPTY = frozenset({
    "a", "about", "after", "all", "an", "and", "are", "as", "at", "be", "been", "but", "by", "claim", "claims", "for",
    "from", "has", "have", "in", "into", "is", "it", "its", "near", "of", "on", "or", "over", "said", "say", "says",
    "that", "the", "their", "to", "was", "were", "with",
})  # fmt: skip
_DAY = re.compile(r"-?[0-9]{4}-([0-9]{2})-([0-9]{2})")


def propose_id(kind: str, data: Mapping[str, Any], taken: Collection[str]) -> str | None:
    """An id for a record of a kind, one that is not taken; None where its name has no Latin spelling that we know."""
    if kind == "sources":
        base = _source(data)
    else:
        name = text(data, "name") or text(data, "title") or ""
        words = _words(name)
        telling = [word for word in words if word not in _EMPTY] or words
        base = _joined(telling[:_MOST_WORDS] if kind == "events" else telling)
    return _free(base, taken, letters=kind == "sources") if base else None


def _source(data: Mapping[str, Any]) -> str:
    """'Kyiv Independent' of 10 August is ki-0810, and 'Reuters' of 20 March is reuters-0320."""
    words = [word for word in _words(text(data, "publisher") or "") if word != "the"]
    name = words[0] if len(words) == 1 else "".join(word[0] for word in words)
    if len(name) == 1 and words:
        name = words[0]
    day = _DAY.match(text(data, "published") or "")
    return _joined([name, f"{day[1]}{day[2]}"] if day and name else _words(text(data, "title") or "")[:_MOST_WORDS])


def _words(name: str) -> list[str]:
    words = re.findall(r"[^\W_]+", romanise(re.sub(r"['’]s\b", "", name)))
    return words if all(word.isascii() for word in words) else []


def _joined(words: list[str]) -> str:
    joined = "-".join(words)
    return joined if len(joined) <= LONGEST else (joined[: LONGEST + 1].rpartition("-")[0] or joined[:LONGEST])


def _free(base: str, taken: Collection[str], *, letters: bool) -> str:
    """The id, or with 2, 3 …; those of sources, which end in a day, with b, c and so on."""
    if base not in taken:
        return base
    if letters:
        for letter in "bcdefghijklmnopqrstuvwxyz":
            if f"{base}{letter}" not in taken:
                return f"{base}{letter}"
    return next(one for number in count(2) if (one := f"{base}-{number}") not in taken)
