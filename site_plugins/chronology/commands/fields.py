"""The fields of a record as options of a command: one for each text, repeated for lists, joined for parts."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chronology.records.schema.kinds import KINDS, SETTINGS
from chronology.records.shape import Shape, shape_of

_NAMES = {"places": "place", "actors": "actor", "topics": "topic", "sources": "source", "names": "also-known-as"}
"""Options of lists that are given once for each entry."""
_LEFT_OUT = ("id", "questions", "relations", "media", "history", "retracted", "readings", "formerly")
"""What is too much for options, or is added later."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field that has an option: the way to it, and whether it takes several values."""

    way: tuple[str, ...]
    option: str
    several: bool
    description: str
    shape: Shape
    required: bool


def fields_of(kind: str) -> Iterator[Field]:
    """The fields of a kind of record that have options, in the order of its model."""
    yield from _fields(shape_of(KINDS[kind]), ())


def _fields(shape: Shape, above: tuple[str, ...]) -> Iterator[Field]:
    for name, info in (shape.model.model_fields if shape.model else {}).items():
        field = info.alias or name
        below = shape.fields[field]
        way = (*above, field)
        if field in _LEFT_OUT:
            continue
        if below.kind == "record":
            yield from _fields(below, way)
        elif below.kind in ("list", "text"):
            several = below.kind == "list"
            option = _NAMES.get(field, field) if several else field
            required = info.is_required() and not above
            said = info.description or ""
            yield Field(way, "--" + "-".join((*above, option)).replace("_", "-"), several, said, below, required)


def field_parser(one: str, kind: str) -> argparse.ArgumentParser:
    """The parser for what follows `chronology new event`."""
    parser = argparse.ArgumentParser(
        prog=f"chronology new {one}",
        description=f"Write a new {one}. At a terminal, what is missing is asked for.",
        allow_abbrev=False,
    )
    parser.add_argument("--id", help="its id, which is the name of its file; otherwise one is proposed")
    for field in fields_of(kind):
        said = field.description.replace("%", "%%").rstrip(".")
        parser.add_argument(
            field.option,
            action="append" if field.several else "store",
            dest=_dest(field),
            metavar="TEXT",
            help=f"{said}; may be repeated" if field.several else said,
        )
    options = parser.add_argument_group("how to write it")
    options.add_argument("--from-url", metavar="FILE", help="a web page saved to disk, to take fields from")
    options.add_argument("--dry-run", action="store_true", help="show the file, and write nothing")
    options.add_argument("--anyway", action="store_true", help="write it even if it may be there already")
    options.add_argument("--content", type=Path, metavar="FOLDER", help=f"the folder with {SETTINGS}.yml (content)")
    return parser


def data_of(given: argparse.Namespace, kind: str) -> dict[str, Any]:
    """The fields that were given, as a record has them."""
    data: dict[str, Any] = {}
    for field in fields_of(kind):
        value = getattr(given, _dest(field))
        if value:
            put(data, field.way, value)
    return data


def put(data: dict[str, Any], way: tuple[str, ...], value: Any) -> None:
    """Set a field of a record, or of a part of it."""
    *above, name = way
    for one in above:
        data = data.setdefault(one, {})
    data[name] = value


def has(data: dict[str, Any], way: tuple[str, ...]) -> bool:
    """Whether a field of a record, or of a part of it, is there."""
    return value_of(data, way) is not None


def value_of(data: dict[str, Any], way: tuple[str, ...]) -> Any:
    """A field of a record, or of a part of it; None where there is none."""
    here: Any = data
    for name in way:
        here = here.get(name) if isinstance(here, dict) else None
    return here


def _dest(field: Field) -> str:
    return "field_" + "_".join(field.way)
