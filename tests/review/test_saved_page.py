"""What a saved web page says of itself. All of it is text of strangers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology.review.saved_page import SavedPage, read_page

ARTICLE = """\
<!DOCTYPE html><html lang="en-GB"><head>
<!-- saved from url=(0042)https://example.org/saved -->
<title>A headline &amp; more | Example News</title>
<link rel="canonical" href="https://example.org/2025/03/13/headline">
<meta property="og:title" content="A headline &amp; more">
<meta property="og:site_name" content="Example News">
<meta property="article:published_time" content="2025-03-13T21:00:00+03:00">
<meta name="author" content="A. Reporter">
</head><body><script type="application/ld+json">{"@type": "WebPage", "headline": "Not in the head? Read all the same"}
</script></body></html>
"""
LINKED = """\
<html><head><title>x</title><meta property="og:title" content="Worse"><script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [
  {"@type": "Organization", "name": "Nobody"},
  {"@type": ["NewsArticle"], "headline": "Суджа  \\u202e взята", "datePublished": "20250313", "inLanguage": "ru_RU",
   "author": [{"@type": "Person", "name": "One"}, {"name": "Two"}], "publisher": {"name": "Издание"},
   "url": "https://example.org/ru"}]}
</script></head></html>
"""


def test_the_head_of_a_page_is_read() -> None:
    page = read_page(ARTICLE.replace('"headline": "Not in the head? Read all the same"', '"name": "x"').encode())
    assert page == SavedPage(
        title="A headline & more",
        publisher="Example News",
        author="A. Reporter",
        published="2025-03-13",
        url="https://example.org/2025/03/13/headline",
        language="en",
    )


def test_linked_data_is_trusted_most() -> None:
    assert read_page(LINKED.encode()) == SavedPage(
        title="Суджа взята",
        publisher="Издание",
        author="One, Two",
        published="2025-03-13",
        url="https://example.org/ru",
        language="ru",
    )


@pytest.mark.parametrize(
    "html, expected",
    [
        ("<title>Headline - example.org</title>", SavedPage(title="Headline - example.org")),
        (
            "<title>Headline - example.org</title><link rel='canonical' href='https://www.example.org/x'>",
            SavedPage(title="Headline", publisher="example.org", url="https://www.example.org/x"),
        ),
        (
            "<!-- saved from url=(0042)https://example.org/x -->",
            SavedPage(publisher="example.org", url="https://example.org/x"),
        ),
        (
            "<!--\n Page saved with SingleFile \n url: https://e.org/x \n-->",
            SavedPage(publisher="e.org", url="https://e.org/x"),
        ),
        ("<link rel=canonical href='javascript:alert(1)'>", SavedPage()),
        ("<link rel=canonical href='https://[x'>", SavedPage()),
        ("<meta name=date content='31 Feb'><meta name=pubdate content='2025/3/1'>", SavedPage(published="2025-03-01")),
        ("<meta name=date content='2025-02-30'>", SavedPage()),
        ("<html lang='zh-Hant-TW'>", SavedPage(language="zh-Hant")),
        ("<html lang='x'>", SavedPage()),
        ("<meta name=author content='https://facebook.com/x'>", SavedPage()),
        ("<title>" + "x" * 400, SavedPage()),
        ("<title>" + "x" * 400 + "</title>", SavedPage(title="x" * 300)),
        ("<title>a\x1b[31m\u202eb</title>", SavedPage(title="a [31m b")),
        ("<script type='application/ld+json'>" + "[" * 100_000 + "</script>", SavedPage()),
        ("<script type='application/ld+json'>{broken</script><title>a</title>", SavedPage(title="a")),
        (
            '<script type="application/ld+json">{"@type": "Article", "headline": {"a": 1}, "author": 3}</script>',
            SavedPage(),
        ),
        ("<script>document.title = 'x'</script>", SavedPage()),
    ],
)
def test_pages_of_any_kind_are_read(html: str, expected: SavedPage) -> None:
    assert read_page(html.encode()) == expected


def test_a_page_is_read_in_its_own_encoding() -> None:
    html = "<meta charset='windows-1251'><title>Суджа</title>"
    assert read_page(html.encode("cp1251")).title == "Суджа"
    assert read_page("<title>é</title>".encode("latin-1")).title == "é"
    assert read_page("<meta charset='none-such'><title>é</title>".encode("latin-1")).title == "é"


@settings(max_examples=50)
@given(st.one_of(st.binary(max_size=300), st.text("<>!-/ab='\" scriptmeatl{}[]@:,", max_size=300).map(str.encode)))
def test_no_file_is_too_broken(content: bytes) -> None:
    assert isinstance(read_page(content), SavedPage)
