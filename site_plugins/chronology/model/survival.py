"""What became of the addresses of sources: what was seen when somebody last looked, and what share has a copy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from chronology.model.entities.entities import Entities
from chronology.model.entities.events import Event
from chronology.model.entities.record import SourceUse
from chronology.model.entities.sources import Source


class Outcome(StrEnum):
    """What an address turned out to be. Of several that hold, the first in this order is told."""

    GONE = "gone"
    """The page is not there any more."""
    CHANGED = "changed"
    """The page is there, and words that a record quotes from it are not on it."""
    MOVED = "moved"
    """The server says that the page has another address for good."""
    ANSWERS = "answers"
    UNCLEAR = "unclear"
    """The server did not answer, or did not let us look."""


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen at a source's address; days are ISO 8601.

    `since`: the day of the first look with this outcome. `quotations`: which words were looked for, as a digest, and
    `missing` those that were not found. `to`: the address that the page has now. `note` says more in words: why
    nothing is clear, or why no words were compared. `failures`: how many looks in a row had no answer.
    """

    url: str
    looked: str
    outcome: Outcome
    since: str
    status: int | None = None
    to: str | None = None
    quotations: str = ""
    missing: tuple[str, ...] = ()
    note: str = ""
    failures: int = 0


@dataclass(frozen=True, slots=True)
class Survey:
    """The last look at each source, by the source's id."""

    looks: Mapping[str, Look] = field(default_factory=dict)

    def of(self, source: Source) -> Look | None:
        """The last look at a source, if it was at the address that its record has now."""
        look = self.looks.get(source.id)
        return look if look and look.url == source.url else None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How well sources are kept: how many have an address, a copy, and what the last looks showed.

    `looked` is the day of the last look at any of them, None where nobody ever looked.
    """

    addresses: int
    archived: int
    outcomes: Mapping[Outcome, int]
    looked: str | None

    @property
    def percent(self) -> int:
        """The share with a copy: 100 only if all have one, 0 only if none has."""
        if not self.addresses:
            return 0
        share = 100 * self.archived // self.addresses
        return max(share, 1) if self.archived else 0


def coverage(sources: Iterable[Source], survey: Survey) -> Coverage:
    """How well the sources that have an address are kept."""
    listed = [source for source in sources if source.url]
    looks = [look for source in listed if (look := survey.of(source))]
    return Coverage(
        addresses=len(listed),
        archived=sum(source.archived is not None for source in listed),
        outcomes=Counter(look.outcome for look in looks),
        looked=max((look.looked for look in looks), default=None),
    )


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that a record quotes from a source. `event` is the event's id, None for other kinds of record."""

    text: str
    event: str | None = None


def quotations(entities: Entities) -> dict[str, tuple[Quotation, ...]]:
    """All words that records quote, by the source that they are quoted from, each once."""
    found: dict[str, dict[str, Quotation]] = {}
    for event, use in _uses(entities):
        if use.quote:
            found.setdefault(use.source, {}).setdefault(use.quote, Quotation(use.quote, event))
    return {source: tuple(quoted.values()) for source, quoted in found.items()}


def _uses(entities: Entities) -> Iterable[tuple[str | None, SourceUse]]:
    for event in entities.events.values():
        if event.retracted is None:
            yield from ((event.id, use) for use in _of_event(event))
    for place in entities.places.values():
        yield from ((None, use) for use in place.sources)
    for series in entities.series.values():
        yield from ((None, use) for use in series.sources)
        yield from ((None, use) for readings in series.readings for use in readings.sources)


def _of_event(event: Event) -> Iterable[SourceUse]:
    yield from event.sources
    for question in event.questions:
        for claim in question.claims:
            yield from claim.sources
