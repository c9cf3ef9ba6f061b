"""Shapes on the map: how they differ, and what became of the outline of a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from chronology.model.entities.places import Outline
from chronology.model.entities.shapes import Shape
from chronology.review.changes.change import Change
from chronology.review.changes.fields import field_change
from chronology.review.changes.names import Names
from chronology.review.changes.words import count, listing, quoted

MOST_TITLES = 4
REORDERED = "shapes or their titles put in another order"


def redrawn(was: Sequence[Shape], now: Sequence[Shape]) -> str | None:
    """How shapes differ, as a clause: '1 shape drawn otherwise, 2 shapes added'; None where they are the same.

    Which of several shapes became which is not told: a file gives them no ids.
    """
    if tuple(was) == tuple(now):
        return None
    drawn, earlier = (Counter((one.kind, one.coordinates) for one in some) for some in (now, was))
    gone, new = (earlier - drawn).total(), (drawn - earlier).total()
    numbers = (("drawn otherwise", min(gone, new)), ("added", new - gone), ("taken out", gone - new))
    shapes = ", ".join(f"{count(number, 'shape')} {verb}" for verb, number in numbers if number > 0)
    return "; ".join([*([shapes] if shapes else []), *_titles(was, now)]) or REORDERED


def _titles(was: Sequence[Shape], now: Sequence[Shape]) -> Iterator[str]:
    titles, earlier = (Counter(one.title for one in some if one.title) for some in (now, was))
    for verb, some in (("added", titles - earlier), ("taken out", earlier - titles)):
        if some:
            told = listing([quoted(one) for one in some], MOST_TITLES)
            yield f"{'title' if len(some) == 1 else 'titles'} {verb}: {told}"


def outline_changes(was: Outline | None, now: Outline | None, names: Names) -> Iterator[Change]:
    """What became of how far a place reaches."""
    if was is None or now is None:
        told = [None if one is None else _outline(one, names) for one in (was, now)]
        if change := field_change("Outline", told, "outline"):
            yield change
        return
    if told_shapes := redrawn(was.shapes, now.shapes):
        yield Change("outline", f"The outline: {told_shapes}.")
    sources = [names.source(one.source) if one.source else None for one in (was, now)]
    for label, values in (
        ("File of the outline", [f"`{one.file}`" for one in (was, now)]),
        ("Licence of the outline", [quoted(one.licence) for one in (was, now)]),
        ("Source of the outline", sources),
    ):
        if change := field_change(label, values, "outline"):
            yield change


def _outline(outline: Outline, names: Names) -> str:
    source = f", from {names.source(outline.source)}" if outline.source else ""
    return f"{count(len(outline.shapes), 'shape')} in `{outline.file}`, licence {quoted(outline.licence)}{source}"
