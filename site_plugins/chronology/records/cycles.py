"""Records that lead back to themselves: a part of its own part, a report that rests on itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from chronology.records.collect import Collection
from chronology.records.plain import entries, strings, text
from chronology.records.problems import Finding, Loc
from chronology.records.raw import Raw

Steps = list[tuple[str, Loc]]
"""Where one record leads: the other's id, and the place that names it."""


def cycle_findings(collection: Collection) -> None:
    """Note each cycle once, in the record that comes first in it."""
    for kind, (steps_of, what) in _WAYS.items():
        records = collection.records[kind]
        graph = {
            key: [step for step in steps_of(raw) if step[0] != key and step[0] in records]
            for key, raw in records.items()
        }
        for path, loc in _cycles({key: steps for key, steps in graph.items() if steps}):
            message = f"{what} leads in a circle: {' → '.join((*path, path[0]))}"
            records[path[0]].find([Finding(loc, message, "remove one of these steps")], "reference")


def _parts(raw: Raw) -> Steps:
    related = entries(raw.data, "relations") if raw.has("relations") else ()
    return [
        (other, ("relations", number, "event"))
        for number, one in related
        if one.get("as") == "part-of" and (other := text(one, "event"))
    ]


def _within(raw: Raw) -> Steps:
    other = text(raw.data, "within") if raw.has("within") else None
    return [(other, ("within",))] if other else []


def _members(raw: Raw) -> Steps:
    if not raw.has("member_of"):
        return []
    return [(other, ("member_of", number)) for number, other in strings(raw.data, "member_of")]


def _origins(raw: Raw) -> Steps:
    other = text(raw.data, "origin") if raw.has("origin") else None
    return [(other, ("origin",))] if other else []


_WAYS = {
    "events": (_parts, "part-of"),
    "places": (_within, "within"),
    "actors": (_members, "member_of"),
    "sources": (_origins, "origin"),
}


def _cycles(graph: Mapping[str, Steps]) -> Iterator[tuple[list[str], Loc]]:
    """Each cycle that a walk in depth meets: its ids from the least on, and the place of its first step."""
    done: set[str] = set()
    for start in sorted(graph):
        path: list[str] = []
        ahead = [(start, iter(graph[start]))] if start not in done else []
        while ahead:
            here, steps = ahead[-1]
            if len(path) < len(ahead):
                path.append(here)
            other = next((other for other, _ in steps if other in graph and other not in done), None)
            if other is None:
                done.add(here)
                path.pop()
                ahead.pop()
            elif other in path:
                yield _from_the_least(path[path.index(other) :], graph)
            else:
                ahead.append((other, iter(graph[other])))


def _from_the_least(cycle: list[str], graph: Mapping[str, Steps]) -> tuple[list[str], Loc]:
    first = cycle.index(min(cycle))
    turned = [*cycle[first:], *cycle[:first]]
    loc = next(loc for other, loc in graph[turned[0]] if other == turned[1])
    return turned, loc
