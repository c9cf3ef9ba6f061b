"""A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from typing import Any

from chronology.exchange.atom import identifier, timestamp
from chronology.exchange.feeds import Entry, Feed
from chronology.model.entities.settings import Settings

ENDING = ".json"


def json_feed(feed: Feed, settings: Settings, site: str | None) -> bytes:
    """Return the file. `site`, ids and links are as those of `atom`: both tell the same entries by the same ids."""
    base = site or "../" * feed.path.count("/")
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.subtitle,
        "home_page_url": f"{base}{feed.page}",
        "feed_url": f"{base}{feed.path}{ENDING}",
        "language": settings.language,
        "authors": [{"name": settings.title}],
        "items": [_item(entry, base, identifier(settings, site, entry.identity)) for entry in feed.entries],
    }
    # On one line: with line breaks, Python's encoder takes five times as long, and there are many feeds.
    return (json.dumps(document, ensure_ascii=False) + "\n").encode()


def _item(entry: Entry, base: str, identity: str) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": identity,
        "url": f"{base}{entry.page}",
        "title": entry.title,
        "content_text": entry.summary,
        "date_modified": timestamp(entry.updated),
    }
    if entry.via:
        item["external_url"] = entry.via
    if entry.category:
        item["tags"] = [entry.category[1]]
    return item
