"""Questions as rows, parties as columns; those who answer least share the last column."""

from __future__ import annotations

from typing import Any

from chronology.pages.book import Book
from chronology.pages.matrix import MOST_PARTIES, Matrix, matrix
from chronology.pages.site import Site
from tests.model import build


def _matrix(*questions: list[dict[str, Any]]) -> Matrix | None:
    asked = [{"id": f"q{number}", "claims": claims} for number, claims in enumerate(questions)]
    chronology = build.chronology({"it": {"date": build.DATE, "questions": asked}})
    return matrix(Book.of(chronology, Site()), chronology.events["it"])


def _says(who: str, source: str) -> dict[str, Any]:
    return {"says": f"{who} said so", "by": [who], "sources": [source]}


def test_members_of_a_side_share_a_column() -> None:
    found = _matrix([_says("putin", "a"), _says("gs", "b")], [_says("russia-mod", "c")])
    assert found is not None
    assert [(party.key, party.members) for party in found.parties] == [
        ("russia", ("putin", "russia-mod")),
        ("ukraine", ("gs",)),
    ]
    assert [[len(cell) for cell in row.cells] for row in found.rows] == [[1, 1], [1, 0]]


def test_every_claim_stands_in_one_cell() -> None:
    many = [_says(f"party-{number}", f"s{number}") for number in range(7)]
    found = _matrix(many, many[:2])
    assert found is not None
    assert len(found.parties) == MOST_PARTIES
    assert found.has_others
    assert [sum(map(len, row.cells)) for row in found.rows] == [7, 2]
    assert [party.key for party in found.parties[:2]] == ["party-0", "party-1"]


def test_there_is_none_where_nothing_stands_side_by_side() -> None:
    assert _matrix([_says("putin", "a"), _says("gs", "b")]) is None
    assert _matrix([_says("putin", "a")], [_says("gs", "b")]) is None
