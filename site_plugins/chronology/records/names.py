"""What the texts of a record name: other records, words from chronology.yml, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from chronology.records.shape import Shape

LINKS = "]("
"""The key under which `names_in` puts what Markdown links name."""

ONE = {
    "events": "event",
    "actors": "actor",
    "places": "place",
    "sources": "source",
    "series": "series",
    "topics": "topic",
    "layers": "layer",
}
"""What one record of a kind is called, in messages and in Markdown links such as `[Sudzha](place:sudzha)`."""

PAGELESS = ("layers",)
"""Kinds whose records have no page of their own, so that no link can name them."""

_LINK = re.compile(r"(?:\]\(|^ {0,3}\[[^\]\n]+\]:)[ \n]*<?([a-z]+:[^\s/>)][^\s>)]*)", re.MULTILINE)
_ELSEWHERE = ("mailto:", "tel:", "geo:")


def links(markdown: str) -> Iterator[str]:
    """The records that a Markdown text names, as written: 'place:sudzha'. Web addresses are none."""
    for found in _LINK.finditer(markdown):
        if not found[1].startswith(_ELSEWHERE):
            yield found[1]


def names_in(data: Any, shape: Shape) -> dict[str, list[str]]:
    """What a record names, by the folder of the kind ('sources|actors' for either), or by '=' and the vocabulary."""
    found: dict[str, list[str]] = {}
    _gather(data, shape, found)
    return found


def _gather(data: Any, shape: Shape, found: dict[str, list[str]]) -> None:
    """The same walk as `texts`, without places: it passes over every record of every build."""
    if isinstance(data, str):
        here = shape.fields[shape.shorthand] if shape.shorthand else shape
        if here.names:
            found.setdefault("|".join(here.names), []).append(data)
        elif here.watched and here.kind == "text":
            found.setdefault(LINKS, []).extend(links(data))
    elif isinstance(data, list) and shape.kind == "list" and shape.entry:
        for item in data:
            _gather(item, shape.entry, found)
    elif isinstance(data, dict) and shape.entry:
        for value in data.values():
            _gather(value, shape.entry, found)
    elif isinstance(data, dict):
        for name, below in shape.fields.items():
            if below.watched and name in data:
                _gather(data[name], below, found)
