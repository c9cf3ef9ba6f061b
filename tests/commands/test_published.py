"""`chronology check --published`: an earlier events.json as a file, or from its address."""

from __future__ import annotations

import json
import re
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
GONE_FILE = GONE.replace("content/events:", "content/events/gone.yml:")
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
            f"content/{kind}/gone.yml:1:1: the {one} 'gone' was published, and its address leads nowhere now; "
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
    assert run("check", "--published-at", "HEAD")[:2] == (1, [GONE_FILE, "12 files: 1 error, 0 warnings"])
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
    kind = path.partition("/")[0]
    assert sorted(told) == [(f"content/{path}", name.removeprefix(f"{kind}/")) for name in gone]


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


# --- beside mistakes


def published_problems(run, *options: str) -> list[str]:
    """The place and the id of each record that is gone."""
    problems = json.loads("\n".join(run("check", *options, "--format", "json")[1]))["problems"]
    gone = [(one["path"], one["line"], one["message"].split("'")[1]) for one in problems if one["rule"] == "published"]
    return [f"{path}:{line}:{name}" for path, line, name in gone]


@pytest.fixture
def broken(project: Path, repository) -> Callable[..., str]:
    """A repository whose main branch has a mistake in an event; nothing else is wrong."""
    path = project / "content/events/incursion.yml"
    path.write_text(re.sub(r"(?m)^date: .*$", "date: 2024-13-45", path.read_text()))
    (project / "content/events/old.yml").write_text("title: What is old\ndate: 2024-08-07\nformerly: [oldest]\n")
    repository("commit", "--quiet", "--all", "--message=Make a mistake")
    repository("add", "--all")
    repository("commit", "--quiet", "--message=Add an event")
    return repository


def test_a_mistake_elsewhere_hides_no_record_that_is_gone(project: Path, run, broken) -> None:
    broken("rm", "--quiet", "content/events/old.yml")
    broken("commit", "--quiet", "--message=Delete it")
    status, out, _ = run("check", "--changed-since", "HEAD^", "--published-at", "HEAD^")
    assert status == 1
    assert [line.partition(" was")[0] for line in out[:-1]] == [
        "content/events/old.yml:1:1: the event 'old'",
        "content/events/old.yml:1:1: the event 'oldest'",
    ]
    assert out[-1].startswith("12 files: 2 errors, 0 warnings; ")


def test_what_another_branch_added_meanwhile_is_not_gone_by_this_one(project: Path, run, broken) -> None:
    broken("checkout", "--quiet", "-b", "patch", "HEAD^")
    assert published_problems(run, "--published-at", "main") == [
        "content/events/old.yml:1:old",
        "content/events/old.yml:1:oldest",
    ]
    assert published_problems(run, "--published-at", "main", "--changed-since", "main") == []


def test_a_record_that_an_earlier_file_names_is_gone_by_the_change(project: Path, run, broken) -> None:
    events = [{"id": "old", "title": "What is old", "date": {"edtf": "2024-08-07"}, "formerly": ["oldest"]}]
    (project / "events.json").write_text(json.dumps({"events": events}))
    broken("rm", "--quiet", "content/events/old.yml")
    assert published_problems(run, "--published", "events.json", "--changed-since", "HEAD") == [
        "content/events/2024/old.yml:1:old",
        "content/events/2024/old.yml:1:oldest",
    ]


OLD = "title: What is old\ndate: 2024-08-07\nsummary: It was.\nformerly: [oldest]\nsources: [report]\n"
PAIR = "id: one\nname: One\nkind: military\nformerly: [first]\n---\nid: two\nname: Two\nkind: military\n"


@pytest.mark.parametrize(
    "path, before, now, moved",
    [
        ("events/old.yml", OLD, "", None),
        ("events/old.yml", OLD, OLD.replace("title", "titel"), None),
        ("events/old.yml", OLD, OLD.replace("[oldest]", "[oldest"), None),
        ("events/old.yml", OLD, OLD.replace("[oldest]", "oldest"), None),
        ("events/old.yml", OLD, f"a: [\n{OLD}", None),
        ("events/old.yml", OLD, f"a: [\n{OLD.replace('[oldest]', chr(10) + '  - oldest')}", None),
        ("events/old.yml", OLD, "- a\n- b\n", None),
        ("events/old.yml", OLD, f"\t{OLD}", None),
        ("events/old.yml", OLD, b"\xff\xfe", None),
        ("events/old.yml", OLD, OLD, "events/old.yaml"),
        ("events/old.yml", OLD, f"id: old\n{OLD}", "events/other.yml"),
        ("actors/pair.yml", PAIR, PAIR.replace("id: two\n", ""), None),
        ("actors/pair.yml", PAIR, PAIR.replace("id: two", "id: [two]"), None),
        ("actors/pair.yml", PAIR, PAIR.replace("name: Two", "name: [Two"), None),
    ],
)
@pytest.mark.parametrize("form", ["revision", "file"])
def test_a_record_whose_file_has_a_mistake_is_not_gone(  # noqa: PLR0917 - fixtures
    project: Path, run, repository, path: str, before: str, now: str | bytes, moved: str | None, form: str
) -> None:
    file = project / "content" / path
    file.write_text(before)
    repository("add", "--all")
    repository("commit", "--quiet", "--message=Add it")
    entities = load(project, project / "content").entities
    assert entities
    (project / "events.json").write_bytes(events_json(derive(entities), lambda kind, key: f"{kind}/{key}", None))
    file.unlink()
    after = project / "content" / (moved or path)
    after.write_bytes(now if isinstance(now, bytes) else now.encode())
    options = ("--published-at", "HEAD") if form == "revision" else ("--published", "events.json")
    assert published_problems(run, *options) == []
    assert run("check", *options)[0] == 1


def test_a_record_of_a_file_with_a_mistake_can_be_gone(project: Path, run, repository) -> None:
    file = project / "content/actors/pair.yml"
    file.write_text(f"{PAIR}---\nid: three\nname: Three\n")
    repository("add", "--all")
    repository("commit", "--quiet", "--message=Add them")
    file.write_text(PAIR.replace("id: two\n", ""))
    assert published_problems(run, "--published-at", "HEAD") == ["content/actors/pair.yml:1:three"]


def test_a_renamed_record_with_a_mistake_is_named(project: Path, run, broken) -> None:
    broken("mv", "content/events/incursion.yml", "content/events/raid.yml")
    assert published_problems(run, "--published-at", "HEAD") == ["content/events/raid.yml:1:incursion"]


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
