"""The chronology's own settings."""

from __future__ import annotations

from collections.abc import Iterator

from chronology.model.entities import Settings
from chronology.review.changes.change import Change
from chronology.review.changes.fields import field_change, mapping_changes, value_changes
from chronology.review.changes.wording import text_change
from chronology.review.changes.words import quoted

_VALUES = {
    "name": "Short name",
    "period": "Period",
    "headline": "Headline",
    "language": "Language of the records",
    "zone": "Time zone",
}
_VOCABULARIES = {
    "types": "Types of events",
    "actor_kinds": "Kinds of actors",
    "place_kinds": "Kinds of places",
    "source_kinds": "Kinds of sources",
    "sides": "Sides",
    "units": "Units",
}


def settings_changes(was: Settings, now: Settings) -> Iterator[Change]:
    """What became of the settings."""
    for kind, label, one, other in (
        ("title", "Title", was.title, now.title),
        ("text", "Scope", was.scope, now.scope),
    ):
        if text := text_change(kind, label, one, other):
            yield text
    yield from value_changes(was, now, _VALUES)
    for name, label in _VOCABULARIES.items():
        yield from mapping_changes(label, getattr(was, name), getattr(now, name))
    licences = [_licence(one) for one in (was, now)]
    if change := field_change("Licence of the records", licences):
        yield change
    yield from mapping_changes("Loaded words", was.wording.loaded, now.wording.loaded)


def _licence(settings: Settings) -> str | None:
    licence = settings.licence
    return None if licence is None else quoted(f"{licence.name} {licence.url or ''}".strip())
