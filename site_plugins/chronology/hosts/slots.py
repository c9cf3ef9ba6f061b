"""Slots: words that stand in a rendered theme for what differs from record to record.

A theme is rendered once with them; `Shell` cuts the result at the slots and is filled in per record. A value is
inserted as it is, so callers escape it for text and double-quoted attributes first; a value that looks like a slot
is only text, because the shell is cut before any value is known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

NAME = "chronologyslotname"
TITLE = "chronologyslottitle"
DESCRIPTION = "chronologyslotdescription"
BODY = "chronologyslotbody"
LINKED_DATA = "chronologyslotlinkeddata"
PREVIOUS_NAME = "chronologyslotpreviousname"
PREVIOUS_TITLE = "chronologyslotprevioustitle"
NEXT_NAME = "chronologyslotnextname"
NEXT_TITLE = "chronologyslotnexttitle"
_ANY = re.compile(
    r"chronologyslot(?:previousname|previoustitle|nextname|nexttitle|name|title|description|body|linkeddata)"
)
_QUOTED = re.compile(r"""([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_REQUIRED = (TITLE, BODY)
_RAW = {"script", "style", "textarea", "iframe", "noembed", "noframes", "xmp", "template"}


class UnsafeSlotError(Exception):
    """A theme puts a slot where a record's words could become code. Raised while a shell is cut."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A rendered theme, cut at its slots: text and slots in turn."""

    parts: tuple[str, ...]

    @classmethod
    def cut(cls, html: str) -> Shell:
        """Cut a rendered page. Raises UnsafeSlotError for a slot outside text and quoted attributes."""
        _Checker().check(html)
        parts: list[str] = []
        end = 0
        for match in _ANY.finditer(html):
            parts += (html[end : match.start()], match[0])
            end = match.end()
        parts.append(html[end:])
        missing = [slot for slot in _REQUIRED if slot not in parts]
        if missing:
            raise UnsafeSlotError(f"the theme shows no {', '.join(_words(slot) for slot in missing)} of a record")
        return cls(tuple(parts))

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the page of one record."""
        return "".join([values.get(part, part) for part in self.parts])


def _words(slot: str) -> str:
    return slot.removeprefix("chronologyslot")


class _Checker(HTMLParser):
    """Finds slots in places where escaping for text and quoted attributes does not protect."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.raw: list[str] = []
        self.is_data = False

    def check(self, html: str) -> None:
        self.feed(html)
        self.close()

    def refuse(self, text: str, place: str) -> None:
        found = _ANY.search(text)
        if found:
            line = self.getpos()[0]
            raise UnsafeSlotError(
                f"the theme puts a record's {_words(found[0])} {place} (line {line} of the rendered page); "
                "put it in text or in a quoted attribute"
            )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        text = self.get_starttag_text() or ""
        self.is_data = tag == "script" and ("type", "application/ld+json") in attrs
        for name, double, single in _QUOTED.findall(text):
            value = double or single
            if name.lower().startswith("on") or name.lower() in ("style", "srcdoc"):
                self.refuse(value, f"in the attribute {name}")
            if BODY in value or LINKED_DATA in value:
                self.refuse(value, f"in the attribute {name}")
            if single:
                self.refuse(value, f"in the single-quoted attribute {name}")
        self.refuse(_QUOTED.sub("", text), f"in the tag <{tag}> outside a quoted attribute")
        if tag in _RAW:
            self.raw.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.refuse(tag, "in an end tag")
        if self.raw and self.raw[-1] == tag:
            self.raw.pop()

    def handle_data(self, data: str) -> None:
        if self.raw == ["script"] and self.is_data:
            self.refuse(data.replace(LINKED_DATA, ""), "inside linked data")
        elif LINKED_DATA in data:
            self.refuse(LINKED_DATA, "in text")
        elif self.raw:
            self.refuse(data, f"inside <{self.raw[-1]}>")

    def handle_comment(self, data: str) -> None:
        self.refuse(data, "in a comment")

    def handle_decl(self, decl: str) -> None:
        self.refuse(decl, "in a declaration")

    def unknown_decl(self, data: str) -> None:
        self.refuse(data, "in a declaration")

    def handle_pi(self, data: str) -> None:
        self.refuse(data, "in a processing instruction")
