"""The claims of a question, side by side: when each was said, what it is about, whether it stands, and against whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from chronology.model.dates import Date
from chronology.model.entities.events import Event
from chronology.model.entities.questions import Claim, Question
from chronology.model.entities.series import Series
from chronology.model.origins import Origins
from chronology.model.quantities import Units
from chronology.model.rivals import Comparable, are_rivals, revision_of

State = Literal["stands", "revised", "withdrawn"]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim, and everything that is derived for it."""

    claim: Claim
    event: str
    question: str
    anchor: str
    """Unique on the event's page: the question's id, a hyphen, and the claim's id or number."""
    said: Date | None
    """When it was said: as written, or the publication of its first source. None: date not stated."""
    as_of: Date
    """The time that it is about: as written, or the event's date."""
    sides: tuple[str, ...]
    """The sides of its claimants, sorted; empty where its sources speak for themselves."""
    origins: tuple[str, ...]
    """Where the word comes from, sorted: keys of sides, ids of sources. How many are independent, a question tells."""
    state: State
    revised_by: int | None
    """The number of the word with which the last of its claimants left it."""
    rivals: tuple[int, ...]
    """The numbers of its standing rivals; none unless it stands itself."""
    bounds: tuple[float, float] | None
    """Its quantity's lowest and highest figure, perhaps infinite, in the unit of the series or the question."""


class ClaimReader:
    """Prepares claims for comparison, with what the whole chronology knows of actors, sources and units."""

    def __init__(self, origins: Origins, units: Units) -> None:
        self.origins = origins
        self.units = units

    def read(self, question: Question, event: Event, series: Series | None) -> tuple[Comparable, ...]:
        """The claims of a question in the record's order, their quantities in one unit.

        That is the unit of its series, or the first that a claim gives.
        """
        given = [claim.quantity.unit for claim in question.claims if claim.quantity and claim.quantity.unit]
        unit = series.unit if series else given[0] if given else None
        return tuple([self._read_claim(claim, event, unit) for claim in question.claims])

    def published(self, source: str) -> Date | None:
        """When a source was published, if that is known."""
        known = self.origins.sources.get(source)
        return known.published if known else None

    def _read_claim(self, claim: Claim, event: Event, unit: str | None) -> Comparable:
        origins = self.origins.of_claim(claim)
        sides = self.origins.sides.of_all(claim.by)
        said = claim.said or (self.published(claim.sources[0].source) if claim.sources else None)
        return Comparable(
            claim,
            said,
            claim.as_of or event.date,
            (*said.sort_key[:2], claim.number) if said else (),
            sides,
            origins,
            self._claimants_of(claim, origins),
            sides or origins,
            self.origins.carried_in(claim, origins),
            self.units.range_in(claim.quantity, unit) if claim.quantity else None,
        )

    def read_anew(self, one: Comparable, claim: Claim) -> Comparable:
        """A claim with fewer sources, or not withdrawn; when it was said, its time and its figures stay."""
        origins = self.origins.of_claim(claim)
        return replace(
            one,
            claim=claim,
            origins=origins,
            claimants=self._claimants_of(claim, origins),
            parties=one.sides or origins,
            carried=self.origins.carried_in(claim, origins),
        )

    def _claimants_of(self, claim: Claim, origins: tuple[str, ...]) -> tuple[str, ...]:
        """Whose word a claim is, for telling who revised what: its claimants, else those of its sources.

        A report that repeats somebody (`rests_on`) is not a word of that somebody: it cannot revise one.
        """
        if claim.by or claim.rests_on is None:
            return claim.by or origins
        return tuple(dict.fromkeys(self.origins.carried_by(use.source)[0] for use in claim.sources))

    def view(
        self, compared: tuple[Comparable, ...], question: Question, event: str, anchors: Mapping[tuple[str, int], str]
    ) -> tuple[ClaimView, ...]:
        """What is derived for each claim; `anchors` are those of `name_anchors`."""
        states = [_state_of(one, compared, question) for one in compared]
        standing = [one for one, (state, _) in zip(compared, states, strict=True) if state == "stands"]
        return tuple(
            ClaimView(
                one.claim,
                event,
                question.id,
                anchors[question.id, one.claim.number],
                one.said,
                one.as_of,
                one.sides,
                one.origins,
                state,
                revised_by,
                _rivals_of(one, standing, question) if state == "stands" else (),
                one.range.bounds if one.range else None,
            )
            for one, (state, revised_by) in zip(compared, states, strict=True)
        )


def name_anchors(questions: Sequence[Question]) -> dict[tuple[str, int], str]:
    """The anchor of each claim of an event, by the question's id and the claim's number.

    Where two would be the same, claims with an id of their own go first, so that links to them last.
    """
    claims = [(question.id, claim) for question in questions for claim in question.claims]
    taken = {question.id for question in questions}
    anchors = {}
    for question, claim in sorted(claims, key=lambda pair: pair[1].id is None):
        anchor = wanted = f"{question}-{claim.id or claim.number}"
        further = 2
        while anchor in taken:
            anchor, further = f"{wanted}-{further}", further + 1
        taken.add(anchor)
        anchors[question, claim.number] = anchor
    return anchors


def _state_of(one: Comparable, claims: tuple[Comparable, ...], question: Question) -> tuple[State, int | None]:
    """Whether a claim stands. What was withdrawn still revises: taking a word back is no return to the one before."""
    if one.claim.withdrawn:
        return "withdrawn", None
    revision = revision_of(one, claims, question)
    return ("revised", revision.claim.number) if revision else ("stands", None)


def _rivals_of(one: Comparable, standing: list[Comparable], question: Question) -> tuple[int, ...]:
    return tuple([other.claim.number for other in standing if other is not one and are_rivals(one, other, question)])
