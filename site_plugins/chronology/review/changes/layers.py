"""Layers of the map: what became of one and of its states, and what a new one is."""

from __future__ import annotations

from collections.abc import Iterator

from chronology.model import date_words
from chronology.model.entities.layers import Layer, LayerState
from chronology.review.changes.change import Change
from chronology.review.changes.dates import date_change
from chronology.review.changes.fields import value_changes
from chronology.review.changes.lists import list_changes, use_changes
from chronology.review.changes.names import Names
from chronology.review.changes.pairs import pair
from chronology.review.changes.shapes import REORDERED, redrawn
from chronology.review.changes.wording import text_change
from chronology.review.changes.words import count, listing, quoted

MOST_STATES = 4


def new_layer(layer: Layer, names: Names) -> Change:
    """Whose layer it is, and what it shows for when."""
    dates = listing([date_words.in_words(state.date) for state in layer.states], MOST_STATES)
    states = count(len(layer.states), "state")
    told = f"New layer of {names.actors(layer.by)}: {states} ({dates}), licence {quoted(layer.licence)}"
    return Change("record-new", f"{told}.")


def layer_changes(was: Layer, now: Layer, names: Names) -> Iterator[Change]:
    """What became of a layer."""
    if title := text_change("title", "Title", was.title, now.title):
        yield title
    yield from list_changes(("Claimant", "Claimants"), was.by, now.by, names.actor)
    yield from value_changes(was, now, {"licence": "Licence"})
    if caution := text_change("text", "Caution", was.caution, now.caution):
        yield caution
    yield from use_changes(None, was.sources, now.sources, names)
    pairs = pair(was.states, now.states, lambda one, other: one.file == other.file, _same_date, 1)
    for before, after in pairs:
        if before and after:
            yield from _state(before, after, names)
        elif after:
            yield Change("states", f"State added: {_told(after)}.")
        elif before:
            yield Change("states", f"State taken out: {_told(before)}.", "see that no shape is lost")


def _same_date(one: LayerState, other: LayerState) -> float:
    return one.date == other.date


def _state(was: LayerState, now: LayerState, names: Names) -> Iterator[Change]:
    if date := date_change(f"Date of the state in `{now.file}`", was.date, now.date):
        yield date
    whose = f"state of {date_words.in_words(now.date)}"
    if was.file != now.file:
        yield Change("states", f"The {whose} stands in `{now.file}`, no longer in `{was.file}`.")
    if told := redrawn(was.shapes, now.shapes):
        advice = None if told == REORDERED else "compare it with what was published"
        yield Change("states", f"The {whose}: {told}.", advice)
    yield from use_changes(whose, was.sources, now.sources, names)


def _told(state: LayerState) -> str:
    return f"{date_words.in_words(state.date)}, {count(len(state.shapes), 'shape')}"
