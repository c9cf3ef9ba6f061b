"""A quantity of which nobody knows who counted it, or when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chronology.model.chronology import QuestionView
from chronology.model.entities.events import Event
from chronology.records.problems import Loc
from chronology.review.remarks import Remark, Spot


def uncounted(event: Event, questions: Iterable[QuestionView]) -> Iterator[Remark]:
    """One for each figure without a counter, and one for each without a day."""
    for number, question in enumerate(questions):
        for position, claim in enumerate(question.claims):
            quantity = claim.claim.quantity
            if quantity is None:
                continue
            field = next(name for name in ("value", "low", "high") if getattr(quantity, name))
            loc: Loc = ("questions", number, "claims", position, field)
            if not claim.claim.by and claim.claim.rests_on is None:
                yield Remark(
                    event.where,
                    Spot(loc),
                    "nobody is named who counted this",
                    "add `by: ` with the counter, or `rests_on: ` with the actor or source whose figure it is",
                )
            if claim.claim.as_of is None and claim.said is None:
                yield Remark(
                    event.where,
                    Spot(loc),
                    "the figure has no day: it has no `as_of` and no `said`, and its source has no date",
                    "add `as_of: ` with the day that it is about, or `said: `",
                )
