"""Fields with a value of their own, and what no other module tells of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from chronology.review.changes.change import Change
from chronology.review.changes.words import count, listing, quoted


def field_change(label: str, values: Iterable[str | None], kind: str = "field") -> Change | None:
    """What became of a value, told in words before and after; None where it is the same."""
    before, after = values
    if before == after:
        return None
    if before is None:
        return Change(kind, f"{label} added: {after}.")
    if after is None:
        return Change(kind, f"{label} taken out (was {before}).")
    return Change(kind, f"{label} changed from {before} to {after}.")


def value_changes(before: Any, after: Any, labels: Mapping[str, str]) -> Iterator[Change]:
    """The changes of fields whose values are plain texts, numbers or truths; `labels` begin the sentences."""
    for name, label in labels.items():
        if change := field_change(label, [_value(getattr(one, name)) for one in (before, after)]):
            yield change


def _value(value: object) -> str | None:
    return None if value is None else quoted(str(value))


def mapping_changes(
    label: str, before: Mapping[str, Any], after: Mapping[str, Any], kind: str = "vocabulary"
) -> Iterator[Change]:
    """What became of a vocabulary: words that are new, gone, or read otherwise."""
    new, gone = [key for key in after if key not in before], [key for key in before if key not in after]
    for verb, keys in (("added", new), ("taken out", gone)):
        if keys:
            shown = listing([f"`{key}`" for key in keys], 8)
            yield Change(kind, f"{label}: {count(len(keys), 'entry', 'entries')} {verb}, {shown}.")
    for key in (key for key in after if key in before and after[key] != before[key]):
        yield Change(kind, f"{label}: `{key}` changed from {_entry(before[key])} to {_entry(after[key])}.")


def _entry(value: Any) -> str:
    if isinstance(value, str):
        return quoted(value)
    shown = (f"{one.name}: {_plain(getattr(value, one.name))}" for one in fields(value) if one.name != "id")
    return quoted(", ".join(shown))


def _plain(value: Any) -> str:
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)
