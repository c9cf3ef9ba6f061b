"""How often one server is asked."""

from __future__ import annotations

from collections.abc import Iterable

from chronology.survival.clock import Clock


class Pace:
    """Lets some time pass between two requests to one site."""

    def __init__(self, clock: Clock, delay: float) -> None:
        """`delay`: seconds between two requests."""
        self._clock = clock
        self._delay = delay
        self._delays: dict[str, float] = {}
        self._next: dict[str, float] = {}

    def slow_down(self, site: str, seconds: float) -> None:
        """Leave this many seconds between requests to a site, if that is more than to others."""
        self._delays[site] = max(seconds, self._delays.get(site, self._delay))

    def wait(self, site: str) -> None:
        """Wait until a site may be asked, and count that as asking it."""
        left = self._left(site)
        if left > 0:
            self._clock.sleep(left)
        self._next[site] = self._clock.now() + self._delays.get(site, self._delay)

    def soonest(self, sites: Iterable[str]) -> str:
        """Of several sites, the first of those that may be asked soonest."""
        return min(sites, key=lambda site: max(0.0, self._left(site)))

    def _left(self, site: str) -> float:
        return self._next.get(site, 0.0) - self._clock.now()
