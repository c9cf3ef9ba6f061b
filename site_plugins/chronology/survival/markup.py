"""HTML taken apart in one pass, for its text alone.

The standard library's parser needs minutes for some hundred kilobytes of `<a <a <a …`, and these pages are anybody's.
Here each sign is looked at once or twice, and what is never closed ends the page, as the standard says of tags and
comments (HTML, section 13.2.5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

_VALUE = r"""(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)"""
_TAG = re.compile(rf"<(/?)([a-zA-Z][^\s/>]*+)((?:[\s/]++|[^\s/>=]++(?:\s*+=\s*+{_VALUE}?+)?+|=)*+)>")
_ATTRIBUTE = re.compile(rf"([^\s/>=]++)\s*+=\s*+({_VALUE})")
_RAW = {"script", "style", "template", "textarea", "title", "iframe", "noembed", "noframes", "xmp"}
"""Elements whose content is not taken apart."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text, or a tag: `name` in lower case. `raw`: the content of an element that is not taken apart."""

    text: str = ""
    name: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    raw: str = ""


def pieces(html: str) -> Iterator[Piece]:
    """The texts and tags of a page, in order."""
    at = 0
    while at < len(html):
        opening = html.find("<", at)
        if opening < 0:
            opening = len(html)
        if opening > at:
            yield Piece(text=unescape(html[at:opening]))
        at = opening
        if at < len(html):
            piece, at = _after(html, at)
            if piece:
                yield piece


def _after(html: str, at: int) -> tuple[Piece | None, int]:
    """What begins with the `<` at this place, and where the next thing begins."""
    if html.startswith("<!--", at):
        return None, _past(html, "-->", at + 2)
    tag = _TAG.match(html, at)
    if tag:
        return _element(html, tag)
    following = html[at + 1 : at + 3]
    if following[:1] in {"!", "?"} or (following[:1] == "/" and not following[1:].isalpha()):
        return None, _past(html, ">", at)
    if following.lstrip("/")[:1].isalpha():
        return None, len(html)
    return Piece(text="<"), at + 1


def _element(html: str, tag: re.Match[str]) -> tuple[Piece, int]:
    name = tag[2].lower()
    if tag[1] or name not in _RAW:
        return Piece(name=name, attributes=_attributes(tag[3]) if name == "meta" else {}), tag.end()
    closing = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(html, tag.end())
    end = closing.start() if closing else len(html)
    return Piece(name=name, attributes=_attributes(tag[3]), raw=html[tag.end() : end]), end


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text):
        value = match[2][1:-1] if match[2][0] in "\"'" else match[2]
        found.setdefault(match[1].lower(), unescape(value))
    return found


def _past(html: str, sign: str, at: int) -> int:
    found = html.find(sign, at)
    return found + len(sign) if found >= 0 else len(html)
