"""From an address to the page that it leads to: redirections, the rules and the pace of each site on the way."""

from __future__ import annotations

from dataclasses import dataclass

from chronology.survival.addresses import NotAskedError, Target, parse_target
from chronology.survival.clock import Clock
from chronology.survival.pace import Pace
from chronology.survival.robots import Robots
from chronology.survival.visit import Answer, Manners, NoAnswerError, visit

MOST_HOPS = 10
LONGEST_REST = 60
"""Seconds for which a busy server is given its rest at once; one that wants more is left for another day."""
_REDIRECTS = {301, 302, 303, 307, 308}
_PERMANENT = {301, 308}
_BUSY = {429, 503}


class NoArrivalError(Exception):
    """An address leads on without end, as some do for those who take no cookies; the text says how, as a clause."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where an address led. `moved_to`: what it is called now, if its server said so for good."""

    answer: Answer
    at: Target
    moved_to: Target | None = None


class Traveller:
    """Goes where addresses lead, one request after another."""

    def __init__(self, clock: Clock, manners: Manners, delay: float) -> None:
        """`delay`: seconds between two requests to one site."""
        self.pace = Pace(clock, delay)
        self._clock = clock
        self._manners = manners
        self._robots = Robots(self._rules)

    def go(self, address: str, *, reads: bool) -> Arrival:
        """Ask for an address: for the page if it is to be read, else for its head.

        Many servers answer a head wrongly, so that only a good answer to it counts. Raises NoAnswerError where there
        is none, after a second try, NoArrivalError, NotAskedError.
        """
        target = parse_target(address)
        try:
            arrival = self._follow(target, "GET" if reads else "HEAD")
        except NoAnswerError:
            return self._follow(target, "GET")
        status = arrival.answer.status
        good = reads or 200 <= status < 300
        if (good and status not in _BUSY) or (status in _BUSY and not self._has_rest(arrival.answer)):
            return arrival
        return self._follow(target, "GET")

    def _follow(self, target: Target, method: str) -> Arrival:
        seen = {target}
        moved_to, permanent = None, True
        for _ in range(MOST_HOPS):
            answer = self._ask(target, method)
            onward = answer.headers.get("Location")
            if answer.status not in _REDIRECTS or not onward:
                return Arrival(answer, target, moved_to)
            target = parse_target(onward, target)
            permanent = permanent and answer.status in _PERMANENT
            moved_to = target if permanent else moved_to
            if target in seen:
                raise NoArrivalError("it leads round in a circle")
            seen.add(target)
        raise NoArrivalError(f"it leads on more than {MOST_HOPS} times")

    def _ask(self, target: Target, method: str) -> Answer:
        if not self._robots.allow(target):
            raise NotAskedError("its robots.txt does not allow it")
        self.pace.slow_down(target.site, self._robots.delay(target))
        self.pace.wait(target.site)
        return visit(target, method, self._manners)

    def _rules(self, target: Target) -> Answer:
        """A robots.txt, wherever it is now."""
        for _ in range(MOST_HOPS):
            self.pace.wait(target.site)
            answer = visit(target, "GET", self._manners)
            onward = answer.headers.get("Location")
            if answer.status not in _REDIRECTS or not onward:
                return answer
            target = parse_target(onward, target)
        raise NoArrivalError(f"its robots.txt leads on more than {MOST_HOPS} times")

    def _has_rest(self, answer: Answer) -> bool:
        """Give a server that says it is busy the rest it asks for; tell whether it has had it."""
        wanted = answer.headers.get("Retry-After", "0")
        if not (wanted.isascii() and wanted.isdigit()) or int(wanted[:9]) > LONGEST_REST:
            return False
        self._clock.sleep(float(wanted))
        return True
