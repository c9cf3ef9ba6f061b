"""How well something is known: the standing of questions and events. Never typed by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from chronology.model.dates import Date
from chronology.model.entities.questions import Question
from chronology.model.origins import Carried, independent
from chronology.model.rivals import Comparable, are_rivals, gives_answer, say_the_same


class Standing(StrEnum):
    """In the order in which an event takes the first that one of its questions has."""

    CONTESTED = "contested"
    OPEN = "open"
    SINGLE_SOURCE = "single-source"
    SETTLED = "settled"
    AGREED = "agreed"


def standing_of_question(
    question: Question, date: Date, standing: Sequence[Comparable], fallen: Sequence[Comparable], *, contested: bool
) -> Standing:
    """The standing of a question, the first that fits: open, contested, settled, agreed, single-source.

    `date` is the event's. `standing` are the claims that stand, `fallen` those that were revised or withdrawn;
    `contested` tells whether any of the former are rivals. Settled: a fallen claim would be a rival of a standing one.
    """
    if not standing:
        return Standing.OPEN
    if contested:
        return Standing.CONTESTED
    if any(are_rivals(one, other, question) for one in fallen for other in standing):
        return Standing.SETTLED
    return Standing.AGREED if _is_agreed(date, standing) else Standing.SINGLE_SOURCE


def standing_of_event(questions: Iterable[Standing], carried: Iterable[Carried]) -> Standing:
    """The first of contested, open, single-source, settled, agreed that one of the questions has.

    Without questions, the standing of the event's sources.
    """
    found = set(questions)
    if found:
        return next(standing for standing in Standing if standing in found)
    origins = independent(carried)
    if not origins:
        return Standing.OPEN
    return Standing.AGREED if len(origins) > 1 else Standing.SINGLE_SOURCE


def _is_agreed(date: Date, standing: Sequence[Comparable]) -> bool:
    """Whether every answer has two independent origins.

    Every answer, because where answers add up, one that a single party vouches for is not agreed. But what is free
    text beside answers does not count, nor what is about other times than the event's, unless there is nothing else.
    """
    if len({origin for one in standing for origin, _ in one.carried}) < 2:
        return False
    answers = [one for one in standing if gives_answer(one)] or standing
    answers = [one for one in answers if one.as_of.overlaps(date)] or answers
    return all(_has_two_origins(one, standing) for one in answers)


def _has_two_origins(answer: Comparable, standing: Sequence[Comparable]) -> bool:
    return len(independent(carried for one in standing if say_the_same(answer, one) for carried in one.carried)) > 1
