"""A small chronology that has one of everything that search finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from chronology.model.chronology import Chronology, derive
from chronology.records.load import load
from chronology.search.documents import SearchDocument, documents

HERE = Path(__file__).parent


def address_of(kind: str, record_id: str, anchor: str | None = None) -> str:
    return f"{kind}s/{record_id}/" + (f"#{anchor}" if anchor else "")


@pytest.fixture(scope="session")
def small() -> Chronology:
    loaded = load(HERE, HERE / "content")
    assert loaded.entities is not None, loaded.problems
    return derive(loaded.entities)


@pytest.fixture(scope="session")
def found(small: Chronology) -> dict[str, SearchDocument]:
    """The documents of `small` by key."""
    return {document.key: document for document in documents(small, address_of)}
