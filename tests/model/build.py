"""Entities from short dicts, which have the fields of the records. What is cited or named need not be given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from chronology.model.chronology import Chronology, EventView, QuestionView, derive
from chronology.model.clock import parse_time
from chronology.model.dates import Date, parse
from chronology.model.entities.actors import Actor
from chronology.model.entities.entities import Entities
from chronology.model.entities.events import Change, Event, Relation, Retraction
from chronology.model.entities.places import Place
from chronology.model.entities.quantities import Quantity
from chronology.model.entities.questions import Claim, Question, Withdrawal
from chronology.model.entities.record import SourceUse, Where
from chronology.model.entities.series import Reading, Readings, Series
from chronology.model.entities.settings import Settings, Side, Unit
from chronology.model.entities.sources import Source
from chronology.model.entities.topics import Topic

Short = Mapping[str, Any]

HERE = Where("here.yml")
DATE = "2025-03-13"
FIGURES = {"value", "low", "high"}
SIDES = {
    "ukraine": ["zelensky", "gs"],
    "russia": ["russia-mod", "putin", "mfa"],
    "us": ["trump", "state"],
}
UNITS = {
    "km2": Unit("km2", "square kilometre", "square kilometres", to="mi2", factor=0.386102),
    "mi2": Unit("mi2", "square mile", "square miles", to="km2", factor=2.589988),
    "people": Unit("people", "person", "people"),
}


def read_cases(name: str) -> list[dict[str, Any]]:
    """The cases of a file in cases/, every scalar a string."""
    text = (Path(__file__).parent / "cases" / name).read_text(encoding="utf-8")
    cases: list[dict[str, Any]] = yaml.load(text, yaml.BaseLoader)
    return cases


def case_name(case: Short) -> str:
    return str(case["case"])


def date(text: str | None) -> Date | None:
    return None if text is None else parse(str(text))


def uses(sources: Iterable[str]) -> tuple[SourceUse, ...]:
    return tuple(SourceUse(source) for source in sources)


def quantity(given: Short) -> Quantity:
    figures = {name: str(given[name]) for name in FIGURES & given.keys()}
    return Quantity(**figures, comparator=given.get("comparator"), unit=given.get("unit"))


def withdrawal(given: Short) -> Withdrawal:
    return Withdrawal(date(given.get("date")), given.get("source"), given.get("reason", "Because."))


def claim(number: int, given: Short, about: str | None = None) -> Claim:
    return Claim(
        number,
        id=given.get("id"),
        answer=None if about == "date" else given.get("answer"),
        date=date(given.get("answer")) if about == "date" else None,
        says=given.get("says"),
        quantity=quantity(given) if FIGURES & given.keys() else None,
        by=tuple(given.get("by", ())),
        rests_on=given.get("rests_on"),
        said=date(given.get("said")),
        as_of=date(given.get("as_of")),
        sources=uses(given.get("sources", ())),
        denies=tuple(given.get("denies", ())),
        withdrawn=withdrawal(given["withdrawn"]) if "withdrawn" in given else None,
    )


def question(given: Short) -> Question:
    about = given.get("about")
    return Question(
        given.get("id", "q"),
        answers=given.get("answers", {}),
        many=str(given.get("many", False)).lower() == "true",
        series=given.get("series"),
        about_date=about == "date",
        claims=tuple(claim(number, one, about) for number, one in enumerate(given.get("claims", ()), 1)),
    )


def event(one: str, given: Short) -> Event:
    time, retracted = given.get("time"), given.get("retracted")
    return Event(
        one,
        HERE,
        given.get("title", one),
        parse(str(given.get("date", DATE))),
        "What happened.",
        time=parse_time(time) if time else None,
        zone=given.get("zone"),
        type=given.get("type"),
        places=tuple(given.get("places", ())),
        actors=tuple(given.get("actors", ())),
        topics=tuple(given.get("topics", ())),
        questions=tuple(question(one) for one in given.get("questions", ())),
        relations=tuple(Relation(other, kind) for other, kind in given.get("relations", ())),
        sources=uses(given.get("sources", ())),
        history=tuple(Change(parse(day), kind, "Because.") for day, kind in given.get("history", ())),
        retracted=Retraction(parse(retracted), "Because.") if retracted else None,
    )


def readings(given: Short) -> Readings:
    rows = tuple(Reading(parse(day), Quantity(figure)) for day, figure in given["rows"])
    return Readings("x.csv", tuple(given["by"]), uses(given["sources"]), given["unit"], given.get("caution"), rows)


def entities(
    events: Mapping[str, Short],
    *,
    actors: Mapping[str, list[str]] | None = None,
    places: Mapping[str, str | None] | None = None,
    sources: Mapping[str, Short] | None = None,
    series: Mapping[str, Short] | None = None,
    sides: Mapping[str, list[str]] | None = None,
) -> Entities:
    """Events with what they name. `actors`: id to what it is a member of; `places`: id to what it lies within."""
    sides, sources, series = SIDES if sides is None else sides, sources or {}, series or {}
    made = {one: event(one, given) for one, given in events.items()}
    claims = [one for each in made.values() for asked in each.questions for one in asked.claims]
    cited = {use.source for each in made.values() for use in each.sources}
    cited |= {use.source for one in claims for use in one.sources}
    cited |= {one.withdrawn.source for one in claims if one.withdrawn and one.withdrawn.source}
    named = _named(made.values(), claims) | {one for side in sides.values() for one in side}
    members: dict[str, Iterable[str]] = {**dict.fromkeys(sorted(named), ()), **(actors or {})}
    cited |= set(sources) | {given["origin"] for given in sources.values() if "origin" in given} - members.keys()
    within = {place: None for each in made.values() for place in each.places} | dict(places or {})
    topics = {topic for each in made.values() for topic in each.topics}
    settings = Settings("A chronology", "All of it.", "Chronology", sides=_sides(sides), units=UNITS)
    return Entities(
        settings,
        made,
        {one: Actor(one, HERE, one, "body", member_of=tuple(above)) for one, above in members.items()},
        {one: Place(one, HERE, one, within=above) for one, above in within.items()},
        {one: _source(one, sources.get(one, {})) for one in sorted(cited)},
        {one: _series(one, given) for one, given in series.items()},
        {topic: Topic(topic, HERE, topic, "A topic.") for topic in sorted(topics)},
    )


def view(given: Short, **others: Any) -> EventView:
    """One event, derived."""
    return derive(entities({"it": given}, **others)).events["it"]


def ask(given: Short, **others: Any) -> QuestionView:
    """One question of an event, derived."""
    return view({"date": given.get("date", DATE), "questions": [given]}, **others).questions[0]


def chronology(events: Mapping[str, Short], **others: Any) -> Chronology:
    return derive(entities(events, **others))


def _named(events: Iterable[Event], claims: Iterable[Claim]) -> set[str]:
    return {actor for each in events for actor in each.actors} | {actor for one in claims for actor in one.by}


def _sides(sides: Mapping[str, list[str]]) -> dict[str, Side]:
    return {one: Side(one, one, tuple(actors)) for one, actors in sides.items()}


def _source(one: str, given: Short) -> Source:
    published, origin = date(given.get("published")), given.get("origin")
    return Source(one, HERE, one, "A publisher", "newspaper", published=published, origin=origin)


def _series(one: str, given: Short) -> Series:
    rows = tuple(readings(one) for one in given.get("readings", ()))
    return Series(one, HERE, one, given.get("unit", "km2"), "Something", readings=rows)
