"""Whether quoted words are on a page: what makes no difference, and what does."""

from __future__ import annotations

from email.message import Message

import pytest

from chronology.survival.page_text import page_text
from chronology.survival.quotations import PageWords, digest

HOSTILE = [
    b"<", b"<a ", b"<a", b"</a ", b"<!", b"<!--", b"<?", b"<a x='", b"<a x=\"", b"<a x= ", b"<a\n/", b"<a ='\"", b"[",
    b"&#", b"<script>", b"<template>", b"</script ", b"<p>", b"<title>", b"{", b"<a x=\"'", b"<!-->", b"<a =",
]  # fmt: skip


def headers(kind: str | None = "text/html; charset=utf-8") -> Message:
    message = Message()
    if kind:
        message["Content-Type"] = kind
    return message


def have(body: str | bytes, quotation: str, kind: str | None = "text/html; charset=utf-8") -> bool:
    text = page_text(body if isinstance(body, bytes) else body.encode(), headers(kind))
    assert text is not None
    return PageWords(text).have(quotation)


@pytest.mark.parametrize(
    "body, quotation",
    [
        ("<p>We hold the village.</p>", "We hold the village"),
        ("<p>We   hold\n\tthe&nbsp;village.</p>", "We hold the village."),
        ("<p>“We hold” the ‘village’ — all of it…</p>", "\"We hold\" the 'village' - all of it..."),
        ("<p>It&rsquo;s ours, isn&#39;t it?</p>", "It's ours, isn’t it?"),
        ("<p>caf&eacute; &amp; bar</p>", "café & bar"),
        ("<p>cafe\u0301</p>", "café"),
        ("<p>WE HOLD THE VILLAGE</p>", "We hold the village"),
        ("<p>Sud<b>zha</b> is <a href='/x'>ours</a></p>", "Sudzha is ours"),
        ("<p>Sud\u00adzha\u200b is ours</p>", "Sudzha is ours"),
        ("<p>1&#8239;000 men</p>", "1 000 men"),
        ("<ul><li>One<li>Two</ul>", "One Two"),
        ("line one<br>line two", "line one line two"),
        ("<p>Суджа – наша</p>", "Суджа — наша"),
        ("<p>我们控制着这个村庄，没有人离开过那里，一切都很好</p>", "我们控制着这个村庄"),
        ("<p>我们控制着\n这个村庄没有人离开过那里一切都很好</p>", "我们控制着这个村庄没有人离开过那里一切都很好"),
        ("<p>We hold the village, he said, and the bridge too.</p>", "We hold the village […] and the bridge"),
        ("<p>We hold the village, he said, and the bridge too.</p>", "We hold … the bridge too"),
        ("<p>He said that it is ours.</p>", "He [the general] said that it is ours"),
        ("<p title=it's>We hold</p> <p>the village</p>", "We hold the village"),
        ("<p>1 < 2, we hold the village, 3 > 2</p>", "1 < 2, we hold the village, 3 > 2"),
        ("<TITLE>We hold &quot;the&quot; village</TITLE>", "We hold the village"),
        ("<STYLE>p{}</STYLE ><p>We hold the village</p>", "We hold the village"),
        ("<!doctype html><?xml a?></><p/>We hold the village", "We hold the village"),
        ("<svg><path d='M0'/><text>We hold the village</text></svg>", "We hold the village"),
        ("<meta name=description content='We hold the village'>", "We hold the village"),
        ("<script type='application/ld+json'>{\"articleBody\": \"We hold \\u0022the\\u0022 village\"}</script>",
         'We hold "the" village'),
        ("<p>A quotation long enough, with<div>a word cut by a block</div></p>".replace("a word", "a wo<div>rd"),
         "A quotation long enough, with a word cut by a block"),
    ],
)  # fmt: skip
def test_words_that_are_there(body: str, quotation: str) -> None:
    assert have(body, quotation)


@pytest.mark.parametrize(
    "body, quotation",
    [
        ("<p>We held the village.</p>", "We hold the village"),
        ("<p>unencircled</p>", "encircled"),
        ("<p>the bridge and then we hold the village</p>", "we hold the village […] the bridge"),
        ("<!-- We hold the village -->", "We hold the village"),
        ("<script>We hold the village</script>", "We hold the village"),
        ("<style>We hold the village</style>", "We hold the village"),
        ("<template><p>We hold the village</p></template>", "We hold the village"),
        ("<script type='application/ld+json'>{broken We hold the village</script>", "We hold the village"),
        ("<p title='We hold the village'>", "We hold the village"),
        ("<p title='a>b We hold the village'>", "We hold the village"),
        ('<p title = "it\'s > We hold the village" >', "We hold the village"),
        ("<p>a</p><a href='We hold the village", "We hold the village"),
        ("<!-- a > We hold the village --><p>b", "We hold the village"),
    ],
)
def test_words_that_are_not(body: str, quotation: str) -> None:
    assert not have(body, quotation)


@pytest.mark.parametrize(
    "body, kind",
    [
        ("<p>Суджа наша</p>".encode("cp1251"), "text/html; charset=windows-1251"),
        ("<meta charset=windows-1251><p>Суджа наша</p>".encode("cp1251"), "text/html"),
        ("<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>Суджа наша".encode("koi8-r"), "text/html"),
        (b"\xef\xbb\xbf" + "Суджа наша".encode(), "text/html; charset=windows-1251"),
        ("\ufeffСуджа наша".encode("utf-16-le"), "text/plain"),
        ("Суджа наша".encode(), "text/plain; charset=no-such-thing"),
        ("<p>Суджа наша</p>".encode(), "text/html; charset=base64"),
        ("<p>Суджа наша</p>".encode(), None),
        ("<p>Суджа наша</p>".encode(), "application/xhtml+xml"),
    ],
)
def test_pages_in_any_encoding(body: bytes, kind: str | None) -> None:
    assert have(body, "Суджа наша", kind)


def test_what_is_called_latin_1_is_read_as_browsers_read_it() -> None:
    assert have(b"\x93Ours\x94, he said", "“Ours”, he said", "text/html; charset=iso-8859-1")


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/json", None])
def test_what_is_no_text_is_not_read(kind: str | None) -> None:
    assert page_text(b"%PDF-1.7 <p>", headers(kind)) is None


@pytest.mark.parametrize("body", HOSTILE, ids=bytes.decode)
def test_a_hostile_page_is_read_without_harm(body: bytes) -> None:
    """A parser that looks at signs again and again needs hours for these: that ends in the limit of a test."""
    for page in (body * 200_000, b"<script type='application/ld+json'>" + body * 200_000, body * 100_000 + b">\"'-->"):
        assert page_text(page, headers()) is not None


def test_the_digest_tells_whether_the_same_words_were_looked_for() -> None:
    assert digest(()) == ""
    assert digest(("a", "b")) == digest(("b", "a")) != digest(("a",))
