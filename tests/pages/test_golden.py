"""Every kind of page, as it was last looked at.

`UPDATE_GOLDEN=1 pytest tests/pages` writes them anew: read the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from chronology.pages.book import Book
from chronology.pages.page import Page
from chronology.pages.pages import all_pages

GOLDEN = Path(__file__).parent / "golden"
SHOWN = [
    "index",
    "events/light-goes-out",
    "events/light-returns",
    "events/light-sold",
    "actors/harbour-master",
    "places/lighthouse",
    "sources/gazette",
    "series/height",
    "topics/light",
    "1911",
    "1911/03",
    "events/index",
    "sources/index",
    "contested",
    "corrections",
]


@pytest.fixture(scope="module")
def pages(book: Book) -> dict[str, Page]:
    return {page.name: page for page in all_pages(book)}


@pytest.mark.parametrize("name", SHOWN)
def test_page_is_as_it_was_last_looked_at(pages: dict[str, Page], name: str) -> None:
    html = pages[name].render() + "\n"
    file = GOLDEN / f"{name.replace('/', '-')}.html"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(html, "utf-8")
    assert file.read_text("utf-8") == html


def test_every_record_has_one_page_and_names_are_unique(book: Book) -> None:
    names = [page.name for page in all_pages(book)]
    assert len(names) == len(set(names))
    chronology = book.chronology
    kinds = ("events", "actors", "places", "sources", "series", "topics")
    assert {f"{kind}/{one}" for kind in kinds for one in getattr(chronology, kind)} <= set(names)


def test_titles_of_records_are_text_in_every_page(pages: dict[str, Page]) -> None:
    for page in pages.values():
        html = page.render()
        assert "<sees>" not in html
        assert "<is>" not in html
        assert "<why>" not in html
