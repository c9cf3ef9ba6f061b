"""A feed as Atom (RFC 4287)."""

from __future__ import annotations

import uuid
import xml.etree.ElementTree as ET
from functools import lru_cache

from chronology.exchange.feeds import Entry, Feed
from chronology.model.entities.settings import Settings

_ATOM = "http://www.w3.org/2005/Atom"
ENDING = ".atom"
_NAMESPACE = uuid.UUID("6f1f3c0e-5f0c-5d2e-9d6b-7b1f0a9c2d11")


def atom(feed: Feed, settings: Settings, site: str | None) -> bytes:
    """Return the file. `site` is the published address with a slash at its end, or None.

    With it, links and ids are addresses. Without it, links are relative to the feed, and ids, which have to be
    absolute (section 4.2.6), are UUIDs made from the chronology's title and the address within the site.
    """
    base = site or "../" * feed.path.count("/")
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": settings.language})
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.subtitle)
    _text(root, "id", identifier(settings, site, f"{feed.identity}{ENDING}"))
    _text(root, "updated", timestamp(feed.updated))
    _link(root, "self", f"{base}{feed.path}{ENDING}", "application/atom+xml")
    _link(root, "alternate", f"{base}{feed.page}", "text/html")
    _text(ET.SubElement(root, "author"), "name", settings.title)
    if settings.licence:
        _text(root, "rights", settings.licence.name)
    ET.indent(root)
    head = ET.tostring(root, encoding="unicode").removesuffix("\n</feed>")
    entries = (
        _entry(entry, f"{base}{entry.page}", identifier(settings, site, entry.identity)) for entry in feed.entries
    )
    return "\n".join(('<?xml version="1.0" encoding="utf-8"?>', head, *entries, "</feed>", "")).encode()


@lru_cache(maxsize=4096)
def _entry(entry: Entry, href: str, identifier: str) -> str:
    """Return an entry as text; most stand in several feeds."""
    element = ET.Element("entry")
    _text(element, "title", entry.title)
    _text(element, "id", identifier)
    _link(element, "alternate", href, "text/html")
    if entry.via:
        _link(element, "via", entry.via)
    _text(element, "updated", timestamp(entry.updated))
    _text(element, "summary", entry.summary)
    if entry.category:
        term, label = entry.category
        ET.SubElement(element, "category", {"term": term, "label": label})
    ET.indent(element, level=1)
    return f"  {ET.tostring(element, encoding='unicode')}"


def identifier(settings: Settings, site: str | None, address: str) -> str:
    """Return an absolute identifier for what has an address within the site."""
    return f"{site}{address}" if site else uuid.uuid5(_NAMESPACE, f"{settings.title}/{address}").urn


def timestamp(day: str) -> str:
    """Return the beginning of a day as RFC 3339 has it."""
    return f"{day}T00:00:00Z"


def _link(parent: ET.Element, rel: str, href: str, kind: str | None = None) -> None:
    ET.SubElement(parent, "link", {"rel": rel, **({"type": kind} if kind else {}), "href": href})


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text
