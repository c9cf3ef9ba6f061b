"""What is to be known about an event, and what each party says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from chronology.model.dates import Date
from chronology.model.entities.quantities import Quantity
from chronology.model.entities.record import SourceUse


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A claim that its claimant took back."""

    date: Date | None
    source: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one or more actors say in answer to a question.

    `number` counts the claims of its question from 1, in the record's order. `denies` names answers or claim ids of
    the same question. `rests_on` names the actor or source whose word this claim repeats. `said` and `as_of` are as
    written; their defaults are filled in when the chronology is derived.
    """

    number: int
    id: str | None = None
    answer: str | None = None
    date: Date | None = None
    says: str | None = None
    quantity: Quantity | None = None
    by: tuple[str, ...] = ()
    rests_on: str | None = None
    said: Date | None = None
    as_of: Date | None = None
    sources: tuple[SourceUse, ...] = ()
    denies: tuple[str, ...] = ()
    withdrawn: Withdrawal | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be known about an event, the rival `answers` (key to words), and what each party says.

    `many`: answers add up; rivals only where one denies another. `series`: a quantity of that series.
    `about_date`: the event's own date is in question, and the claims carry dates.
    """

    id: str
    ask: str | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    many: bool = False
    series: str | None = None
    about_date: bool = False
    claims: tuple[Claim, ...] = ()
