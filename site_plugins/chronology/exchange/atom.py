"""`/feeds/events.atom`: the events that changed last (RFC 4287)."""

from __future__ import annotations

import uuid
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from chronology.model import date_words
from chronology.model.chronology import Chronology, EventView

LENGTH = 50
"""How many entries a feed holds."""

_ATOM = "http://www.w3.org/2005/Atom"
_NAMESPACE = uuid.UUID("6f1f3c0e-5f0c-5d2e-9d6b-7b1f0a9c2d11")
_EPOCH = "1970-01-01"


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its title, the address of its page and its own address, both relative to the site's root."""

    title: str
    page: str
    path: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an event's page; permanent where the site's published address is known."""

    href: str
    permanent: bool


def events_atom(
    chronology: Chronology, feed: Feed, address: Callable[[str, str], str], site: str | None, changed: Mapping[str, str]
) -> bytes:
    """Return the feed. `changed` gives the day of a record's last change by its path.

    Nothing in it depends on the clock: an entry's date is that of the record's last change, of its newest correction,
    or of the day from which the event was known. Without a published address, ids are UUIDs made from the event's
    id, and links are relative to the feed.
    """
    base = site or "../" * feed.path.count("/")
    dated = [(_updated(view, changed), view) for view in chronology.events.values()]
    dated.sort(key=lambda item: (item[0], item[1].event.id), reverse=True)
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": chronology.settings.language})
    _text(root, "title", feed.title)
    _text(root, "subtitle", chronology.settings.scope)
    _text(root, "id", f"{site}{feed.path}" if site else _urn(chronology.settings.title, feed.path))
    _text(root, "updated", _timestamp(dated[0][0] if dated else _EPOCH))
    ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": f"{base}{feed.path}"})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": f"{base}{feed.page}" or "./"})
    _text(ET.SubElement(root, "author"), "name", chronology.settings.title)
    if chronology.settings.licence:
        _text(root, "rights", chronology.settings.licence.name)
    for updated, view in dated[:LENGTH]:
        _entry(root, chronology, view, updated, Link(f"{base}{address('event', view.event.id)}", bool(site)))
    ET.indent(root)
    text: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _entry(root: ET.Element, chronology: Chronology, view: EventView, updated: str, link: Link) -> None:
    event = view.event
    entry = ET.SubElement(root, "entry")
    _text(entry, "title", event.title)
    _text(entry, "id", link.href if link.permanent else _urn(chronology.settings.title, event.id))
    ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": link.href})
    _text(entry, "updated", _timestamp(updated))
    _text(entry, "summary", f"{date_words.in_words(event.date)}. {event.summary}")
    if event.type:
        ET.SubElement(entry, "category", {"term": event.type, "label": chronology.settings.types[event.type]})


def _updated(view: EventView, changed: Mapping[str, str]) -> str:
    history = [change.date.earliest.isoformat() for change in view.event.history if change.date.earliest]
    known = [changed[view.event.where.path]] if view.event.where.path in changed else []
    if history or known:
        return max(history + known)
    day = view.known_from or view.event.date.earliest
    return day.isoformat() if day and 1 <= day.year <= 9999 else _EPOCH


def _timestamp(day: str) -> str:
    return f"{day}T00:00:00Z"


def _urn(title: str, name: str) -> str:
    return uuid.uuid5(_NAMESPACE, f"{title}/{name}").urn


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text
