"""`chronology check --published`: an earlier events.json as a file, or from its address."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from chronology.exchange.events_json import events_json
from chronology.model.chronology import derive
from chronology.records.load import load
from chronology.review import download

GONE = (
    "content/events:1:1: the event 'gone' was published, and its address leads nowhere now; "
    "keep its record with `retracted`, or add the id to the `formerly` of the event that it became"
)
PUBLISHED = {"events": [{"id": "gone", "title": "What happened"}]}


@pytest.mark.parametrize(
    "content, reason",
    [
        (None, "it cannot be read (No such file or directory)"),
        (b"<html>", "it is no JSON"),
        (b"\xff\xfe", "it is no JSON"),
        (b"[" * 200_000, "it is no JSON"),
        (b"[]", "it has no list of events with their ids and titles"),
        (b'{"events": {"a": 1}}', "it has no list of events with their ids and titles"),
        (b'{"events": [{"id": 1, "title": "a"}]}', "it has no list of events with their ids and titles"),
        (b'{"events": [{"id": "a"}]}', "it has no list of events with their ids and titles"),
        (
            b'{"events": [{"id": "a", "title": "a", "formerly": "b"}]}',
            "it has no list of events with their ids and titles",
        ),
    ],
)
def test_a_list_of_published_events_that_is_none(project: Path, run, content: bytes | None, reason: str) -> None:
    if content is not None:
        (project / "events.json").write_bytes(content)
    message = f"chronology check: events.json: {reason}; name an earlier data/events.json of this site"
    assert run("check", "--published", "events.json") == (2, [], [message])


def test_what_a_site_publishes_now_can_be_given_to_the_check(project: Path, run) -> None:
    entities = load(project, project / "content").entities
    assert entities
    (project / "events.json").write_bytes(events_json(derive(entities), lambda kind, key: f"{kind}/{key}", None))
    assert run("check", "--published", "events.json")[0] == 0


@pytest.mark.parametrize("kind", ["actors", "places", "sources", "series", "topics"])
def test_a_record_of_any_kind_may_not_vanish(project: Path, run, kind: str) -> None:
    (project / "events.json").write_text(json.dumps({"events": [], kind: {"gone": {"name": "Name"}}}))
    status, out, _ = run("check", "--published", "events.json")
    one = kind if kind == "series" else kind[:-1]
    assert (status, out[0]) == (
        1,
        (
            f"content/{kind}:1:1: the {one} 'gone' was published, and its address leads nowhere now; "
            f"keep its record, or add the id to the `formerly` of the {one} that it became"
        ),
    )


def test_a_renamed_record_is_named(project: Path, run) -> None:
    (project / "events.json").write_text(json.dumps({"events": [], "actors": {"mod": {"name": "An analyst"}}}))
    assert run("check", "--published", "events.json")[1][0] == (
        "content/actors/analyst.yml:1:1: the actor 'mod' was published, and its address leads nowhere now; "
        "if this is the same actor, add 'mod' to its `formerly`"
    )


# --- from a revision


def test_a_record_of_a_revision_may_not_vanish(project: Path, run, repository) -> None:
    (project / "content/events/gone.yml").write_text("title: What happened\n")  # no sound record, and published before
    repository("add", "--all")
    repository("commit", "--quiet", "--message=Add an event")
    repository("rm", "--quiet", "content/events/gone.yml")
    before = repository("status", "--porcelain")
    assert run("check", "--published-at", "HEAD")[:2] == (1, [GONE, "12 files: 1 error, 0 warnings"])
    assert run("check", "--published-at", "HEAD~")[0] == 0
    assert repository("status", "--porcelain") == before


@pytest.mark.parametrize(
    "path, content, gone",
    [
        ("actors/a.yml", "name: A\n", ["actors/a"]),
        ("places/a.yml", "name: A\n", ["places/a"]),
        ("sources/a.yml", "title: A\n", ["sources/a"]),
        ("topics/in/a/folder.yml", "title: A\n", ["topics/folder"]),
        ("series/a.yml", "title: A\nformerly: [b, c]\n", ["series/a", "series/b", "series/c"]),
        ("events/many.yml", "id: a\ntitle: A\n---\nid: b\ntitle: B\n", ["events/a", "events/b"]),
        ("events/a.yml", "title: A: B\n", ["events/a"]),
        ("events/a.yml", "\x00", ["events/a"]),
        ("events/many.yml", "id: a\ntitle: A\n---\nid: b\ntitle: [\n", ["events/a", "events/b"]),
        ("layers/a.yml", "title: A\n", []),
        ("events/No Id.yml", "title: A\n", []),
        ("events/.a.yml", "title: A\n", []),
        ("media/a.yml", "title: A\n", []),
    ],
)
def test_what_a_file_of_a_revision_published(  # noqa: PLR0917 - fixtures
    project: Path, run, repository, path: str, content: str, gone: list[str]
) -> None:
    file = project / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content)
    repository("add", "--all", "--force")
    repository("commit", "--quiet", "--message=Add it")
    file.unlink()
    problems = json.loads("\n".join(run("check", "--published-at", "HEAD", "--format", "json")[1]))["problems"]
    told = [(one["path"], one["message"].split("'")[1]) for one in problems if one["rule"] == "published"]
    assert sorted(f"{where.removeprefix('content/')}/{name}" for where, name in told) == gone


def test_a_renamed_record_of_a_revision_is_named(project: Path, run, repository) -> None:
    repository("mv", "content/actors/analyst.yml", "content/actors/expert.yml")
    for path in (project / "content").rglob("*.yml"):
        path.write_text(path.read_text("utf-8").replace("analyst]", "expert]"), "utf-8")
    [told] = [line for line in run("check", "--published-at", "HEAD")[1] if "'analyst' was published" in line]
    assert told.startswith("content/actors/expert.yml:1:1: ")
    assert told.endswith("if this is the same actor, add 'analyst' to its `formerly`")


@pytest.mark.parametrize("revision", ["none", "-h", "", "HEAD:content"])
def test_a_published_revision_that_git_does_not_know_is_used_wrongly(run, repository, revision: str) -> None:
    status, out, [message] = run("check", f"--published-at={revision}")
    assert (status, out) == (2, [])
    assert f"'{revision}'" in message


def test_a_published_revision_needs_a_repository(project: Path, run, git) -> None:
    message = "chronology check: this is no Git repository; run it in the repository of the records"
    assert run("check", "--published-at", "HEAD") == (2, [], [message])


def test_a_file_and_a_revision_are_too_much(project: Path, run) -> None:
    assert run("check", "--published", "events.json", "--published-at", "HEAD")[0] == 2


# --- from an address


class Server:
    """A server on loopback that answers as it is told; `requests` are the headers that it saw."""

    def __init__(self) -> None:
        self.answer: Callable[[BaseHTTPRequestHandler], None] = lambda _: None
        self.requests: list[dict[str, str]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.requests.append(dict(self.headers))
                outer.answer(self)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}/data/events.json"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("no_proxy", "*")
    server = Server()
    yield server
    server.stop()


def _send(body: bytes, status: int = 200, **headers: str) -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def test_an_address_is_asked_once_and_politely(project: Path, run, server: Server) -> None:
    server.answer = _send(json.dumps(PUBLISHED).encode())
    status, out, _ = run("check", "--published", server.url)
    assert (status, out[0]) == (1, GONE)
    [headers] = server.requests
    assert headers["User-Agent"].startswith("chronology/")


def test_a_redirection_is_followed_on_the_web(project: Path, run, server: Server) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        here = handler.path == "/here"
        _send(json.dumps(PUBLISHED).encode() if here else b"", 200 if here else 302, Location="/here")(handler)

    server.answer = answer
    assert run("check", "--published", server.url)[1][0] == GONE


@pytest.mark.parametrize(
    "answer, reason",
    [
        (_send(b"", 404), "the server answers 404 (Not Found)"),
        (_send(b"", 503), "the server answers 503 (Service Unavailable)"),
        (_send(b"", 302, Location="file:///etc/passwd"), "the server answers 302 ("),
        (_send(b"", 302, Location="ftp://example.org/x"), "the server cannot be reached (unknown url type: ftp)"),
        (_send(b"", 302, Location="/data/events.json"), "the server answers 302 ("),
        (_send(b"<html>"), "it is no JSON"),
        (_send(b"{}", Content_Length="20"), "the answer breaks off"),
        (_send(b"x" * 2000), "it has more than 1,000 bytes"),
        (lambda handler: handler.wfile.write(b"hello\r\n\r\n"), "the answer is broken (BadStatusLine: hello"),
        (lambda handler: None, "the answer is broken (RemoteDisconnected: "),
    ],
)
def test_an_answer_that_is_of_no_use(  # noqa: PLR0917 - fixtures
    project: Path, run, server: Server, monkeypatch: pytest.MonkeyPatch, answer, reason: str
) -> None:
    monkeypatch.setattr(download, "LARGEST", 1000)
    server.answer = answer
    status, out, [message] = run("check", "--published", server.url)
    assert (status, out) == (2, [])
    assert message.startswith(f"chronology check: {server.url}: {reason}")
    assert message.endswith("; name an earlier data/events.json of this site")


def test_a_server_that_does_not_answer_is_not_waited_for(
    project: Path, run, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "TIMEOUT", 0.2)
    held = threading.Event()
    server.answer = lambda _: (held.wait(10), None)[1]
    _, _, [message] = run("check", "--published", server.url)
    held.set()
    assert "there is no answer within 0 seconds" in message


def test_a_server_that_drips_is_not_waited_for(
    project: Path, run, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "LONGEST", 0.0)
    server.answer = _send(b"{}" * 100)
    assert "it took longer than 0 seconds" in run("check", "--published", server.url)[2][0]


def test_a_server_that_is_not_there(project: Path, run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/x"
        assert "the server cannot be reached ([Errno 111] Connection refused)" in run("check", "--published", url)[2][0]
