"""The questions of an event: what they ask, which answers they can have, and their claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from chronology.model.chronology import EventView, QuestionView
from chronology.model.entities.questions import Question
from chronology.review.changes.change import Change
from chronology.review.changes.claims import Elsewhere, claim_changes, claims_elsewhere
from chronology.review.changes.names import Names
from chronology.review.changes.pairs import pair
from chronology.review.changes.standing import moves, with_standing
from chronology.review.changes.words import count, listing, quoted


def question_changes(before: EventView, after: EventView, names: Names) -> Iterator[Change]:
    """What became of the questions of an event, in the order of the later state."""
    pairs = pair(before.questions, after.questions, _same, _alike, 1)
    for was, now in pairs:
        if was is None and now is not None:
            yield new_question(now, names)
        elif was is not None and now is None:
            yield _gone(was, names)
        elif was is not None and now is not None and was != now:
            yield from _changed(was, now, names, claims_elsewhere(before.questions, after.questions))
    stayed = [was.question.id for was, now in pairs if was and now]
    if stayed != [view.question.id for view in before.questions if view.question.id in set(stayed)]:
        yield Change("question", f"Questions put in another order, {names.asked(after.questions[0].question)} first.")


def new_question(view: QuestionView, names: Names) -> Change:
    """A question that was not there before, in a sentence."""
    claimed = f"{count(len(view.claims), 'claim')} by {_claimants(view, names)}" if view.claims else "no claim yet"
    told = f"New question on {names.asked(view.question)}: {claimed}; its standing is {view.standing.value}."
    return Change("question-new", told, question=view.question.id)


def _claimants(view: QuestionView, names: Names) -> str:
    return listing(list(dict.fromkeys(names.claimants(claim.claim) for claim in view.claims)), 4)


def _gone(view: QuestionView, names: Names) -> Change:
    claims = len(view.claims)
    told = f"The question on {names.asked(view.question)} was taken out"
    if not claims:
        return Change("question-gone", f"{told}.", question=view.question.id)
    advice = "what was claimed stays in the record; a claim that was taken back is `withdrawn`"
    return Change("question-gone", f"{told}, with {count(claims, 'claim')}.", advice, view.question.id)


def _same(one: QuestionView, other: QuestionView) -> bool:
    return one.question.id == other.question.id


def _alike(one: QuestionView, other: QuestionView) -> int:
    """Whether a question only has another id."""
    same_words = one.question.ask == other.question.ask and one.question.series == other.question.series
    return int(same_words or bool(one.question.claims and one.question.claims == other.question.claims))


def _changed(before: QuestionView, after: QuestionView, names: Names, elsewhere: Elsewhere) -> Iterator[Change]:
    own = [replace(change, question=after.question.id) for change in _own(before.question, after.question, names)]
    claims = list(claim_changes(before, after, names, elsewhere))
    about = f" on {names.asked(after.question)}"
    moved = moves(before.standing, after.standing)
    yield from with_standing([*own, *claims], moved, about, after.question.id)


def _own(before: Question, after: Question, names: Names) -> Iterator[Change]:
    asked = names.asked(after)
    if before.id != after.id:
        told = f"The question on {asked} has the id `{after.id}` instead of `{before.id}`."
        yield Change("question-renamed", told, "links to it name its id")
    was, now = (quoted(one.ask) if one.ask else names.asked(one) for one in (before, after))
    if was != now:
        advice = "claims made before now answer this" if before.claims and after.claims else None
        yield Change("question", f"A question changed from {was} to {now}.", advice)
    yield from _answers(before, after, names)
    if before.many != after.many:
        told = "add up" if after.many else "exclude each other"
        yield Change("question", f"The answers to the question on {asked} now {told}.")
    if before.series != after.series and (before.ask or after.ask):
        told = f"feeds the series {names.series(after.series)}" if after.series else "feeds no series any more"
        yield Change("question", f"The question on {asked} {told}.")
    if before.about_date != after.about_date:
        told = "now asks for the event's date" if after.about_date else "no longer asks for the event's date"
        yield Change("question", f"The question on {asked} {told}.")


def _answers(before: Question, after: Question, names: Names) -> Iterator[Change]:
    asked = names.asked(after)
    given = {claim.answer for claim in before.claims} & {claim.answer for claim in after.claims}
    for key, words in after.answers.items():
        if key not in before.answers:
            yield Change("answer-new", f"One more answer to the question on {asked}: {quoted(words)}.")
        elif words != before.answers[key]:
            told = (
                f"An answer to the question on {asked} changed from {quoted(before.answers[key])} to {quoted(words)}."
            )
            advice = "claims made before now say this too" if key in given else None
            yield Change("answer-reworded", told, advice)
    for key, words in before.answers.items():
        if key not in after.answers:
            yield Change("answer-gone", f"An answer to the question on {asked} was taken out: {quoted(words)}.")
