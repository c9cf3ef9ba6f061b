"""From which day on each word, report and change of a record counts, where it is seen as known on a day.

A date in doubt counts from the last day that it can mean, so that nothing is shown earlier than it was certainly there.
What has no such day counts from the last day that the chronology names at all: by then somebody had written it down.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from chronology.model.corrections import Correction, corrections_of
from chronology.model.dates import Date
from chronology.model.days import Day
from chronology.model.entities.events import Event
from chronology.model.entities.questions import Claim
from chronology.model.entities.series import Series
from chronology.model.entities.sources import Source
from chronology.model.events import EventView
from chronology.model.rivals import Comparable


class When(NamedTuple):
    """A day from which something counts, and whether the record tells it."""

    day: Day
    stated: bool = True


@dataclass(frozen=True, slots=True)
class TimedClaim:
    """A claim with the days from which it, its reports in their order, and its withdrawal count."""

    one: Comparable
    said: When
    reports: tuple[When, ...]
    withdrawn: When | None


@dataclass(frozen=True, slots=True)
class TimedEvent:
    """An event with the days from which all that is told of it counts."""

    event: Event
    public: When
    questions: tuple[tuple[TimedClaim, ...], ...]
    sources: tuple[When, ...]
    """Of the event's own sources, in their order."""
    history: tuple[When, ...]
    retracted: When | None
    corrections: tuple[tuple[Correction, When], ...]
    """What readers are told of these two, newest first."""
    corrected: Mapping[str, When]
    """When publishers corrected their reports, by source; never before the page cites it."""

    def days(self) -> list[Day]:
        """Every day on which anything begins to count, in order."""
        return sorted({when.day for when in self._all()})

    def _all(self) -> Iterator[When]:
        yield self.public
        yield from self.sources
        yield from self.history
        yield from self.corrected.values()
        yield from (when for _, when in self.corrections)
        if self.retracted:
            yield self.retracted
        for claim in (claim for question in self.questions for claim in question):
            yield claim.said
            yield from claim.reports
            if claim.withdrawn:
                yield claim.withdrawn


class Days:
    """Tells from which day on things count. `last` is the last day that the chronology names."""

    def __init__(self, sources: Mapping[str, Source], last: Day) -> None:
        self.last = last
        self._published = {one: self._source(source) for one, source in sources.items()}
        self._sources = sources

    def since(self, date: Date | None) -> When:
        """The day from which something of this date counts."""
        return When(date.latest) if date and date.latest else When(self.last, stated=False)

    def said(self, claim: Claim, said: Date | None) -> When:
        """The day by which a claim had been made: as the record says, or as its first report shows."""
        when = self.since(said)
        published = [] if when.stated else [self.published(use.source) for use in claim.sources]
        return min(published, default=when)

    def published(self, source: str) -> When:
        """The day by which a source was public: as it says, or as a stored copy or a correction of it shows."""
        return self._published.get(source) or When(self.last, stated=False)

    def time(self, view: EventView, compared: Iterable[tuple[Comparable, ...]]) -> TimedEvent:
        """All days of an event; `compared` are the claims of its questions."""
        event = view.event
        questions = tuple([tuple([self._claim(one) for one in claims]) for claims in compared])
        return TimedEvent(
            event,
            When(view.known_from) if view.known_from else When(self.last, stated=False),
            questions,
            tuple([self.published(use.source) for use in event.sources]),
            tuple([self.since(change.date) for change in event.history]),
            self.since(event.retracted.date) if event.retracted else None,
            tuple([(one, self.since(one.change.date)) for one in corrections_of(event)]),
            dict(self._corrected(view, questions)),
        )

    def _source(self, source: Source) -> When:
        if source.published and source.published.latest:
            return When(source.published.latest)
        later = [source.archived and source.archived.date, source.corrected and source.corrected.date]
        return min((self.since(date) for date in later if date), default=When(self.last, stated=False))

    def _claim(self, one: Comparable) -> TimedClaim:
        """The days of a claim; a report counts not before the claim that it reports.

        A claim never stands without a report: where all were published later, the first counts with it.
        """
        published = [self.published(use.source) for use in one.claim.sources]
        said = self.said(one.claim, one.said)
        first = published.index(min(published)) if published else None
        reports = tuple(said if at == first else max(said, when) for at, when in enumerate(published))
        taken_back = one.claim.withdrawn
        return TimedClaim(one, said, reports, max(said, self.since(taken_back.date)) if taken_back else None)

    def _corrected(self, view: EventView, questions: tuple[tuple[TimedClaim, ...], ...]) -> Iterator[tuple[str, When]]:
        corrected = {one: known.corrected for one in view.sources if (known := self._sources.get(one)) is not None}
        for one, correction in corrected.items():
            if correction is not None:
                cited = [
                    when
                    for question in questions
                    for claim in question
                    for use, when in zip(claim.one.claim.sources, claim.reports, strict=True)
                    if use.source == one
                ]
                yield one, max(min(cited, default=self.published(one)), self.since(correction.date))


def last_day(events: Collection[EventView], sources: Iterable[Source], series: Iterable[Series]) -> Day | None:
    """The last day by which something was said, published or changed; None where nothing is dated."""
    named = (view.known_from for view in events)
    dates = chain(_dates_of_events(events), _dates_of_sources(sources), _dates_of_readings(series))
    days = chain(named, (date.latest for date in dates if date))
    return max((day for day in days if day), default=None)


def _dates_of_events(events: Iterable[EventView]) -> Iterator[Date | None]:
    for view in events:
        yield from (change.date for change in view.event.history)
        if view.event.retracted:
            yield view.event.retracted.date
        for claim in (claim for question in view.questions for claim in question.claims):
            yield claim.said
            if claim.claim.withdrawn:
                yield claim.claim.withdrawn.date


def _dates_of_sources(sources: Iterable[Source]) -> Iterator[Date | None]:
    for source in sources:
        yield source.published
        if source.archived:
            yield source.archived.date
        if source.corrected:
            yield source.corrected.date


def _dates_of_readings(series: Iterable[Series]) -> Iterator[Date | None]:
    return (row.said for one in series for readings in one.readings for row in readings.rows)
