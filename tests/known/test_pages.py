"""What pages have in store for scripts, and the list of days that stands without them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from chronology.model.chronology import Chronology, derive
from chronology.pages.book import Book
from chronology.pages.known import known_event, known_list, known_series
from chronology.pages.site import Site
from chronology.records.load import load
from tests.model.build import chronology

SMALL = Path(__file__).resolve().parents[1] / "sites" / "small"


@pytest.fixture(scope="module")
def book() -> Book:
    loaded = load(SMALL, SMALL / "content", None)
    assert loaded.entities is not None
    return Book.of(derive(loaded.entities), Site())


def told(book: Book, event: str) -> list[str]:
    lines = known_event(book, book.chronology.events[event]).lines
    return [f"{line.day.isoformat() if line.day else '–'}: {' '.join(line.sentences)}" for line in lines]


def small(questions: Sequence[Mapping[str, object]], **published: str) -> Book:
    sources = {one: {"published": day} for one, day in published.items()}
    return Book.of(chronology({"it": {"questions": questions}}, sources=sources), Site())


def claim(answer: str, who: str, said: str | None, source: str = "up", **fields: object) -> dict[str, object]:
    return {"answer": answer, "by": [who], "sources": [source], **({"said": said} if said else {}), **fields}


def test_list_tells_how_the_record_changed(book: Book) -> None:
    assert told(book, "light-goes-out") == [
        "1911-03-02: Harbour Office said: It burned.",
        "1911-03-04: Became public. Harbour master said: about 12 ft. Harbour Office withdrew: It burned.",
        "1911-03-05: Harbour master said: It did; 3 March 1911.",
        "1911-03-07: Lamp Watchers <“R&D”> said: It burned; 4 March 1911.",
        "1911-03-08: Harbour Gazette corrected its report.",
        "1912-01-02: This record was re-dated.",
    ]
    # The Gazette's report is a day older than the event is said to be: it does not tell of it.
    assert told(book, "light-returns")[:1] == ["1911-03-06: Became public."]


def test_later_word_and_what_is_not_dated_are_told_as_such() -> None:
    answers = {"a": "A town", "b": "A village"}
    found = small(
        [{"answers": answers, "claims": [claim("a", "gs", "2025-03-13"), claim("b", "gs", "2025-03-15", "bbc"),
                                         claim("b", "isw", None, "undated")]}],
        up="2025-03-13", bbc="2025-03-15",
    )  # fmt: skip

    assert told(found, "it") == [
        "2025-03-13: Became public. gs said: A town.",
        "2025-03-15: gs now said: A village.",
        "–: isw said: A village.",
    ]


def test_claimant_is_named_once_a_day_and_many_are_counted() -> None:
    claims = [claim("a", who, "2025-03-13") for who in ("a", "b", "c", "d", "e", "f")]
    found = small([{"answers": {"a": "A town"}, "claims": [*claims, claim("a", "a", "2025-03-13")]}], up="2025-03-13")
    said = [f"{who} said: A town." for who in "abcd"]

    assert told(found, "it") == [f"2025-03-13: Became public. {' '.join(said)} 2 others too."]


def test_yes_says_to_what_where_several_questions_are_asked() -> None:
    asked = [
        {"id": one, "answers": {"yes": "Yes"}, "claims": [claim("yes", "gs", "2025-03-13")]} for one in ("one", "other")
    ]

    assert told(small(asked[:1], up="2025-03-13"), "it") == ["2025-03-13: Became public. gs said: Yes."]
    assert told(small(asked, up="2025-03-13"), "it") == [
        "2025-03-13: Became public. gs said: Yes to “one”; Yes to “other”."
    ]


def test_long_words_are_cut_between_words() -> None:
    claims = [{"says": "word " * 20, "by": ["gs"], "said": "2025-03-13", "sources": ["up"]}]
    (line,) = told(small([{"claims": claims}], up="2025-03-13"), "it")

    assert line.endswith("word word …")
    assert len(line) < 110


def test_data_can_stand_in_any_element(book: Book) -> None:
    page = known_list(book, list(book.chronology.events.values()))
    for piece in page.pieces:
        page.keep(piece, None if piece.view is None else f"<p>{piece.day} & more</p></template>")
    text = page.json()

    assert not {"<", ">", "&"} & set(text)
    assert json.loads(text)["kind"] == "list"


def test_pieces_that_are_alike_are_stored_once(book: Book) -> None:
    page = known_list(book, list(book.chronology.events.values()))
    stored = [page.keep(piece, None if piece.view is None else "the same") for piece in page.pieces]
    steps = json.loads(page.json())["events"]

    assert [html for html in stored if html] == ["the same"]
    assert {number for several in steps.values() for _, number in several} <= {0, None}


def test_list_counts_events_and_contested_ones(book: Book) -> None:
    page = known_list(book, list(book.chronology.events.values()))
    on = {day.isoformat(): words for day, words in page.words}

    assert on["1911-03-06"] == "2 of 4 events; 0 contested"
    assert on["1911-03-07"] == "2 of 4 events; 1 contested"
    assert page.words[-1][1] == f"4 of 4 events; {contested(book.chronology)} contested"


def contested(found: Chronology) -> int:
    return sum(view.standing == "contested" for view in found.events.values())


def test_series_counts_its_figures(book: Book) -> None:
    page = known_series(book, book.chronology.series["height"].points)

    assert page.words[-1][1] == "1 of 1 figure"
    assert list(page.claims) == ["light-goes-out#tide-1"]
