"""What changed in a record on a day: what was said, taken back and reported, and what we changed ourselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from chronology.model.claims import ClaimView
from chronology.model.days import Day
from chronology.model.entities.events import Change
from chronology.model.events import EventView, cited_by_claim
from chronology.model.known_days import TimedClaim, TimedEvent

ChangeKind = Literal["public", "said", "revised", "reported", "withdrawn", "corrected-source", "history", "retracted"]


@dataclass(frozen=True, slots=True)
class KnownChange:
    """What changed on a day.

    `public`: the event became so. `said`, `revised`, `withdrawn`: a claim was made, was made by one who had said
    otherwise (`earlier` is that claim), was taken back. `reported`, `corrected-source`: a source told what others had
    told, or was corrected by its publisher. `history`, `retracted`: we changed the record, or took it back.
    """

    kind: ChangeKind
    claim: ClaimView | None = None
    earlier: ClaimView | None = None
    source: str | None = None
    change: Change | None = None
    stated: bool = True
    """Whether the record tells the day. If not, the change is shown from the chronology's last day on."""


def find_changes(timed: TimedEvent, before: EventView | None, shown: EventView, day: Day) -> Iterator[KnownChange]:
    """What changed on a day, as one would tell it: what was said, taken back and reported, then what we changed."""
    if timed.public.day == day:
        yield KnownChange("public", stated=timed.public.stated)
    views = {(view.question, view.claim.number): view for question in shown.questions for view in question.claims}
    claims = [
        (claim, views[question.id, claim.one.claim.number])
        for question, several in zip(timed.event.questions, timed.questions, strict=True)
        for claim in several
        if claim.said.day <= day
    ]
    earlier = before.questions if before else ()
    stood = {view.anchor for question in earlier for view in question.claims if view.state == "stands"}
    yield from _find_said(claims, stood, day)
    for claim, view in claims:
        if claim.withdrawn and claim.withdrawn.day == day:
            yield KnownChange("withdrawn", view, stated=claim.withdrawn.stated)
    for source, when in timed.corrected.items():
        if when.day == day:
            yield KnownChange("corrected-source", source=source, stated=when.stated)
    yield from _find_reported(timed, [claim for claim, _ in claims], before, day)
    yield from _find_own(timed, day)


def _find_said(claims: list[tuple[TimedClaim, ClaimView]], stood: set[str], day: Day) -> Iterator[KnownChange]:
    left = {(view.question, view.revised_by): view for _, view in claims if view.anchor in stood}
    for claim, view in claims:
        if claim.said.day == day:
            earlier = left.get((view.question, view.claim.number))
            kind: ChangeKind = "revised" if earlier else "said"
            yield KnownChange(kind, view, earlier, stated=claim.said.stated)


def _find_reported(
    timed: TimedEvent, claims: list[TimedClaim], before: EventView | None, day: Day
) -> Iterator[KnownChange]:
    """Reports of what had been said before, and of the event itself once it was public."""
    told = {source for claim in claims if claim.said.day == day for source in cited_by_claim(claim.one.claim)}
    found = {
        use.source: when.stated
        for claim in claims
        if claim.said.day < day
        for use, when in zip(claim.one.claim.sources, claim.reports, strict=True)
        if when.day == day
    }
    if timed.public.day < day:
        cited = set(before.sources) if before else set()
        own = zip(timed.event.sources, timed.sources, strict=True)
        found |= {use.source: when.stated for use, when in own if when.day == day and use.source not in cited}
    for source, stated in found.items():
        if source not in told:
            yield KnownChange("reported", source=source, stated=stated)


def _find_own(timed: TimedEvent, day: Day) -> Iterator[KnownChange]:
    """What we changed in the record, its retraction among it."""
    for correction, when in reversed(timed.corrections):
        if when.day == day:
            kind: ChangeKind = "retracted" if correction.retraction else "history"
            yield KnownChange(kind, change=correction.change, stated=when.stated)
