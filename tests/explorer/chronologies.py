"""The chronologies that selections are tried on."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from chronology.model.chronology import Chronology, derive
from chronology.records.load import load
from tests.bench import generate
from tests.model.build import entities

CASES = Path(__file__).parent / "cases"
ROOT = Path(__file__).resolve().parents[2]


def read_cases(name: str) -> Any:
    """A file of cases/."""
    return json.loads((CASES / name).read_text(encoding="utf-8"))


def made_up() -> Chronology:
    """The chronology of cases/chronology.json: from 17,000 BC to the year 170,000,002, with all kinds of dates."""
    given = read_cases("chronology.json")
    found = entities(given["events"], actors=given["actors"], places=given["places"], sides={})
    return derive(replace(found, settings=replace(found.settings, types=given["types"])))


def read(folder: Path, cache: Path | None = None) -> Chronology:
    """The chronology of a project's folder."""
    found = load(folder, folder / "content", cache).entities
    assert found is not None
    return derive(found)


def generated(folder: Path, events: int) -> Chronology:
    """A made-up chronology of many events."""
    generate.write(folder, events)
    return read(folder)
