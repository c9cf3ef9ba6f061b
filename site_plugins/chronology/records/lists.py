"""Values that stand alone where a list is wanted: the list that was meant, so that what stands there is checked too."""

from __future__ import annotations

from typing import Any

from chronology.records.problems import Loc
from chronology.records.shape import Shape


def as_lists(data: Any, shape: Shape, wrapped: list[Loc], loc: Loc = ()) -> Any:
    """The data with a list around each such value, whose place joins `wrapped`; what is in that is left as it is."""
    if isinstance(data, list) and shape.kind == "list" and shape.entry:
        return [as_lists(item, shape.entry, wrapped, (*loc, number)) for number, item in enumerate(data)]
    if shape.kind == "list" and shape.entry and _fits(data, shape.entry):
        wrapped.append(loc)
        return [part.strip() for part in data.split(",")] if isinstance(data, str) else [data]
    if isinstance(data, dict) and shape.kind in ("record", "table"):
        return {name: _below(name, value, shape, wrapped, loc) for name, value in data.items()}
    return data


def as_written(loc: Loc, wrapped: list[Loc]) -> Loc:
    """A place in data with such lists as a place in the file, where there is no list."""
    for around in reversed(wrapped):
        if loc[: len(around)] == around and len(loc) > len(around) and isinstance(loc[len(around)], int):
            loc = (*around, *loc[len(around) + 1 :])
    return loc


def _below(name: str, value: Any, shape: Shape, wrapped: list[Loc], loc: Loc) -> Any:
    below = shape.entry or shape.fields.get(name)
    return as_lists(value, below, wrapped, (*loc, name)) if below else value


def _fits(value: Any, entry: Shape) -> bool:
    """Whether a value could be an entry of the list: not where even the space after a dash is missing."""
    if isinstance(value, str):
        return bool(value) and not value.startswith("-") and (entry.kind == "text" or entry.shorthand is not None)
    return isinstance(value, dict) and entry.kind == "record"
