"""How other sites embed the chronology, or the events of an actor, a place or a topic: oEmbed 1.0, as static files.

A site that understands oEmbed finds the file by a link in the page's head. It needs full addresses, so without a
published address there is none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape

from chronology.pages.book import Book
from chronology.pages.embed_page import NAME
from chronology.pages.page import OutFile, Page

ENDING = ".json"
WIDTH, HEIGHT = 720, 600
"""In pixels. The frame takes the width that there is; the height holds until its script knows a better one."""
DAY = 86_400
KINDS = {"actors": "actor", "places": "place", "topics": "topic"}
"""The folders of the records whose pages can be embedded, and what selects their events."""


def path_of(page: str) -> str:
    """Return the path of the file for a page by its name, without ending."""
    return f"oembed/{page}"


def oembed_files(book: Book, pages: Iterable[Page]) -> Iterator[OutFile]:
    """Yield the file of each page that names one."""
    site = book.site.url
    for page in pages:
        if page.oembed and site:
            yield OutFile(f"{page.oembed}{ENDING}", _document(book, page, site))


def _document(book: Book, page: Page, site: str) -> bytes:
    settings = book.chronology.settings
    title = settings.title if page.kind == "home" else f"{page.title}: {settings.title}"
    document = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": settings.title,
        "provider_url": site,
        "cache_age": DAY,
        "width": WIDTH,
        "height": HEIGHT,
        "html": frame(f"{site}{book.site.addresses.of(NAME)}{_query(page)}", title, f"{site}embed.js"),
    }
    return (json.dumps(document, ensure_ascii=False) + "\n").encode()


def _query(page: Page) -> str:
    folder, _, record_id = page.name.rpartition("/")
    return f"?{KINDS[folder]}={record_id}" if folder in KINDS else ""


def frame(address: str, title: str, script: str) -> str:
    """Return the HTML of a frame, with the script that makes it as high as its content, if the window is."""
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" height="{HEIGHT}" loading="lazy" '
        f'style="border:0;max-height:90vh"></iframe><script src="{escape(script)}" async></script>'
    )
