"""What can be found in a chronology: one document for each record, question and claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from chronology.model.chronology import Chronology, ClaimView, EventView, QuestionView
from chronology.model.date_words import in_words
from chronology.model.dates import Date
from chronology.model.entities.actors import Actor
from chronology.model.entities.places import Place
from chronology.model.entities.questions import Question
from chronology.model.entities.settings import Unit
from chronology.model.quantity_words import stated

KINDS = {
    "place": "Place",
    "actor": "Actor",
    "event": "Event",
    "topic": "Topic",
    "series": "Series",
    "question": "Question",
    "claim": "Claim",
    "source": "Source",
    "page": "Page",
}
"""Kinds of documents, with the word for each; among equally good results the kinds come in this order."""

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKUP = re.compile(r"^[ \t]*(?:#+|>|[-*+]|[0-9]+\.)[ \t]+|[*_`|]+", re.MULTILINE)
_STANDINGS = {"contested": "Contested", "open": "Open"}
_STATES = {"revised": "Revised", "withdrawn": "Withdrawn"}


class AddressOf(Protocol):
    """Gives the address of a record's page, or of an anchor on it, relative to the site's root."""

    def __call__(self, kind: str, record_id: str, anchor: str | None = None) -> str: ...


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """Something that search finds. All texts are plain; the engine escapes them for where they go."""

    key: str
    """Unique among the documents: 'place:sudzha', 'claim:sudzha-retaken#control-1'."""
    kind: str
    """One of KINDS."""
    address: str
    """Relative to the site's root: 'events/sudzha-retaken/#control-1'."""
    title: str
    text: str = ""
    """Searched, and shown in part around what was found."""
    words: str = ""
    """Searched and never shown."""
    names: tuple[str, ...] = ()
    """Other names and spellings of this record."""
    label: str = ""
    """Shown after the kind, and searched: a source's publisher, an actor's role."""
    date: Date | None = None
    by: tuple[str, ...] = ()
    """Keys of the actors, or else the sources, whose word this is."""
    linked: tuple[str, ...] = ()
    """Keys of further documents whose names lead here; keys of none are passed over."""
    part_of: str | None = None
    """Key of the document that this one stands under: a claim's question, a question's event, a section's page."""


def documents(chronology: Chronology, address_of: AddressOf) -> list[SearchDocument]:
    """Return what can be found, by kind in the order of KINDS."""
    found = [*_places(chronology, address_of), *_actors(chronology, address_of), *_events(chronology, address_of)]
    found += [*_topics(chronology, address_of), *_series(chronology, address_of)]
    for event in chronology.events.values():
        found += _said_in(event, chronology, address_of)
    found += _sources(chronology, address_of)
    order = list(KINDS)
    return sorted(found, key=lambda document: order.index(document.kind))


def plain_text(markdown: str) -> str:
    """Return Markdown without its marks, on one line: good enough to search and to excerpt."""
    return " ".join(_MARKUP.sub("", _LINK.sub(r"\1", markdown)).split())


def _spellings(record: Actor | Place) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*(name.name for name in record.names), *record.also_written]))


def _places(chronology: Chronology, address_of: AddressOf) -> Iterator[SearchDocument]:
    kinds = chronology.settings.place_kinds
    for key, view in chronology.places.items():
        place = view.place
        label = kinds.get(place.kind or "", "")
        yield SearchDocument(
            f"place:{key}", "place", address_of("place", key), place.name,
            text=place.summary or "", names=_spellings(place), label=label,
        )  # fmt: skip


def _actors(chronology: Chronology, address_of: AddressOf) -> Iterator[SearchDocument]:
    for key, view in chronology.actors.items():
        actor = view.actor
        label = actor.role or chronology.settings.actor_kinds.get(actor.kind, "")
        yield SearchDocument(
            f"actor:{key}", "actor", address_of("actor", key), actor.name,
            text=actor.summary or "", words=actor.country or "", names=_spellings(actor), label=label,
        )  # fmt: skip


def _events(chronology: Chronology, address_of: AddressOf) -> Iterator[SearchDocument]:
    for key, view in chronology.events.items():
        event = view.event
        linked = [*(f"place:{place}" for place in event.places), *(f"actor:{actor}" for actor in view.participants)]
        yield SearchDocument(
            f"event:{key}", "event", address_of("event", key), event.title,
            text=_joined(event.summary, plain_text(event.text or "")),
            words=chronology.settings.types.get(event.type or "", ""),
            label=_doubt(view), date=event.date, linked=tuple(linked),
        )  # fmt: skip


def _doubt(view: EventView) -> str:
    """What a reader should know before opening an event."""
    if view.event.retracted:
        return "Retracted"
    return _STANDINGS.get(view.standing.value, "")


def _topics(chronology: Chronology, address_of: AddressOf) -> Iterator[SearchDocument]:
    for key, view in chronology.topics.items():
        text = _joined(view.topic.summary, plain_text(view.topic.text or ""))
        yield SearchDocument(f"topic:{key}", "topic", address_of("topic", key), view.topic.title, text=text)


def _series(chronology: Chronology, address_of: AddressOf) -> Iterator[SearchDocument]:
    for key, view in chronology.series.items():
        text = _joined(view.series.counts, view.series.summary or "")
        yield SearchDocument(f"series:{key}", "series", address_of("series", key), view.series.title, text=text)


def _sources(chronology: Chronology, address_of: AddressOf) -> Iterator[SearchDocument]:
    for key, view in chronology.sources.items():
        source = view.source
        origins = [f"{kind}:{source.origin}" for kind in ("actor", "source") if source.origin]
        yield SearchDocument(
            f"source:{key}", "source", address_of("source", key), source.title,
            words=source.author or "", label=source.publisher, date=source.published, linked=tuple(origins),
        )  # fmt: skip


def _said_in(event: EventView, chronology: Chronology, address_of: AddressOf) -> Iterator[SearchDocument]:
    key = event.event.id
    for view in event.questions:
        question = view.question
        series = chronology.series[question.series].series.title if question.series else ""
        yield SearchDocument(
            f"question:{key}#{question.id}", "question", address_of("event", key, question.id), question.ask or series,
            part_of=f"event:{key}",
        )  # fmt: skip
        yield from (_claim(key, view, claim, chronology.settings.units, address_of) for claim in view.claims)


def _claim(
    event: str, question: QuestionView, view: ClaimView, units: Mapping[str, Unit], address_of: AddressOf
) -> SearchDocument:
    claim = view.claim
    answer = _answer(question.question, view, units)
    quotes = [f"“{use.quote}”" for use in claim.sources if use.quote]
    return SearchDocument(
        f"claim:{event}#{view.anchor}", "claim", address_of("event", event, view.anchor), answer or claim.says or "",
        text=_joined(claim.says if answer and claim.says else "", *quotes),
        label=_STATES.get(view.state, ""),
        date=view.said, by=_claimants(view), part_of=f"question:{event}#{view.question}",
    )  # fmt: skip


def _claimants(view: ClaimView) -> tuple[str, ...]:
    by = view.claim.by
    return tuple(f"actor:{actor}" for actor in by) or tuple(f"source:{use.source}" for use in view.claim.sources[:1])


def _answer(question: Question, view: ClaimView, units: Mapping[str, Unit]) -> str:
    """The claim in few words, or an empty text where it has only its own."""
    claim = view.claim
    if claim.quantity:
        return stated(claim.quantity, units)
    if claim.date:
        return in_words(claim.date)
    return question.answers.get(claim.answer or "", "")


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
