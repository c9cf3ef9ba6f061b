"""What is selected of a chronology, and the events that it leaves.

The words are those of the explorer's addresses and of the options of a `::: chronology` block:
`docs/handbook/explorer.md` lists them. `assets/scripts/explorer/` does the same in the browser; tests/explorer holds
both to the same cases.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from chronology.model.chronology import Chronology
from chronology.model.dates import Date, Day
from chronology.model.events import EventView
from chronology.model.facets import FACETS, EventFacets, has_origins


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen of one facet: events that have any of the ids or, if `all`, every one of them."""

    ids: tuple[str, ...]
    all: bool = False


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected, and how it is shown. Nothing but `view`, `lanes` and `page` leaves all events as they are."""

    words: str = ""
    """Words to search for, as typed."""
    choices: Mapping[str, Choice] = field(default_factory=dict)
    """What is chosen, by the facet's name in FACETS."""
    begins: Date | None = None
    """A year, month or day, with which the period begins."""
    ends: Date | None = None
    certainly: bool = False
    """Whether all of an event's bounds must lie in the period, not just touch it."""
    view: str = "list"
    lanes: str | None = None
    page: int = 1
    known: Day | None = None
    """Only what had become public by this day."""


def select(chronology: Chronology, selection: Selection, words: Collection[str] | None = None) -> tuple[EventView, ...]:
    """The events that a selection leaves, in order.

    `words`: the ids of the events that search found for `selection.words`; None leaves out nothing for its words.
    """
    conditions = list(_conditions(chronology, selection, words))
    return tuple(
        view
        for view, facets in ((chronology.events[event], one) for event, one in chronology.facets.events.items())
        if all(holds(view, facets) for holds in conditions)
    )


Condition = Callable[[EventView, EventFacets], bool]


def _conditions(chronology: Chronology, selection: Selection, words: Collection[str] | None) -> Iterator[Condition]:
    if words is not None:
        yield lambda view, _: view.event.id in words
    for name, choice in selection.choices.items():
        yield _chosen(name, choice)
    if selection.begins or selection.ends:
        yield _dated(selection)
    if (known := selection.known) is not None:
        last = chronology.known.last
        # What nothing dates counts from the last day of all, as in `known`.
        yield lambda view, _: (view.known_from or last or known) <= known


def _chosen(name: str, choice: Choice) -> Condition:
    quantifier = all if choice.all else any
    if name == "origins":
        return lambda _, facets: quantifier(has_origins(facets.origins, one) for one in choice.ids)
    read = FACETS[name]

    def holds(_: EventView, facets: EventFacets) -> bool:
        has = getattr(facets, read)
        having = has if isinstance(has, tuple) else (has,)
        return quantifier(one in having for one in choice.ids)

    return holds


def _dated(selection: Selection) -> Condition:
    low = selection.begins.earliest if selection.begins else None
    high = selection.ends.latest if selection.ends else None
    if selection.certainly:
        return lambda view, _: view.event.date.within(low, high)
    return lambda view, _: view.event.date.possibly_within(low, high)
