"""The formats that a feed is written in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from chronology.exchange import atom, json_feed
from chronology.exchange.feeds import Feed
from chronology.model.entities.settings import Settings


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the ending of its files, its media type, and what writes a feed; that takes the site's address."""

    ending: str
    media_type: str
    write: Callable[[Feed, Settings, str | None], bytes]


ATOM = Format(atom.ENDING, "application/atom+xml", atom.atom)
JSON = Format(json_feed.ENDING, "application/feed+json", json_feed.json_feed)
BOTH = (ATOM, JSON)
