"""What may be answered for a field of a new record: at a terminal and by options, in the words of the check."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from chronology.commands.fields import Field, fields_of, has, put
from chronology.commands.there import ids, name_of, vocabulary
from chronology.model.suggest import did_you_mean, word_of
from chronology.records.load import Loaded
from chronology.records.romanise import romanise
from chronology.records.schema.kinds import KINDS
from chronology.records.schema.record import Record
from chronology.records.shape import Shape
from chronology.records.validate import validate
from chronology.records.values import ID_PATTERN

_ASKED = {
    "events": ("title", "date", "time", "type", "places", "actors", "topics", "summary", "sources"),
    "actors": ("name", "kind", "country", "role", "member_of", "summary"),
    "places": ("name", "kind", "within", "coordinates.latitude", "coordinates.longitude", "coordinates.precision"),
    "sources": ("title", "publisher", "kind", "author", "published", "url", "without_url", "language", "origin"),
    "topics": ("title", "summary"),
    "series": ("title", "unit", "counts", "place"),
}
"""What is asked for, in this order; every other field has an option, and can be added to the file."""
_NEEDED = ("without_url", "coordinates.longitude", "coordinates.precision")
"""What is needed where it is asked for at all."""


def asked_for(kind: str) -> Iterator[tuple[str, Field]]:
    """The fields that are asked for, each with its name."""
    fields = {".".join(field.way): field for field in fields_of(kind)}
    return ((name, fields[name]) for name in _ASKED[kind])


def is_wanted(name: str, data: dict[str, Any]) -> bool:
    """Whether a field makes sense beside the others."""
    if name in ("url", "without_url"):
        return not has(data, ("without_url",) if name == "url" else ("url",))
    if name in ("coordinates.longitude", "coordinates.precision"):
        return has(data, ("coordinates",))
    return True


def is_required(kind: str, name: str, field: Field) -> bool:
    """Whether a record cannot be without a field that is wanted, by itself or by a rule of the check."""
    return field.required or name in _NEEDED or (name, kind) == ("sources", "events")


def wrong_with(kind: str, field: Field, value: Any, loaded: Loaded) -> Iterator[str]:
    """What is wrong with an answer by itself, in the words of the check."""
    data: dict[str, Any] = {}
    put(data, field.way, value)
    outcome = validate(KINDS[kind], data)
    if not isinstance(outcome, Record):
        for finding in outcome:
            if finding.loc[: len(field.way)] == field.way:
                yield f"{finding.message}; {finding.hint}"
    known = choices(field, loaded)
    named = _entry(field).names[:1]
    words = named[0][1:] if named and named[0].startswith("=") else None
    otherwise = word_of(words, known or (), 30) if words else "make it first, or leave it out"
    for one in value if isinstance(value, list) else [value]:
        if known is not None and is_id(one) and one not in known:
            message = f"is not one of the `{words}` of chronology.yml" if words else "is not there"
            yield f"'{one}' {message}; {did_you_mean(one, known, otherwise)}"


def choices(field: Field, loaded: Loaded) -> Collection[str] | None:
    """What may be chosen; None where anything may stand."""
    shape = _entry(field)
    if shape.choices:
        return shape.choices
    if not shape.names:
        return None
    if shape.names[0].startswith("="):
        return vocabulary(loaded, shape.names[0][1:])
    return {one for kind in shape.names for one in ids(loaded, kind)}


def _entry(field: Field) -> Shape:
    """The shape of one answer: of an entry of a list, and of what may stand for a record of several fields."""
    shape = field.shape.entry if field.several and field.shape.entry else field.shape
    return shape.fields[shape.shorthand] if shape.shorthand else shape


def found_among(field: Field, loaded: Loaded, text: str) -> list[str]:
    """What may be chosen and has a text in its id or name, as lines: the id, and the name of a record."""
    found = ((one, _name(field, loaded, one)) for one in sorted(choices(field, loaded) or ()))
    wanted = romanise(text.strip())
    return [f"{one}  {name}".rstrip() for one, name in found if wanted in one or wanted in romanise(name)]


def _name(field: Field, loaded: Loaded, own_id: str) -> str:
    kinds = (kind for kind in _entry(field).names if not kind.startswith("="))
    return next((name for kind in kinds if (name := name_of(loaded, kind, own_id))), "")


def is_id(text: str) -> bool:
    """Whether a text could be a record's id."""
    return bool(re.fullmatch(ID_PATTERN, text)) and len(text) <= 80
