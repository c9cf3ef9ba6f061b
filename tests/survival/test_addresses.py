"""Which addresses are asked, and which never."""

from __future__ import annotations

import socket

import pytest

from chronology.model.survival import Outcome
from chronology.survival import connection
from chronology.survival.addresses import NotAskedError, is_public, parse_target
from chronology.survival.journey import Traveller
from chronology.survival.judgement import look
from chronology.survival.visit import Manners
from tests.survival.conftest import USER_AGENT, FakeClock

TODAY = "2026-01-05"
PRIVATE = "it leads into a private network"


@pytest.mark.parametrize(
    "address, url",
    [
        ("https://Example.org", "https://example.org/"),
        ("https://example.org:443/a?b=c#d", "https://example.org/a?b=c"),
        ("http://example.org:8080/a", "http://example.org:8080/a"),
        ("https://пример.рф/э?ю=я", "https://xn--e1afmkfd.xn--p1ai/%D1%8D?%D1%8E=%D1%8F"),
        ("https://example.org/%D0%BD", "https://example.org/%D0%BD"),
        ("https://[2606:4700::1111]/a", "https://[2606:4700::1111]/a"),
        ("https://example.org/a b\r\nX: y", "https://example.org/a%20bX:%20y"),
    ],
)  # fmt: skip
def test_an_address_as_it_is_asked(address: str, url: str) -> None:
    assert parse_target(address).url == url


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "data:text/plain,a", "//example.org/", "a",
        "http://", "http://example.org:99999/", "http://[::1", "https://name:password@example.org/",
        "https://name@example.org/", "https://" + "a" * 64 + ".org/", "https://a..org/",
    ],
)  # fmt: skip
def test_an_address_that_is_never_asked(address: str) -> None:
    with pytest.raises(NotAskedError):
        parse_target(address)


@pytest.mark.parametrize(
    "address, public",
    [
        ("93.184.215.14", True), ("2606:4700::1111", True), ("64:ff9b::5db8:d70e", True),
        ("127.0.0.1", False), ("10.0.0.1", False), ("172.16.0.1", False), ("192.168.1.1", False),
        ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False),
        ("255.255.255.255", False), ("198.51.100.1", False), ("::1", False), ("::", False), ("fe80::1%eth0", False),
        ("fc00::1", False), ("ff02::1", False), ("::ffff:127.0.0.1", False), ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False), ("64:ff9b::a9fe:a9fe", False), ("2002:7f00:1::", False), ("2002:a00:1::", False),
    ],
)  # fmt: skip
def test_which_machines_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.fixture
def stranger(clock: FakeClock) -> Traveller:
    """One who asks only the public web."""
    return Traveller(clock, Manners(USER_AGENT), delay=0)


def test_no_machine_of_a_private_network_is_asked(server, stranger) -> None:
    url = server.page("/a", "text")
    for address in (url, url.replace("127.0.0.1", "localhost"), url.replace("127.0.0.1", "2130706433")):
        seen = look(stranger, address, (), TODAY)
        assert (seen.outcome, seen.note) == (Outcome.UNCLEAR, PRIVATE)
    assert server.requests == []
    assert server.agents == set()


def test_a_name_with_one_private_machine_among_public_ones_is_not_asked(server, stranger, monkeypatch) -> None:
    def found(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        return [(*kind, ("93.184.215.14", port)), (*kind, ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    assert look(stranger, server.url.replace("127.0.0.1", "example.org"), (), TODAY).note == PRIVATE
    assert server.agents == set()


def test_a_redirection_into_a_private_network_is_not_followed(server, stranger, monkeypatch) -> None:
    """The first machine passes for a public one; where it leads to does not."""
    monkeypatch.setattr(connection, "is_public", lambda address: address != "127.0.0.2")
    port = server.url.rpartition(":")[2]
    seen = look(stranger, server.leads("/a", f"http://127.0.0.2:{port}/b"), (), TODAY)
    assert (seen.outcome, seen.note) == (Outcome.UNCLEAR, PRIVATE)
    assert server.requests == ["HEAD /a"]


def test_a_name_is_looked_up_once_so_that_it_cannot_lead_elsewhere(server, traveller, monkeypatch) -> None:
    asked = []
    look_up = socket.getaddrinfo

    def found(host: str, *arguments: object, **options: object) -> object:
        asked.append(host)
        return look_up("127.0.0.1", *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", found)
    url = server.page("/a", "text").replace("127.0.0.1", "example.org")
    assert look(traveller, url, (), TODAY).outcome is Outcome.ANSWERS
    assert asked == ["example.org", "example.org"]  # for robots.txt, and for the page
