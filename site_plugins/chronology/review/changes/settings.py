"""The chronology's own settings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from chronology.model.entities.settings import MapSettings, Settings, Tiles
from chronology.review.changes.change import Change
from chronology.review.changes.fields import field_change, mapping_changes, value_changes
from chronology.review.changes.wording import text_change
from chronology.review.changes.words import named, quoted

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
_TILES = {
    "name": "Who serves the map's pictures",
    "attribution": "Credit of the map's pictures",
    "attribution_url": "Address of the credit of the map's pictures",
    "deepest": "Deepest zoom of the map's pictures",
}
_OTHERS_SERVER = "readers who ask for them tell that server what they look at; read its terms"


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
    yield from _map(was.map, now.map)


def _map(was: MapSettings, now: MapSettings) -> Iterator[Change]:
    yield from value_changes(was, now, {"viewpoint": "Viewpoint of the map"})
    before, after = was.tiles, now.tiles
    if before and after:
        yield from value_changes(before, after, _TILES)
    addresses = [_pictures(one, whole=not (before and after)) if one else None for one in (before, after)]
    if change := field_change("Pictures of the map from another server", addresses):
        yield replace(change, advice=_OTHERS_SERVER) if after else change


def _pictures(tiles: Tiles, *, whole: bool) -> str:
    return f"{named(tiles.name)}, {quoted(tiles.url)}" if whole else quoted(tiles.url)


def _licence(settings: Settings) -> str | None:
    licence = settings.licence
    return None if licence is None else quoted(f"{licence.name} {licence.url or ''}".strip())
