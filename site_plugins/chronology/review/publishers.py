"""How other sources write the name of a publisher, so that one publisher has one spelling."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from chronology.records.romanise import romanise

_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}")
_LIKE = 0.9
_LONG_ENOUGH = 6
"""Letters from which on a slip is told from another name: TASS is not PASS."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A publisher as `sources` other sources write it."""

    name: str
    sources: int


def known_spelling(name: str, publishers: Iterable[str]) -> Spelling | None:
    """The usual spelling among the publishers of all sources, each as often as it stands; None if `name` has it.

    Spellings are one if they differ in The, capitals, signs, script or a slip, or if one is the domain of the other.
    """
    counts = Counter(publishers)
    keys: dict[str, Counter[str]] = {}
    for one, sources in counts.items():
        keys.setdefault(_key(one), Counter())[one] = sources
    key = _key(name)
    if key not in keys:
        like = get_close_matches(key, [one for one in keys if len(one) >= _LONG_ENOUGH], n=1, cutoff=_LIKE)
        key = like[0] if like and len(key) >= _LONG_ENOUGH else ""
    spellings = keys.get(key)
    if not spellings:
        return None
    usual, sources = spellings.most_common(1)[0]
    return None if counts[name] == sources else Spelling(usual, sources)


def _key(name: str) -> str:
    """A name as it is compared: its letters and digits, in Latin; of a domain, its longest part."""
    latin = romanise(name.strip())
    if _DOMAIN.fullmatch(latin):
        latin = max(latin.split("."), key=len)
    return re.sub(r"[\W_]+", "", re.sub(r"^the\s+", "", latin))
