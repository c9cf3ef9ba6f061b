"""What a web page says of itself, from a file that somebody saved: its title, publisher, author, day and address.

Read from JSON-LD, Open Graph, <meta>, <title>, the canonical link and <html lang>, in this order of trust. All of it is
text of strangers: nothing is executed or fetched, and what comes out is cleaned, bounded, and checked like any record.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from chronology.model.dates import DateError, parse
from chronology.records.yaml_reader import NOT_ALLOWED

LARGEST = 20_000_000
"""Bytes of a page that are read."""
_LONGEST = {"title": 300, "publisher": 300, "author": 300, "url": 2000}
_ARTICLES = re.compile(
    r"(?:News|Tech|Scholarly|Opinion|Analysis\w*|Background\w*|Review\w*|Report\w*)?Article$|^Report$"
    r"|BlogPosting$|^WebPage$|^NewsArticle$|^VideoObject$|^Article$"
)
_NAMES = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline"),
    "publisher": ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title"),
    "author": ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author"),
    "published": (
        "article:published_time", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "pubdate",
        "publish-date", "publication_date", "citation_publication_date", "parsely-pub-date", "datepublished",
    ),
    "url": ("og:url", "twitter:url"),
    "language": ("og:locale", "content-language", "dc.language", "dcterms.language", "language"),
}  # fmt: skip
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_].*)?")
_DAY = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?![0-9])|([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})(?![0-9])")
_SAVED_FROM = re.compile(r"saved from url=\([0-9]+\)(https?://\S+)|SingleFile\s+url:\s*(https?://\S+)")
_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SavedPage:
    """What is known of a page; None for what it does not say. `published` is a date as records write it."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


def read_page(content: bytes) -> SavedPage:
    """The page that a file holds. Never raises: a file that is no page says nothing."""
    found = _Reader()
    with suppress(AssertionError):  # of html.parser, at declarations such as `<![x`; what came before is read
        found.feed(_decode(content[:LARGEST]))
        found.close()
    article = next(_articles(found.data), {})
    url = next(
        _addresses([*found.canonical, *_meta(found, "url"), *_texts(article.get("url")), *found.saved_from]), None
    )
    publisher = _first("publisher", [*_named(article.get("publisher")), *_meta(found, "publisher")]) or _host(url)
    titles = [*_texts(article.get("headline")), *_meta(found, "title"), _without(found.title, publisher)]
    authors = ", ".join(dict.fromkeys(name for one in _listed(article.get("author")) for name in _named(one)))
    return SavedPage(
        title=_first("title", titles),
        publisher=publisher,
        author=_first("author", [one for one in (authors, *_meta(found, "author")) if not _ADDRESS.match(one)]),
        published=next(_days([*_texts(article.get("datePublished")), *_meta(found, "published")]), None),
        url=url,
        language=next(
            _languages([found.language, *_texts(article.get("inLanguage")), *_meta(found, "language")]), None
        ),
    )


@dataclass
class _Found:
    meta: dict[str, list[str]] = field(default_factory=dict)
    canonical: list[str] = field(default_factory=list)
    saved_from: list[str] = field(default_factory=list)
    data: list[Any] = field(default_factory=list)
    title: str = ""
    language: str = ""


class _Reader(HTMLParser, _Found):
    """Gathers what a page says in its head; what is visible is passed over."""

    def __init__(self) -> None:
        HTMLParser.__init__(self, convert_charrefs=True)
        _Found.__init__(self)
        self._inside = ""
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = self.language or given.get("lang", "")
        elif tag == "meta":
            name = given.get("property") or given.get("name") or given.get("itemprop") or given.get("http-equiv") or ""
            self.meta.setdefault(name.lower().strip(), []).append(given.get("content", ""))
        elif tag == "link" and "canonical" in given.get("rel", "").lower().split():
            self.canonical.append(given.get("href", ""))
        elif (tag == "title" and not self.title) or (tag == "script" and "ld+json" in given.get("type", "").lower()):
            self._inside, self._text = tag, []

    def handle_data(self, data: str) -> None:
        if self._inside:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag != self._inside:
            return
        text, self._inside = "".join(self._text), ""
        if tag == "title":
            self.title = text
            return
        try:
            self.data.append(json.loads(text, strict=False))
        except (ValueError, RecursionError):
            return  # many pages have broken data, and say the same in other ways

    def handle_comment(self, data: str) -> None:
        if match := _SAVED_FROM.search(data[:5000]):
            self.saved_from.append(match[1] or match[2])


def _decode(content: bytes) -> str:
    declared = _CHARSET.search(content[:4096])
    for encoding in ("utf-8-sig", declared[1].decode() if declared else "", "cp1252"):
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("utf-8", "replace")


def _articles(data: Iterable[Any]) -> Iterator[Mapping[str, Any]]:
    """The objects that describe an article, best first: a page comes after what it holds."""
    ahead = [*data][::-1]
    found: list[Mapping[str, Any]] = []
    while ahead and len(found) < 50:
        one = ahead.pop()
        if isinstance(one, list):
            ahead += one[:200][::-1]
        elif isinstance(one, dict):
            if any(_ARTICLES.search(kind) for kind in _texts(one.get("@type"))):
                found.append(one)
            ahead += [
                one[name] for name in ("@graph", "mainEntity", "hasPart") if isinstance(one.get(name), dict | list)
            ]
    yield from sorted(found, key=lambda one: ("headline" not in one, "WebPage" in _texts(one.get("@type"))))


def _listed(value: Any) -> list[Any]:
    return value[:20] if isinstance(value, list) else [value]


def _texts(value: Any) -> list[str]:
    return [one for one in _listed(value) if isinstance(one, str)]


def _named(value: Any) -> list[str]:
    """The name of a person or organisation, which may be only a text."""
    for one in _listed(value):
        if isinstance(one, dict):
            return [_clean(text) for text in _texts(one.get("name"))]
    return [_clean(text) for text in _texts(value)]


def _meta(found: _Found, what: str) -> list[str]:
    return [text for name in _NAMES[what] for text in found.meta.get(name, ())]


def _clean(text: str) -> str:
    return " ".join(NOT_ALLOWED.sub(" ", text).split())


def _first(what: str, texts: Iterable[str]) -> str | None:
    return next((cleaned[: _LONGEST[what]].rstrip() for text in texts if (cleaned := _clean(text))), None)


def _without(title: str, publisher: str | None) -> str:
    """The title of a window without the publisher's name at its end."""
    head, sign, tail = _clean(title).rpartition(next((s for s in (" | ", " — ", " – ", " - ") if s in title), "\0"))
    return head if sign and publisher and tail.casefold() == publisher.casefold() else _clean(title)


def _host(url: str | None) -> str | None:
    return re.sub(r"^www\.", "", urlsplit(url).hostname or "") or None if url else None


def _addresses(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        if len(text) <= _LONGEST["url"] and _ADDRESS.fullmatch(text.strip()):
            try:
                urlsplit(text.strip())
            except ValueError:
                continue
            yield text.strip()


def _days(texts: Iterable[str]) -> Iterator[str]:
    """The day as printed, in whatever zone that is."""
    for text in texts:
        if match := _DAY.match(text.strip()):
            year, month, day = (match[1], match[2], match[3]) if match[1] else (match[4], match[5], match[6])
            date = f"{year}-{int(month):02}-{int(day):02}"
            try:
                parse(date)
            except DateError:
                continue
            yield date


def _languages(texts: Iterable[str]) -> Iterator[str]:
    """The language with its script, without the country: what matters here is in which words a text is."""
    for text in texts:
        if match := _LANGUAGE.fullmatch(text.strip()):
            yield match[1].lower() + (f"-{match[2].capitalize()}" if match[2] else "")
