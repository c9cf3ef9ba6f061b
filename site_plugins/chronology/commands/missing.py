"""What a new record still lacks, where nobody can be asked: every option at once, with what may stand there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from chronology.commands.answers import asked_for, choices, is_required, is_wanted, wrong_with
from chronology.commands.fields import Field, fields_of, has, value_of
from chronology.model.suggest import one_of
from chronology.records.load import Loaded

_ALL = 30
_SOME = 8
"""How many words or ids are listed for an option: all up to `_ALL`, of more only some."""


def missing_options(kind: str, data: dict[str, Any], loaded: Loaded) -> list[str]:
    """The lines that say which options are missing, which may be added, and what cannot stand; none if none is."""
    absent = [(name, one) for name, one in asked_for(kind) if not has(data, one.way)]
    needed = [(name, one) for name, one in absent if is_wanted(name, data) and is_required(kind, name, one)]
    if not needed:
        return []
    instead = [one for name, one in absent if name == "url"]
    optional = [
        one for name, one in absent if name != "url" and is_wanted(name, data) and not is_required(kind, name, one)
    ]
    lines = ["without a terminal nothing can be asked; these options are missing:"]
    for name, one in needed:
        lines += [_line(one, loaded)] if name != "without_url" else _either(*instead, one, loaded=loaded)
    if wrong := list(_wrong(kind, data, loaded)):
        lines += ["what was given cannot stand:", *wrong]
    if optional:
        lines += ["these may be added:", *(_line(one, loaded) for one in optional)]
    return lines


def _either(*fields: Field, loaded: Loaded) -> list[str]:
    """One of several options is enough."""
    return [f"  {'or ' if number else ''}{_line(one, loaded).strip()}" for number, one in enumerate(fields)]


def _line(field: Field, loaded: Loaded) -> str:
    known = choices(field, loaded)
    parts = [field.description.rstrip(".")]
    if field.several:
        parts.append("may be repeated")
    if known is not None:
        parts.append(one_of(sorted(known), _ALL if len(known) <= _ALL else _SOME))
    return f"  {field.option}  {'; '.join(parts)}"


def _wrong(kind: str, data: dict[str, Any], loaded: Loaded) -> Iterator[str]:
    for field in fields_of(kind):
        if has(data, field.way):
            for message in wrong_with(kind, field, value_of(data, field.way), loaded):
                yield f"  {field.option}  {message}"
