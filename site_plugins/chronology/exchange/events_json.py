"""`/data/events.json`: the whole chronology with all that is derived, for programs. `SCHEMA` describes it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from chronology.model.chronology import Chronology, ClaimView, EventView, QuestionView
from chronology.model.dates import Date
from chronology.model.entities.places import Place
from chronology.model.entities.quantities import Quantity
from chronology.model.entities.record import SourceUse
from chronology.model.entities.sources import Source

VERSION = 1
"""Counts up when a field changes its meaning or goes away; new fields do not count it up."""

Address = Callable[[str, str], str]


def events_json(chronology: Chronology, address: Address, site: str | None) -> bytes:
    """Return the file. `address(kind, id)` gives a record's address relative to the site's root."""
    settings = chronology.settings
    document = {
        "version": VERSION,
        "title": settings.title,
        "scope": settings.scope,
        "site": site,
        "licence": {"name": settings.licence.name, "url": settings.licence.url} if settings.licence else None,
        "events": [_event(view, address) for view in chronology.events.values()],
        "actors": {
            key: _slim(
                {"name": view.actor.name, "kind": view.actor.kind, "side": view.side, "member_of": view.actor.member_of}
            )
            for key, view in chronology.actors.items()
        },
        "places": {key: _place(view.place) for key, view in chronology.places.items()},
        "sources": {key: _source(view.source) for key, view in chronology.sources.items()},
        "topics": {key: {"title": view.topic.title} for key, view in chronology.topics.items()},
        "series": {
            key: {"title": view.series.title, "unit": view.series.unit, "counts": view.series.counts}
            for key, view in chronology.series.items()
        },
    }
    return (json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _slim(fields: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not known: None and empty lists."""
    return {key: value for key, value in fields.items() if value not in (None, (), [], {})}


def _date(date: Date | None) -> dict[str, Any] | None:
    if date is None:
        return None
    return {
        "edtf": date.text,
        "earliest": date.earliest.isoformat() if date.earliest else None,
        "latest": date.latest.isoformat() if date.latest else None,
    }


def _event(view: EventView, address: Address) -> dict[str, Any]:
    event = view.event
    retracted = event.retracted
    return _slim(
        {
            "id": event.id,
            "address": address("event", event.id),
            "title": event.title,
            "date": _date(event.date),
            "time": event.time.text if event.time else None,
            "zone": event.zone,
            "type": event.type,
            "places": event.places,
            "actors": event.actors,
            "topics": event.topics,
            "summary": event.summary,
            "standing": view.standing.value,
            "reports": view.reports,
            "origins": view.origins,
            "known_from": view.known_from.isoformat() if view.known_from else None,
            "questions": [_question(question) for question in view.questions],
            "relations": [{"event": relation.event, "as": relation.kind} for relation in event.relations],
            "sources": [_use(use) for use in event.sources],
            "history": [
                _slim({"date": change.date.text, "kind": change.kind, "reason": change.reason, "source": change.source})
                for change in event.history
            ],
            "retracted": _slim(
                {"date": retracted.date.text, "reason": retracted.reason, "replaced_by": retracted.replaced_by}
            )
            if retracted
            else None,
            "formerly": event.formerly,
        }
    )


def _question(view: QuestionView) -> dict[str, Any]:
    question = view.question
    return _slim(
        {
            "id": question.id,
            "ask": question.ask,
            "series": question.series,
            "answers": dict(question.answers),
            "many": question.many or None,
            "standing": view.standing.value,
            "reports": view.reports,
            "origins": view.origins,
            "claims": [_claim(claim) for claim in view.claims],
        }
    )


def _claim(view: ClaimView) -> dict[str, Any]:
    claim = view.claim
    return _slim(
        {
            "anchor": view.anchor,
            "by": claim.by,
            "answer": claim.answer,
            "date": _date(claim.date),
            "says": claim.says,
            "quantity": _quantity(claim.quantity) if claim.quantity else None,
            "said": _date(view.said),
            "as_of": _date(view.as_of),
            "state": view.state,
            "origins": view.origins,
            "rests_on": claim.rests_on,
            "denies": claim.denies,
            "sources": [_use(use) for use in claim.sources],
        }
    )


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return _slim(
        {
            "value": quantity.value,
            "low": quantity.low,
            "high": quantity.high,
            "comparator": quantity.comparator,
            "unit": quantity.unit,
        }
    )


def _use(use: SourceUse) -> dict[str, Any]:
    return _slim({"source": use.source, "quote": use.quote})


def _place(place: Place) -> dict[str, Any]:
    point = place.coordinates
    return _slim(
        {
            "name": place.name,
            "kind": place.kind,
            "within": place.within,
            "coordinates": {"latitude": point.latitude, "longitude": point.longitude, "precision": point.precision}
            if point
            else None,
        }
    )


def _source(source: Source) -> dict[str, Any]:
    return _slim(
        {
            "title": source.title,
            "publisher": source.publisher,
            "author": source.author,
            "published": _date(source.published),
            "url": source.url,
            "archived": source.archived.url if source.archived else None,
            "language": source.language,
            "kind": source.kind,
            "origin": source.origin,
        }
    )


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
