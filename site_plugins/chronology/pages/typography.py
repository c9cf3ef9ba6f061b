"""Typographic quotation marks and apostrophes for the plain text of records, which is typed with straight ones."""

from __future__ import annotations

import re

_APOSTROPHE = re.compile(r"(?<=[^\W_])'")
_OPENING_DOUBLE = re.compile(r'(^|[\s(<\[–—‘/])"')
_OPENING_SINGLE = re.compile(r"(^|[\s(<\[–—“/])'")


def typeset(text: str) -> str:
    """Return the text with curly quotation marks and apostrophes; nothing else changes."""
    if '"' not in text and "'" not in text:
        return text
    text = _OPENING_DOUBLE.sub(r"\1“", text).replace('"', "”")
    return _OPENING_SINGLE.sub(r"\1‘", _APOSTROPHE.sub("’", text)).replace("'", "’")


def sentence(text: str) -> str:
    """Return the text with a full stop at its end, unless it ends a sentence already."""
    return text if text.rstrip("”’\"'").endswith((".", "!", "?", "…")) else text + "."


def listing(items: list[str], conjunction: str = "and") -> str:
    """Return items as English lists them: `a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {conjunction} {items[-1]}"


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: `1 report`, `1,294 reports`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
