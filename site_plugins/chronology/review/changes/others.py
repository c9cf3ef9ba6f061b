"""Actors, places, series, topics and layers: what became of one, and what a new one is."""

from __future__ import annotations

from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt

from chronology.model import date_words
from chronology.model.entities.actors import Actor
from chronology.model.entities.layers import Layer
from chronology.model.entities.places import Coordinates, Place
from chronology.model.entities.record import Name
from chronology.model.entities.series import Reading, Readings, Series
from chronology.model.entities.topics import Topic
from chronology.review.changes.change import Change
from chronology.review.changes.fields import field_change, value_changes
from chronology.review.changes.layers import layer_changes, new_layer
from chronology.review.changes.lists import list_changes, use_changes
from chronology.review.changes.names import Names
from chronology.review.changes.shapes import outline_changes
from chronology.review.changes.wording import markdown_change, text_change
from chronology.review.changes.words import count, quoted

Other = Actor | Place | Series | Topic | Layer
EARTH = 6371.0
"""Kilometres from its middle to its surface."""
ROOM = {"exact": 1, "settlement": 5}
"""Kilometres across which lies what a point of this precision stands for."""
MOST_ROOM = 20
MOST_FIGURES = 3


def new_other(record: Other, names: Names) -> Change:
    """What a new actor, place, series, topic or layer is."""
    if isinstance(record, Actor):
        above = f", member of {names.actors(record.member_of)}" if record.member_of else ""
        return Change("record-new", f"New actor: {names.word('actor_kinds', record.kind)}{above}.")
    if isinstance(record, Place):
        kind = f": {names.word('place_kinds', record.kind)}" if record.kind else ""
        within = f", within {names.place(record.within)}" if record.within else ""
        return Change("record-new", f"New place{kind}{within}.")
    if isinstance(record, Series):
        return Change("record-new", f"New series: {quoted(record.counts)}.")
    if isinstance(record, Layer):
        return new_layer(record, names)
    return Change("record-new", f"New topic: {quoted(record.summary)}.")


def other_changes(was: Other, now: Other, names: Names) -> Iterator[Change]:
    """What became of an actor, place, series, topic or layer."""
    if isinstance(was, Actor) and isinstance(now, Actor):
        yield from _actor(was, now, names)
    elif isinstance(was, Place) and isinstance(now, Place):
        yield from _place(was, now, names)
    elif isinstance(was, Series) and isinstance(now, Series):
        yield from _series(was, now, names)
    elif isinstance(was, Layer) and isinstance(now, Layer):
        yield from layer_changes(was, now, names)
    elif isinstance(was, Topic) and isinstance(now, Topic):
        yield from _texts(("Title", was.title, now.title), ("Summary", was.summary, now.summary))
        if text := markdown_change("Text", was.text, now.text):
            yield text


def _texts(*texts: tuple[str, str | None, str | None]) -> Iterator[Change]:
    for label, before, after in texts:
        kind = "title" if label in ("Title", "Name") else "text"
        if change := text_change(kind, label, before, after):
            yield change


def _actor(was: Actor, now: Actor, names: Names) -> Iterator[Change]:
    yield from _texts(("Name", was.name, now.name))
    kinds = [names.word("actor_kinds", one.kind) for one in (was, now)]
    if change := field_change("Kind", kinds):
        yield change
    yield from value_changes(was, now, {"country": "Country", "role": "Role"})
    yield from list_changes(("Membership", "Memberships"), was.member_of, now.member_of, names.actor)
    yield from _texts(("Summary", was.summary, now.summary))
    yield from _named(was, now)
    yield from use_changes(None, was.sources, now.sources, names)


def _place(was: Place, now: Place, names: Names) -> Iterator[Change]:
    yield from _texts(("Name", was.name, now.name))
    kinds = [names.word("place_kinds", one.kind) if one.kind else None for one in (was, now)]
    withins = [names.place(one.within) if one.within else None for one in (was, now)]
    for label, values in (("Kind", kinds), ("Place that it lies in", withins)):
        if change := field_change(label, values):
            yield change
    yield from _coordinates(was.coordinates, now.coordinates, names)
    yield from outline_changes(was.outline, now.outline, names)
    yield from _texts(("Summary", was.summary, now.summary))
    yield from _named(was, now)
    yield from use_changes(None, was.sources, now.sources, names)


def _named(was: Actor | Place, now: Actor | Place) -> Iterator[Change]:
    yield from list_changes(("Other name", "Other names"), was.names, now.names, _name)
    yield from list_changes(("Other spelling", "Other spellings"), was.also_written, now.also_written, quoted)


def _name(name: Name) -> str:
    return quoted(name.name) + (f" (`{name.language}`)" if name.language else "")


def _coordinates(was: Coordinates | None, now: Coordinates | None, names: Names) -> Iterator[Change]:
    if was == now:
        return
    if was is None or now is None:
        told = f"added: {_point(now)}" if now else f"taken out (was {_point(was)})" if was else ""
        yield Change("coordinates", f"Coordinates {told}.")
        return
    distance = _kilometres(was, now)
    if moved := _measured(distance):
        room = max(_room(was), _room(now))
        advice = f"see that it is the same place: such a point moves by {room} km at most"
        told = f"Coordinates moved by {moved} km, to {_point(now)}."
        yield Change("coordinates", told, advice if distance > room else None)
    elif (was.latitude, was.longitude, was.precision) != (now.latitude, now.longitude, now.precision):
        yield Change("coordinates", f"Coordinates changed from {_point(was)} to {_point(now)}.")
    sources = [names.source(one.source) if one.source else None for one in (was, now)]
    if change := field_change("Source of the coordinates", sources, "coordinates"):
        yield change


def _point(point: Coordinates) -> str:
    return f"{point.latitude:g}, {point.longitude:g} ({point.precision})"


def _room(point: Coordinates) -> int:
    """By how many kilometres a point may move and still stand for the same exact spot, settlement or wider place."""
    return ROOM.get(point.precision, MOST_ROOM)


def _kilometres(one: Coordinates, other: Coordinates) -> float:
    """The distance of two points by the haversine formula."""
    north, other_north = radians(one.latitude), radians(other.latitude)
    east = radians(other.longitude - one.longitude)
    chord = sin((other_north - north) / 2) ** 2 + cos(north) * cos(other_north) * sin(east / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(chord)))


def _measured(distance: float) -> str:
    """Kilometres in figures; '' for less than 100 m."""
    return "" if distance < 0.1 else f"{distance:.1f}" if distance < 10 else f"{distance:,.0f}"


def _series(was: Series, now: Series, names: Names) -> Iterator[Change]:
    yield from _texts(("Title", was.title, now.title))
    yield from value_changes(was, now, {"unit": "Unit", "counts": "What is counted"})
    places = [names.place(one.place) if one.place else None for one in (was, now)]
    if change := field_change("Place", places):
        yield change
    yield from _texts(("Summary", was.summary, now.summary))
    yield from use_changes(None, was.sources, now.sources, names)
    files = {one.file: one for one in was.readings}
    for one in now.readings:
        if one.file not in files:
            told = f"Readings of {names.actors(one.by)} added: {count(len(one.rows), 'figure')}."
            yield Change("readings", told)
        else:
            yield from _readings(files[one.file], one, names)
    for one in was.readings:
        if one.file not in {other.file for other in now.readings}:
            told = f"Readings of {names.actors(one.by)} taken out: {count(len(one.rows), 'figure')}."
            yield Change("readings", told, "see that no figure is lost")


def _readings(was: Readings, now: Readings, names: Names) -> Iterator[Change]:
    whose = f"The readings of {names.actors(now.by)}"
    if was.by != now.by:
        yield Change("readings", f"{whose} were those of {names.actors(was.by)}.")
    if was.unit != now.unit:
        yield Change("readings", f"{whose} are in `{now.unit}`, no longer in `{was.unit}`.")
    if caution := text_change("readings", f"{whose}: caution", was.caution, now.caution):
        yield caution
    yield from use_changes(f"row of readings of {names.actors(now.by)}", was.sources, now.sources, names)
    rows, earlier = {one.date.text: one for one in now.rows}, {one.date.text: one for one in was.rows}
    new, gone = [one for one in rows if one not in earlier], [one for one in earlier if one not in rows]
    if new:
        yield Change("readings", f"{whose}: {count(len(new), 'figure')} added{_span(new, rows)}.")
    if gone:
        told = f"{whose}: {count(len(gone), 'figure')} taken out{_span(gone, earlier)}."
        yield Change("readings", told, "see that no figure is lost")
    changed = [(earlier[one], rows[one]) for one in rows if one in earlier and earlier[one] != rows[one]]
    for before, after in changed[:MOST_FIGURES]:
        told = f"{_figure(before, names)} became {_figure(after, names)}"
        yield Change("readings", f"{whose}, {date_words.in_words(after.date)}: {told}.")
    if len(changed) > MOST_FIGURES:
        yield Change("readings", f"{whose}: {count(len(changed) - MOST_FIGURES, 'other figure')} changed.")
    if was.rows != now.rows and not (new or gone or changed):
        yield Change("readings", f"{whose}: figures of one day changed, or stand in another order.")


def _figure(reading: Reading, names: Names) -> str:
    said = f" (said {date_words.in_words(reading.said)})" if reading.said else ""
    return f"{names.quantity(reading.quantity)}{said}"


def _span(days: list[str], rows: dict[str, Reading]) -> str:
    first, last = date_words.in_words(rows[days[0]].date), date_words.in_words(rows[days[-1]].date)
    return f", {first}" if len(days) == 1 else f", {first} to {last}"
