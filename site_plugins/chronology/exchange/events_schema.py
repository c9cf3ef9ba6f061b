"""What stands in `/data/events.json`, as a JSON Schema."""

from __future__ import annotations

from typing import Any

VERSION = 1
"""Counts up when a field changes its meaning or goes away; new fields do not count it up."""


def _object(required: tuple[str, ...], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "properties": properties, "additionalProperties": False}


def _list(items: Any) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _map(values: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": values}


_TEXT = {"type": "string"}
_COUNT = {"type": "integer", "minimum": 0}
_NULLABLE = {"type": ["string", "null"]}
_STANDING = {"enum": ["contested", "open", "single-source", "settled", "agreed"]}
_DATE = _object(("edtf", "earliest", "latest"), edtf=_TEXT, earliest=_NULLABLE, latest=_NULLABLE)
_USE = _object(("source",), source=_TEXT, quote=_TEXT)
_CLAIM = _object(
    ("anchor", "as_of", "state", "sources"),
    anchor=_TEXT,
    by=_list(_TEXT),
    answer=_TEXT,
    date=_DATE,
    says=_TEXT,
    quantity=_object((), value=_TEXT, low=_TEXT, high=_TEXT, comparator=_TEXT, unit=_TEXT),
    said=_DATE,
    as_of=_DATE,
    state={"enum": ["stands", "revised", "withdrawn"]},
    origins=_list(_TEXT),
    rests_on=_TEXT,
    denies=_list(_TEXT),
    sources=_list(_USE),
)
_QUESTION = _object(
    ("id", "standing", "reports"),
    id=_TEXT,
    ask=_TEXT,
    series=_TEXT,
    answers=_map(_TEXT),
    many={"const": True},
    standing=_STANDING,
    reports=_COUNT,
    origins=_list(_TEXT),
    claims=_list(_CLAIM),
)
_EVENT = _object(
    ("id", "address", "title", "date", "summary", "standing", "reports"),
    id=_TEXT,
    address=_TEXT,
    title=_TEXT,
    date=_DATE,
    time=_TEXT,
    zone=_TEXT,
    type=_TEXT,
    places=_list(_TEXT),
    actors=_list(_TEXT),
    topics=_list(_TEXT),
    summary=_TEXT,
    standing=_STANDING,
    reports=_COUNT,
    origins=_list(_TEXT),
    known_from=_TEXT,
    questions=_list(_QUESTION),
    relations=_list(_object(("event", "as"), **{"event": _TEXT, "as": _TEXT})),
    sources=_list(_USE),
    history=_list(_object(("date", "kind", "reason"), date=_TEXT, kind=_TEXT, reason=_TEXT, source=_TEXT)),
    retracted=_object(("date", "reason"), date=_TEXT, reason=_TEXT, replaced_by=_TEXT),
    formerly=_list(_TEXT),
)
_POINT = _object(
    ("latitude", "longitude", "precision"), latitude={"type": "number"}, longitude={"type": "number"}, precision=_TEXT
)
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "A chronology with all that is derived",
    **_object(
        ("version", "title", "scope", "site", "licence", "events", "actors", "places", "sources", "topics", "series"),
        version={"const": VERSION},
        title=_TEXT,
        scope=_TEXT,
        site=_NULLABLE,
        licence={"anyOf": [{"type": "null"}, _object(("name", "url"), name=_TEXT, url=_NULLABLE)]},
        events=_list(_EVENT),
        actors=_map(_object(("name", "kind", "side"), name=_TEXT, kind=_TEXT, side=_TEXT, member_of=_list(_TEXT))),
        places=_map(_object(("name",), name=_TEXT, kind=_TEXT, within=_TEXT, coordinates=_POINT)),
        sources=_map(
            _object(
                ("title", "publisher", "kind"),
                title=_TEXT,
                publisher=_TEXT,
                author=_TEXT,
                published=_DATE,
                url=_TEXT,
                archived=_TEXT,
                language=_TEXT,
                kind=_TEXT,
                origin=_TEXT,
            )
        ),
        topics=_map(_object(("title",), title=_TEXT)),
        series=_map(_object(("title", "unit", "counts"), title=_TEXT, unit=_TEXT, counts=_TEXT)),
    ),
}
"""JSON Schema of `/data/events.json`."""
