"""What pages tell of the days on which their record changed, and what `assets/scripts/known/` needs to show one.

Each page carries its states as data, made here from `model/known.py`, and the pieces of HTML that differ from state to
state, made by the macros that make them now. So neither a rule nor a word is written a second time for scripts.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain
from typing import Any, TypeVar

from markupsafe import Markup

from chronology.model.chronology import EventView, Point, QuestionView
from chronology.model.days import Day
from chronology.model.known import KnownEvent
from chronology.model.standing import Standing
from chronology.pages.book import Book
from chronology.pages.known_words import Line, lines
from chronology.pages.typography import count
from chronology.pages.words import STANDINGS

V = TypeVar("V")
Steps = list[tuple[Day, V]]
"""The days from which on each of several values holds, in order. Before the first of them there is none."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What a part of the page shows from a day on; `view` is None for what it shows now."""

    group: str
    """`events` or `questions`."""
    name: str
    day: Day
    view: EventView | QuestionView | None


@dataclass(slots=True)
class KnownPage:
    """What a page has in store. Its template renders the pieces, keeps them here, and writes the data after them."""

    kind: str
    """`event`, `list` or `series`."""
    words: Steps[str]
    """How much was known, in a few words."""
    lines: tuple[Line, ...] = ()
    public: Mapping[str, Day | None] = field(default_factory=dict)
    """From when each event was public."""
    claims: Mapping[str, Steps[str]] = field(default_factory=dict)
    """The states of each claim since it was made: by anchor, or where events are several by event, # and anchor."""
    sources: Mapping[str, Day] = field(default_factory=dict)
    """From when the page would have cited each source."""
    pieces: tuple[Piece, ...] = ()
    _kept: dict[str, dict[str, Steps[int | None]]] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)

    def keep(self, piece: Piece, html: str | None) -> str:
        """Take in a piece's HTML, None for what the page shows now; return it if the page has none like it yet."""
        new = html is not None and html not in self._numbers
        number = None if html is None else self._numbers.setdefault(html, len(self._numbers))
        steps = self._kept.setdefault(piece.group, {}).setdefault(piece.name, [])
        _add(steps, piece.day, number)
        return html if new and html is not None else ""

    def json(self) -> Markup:
        """Return the data as JSON that can stand in any element. Days are named once, then by their number."""
        days = [day for day, _ in self.words]
        number = {day: index for index, day in enumerate(days)}

        def numbered(steps: Mapping[str, Steps[Any]]) -> dict[str, list[tuple[int, Any]]]:
            return {name: [(number[day], value) for day, value in several] for name, several in steps.items()}

        data = {
            "kind": self.kind,
            "days": [day.isoformat() for day in days],
            "words": [words for _, words in self.words],
            "public": {event: number[day] for event, day in self.public.items() if day},
            "claims": numbered(self.claims),
            "sources": {source: number[day] for source, day in self.sources.items()},
            "events": numbered(self._kept.get("events", {})),
            "questions": numbered(self._kept.get("questions", {})),
        }
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        return Markup(text.replace("&", r"\u0026").replace("<", r"\u003c").replace(">", r"\u003e"))  # noqa: S704


def known_event(book: Book, view: EventView) -> KnownPage:
    """Return what an event's page has in store."""
    if not book.site.known:
        return KnownPage("event", words=[])
    states = book.chronology.known.states(view.event.id)
    return KnownPage(
        "event",
        words=[(state.day, _event_words(state, view)) for state in states],
        lines=tuple(lines(book, states)),
        public={view.event.id: _public_from(states)},
        claims=_claims(states),
        sources=_sources(states),
        pieces=tuple(chain(_event_pieces(states), _question_pieces(states))),
    )


def known_list(book: Book, views: Sequence[EventView]) -> KnownPage:
    """Return what a page that lists events has in store, with the claims that it shows."""
    if not book.site.known:
        return KnownPage("list", words=[])
    states = {view.event.id: book.chronology.known.states(view.event.id) for view in views}
    claims = {one: _claims(states[one]) for one in states}
    disputes = [(view.event.id, dispute) for view in views if (dispute := book.dispute(view))]
    return KnownPage(
        "list",
        words=_list_words(states),
        public={one: _public_from(several) for one, several in states.items()},
        claims={
            f"{one}#{claim.anchor}": claims[one][claim.anchor]
            for one, dispute in disputes
            for claim in dispute.claims
            if claim.anchor in claims[one]
        },
        pieces=tuple(piece for several in states.values() for piece in _event_pieces(several)),
    )


def known_series(book: Book, points: Iterable[Point]) -> KnownPage:
    """Return what a series' page has in store, for the points that it shows."""
    if not book.site.known:
        return KnownPage("series", words=[])
    known = book.chronology.known
    made: Counter[Day] = Counter()
    claims: dict[str, Steps[str]] = {}
    for point in points:
        if point.claim is None:
            made.update([day] if (day := known.since_day(point.said)) else [])
        else:
            steps = _claims(known.states(point.claim.event)).get(point.claim.anchor, [])
            claims[f"{point.claim.event}#{point.claim.anchor}"] = steps
            made.update(day for day, _ in steps[:1])
            made.update(dict.fromkeys((day for day, _ in steps[1:]), 0))
    days = sorted(made)
    totals = accumulate(made[day] for day in days)
    words = [(day, f"{total:,} of {count(made.total(), 'figure')}") for day, total in zip(days, totals, strict=True)]
    return KnownPage("series", words=words, claims=claims)


def _event_words(state: KnownEvent, view: EventView) -> str:
    claims = sum(len(question.claims) for question in view.questions)
    known = f"{state.visible:,} of {count(claims, 'claim')}" if claims else (
        f"{state.reports:,} of {count(view.reports, 'report')}"
    )  # fmt: skip
    return f"{known}; {STANDINGS[state.standing].lower() if state.public else 'not public yet'}"


def _list_words(states: Mapping[str, Sequence[KnownEvent]]) -> Steps[str]:
    """How many events were public on each day, and how many of these were contested."""
    public: Counter[Day] = Counter()
    contested: Counter[Day] = Counter()
    for several in states.values():
        was_public = was_contested = False
        for state in several:
            is_contested = state.public and state.standing is Standing.CONTESTED
            public[state.day] += state.public - was_public
            contested[state.day] += is_contested - was_contested
            was_public, was_contested = state.public, is_contested
    days = sorted(public)
    totals = zip(days, accumulate(public[day] for day in days), accumulate(contested[day] for day in days), strict=True)
    return [(day, f"{known:,} of {count(len(states), 'event')}; {rivals:,} contested") for day, known, rivals in totals]


def _public_from(states: Sequence[KnownEvent]) -> Day | None:
    return next((state.day for state in states if state.public), None)


def _claims(states: Sequence[KnownEvent]) -> dict[str, Steps[str]]:
    """The states of each claim of an event, by its anchor, from the day on which it was made."""
    found: dict[str, Steps[str]] = {}
    for state in states:
        for claim in (claim for question in state.questions for claim in question.claims):
            if claim.visible:
                _add(found.setdefault(claim.anchor, []), state.day, claim.state)
    return found


def _sources(states: Sequence[KnownEvent]) -> dict[str, Day]:
    found: dict[str, Day] = {}
    for state in states:
        for source in state.view.sources:
            found.setdefault(source, state.day)
    return found


def _event_pieces(states: Sequence[KnownEvent]) -> Iterator[Piece]:
    for state, view in _changed([(state, state.view) for state in states], _standing_of):
        yield Piece("events", state.view.event.id, state.day, view)


def _question_pieces(states: Sequence[KnownEvent]) -> Iterator[Piece]:
    for number in range(len(states[-1].questions) if states else 0):
        views = [(state, state.questions[number].view) for state in states]
        for state, view in _changed(views, lambda view: view):
            yield Piece("questions", state.questions[number].question, state.day, view)


def _changed(
    views: Sequence[tuple[KnownEvent, V]], key: Callable[[V], Hashable]
) -> Iterator[tuple[KnownEvent, V | None]]:
    """The views that differ from the one before; None in place of one that is like the last, which the page shows."""
    keys = [key(view) for _, view in views]
    for index, (state, view) in enumerate(views):
        if index == 0 or keys[index] != keys[index - 1]:
            yield state, None if keys[index] == keys[-1] else view


def _standing_of(view: EventView) -> Hashable:
    """All that an event's line of standing tells."""
    return view.standing, tuple(question.standing for question in view.questions), view.reports, len(view.origins)


def _add(steps: Steps[V], day: Day, value: V) -> None:
    if not steps or steps[-1][1] != value:
        steps.append((day, value))
