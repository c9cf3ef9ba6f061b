"""The entities of a chronology, as the records gave them: typed, frozen, nothing derived.

`records/` makes them, `model/chronology.py` derives from them, everything downstream reads them.
Ids are the records' file names; a reference to another record is that record's id, already checked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from chronology.model.clock import Clock
from chronology.model.dates import Date


@dataclass(frozen=True, slots=True)
class Where:
    """Where a record stands: path relative to the project's root with forward slashes, line counted from 1."""

    path: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an actor or a place in one language (BCP 47 tag), or of unstated language."""

    name: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A source that a claim or an event cites, with the words quoted from it, if any."""

    source: str
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A counted or measured answer, in the unit in which it was given.

    `value` is the figure as stated; `low` and `high` bound it where a range was given. `comparator` is one of
    `about`, `at-least`, `at-most`, `more-than`, `less-than`, or None for a figure as stated. Figures keep the text
    in which they were written, because its last digit tells how exact they are.
    """

    value: str | None = None
    low: str | None = None
    high: str | None = None
    comparator: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A claim that its claimant took back."""

    date: Date | None
    source: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one or more actors say in answer to a question.

    `number` counts the claims of its question from 1, in the record's order. `denies` names answers or claim ids of
    the same question. `rests_on` names the actor or source whose word this claim repeats. `said` and `as_of` are as
    written; their defaults are filled in when the chronology is derived.
    """

    number: int
    id: str | None = None
    answer: str | None = None
    date: Date | None = None
    says: str | None = None
    quantity: Quantity | None = None
    by: tuple[str, ...] = ()
    rests_on: str | None = None
    said: Date | None = None
    as_of: Date | None = None
    sources: tuple[SourceUse, ...] = ()
    denies: tuple[str, ...] = ()
    withdrawn: Withdrawal | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be known about an event, the rival `answers` (key to words), and what each party says.

    `many`: answers add up; rivals only where one denies another. `series`: a quantity of that series.
    `about_date`: the event's own date is in question, and the claims carry dates.
    """

    id: str
    ask: str | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    many: bool = False
    series: str | None = None
    about_date: bool = False
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed link to another event: part-of, follows, responds-to, caused-by, supersedes."""

    event: str
    kind: str


@dataclass(frozen=True, slots=True)
class Change:
    """A change to one of our own records after it was published (never what a source corrected)."""

    date: Date
    kind: str
    reason: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Retraction:
    """An event taken back by this chronology: its page stays, as a tombstone."""

    date: Date
    reason: str
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class Medium:
    """A picture: file name under content/media, words for those who do not see it, and who may be thanked."""

    file: str
    alt: str
    credit: str
    licence: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or that somebody says happened."""

    id: str
    where: Where
    title: str
    date: Date
    summary: str
    time: Clock | None = None
    zone: str | None = None
    type: str | None = None
    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    text: str | None = None
    questions: tuple[Question, ...] = ()
    relations: tuple[Relation, ...] = ()
    sources: tuple[SourceUse, ...] = ()
    media: tuple[Medium, ...] = ()
    history: tuple[Change, ...] = ()
    retracted: Retraction | None = None
    formerly: tuple[str, ...] = ()

    @property
    def merged_into(self) -> str | None:
        """The event that this one was merged into: what replaced it, where its history calls that day's change so."""
        taken_back = self.retracted
        if taken_back is None or taken_back.replaced_by is None:
            return None
        told = any(change.kind == "merged" and change.date == taken_back.date for change in self.history)
        return taken_back.replaced_by if told else None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, body or force that acts or claims."""

    id: str
    where: Where
    name: str
    kind: str
    country: str | None = None
    role: str | None = None
    summary: str | None = None
    member_of: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    also_written: tuple[str, ...] = ()
    sources: tuple[SourceUse, ...] = ()
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A point in WGS 84 decimal degrees and how exact it is: exact, settlement, district or region."""

    latitude: float
    longitude: float
    precision: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """A feature of a GeoJSON file: its geometry (RFC 7946, WGS 84), and its title if the file gives one.

    `kind` is Point, LineString, Polygon or one of these with Multi before it; `coordinates` are nested as there.
    """

    kind: str
    coordinates: tuple[Any, ...]
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """How far a place reaches, from a GeoJSON file beside its record."""

    file: str
    licence: str
    source: str | None = None
    shapes: tuple[Shape, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A settlement, district, region, road or other place."""

    id: str
    where: Where
    name: str
    kind: str | None = None
    within: str | None = None
    coordinates: Coordinates | None = None
    outline: Outline | None = None
    summary: str | None = None
    names: tuple[Name, ...] = ()
    also_written: tuple[str, ...] = ()
    sources: tuple[SourceUse, ...] = ()
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Archived:
    """An archived copy of a source's page."""

    url: str
    date: Date


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction that the source's own publisher made."""

    note: str
    date: Date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A published report, statement, data set or page.

    `title_from` tells where the title comes from: `page` (as printed), `address` (read off its address) or `us`
    (ours, because none was seen). `origin` names the source or actor that this report rests on.
    """

    id: str
    where: Where
    title: str
    publisher: str
    kind: str
    title_from: str = "page"
    author: str | None = None
    published: Date | None = None
    url: str | None = None
    without_url: str | None = None
    archived: Archived | None = None
    language: str | None = None
    origin: str | None = None
    corrected: Corrected | None = None
    grade: str | None = None
    access: str | None = None
    note: str | None = None
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One measured row of a series: when it is about, the figure, and when it was said."""

    date: Date
    quantity: Quantity
    said: Date | None = None


@dataclass(frozen=True, slots=True)
class Readings:
    """A long measured row of one counter, kept in a CSV file beside the series."""

    file: str
    by: tuple[str, ...]
    sources: tuple[SourceUse, ...]
    unit: str
    caution: str | None = None
    rows: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """A quantity that is counted over time, by rival counters."""

    id: str
    where: Where
    title: str
    unit: str
    counts: str
    place: str | None = None
    summary: str | None = None
    readings: tuple[Readings, ...] = ()
    sources: tuple[SourceUse, ...] = ()
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LayerState:
    """What a layer shows at one time, from a GeoJSON file beside its record."""

    date: Date
    file: str
    sources: tuple[SourceUse, ...] = ()
    shapes: tuple[Shape, ...] = ()


@dataclass(frozen=True, slots=True)
class Layer:
    """Shapes on the map that somebody published, such as an area held, in the states of one or more times."""

    id: str
    where: Where
    title: str
    by: tuple[str, ...]
    sources: tuple[SourceUse, ...]
    licence: str
    states: tuple[LayerState, ...]
    caution: str | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that gathers events."""

    id: str
    where: Where
    title: str
    summary: str
    text: str | None = None
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of a quantity: how it is written, and how it converts (multiply by `factor` to get `to`)."""

    id: str
    one: str
    many: str
    symbol: str | None = None
    to: str | None = None
    factor: float | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """Actors that speak with one voice: together they are one origin."""

    id: str
    title: str
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Licence:
    """The licence of the chronology's content."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """How the site changes what its check of wording looks for: `loaded` words, each with the plain one."""

    loaded: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tiles:
    """Pictures of the map from another server, which the reader may ask for.

    `url` is a template with {z}, {x} and {y}; `name` says who serves them, `attribution` whom to credit.
    """

    url: str
    name: str
    attribution: str
    attribution_url: str | None = None
    deepest: int = 19


@dataclass(frozen=True, slots=True)
class MapSettings:
    """How the map is drawn: whose view of borders, and where else pictures may come from."""

    viewpoint: str = "natural-earth"
    tiles: Tiles | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The chronology's own settings, from content/chronology.yml."""

    title: str
    scope: str
    name: str
    period: str | None = None
    headline: str | None = None
    language: str = "en"
    zone: str = "UTC"
    types: Mapping[str, str] = field(default_factory=dict)
    actor_kinds: Mapping[str, str] = field(default_factory=dict)
    place_kinds: Mapping[str, str] = field(default_factory=dict)
    source_kinds: Mapping[str, str] = field(default_factory=dict)
    sides: Mapping[str, Side] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    licence: Licence | None = None
    wording: Wording = Wording()
    map: MapSettings = MapSettings()


@dataclass(frozen=True, slots=True)
class Entities:
    """All records of a chronology, each kind by id, in the order of their ids."""

    settings: Settings
    events: Mapping[str, Event]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    sources: Mapping[str, Source]
    series: Mapping[str, Series]
    topics: Mapping[str, Topic]
    layers: Mapping[str, Layer] = field(default_factory=dict)
