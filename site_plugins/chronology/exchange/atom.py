"""A feed as Atom (RFC 4287)."""

from __future__ import annotations

import uuid
import xml.etree.ElementTree as ET

from chronology.exchange.feeds import Entry, Feed
from chronology.model.entities import Settings

_ATOM = "http://www.w3.org/2005/Atom"
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
    _text(root, "id", _identifier(settings, site, feed.path))
    _text(root, "updated", _timestamp(feed.updated))
    _link(root, "self", f"{base}{feed.path}", "application/atom+xml")
    _link(root, "alternate", f"{base}{feed.page}", "text/html")
    _text(ET.SubElement(root, "author"), "name", settings.title)
    if settings.licence:
        _text(root, "rights", settings.licence.name)
    for entry in feed.entries:
        _entry(root, entry, f"{base}{entry.page}", _identifier(settings, site, entry.identity))
    ET.indent(root)
    text: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _entry(root: ET.Element, entry: Entry, href: str, identifier: str) -> None:
    element = ET.SubElement(root, "entry")
    _text(element, "title", entry.title)
    _text(element, "id", identifier)
    _link(element, "alternate", href, "text/html")
    if entry.via:
        _link(element, "via", entry.via)
    _text(element, "updated", _timestamp(entry.updated))
    _text(element, "summary", entry.summary)
    if entry.category:
        term, label = entry.category
        ET.SubElement(element, "category", {"term": term, "label": label})


def _identifier(settings: Settings, site: str | None, address: str) -> str:
    return f"{site}{address}" if site else uuid.uuid5(_NAMESPACE, f"{settings.title}/{address}").urn


def _timestamp(day: str) -> str:
    return f"{day}T00:00:00Z"


def _link(parent: ET.Element, rel: str, href: str, kind: str | None = None) -> None:
    ET.SubElement(parent, "link", {"rel": rel, **({"type": kind} if kind else {}), "href": href})


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text
