"""What two claims on one question make of each other: rivals, the same answer, a revision, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from chronology.model.dates import Date
from chronology.model.days import Day
from chronology.model.entities.questions import Claim, Question
from chronology.model.origins import Carried
from chronology.model.quantities import Range


@dataclass(frozen=True, slots=True)
class Comparable:
    """A claim with what comparing it takes.

    `order` is when it was said, then its place in the record; empty where the former is not known. `claimants` are who
    says it, one by one: the actors of `by`, else its `origins`. `parties` are their `sides`, else its origins. `range`
    is its quantity in the question's unit.
    """

    claim: Claim
    said: Date | None
    as_of: Date
    order: tuple[Day | int, ...]
    sides: tuple[str, ...]
    origins: tuple[str, ...]
    claimants: tuple[str, ...]
    parties: tuple[str, ...]
    carried: tuple[Carried, ...]
    range: Range | None


def are_rivals(one: Comparable, other: Comparable, question: Question) -> bool:
    """Whether two claims of different parties contradict each other."""
    return one.parties != other.parties and contradict(one, other, question)


def contradict(one: Comparable, other: Comparable, question: Question) -> bool:
    """Whether the two cannot both hold: one denies the other, or their answers exclude each other.

    Answers are compared only where both are about the same time, and exclude each other only where the question has
    one answer: different entries of `answers`, dates that share no day, or figures that do not meet. Free text never.
    """
    if _denies(one, other) or _denies(other, one):
        return True
    return not question.many and one.as_of.overlaps(other.as_of) and _answers_exclude(one, other)


def say_the_same(one: Comparable, other: Comparable) -> bool:
    """Whether two claims give the same answer about the same time, in whatever words."""
    if one is other:
        return True
    if not one.as_of.overlaps(other.as_of) or _answers_exclude(one, other):
        return False
    mine, theirs = one.claim, other.claim
    if gives_answer(one) or gives_answer(other):
        return (
            (mine.answer is not None and theirs.answer is not None)
            or (mine.date is not None and theirs.date is not None)
            or (one.range is not None and other.range is not None)
        )
    return mine.says == theirs.says and set(mine.denies) == set(theirs.denies)


def gives_answer(one: Comparable) -> bool:
    """Whether a claim answers in a form that can be compared, not in free text alone."""
    return one.claim.answer is not None or one.claim.date is not None or one.range is not None


def revision_of(earlier: Comparable, claims: tuple[Comparable, ...], question: Question) -> Comparable | None:
    """The word that revised a claim: the first with which the last of its claimants left it; None while it stands.

    A claim of several together stands until each of them has said otherwise, alone or with others.
    """
    later = [one for one in claims if one is not earlier and _revises(one, earlier, question)]
    if not later:
        return None
    later.sort(key=lambda one: one.order)
    words = [next((one for one in later if who in one.claimants), None) for who in earlier.claimants]
    left = [word for word in words if word is not None]
    return max(left, key=lambda one: one.order) if len(left) == len(words) else None


def _revises(later: Comparable, earlier: Comparable, question: Question) -> bool:
    """Whether a claim is a later word of a claimant of the other, about the same time, and says otherwise.

    The order is that in which they were said, an inexact day counting from its first; on one day, that of the record.
    Where answers add up, only a claimant who denies an earlier word of its own revises it.
    """
    if not earlier.order or later.order <= earlier.order:
        return False
    if not any(who in later.claimants for who in earlier.claimants):
        return False
    if _denies(later, earlier):
        return True
    return not question.many and later.as_of.overlaps(earlier.as_of) and _differs(later, earlier)


def _denies(one: Comparable, other: Comparable) -> bool:
    """Whether one claim denies the other: by its id, or by its answer, if about the same time.

    Who denies a claim by its id means that claim, whatever time either is about.
    """
    denied = one.claim.denies
    if not denied:
        return False
    if other.claim.id in denied:
        return True
    return other.claim.answer in denied and one.as_of.overlaps(other.as_of)


def _answers_exclude(one: Comparable, other: Comparable) -> bool:
    mine, theirs = one.claim, other.claim
    if mine.answer is not None and theirs.answer is not None and mine.answer != theirs.answer:
        return True
    if mine.date is not None and theirs.date is not None and not mine.date.overlaps(theirs.date):
        return True
    return one.range is not None and other.range is not None and not one.range.meets(other.range)


def _differs(later: Comparable, earlier: Comparable) -> bool:
    """Whether one claimant's later answer is another one than the earlier.

    Narrower than to exclude: also a date with other bounds, and another figure in the same unit. The same figure
    once more, converted by a newspaper or qualified in other words, is the same answer.
    """
    if _answers_exclude(later, earlier):
        return True
    now, before = later.claim, earlier.claim
    if now.date is not None and before.date is not None:
        return (now.date.earliest, now.date.latest) != (before.date.earliest, before.date.latest)
    if now.quantity is None or before.quantity is None or now.quantity.unit != before.quantity.unit:
        return False
    if now.quantity.value is None or before.quantity.value is None:
        return False
    return Decimal(now.quantity.value) != Decimal(before.quantity.value)
