"""What may stand in a field: the kinds of text that the record models are made of.

Every value arrives as text, a list or a mapping. `Form` names what a text has to be, for messages and for the handbook;
`Refers` and `Listed` say that it names something that stands elsewhere, which `references` checks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, GetJsonSchemaHandler, StringConstraints, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError

from chronology.model import clock, dates

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


NOTES = "x-chronology"
"""The keyword of a JSON Schema under which our annotations stand; validators of others pass over it."""


def _noted(schema: dict[str, Any], **notes: Any) -> dict[str, Any]:
    return {**schema, NOTES: {**schema.get(NOTES, {}), **notes}}


@dataclass(frozen=True, slots=True)
class Form:
    """What a text has to be: 'is not {name}; {hint}'. Prose may not be cut by a comment; Markdown may name records."""

    name: str
    hint: str
    prose: bool = False
    markdown: bool = False

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Name and hint go along, so that a form in the browser says what the check would."""
        ways = [way for way in ("prose", "markdown") if getattr(self, way)]
        return _noted(handler(schema), form=self.name, hint=self.hint, **dict.fromkeys(ways, True))


@dataclass(frozen=True, slots=True)
class Refers:
    """The text is the id of a record of one of these kinds (folders under content/)."""

    kinds: tuple[str, ...]

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The kinds go along, so that a form offers their records."""
        return _noted(handler(schema), names=list(self.kinds))


@dataclass(frozen=True, slots=True)
class Listed:
    """The text is a key of this field of chronology.yml."""

    vocabulary: str

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """The vocabulary goes along, so that a form offers its words."""
        return _noted(handler(schema), listed=self.vocabulary)


@dataclass(frozen=True, slots=True)
class Shorthand:
    """A text may stand for a mapping with only this field."""

    field: str

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Both ways to write it, for the JSON Schema."""
        return _noted({"anyOf": [{"type": "string"}, handler(schema)]}, shorthand=self.field)


def _refuse(error: dates.DateError | clock.ClockError) -> PydanticCustomError:
    return PydanticCustomError("refused", "{problem}", {"problem": error.problem, "hint": error.hint})


def joined(value: object) -> object:
    """YAML reads an unquoted `[2025-03-11, 2025-03-12]` as a list: put it back together."""
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return dates.from_list(value)
    return value


def _date(value: str) -> str:
    try:
        dates.parse(value)
    except dates.DateError as error:
        raise _refuse(error) from error
    return value


def _time(value: str) -> str:
    try:
        clock.parse_time(value)
    except clock.ClockError as error:
        raise _refuse(error) from error
    return value


def _zone(value: str) -> str:
    try:
        clock.parse_zone(value)
    except clock.ClockError as error:
        raise _refuse(error) from error
    return value


def _truth(value: Any) -> bool:
    if value not in ("true", "false"):
        raise PydanticCustomError("refused", "{problem}", {"problem": "", "hint": "write true or false"})
    return bool(value == "true")


_NUMBER = re.compile(r"[+-]?[0-9]{1,12}(\.[0-9]{1,12})?", re.ASCII)


def _number(value: Any) -> float:
    if not isinstance(value, str) or not _NUMBER.fullmatch(value):
        raise PydanticCustomError("refused", "{problem}", {"problem": "", "hint": "write digits, as in 51.19"})
    return float(value)


def _tiles(value: str) -> str:
    missing = [name for name in ("{z}", "{x}", "{y}") if name not in value]
    if missing:
        hint = f"write {', '.join(missing)} where that number goes"
        raise PydanticCustomError("refused", "{problem}", {"problem": "", "hint": hint})
    return value


def _depth(value: Any) -> int:
    if not isinstance(value, str) or not re.fullmatch(r"[1-9]|1[0-9]|2[0-2]", value):
        raise PydanticCustomError("refused", "{problem}", {"problem": "", "hint": "write a whole number from 1 to 22"})
    return int(value)


Id = Annotated[
    str,
    StringConstraints(pattern=ID_PATTERN, max_length=80),
    Form("an id", "write lower-case letters a to z, digits and single hyphens"),
]
LINE = Form("one line of text", "write it on one line", prose=True)
Line = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True, pattern=r"^[^\n]*$"), LINE]
Paragraph = Annotated[
    str,
    StringConstraints(min_length=1, max_length=2000, strip_whitespace=True),
    Form("plain text", "write plain text", prose=True),
]
Prose = Annotated[
    str,
    StringConstraints(min_length=1, max_length=40_000),
    Form("Markdown", "write Markdown", prose=True, markdown=True),
]
Quote = Annotated[
    str,
    StringConstraints(min_length=1, max_length=2000, strip_whitespace=True),
    Form("quoted text", "write the source's words", prose=True),
]
Address = Annotated[
    str,
    StringConstraints(pattern=r'^https?://[^\s<>"]+$', max_length=2000),
    Form("a web address", "begin it with https:// and write it without spaces"),
]
Language = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"),
    Form("a language tag", "write one such as en, uk or zh-Hant"),
]
Edtf = Annotated[
    str,
    BeforeValidator(joined),
    AfterValidator(_date),
    WithJsonSchema({"type": ["string", "integer", "array"], "items": {"type": "string"}, "format": "edtf"}),
    Form("a date", "write one such as 2025-03-12"),
]
Answer = Annotated[
    str,
    BeforeValidator(joined),
    StringConstraints(min_length=1, max_length=1000),
    WithJsonSchema({"type": ["string", "integer", "array"], "items": {"type": "string"}, "minLength": 1}),
    Form("an answer", "write a key of the question's answers"),
]
Time = Annotated[
    str,
    AfterValidator(_time),
    WithJsonSchema({"type": "string", "examples": ["14:30", "14:30~"]}),
    Form("a clock time", "write one such as 14:30"),
]
Zone = Annotated[str, AfterValidator(_zone), Form("a time zone", "write an IANA name such as Europe/Moscow")]
Figure = Annotated[
    str,
    StringConstraints(pattern=r"^-?[0-9]+(\.[0-9]+)?$", max_length=40),
    WithJsonSchema({"type": ["number", "string"], "pattern": r"^-?[0-9]+(\.[0-9]+)?$", "maxLength": 40}),
    Form("a figure", "write digits only, with a point before decimals: 1250.5"),
]
Number = Annotated[
    float, BeforeValidator(_number), WithJsonSchema({"type": "number"}), Form("a number", "write digits, as in 51.19")
]
Truth = Annotated[
    bool, BeforeValidator(_truth), WithJsonSchema({"type": "boolean"}), Form("true or false", "write true or false")
]
Picture = Annotated[
    str,
    StringConstraints(
        pattern=r"^([A-Za-z0-9_][A-Za-z0-9_.-]*/)*[A-Za-z0-9_][A-Za-z0-9_.-]*\.(avif|gif|jpe?g|png|webp|AVIF|GIF|JPE?G|PNG|WEBP)$",
        max_length=200,
    ),
    Form("the name of a picture under content/media", "write one that ends in .avif, .gif, .jpg, .png or .webp"),
    Refers(("media",)),
]
CsvFile = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]*\.csv$", max_length=100),
    Form("the name of a CSV file beside this one", "write lower-case letters, digits and hyphens, and .csv at the end"),
]
GeoJsonFile = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]*\.geojson$", max_length=100),
    Form(
        "the name of a GeoJSON file beside this one",
        "write lower-case letters, digits and hyphens, and .geojson at the end",
    ),
]
TileAddress = Annotated[
    str,
    StringConstraints(pattern=r'^https://[^\s<>"]+$', max_length=500),
    AfterValidator(_tiles),
    Form("the address of tiles", "begin it with https:// and write {z}, {x} and {y} where their numbers go"),
]
Depth = Annotated[
    int,
    BeforeValidator(_depth),
    Form("a zoom level", "write a whole number from 1 to 22"),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 22}),
]

EventId = Annotated[Id, Refers(("events",))]
ActorId = Annotated[Id, Refers(("actors",))]
PlaceId = Annotated[Id, Refers(("places",))]
SourceId = Annotated[Id, Refers(("sources",))]
SeriesId = Annotated[Id, Refers(("series",))]
TopicId = Annotated[Id, Refers(("topics",))]
OriginId = Annotated[Id, Refers(("sources", "actors"))]
UnitId = Annotated[Id, Listed("units")]

Comparator = Literal["about", "at-least", "at-most", "more-than", "less-than"]
RelationKind = Literal["part-of", "follows", "responds-to", "caused-by", "supersedes"]
ChangeKind = Literal["corrected", "re-dated", "narrowed", "widened", "superseded", "merged", "retracted"]
Precision = Literal["exact", "settlement", "district", "region"]
Viewpoint = Literal["natural-earth", "crimea-in-ukraine", "none"]
Grade = Annotated[
    str,
    StringConstraints(pattern=r"^[A-F][1-6]$"),
    Form("an Admiralty grade", "write a letter from A to F and a digit from 1 to 6, as in B2"),
]
