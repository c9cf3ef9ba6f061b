"""The files from which scripts complete the lists that they draw say what the pages' lists say."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

import pytest

import chronology.pages.pages  # noqa: F401 (it gives templates their macros)
from chronology.pages import entry_details
from chronology.pages.book import Book


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words += data.split()


def _words(html: str) -> str:
    parser = _Words()
    parser.feed(html)
    return "".join(parser.words)


def _read(book: Book) -> list[dict[str, Any]]:
    return [json.loads(file.read()) for file in entry_details.entry_files(book)]


def test_each_event_has_its_summary_or_the_claims_that_part_it(book: Book) -> None:
    [entries] = _read(book)
    assert list(entries) == list(book.chronology.facets.events)
    for event, entry in entries.items():
        listed = _words(book.fragment("entry", book.chronology.events[event], event))
        said = (
            [entry["text"]]
            if "text" in entry
            else [entry["asks"], *(f"{who}: {words}" for who, words, *_ in entry["says"])]
        )
        assert [words for words in said if _words(words) not in listed] == []
        assert _words(entry.get("questions", "")) in listed
    assert {"text", "says"} <= {key for entry in entries.values() for key in entry}


def test_a_file_has_so_many_events_and_no_more(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    [whole] = _read(book)
    monkeypatch.setattr(entry_details, "PIECE", 2)
    pieces = _read(book)
    assert [len(piece) for piece in pieces[:-1]] == [2] * (len(pieces) - 1)
    assert {event: entry for piece in pieces for event, entry in piece.items()} == whole
    assert next(entry_details.entry_files(book)).path == "assets/chronology/data/entries/0.json"
