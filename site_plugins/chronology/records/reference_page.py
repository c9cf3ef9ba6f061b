"""The handbook's page on records, written from the models: every field, and what may stand there."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from chronology.records.names import ONE
from chronology.records.schema.kinds import MODELS
from chronology.records.shape import Shape, shape_of

_BEGINNING = """\
# Records

<!-- Written by `chronology schema` from the record models. Change those, not this page. -->

Every record is a YAML file of its own, and the file's name, without `.yml`, is the record's id: lower-case letters
a to z, digits and single hyphens. A file may also hold several records as YAML documents, divided by lines of `---`;
each then has its own `id`.

A field that is not on this page is an error, and so is a field without a value: leave out what is not known.
All values are read as the text that stands there: `no` stays "no", `12:30` stays a clock time, and a date needs no
quotation marks. A text with `: ` or ` #` in it, or one that begins with a sign such as `[`, `"`, `*`, `&` or `@`,
has to be put in quotation marks, or written on the lines after a `|`.
"""


def reference() -> str:
    """The page in Markdown, with a section for each kind of record, chronology.yml, and each of their parts."""
    return "\n".join([_BEGINNING, *(line for section in _sections() for line in section)])


def _sections() -> Iterator[list[str]]:
    parts: dict[type[BaseModel], Shape] = {}
    for kind, model in MODELS.items():
        shape = shape_of(model)
        _gather_parts(shape, parts)
        where = f"`content/{kind}/ID.yml`" if kind in ONE else "`content/chronology.yml`"
        yield _section(_title(model), where, shape)
    for part, shape in parts.items():
        yield _section(_title(part), "", shape)


def _gather_parts(shape: Shape, parts: dict[type[BaseModel], Shape]) -> None:
    for below in (*shape.fields.values(), *([shape.entry] if shape.entry else [])):
        if below.model and below.model not in parts:
            parts[below.model] = below
        _gather_parts(below, parts)


def _section(title: str, where: str, shape: Shape) -> list[str]:
    model = shape.model or BaseModel
    rows = []
    for name, info in model.model_fields.items():
        field = info.alias or name
        required = " (required)" if info.is_required() else ""
        rows.append(f"| `{field}`{required} | {_what(shape.fields[field])} | {_said(info.description)} |")
    return [
        f"## {title}\n",
        *([f"{where}\n"] if where else []),
        f"{(model.__doc__ or '').strip()}\n",
        "| Field | What stands there | What it says |",
        "| --- | --- | --- |",
        *rows,
        "",
    ]


def _what(shape: Shape) -> str:
    """In words, what may stand in a field."""
    if shape.model:
        one = f"[{_title(shape.model).lower()}](#{_anchor(shape.model)})"
        return f"an id, or {one}" if shape.shorthand == "source" else f"text, or {one}" if shape.shorthand else one
    if shape.kind == "list" and shape.entry:
        return f"list: {_what(shape.entry)}"
    if shape.kind == "table" and shape.entry:
        return f"keys, each with {_what(shape.entry)}"
    if shape.choices:
        return ", ".join(f"`{choice}`" for choice in shape.choices)
    if shape.names and shape.names[0].startswith("="):
        return f"one of the `{shape.names[0][1:]}` of [chronology.yml](#chronology)"
    if shape.names and shape.names[0] in ONE:
        return "id of " + " or ".join(f"[{ONE[kind]}](#{ONE[kind]})" for kind in shape.names)
    return shape.form.name if shape.form else "text"


def _title(model: type[BaseModel]) -> str:
    """'SourceUseRecord' -> 'Source use'."""
    name = model.__name__.removesuffix("Record")
    return name[0] + "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in name[1:])


def _anchor(model: type[BaseModel]) -> str:
    return _title(model).lower().replace(" ", "-")


def _said(description: str | None) -> str:
    return (description or "").replace("|", "\\|")
