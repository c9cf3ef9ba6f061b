"""The claims of a question: which are new, revised, withdrawn or gone, and what changed in the others."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from chronology.model import date_words
from chronology.model.chronology import ClaimView, QuestionView
from chronology.model.entities.questions import Claim, Question, Withdrawal
from chronology.review.changes.change import Change
from chronology.review.changes.dates import date_change, on
from chronology.review.changes.lists import use_changes
from chronology.review.changes.names import Names
from chronology.review.changes.pairs import pair
from chronology.review.changes.wording import text_change
from chronology.review.changes.words import listing, quoted

ALIKE = 4
"""Points from which on two claims are one that was changed (see `_alike`)."""


Elsewhere = Mapping[Hashable, QuestionView]
"""The questions to which claims moved, by what makes a claim what it is."""


def claims_elsewhere(before: Iterable[QuestionView], after: Iterable[QuestionView]) -> Elsewhere:
    """The claims that a question of the later state has, and none of that id had before."""
    there = {(view.question.id, _content(claim.claim)) for view in before for claim in view.claims}
    return {
        content: view
        for view in after
        for claim in view.claims
        if (view.question.id, content := _content(claim.claim)) not in there
    }


def claim_changes(before: QuestionView, after: QuestionView, names: Names, elsewhere: Elsewhere) -> Iterator[Change]:
    """What became of the claims of a question, in the order of the later state."""
    pairs = pair(before.claims, after.claims, _same, _alike, ALIKE)
    teller = _Teller(names, before.question, after.question)
    for was, now in pairs:
        if was is None and now is not None:
            yield from teller.new(now, _left_by(now, pairs))
        elif was is not None and now is None:
            yield teller.gone(was, elsewhere.get(_content(was.claim)))
        elif was is not None and now is not None and _of_any_place(was.claim) != _of_any_place(now.claim):
            for change in teller.changed(was.claim, now):
                yield replace(change, question=now.question, claim=now.anchor)
    stayed = [was.claim.number for was, now in pairs if was and now]
    if stayed != sorted(stayed):
        about = names.asked(after.question)
        yield Change("claim-field", f"The claims on {about} stand in another order.", question=after.question.id)


def _left_by(new: ClaimView, pairs: Sequence[tuple[ClaimView | None, ClaimView | None]]) -> ClaimView | None:
    """The claim that stood until a new one of its claimant revised it."""
    for was, now in pairs:
        if was and now and was.state == "stands" and now.revised_by == new.claim.number:
            return now
    return None


_REWRITTEN = "if the source was misread, say so; a later word is a claim of its own, and the earlier one stays"


def _answers_in_words(before: Claim, after: Claim) -> bool:
    """Whether a claim had nothing but its own words for an answer, and has others now."""
    return (before.answer, before.date, before.quantity) == (None, None, None) and bool(before.says and after.says)


def _content(claim: Claim) -> Hashable:
    """What makes a claim what it is, under whatever question: who says what, and where it stands."""
    return claim.by, claim.sources, claim.quantity, claim.date, claim.says


def _of_any_place(claim: Claim) -> Claim:
    return replace(claim, number=0)


def _same(one: ClaimView, other: ClaimView) -> bool:
    """Whether two claims are one: by their id, or in all but their place in the record."""
    if one.claim.id is not None and other.claim.id is not None:
        return one.claim.id == other.claim.id
    return replace(one.claim, number=0, id=None) == replace(other.claim, number=0, id=None)


def _alike(one: ClaimView, other: ClaimView) -> int:
    """How much two claims have in common: the same people, at the same time, in the same words, in the same reports."""
    mine, theirs = one.claim, other.claim
    if mine.id and theirs.id:
        return 0
    points = 3 if mine.by == theirs.by and mine.by else 1 if mine.by == theirs.by else 0
    points += 2 if {use.source for use in mine.sources} & {use.source for use in theirs.sources} else 0
    points += sum((
        mine.answer == theirs.answer and mine.date == theirs.date and mine.quantity == theirs.quantity,
        mine.says is not None and mine.says == theirs.says,
        mine.said == theirs.said and mine.as_of == theirs.as_of,
    ))  # fmt: skip
    return points


class _Teller:
    """Tells of the claims of one question."""

    def __init__(self, names: Names, before: Question, after: Question) -> None:
        self._names = names
        self._before = before
        self._question = after
        self._asked = names.asked(after)

    def new(self, view: ClaimView, left: ClaimView | None) -> Iterator[Change]:
        """A claim that is new: a later word of a claimant whose claim stood until then, or a first one."""
        names, claim = self._names, view.claim
        who, answer = names.claimants(claim), names.in_full(self._question, claim)
        place = {"question": view.question, "claim": view.anchor}
        if left is not None:
            was = names.answer(self._question, left.claim)
            told = f"{who} revised an earlier word on {self._asked}, from {was} to {answer}."
            yield Change("claim-revises", told, **place)
        else:
            yield Change("claim-new", f"New claim by {who} on {self._asked}: {answer}.", **place)
        if claim.withdrawn:
            yield replace(self._withdrawn(claim, claim.withdrawn), **place)

    def gone(self, view: ClaimView, there: QuestionView | None) -> Change:
        """A claim that is no longer there, or that is `there` now, under another question."""
        if there is not None:
            told = f"The {self._claim(view.claim)} moved to the question on {self._names.asked(there.question)}."
            return Change("claim-moved", told, question=there.question.id)
        answer = self._names.in_full(self._before, view.claim)
        told = f"The {self._claim(view.claim)} was taken out: {answer}."
        advice = "a word that was said stays in the record; if its claimant took it back, it is `withdrawn`"
        return Change("claim-gone", told, advice, view.question)

    def changed(self, before: Claim, view: ClaimView) -> Iterator[Change]:
        """What changed in a claim."""
        after = view.claim
        names, claim = self._names, self._claim(after)
        if before.by != after.by:
            was, now = names.claimants(before), names.claimants(after)
            yield Change("claim-by", f"A claim on {self._asked} is now by {now} (was {was}).", _REWRITTEN)
        if before.rests_on != after.rests_on:
            yield Change("claim-by", f"The {claim} {_rests(before.rests_on, after.rests_on, names)}.")
        yield from self._answer(before, after)
        if text := text_change("claim-text", f"The words of the {claim}", before.says, after.says):
            yield replace(text, advice=_REWRITTEN) if _answers_in_words(before, after) else text
        yield from self._times(before, view)
        yield from use_changes(claim, before.sources, after.sources, names)
        if before.withdrawn != after.withdrawn:
            yield self._withdrawal(before, after)
        yield from self._fields(before, after)

    def _times(self, before: Claim, view: ClaimView) -> Iterator[Change]:
        """What became of a claim's dates, and which count where they are no longer written."""
        claim, after = self._claim(view.claim), view.claim
        if said := date_change(f"The day of saying of the {claim}", before.said, after.said):
            counts = f"its source's date counts now, {date_words.in_words(view.said)}" if view.said else ""
            yield said if after.said else said.and_then(counts or "its date is not stated now")
        if as_of := date_change(f"The time told of in the {claim}", before.as_of, after.as_of):
            counts = f"the event's date counts now, {date_words.in_words(view.as_of)}"
            yield as_of if after.as_of else as_of.and_then(counts)

    def _answer(self, before: Claim, after: Claim) -> Iterator[Change]:
        if (before.answer, before.date, before.quantity) == (after.answer, after.date, after.quantity):
            return
        was, now = self._names.answer(self._before, before), self._names.answer(self._question, after)
        if was == now:
            was, now = (f"{words} (`{claim.answer}`)" for words, claim in ((was, before), (now, after)))
        what = "figure" if after.quantity else "answer"
        told = f"The {what} of the {self._claim(after)} changed from {was} to {now}."
        yield Change("claim-answer", told, _REWRITTEN)

    def _withdrawal(self, before: Claim, after: Claim) -> Change:
        if after.withdrawn is None:
            told = f"The {self._claim(after)} is no longer withdrawn."
            return Change("claim-withdrawn", told, "a withdrawal that was reported stays in the record")
        if before.withdrawn is None:
            return self._withdrawn(after, after.withdrawn)
        told = f"What is told of the withdrawal of the {self._claim(after)} changed: {quoted(after.withdrawn.reason)}."
        return Change("claim-withdrawn", told)

    def _withdrawn(self, claim: Claim, withdrawn: Withdrawal) -> Change:
        date = on(withdrawn.date) if withdrawn.date else ""
        return Change("claim-withdrawn", f"The {self._claim(claim)} was withdrawn{date}: {quoted(withdrawn.reason)}.")

    def _fields(self, before: Claim, after: Claim) -> Iterator[Change]:
        claim = self._claim(after)
        if before.denies != after.denies:
            told = f"now denies {self._denied(after)}" if after.denies else "denies nothing any more"
            yield Change("claim-field", f"The {claim} {told}.")
        if before.id != after.id:
            told = f"now has the id `{after.id}`" if after.id else f"no longer has the id `{before.id}`"
            if before.id and after.id:
                told += f" instead of `{before.id}`"
            told = f"The {claim} {told}."
            yield Change("claim-renamed", told, "links to it, and what denies it, name its id" if before.id else None)

    def _denied(self, claim: Claim) -> str:
        answers = self._question.answers
        others = {one.id: one for one in self._question.claims if one.id}
        return listing(
            [
                quoted(answers[denied])
                if denied in answers
                else f"what {self._names.claimants(others[denied])} says"
                if denied in others
                else denied
                for denied in claim.denies
            ]
        )

    def _claim(self, claim: Claim) -> str:
        return f"claim by {self._names.claimants(claim)} on {self._asked}"


def _rests(before: str | None, after: str | None, names: Names) -> str:
    if after is None:
        return f"no longer rests on {names.origin(before or '')}"
    instead = f", no longer on {names.origin(before)}" if before else ""
    return f"now rests on {names.origin(after)}{instead}"
