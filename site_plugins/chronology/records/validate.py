"""One record against its model: what pydantic refuses, as findings that a contributor can act on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from chronology.model.suggest import id_like, nearest, one_of
from chronology.records.problems import Finding, Loc
from chronology.records.shape import Shape, shape_of
from chronology.records.values import LINE, Form
from chronology.records.yaml_text import quoted

R = TypeVar("R", bound=BaseModel)


def validate(model: type[R], data: Any) -> R | Iterator[Finding]:
    """The record that plain data makes, or everything that is wrong with it."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        shape = shape_of(model)
        details = error.errors(include_url=False)
        return (finding for detail in details for finding in _findings(detail, shape))


def _findings(detail: ErrorDetails, shape: Shape) -> Iterator[Finding]:
    loc: Loc = detail["loc"]
    if loc and loc[-1] == "[key]":
        loc = loc[:-1]
        yield Finding(loc, f"the name {quoted(str(loc[-1]))} is not an id", _id_hint(str(loc[-1])), on_key=True)
        return
    explain = _EXPLANATIONS.get(detail["type"])
    if explain is None:
        yield Finding(loc, f"{_name(loc)} is not right: {detail['msg']}", "see the handbook's page on records")
        return
    yield explain(loc, detail, shape)


def _unknown(loc: Loc, _: ErrorDetails, shape: Shape) -> Finding:
    above = shape.at(loc[:-1])
    fields = list(above.fields) if above else []
    near = nearest(str(loc[-1]), fields)
    hint = f"did you mean '{near}'?" if near else f"the fields here are {', '.join(fields)}"
    return Finding(loc, f"unknown field {quoted(str(loc[-1]))}", hint, on_key=True, meant=near)


def _missing(loc: Loc, _: ErrorDetails, shape: Shape) -> Finding:
    above = shape.at(loc[:-1])
    fields = above.model.model_fields.items() if above and above.model else ()
    said = next((info.description for name, info in fields if loc[-1] in (name, info.alias)), None)
    hint = f"add `{loc[-1]}: `"
    if said:
        hint += f" – {said[0].lower()}{said[1:].rstrip('.')}"
    return Finding(loc[:-1], f"the field '{loc[-1]}' is missing", hint, on_key=True, lacks=(str(loc[-1]),))


def _not_text(loc: Loc, detail: ErrorDetails, shape: Shape) -> Finding:
    here = shape.at(loc)
    what = "a list" if isinstance(detail["input"], list) else "a mapping"
    expected = here.form.name if here and here.form else "text"
    hint = here.form.hint if here and here.form else one_of(here.choices) if here and here.choices else "write a text"
    if here and here.form and here.form.prose:
        hint = "put a text that begins with a bracket or has ': ' in it in quotation marks"
    return Finding(loc, f"{_name(loc)} has to be {expected}, and this is {what}", hint)


def _not_list(loc: Loc, detail: ErrorDetails, shape: Shape) -> Finding:
    given = detail["input"]
    here = shape.at(loc)
    if not isinstance(given, str) or (here and here.entry and here.entry.kind != "text" and not here.entry.shorthand):
        hint = "begin each entry with '- '"
    elif given.startswith("-"):
        hint = "write a space after each '-'"
    else:
        hint = f"write [{given}]" if len(given) <= 80 else "write it in brackets"
    return Finding(loc, f"{_name(loc)} has to be a list", hint)


def _not_mapping(loc: Loc, detail: ErrorDetails, shape: Shape) -> Finding:
    here = shape.at(loc)
    what = "a list" if isinstance(detail["input"], list) else "text"
    names = list(here.fields) if here else []
    hint = (
        f"write its fields under it: {', '.join(names[:6])}{' ...' if len(names) > 6 else ''}"
        if names
        else "write `key: words` under it"
    )
    return Finding(loc, f"{_name(loc)} has to be made of fields, and this is {what}", hint)


def _form(loc: Loc, detail: ErrorDetails, shape: Shape) -> Finding:
    given = str(detail["input"])
    here = shape.at(loc)
    if here and here.shorthand:
        here = here.fields[here.shorthand]
    form = here.form if here and here.form else Form("what may stand here", "see the handbook's page on records")
    if form is LINE:
        return Finding(loc, f"{_name(loc)} has a line break in it", form.hint)
    hint = _id_hint(given) if form.name == "an id" else form.hint
    return Finding(loc, f"{quoted(given)} is not {form.name}", hint)


def _empty(loc: Loc, _: ErrorDetails, __: Shape) -> Finding:
    return Finding(loc, f"{_name(loc)} is empty", "write a text or remove the line")


def _too_long(loc: Loc, detail: ErrorDetails, _: Shape) -> Finding:
    most = detail["ctx"]["max_length"]
    return Finding(loc, f"{_name(loc)} has {len(detail['input']):,} characters", f"{most:,} are the most")


def _too_few(loc: Loc, detail: ErrorDetails, shape: Shape) -> Finding:
    if isinstance(detail["input"], str):  # a text whose list-like form is put together first
        return _empty(loc, detail, shape)
    return Finding(loc, f"{_name(loc)} is an empty list", "name at least one")


def _choice(loc: Loc, detail: ErrorDetails, shape: Shape) -> Finding:
    here = shape.at(loc)
    choices = here.choices if here else ()
    given = detail["input"]
    if not isinstance(given, str):
        return _not_text(loc, detail, shape)
    near = nearest(given, choices)
    hint = f"did you mean '{near}'?" if near else one_of(choices)
    return Finding(loc, f"{quoted(given)} cannot stand in '{_name(loc)}'", hint)


def _refused(loc: Loc, detail: ErrorDetails, shape: Shape) -> Finding:
    if not isinstance(detail["input"], str) and not detail["ctx"]["problem"]:
        return _not_text(loc, detail, shape)
    here = shape.at(loc)
    name = here.form.name if here and here.form else "right"
    problem = detail["ctx"]["problem"] or f"{quoted(str(detail['input']))} is not {name}"
    return Finding(loc, problem, detail["ctx"]["hint"])


def _limit(loc: Loc, detail: ErrorDetails, _: Shape) -> Finding:
    limits = {"gt": "more than", "ge": "at least", "le": "at most"}
    bound = next((f"{words} {detail['ctx'][name]:g}" for name, words in limits.items() if name in detail["ctx"]), "")
    return Finding(loc, f"{_name(loc)} is {detail['input']}", f"it has to be {bound}")


_EXPLANATIONS: dict[str, Callable[[Loc, ErrorDetails, Shape], Finding]] = {
    "extra_forbidden": _unknown,
    "missing": _missing,
    "string_type": _not_text,
    "list_type": _not_list,
    "dict_type": _not_mapping,
    "model_type": _not_mapping,
    "model_attributes_type": _not_mapping,
    "string_pattern_mismatch": _form,
    "string_too_short": _empty,
    "string_too_long": _too_long,
    "too_short": _too_few,
    "literal_error": _choice,
    "refused": _refused,
    "greater_than": _limit,
    "greater_than_equal": _limit,
    "less_than_equal": _limit,
}


def _name(loc: Loc) -> str:
    """What a finding is about: a field, an entry of a field's list, or all of it."""
    field = next((step for step in reversed(loc) if isinstance(step, str)), "the record")
    return field if not loc or loc[-1] == field else f"an entry of {field}"


def _id_hint(given: str) -> str:
    near = id_like(given)
    return f"write {near}" if near else "write lower-case letters a to z, digits and single hyphens"
