"""How a standing changed, and what another standing is told with."""

from __future__ import annotations

from chronology.model.chronology import EventView
from chronology.model.standing import Standing
from chronology.review.changes.change import Change
from chronology.review.changes.names import Names


def moves(before: Standing, after: Standing) -> str | None:
    """The clause 'standing goes from single-source to contested'; None where it is the same."""
    return None if before == after else f"standing goes from {before.value} to {after.value}"


def with_standing(changes: list[Change], clause: str | None, about: str, question: str | None = None) -> list[Change]:
    """The changes of a question, the last plain one telling what became of the standing; alone if there is none."""
    if clause is None:
        return changes
    last = next((number for number in reversed(range(len(changes))) if changes[number].advice is None), None)
    if last is None:
        return [*changes, Change("standing", f"The {clause}{about}.", question=question)]
    return [*changes[:last], changes[last].and_then(clause), *changes[last + 1 :]]


def affected(before: EventView, after: EventView, names: Names) -> list[Change]:
    """What became of the standing of an event whose own record is as it was."""
    was = {view.question.id: view.standing for view in before.questions}
    moved = [
        (view, clause)
        for view in after.questions
        if view.question.id in was and (clause := moves(was[view.question.id], view.standing))
    ]
    found = [
        Change(
            "standing", f"The {clause} on {names.asked(view.question)}, by changes elsewhere.", None, view.question.id
        )
        for view, clause in moved
    ]
    if not after.questions and not before.questions and (clause := moves(before.standing, after.standing)):
        found.append(Change("standing", f"The {clause}, by changes elsewhere."))
    return found
