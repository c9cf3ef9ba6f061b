"""The record format: one pydantic model a kind. The JSON Schemas and the handbook's reference are made from these.

Scalars arrive as the strings that stand in the YAML file; each field's type says what may stand there.
Unknown fields are errors.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from chronology.records.values import (
    ActorId,
    Address,
    Answer,
    ChangeKind,
    Comparator,
    CsvFile,
    Depth,
    Edtf,
    EventId,
    Figure,
    GeoJsonFile,
    Grade,
    Id,
    Language,
    Line,
    Listed,
    Number,
    OriginId,
    Paragraph,
    Picture,
    PlaceId,
    Precision,
    Prose,
    Quote,
    RelationKind,
    SeriesId,
    Shorthand,
    SourceId,
    TileAddress,
    Time,
    TopicId,
    Truth,
    UnitId,
    Viewpoint,
    Zone,
)


class Record(BaseModel):
    """What every part of a record has in common: unknown fields are errors, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SourceUseRecord(Record):
    """A source that is cited, with the words quoted from it."""

    source: SourceId = Field(description="The source's id.")
    quote: Quote | None = Field(
        title="Words of the source", default=None, description="The words of the source, word for word."
    )


def _source_use(value: Any) -> Any:
    return {"source": value} if isinstance(value, str) else value


SourceUses = list[Annotated[SourceUseRecord, BeforeValidator(_source_use), Shorthand("source")]]


class NameRecord(Record):
    """A name in one language."""

    name: Line = Field(description="The name, in its own script.")
    language: Language | None = Field(default=None, description="Language tag, such as `uk`, `ru` or `de`.")


def _name(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


Names = list[Annotated[NameRecord, BeforeValidator(_name), Shorthand("name")]]


class WithdrawalRecord(Record):
    """A claim that its claimant took back."""

    date: Edtf | None = Field(default=None, description="When it was withdrawn.")
    source: SourceId | None = Field(default=None, description="The source that reports the withdrawal.")
    reason: Paragraph = Field(description="Why, in words.")


class ClaimRecord(Record):
    """What one or more actors say in answer to a question."""

    id: Id | None = Field(default=None, description="A stable name for links and `denies`; optional.")
    answer: Answer | None = Field(
        default=None, description="One of the question's `answers`; a date where the question is `about: date`."
    )
    value: Figure | None = Field(
        title="Figure", default=None, description="A figure, with as many digits as the source gives."
    )
    low: Figure | None = Field(title="From", default=None, description="The lower end, where a range is given.")
    high: Figure | None = Field(title="To", default=None, description="The upper end, where a range is given.")
    comparator: Comparator | None = Field(
        title="Qualified as", default=None, description="How the figure is qualified; none: as stated."
    )
    unit: UnitId | None = Field(default=None, description="A unit from chronology.yml, the one that the source uses.")
    says: Paragraph | None = Field(
        title="In words", default=None, description="What is claimed, in words, if more than the answer or the figure."
    )
    by: list[ActorId] = Field(
        title="Who says so",
        default_factory=list,
        description="The actors that claim it; none: the sources speak for themselves.",
    )
    rests_on: OriginId | None = Field(
        title="Only repeats",
        default=None,
        description="The actor or source whose word this only repeats; it then adds no origin.",
    )
    said: Edtf | None = Field(
        title="Said on",
        default=None,
        description="When it was said; otherwise the publication date of its first source.",
    )
    as_of: Edtf | None = Field(
        title="About which time",
        default=None,
        description="The time that the claim is about; otherwise the event's date.",
    )
    sources: SourceUses = Field(description="Where it is reported; at least one.", min_length=1)
    denies: list[Answer] = Field(
        title="Denies", default_factory=list, description="Answers, or ids of claims of this question, that it denies."
    )
    withdrawn: WithdrawalRecord | None = Field(
        title="Taken back", default=None, description="Set when the claimant took it back."
    )


class QuestionRecord(Record):
    """Something to be known about an event, and what each party says."""

    id: Id = Field(description="Short and stable: it is the anchor on the event's page.")
    ask: Line | None = Field(
        title="The question", default=None, description="The question itself. Required unless `series` is given."
    )
    answers: dict[str, Line] = Field(
        title="Possible answers", default_factory=dict, description="The rival answers: key to words."
    )
    many: Truth = Field(
        title="Answers add up", default=False, description="Answers add up; rivals only where one `denies` another."
    )
    series: SeriesId | None = Field(default=None, description="The series that these quantities belong to.")
    about: Literal["date"] | None = Field(
        title="About the date",
        default=None,
        description="`date`: the event's date is disputed; answers are dates, and `date` spans them.",
    )
    claims: list[ClaimRecord] = Field(
        title="Claims", default_factory=list, description="What each party says. Empty: an open question."
    )


class RelationRecord(Record):
    """A link to another event."""

    event: EventId = Field(description="The other event's id.")
    as_: RelationKind = Field(title="How it relates", alias="as", description="How this event relates to it.")


class ChangeRecord(Record):
    """A change to this record after it was published."""

    date: Edtf = Field(description="When the record was changed.")
    kind: ChangeKind = Field(description="What kind of change.")
    reason: Paragraph = Field(description="Why, for readers.")
    source: SourceId | None = Field(default=None, description="The source that showed it.")


class RetractionRecord(Record):
    """An event taken back."""

    date: Edtf = Field(description="When it was retracted.")
    reason: Paragraph = Field(description="Why, for readers.")
    replaced_by: EventId | None = Field(
        title="In its place", default=None, description="The event that stands in its place."
    )


class MediumRecord(Record):
    """A picture."""

    file: Picture = Field(description="File name under content/media.")
    alt: Line = Field(title="What it shows", description="What it shows, for those who cannot see it.")
    credit: Line = Field(description="Who made it.")
    licence: Line = Field(description="Under which licence it is used.")


class EventRecord(Record):
    """An event: something that happened, or that somebody says happened."""

    id: Id | None = Field(default=None, description="Only in files that hold several records; else the file's name.")
    title: Line = Field(description="A headline, attributed where it is a claim.")
    date: Edtf = Field(description="When it happened (see Dates).")
    time: Time | None = Field(default=None, description="Clock time, `14:30` or `14:30~`.")
    zone: Zone | None = Field(default=None, description="IANA time zone of `time`, if not the chronology's.")
    type: Annotated[Id, Listed("types")] | None = Field(
        default=None, description="One of the `types` of chronology.yml."
    )
    places: list[PlaceId] = Field(default_factory=list, description="Where, the most telling place first.")
    actors: list[ActorId] = Field(default_factory=list, description="Who acts or speaks.")
    topics: list[TopicId] = Field(default_factory=list, description="Subjects that the event belongs to.")
    summary: Paragraph = Field(description="One paragraph of plain text.")
    text: Prose | None = Field(
        title="Longer text", default=None, description="More, in Markdown; `[Sudzha](place:sudzha)` names a record."
    )
    questions: list[QuestionRecord] = Field(
        default_factory=list, description="What is to be known, and what each party says."
    )
    relations: list[RelationRecord] = Field(default_factory=list, description="Links to other events.")
    sources: SourceUses = Field(
        default_factory=list, description="At least one, unless every question's claims have theirs."
    )
    media: list[MediumRecord] = Field(default_factory=list, description="Pictures.")
    history: list[ChangeRecord] = Field(
        default_factory=list, description="Changes to this record after it was published."
    )
    retracted: RetractionRecord | None = Field(
        title="Retracted", default=None, description="Set when the event is taken back."
    )
    formerly: list[Id] = Field(
        title="Earlier ids", default_factory=list, description="Earlier ids; their addresses lead here."
    )


class ActorRecord(Record):
    """An actor: a person, body or force that acts or claims."""

    id: Id | None = Field(default=None, description="Only in files that hold several records; else the file's name.")
    name: Line = Field(description="The name used on the site.")
    kind: Annotated[Id, Listed("actor_kinds")] = Field(description="One of the `actor_kinds` of chronology.yml.")
    country: Line | None = Field(default=None, description="The country it belongs to or acts for.")
    role: Line | None = Field(default=None, description="Its role at the time.")
    summary: Paragraph | None = Field(default=None, description="One paragraph of plain text.")
    member_of: list[ActorId] = Field(title="Belongs to", default_factory=list, description="Actors that it belongs to.")
    names: Names = Field(
        title="Names in other languages", default_factory=list, description="Names in other languages and scripts."
    )
    also_written: list[Line] = Field(
        title="Other spellings", default_factory=list, description="Other spellings and misspellings; for search."
    )
    sources: SourceUses = Field(default_factory=list, description="Where this is known from.")
    formerly: list[Id] = Field(
        title="Earlier ids", default_factory=list, description="Earlier ids; their addresses lead here."
    )


class CoordinatesRecord(Record):
    """A point in WGS 84 decimal degrees."""

    latitude: Number = Field(
        ge=-90, le=90, json_schema_extra={"minimum": -90, "maximum": 90}, description="Degrees north."
    )
    longitude: Number = Field(
        ge=-180, le=180, json_schema_extra={"minimum": -180, "maximum": 180}, description="Degrees east."
    )
    precision: Precision = Field(description="What the point stands for.")
    source: SourceId | None = Field(default=None, description="Where the coordinates are printed.")


class OutlineRecord(Record):
    """How far a place reaches, as areas in a GeoJSON file."""

    file: GeoJsonFile = Field(description="GeoJSON file name, beside the place's own file.")
    licence: Line = Field(description="Under which licence it is used.")
    source: SourceId | None = Field(default=None, description="Where the outline comes from.")


class PlaceRecord(Record):
    """A place."""

    id: Id | None = Field(default=None, description="Only in files that hold several records; else the file's name.")
    name: Line = Field(description="The name used on the site.")
    kind: Annotated[Id, Listed("place_kinds")] | None = Field(
        default=None, description="One of the `place_kinds` of chronology.yml."
    )
    within: PlaceId | None = Field(title="Lies in", default=None, description="The place that this one lies in.")
    coordinates: CoordinatesRecord | None = Field(default=None, description="A point, with its precision.")
    outline: OutlineRecord | None = Field(
        default=None, description="How far it reaches; the map shades it. For regions and districts."
    )
    summary: Paragraph | None = Field(default=None, description="One paragraph of plain text.")
    names: Names = Field(
        title="Names in other languages", default_factory=list, description="Names in other languages and scripts."
    )
    also_written: list[Line] = Field(
        title="Other spellings", default_factory=list, description="Other spellings and misspellings; for search."
    )
    sources: SourceUses = Field(default_factory=list, description="Where this is known from.")
    formerly: list[Id] = Field(
        title="Earlier ids", default_factory=list, description="Earlier ids; their addresses lead here."
    )


class ArchivedRecord(Record):
    """An archived copy."""

    url: Address = Field(description="The copy's address.")
    date: Edtf = Field(description="When the copy was made.")


class CorrectedRecord(Record):
    """A correction by the source's own publisher."""

    note: Paragraph = Field(description="What was corrected.")
    date: Edtf | None = Field(default=None, description="When.")
    url: Address | None = Field(default=None, description="Where the correction stands.")


class SourceRecord(Record):
    """A source: a published report, statement, data set or page."""

    id: Id | None = Field(default=None, description="Only in files that hold several records; else the file's name.")
    title: Line = Field(description="The title as printed.")
    title_from: Literal["page", "address", "us"] = Field(
        title="Title taken from",
        default="page",
        description="`address`: read off its address; `us`: ours, because none was seen.",
    )
    publisher: Line = Field(description="Who published it.")
    kind: Annotated[Id, Listed("source_kinds")] = Field(description="One of the `source_kinds` of chronology.yml.")
    author: Line | None = Field(default=None, description="Who wrote it.")
    published: Edtf | None = Field(
        title="Published on", default=None, description="When; none: claims that rest on it have no date of saying."
    )
    url: Address | None = Field(title="Web address", default=None, description="Its public address.")
    without_url: Paragraph | None = Field(
        title="Why there is no address", default=None, description="Why there is none. Required without `url`."
    )
    archived: ArchivedRecord | None = Field(title="Archived copy", default=None, description="An archived copy.")
    language: Language | None = Field(default=None, description="Language tag of the text.")
    origin: OriginId | None = Field(
        title="Rests on", default=None, description="The source or actor that this report rests on."
    )
    corrected: CorrectedRecord | None = Field(
        title="Corrected by its publisher", default=None, description="A correction by its own publisher."
    )
    grade: Grade | None = Field(title="Admiralty grade", default=None, description="Admiralty grade, such as `B2`.")
    access: Line | None = Field(
        title="Before following the link",
        default=None,
        description="What a reader should know before following the link.",
    )
    note: Paragraph | None = Field(
        title="What it is", default=None, description="What it is, such as a reprint of an agency's report."
    )
    formerly: list[Id] = Field(
        title="Earlier ids", default_factory=list, description="Earlier ids; their addresses lead here."
    )


class ReadingsRecord(Record):
    """A long row of measurements by one counter, in a CSV file with columns date, value, low, high, said."""

    file: CsvFile = Field(description="CSV file name, beside the series' own file.")
    by: list[ActorId] = Field(description="Who counted.", min_length=1)
    sources: SourceUses = Field(description="Where the figures stand.", min_length=1)
    unit: UnitId = Field(description="A unit from chronology.yml.")
    caution: Paragraph | None = Field(default=None, description="Shown wherever the figures are.")


class SeriesRecord(Record):
    """A series: a quantity counted over time, by rival counters."""

    id: Id | None = Field(default=None, description="Only in files that hold several records; else the file's name.")
    title: Line = Field(description="What the series shows.")
    unit: UnitId = Field(description="The unit that figures are compared in, from chronology.yml.")
    counts: Line = Field(title="What is counted", description="What exactly is counted.")
    place: PlaceId | None = Field(default=None, description="Where.")
    summary: Paragraph | None = Field(default=None, description="One paragraph of plain text.")
    readings: list[ReadingsRecord] = Field(default_factory=list, description="Long measured rows.")
    sources: SourceUses = Field(default_factory=list, description="Where this is known from.")
    formerly: list[Id] = Field(
        title="Earlier ids", default_factory=list, description="Earlier ids; their addresses lead here."
    )


class TopicRecord(Record):
    """A topic: a subject that gathers events."""

    id: Id | None = Field(default=None, description="Only in files that hold several records; else the file's name.")
    title: Line = Field(description="The subject.")
    summary: Paragraph = Field(description="One paragraph of plain text.")
    text: Prose | None = Field(title="Longer text", default=None, description="More, in Markdown.")
    formerly: list[Id] = Field(
        title="Earlier ids", default_factory=list, description="Earlier ids; their addresses lead here."
    )


class LayerStateRecord(Record):
    """What a layer shows at one time."""

    date: Edtf = Field(description="The time that it holds for; `2025-03-12/2025-03-16` for several days.")
    file: GeoJsonFile = Field(description="GeoJSON file name, beside the layer's own file.")
    sources: SourceUses = Field(default_factory=list, description="Where this state was published, beside the layer's.")


class LayerRecord(Record):
    """A layer: shapes on the map that somebody published, such as an area held."""

    id: Id | None = Field(default=None, description="Only in files that hold several records; else the file's name.")
    title: Line = Field(description="What the shapes are, attributed where that is a claim.")
    by: list[ActorId] = Field(description="Who says so.", min_length=1)
    sources: SourceUses = Field(description="Where it was published; at least one.", min_length=1)
    licence: Line = Field(description="Under which licence it is used.")
    caution: Paragraph | None = Field(default=None, description="Shown wherever the layer is named.")
    states: list[LayerStateRecord] = Field(
        description="Its shapes at one time or several; of those in a period, the map shows the last.", min_length=1
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


KINDS: dict[str, type[Record]] = {
    "events": EventRecord,
    "actors": ActorRecord,
    "places": PlaceRecord,
    "sources": SourceRecord,
    "series": SeriesRecord,
    "topics": TopicRecord,
    "layers": LayerRecord,
}
"""The folder of each kind under content/, and its model."""

SETTINGS = "chronology"
MODELS: dict[str, type[Record]] = {**KINDS, SETTINGS: ChronologyRecord}
"""The same, with the model of chronology.yml."""
