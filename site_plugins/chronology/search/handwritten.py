"""Hand-written pages as Material's own search plugin indexed them: one entry a section, its text as HTML.

A reader downloads the whole index, so these pages get a share of it and no more. Sections of the pages nearest to the
site's root come first; when the share is used up, the rest is found by titles alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from html import unescape
from typing import Any

from chronology.search.documents import SearchDocument
from chronology.search.names import words

SHARE = 12_000
"""Characters of all sections together, titles not counted: about 4 KB as they are sent."""
EXCERPT = 120
"""Characters of a section that are kept as they are; of the rest, each word that the page has not had yet."""

_TAG = re.compile(r"<[^>]*>")


def pages_from_material(index: Mapping[str, Any], exclude: Collection[str] = ()) -> list[SearchDocument]:
    """Return the sections of hand-written pages, in the order of the index.

    `index` is what Material wrote to search/search_index.json: `docs` with location, title and text, where the text is
    HTML. `exclude` names locations without anchor of pages that are found in another way.
    """
    entries = [entry for entry in index["docs"] if _page(entry) not in exclude]
    left = SHARE
    seen_on: dict[str, set[str]] = {}
    found = {}
    for entry in sorted(entries, key=lambda entry: _page(entry).strip("/").count("/")):
        seen = seen_on.setdefault(_page(entry), set())
        text, rest = _told(entry, seen) if left > 0 else ("", "")
        left -= len(text) + len(rest)
        found[entry["location"]] = _document(entry, text, rest)
    return [found[entry["location"]] for entry in entries]


def _page(entry: Mapping[str, Any]) -> str:
    location: str = entry["location"]
    return location.partition("#")[0]


def _told(entry: Mapping[str, Any], seen: set[str]) -> tuple[str, str]:
    """The beginning of a section, and those words of the rest that are new on its page."""
    text = " ".join(unescape(_TAG.sub(" ", entry["text"])).split())
    beginning = text if len(text) <= EXCERPT else text[:EXCERPT].rpartition(" ")[0] or text[:EXCERPT]
    rest = dict.fromkeys(word for word in words(text[len(beginning) :]) if len(word) > 2 and word not in seen)
    seen.update(rest)
    return beginning, " ".join(rest)


def _document(entry: Mapping[str, Any], text: str, rest: str) -> SearchDocument:
    page = _page(entry)
    return SearchDocument(
        f"page:{entry['location']}", "page", entry["location"], unescape(_TAG.sub("", entry["title"])),
        text=text, words=rest, part_of=None if page == entry["location"] else f"page:{page}",
    )  # fmt: skip
