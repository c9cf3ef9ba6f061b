"""Corrections to our own records, as readers are told of them: changes, retractions and mergers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from chronology.model.days import Day
from chronology.model.entities.events import Change, Event, Retraction
from chronology.model.events import EventView


@dataclass(frozen=True, slots=True)
class Correction:
    """A change to one of our own records after it was published.

    `number` is its place in the record's history, from 1. A history only grows at its end, so an anchor stays what it
    is. `retraction` is set on the one change that took the event out of the chronology.
    """

    event: str
    number: int
    change: Change
    retraction: Retraction | None = None

    @property
    def anchor(self) -> str:
        """Its place on the event's page: `change-1`."""
        return f"change-{self.number}"

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why, as the history says it, and as the retraction does where that says something else."""
        given = (self.change.reason, self.retraction.reason) if self.retraction else (self.change.reason,)
        return tuple(dict.fromkeys(given))

    @property
    def onward(self) -> str:
        """The words that lead from it to its heirs."""
        return {"merged": "Merged into", "superseded": "Superseded by"}.get(self.change.kind, "See")

    @property
    def day(self) -> Day | None:
        """The first day that its date can mean; the last where no beginning is known."""
        return self.change.date.earliest or self.change.date.latest


def corrections_of(event: Event) -> tuple[Correction, ...]:
    """The corrections of a record, newest first; of one day, the last of the record first.

    A retraction is one of them, once: where the history tells it too, under its number there, else after all others.
    """
    told = _tells_retraction(event)
    found = [
        Correction(event.id, number, change, event.retracted if number == told else None)
        for number, change in enumerate(event.history, start=1)
    ]
    if event.retracted and told is None:
        change = Change(event.retracted.date, "retracted", event.retracted.reason)
        found.append(Correction(event.id, len(found) + 1, change, event.retracted))
    found.sort(key=lambda correction: (correction.change.date.sort_key, correction.number), reverse=True)
    return tuple(found)


def gather_corrections(events: Iterable[Event]) -> tuple[Correction, ...]:
    """The corrections of all records, newest first; of one day, by event."""
    found = [correction for event in events for correction in corrections_of(event)]
    found.sort(key=lambda correction: correction.event)
    found.sort(key=lambda correction: correction.change.date.sort_key, reverse=True)
    return tuple(found)


def retraction_of(event: Event) -> Correction | None:
    """The correction that took an event out of the chronology, or None: retracted, merged or superseded."""
    return next((one for one in corrections_of(event) if one.retraction), None) if event.retracted else None


def heirs(correction: Correction, view: EventView) -> tuple[str, ...]:
    """The events that stand in the place of one: that replace it, or say of themselves that they supersede it."""
    if correction.retraction and correction.retraction.replaced_by:
        return (correction.retraction.replaced_by,)
    if correction.change.kind != "superseded":
        return ()
    return tuple(event for event, relation in view.incoming if relation == "supersedes")


def _tells_retraction(event: Event) -> int | None:
    """The number of the change by which the history tells the event's retraction, if it does.

    Where another event stands in its place, that day's change may say that it was merged, or superseded.
    """
    gone = event.retracted
    if gone is None:
        return None
    kinds = {"merged"} if event.merged_into else {"retracted", "superseded"} if gone.replaced_by else {"retracted"}
    told = [
        number
        for number, change in enumerate(event.history, start=1)
        if change.kind in kinds and (change.kind == "retracted" or change.date == gone.date)
    ]
    return told[-1] if told else None
