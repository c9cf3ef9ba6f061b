"""How sentences name what records hold, so that a record's text is never taken for the sentence's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from chronology.records.problems import printable
from chronology.review.prose import sentences

LONGEST = 160
"""Characters of a text that a sentence repeats; the rest is left out at a word."""
LONGEST_NAME = 80
MOST_NAMES = 4

_INNER = str.maketrans({"“": "‘", "”": "’", "„": "‘", "«": "‘", "»": "’"})
_OPENING = re.compile(r'(^|[\s(\[–—/])"')
_UNCLEAR = re.compile(r'["“”„«»;:!?\n…]|\.$')


def quoted(text: str, most: int = LONGEST) -> str:
    """A text of a record in quotation marks, on one line; its own quotation marks become single ones."""
    plain = printable(cut(" ".join(text.split()), most)).translate(_INNER)
    return "“" + _OPENING.sub(r"\1‘", plain).replace('"', "’") + "”"


def named(text: str) -> str:
    """A name as it stands in a sentence: bare, unless it could be taken for more than a name."""
    plain = " ".join(text.split())
    is_clear = plain.isprintable() and not _UNCLEAR.search(plain) and len(list(sentences(plain))) == 1
    if not is_clear or len(plain) > LONGEST_NAME:
        return quoted(plain, LONGEST_NAME)
    return plain


def cut(text: str, most: int) -> str:
    """The text, or as much of it as ends with a word before so many characters."""
    if len(text) <= most:
        return text
    end = text.rfind(" ", most // 2, most)
    return text[: end if end > 0 else most].rstrip(",;:–— ") + " …"


def listing(items: Sequence[str], most: int | None = None) -> str:
    """Items as English lists them: 'a', 'a and b', 'a, b and c'; of more than `most`, 'a, b and 3 others'."""
    if most is not None and len(items) > most:
        items = [*items[: most - 1], f"{len(items) - most + 1} others"]
    return "".join(items) if len(items) < 2 else f"{', '.join(items[:-1])} and {items[-1]}"


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: '1 claim', '1,294 claims'."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def distinct(items: Iterable[str]) -> list[str]:
    """The items, each once, in order."""
    return list(dict.fromkeys(items))
