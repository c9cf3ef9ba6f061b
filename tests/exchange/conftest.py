"""The chronology of the ledger: one correction of each kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from chronology.model.chronology import Chronology, derive
from chronology.records.load import load

LEDGER = Path(__file__).resolve().parents[1] / "sites" / "ledger"


@pytest.fixture(scope="session")
def ledger() -> Chronology:
    loaded = load(LEDGER, LEDGER / "content", None)
    assert loaded.problems == ()
    assert loaded.entities is not None
    return derive(loaded.entities)
