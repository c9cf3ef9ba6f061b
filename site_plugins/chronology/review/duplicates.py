"""Records that may tell of the same thing: events by date, places, actors and title; others by address and name.

What is found is likely, never certain: a person decides. `chronology new` asks before it writes, and `chronology diff`
calls it out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from math import log, sqrt
from typing import Literal

from chronology.model.addresses import same_address
from chronology.model.dates import Date
from chronology.model.entities.actors import Actor
from chronology.model.entities.entities import Entities
from chronology.model.entities.events import Event
from chronology.model.entities.places import Place
from chronology.model.entities.series import Series
from chronology.model.entities.sources import Source
from chronology.model.entities.topics import Topic
from chronology.records.romanise import romanise
from chronology.review.inflection import forms_of_one

LIKELY = 0.55
"""From this likeness on, events are likely duplicates: more than any two of the Kursk campaign have (0.51)."""
SAME_NAME = 0.86
"""From this likeness of letters on, two names may be one."""
MOST = 5
_NEAR = (1.0, 0.75, 0.5, 0.35, 0.2, 0.15, 0.1, 0.1)
"""How near dates are that lie so many days apart."""
_WIDE = 4
"""A date that spans so many days says less when it agrees."""
_WEIGHTS = {"title": 0.45, "date": 0.25, "places": 0.18, "actors": 0.12}

Kind = Literal["event", "actor", "place", "source", "series", "topic"]
Named = Actor | Place | Topic | Series
_MODELS: Mapping[Kind, type[Named]] = {"actor": Actor, "place": Place, "topic": Topic, "series": Series}


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is known of an event that may be there already; `id` where it is itself among the events."""

    title: str
    date: Date | None = None
    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    id: str | None = None

    @classmethod
    def of(cls, event: Event) -> Sketch:
        """What a record gives."""
        return cls(event.title, event.date, event.places, event.actors, event.id)


@dataclass(frozen=True, slots=True)
class Likeness:
    """A record that may be the same: how like it is, from 0 to 1, and why, each reason a few words."""

    kind: Kind
    id: str
    title: str
    score: float
    reasons: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}: {self.title} ({', '.join(self.reasons)})"


class Duplicates:
    """Finds what is like a record among the records of a chronology. Made once, asked often."""

    def __init__(self, entities: Entities) -> None:
        """Remember the titles' words, and on which days events are."""
        self._entities = entities
        self._titles = {key: _telling(event.title) for key, event in entities.events.items()}
        count = Counter(word for words in self._titles.values() for word in words)
        self._rarity = {word: log(1 + len(self._titles) / number) for word, number in count.items()}
        self._with_word: dict[str, list[str]] = defaultdict(list)
        for key, words in self._titles.items():
            for word in words:
                self._with_word[word].append(key)
        self._on_day: dict[int, list[str]] = defaultdict(list)
        self._wide: list[str] = []
        for key, event in entities.events.items():
            first, last = _bounds(event.date)
            if first is None or last is None or last - first > _WIDE * 8:
                self._wide.append(key)
            else:
                for day in range(first, last + 1):
                    self._on_day[day].append(key)

    def of_event(self, sketch: Sketch, most: int = MOST) -> tuple[Likeness, ...]:
        """The events that a sketch may be, the likeliest first. Events that a record itself relates to are others."""
        own = self._entities.events.get(sketch.id or "")
        related = {one.event for one in own.relations} if own else set()
        words = _telling(sketch.title)
        found = []
        for key in self._candidates(sketch, words):
            event = self._entities.events[key]
            if key == sketch.id or key in related or sketch.id in {one.event for one in event.relations}:
                continue
            likeness = self._likeness(sketch, words, event)
            if likeness.score >= LIKELY:
                found.append(likeness)
        return _best(found, most)

    def of_source(self, source: Source, most: int = MOST) -> tuple[Likeness, ...]:
        """The sources that may be the same report: of one address, or of one title and publisher.

        A reprint has the title and not the publisher, and is a source of its own.
        """
        found = []
        for key, other in self._entities.sources.items():
            if key == source.id:
                continue
            reasons = list(_same_report(source, other))
            if reasons:
                score = 1.0 if "same address" in reasons else 0.8
                found.append(Likeness("source", key, other.title, score, (*reasons,)))
        return _best(found, most)

    def of_record(self, record: Named) -> tuple[Likeness, ...]:
        """The records of its kind that have one of its names, or nearly."""
        kind: Kind = next(kind for kind, model in _MODELS.items() if isinstance(record, model))
        return self.of_name(kind, _names(record), record.id)

    def of_name(self, kind: Kind, names: Iterable[str], own_id: str | None = None) -> tuple[Likeness, ...]:
        """The actors, places, topics or series that have one of these names, or nearly."""
        wanted = [_folded(name) for name in names if name.strip()]
        found = []
        for key, record in self._of_kind(kind).items():
            if key != own_id:
                score, name = max(
                    ((_alike(one, _folded(name)), name) for one in wanted for name in _names(record)), default=(0.0, "")
                )
                if score >= SAME_NAME:
                    reason = "same name" if score == 1 else f"'{name}' is written alike"
                    found.append(Likeness(kind, key, _title(record), round(score, 2), (reason,)))
        return _best(found, MOST)

    def _of_kind(self, kind: Kind) -> Mapping[str, Named]:
        kinds: dict[str, Mapping[str, Named]] = {
            "actor": self._entities.actors,
            "place": self._entities.places,
            "topic": self._entities.topics,
            "series": self._entities.series,
        }
        return kinds[kind]

    def _candidates(self, sketch: Sketch, words: frozenset[str]) -> Iterator[str]:
        """The events that could reach the mark: near in time, or with a title that shares its rarest words."""
        seen: set[str] = set()
        rarest = sorted(words, key=lambda word: -self._rarity.get(word, 0))[:3]
        near = [key for word in rarest for key in self._with_word.get(word, ())]
        first, last = _bounds(sketch.date) if sketch.date else (None, None)
        if first is not None and last is not None and last - first <= _WIDE * 8:
            for day in range(first - len(_NEAR) + 1, last + len(_NEAR)):
                near += self._on_day.get(day, ())
        for key in (*near, *self._wide):
            if key not in seen:
                seen.add(key)
                yield key

    def _likeness(self, sketch: Sketch, words: frozenset[str], event: Event) -> Likeness:
        """A mean of what both have. Where something is not given, the rest counts for more."""
        parts: dict[str, float] = {"title": self._title_likeness(words, self._titles[event.id])}
        if sketch.date:
            parts["date"] = _nearness(sketch.date, event.date)
        for name, mine, theirs in (("places", sketch.places, event.places), ("actors", sketch.actors, event.actors)):
            if mine and theirs:
                parts[name] = len({*mine} & {*theirs}) / sqrt(len(mine) * len(theirs))
        weight = sum(_WEIGHTS[name] for name in parts)
        score = sum(_WEIGHTS[name] * value for name, value in parts.items()) / weight
        if parts.get("date") == 0 or parts["title"] < 0.2:
            score = min(score, LIKELY / 2) if parts["title"] < 0.9 else score
        return Likeness("event", event.id, event.title, round(score, 2), tuple(_reasons(parts, sketch, event)))

    def _title_likeness(self, mine: frozenset[str], theirs: frozenset[str]) -> float:
        rare = log(1 + len(self._titles))
        shared, left, right = (
            sum(self._rarity.get(word, rare) ** 2 for word in words) for words in (mine & theirs, mine, theirs)
        )
        return shared / sqrt(left * right) if left and right else 0.0


def _best(found: list[Likeness], most: int) -> tuple[Likeness, ...]:
    return tuple(sorted(found, key=lambda one: (-one.score, one.id))[:most])


def _reasons(parts: Mapping[str, float], sketch: Sketch, event: Event) -> Iterator[str]:
    if parts["title"] >= 0.9:
        yield "same title"
    elif parts["title"] >= 0.35:
        yield "similar title"
    if date := parts.get("date", 0):
        yield (
            "same date"
            if sketch.date and sketch.date.text == event.date.text
            else ("overlapping dates" if date in (1.0, _WIDE_AGREES) else "dates close to each other")
        )
    if parts.get("places"):
        shared = [place for place in sketch.places if place in event.places]
        yield f"same place{'s' if len(shared) > 1 else ''}: {', '.join(shared)}"
    if parts.get("actors"):
        shared = [actor for actor in sketch.actors if actor in event.actors]
        yield f"same actor{'s' if len(shared) > 1 else ''}: {', '.join(shared)}"


_WIDE_AGREES = 0.6


def _nearness(one: Date, other: Date) -> float:
    """How near two dates are: 1 where their bounds meet, 0 from a week on."""
    (first, last), (from_, to) = _bounds(one), _bounds(other)
    lowest, highest = -(10**12), 10**12
    first, from_ = (lowest if bound is None else bound for bound in (first, from_))
    last, to = (highest if bound is None else bound for bound in (last, to))
    gap = max(from_ - last, first - to, 0)
    if gap == 0:
        return _WIDE_AGREES if abs((last - first) - (to - from_)) > _WIDE else 1.0
    return _NEAR[gap] if gap < len(_NEAR) else 0.0


def _bounds(date: Date) -> tuple[int | None, int | None]:
    return date.earliest and date.earliest.ordinal(), date.latest and date.latest.ordinal()


_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_EMPTY = frozenset({
    "a", "about", "after", "again", "all", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from",
    "had", "has", "have", "he", "her", "his", "in", "into", "is", "it", "its", "not", "of", "off", "on", "or", "out",
    "over", "say", "she", "that", "the", "their", "them", "they", "this", "to", "was", "were", "what", "when", "which",
    "who", "will", "with",
})  # fmt: skip


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    """What is the same for all forms of a word: 'takes', 'taken' and 'take' are `tak`."""
    return min(forms_of_one(word), key=lambda form: (len(form), form)).rstrip("e")


def _telling(title: str) -> frozenset[str]:
    words = _WORD.findall(romanise(title))
    return frozenset(_stem(word) for word in words if not forms_of_one(word) & _EMPTY)


def _same_report(one: Source, other: Source) -> Iterator[str]:
    if one.url and other.url and same_address(one.url, other.url):
        yield "same address"
    if (_folded(one.title), _folded(one.publisher)) == (_folded(other.title), _folded(other.publisher)):
        yield "same title and publisher"


def _names(record: Named) -> Iterator[str]:
    yield _title(record)
    if isinstance(record, Actor | Place):
        yield from (one.name for one in record.names)
        yield from record.also_written


def _title(record: Named) -> str:
    return record.name if isinstance(record, Actor | Place) else record.title


@lru_cache(maxsize=50_000)
def _folded(name: str) -> str:
    """A name as it is compared: in Latin letters, without signs."""
    return " ".join(re.findall(r"[^\W_]+", romanise(name)))


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if min(len(one), len(other)) < 4 or re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return min(matcher.ratio(), 0.99) if matcher.real_quick_ratio() >= SAME_NAME <= matcher.quick_ratio() else 0.0
