"""Checked records become entities: texts become dates and clock times, defaults and shorthands are spelt out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import overload

from chronology.model import entities
from chronology.model.clock import parse_time
from chronology.model.dates import Date, parse
from chronology.model.entities import Name, Quantity, Reading, Shape, SourceUse, Where
from chronology.records import schema

Units = Mapping[str, str]
"""The unit of each series, which its figures have where they name none."""
Files = Mapping[tuple[str, str], Mapping[str, tuple[Shape, ...]]]
"""The shapes of GeoJSON files, by the kind and id of the record that names them, and by their name."""


def event(record: schema.EventRecord, own_id: str, where: Where, units: Units) -> entities.Event:
    """The event of a record."""
    return entities.Event(
        id=own_id,
        where=where,
        title=record.title,
        date=parse(record.date),
        summary=record.summary,
        time=parse_time(record.time) if record.time else None,
        zone=record.zone,
        type=record.type,
        places=tuple(record.places),
        actors=tuple(record.actors),
        topics=tuple(record.topics),
        text=record.text,
        questions=tuple(_question(question, units) for question in record.questions),
        relations=tuple(entities.Relation(relation.event, relation.as_) for relation in record.relations),
        sources=_uses(record.sources),
        media=tuple(entities.Medium(one.file, one.alt, one.credit, one.licence) for one in record.media),
        history=tuple(
            entities.Change(parse(change.date), change.kind, change.reason, change.source) for change in record.history
        ),
        retracted=_retraction(record.retracted),
        formerly=tuple(record.formerly),
    )


def actor(record: schema.ActorRecord, own_id: str, where: Where) -> entities.Actor:
    """The actor of a record."""
    return entities.Actor(
        id=own_id,
        where=where,
        name=record.name,
        kind=record.kind,
        country=record.country,
        role=record.role,
        summary=record.summary,
        member_of=tuple(record.member_of),
        names=_names(record.names),
        also_written=tuple(record.also_written),
        sources=_uses(record.sources),
        formerly=tuple(record.formerly),
    )


def place(record: schema.PlaceRecord, own_id: str, where: Where, files: Files) -> entities.Place:
    """The place of a record; `files` has the shapes of its outline."""
    point = record.coordinates
    return entities.Place(
        id=own_id,
        where=where,
        name=record.name,
        kind=record.kind,
        within=record.within,
        coordinates=entities.Coordinates(point.latitude, point.longitude, point.precision, point.source)
        if point
        else None,
        outline=_outline(record.outline, own_id, files),
        summary=record.summary,
        names=_names(record.names),
        also_written=tuple(record.also_written),
        sources=_uses(record.sources),
        formerly=tuple(record.formerly),
    )


def _outline(record: schema.OutlineRecord | None, own_id: str, files: Files) -> entities.Outline | None:
    if record is None:
        return None
    return entities.Outline(record.file, record.licence, record.source, files["places", own_id][record.file])


def source(record: schema.SourceRecord, own_id: str, where: Where) -> entities.Source:
    """The source of a record."""
    copy, correction = record.archived, record.corrected
    return entities.Source(
        id=own_id,
        where=where,
        title=record.title,
        publisher=record.publisher,
        kind=record.kind,
        title_from=record.title_from,
        author=record.author,
        published=_date(record.published),
        url=record.url,
        without_url=record.without_url,
        archived=entities.Archived(copy.url, parse(copy.date)) if copy else None,
        language=record.language,
        origin=record.origin,
        corrected=entities.Corrected(correction.note, _date(correction.date), correction.url) if correction else None,
        grade=record.grade,
        access=record.access,
        note=record.note,
        formerly=tuple(record.formerly),
    )


def series(
    record: schema.SeriesRecord, own_id: str, where: Where, rows: Mapping[str, Mapping[str, tuple[Reading, ...]]]
) -> entities.Series:
    """The series of a record; `rows` are those of each series' CSV files, by the file's name."""
    return entities.Series(
        id=own_id,
        where=where,
        title=record.title,
        unit=record.unit,
        counts=record.counts,
        place=record.place,
        summary=record.summary,
        readings=tuple(
            entities.Readings(
                file=one.file,
                by=tuple(one.by),
                sources=_uses(one.sources),
                unit=one.unit,
                caution=one.caution,
                rows=rows.get(own_id, {}).get(one.file, ()),
            )
            for one in record.readings
        ),
        sources=_uses(record.sources),
        formerly=tuple(record.formerly),
    )


def layer(record: schema.LayerRecord, own_id: str, where: Where, files: Files) -> entities.Layer:
    """The layer of a record, its states in order of time; `files` has their shapes."""
    states = [
        entities.LayerState(parse(one.date), one.file, _uses(one.sources), files["layers", own_id][one.file])
        for one in record.states
    ]
    return entities.Layer(
        id=own_id,
        where=where,
        title=record.title,
        by=tuple(record.by),
        sources=_uses(record.sources),
        licence=record.licence,
        states=tuple(sorted(states, key=lambda state: state.date.sort_key)),
        caution=record.caution,
    )


def topic(record: schema.TopicRecord, own_id: str, where: Where) -> entities.Topic:
    """The topic of a record."""
    return entities.Topic(own_id, where, record.title, record.summary, record.text, tuple(record.formerly))


def settings(record: schema.ChronologyRecord) -> entities.Settings:
    """The chronology's settings."""
    return entities.Settings(
        title=record.title,
        scope=record.scope,
        name=record.name,
        period=record.period,
        headline=record.headline,
        language=record.language,
        zone=record.zone,
        types=record.types,
        actor_kinds=record.actor_kinds,
        place_kinds=record.place_kinds,
        source_kinds=record.source_kinds,
        sides={key: entities.Side(key, one.title, tuple(one.actors)) for key, one in record.sides.items()},
        units={
            key: entities.Unit(key, one.one, one.many, one.symbol, one.to, one.factor)
            for key, one in record.units.items()
        },
        licence=entities.Licence(record.licence.name, record.licence.url) if record.licence else None,
        wording=entities.Wording(record.wording.loaded) if record.wording else entities.Wording(),
        map=_map(record.map) if record.map else entities.MapSettings(),
    )


def _map(record: schema.MapRecord) -> entities.MapSettings:
    tiles = record.tiles
    return entities.MapSettings(
        record.viewpoint,
        entities.Tiles(tiles.url, tiles.name, tiles.attribution, tiles.attribution_url, tiles.deepest)
        if tiles
        else None,
    )


def _question(record: schema.QuestionRecord, units: Units) -> entities.Question:
    about_date = record.about == "date"
    unit = units.get(record.series) if record.series else None
    return entities.Question(
        id=record.id,
        ask=record.ask,
        answers=record.answers,
        many=record.many,
        series=record.series,
        about_date=about_date,
        claims=tuple(
            _claim(claim, number, unit, about_date=about_date) for number, claim in enumerate(record.claims, 1)
        ),
    )


def _claim(record: schema.ClaimRecord, number: int, unit: str | None, *, about_date: bool) -> entities.Claim:
    return entities.Claim(
        number=number,
        id=record.id,
        answer=record.answer,
        date=parse(record.answer) if about_date and record.answer else None,
        says=record.says,
        quantity=_quantity(record, unit),
        by=tuple(record.by),
        rests_on=record.rests_on,
        said=_date(record.said),
        as_of=_date(record.as_of),
        sources=_uses(record.sources),
        denies=tuple(record.denies),
        withdrawn=_withdrawal(record.withdrawn),
    )


def _quantity(record: schema.ClaimRecord, unit: str | None) -> Quantity | None:
    if record.value is None and record.low is None and record.high is None:
        return None
    return Quantity(record.value, record.low, record.high, record.comparator, record.unit or unit)


def _withdrawal(record: schema.WithdrawalRecord | None) -> entities.Withdrawal | None:
    return entities.Withdrawal(_date(record.date), record.source, record.reason) if record else None


def _retraction(record: schema.RetractionRecord | None) -> entities.Retraction | None:
    return entities.Retraction(parse(record.date), record.reason, record.replaced_by) if record else None


def _uses(records: Iterable[schema.SourceUseRecord]) -> tuple[SourceUse, ...]:
    return tuple([SourceUse(record.source, record.quote) for record in records])


def _names(records: Iterable[schema.NameRecord]) -> tuple[Name, ...]:
    return tuple([Name(record.name, record.language) for record in records])


@overload
def _date(text: str) -> Date: ...
@overload
def _date(text: str | None) -> Date | None: ...
def _date(text: str | None) -> Date | None:
    return parse(text) if text else None
