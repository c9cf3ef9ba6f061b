"""Where words come from: the origins of claims, and how many of them are independent.

An origin is named by the key of a side, or by the id of a source that rests on nothing else. Where an id could be an
actor or a source, it is the actor.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from chronology.model.entities.questions import Claim
from chronology.model.entities.sources import Source
from chronology.model.sides import Sides

Carried = tuple[str, str]
"""An origin, and the report that carries its word: the last source before the origin, so that a reprint is none."""


class Origins:
    """Follows sources and claims to their origins, each once, when it is asked for."""

    def __init__(self, sides: Sides, sources: Mapping[str, Source]) -> None:
        self.sides = sides
        self.sources = sources
        self._chains: dict[str, tuple[str, ...]] = {}
        self._carried: dict[str, Carried] = {}

    def chain(self, source: str) -> tuple[str, ...]:
        """What a source rests on, nearest first, to the root: ids of sources, of which the last may be an actor."""
        if source not in self._chains:
            self._chains[source] = self._follow(source) if source in self.sources else ()
        return self._chains[source]

    def carried_by(self, source: str) -> Carried:
        """The origin of a source that speaks for itself, and the report that carries it."""
        if source not in self._carried:
            self._carried[source] = self._carry(source)
        return self._carried[source]

    def of_claim(self, claim: Claim) -> tuple[str, ...]:
        """The origins of a claim, sorted, each once.

        What it `rests_on`, followed to the root; else the sides of its claimants; else the roots of its sources.
        """
        if claim.rests_on is not None:
            return (self._root(claim.rests_on),)
        if claim.by:
            return self.sides.of_all(claim.by)
        return tuple(sorted({self.carried_by(use.source)[0] for use in claim.sources}))

    def carried_in(self, claim: Claim, origins: tuple[str, ...]) -> tuple[Carried, ...]:
        """Each of the `origins` of a claim with each report that carries it."""
        carried = [self.carried_by(use.source) for use in claim.sources]
        if claim.rests_on is not None or claim.by:
            carried = [(origin, report) for origin in origins for _, report in carried]
        return tuple(carried)

    def _root(self, origin: str) -> str:
        return self.sides.of(origin) if origin in self.sides else self.carried_by(origin)[0]

    def _follow(self, source: str) -> tuple[str, ...]:
        chain = dict.fromkeys((source,))
        origin = self.sources[source].origin
        while origin is not None and origin not in self.sides and origin in self.sources and origin not in chain:
            chain[origin] = None
            origin = self.sources[origin].origin
        end = (origin,) if origin is not None and origin in self.sides else ()
        return (*tuple(chain)[1:], *end)

    def _carry(self, source: str) -> Carried:
        way = (source, *self.chain(source))
        if len(way) > 1 and way[-1] in self.sides:
            return self.sides.of(way[-1]), way[-2]
        return way[-1], way[-1]


def independent(carried: Iterable[Carried]) -> tuple[str, ...]:
    """The independent origins: those that can each be given a report of their own, in the order of their first word.

    Ten newspapers that repeat one ministry are one origin; so are ten parties known from one newspaper alone. The
    number is that of a maximum matching of origins with reports, which by König's theorem is the fewest parties or
    reports that one would have to disbelieve to be left with nothing. So it never exceeds the number of reports.
    """
    reports: dict[str, set[str]] = {}
    for origin, report in carried:
        if origin in reports:
            reports[origin].add(report)
        else:
            reports[origin] = {report}
    if len(reports) == 1:
        return tuple(reports)
    matching = _Matching(reports)
    return tuple(origin for origin in reports if matching.admits(origin))


class _Matching:
    """Gives origins a report each, moving earlier ones to another of theirs where that makes room (Kuhn 1955)."""

    def __init__(self, reports: Mapping[str, Iterable[str]]) -> None:
        self._reports = reports
        self._report_of: dict[str, str] = {}
        self._origin_of: dict[str, str] = {}
        # A report from which no room can be made stays so: this keeps failed searches linear in all.
        self._hopeless: set[str] = set()

    def admits(self, origin: str) -> bool:
        """Give an origin a report of its own; False where there is none. Who has one keeps one."""
        found: dict[str, str] = {}
        waiting = [origin]
        for current in waiting:
            for report in self._reports[current]:
                if report in found or report in self._hopeless:
                    continue
                found[report] = current
                if report not in self._origin_of:
                    self._pass_on(report, found, origin)
                    return True
                waiting.append(self._origin_of[report])
        self._hopeless.update(found)
        return False

    def _pass_on(self, report: str, found: Mapping[str, str], newcomer: str) -> None:
        """Give a free report to the origin that found it, the report which that one leaves to the one before it, ..."""
        while True:
            origin = found[report]
            left = self._report_of.get(origin, "")
            self._report_of[origin], self._origin_of[report] = report, origin
            if origin == newcomer:
                return
            report = left
