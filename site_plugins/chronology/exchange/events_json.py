"""`/data/events.json`: the whole chronology with all that is derived, for programs. `events_schema` describes it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from chronology.exchange.events_schema import VERSION
from chronology.model.chronology import Chronology, ClaimView, EventView, QuestionView
from chronology.model.dates import Date
from chronology.model.entities.places import Place
from chronology.model.entities.quantities import Quantity
from chronology.model.entities.record import SourceUse
from chronology.model.entities.sources import Source

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
