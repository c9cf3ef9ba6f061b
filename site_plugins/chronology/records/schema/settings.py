"""The chronology's own settings, in chronology.yml."""

from __future__ import annotations

from pydantic import Field

from chronology.records.schema.record import Record
from chronology.records.values import (
    ActorId,
    Address,
    Depth,
    Id,
    Language,
    Line,
    Number,
    Paragraph,
    TileAddress,
    UnitId,
    Viewpoint,
    Zone,
)


class UnitRecord(Record):
    """A unit of quantities."""

    one: Line = Field(description="In words, for one.")
    many: Line = Field(title="Answers add up", description="In words, for several.")
    symbol: Line | None = Field(default=None, description="Its symbol, such as `km²`.")
    to: UnitId | None = Field(default=None, description="The unit that readers also want to see.")
    factor: Number | None = Field(default=None, gt=0, description="Multiply by this to get `to`.")


class SideRecord(Record):
    """Actors that speak with one voice."""

    title: Line = Field(description="In words, such as `Russian side`.")
    actors: list[ActorId] = Field(description="The actors, with all that are members of them.", min_length=1)


class LicenceRecord(Record):
    """The licence of the content."""

    name: Line = Field(description="Its name.")
    url: Address | None = Field(default=None, description="Its text.")


class WordingRecord(Record):
    """What `chronology check` warns of in the records' wording."""

    loaded: dict[str, Line] = Field(
        default_factory=dict,
        description="Loaded words, each with the plain one; they join the built-in list. A word that is its own plain "
        "one comes off it.",
    )


class TilesRecord(Record):
    """Pictures of the map from another server. Readers are told, and asked, before the first is loaded."""

    url: TileAddress = Field(description="Their address, with `{z}`, `{x}` and `{y}`.")
    name: Line = Field(description="Who serves them, for the note to readers.")
    attribution: Line = Field(description="Whom the map credits, as their terms of use ask.")
    attribution_url: Address | None = Field(default=None, description="Where the credit leads.")
    deepest: Depth = Field(default=19, description="The deepest zoom level that they have.")


class MapRecord(Record):
    """How the map is drawn."""

    viewpoint: Viewpoint = Field(default="natural-earth", description="Whose view of borders; see the page on the map.")
    tiles: TilesRecord | None = Field(
        default=None, description="Pictures from elsewhere, for readers who ask for them."
    )


class ChronologyRecord(Record):
    """The chronology's own settings: content/chronology.yml."""

    title: Line = Field(description="The chronology's title.")
    name: Line = Field(description="The short name in the header.")
    period: Line | None = Field(default=None, description="The period beside the short name.")
    headline: Line | None = Field(default=None, description="The headline of the first page; otherwise the title.")
    scope: Paragraph = Field(description="What it covers, in one paragraph.")
    language: Language = Field(default="en", description="The language of the records.")
    zone: Zone = Field(default="UTC", description="IANA time zone of clock times.")
    types: dict[Id, Line] = Field(default_factory=dict, description="Types of events: id to words.")
    actor_kinds: dict[Id, Line] = Field(default_factory=dict, description="Kinds of actors: id to words.")
    place_kinds: dict[Id, Line] = Field(default_factory=dict, description="Kinds of places: id to words.")
    source_kinds: dict[Id, Line] = Field(default_factory=dict, description="Kinds of sources: id to words.")
    sides: dict[Id, SideRecord] = Field(default_factory=dict, description="Which actors count as one origin.")
    units: dict[Id, UnitRecord] = Field(default_factory=dict, description="Units of quantities.")
    licence: LicenceRecord | None = Field(default=None, description="The content's licence.")
    wording: WordingRecord | None = Field(default=None, description="What the check of wording looks for.")
    map: MapRecord | None = Field(default=None, description="How the map is drawn.")
