"""Events: what became of one, field by field, and what a new one brings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from chronology.model import clock, date_words
from chronology.model.chronology import EventView
from chronology.model.entities.events import Change as Correction
from chronology.model.entities.events import Event, Medium, Relation
from chronology.review.changes.attributions import lost_attribution
from chronology.review.changes.change import Change
from chronology.review.changes.dates import are_apart, date_change, on
from chronology.review.changes.fields import field_change
from chronology.review.changes.lists import list_changes, use_changes
from chronology.review.changes.names import Names
from chronology.review.changes.questions import new_question, question_changes
from chronology.review.changes.standing import moves, with_standing
from chronology.review.changes.wording import markdown_change, text_change
from chronology.review.changes.words import count, quoted

_CORRECTIONS = {
    "corrected": "was corrected",
    "re-dated": "was re-dated",
    "narrowed": "was narrowed",
    "widened": "was widened",
    "superseded": "was superseded",
    "merged": "was merged",
    "retracted": "was retracted",
}
_APART = "see what the sources say: the two have no day in common"
_RELATIONS = {
    "part-of": "part of",
    "follows": "follows",
    "responds-to": "answers",
    "caused-by": "caused by",
    "supersedes": "supersedes",
}


def new_event(view: EventView, names: Names) -> Iterator[Change]:
    """What a new event brings."""
    reports, origins = count(view.reports, "report"), count(len(view.origins), "independent origin")
    day = date_words.in_words(view.event.date)
    told = f"New event, {day}; its standing is {view.standing.value}, from {reports} with {origins}."
    yield Change("record-new", told)
    for question in view.questions:
        yield new_question(question, names)
    if view.event.retracted:
        yield from _retraction(None, view.event, names)


def event_changes(before: EventView, after: EventView, names: Names) -> Iterator[Change]:
    """What became of an event, in the order in which its page tells it."""
    was, now = before.event, after.event
    yield from _retraction(was, now, names)
    if title := text_change("title", "Title", was.title, now.title):
        yield replace(title, advice=lost_attribution(was.title, now.title, after, names.settings))
    if date := date_change("Date", was.date, now.date):
        yield replace(date, advice=_APART) if are_apart(was.date, now.date) else date
    yield from _fields(was, now, names)
    if summary := text_change("text", "Summary", was.summary, now.summary):
        yield replace(summary, advice=lost_attribution(was.summary, now.summary, after, names.settings))
    if text := markdown_change("Text", was.text, now.text):
        yield text
    yield from question_changes(before, after, names)
    uses = list(use_changes(None, was.sources, now.sources, names))
    without = not before.questions and not after.questions
    yield from with_standing(uses, moves(before.standing, after.standing) if without else None, "")
    yield from _lists(was, now, names)
    yield from _history(was.history, now.history)


def _fields(before: Event, after: Event, names: Names) -> Iterator[Change]:
    times = [clock.in_words(one.time) if one.time else None for one in (before, after)]
    words = [names.word("types", one.type) if one.type else None for one in (before, after)]
    zones = [quoted(one.zone) if one.zone else None for one in (before, after)]
    for label, values in (("Time", times), ("Time zone", zones), ("Type", words)):
        if change := field_change(label, values):
            yield change


def _lists(before: Event, after: Event, names: Names) -> Iterator[Change]:
    yield from list_changes(("Place", "Places"), before.places, after.places, names.place)
    yield from list_changes(("Actor", "Actors"), before.actors, after.actors, names.actor)
    yield from list_changes(("Topic", "Topics"), before.topics, after.topics, names.topic)

    def relation(one: Relation) -> str:
        return f"{_RELATIONS.get(one.kind, one.kind)} {names.event(one.event)}"

    yield from list_changes(("Relation", "Relations"), before.relations, after.relations, relation)
    yield from list_changes(("Picture", "Pictures"), before.media, after.media, _medium)


def _medium(one: Medium) -> str:
    return f"`{one.file}`, {quoted(one.alt)}, by {quoted(one.credit)} under {quoted(one.licence)}"


def _retraction(before: Event | None, after: Event, names: Names) -> Iterator[Change]:
    was, now = before.retracted if before else None, after.retracted
    if was == now:
        return
    if now is None:
        yield Change("retracted", "The event is no longer retracted.", "say why in its `history`")
        return
    day = on(now.date)
    if was is not None:
        told = f"What is told of the retraction changed: retracted{day}, {quoted(now.reason)}"
    elif after.merged_into:
        told = f"Merged into {names.event(after.merged_into)}{day}: {quoted(now.reason)}"
    else:
        told = f"Retracted{day}: {quoted(now.reason)}"
        if now.replaced_by:
            told += f"; {names.event(now.replaced_by)} stands in its place"
    yield Change("retracted", f"{told}.")


def _history(before: tuple[Correction, ...], after: tuple[Correction, ...]) -> Iterator[Change]:
    for one in after:
        if one not in before and not (len(after) == len(before) and before[after.index(one)].date == one.date):
            yield Change("history", f"Noted for readers: {_noted(one)}.")
    if after[: len(before)] != before:
        gone = next(one for one in before if one not in after or after.index(one) != before.index(one))
        told = f"An earlier note for readers was changed, moved or taken out: {_noted(gone)}."
        yield Change("history", told, "`history` only grows at its end: its notes have addresses")


def _noted(one: Correction) -> str:
    verb = _CORRECTIONS.get(one.kind, one.kind)
    return f"the record {verb}{on(one.date)}: {quoted(one.reason)}"
