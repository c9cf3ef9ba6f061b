"""The handbook's page on records and the JSON Schemas say what the models say."""

from __future__ import annotations

import json
import re
from pathlib import Path

from chronology.records.json_schema import schemas
from chronology.records.reference_page import reference
from chronology.records.schema.kinds import MODELS
from chronology.records.shape import Shape, shape_of

PAGE = Path(__file__).parents[2] / "docs/handbook/records.md"


def test_committed_page_is_what_the_models_say() -> None:
    stale = "docs/handbook/records.md is stale: run `chronology schema`, and commit the page"
    assert PAGE.read_text("utf-8") == reference(), stale


def test_every_field_has_its_row_and_every_row_says_something() -> None:
    page = reference()
    for model in MODELS.values():
        for name in shape_of(model).fields:
            assert f"| `{name}`" in page
    for line in page.splitlines():
        if line.startswith("| `"):
            assert all(cell.strip() for cell in line.strip("|").split(" | "))


def test_every_link_of_the_page_leads_to_one_heading() -> None:
    page = reference()
    headings = re.findall(r"^## (.+)$", page, re.MULTILINE)
    anchors = [heading.lower().replace(" ", "-") for heading in headings]
    assert len(set(anchors)) == len(anchors)
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= set(anchors)


def test_page_is_the_same_every_time() -> None:
    assert reference() == reference()


def test_there_is_a_schema_for_each_kind_and_the_settings() -> None:
    assert set(schemas()) == {"events", "actors", "places", "sources", "series", "topics", "layers", "chronology"}


def test_schema_knows_the_fields_that_a_record_may_have() -> None:
    event = schemas()["events"]
    assert set(event["properties"]) == set(shape_of(MODELS["events"]).fields)
    assert event["required"] == ["title", "date", "summary"]
    assert event["additionalProperties"] is False
    assert "as" in event["$defs"]["RelationRecord"]["properties"]


def test_schema_allows_no_empty_values() -> None:
    assert '"null"' not in json.dumps(schemas())


def test_schema_allows_the_shorthand_of_a_source() -> None:
    items = schemas()["events"]["properties"]["sources"]["items"]
    assert items["anyOf"] == [{"type": "string"}, {"$ref": "#/$defs/SourceUseRecord"}]


def test_every_text_field_says_what_it_has_to_be() -> None:
    def nameless(shape: Shape, path: str) -> list[str]:
        below = {**shape.fields, **({"[]": shape.entry} if shape.entry else {})}
        here = [path] if shape.kind == "text" and not shape.form and not shape.choices else []
        return here + [one for name, field in below.items() for one in nameless(field, f"{path}.{name}")]

    assert [one for kind, model in MODELS.items() for one in nameless(shape_of(model), kind)] == []
