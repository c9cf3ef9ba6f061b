"""What a selection leaves, found the slow way: by asking every event for every condition.

Written from docs/handbook/explorer.md, and from the records rather than from what is derived for filters: who is a
member of whom and what lies within what is climbed anew, and days are compared as year, month and day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl

from chronology.model.chronology import Chronology
from chronology.model.events import EventView

FACETS = ("type", "actor", "place", "topic", "standing", "precision", "source", "origins")
Day = tuple[int, int, int]


@dataclass(frozen=True)
class Condition:
    """What an event must fulfil; `parameter` and `ids` name the filter that is taken away to be rid of it."""

    parameter: str
    ids: tuple[str, ...]
    holds: Callable[[int], bool]


@dataclass(frozen=True)
class Answer:
    """What the explorer should say, in the form in which run_filters.mjs says it."""

    ids: list[str]
    counts: dict[str, dict[str, int]]
    loosen: list[list[object]]


class Oracle:
    """Answers for one chronology."""

    def __init__(self, chronology: Chronology) -> None:
        self.chronology = chronology
        self.views = [view for view in chronology.events.values() if view.event.retracted is None]
        self.has = [{facet: set(self.choices_of(view, facet)) for facet in FACETS} for view in self.views]
        self.choices = {facet: set().union(*(has[facet] for has in self.has)) for facet in FACETS}

    def choices_of(self, view: EventView, facet: str) -> Iterator[str]:
        event, records = view.event, self.chronology.entities
        match facet:
            case "type":
                yield from [event.type] if event.type else []
            case "actor":
                who = {*event.actors, *(by for question in event.questions for one in question.claims for by in one.by)}
                yield from climb(who, lambda one: records.actors[one].member_of)
            case "place":
                yield from climb(
                    set(event.places), lambda one: [above] if (above := records.places[one].within) else []
                )
            case "topic":
                yield from event.topics
            case "standing":
                yield str(view.standing)
            case "precision":
                yield event.date.precision
            case "source":
                yield from view.sources
            case "origins":
                number = len(view.origins)
                yield from [str(number)] if number < 2 else [f"{least}-" for least in (2, 3, 5, 10) if number >= least]

    def answer(self, query: str, words: Collection[str] | None = None) -> Answer:
        given = parse_qsl(query.removeprefix("?"))
        conditions = list(self.conditions(given, words))
        left = self.left_by(conditions)
        counts = {}
        for facet in FACETS:
            own = [one for one in conditions if one.parameter == facet]
            others = conditions if len(own) > 1 else [one for one in conditions if one not in own]
            counts[facet] = dict.fromkeys(self.choices[facet], 0)
            for at in self.left_by(others):
                for one in self.has[at][facet]:
                    counts[facet][one] += 1
        loosen: list[list[object]] = []
        if not left:
            for gone in conditions:
                dropped = {"period", "within"} if gone.parameter == "period" else set()
                rest = [one for one in conditions if one is not gone and one.parameter not in dropped]
                loosen.append([gone.parameter, list(gone.ids), len(self.left_by(rest))])
            loosen.sort(key=lambda one: -int(str(one[2])))
        return Answer([self.views[at].event.id for at in left], counts, loosen)

    def left_by(self, conditions: list[Condition]) -> list[int]:
        return [at for at in range(len(self.views)) if all(one.holds(at) for one in conditions)]

    def conditions(self, given: list[tuple[str, str]], words: Collection[str] | None) -> Iterator[Condition]:
        if words is not None:
            yield Condition("words", (), lambda at: self.views[at].event.id in words)
        for facet in FACETS:
            values = [value.split(",") for name, value in given if name == facet]
            ids = dict.fromkeys(one.strip() for value in values for one in value)
            known = [one for one in ids if one in self.choices[facet]]
            if len(values) > 1:
                for one in known:
                    yield Condition(facet, (one,), self.having(facet, [one]))
            elif known:
                yield Condition(facet, tuple(known), self.having(facet, known))
        single = dict(given)
        low, high = bounds(single.get("from", ""))[0], bounds(single.get("to", ""))[1]
        if low and high and low > high:
            high = None
        if low or high:
            yield Condition("period", (), lambda at: self.touches(at, low, high))
            if single.get("within") == "certainly":
                yield Condition("within", (), lambda at: self.lies_within(at, low, high))
        if "known" in single:
            yield Condition("known", (), lambda at: self.is_known(at, single["known"]))

    def having(self, facet: str, ids: list[str]) -> Callable[[int], bool]:
        return lambda at: any(one in self.has[at][facet] for one in ids)

    def touches(self, at: int, low: Day | None, high: Day | None) -> bool:
        date = self.views[at].event.date
        begins_in_time = high is None or date.earliest is None or tuple(date.earliest) <= high
        ends_in_time = low is None or date.latest is None or tuple(date.latest) >= low
        return begins_in_time and ends_in_time

    def lies_within(self, at: int, low: Day | None, high: Day | None) -> bool:
        date = self.views[at].event.date
        begins_inside = low is None or (date.earliest is not None and tuple(date.earliest) >= low)
        ends_inside = high is None or (date.latest is not None and tuple(date.latest) <= high)
        return begins_inside and ends_inside

    def is_known(self, at: int, day: str) -> bool:
        public = self.views[at].known_from or self.chronology.known.last
        limit = bounds(day)[1]
        return public is None or limit is None or tuple(public) <= limit


def climb(ids: set[str], above: Callable[[str], Collection[str]]) -> set[str]:
    """The ids and all that stands above them."""
    found, left = set(ids), list(ids)
    while left:
        for one in above(left.pop()):
            if one not in found:
                found.add(one)
                left.append(one)
    return found


def bounds(text: str) -> tuple[Day | None, Day | None]:
    """The first and the last day of a year, month or day; nothing for any other text."""
    match = re.fullmatch(r"Y?(-?[0-9]{4,})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", text)
    if not match:
        return None, None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    length = {2: 29 if leap else 28, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31)
    if month > 12 or day > length:
        return None, None
    return (year, month or 1, day or 1), (year, month or 12, day or (length if month else 31))
