"""How a standing changed, and what another standing is told with."""

from __future__ import annotations

from chronology.model.chronology import EventView
from chronology.model.standing import Standing
from chronology.review.changes.change import Change
from chronology.review.changes.names import Names


def moves(before: Standing, after: Standing) -> str | None:
    """The words 'goes from single-source to contested'; None where the standing is the same."""
    return None if before == after else f"goes from {before.value} to {after.value}"


def with_standing(changes: list[Change], moved: str | None, about: str, question: str | None = None) -> list[Change]:
    """The changes of a question, the last plain one telling what became of the standing; alone if there is none.

    `moved` are the words of `moves`; `about` are those that name the question, ' on who held Sudzha', or ''.
    """
    if moved is None:
        return changes
    last = next((number for number in reversed(range(len(changes))) if changes[number].advice is None), None)
    if last is None:
        return [*changes, Change("standing", f"Standing{about} {moved}.", question=question)]
    return [*changes[:last], changes[last].and_then(f"standing {moved}"), *changes[last + 1 :]]


def affected(before: EventView, after: EventView, names: Names) -> list[Change]:
    """What became of the standing of an event whose own record is as it was."""
    was = {view.question.id: view.standing for view in before.questions}
    moved = [
        (view, told)
        for view in after.questions
        if view.question.id in was and (told := moves(was[view.question.id], view.standing))
    ]
    found = [
        Change(
            "standing",
            f"Standing on {names.asked(view.question)} {told}, by changes elsewhere.",
            None,
            view.question.id,
        )
        for view, told in moved
    ]
    if not after.questions and not before.questions and (told := moves(before.standing, after.standing)):
        found.append(Change("standing", f"Standing {told}, by changes elsewhere."))
    return found
