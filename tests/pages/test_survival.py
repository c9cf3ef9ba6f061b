"""What pages show of the survival of sources: attributes on links, the last look, and the coverage."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from chronology.model.chronology import Chronology
from chronology.model.dates import parse
from chronology.model.entities.record import Where
from chronology.model.entities.sources import Archived, Corrected, Source
from chronology.model.survival import Look, Outcome, Survey
from chronology.pages.book import Book, Sheet
from chronology.pages.pages import all_pages
from chronology.pages.robust_links import robust, robust_correction, robust_prose
from chronology.pages.site import Site

URL = "https://example.org/gazette"


def source(
    published: str | None = None, copy: str | None = None, url: str | None = "https://example.org/a?b&c"
) -> Source:
    archived = Archived('https://archive.example.org/"x"', parse(copy)) if copy else None
    date = parse(published) if published else None
    return Source("a", Where("a.yml"), "A", "P", "k", url=url, published=date, archived=archived)


ADDRESS = ' data-originalurl="https://example.org/a?b&amp;c"'


@pytest.mark.parametrize(
    "one, attributes",
    [
        (
            source("2025-03-13", "2025-03-20"),
            f'{ADDRESS} data-versiondate="2025-03-20" data-versionurl="https://archive.example.org/&#34;x&#34;"',
        ),
        (source("2025-03-13"), f'{ADDRESS} data-versiondate="2025-03-13"'),
        (source("2025-03"), ADDRESS),
        (source("2025-03-13?"), ADDRESS),
        (source("2025-03-12/2025-03-13"), ADDRESS),
        (source(), ADDRESS),
        (source("2025-03-13", url=None), ""),
    ],
)
def test_the_attributes_of_robust_links(one: Source, attributes: str, small: Chronology) -> None:
    assert str(robust(sheet(small, Site()), one)) == attributes


@pytest.mark.parametrize(
    "published, day", [("2025-03-13", "2025-03-13"), ("2025-03-13?", "2026-01-02"), (None, "2026-01-02")]
)
def test_without_a_certain_day_a_link_means_the_day_of_linking(
    published: str | None, day: str, small: Chronology
) -> None:
    site = Site(changed={"a.yml": "2026-01-02"})
    assert str(robust(sheet(small, site), source(published))) == f'{ADDRESS} data-versiondate="{day}"'


@pytest.mark.parametrize("date, day", [("2025-04-01", ' data-versiondate="2025-04-01"'), ("2025-04", ""), (None, "")])
def test_a_link_to_a_correction_has_its_own_address_and_day(date: str | None, day: str, small: Chronology) -> None:
    corrected = Corrected("A name.", parse(date) if date else None, "https://example.org/put-right")
    one = replace(source("2025-03-13"), corrected=corrected)
    attributes = str(robust_correction(sheet(small, Site()), one))
    assert attributes == f' data-originalurl="https://example.org/put-right"{day}'


def test_every_outgoing_link_of_a_record_is_robust(book: Book) -> None:
    links = [
        link for page in all_pages(book) for link in re.findall(r"<a [^>]*>", page.render()) if 'rel="external"' in link
    ]
    assert len(links) > 5
    assert all("data-originalurl=" in link for link in links)


def test_the_outgoing_links_of_a_hand_written_page_mean_the_day_of_its_last_change() -> None:
    told = ' data-originalurl="https://example.org/a?b&amp;c"'
    link = '<a class="x" href="https://example.org/a?b&amp;c"{}>a</a>'
    day = ' data-versiondate="2026-01-02"'
    assert robust_prose(link.format(""), "2026-01-02") == link.format(told + day)
    assert robust_prose(link.format(""), None) == link.format(told)
    inside = '<a href="../events/">b</a> <abbr title="c">d</abbr> <code>&lt;a href="https://example.org/"&gt;</code>'
    for html in (inside, f'<a data-originalurl="https://example.org/" href="{URL}">e</a>'):
        assert robust_prose(html, "2026-01-02") == html


def sheet(chronology: Chronology, site: Site) -> Sheet:
    book = Book.of(chronology, site)
    return Sheet(book, book.here("index"))


def shown(chronology: Chronology, name: str, **look: object) -> str:
    seen = Look(URL, "2026-01-12", Outcome.ANSWERS, "2026-01-05")
    site = Site(survey=Survey({"gazette": replace(seen, **look)}))  # type: ignore[arg-type]
    [page] = [page for page in all_pages(Book.of(chronology, site)) if page.name == name]
    return re.sub(r"\s+", " ", page.render())


@pytest.mark.parametrize(
    "look, words",
    [
        ({}, "the page was there"),
        (
            {"outcome": Outcome.GONE, "note": "the server answers 404"},
            (
                'the page is gone, as first seen <time datetime="2026-01-05">5 January 2026</time> '
                "<small>the server answers 404</small>"
            ),
        ),
        (
            {"outcome": Outcome.MOVED, "to": "https://example.org/new"},
            'the page has moved to <a href="https://example.org/new" rel="external">https://example.org/new</a>',
        ),
        (
            {"outcome": Outcome.CHANGED, "missing": ("It is <out>",)},
            'the page no longer has words that are quoted from it: <q lang="en">It is &lt;out&gt;</q>',
        ),
        (
            {"outcome": Outcome.UNCLEAR, "note": "the server answers 403"},
            "the page was not seen <small>the server answers 403</small>",
        ),
    ],
)
def test_the_page_of_a_source_tells_the_last_look(small: Chronology, look: dict[str, object], words: str) -> None:
    html = shown(small, "sources/gazette", **look)
    assert f'<time datetime="2026-01-12">12 January 2026</time>: {words}</dd>' in html


def test_a_look_at_another_address_says_nothing(small: Chronology) -> None:
    assert "Last looked at" not in shown(small, "sources/gazette", url="https://example.org/earlier")


def test_the_index_of_sources_tells_how_well_they_are_kept(small: Chronology) -> None:
    html = shown(small, "sources/index")
    assert "<p>50 % of the 2 sources with a public address have an archived copy.</p>" in html
    assert "<p>Last looked at on 12 January 2026: 1 page answers, 1 was never looked at.</p>" in html


def test_a_list_of_sources_says_which_page_is_gone(small: Chronology) -> None:
    gone = '<span class="chronology-flag">no longer there</span>'
    assert gone in shown(small, "events/light-goes-out", outcome=Outcome.GONE)
    assert gone not in shown(small, "events/light-goes-out", outcome=Outcome.CHANGED)
