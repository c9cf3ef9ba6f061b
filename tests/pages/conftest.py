"""The small chronology, derived, for the tests of pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from chronology.model.chronology import Chronology, derive
from chronology.pages.addresses import Addresses
from chronology.pages.book import Book
from chronology.pages.repository import Repository
from chronology.pages.site import RecordDay, Site
from chronology.records.load import load

SMALL = Path(__file__).resolve().parents[1] / "sites" / "small"


@pytest.fixture(scope="session")
def small() -> Chronology:
    loaded = load(SMALL, SMALL / "content", None)
    assert loaded.problems == ()
    assert loaded.entities is not None
    return derive(loaded.entities)


@pytest.fixture(scope="session")
def book(small: Chronology) -> Book:
    site = Site(
        url="https://example.org/harbour/",
        addresses=Addresses(),
        repository=Repository("https://codeberg.org/example/harbour"),
        changed={"content/events/light-goes-out.yml": "1912-01-02"},
        contribute="contribute",
        explorer="assets/chronology/data/explorer.json",
        history={
            "light-goes-out": (
                RecordDay("1912-01-02", ("Date widened from 3 March to 3–5 March 1911.", "Actor added: <Keeper>.")),
                RecordDay("1911-04-01", ("First recorded.",)),
            ),
            "light-sold": (RecordDay("1911-04-01", ("First recorded.",)),),
        },
    )
    return Book.of(small, site)
