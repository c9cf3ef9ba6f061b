"""The text of a page, as a reader would see it, and what it says of itself to programs."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from email.message import Message
from html import unescape

from chronology.survival.markup import pieces

_HTML = {"text/html", "application/xhtml+xml"}
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip
"""Elements that do not part words."""
_DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DEEPEST = 50


def media_type(headers: Message) -> str:
    """What an answer's body is, such as 'text/html'; '' where the server does not say."""
    return headers.get_content_type() if headers.get("Content-Type") else ""


def page_text(body: bytes, headers: Message) -> str | None:
    """The text of a page or a plain text; None for anything else, such as a PDF."""
    kind = media_type(headers)
    if kind == "text/plain":
        return _decoded(body, headers)
    if kind in _HTML or (not kind and body.lstrip()[:1] == b"<"):
        return _shown(_decoded(body, headers))
    return None


def _decoded(body: bytes, headers: Message) -> str:
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    declared = _DECLARED.search(body[:4096])
    for name in (headers.get_content_charset(), declared[1].decode("ascii", "ignore") if declared else None):
        if name and (found := _encoding(name)):
            return body.decode(found, "replace")
    return body.decode("utf-8", "replace")


def _encoding(name: str) -> str | None:
    """A text encoding's own name. Browsers read what is called Latin-1 as Windows' extension of it, and so do we."""
    try:
        found = codecs.lookup(name).name
        b"a".decode(found)
    except (LookupError, ValueError):
        return None
    return "cp1252" if found in {"iso8859-1", "ascii"} else found


def _shown(html: str) -> str:
    """The text of what is shown, of descriptions in `meta`, and of linked data in scripts."""
    parts: list[str] = []
    for piece in pieces(html):
        parts.append(piece.text)
        if piece.name and piece.name not in _INLINE:
            parts.append(" ")
        if piece.name == "meta":
            parts += [piece.attributes.get("content", ""), " "]
        elif piece.name in {"title", "textarea"}:
            parts.append(unescape(piece.raw))
        elif piece.attributes.get("type", "").strip().lower() == "application/ld+json":
            parts += [f"{text} " for text in _strings_of(piece.raw)]
    return "".join(parts)


def _strings_of(data: str) -> Iterator[str]:
    try:
        yield from _strings(json.loads(data), 0)
    except (ValueError, RecursionError):
        return


def _strings(value: object, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif depth < _DEEPEST and isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one, depth + 1)
