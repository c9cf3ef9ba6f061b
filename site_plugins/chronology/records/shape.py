"""The record models seen as a tree of fields: what may stand where, for messages, references and the handbook."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from chronology.records.problems import Loc
from chronology.records.values import Form, Listed, Refers, Shorthand


@dataclass(slots=True)
class Shape:
    """What may stand at one place of a record.

    A mapping with `fields`, or with any keys and `entry` for each value; a list of `entry`; or a text of some `form`.
    `names` says what a text names: folders of records, or '=' and a vocabulary of chronology.yml.
    `watched`: it or something below it names something or is Markdown.
    """

    kind: Literal["record", "table", "list", "text"] = "text"
    model: type[BaseModel] | None = None
    fields: dict[str, Shape] = field(default_factory=dict)
    entry: Shape | None = None
    form: Form | None = None
    choices: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    shorthand: str | None = None
    watched: bool = False

    def at(self, loc: Loc) -> Shape | None:
        """The shape at a place in a record, or None where nothing may stand."""
        here: Shape | None = self
        for step in loc:
            if here is None:
                return None
            here = here.entry or here.fields.get(str(step))
        return here


@cache
def shape_of(model: type[BaseModel]) -> Shape:
    """The tree of a record model."""
    shape = Shape(kind="record", model=model)
    for name, info in model.model_fields.items():
        shape.fields[info.alias or name] = _shape(info.annotation, info.metadata)
    shape.watched = any(below.watched for below in shape.fields.values())
    return shape


def form_at(shape: Shape | None) -> Form | None:
    """What a text at a place of that shape has to be; where it stands for a mapping, what its one field has to be."""
    if shape and shape.shorthand:
        shape = shape.fields[shape.shorthand]
    return shape.form if shape else None


def texts(data: Any, shape: Shape, loc: Loc = ()) -> Iterator[tuple[Loc, str, Shape]]:
    """The texts of a record that name something or are Markdown, each with its place. Wrong shapes are passed over."""
    if isinstance(data, str):
        if shape.kind == "record" and shape.shorthand:
            shape = shape.fields[shape.shorthand]
        if shape.kind == "text" and shape.watched:
            yield loc, data, shape
    elif isinstance(data, list) and shape.kind == "list" and shape.entry and shape.entry.watched:
        for number, item in enumerate(data):
            yield from texts(item, shape.entry, (*loc, number))
    elif isinstance(data, dict) and shape.kind in ("record", "table"):
        for name, value in data.items():
            below = shape.entry or shape.fields.get(name)
            if below and below.watched:
                yield from texts(value, below, (*loc, name))


def _shape(annotation: Any, metadata: Any = ()) -> Shape:
    """The shape of one field's type, with what its annotations say."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *own = get_args(annotation)
        shape = _shape(inner, own)
    elif origin in (Union, types.UnionType):
        shape = _shape(next(one for one in get_args(annotation) if one is not type(None)))
    elif origin is Literal:
        shape = Shape(choices=get_args(annotation))
    elif origin is list:
        entry = _shape(get_args(annotation)[0])
        shape = Shape(kind="list", entry=entry, watched=entry.watched)
    elif origin is dict:
        entry = _shape(get_args(annotation)[1])
        shape = Shape(kind="table", entry=entry, watched=entry.watched)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        shape = _copy(shape_of(annotation))
    else:
        shape = Shape()
    return _annotated(shape, metadata)


def _copy(shape: Shape) -> Shape:
    """Lets one use of a model have a shorthand that another has not."""
    return Shape(kind=shape.kind, model=shape.model, fields=shape.fields, watched=shape.watched)


def _annotated(shape: Shape, metadata: Any) -> Shape:
    for note in metadata:
        if isinstance(note, Form):
            shape.form = note
            shape.watched |= note.markdown
        elif isinstance(note, Refers):
            shape.names = note.kinds
            shape.watched = True
        elif isinstance(note, Listed):
            shape.names = (f"={note.vocabulary}",)
            shape.watched = True
        elif isinstance(note, Shorthand):
            shape.shorthand = note.field
    return shape
