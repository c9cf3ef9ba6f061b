"""Strict YAML, read fast: mappings, lists and text, and nothing that YAML could turn into something else.

Scalars stay the strings that stand in the file. This way gives up (`Unclear`) at the first thing that is wrong or that
needs a closer look; `yaml_positions` then reads the file again and says what and where.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yaml import CSafeLoader, YAMLError
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

DEPTH = 12
"""Levels of nesting: a claim's cited source is on the seventh. PyYAML's own composer crashes on deep nesting."""
LARGEST = 1_000_000
"""Bytes in a file: about a thousand events as documents of one file."""
NULLS = frozenset(("", "~", "null", "Null", "NULL"))
"""What YAML reads as no value, where it is not quoted."""

NOT_ALLOWED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ufeff\ufffe\uffff]")
"""Control characters, invisible line breaks and marks, and those that turn the direction of text around."""
_CLEAR = bytes({*range(0x20, 0x100), *b"\r\n"} - {*b"\\\x7f"})
"""Bytes that are clear wherever they stand. Escapes are not: they can spell any character."""


class Unclear(Exception):  # noqa: N818 - not an error: the file may turn out to be right
    """The file has to be read with positions, by `yaml_positions.read`."""


@dataclass(slots=True)
class Document:
    """One record of a file as plain mappings, lists and strings, and the line on which it begins, counted from 1."""

    data: dict[str, Any]
    line: int


def read(content: bytes) -> list[Document]:
    """The documents of a file in which everything is clear. Raises Unclear for any other."""
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise Unclear from error
    if len(content) > LARGEST or content.translate(None, _CLEAR) or b" #" in content:
        raise Unclear
    if not content.isascii() and NOT_ALLOWED.search(text):
        raise Unclear
    try:
        return _documents(text)
    except YAMLError as error:
        raise Unclear from error


def _documents(text: str) -> list[Document]:
    """Build the documents from the parser's events, without recursion and without looking at positions."""
    documents: list[Document] = []
    next_event: Callable[[], Any] = CSafeLoader(text).get_event
    while event := next_event():
        kind = type(event)
        if kind is DocumentStartEvent:
            root = next_event()
            is_mapping = type(root) is MappingStartEvent
            if not is_mapping or root.tag or root.anchor or event.version or event.tags:
                raise Unclear
            documents.append(Document(_mapping(next_event), root.start_mark.line + 1))
        elif kind not in (StreamStartEvent, DocumentEndEvent, StreamEndEvent):
            raise Unclear
    if not documents:
        raise Unclear
    return documents


def _mapping(next_event: Callable[[], Any]) -> dict[str, Any]:
    """Build one mapping, whose start has been read, with all that is in it."""
    root: dict[str, Any] = {}
    here: Any = root
    above: list[Any] = []
    key: str | None = None
    while event := next_event():
        kind = type(event)
        value: Any
        if kind is ScalarEvent:
            value = event.value
            if event.tag or event.anchor or (value in NULLS and not event.style):
                raise Unclear
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            if not above:
                return root
            here = above.pop()
            continue
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.tag or event.anchor or len(above) + 2 > DEPTH:
                raise Unclear
            value = {} if kind is MappingStartEvent else []
        else:
            raise Unclear
        if type(here) is list:
            here.append(value)
        elif key is None:
            if kind is not ScalarEvent or value in here or value == "<<":
                raise Unclear
            key = value
            continue
        else:
            here[key] = value
            key = None
        if kind is not ScalarEvent:
            above.append(here)
            here = value
    raise Unclear
