"""Questions at a terminal: one for each field that matters, checked as it is answered."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from chronology.commands.fields import Field, fields_of, put
from chronology.model.date_words import in_words
from chronology.model.dates import parse
from chronology.model.suggest import did_you_mean, id_like, one_of
from chronology.records.load import Loaded
from chronology.records.romanise import romanise
from chronology.records.schema.kinds import KINDS
from chronology.records.schema.record import Record
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


class NothingMoreError(Exception):
    """The person has gone: the end of input, or Ctrl-C. Raised by questions, caught by the command."""


def ask_for_fields(kind: str, data: dict[str, Any], loaded: Loaded) -> None:
    """Ask for what `data` has not, and put the answers there. Raises NothingMoreError."""
    fields = {".".join(field.way): field for field in fields_of(kind)}
    print("Enter alone leaves out what is not required. Several ids: commas between them.")
    for name in _ASKED[kind]:
        field = fields[name]
        if _has(data, field.way) or not _is_wanted(name, data):
            continue
        required = field.required or name in _NEEDED or (name, kind) == ("sources", "events")
        if value := _ask(kind, field, loaded, required=required):
            put(data, field.way, value)


def ask_id(proposed: str | None, taken: Collection[str]) -> str:
    """Ask for the record's id. Raises NothingMoreError."""
    while True:
        answer = _input(f"Id{f' [{proposed}]' if proposed else ''}: ") or proposed or ""
        if not _is_id(answer):
            near = id_like(romanise(answer))
            hint = f"; write {near}" if near else ""
            print(f"  an id has lower-case letters a to z, digits and single hyphens{hint}")
        elif answer in taken:
            print(f"  '{answer}' is the id of another record")
        else:
            return answer


def agree(question: str) -> bool:
    """Whether the person says yes; no is what Enter means."""
    try:
        return _input(f"{question} [y/N] ").lower() in ("y", "yes")
    except NothingMoreError:
        return False


def _is_wanted(name: str, data: dict[str, Any]) -> bool:
    """Whether a field makes sense beside the others."""
    if name == "without_url":
        return "url" not in data
    if name in ("coordinates.longitude", "coordinates.precision"):
        return "coordinates" in data
    return True


def _has(data: dict[str, Any], way: tuple[str, ...]) -> bool:
    here: Any = data
    for name in way:
        if not isinstance(here, dict) or name not in here:
            return False
        here = here[name]
    return True


def _ask(kind: str, field: Field, loaded: Loaded, *, required: bool) -> Any:
    """The answer to one question, asked until it can stand; None where it is left out."""
    label = " ".join(field.way).replace("_", " ")
    print(f"\n{field.description}")
    if choices := _choices(field, loaded):
        print(f"  {one_of(sorted(choices), 30)}")
    while True:
        answer = _input(f"{label[0].upper()}{label[1:]}{'' if required else ' (optional)'}: ")
        if not answer:
            if not required:
                return None
            print("  this is required")
            continue
        value = [part.strip() for part in answer.split(",") if part.strip()] if field.several else answer
        wrong = list(_wrong(kind, field, value, loaded))
        for message in wrong:
            print(f"  {message}")
        if not wrong:
            _understood(field, answer)
            return value


def _understood(field: Field, answer: str) -> None:
    """Show how a date is read, so that a slip is seen."""
    if field.shape.form and field.shape.form.name == "a date":
        print(f"  understood as: {in_words(parse(answer))}")


def _wrong(kind: str, field: Field, value: Any, loaded: Loaded) -> Iterator[str]:
    """What is wrong with an answer by itself, in the words of the check."""
    data: dict[str, Any] = {}
    put(data, field.way, value)
    outcome = validate(KINDS[kind], data)
    if not isinstance(outcome, Record):
        for finding in outcome:
            if finding.loc[: len(field.way)] == field.way:
                yield f"{finding.message}; {finding.hint}"
    known = _choices(field, loaded, every=True)
    for one in value if isinstance(value, list) else [value]:
        if known is not None and _is_id(one) and one not in known:
            yield f"'{one}' is not there; {did_you_mean(one, known, 'make it first, or leave it out')}"


def _choices(field: Field, loaded: Loaded, *, every: bool = False) -> Collection[str] | None:
    """What may be chosen; None where anything may stand. Records are listed only where there are few."""
    shape = field.shape.entry if field.several and field.shape.entry else field.shape
    if shape.shorthand:
        shape = shape.fields[shape.shorthand]
    if shape.choices:
        return shape.choices
    if not shape.names or loaded.entities is None:
        return None
    if shape.names[0].startswith("="):
        vocabulary: Collection[str] = getattr(loaded.entities.settings, shape.names[0][1:])
        return vocabulary
    known = {one for kind in shape.names for one in getattr(loaded.entities, kind)}
    return known if every or len(known) <= 30 else None


def _is_id(text: str) -> bool:
    return bool(re.fullmatch(ID_PATTERN, text)) and len(text) <= 80


def _input(prompt: str) -> str:
    try:
        return input(prompt).strip()
    except (EOFError, KeyboardInterrupt) as error:
        raise NothingMoreError from error
