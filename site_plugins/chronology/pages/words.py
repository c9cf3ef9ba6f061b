"""The words that pages use for what the model derives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from chronology.model.chronology import EventView, QuestionView
from chronology.model.standing import Standing
from chronology.pages.typography import count

STANDINGS = {
    Standing.CONTESTED: "Contested",
    Standing.OPEN: "Open",
    Standing.SINGLE_SOURCE: "One origin",
    Standing.SETTLED: "Settled",
    Standing.AGREED: "Agreed",
}

PRECISIONS = {
    "day": "To the day",
    "month": "To the month",
    "season": "To the season",
    "year": "To the year",
    "longer": "Longer than a year",
    "interval": "From one date to another",
    "set": "One of several dates",
}
"""How exactly an event is dated, by `Date.precision`."""

_RING = Markup('<circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" stroke-width="2"></circle>')
_TICK = Markup('<path d="M1 6.5 4.5 10 11 2.5" fill="none" stroke="currentColor" stroke-width="2.4"></path>')
SHAPES = {
    Standing.CONTESTED: Markup('<path d="M0 0h5v12H0zM7 0h5v12H7z" fill="currentColor"></path>'),
    Standing.SETTLED: _TICK,
    Standing.AGREED: Markup('<circle cx="6" cy="6" r="6" fill="currentColor"></circle>'),
    Standing.SINGLE_SOURCE: _RING + Markup('<path d="M6 1a5 5 0 0 0 0 10z" fill="currentColor"></path>'),
    Standing.OPEN: _RING,
}

CLASSES = {
    Standing.CONTESTED: "contested",
    Standing.OPEN: "open",
    Standing.SINGLE_SOURCE: "single",
    Standing.SETTLED: "settled",
    Standing.AGREED: "agreed",
}

_MARK = Markup(
    '<span class="chronology-mark chronology-{}"><svg viewBox="0 0 12 12" aria-hidden="true">{}</svg>{}</span>'
)
_MARKS = {one: _MARK.format(CLASSES[one], SHAPES[one], STANDINGS[one]) for one in Standing}

RELATIONS = {
    "part-of": ("Part of", "Parts"),
    "follows": ("Follows", "Followed by"),
    "responds-to": ("Answers", "Answered by"),
    "caused-by": ("Caused by", "Led to"),
    "supersedes": ("Supersedes", "Superseded by"),
}
"""What a relation is called on the event that has it, and on the event that it names."""

CHANGES = {
    "corrected": "Corrected",
    "re-dated": "Re-dated",
    "narrowed": "Narrowed",
    "widened": "Widened",
    "superseded": "Superseded",
    "merged": "Merged",
    "retracted": "Retracted",
}

LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "fr": "French",
    "hu": "Hungarian",
    "it": "Italian",
    "ja": "Japanese",
    "pl": "Polish",
    "ro": "Romanian",
    "ru": "Russian",
    "sl": "Slovenian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}


def language(tag: str | None) -> str:
    """Return the English name of a language tag, or the tag itself where it is not known."""
    return "" if tag is None else LANGUAGES.get(tag.split("-")[0], tag)


_ONE_ORIGIN_EACH = _MARK.format(CLASSES[Standing.SINGLE_SOURCE], SHAPES[Standing.SINGLE_SOURCE], "One origin each")


def mark(standing: Standing) -> Markup:
    """Return the mark of a standing: its shape, then its word."""
    return _MARKS[standing]


def marks() -> Iterator[tuple[str, Markup]]:
    """Yield all marks of events by standing; `single-source-each` where its questions have one origin each."""
    yield from ((standing.value, _MARKS[standing]) for standing in Standing)
    yield f"{Standing.SINGLE_SOURCE.value}-each", _ONE_ORIGIN_EACH


def question_mark(question: QuestionView) -> Markup:
    """Return the mark of a question: `One origin each` where several answers, or figures, have one origin each."""
    if question.standing is Standing.SINGLE_SOURCE and len(question.origins) > 1:
        return _ONE_ORIGIN_EACH
    return _MARKS[question.standing]


def reports(number: int, origins: int) -> str:
    """Return `9 reports, 2 independent origins`."""
    independent = "1 independent origin" if origins == 1 else f"{origins:,} independent origins"
    return f"{count(number, 'report')}, {independent}"


def event_mark(event: EventView) -> Markup:
    """Return the mark of an event: `One origin each` where its questions have one each, and it has several."""
    if event.standing is Standing.SINGLE_SOURCE and len(event.origins) > 1:
        return _ONE_ORIGIN_EACH
    return _MARKS[event.standing]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of record is called."""

    one: str
    many: str
    folder: str


KINDS = {
    "event": Kind("Event", "Events", "events"),
    "actor": Kind("Actor", "Actors", "actors"),
    "place": Kind("Place", "Places", "places"),
    "source": Kind("Source", "Sources", "sources"),
    "series": Kind("Series", "Series", "series"),
    "topic": Kind("Topic", "Topics", "topics"),
}
