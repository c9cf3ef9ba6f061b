"""How often a site is asked, by a clock that is set."""

from __future__ import annotations

import pytest

from chronology.model.survival import Look, Outcome
from chronology.survival.journey import Traveller
from chronology.survival.pace import Pace
from chronology.survival.survey import Due, look_at
from chronology.survival.visit import Manners
from tests.survival.conftest import USER_AGENT, FakeClock


def test_a_site_is_asked_again_only_after_a_while(clock: FakeClock) -> None:
    pace = Pace(clock, 5)
    for site in ("a", "a", "b", "a"):
        pace.wait(site)
    assert clock.slept == [5, 5]


def test_time_that_passed_otherwise_counts(clock: FakeClock) -> None:
    pace = Pace(clock, 5)
    pace.wait("a")
    clock.time += 3
    pace.wait("a")
    assert clock.slept == [2]


def test_a_site_may_ask_for_more_time_and_not_for_less(clock: FakeClock) -> None:
    pace = Pace(clock, 5)
    pace.slow_down("a", 20)
    pace.slow_down("b", 1)
    for site in ("a", "b", "a", "b"):
        pace.wait(site)
    assert clock.slept == [20]


def test_the_site_that_may_be_asked_soonest_comes_first(clock: FakeClock) -> None:
    pace = Pace(clock, 5)
    assert pace.soonest(["a", "b"]) == "a"
    pace.wait("a")
    assert pace.soonest(["a", "b"]) == "b"
    clock.time += 1
    pace.wait("b")
    assert pace.soonest(["b", "a"]) == "a"


def test_robots_txt_may_ask_for_more_time(server, clock: FakeClock) -> None:
    server.answers["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 30\n")
    traveller = Traveller(clock, Manners(USER_AGENT, allow_local=True), delay=5)
    for path in ("/a", "/b"):
        traveller.go(server.page(path, "text"), reads=False)
    assert clock.slept == [5, 30]


# --- many addresses


def due(url: str, site: str, before: Look | None = None) -> Due:
    return Due(url, url, site, (), before)


def nothing(*_: object) -> None:
    pass


def test_sites_are_asked_in_turn(server, clock: FakeClock) -> None:
    traveller = Traveller(clock, Manners(USER_AGENT, allow_local=True), delay=5)
    other = server.url.replace("127.0.0.1", "localhost")
    for path in ("/a", "/b", "/c"):
        server.page(path, "text")
    waiting = [due(f"{site}{path}", site) for site in (server.url, other) for path in ("/a", "/b")]
    looks = look_at(waiting, traveller, "2026-01-05", nothing, nothing)
    assert server.requests == ["HEAD /a", "HEAD /a", "HEAD /b", "HEAD /b"]
    assert len(looks) == 4


def test_a_site_that_is_silent_is_left_alone_after_two_addresses(server, traveller) -> None:
    done: list[tuple[int, int]] = []
    server.answers |= dict.fromkeys(("/a", "/b", "/c", "/d"), server.reset)
    waiting = [due(f"{server.url}{path}", server.url) for path in ("/a", "/b", "/c", "/d")]
    looks = look_at(waiting, traveller, "2026-01-05", nothing, lambda *some: done.append(some))
    assert [url.rpartition("/")[2] for url in looks] == ["a", "b"]
    assert done == [(1, 4), (4, 4)]


def test_what_was_seen_is_kept_when_the_run_is_broken_off(server, traveller) -> None:
    kept: list[dict[str, Look]] = []
    server.page("/a", "text")
    waiting = [due(f"{server.url}/{name}", name) for name in ("a", "b", "c")]

    def stop_at_two(done: int, _: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        look_at(waiting, traveller, "2026-01-05", lambda looks: kept.append(dict(looks)), stop_at_two)
    assert [one.outcome for one in kept[-1].values()] == [Outcome.ANSWERS, Outcome.GONE]
