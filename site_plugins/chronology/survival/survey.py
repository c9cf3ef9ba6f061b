"""A look at every source that is due, the longest unseen first, without hurrying any site."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from chronology.model.entities.sources import Source
from chronology.model.survival import Look, Survey
from chronology.survival.addresses import NotAskedError, parse_target
from chronology.survival.journey import Traveller
from chronology.survival.judgement import look
from chronology.survival.quotations import digest

SILENT = 2
"""Addresses of one site without an answer, after which the rest of its addresses wait for another day."""
_KEEP_EVERY = 10


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be looked at: `days` until an address is asked again, `most` addresses at once (None: all)."""

    days: int = 7
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A source whose address is to be asked, with the words that are looked for there."""

    source: str
    url: str
    site: str
    quotations: tuple[str, ...]
    before: Look | None


def latest(surveys: Iterable[Survey], sources: Mapping[str, Source]) -> Survey:
    """Of several surveys the latest look at each source that is still there under the same address."""
    found: dict[str, Look] = {}
    for survey in surveys:
        for source in sources.values():
            one = survey.of(source)
            if one and (source.id not in found or one.looked > found[source.id].looked):
                found[source.id] = one
    return Survey(found)


def due(
    sources: Iterable[Source], quotations: Mapping[str, tuple[str, ...]], known: Survey, plan: Plan, today: str
) -> list[Due]:
    """The sources to look at: those never seen first, then the longest unseen."""
    found = [
        Due(source.id, source.url, _site(source.url), quotations.get(source.id, ()), known.of(source))
        for source in sources
        if source.url
    ]
    waiting = [one for one in found if _is_due(one, plan, today)]
    waiting.sort(key=lambda one: (one.before.looked if one.before else "", one.source))
    return waiting[: plan.most]


def _is_due(one: Due, plan: Plan, today: str) -> bool:
    before = one.before
    if before is None or before.quotations != digest(one.quotations):
        return True
    return (date.fromisoformat(today) - date.fromisoformat(before.looked)).days >= plan.days


def _site(address: str) -> str:
    try:
        return parse_target(address).site
    except NotAskedError:
        return ""


def look_at(
    waiting: Sequence[Due],
    traveller: Traveller,
    today: str,
    keep: Callable[[Mapping[str, Look]], None],
    progress: Callable[[int, int], None],
) -> dict[str, Look]:
    """Look at each source that is due; return the looks by source.

    Sites are asked in turn. One that is silent is left alone after a while, so that a server that is down costs
    minutes and not hours. `keep` is given all looks now and then, and at the end, even if that is a broken one.
    """
    queues: dict[str, deque[Due]] = {}
    for one in waiting:
        queues.setdefault(one.site, deque()).append(one)
    silent: Counter[str] = Counter()
    looks: dict[str, Look] = {}
    done = 0
    try:
        while queues:
            site = traveller.pace.soonest(queues)
            one = queues[site].popleft()
            looks[one.source] = seen = look(traveller, one.url, one.quotations, today, one.before)
            silent[site] = silent[site] + 1 if seen.failures and seen.status is None else 0
            done += 1
            if silent[site] >= SILENT or not queues[site]:
                done += len(queues.pop(site))
            progress(done, len(waiting))
            if len(looks) % _KEEP_EVERY == 0:
                keep(looks)
    finally:
        keep(looks)
    return looks
