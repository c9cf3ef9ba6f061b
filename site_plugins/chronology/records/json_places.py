"""Where a value stands in the text of a JSON document, which JSON's own reader does not tell."""

from __future__ import annotations

import json
import re

from chronology.records.problems import Loc

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


def place_of(text: str, loc: Loc) -> tuple[int, int]:
    """Return line and column, from 1, of a value in a sound document; where it is not there, of what should hold it."""
    at = _skip(text, 0)
    for step in loc:
        found = _member(text, at, step)
        if found is None:
            break
        at = found
    before = text[:at]
    return before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _member(text: str, at: int, step: str | int) -> int | None:
    """Where a field of the object, or an entry of the list, begins that begins at `at`."""
    if text[at] != ("{" if isinstance(step, str) else "["):
        return None
    number, here = 0, _skip(text, at + 1)
    while text[here] not in "]}":
        name: str | int = number
        if isinstance(step, str):
            name, here = _DECODER.raw_decode(text, here)
            here = _skip(text, _skip(text, here) + 1)
        if name == step:
            return here
        _, here = _DECODER.raw_decode(text, here)
        here = _skip(text, here)
        if text[here] == ",":
            here = _skip(text, here + 1)
        number += 1
    return None
