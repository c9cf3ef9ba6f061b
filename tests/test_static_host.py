"""The static host that browser tests are served from."""

from __future__ import annotations

import gzip
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.static_host import Request, StaticHost


@pytest.fixture
def site(tmp_path: Path, serve) -> StaticHost:
    files = {
        "index.html": "<h1>Home</h1>",
        "404.html": "<h1>Lost</h1>",
        "events/a/index.html": "<h1>A</h1>",
        "data.db": "0123456789",
    }
    for name, text in files.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "secret").write_text("no", encoding="utf-8")
    return serve(tmp_path / "site", prefix="/project/", headers={"Content-Security-Policy": "default-src 'self'"})


def get(site: StaticHost, path: str, **headers: str) -> tuple[HTTPResponse, str]:
    connection = HTTPConnection(urlsplit(site.url).netloc, timeout=5)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer, body


def test_pages_are_served_under_the_prefix_with_the_headers(site: StaticHost) -> None:
    assert site.url.endswith("/project/")
    answer, body = get(site, "/project/events/a/?q=1")
    assert (answer.status, body) == (200, "<h1>A</h1>")
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Content-Security-Policy"] == "default-src 'self'"


@pytest.mark.parametrize(
    "path",
    ["/", "/project/none", "/project/events/", "/project/data.db/", "/project/../secret", "/project/%2e%2e/secret"],
)
def test_what_is_not_there_gets_the_page_that_says_so(site: StaticHost, path: str) -> None:
    answer, body = get(site, path)
    assert (answer.status, body) == (404, "<h1>Lost</h1>")


def test_a_folder_without_its_slash_is_redirected(site: StaticHost) -> None:
    answer, _ = get(site, "/project/events/a")
    assert (answer.status, answer.headers["Location"]) == (301, "/project/events/a/")


@pytest.mark.parametrize(
    "asked, status, body, told",
    [
        ("bytes=2-4", 206, "234", "bytes 2-4/10"),
        ("bytes=7-", 206, "789", "bytes 7-9/10"),
        ("bytes=7-99", 206, "789", "bytes 7-9/10"),
        ("bytes=-3", 206, "789", "bytes 7-9/10"),
        ("bytes=10-", 416, "", "bytes */10"),
        ("bytes=-", 200, "0123456789", None),
        ("lines=1-2", 200, "0123456789", None),
    ],
)
def test_byte_ranges_are_answered(site: StaticHost, asked: str, status: int, body: str, told: str | None) -> None:
    answer, got = get(site, "/project/data.db", Range=asked)
    assert (answer.status, got, answer.headers["Content-Range"]) == (status, body, told)


def test_requests_are_remembered_with_their_size(site: StaticHost) -> None:
    get(site, "/project/data.db", Range="bytes=2-4")
    get(site, "/project/none")
    assert site.requests == [Request("/project/data.db", 206, 3), Request("/project/none", 404, 13)]


@pytest.mark.parametrize("taken, encoding", [("gzip, br", "gzip"), ("br", None), ("", None)])
def test_text_is_sent_compressed_to_whoever_takes_it_so(tmp_path: Path, taken: str, encoding: str | None) -> None:
    text = "<h1>Home</h1>" * 100
    (tmp_path / "index.html").write_text(text, encoding="utf-8")
    site = StaticHost(tmp_path, compress=True)
    connection = HTTPConnection(urlsplit(site.url).netloc, timeout=5)
    connection.request("GET", "/", headers={"Accept-Encoding": taken})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    site.stop()
    assert answer.headers["Content-Encoding"] == encoding
    assert (gzip.decompress(body) if encoding else body).decode() == text
    assert site.requests == [Request("/", 200, len(body))]
