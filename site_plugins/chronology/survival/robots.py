"""What a site lets programs ask for, by its robots.txt (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from urllib.robotparser import RobotFileParser

from chronology.survival.addresses import Target, parse_target
from chronology.survival.visit import Answer

PRODUCT = "chronology"
"""Our name, as robots.txt calls us."""
LARGEST = 500 * 1024
"""Bytes of a robots.txt that are read: what the standard asks for at least."""
LONGEST_DELAY = 60.0
"""Seconds between two requests: a site that wants more gets this much."""


class Robots:
    """The rules of sites, each asked for once."""

    def __init__(self, visit: Callable[[Target], Answer]) -> None:
        """`visit` asks for an address; what it raises is not caught."""
        self._visit = visit
        self._rules: dict[str, RobotFileParser] = {}

    def knows(self, site: str) -> bool:
        """Whether the site has been asked for its rules."""
        return site in self._rules

    def allow(self, target: Target) -> bool:
        """Whether an address may be asked for."""
        return self._of(target).can_fetch(PRODUCT, target.url)

    def delay(self, target: Target) -> float:
        """The seconds between two requests that the site asks for; 0 if it does not say."""
        return min(float(self._of(target).crawl_delay(PRODUCT) or 0), LONGEST_DELAY)

    def _of(self, target: Target) -> RobotFileParser:
        if target.site not in self._rules:
            self._rules[target.site] = _rules(self._visit(parse_target("/robots.txt", target)))
        return self._rules[target.site]


def _rules(answer: Answer) -> RobotFileParser:
    """No rules where there is no file; nothing is allowed while the server cannot tell (RFC 9309, section 2.3.1)."""
    rules = RobotFileParser()
    if 200 <= answer.status < 300:
        text = answer.body[:LARGEST].decode("utf-8", "replace")
        rules.parse(text.removeprefix("\ufeff").splitlines())
    elif answer.status >= 500:
        rules.parse(["User-agent: *", "Disallow: /"])
    else:
        rules.parse([])
    return rules
