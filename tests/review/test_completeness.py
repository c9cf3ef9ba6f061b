"""No field of a record changes in silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

import pytest

from chronology.model.chronology import derive
from chronology.model.clock import parse_time
from chronology.model.dates import parse
from chronology.model.entities.entities import Entities
from chronology.model.entities.events import Change, Medium, Relation, Retraction
from chronology.model.entities.layers import LayerState
from chronology.model.entities.places import Coordinates, Outline
from chronology.model.entities.quantities import Quantity
from chronology.model.entities.questions import Claim, Question, Withdrawal
from chronology.model.entities.record import Name, SourceUse
from chronology.model.entities.series import Reading, Readings
from chronology.model.entities.settings import Licence, MapSettings, Side, Tiles, Unit, Wording
from chronology.model.entities.shapes import Shape
from chronology.model.entities.sources import Archived, Corrected
from chronology.records.load import load
from chronology.review.changes.records import compare
from tests.review.diff_files import HERE

FULL: dict[str, Any] = {
    "time": parse_time("14:30"),
    "said": parse("2025-03-14"),
    "as_of": parse("2025-03-14"),
    "published": parse("2025-04-01"),
    "date": parse("2025-03-14"),
    "quantity": Quantity("7", unit="km2"),
    "coordinates": Coordinates(1.0, 2.0, "exact"),
    "retracted": Retraction(parse("2025-04-01"), "Because."),
    "archived": Archived("https://archive.example.org/x", parse("2025-04-01")),
    "corrected": Corrected("It was corrected."),
    "withdrawn": Withdrawal(parse("2025-04-01"), None, "Because."),
    "licence": Licence("CC0"),
    "wording": Wording({"trumpet": "announce"}),
    "outline": None,
    "tiles": None,
    "map": MapSettings("none"),
    "deepest": 17,
}
TUPLES: dict[str, tuple[Any, ...]] = {
    "rows": (Reading(parse("2025-03-20"), Quantity("7", unit="km2")),),
    "questions": (Question("more", ask="More?"),),
    "claims": (Claim(9, says="More.", by=("isw",), sources=(SourceUse("report"),)),),
    "sources": (SourceUse("readout", "words"),),
    "relations": (Relation("visit", "follows"),),
    "media": (Medium("a.png", "A", "B", "C"),),
    "history": (Change(parse("2025-04-01"), "corrected", "Because."),),
    "names": (Name("Name"),),
    "readings": (Readings("b.csv", ("isw",), (SourceUse("report"),), "km2"),),
    "formerly": ("before",),
    "actors": ("isw",),
    "by": ("isw",),
    "places": ("podol",),
    "topics": ("campaign",),
    "member_of": ("isw",),
    "also_written": ("Other",),
    "denies": ("russia",),
    "shapes": (Shape("Point", (1.0, 2.0)),),
    "states": (LayerState(parse("2025-03-20"), "c.geojson"),),
}
WORDS: dict[str, str] = {
    "rests_on": "isw", "origin": "isw", "within": "podol", "place": "podol", "series": "held-area", "type": "attack",
    "answer": "russia", "kind": "state", "title_from": "us", "unit": "mi2",
    "viewpoint": "none",
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A field that has another value, and all records with it."""

    name: str
    entities: Entities


def _other(name: str, value: Any) -> Any:
    if isinstance(value, tuple):
        return (*value, *TUPLES[name])
    if isinstance(value, bool):
        return not value
    if isinstance(value, dict):
        sample: Any = {"sides": Side("x", "X", ("isw",)), "units": Unit("x", "x", "xs")}.get(name, "X")
        return {**value, "x": sample}
    return FULL[name] if name in FULL and not isinstance(value, str) else WORDS.get(name, "other")


def _cases(entities: Entities) -> Iterator[Case]:
    chosen: dict[str, Any] = {
        "events": entities.events["sudzha"], "actors": entities.actors["deepstate"],
        "places": entities.places["sudzha"], "sources": entities.sources["report"],
        "series": entities.series["held-area"], "topics": entities.topics["campaign"],
        "layers": entities.layers["held"],
    }  # fmt: skip
    for kind, record in chosen.items():
        for name, changed in _changed(record):
            yield Case(f"{kind}.{name}", replace(entities, **{kind: getattr(entities, kind) | {record.id: changed}}))
    for name, changed in _changed(entities.settings):
        yield Case(f"settings.{name}", replace(entities, settings=changed))


def _changed(record: Any) -> Iterator[tuple[str, Any]]:
    """The record with another value in each of its fields, and in each field of its first question, claim, state …"""
    for field in fields(record):
        if field.name in ("id", "where", "number"):
            continue
        value = getattr(record, field.name)
        yield field.name, replace(record, **{field.name: _other(field.name, value)})
        if field.name in ("questions", "claims", "readings", "states") and value:
            for name, changed in _changed(value[0]):
                yield f"{field.name}.{name}", replace(record, **{field.name: (changed, *value[1:])})
        if field.name in ("outline", "map", "tiles") and value:
            for name, changed in _changed(value):
                yield f"{field.name}.{name}", replace(record, **{field.name: changed})


def _entities() -> Entities:
    loaded = load(HERE / "base", HERE / "base" / "content")
    assert loaded.entities
    outline = Outline("sudzha.geojson", "CC0", "map", (Shape("Point", (35.0, 51.0)),))
    tiles = Tiles("https://tiles.example.org/{z}/{x}/{y}.png", "Tiles", "© Tiles")
    found = loaded.entities
    return replace(
        found,
        places={**found.places, "sudzha": replace(found.places["sudzha"], outline=outline)},
        settings=replace(found.settings, map=MapSettings(tiles=tiles)),
    )


ENTITIES = _entities()
CASES = list(_cases(ENTITIES))


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
@pytest.mark.parametrize("back", [False, True], ids=["forth", "back"])
def test_a_change_in_any_field_is_told(case: Case, back: bool) -> None:
    before, after = derive(ENTITIES), derive(case.entities)
    changes = compare(after, before) if back else compare(before, after)
    told = [change for record in changes.records if record.status != "affected" for change in record.changes]
    assert told
    assert not [change.sentence for change in told if change.sentence.startswith("Changed: ")]


def test_every_entity_is_tried() -> None:
    tried = {case.name.split(".")[0] for case in CASES}
    assert tried == {"events", "actors", "places", "sources", "series", "topics", "layers", "settings"}
    assert len(CASES) > 80


def test_a_field_that_no_sentence_knows_is_named_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chronology.review.changes.records.source_changes", lambda was, now, names: ())
    source = replace(ENTITIES.sources["report"], note="Other.")
    after = derive(replace(ENTITIES, sources={**ENTITIES.sources, "report": source}))
    [record] = compare(derive(ENTITIES), after).records
    assert [change.sentence for change in record.changes] == ["Changed: `note`."]
