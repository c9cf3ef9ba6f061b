"""Prose as the site's own words: without quotations, in sentences, in words, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_APOSTROPHE = "['’]"
_QUOTATIONS = re.compile(
    r'"[^"\n]*(?:\n(?!\s*\n)[^"\n]*)*"'
    r"|“[^“”]*”|„[^“”„]*[“”]|«[^«»]*»"
    rf"|(?<![\w'’])['‘](?:[^'‘’\n]|(?<=\w){_APOSTROPHE}(?=\w))+{_APOSTROPHE}(?!\w)"
)
_MARKDOWN = re.compile(
    r"(?m)^ {0,3}>.*$"  # a quotation of its own
    r"|\]\([^)\n]*\)"  # where a link leads
    r"|(?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)"
)
_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(rf"(?<=\w){_APOSTROPHE}s\b")
_END = re.compile(r"[.!?;]+[)\]]*(?=\s|$)|\n\s*\n|\n(?=\s*(?:[-*+#]|\d+\.)\s)")
_ABBREVIATIONS = {
    "approx", "brig", "ca", "capt", "cf", "co", "col", "dr", "fig", "gen", "gov", "inc", "jr", "lt", "ltd", "maj",
    "messrs", "mr", "mrs", "ms", "mt", "no", "nos", "pres", "prof", "rep", "rev", "sen", "sgt", "sr", "st", "vs",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, as it stands there; `start` counts characters of the whole text from 0."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or what a semicolon divides one into; `start` is its place in the whole text."""

    text: str
    start: int

    def words(self) -> list[Word]:
        """Its words: what a hyphen joins is two, and a possessive 's is none."""
        return _words_of(self)


@lru_cache(maxsize=1000)
def _words_of(sentence: Sentence) -> list[Word]:
    """Remembered, because each answer of a question is looked for in the same sentences."""
    return words(sentence.text, sentence.start)


def own_words(text: str, *, markdown: bool = False) -> str:
    """The text with blanks for what is quoted in it, and where it is Markdown, for code and the aims of links."""
    if markdown:
        text = _MARKDOWN.sub(_blank, text)
    return _QUOTATIONS.sub(_blank, text)


def words(text: str, start: int = 0) -> list[Word]:
    """The words of a text, which begins at `start` in a longer one."""
    plain = _POSSESSIVE.sub(_blank, text)
    return [Word(match[0], start + match.start()) for match in _WORD.finditer(plain)]


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text, with the marks at their ends."""
    start = 0
    for match in _END.finditer(text):
        if match[0].startswith(".") and _goes_on(text, match.start(), match.end()):
            continue
        if text[start : match.end()].strip():
            yield Sentence(text[start : match.end()], start)
        start = match.end()
    if text[start:].strip():
        yield Sentence(text[start:], start)


def _goes_on(text: str, before: int, after: int) -> bool:
    """Whether a full stop ends an abbreviation: 'Gen.', 'J.', or what goes on in small letters."""
    last = re.search(r"(\w+)$", text[:before])
    following = text[after:].lstrip()
    if following[:1].islower():
        return True
    if last is None:
        return False
    return last[1].casefold() in _ABBREVIATIONS or (len(last[1]) == 1 and last[1].isupper())


def _blank(match: re.Match[str]) -> str:
    """As long as what it replaces, so that places stay; line breaks stay too."""
    return re.sub(r"[^\n]", " ", match[0])
