"""A question that only one side answers, while another side takes part in the event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chronology.model.chronology import QuestionView
from chronology.model.entities.events import Event
from chronology.model.entities.settings import Settings
from chronology.model.sides import Sides
from chronology.review.attribution import asks_for_ones_word
from chronology.review.remarks import Remark, Spot


def one_sided(event: Event, questions: Iterable[QuestionView], settings: Settings, sides_of: Sides) -> Iterator[Remark]:
    """One for each such question.

    Sides are those of chronology.yml. No other side is missed where answers add up, where the question asks for
    somebody's word ('How much did Russia say …?'), or in a series, whose counters meet on a page of their own.
    """
    sides = settings.sides
    present = {side for actor in event.actors if (side := sides_of.of(actor)) in sides}
    for number, question in enumerate(questions):
        ask = question.question.ask
        if ask is None or question.question.many or question.question.series or asks_for_ones_word(ask):
            continue
        speaking = _speaking(question)
        others = sorted(sides[side].title for side in present - speaking)
        if len(speaking) == 1 and speaking <= sides.keys() and others:
            only = sides[next(iter(speaking))].title
            yield Remark(
                event.where,
                Spot(("questions", number, "ask")),
                f"only one side answers this ({only}), and another takes part in the event ({', '.join(others)})",
                "add what the other says of it, or ask for the one's word: 'What did … say …?'",
            )


def _speaking(question: QuestionView) -> set[str]:
    """The sides of all who answer, and the origins of what they repeat."""
    return {party for claim in question.claims for party in (claim.sides or claim.origins)}
