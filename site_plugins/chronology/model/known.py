"""As known on a day: what was public then, what each party had said, what was not yet withdrawn or corrected.

Nothing is derived a second time here. A record as known on a day is the record without what came later, and is read by
the same `EventReader` as the present one; only from which day on each thing counts is told in `known_days`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from chronology.model.claims import ClaimView, State, name_anchors
from chronology.model.dates import Date
from chronology.model.days import Day
from chronology.model.entities.entities import Entities
from chronology.model.events import EventReader, EventView, Links, QuestionView
from chronology.model.known_changes import KnownChange, find_changes
from chronology.model.known_days import Days, TimedClaim, TimedEvent, When, last_day
from chronology.model.rivals import Comparable
from chronology.model.standing import Standing

T = TypeVar("T")

KEPT = 500
"""How many events stay read: all that one page lists. To keep ten thousand would take more memory than all the rest."""


@dataclass(frozen=True, slots=True)
class KnownClaim:
    """A claim as known on a day. Its state means something only where it is visible."""

    anchor: str
    visible: bool
    state: State


@dataclass(frozen=True, slots=True)
class KnownQuestion:
    """A question as known on a day, with all claims that it has now."""

    view: QuestionView
    """With those claims only that are visible."""
    claims: tuple[KnownClaim, ...]

    @property
    def question(self) -> str:
        """Its id."""
        return self.view.question.id

    @property
    def standing(self) -> Standing:
        """Open where nobody had answered yet."""
        return self.view.standing

    @property
    def reports(self) -> int:
        """Sources published by then, and the first of every claim."""
        return self.view.reports

    @property
    def origins(self) -> int:
        """How many were independent."""
        return len(self.view.origins)


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """An event as known on a day."""

    day: Day
    public: bool
    view: EventView
    """With that only which was said, published and changed by then, and no neighbours until all of it was."""
    questions: tuple[KnownQuestion, ...]
    changes: tuple[KnownChange, ...]
    """What changed on this very day: nothing, unless it is one of `Known.days`."""

    @property
    def standing(self) -> Standing:
        """Open where nothing was known yet."""
        return self.view.standing

    @property
    def reports(self) -> int:
        """Sources that its page would have cited."""
        return self.view.reports

    @property
    def origins(self) -> int:
        """How many were independent."""
        return len(self.view.origins)

    @property
    def visible(self) -> int:
        """How many claims had been made."""
        return sum(claim.visible for question in self.questions for claim in question.claims)


class Known:
    """A chronology as known on any day. Events are read when they are first asked for."""

    def __init__(self, entities: Entities, events: Mapping[str, EventView], reader: EventReader) -> None:
        self._events = events
        self._reader = reader
        self.last = last_day(events.values(), entities.sources.values(), entities.series.values())
        """The last day that the chronology names: what nothing dates counts from it on. None: nothing is dated."""
        self.since = Days(entities.sources, self.last) if self.last else None
        """From which day on things count; None where nothing is dated."""
        self._states: dict[str, tuple[KnownEvent, ...]] = {}

    def days(self, event: str) -> tuple[Day, ...]:
        """The days on which an event's record changed, in order; none where nothing in the chronology is dated."""
        return tuple([state.day for state in self.states(event)])

    def states(self, event: str) -> tuple[KnownEvent, ...]:
        """An event on each of the days on which its record changed, in order. The last is as its page shows it."""
        found = self._states.get(event)
        if found is None:
            if len(self._states) >= KEPT:
                self._states.clear()
            found = self._states[event] = tuple(self._find_states(event))
        return found

    def since_day(self, date: Date | None) -> Day | None:
        """The day from which something of this date counts; None where nothing in the chronology is dated."""
        return self.since.since(date).day if self.since else None

    def since_claim(self, view: ClaimView) -> Day | None:
        """The day from which a claim is visible; None where nothing in the chronology is dated."""
        return self.since.said(view.claim, view.said).day if self.since else None

    def on(self, event: str, day: Day) -> KnownEvent:
        """An event as known on any day; as it is now, where nothing in the chronology is dated."""
        view = self._events[event]
        record = self._record(event)
        shown = view if record is None or day >= record.last else record.view(self._reader, day)
        public = record is None or record.timed.public.day <= day
        changes = next((state.changes for state in self.states(event) if state.day == day), ())
        return KnownEvent(day, public, shown, _compare(view, shown), changes)

    def _record(self, event: str) -> _Record | None:
        if self.since is None:
            return None
        view = self._events[event]
        timed = self.since.time(view, self._reader.read(view.event))
        return _Record(timed, timed.days(), name_anchors(view.event.questions))

    def _find_states(self, event: str) -> Iterator[KnownEvent]:
        record = self._record(event)
        if record is None:
            return
        view = self._events[event]
        before: EventView | None = None
        for day in record.days:
            shown = view if day == record.last else record.view(self._reader, day)
            changes = tuple(find_changes(record.timed, before, shown, day))
            if changes:
                yield KnownEvent(day, record.timed.public.day <= day, shown, _compare(view, shown), changes)
            before = shown


@dataclass(frozen=True, slots=True)
class _Record:
    """An event with all its days, and the anchors that its claims have now."""

    timed: TimedEvent
    days: list[Day]
    anchors: Mapping[tuple[str, int], str]

    @property
    def last(self) -> Day:
        """The day from which on nothing is left out."""
        return self.days[-1]

    def view(self, reader: EventReader, day: Day) -> EventView:
        """What its page would have shown on a day."""
        event, timed = self.timed.event, self.timed
        compared = tuple([_until(claims, reader, day) for claims in timed.questions])
        questions = tuple([
            replace(question, claims=tuple([one.claim for one in claims]))
            for question, claims in zip(event.questions, compared, strict=True)
        ])  # fmt: skip
        shown = replace(
            event,
            questions=questions,
            sources=_begun(event.sources, timed.sources, day),
            history=_begun(event.history, timed.history, day),
            retracted=event.retracted if timed.retracted and timed.retracted.day <= day else None,
        )
        return reader.view_read(shown, Links(), compared, self.anchors)


def _begun(things: tuple[T, ...], whens: tuple[When, ...], day: Day) -> tuple[T, ...]:
    return tuple([thing for thing, when in zip(things, whens, strict=True) if when.day <= day])


def _until(claims: tuple[TimedClaim, ...], reader: EventReader, day: Day) -> tuple[Comparable, ...]:
    """The claims made by a day, each as it was then."""
    return tuple([_as_it_was(timed, reader, day) for timed in claims if timed.said.day <= day])


def _as_it_was(timed: TimedClaim, reader: EventReader, day: Day) -> Comparable:
    claim = timed.one.claim
    sources = _begun(claim.sources, timed.reports, day)
    withdrawn = claim.withdrawn if timed.withdrawn and timed.withdrawn.day <= day else None
    if len(sources) == len(claim.sources) and withdrawn is claim.withdrawn:
        return timed.one
    return reader.claims.read_anew(timed.one, replace(claim, sources=sources, withdrawn=withdrawn))


def _compare(view: EventView, shown: EventView) -> tuple[KnownQuestion, ...]:
    """The questions of an event as known then, with what of all its claims was visible."""
    return tuple([
        KnownQuestion(then, _compare_claims(now.claims, {claim.anchor: claim.state for claim in then.claims}))
        for now, then in zip(view.questions, shown.questions, strict=True)
    ])  # fmt: skip


def _compare_claims(claims: tuple[ClaimView, ...], states: Mapping[str, State]) -> tuple[KnownClaim, ...]:
    return tuple([KnownClaim(one.anchor, one.anchor in states, states.get(one.anchor, "stands")) for one in claims])
