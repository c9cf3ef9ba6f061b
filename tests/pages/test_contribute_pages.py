"""The ways to the forms, from the pages that list records."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chronology.model.chronology import Chronology
from chronology.pages.book import Book
from chronology.pages.pages import all_pages
from chronology.pages.site import Site

LINK = '<p class="chronology-lacking">Something missing? <a href="{}">{}</a></p>'


def texts(chronology: Chronology, site: Site) -> dict[str, str]:
    return {page.name: page.render() for page in all_pages(Book.of(chronology, site))}


@pytest.mark.parametrize(
    "name,href,words",
    [
        ("index", "contribute/event/", "Add an event"),
        ("1911", "../contribute/event/", "Add an event"),
        ("1911/03", "../../contribute/event/", "Add an event"),
        ("events/index", "../contribute/event/", "Add an event"),
        ("actors/index", "../contribute/actor/", "Add an actor"),
        ("places/index", "../contribute/place/", "Add a place"),
        ("sources/index", "../contribute/source/", "Add a source"),
        ("series/index", "../contribute/series/", "Add a series"),
        ("topics/index", "../contribute/topic/", "Add a topic"),
    ],
)
def test_a_list_leads_to_the_form_that_adds_to_it(small: Chronology, name: str, href: str, words: str) -> None:
    pages = texts(small, Site(forms="data/forms.json"))
    assert LINK.format(href, words) in pages[name]
    assert href.replace("../", "").rstrip("/") in pages


def test_a_site_without_forms_leads_to_none(small: Chronology, book: Book) -> None:
    assert not any("chronology-lacking" in text for text in texts(small, replace(book.site, forms=None)).values())
