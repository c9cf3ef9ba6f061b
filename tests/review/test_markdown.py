"""Markdown for a pull request: whatever records hold, it stays text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from chronology.review.changes.as_markdown import LONGEST, WORD_JOINER, as_markdown, escaped
from chronology.review.changes.change import Change, Changes, RecordChanges
from chronology.review.changes.words import named, quoted

_READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_ACTING = re.compile(
    r"@[\w-]|(?<!\w)#\d|!\d|~\w|%\w|&\d|\$\w|:[\w+-]+:|://|www\.|(?i:\bgh-\d)|\b[0-9a-f]{7,40}\b|\bABC-1\b"
)
"""What code hosts act on in text that has been rendered."""

HOSTILE = [
    "@maintainer",
    "@org/team",
    "somebody@example.org",
    "#1",
    "owner/repository#1",
    "GH-12",
    "!3",
    '%"a milestone"',
    "~label",
    "&4",
    "$5",
    ":tada:",
    "https://evil.example/x",
    "http://evil.example",
    "www.evil.example",
    "ftp://evil.example",
    "deadbeef12",
    "0123456789abcdef0123456789abcdef01234567",
    "ABC-1",
    "[click](https://evil.example)",
    "![picture](https://evil.example/x.png)",
    "<img src=x onerror=alert(1)>",
    "<!-- hidden -->",
    "<details><summary>x</summary>",
    "&lt;b&gt; &#64;maintainer",
    "**bold** _it_ ~~gone~~ `code`",
    "`` ` ``",
    "[^1]: note",
    "| a | b |",
    "\\@maintainer \\",
    f"@{WORD_JOINER}maintainer",
    "@\u200bmaintainer \u202egnihton",
]


def rendered(text: str) -> str:
    """The text that is left when the Markdown has been read; fails where anything but text, code or bold is in it."""
    [paragraph] = [token for token in _READER.parse(text) if token.type == "inline"]
    allowed = {"text", "code_inline", "strong_open", "strong_close", "softbreak", "text_special"}
    assert {child.type for child in paragraph.children or ()} <= allowed
    return "".join(child.content for child in paragraph.children or () if child.type != "code_inline")


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_text_acts(text: str) -> None:
    shown = rendered(escaped(f"Title changed from {quoted(text)} to {named(text)}."))
    assert not _ACTING.search(shown)
    if text.isprintable() and "`" not in text:
        plain = shown.replace(WORD_JOINER, "")
        assert quoted(text) in plain


@given(st.text(max_size=60))
def test_text_stays_text(text: str) -> None:
    shown = rendered(f"- {escaped(f'Title: {quoted(text)}.')}").replace(WORD_JOINER, "")
    assert shown.startswith("Title: “")
    assert shown.endswith("”.")
    assert "\n" not in shown


@given(st.text(alphabet="“”„«»\"' .;:abC\n", max_size=40))
def test_a_text_cannot_end_its_quotation(text: str) -> None:
    assert quoted(text).count("“") == quoted(text).count("”") == 1
    assert quoted(text)[0] == "“"
    assert quoted(text)[-1] == "”"


@pytest.mark.parametrize(
    "name, shown",
    [
        ("Russia's Defence Ministry", "Russia's Defence Ministry"),
        ("U.S. State Department", "U.S. State Department"),
        ("Gen. Smith (retired)", "Gen. Smith (retired)"),
        ("Gazeta.Ru", "Gazeta.Ru"),
        ("Реальное время", "Реальное время"),
        ("ISW. Nothing else changed", "“ISW. Nothing else changed”"),
        ("DeepState said so. All is well", "“DeepState said so. All is well”"),
        ("ISW on who held it: Russia", "“ISW on who held it: Russia”"),
        ("ISW; standing goes from open to agreed", "“ISW; standing goes from open to agreed”"),
        ("A “name”", "“A ‘name’”"),
        ("x" * 100, f"“{'x' * 80} …”"),
        ("", "“”"),
    ],
)
def test_a_name_that_could_pass_for_a_sentence_is_quoted(name: str, shown: str) -> None:
    assert named(name) == shown


def test_a_comment_is_cut_before_it_is_too_long() -> None:
    change = Change("title", f"Title changed from {quoted('a' * 150)} to {quoted('b' * 150)}.")
    records = tuple(RecordChanges("event", f"event-{n}", "T", "x.yml", "changed", (change,)) for n in range(400))
    text = as_markdown(Changes(records))
    assert len(text) < LONGEST + 200
    last = text.splitlines()[-1]
    assert re.fullmatch(r"… and \d+ records more; run `chronology diff` to read them all\.", last)
    assert text.count("**Event “") + int(re.findall(r"\d+", last)[0]) == 400
