"""What is made of what a server does."""

from __future__ import annotations

import gzip
import zlib

import pytest

from chronology.model.survival import Look, Outcome
from chronology.survival.judgement import look
from tests.survival.conftest import FILLER, USER_AGENT

TODAY = "2026-01-05"
WORDS = "We hold the village."


def test_a_page_that_answers_is_asked_for_its_head_alone(server, traveller) -> None:
    url = server.page("/a", "text")
    assert look(traveller, url, (), TODAY) == Look(url, TODAY, Outcome.ANSWERS, TODAY, 200)
    assert server.requests == ["HEAD /a"]
    assert server.agents == {USER_AGENT}


@pytest.mark.parametrize("status", [403, 404, 405, 501])
def test_a_head_that_is_answered_wrongly_does_not_count(server, traveller, status: int) -> None:
    def answer(request) -> None:
        request.send_response(200 if request.command == "GET" else status)
        request.send_header("Content-Length", "0")
        request.end_headers()

    server.answers["/a"] = answer
    assert look(traveller, f"{server.url}/a", (), TODAY).outcome is Outcome.ANSWERS
    assert server.requests == ["HEAD /a", "GET /a"]


@pytest.mark.parametrize("status", [404, 410])
@pytest.mark.parametrize("quotations", [(), (WORDS,)])
def test_a_page_that_is_gone(server, traveller, status: int, quotations: tuple[str, ...]) -> None:
    server.answers["/a"] = (status, {}, b"")
    seen = look(traveller, f"{server.url}/a", quotations, TODAY)
    assert (seen.outcome, seen.status, seen.note) == (Outcome.GONE, status, f"the server answers {status}")


@pytest.mark.parametrize("status", [401, 403, 429, 451])
def test_a_server_that_does_not_let_us_look_says_nothing_of_the_page(server, traveller, status: int) -> None:
    server.answers["/a"] = (status, {}, b"")
    before: Look | None = None
    for day in ("2026-01-05", "2026-02-05", "2026-03-05", "2026-04-05"):
        before = look(traveller, f"{server.url}/a", (), day, before)
    assert before
    assert (before.outcome, before.since, before.failures) == (Outcome.UNCLEAR, "2026-01-05", 0)


# --- redirections


@pytest.mark.parametrize("status", [301, 308])
def test_a_page_that_has_moved_for_good_is_told_with_its_new_address(server, traveller, status: int) -> None:
    server.page("/new", "text")
    server.leads("/newer", "/new", status)
    seen = look(traveller, server.leads("/old", "/newer", status), (), TODAY)
    assert (seen.outcome, seen.to) == (Outcome.MOVED, f"{server.url}/new")


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_page_that_is_elsewhere_for_now_has_not_moved(server, traveller, status: int) -> None:
    server.page("/there", "text")
    seen = look(traveller, server.leads("/here", "/there", status), (), TODAY)
    assert (seen.outcome, seen.to) == (Outcome.ANSWERS, None)


def test_what_follows_a_redirection_for_now_is_no_new_address(server, traveller) -> None:
    server.page("/c", "text")
    server.leads("/b", "/c", 302)
    server.leads("/a", "/b", 301)
    assert look(traveller, f"{server.url}/a", (), TODAY).to == f"{server.url}/b"


def test_a_page_that_leads_to_the_front_page_for_good_is_gone(server, traveller) -> None:
    server.page("/", "Welcome")
    seen = look(traveller, server.leads("/old", "/"), (), TODAY)
    assert (seen.outcome, seen.note) == (Outcome.GONE, "it leads to the front page of its site")


def test_a_page_that_moved_to_one_that_is_gone_is_gone(server, traveller) -> None:
    assert look(traveller, server.leads("/old", "/lost"), (), TODAY).outcome is Outcome.GONE


def test_a_circle_of_redirections_is_unclear(server, traveller) -> None:
    server.leads("/b", "/a", 302)
    seen = look(traveller, server.leads("/a", "/b", 302), (), TODAY)
    assert (seen.outcome, seen.note, seen.failures) == (Outcome.UNCLEAR, "it leads round in a circle", 0)
    assert server.requests == ["HEAD /a", "HEAD /b"]


def test_redirections_without_end_are_followed_ten_times(server, traveller) -> None:
    for number in range(20):
        server.leads(f"/{number}", f"/{number + 1}", 302)
    seen = look(traveller, f"{server.url}/0", (), TODAY)
    assert (seen.outcome, seen.note) == (Outcome.UNCLEAR, "it leads on more than 10 times")
    assert len(server.requests) == 10


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://example.org/a", "javascript:alert(1)", "http://[x"])
def test_a_redirection_to_what_is_no_web_page_is_not_followed(server, traveller, to: str) -> None:
    seen = look(traveller, server.leads("/a", to), (), TODAY)
    assert (seen.outcome, seen.note) == (Outcome.UNCLEAR, "it is not a web address")


# --- no answer


@pytest.mark.parametrize("way", ["silent", "drip"])
def test_a_server_that_is_too_slow_is_given_up(server, hasty, way: str) -> None:
    server.answers["/a"] = getattr(server, way)
    seen = look(hasty, f"{server.url}/a", (), TODAY)
    assert (seen.outcome, seen.note, seen.failures) == (Outcome.UNCLEAR, "there is no answer within 0.3 seconds", 1)


def test_a_connection_that_breaks_off_is_tried_once_more(server, traveller) -> None:
    server.answers["/a"] = server.reset
    seen = look(traveller, f"{server.url}/a", (WORDS,), TODAY)
    assert (seen.outcome, seen.failures) == (Outcome.UNCLEAR, 1)
    assert seen.note.startswith("the connection fails")
    assert server.requests == ["GET /a", "GET /a"]


def test_a_server_that_is_not_there(server, traveller) -> None:
    server.stop()
    seen = look(traveller, f"{server.url}/a", (), TODAY)
    assert (seen.outcome, seen.note) == (Outcome.UNCLEAR, "the connection fails (Connection refused)")


def test_a_name_that_nobody_has(traveller) -> None:
    seen = look(traveller, "http://nobody.invalid/", (), TODAY)
    assert (seen.outcome, seen.note) == (Outcome.UNCLEAR, "its host is not known any more")


@pytest.mark.parametrize(
    "days, outcome",
    [
        (["2026-01-05", "2026-01-12"], Outcome.UNCLEAR),
        (["2026-01-05", "2026-01-06", "2026-01-07"], Outcome.UNCLEAR),
        (["2026-01-05", "2026-01-12", "2026-01-19"], Outcome.GONE),
        (["2026-01-05", "2026-02-12"], Outcome.UNCLEAR),
    ],
)
def test_what_fails_often_enough_and_long_enough_is_gone(server, traveller, days: list[str], outcome: Outcome) -> None:
    server.answers["/a"] = (500, {}, b"")
    before: Look | None = None
    for day in days:
        before = look(traveller, f"{server.url}/a", (), day, before)
    assert before
    assert (before.outcome, before.since, before.failures) == (outcome, days[0], len(days))


def test_what_answers_again_is_there_again(server, traveller) -> None:
    server.answers["/a"] = (500, {}, b"")
    before = look(traveller, f"{server.url}/a", (), "2026-01-05")
    server.page("/a", "text")
    after = look(traveller, f"{server.url}/a", (), "2026-01-12", before)
    assert (after.outcome, after.since, after.failures) == (Outcome.ANSWERS, "2026-01-12", 0)


def test_what_was_gone_stays_gone_while_nobody_answers(server, traveller) -> None:
    before = look(traveller, f"{server.url}/a", (), "2026-01-05")
    server.answers["/a"] = server.reset
    after = look(traveller, f"{server.url}/a", (), "2026-01-12", before)
    assert (after.outcome, after.since) == (Outcome.GONE, "2026-01-05")


@pytest.mark.parametrize(
    "answer, rests", [((429, "7"), [7.0]), ((503, "7"), [7.0]), ((429, "86400"), []), ((503, "soon"), [])]
)
def test_a_busy_server_gets_the_rest_it_asks_for(
    server, traveller, clock, answer: tuple[int, str], rests: list[float]
) -> None:
    server.answers["/a"] = (answer[0], {"Retry-After": answer[1]}, b"")
    look(traveller, f"{server.url}/a", (WORDS,), TODAY)
    assert len(server.requests) == 1 + len(rests)
    assert clock.slept == rests


# --- quotations


def test_a_quotation_that_is_there(server, traveller) -> None:
    seen = look(traveller, server.page("/a", f"He said: “{WORDS}”"), (WORDS,), TODAY)
    assert (seen.outcome, seen.missing, seen.note) == (Outcome.ANSWERS, (), "")
    assert server.requests == ["GET /a"]


def test_a_quotation_that_is_not_there_any_more(server, traveller) -> None:
    url = server.page("/a", WORDS)
    before = look(traveller, url, (WORDS,), "2026-01-05")
    server.page("/a", "We are near the village.")
    after = look(traveller, url, (WORDS, "near the village"), "2026-01-12", before)
    assert (after.outcome, after.missing, after.since) == (Outcome.CHANGED, (WORDS,), "2026-01-12")


def test_a_page_that_has_moved_and_changed_is_told_as_changed_with_its_new_address(server, traveller) -> None:
    server.page("/new", "Other words")
    seen = look(traveller, server.leads("/old", "/new"), (WORDS,), TODAY)
    assert (seen.outcome, seen.to) == (Outcome.CHANGED, f"{server.url}/new")


@pytest.mark.parametrize(
    "kind, body, note",
    [
        ("application/pdf", b"%PDF-1.7", "not compared: it is a PDF, not a page of text"),
        ("image/png", b"\x89PNG", "not compared: it is image/png, not a page of text"),
        ("", b"\x00\x01", "not compared: it is of no stated kind, not a page of text"),
        ("text/html", b"<div id=app></div>", "not compared: the page has hardly any text without its scripts"),
        ("text/html", b"<p>" + b"word " * 700_000, "not compared: the page is too large"),
    ],
)
def test_what_cannot_be_compared_is_said(server, traveller, kind: str, body: bytes, note: str) -> None:
    server.answers["/a"] = (200, {"Content-Type": kind}, body)
    seen = look(traveller, f"{server.url}/a", (WORDS,), TODAY)
    assert (seen.outcome, seen.missing, seen.note) == (Outcome.ANSWERS, (), note)


@pytest.mark.parametrize(
    "coding, pack",
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("deflate", lambda body: zlib.compress(body)[2:-4])],
)
def test_what_a_server_packs_unasked_is_unpacked(server, traveller, coding: str, pack) -> None:
    body = pack(f"<p>{WORDS}</p>{FILLER}".encode())
    server.answers["/a"] = (200, {"Content-Encoding": coding}, body)
    assert look(traveller, f"{server.url}/a", (WORDS,), TODAY).missing == ()


def test_what_unfolds_without_end_is_cut_off(server, traveller) -> None:
    server.answers["/a"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"word " * 10_000_000))
    assert look(traveller, f"{server.url}/a", (WORDS,), TODAY).note == "not compared: the page is too large"


def test_an_answer_that_breaks_off_is_none(server, traveller) -> None:
    server.answers["/a"] = (200, {"Content-Length": "5000"}, b"<p>short")
    seen = look(traveller, f"{server.url}/a", (WORDS,), TODAY)
    assert (seen.outcome, seen.note) == (Outcome.UNCLEAR, "its answer breaks off")


# --- robots.txt


@pytest.mark.parametrize(
    "rules", ["User-agent: *\nDisallow: /a", "User-agent: chronology\nDisallow: /\n\nUser-agent: *\nAllow: /"]
)
def test_what_robots_txt_forbids_is_not_asked(server, traveller, rules: str) -> None:
    server.answers["/robots.txt"] = (200, {"Content-Type": "text/plain"}, rules.encode())
    seen = look(traveller, server.page("/a", "text"), (), TODAY)
    assert (seen.outcome, seen.note) == (Outcome.UNCLEAR, "its robots.txt does not allow it")
    assert server.requests == ["GET /robots.txt"]


def test_robots_txt_is_asked_once(server, traveller) -> None:
    server.answers["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /private\n")
    for path in ("/a", "/b"):
        assert look(traveller, server.page(path, "text"), (), TODAY).outcome is Outcome.ANSWERS
    assert server.requests == ["GET /robots.txt", "HEAD /a", "HEAD /b"]


@pytest.mark.parametrize("status, outcome", [(404, Outcome.ANSWERS), (403, Outcome.ANSWERS), (500, Outcome.UNCLEAR)])
def test_a_site_whose_rules_cannot_be_had(server, traveller, status: int, outcome: Outcome) -> None:
    server.answers["/robots.txt"] = (status, {}, b"")
    assert look(traveller, server.page("/a", "text"), (), TODAY).outcome is outcome
