"""`chronology sources`, against a server on loopback."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from chronology import cli
from chronology.survival import connection
from chronology.survival.clock import Clock
from tests.records.case_files import write_project
from tests.survival.conftest import Server

Run = Callable[..., tuple[int, list[str], list[str]]]
EVENT = """title: The incursion begins
date: 2024-08-06
summary: Troops cross the border.
sources:
- source: report
  quote: We hold the village
- readout
"""
SOURCE = "title: A report\npublisher: A newspaper\nkind: newspaper\npublished: 2025-03-13\nurl: {url}\n"
ARCHIVED = "archived: {url: 'https://example.org/copy', date: 2025-03-14}\n"
LOCAL = ("--allow-local", "--host-delay", "0", "--contact", "https://example.org/kursk/")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, server: Server) -> Path:
    """Two sources on the server, one of them quoted; as the current folder."""
    write_project(tmp_path, {"content/events/incursion.yml": EVENT.encode()})
    put(tmp_path, "report", server.page("/report", "“We hold the village,” he said"), ARCHIVED)
    put(tmp_path, "readout", server.page("/readout", "A readout"))
    monkeypatch.chdir(tmp_path)
    for name in ("SITE_URL", "REPO_URL"):
        monkeypatch.delenv(name, raising=False)
    on(monkeypatch, "2026-01-05")
    return tmp_path


def put(project: Path, source: str, url: str, more: str = "") -> None:
    (project / f"content/sources/{source}.yml").write_text(SOURCE.format(url=url) + more, encoding="utf-8")


def on(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setattr(Clock, "today", lambda _: day)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str) -> tuple[int, list[str], list[str]]:
        try:
            status = cli.main(["sources", *arguments])
        except SystemExit as stop:
            status = int(stop.code or 0)
        printed = capsys.readouterr()
        return status, printed.out.splitlines(), printed.err.splitlines()

    return run


def test_what_is_well(project: Path, run: Run, server: Server) -> None:
    status, out, err = run(*LOCAL)
    assert (status, err) == (0, [])
    assert out == [
        (
            f"content/sources/readout.yml:5:6: warning: {server.url}/readout has no archived copy; "
            "add one as `archived`, with its address and date"
        ),
        f"     5 | url: {server.url}/readout",
        "       |      ^",
        (
            "50 % of the 2 sources with a public address have an archived copy. "
            "Last looked at on 5 January 2026: 2 pages answer."
        ),
    ]
    assert server.requests == ["HEAD /readout", "GET /report"]
    [agent] = server.agents
    assert agent.startswith("chronology/")
    assert agent.endswith(" (+https://example.org/kursk/)")


def test_what_is_gone_moved_and_changed(project: Path, run: Run, server: Server) -> None:
    server.page("/report", "We hold nothing")
    server.page("/there", "A readout")
    server.leads("/readout", "/there")
    put(project, "gone", f"{server.url}/gone", ARCHIVED)
    status, out, _ = run(*LOCAL)
    told = [line.partition("warning: ")[2] for line in out if "warning:" in line]
    assert status == 1
    assert told[:3] == [
        "the page is gone (the server answers 404, first seen so on 2026-01-05); readers have its archived copy",
        (
            "the page no longer has the words that the event 'incursion' quotes: “We hold the village”; "
            "compare it with the archived copy"
        ),
        f"the page has moved for good; write {server.url}/there",
    ]
    assert out[-1].endswith("Last looked at on 5 January 2026: 1 page has moved, 1 is gone, 1 has changed.")


def test_what_was_seen_is_written_down(project: Path, run: Run, server: Server) -> None:
    server.leads("/readout", "/there")
    server.page("/there", "A readout")
    run(*LOCAL)
    seen = {"looked": "2026-01-05", "since": "2026-01-05", "status": 200}
    report = json.loads((project / "sources-report.json").read_text(encoding="utf-8"))
    assert report == {
        "format": 1,
        "sources": {
            "readout": {"url": f"{server.url}/readout", "outcome": "moved", "to": f"{server.url}/there", **seen},
            "report": {"url": f"{server.url}/report", "outcome": "answers", "quotations": "bea2a295", **seen},
        },
    }


def test_offline_nobody_is_asked_and_nothing_written(project: Path, run: Run, server: Server, monkeypatch) -> None:
    def connect(*_: object, **__: object) -> None:
        raise AssertionError("somebody was asked")

    monkeypatch.setattr(connection, "connect", connect)
    monkeypatch.setattr("socket.getaddrinfo", connect)
    status, out, err = run("--offline")
    assert (status, err) == (0, [])
    assert out[-1] == "50 % of the 2 sources with a public address have an archived copy."
    assert server.agents == set()
    assert not (project / "sources-report.json").exists()


def test_offline_tells_what_is_known(project: Path, run: Run, server: Server) -> None:
    server.page("/report", "We hold nothing")
    assert run(*LOCAL)[0] == 1
    asked = list(server.requests)
    status, out, _ = run("--offline")
    assert (status, server.requests) == (1, asked)
    assert out[-1].endswith("Last looked at on 5 January 2026: 1 page answers, 1 has changed.")


# --- whom to ask again


@pytest.mark.parametrize("day, asked", [("2026-01-05", 2), ("2026-01-11", 2), ("2026-01-12", 4)])
def test_an_address_is_asked_again_after_a_week(project: Path, run: Run, server, monkeypatch, day, asked) -> None:  # noqa: PLR0917
    run(*LOCAL)
    on(monkeypatch, day)
    run(*LOCAL)
    assert len(server.requests) == asked


def test_how_long_to_wait_is_for_the_user_to_say(project: Path, run: Run, server: Server, monkeypatch) -> None:
    run(*LOCAL)
    on(monkeypatch, "2026-01-06")
    run(*LOCAL, "--days", "1")
    assert len(server.requests) == 4


def test_the_report_alone_tells_what_is_known(project: Path, run: Run, server: Server) -> None:
    """As on another machine, which has the repository and no cache."""
    run(*LOCAL, "--no-cache")
    assert not (project / ".cache").exists()
    run(*LOCAL, "--no-cache")
    assert len(server.requests) == 2


def test_the_cache_alone_tells_what_is_known(project: Path, run: Run, server: Server) -> None:
    """As after a run that was broken off."""
    run(*LOCAL)
    (project / "sources-report.json").unlink()
    run(*LOCAL)
    assert len(server.requests) == 2
    assert json.loads((project / "sources-report.json").read_text())["sources"].keys() == {"readout", "report"}


def test_a_damaged_cache_costs_time_alone(project: Path, run: Run, server: Server) -> None:
    run(*LOCAL)
    (project / ".cache/chronology/sources.json").write_text("{")
    assert run(*LOCAL)[0] == 0
    assert len(server.requests) == 2


def test_another_address_or_another_quotation_is_looked_at_anew(project: Path, run: Run, server: Server) -> None:
    run(*LOCAL)
    put(project, "readout", server.page("/elsewhere", "A readout"))
    event = project / "content/events/incursion.yml"
    event.write_text(event.read_text().replace("We hold the village", "he said"))
    run(*LOCAL)
    assert server.requests[2:] == ["HEAD /elsewhere", "GET /report"]


def test_a_source_that_is_no_more_leaves_the_report(project: Path, run: Run, server: Server) -> None:
    put(project, "third", server.page("/third", "text"))
    run(*LOCAL)
    (project / "content/sources/third.yml").unlink()
    run(*LOCAL)
    assert json.loads((project / "sources-report.json").read_text())["sources"].keys() == {"readout", "report"}


def test_the_longest_unseen_come_first(project: Path, run: Run, server: Server, monkeypatch) -> None:
    run(*LOCAL, "--max", "1")
    on(monkeypatch, "2026-01-20")
    run(*LOCAL, "--max", "1")
    on(monkeypatch, "2026-02-01")
    run(*LOCAL, "--max", "1")
    assert server.requests == ["HEAD /readout", "GET /report", "HEAD /readout"]


# --- forms


def test_github(project: Path, run: Run, server: Server) -> None:
    server.leads("/readout", "/there%0A")
    server.page("/there%0A", "text")
    _, out, _ = run(*LOCAL, "--format", "github")
    assert out[0] == (
        "::warning file=content/sources/readout.yml,line=5,col=6,title=The address of a source is not what it was%2C "
        f"or has no archived copy::the page has moved for good; write {server.url}/there%250A"
    )


def test_json(project: Path, run: Run, server: Server) -> None:
    server.page("/report", "We hold nothing")
    _, out, _ = run(*LOCAL, "--format", "json")
    document = json.loads("\n".join(out))
    assert {name: document[name] for name in ("format", "addresses", "archived", "percent", "looked", "outcomes")} == {
        "format": 1,
        "addresses": 2,
        "archived": 1,
        "percent": 50,
        "looked": "2026-01-05",
        "outcomes": {"gone": 0, "changed": 1, "moved": 0, "answers": 1, "unclear": 0},
    }
    assert document["sources"][1] == {
        "source": "report",
        "path": "content/sources/report.yml",
        "url": f"{server.url}/report",
        "archived": "https://example.org/copy",
        "outcome": "changed",
        "looked": "2026-01-05",
        "since": "2026-01-05",
        "status": 200,
        "to": None,
        "missing": ["We hold the village"],
        "note": "",
    }


def test_markdown_holds_no_markup_of_others(project: Path, run: Run, server: Server) -> None:
    event = project / "content/events/incursion.yml"
    event.write_text(event.read_text().replace("We hold the village", "'`@all` <img src=x> [a](b)'"))
    _, out, _ = run(*LOCAL, "--format", "markdown")
    assert out == [
        (
            "50 % of the 2 sources with a public address have an archived copy. "
            "Last looked at on 5 January 2026: 1 page answers, 1 has changed."
        ),
        "",
        "### Changed: 1",
        "",
        (
            "- `content/sources/report.yml:5` `the page no longer has the words that the event 'incursion' quotes: "
            "“'@all' <img src=x> [a](b)”; compare it with the archived copy`"
        ),
        "",
        "### Without an archived copy: 1",
        "",
        f"- `content/sources/readout.yml:5` `{server.url}/readout has no archived copy; "
        "add one as `archived`, with its address and date`".replace("`archived`", "'archived'"),
    ]


# --- exit status and use


def test_strict_fails_without_copies(project: Path, run: Run) -> None:
    assert run(*LOCAL)[0] == 0
    assert run("--offline", "--strict")[0] == 1


def test_private_networks_are_asked_only_when_told_to(project: Path, run: Run, server: Server) -> None:
    status, out, _ = run("--host-delay", "0", "--contact", "a@example.org")
    assert status == 0
    assert "nothing is known of the page: it leads into a private network; look at it yourself" in out[0]
    assert server.agents == set()


def test_who_asks_without_a_name_is_told_so(project: Path, run: Run) -> None:
    _, _, err = run("--allow-local", "--host-delay", "0")
    assert err == ["chronology sources: nobody can tell who asks; name the site with --contact or SITE_URL"]


@pytest.mark.parametrize("variable", ["SITE_URL", "REPO_URL"])
def test_the_site_or_the_repository_is_the_contact(project: Path, run: Run, server, monkeypatch, variable) -> None:
    monkeypatch.setenv(variable, "https://example.org/mine")
    run("--allow-local", "--host-delay", "0")
    assert all(agent.endswith("(+https://example.org/mine)") for agent in server.agents)


@pytest.mark.parametrize(
    "arguments, message",
    [
        (["--contact", "me"], "chronology sources: --contact is a web address or a mail address"),
        (["--contact", "https://a/\r\nX: y"], "chronology sources: --contact is a web address or a mail address"),
        (["--max", "-1"], "chronology sources: error: argument --max: '-1' is no whole number"),
        (
            ["--timeout", "nan"],
            "chronology sources: error: argument --timeout: 'nan' is no number of seconds up to 3600",
        ),
    ],
)
def test_a_wrong_use(project: Path, run: Run, arguments: list[str], message: str) -> None:
    status, _, err = run(*arguments)
    assert (status, err[-1]) == (2, message)


@pytest.mark.parametrize(
    "content, reason",
    [
        ("{", "it is no JSON, or a value has another form than it has to have"),
        ("[]", "a field is missing or has another form than it has to have"),
        ('{"format": 2}', "its format is not 1"),
        ('{"format": 1, "sources": {"a": {}}}', "a field is missing or has another form than it has to have"),
        (
            (
                '{"format": 1, "sources": {"a": {"url": "https://example.org/", "looked": "2026-01-05", '
                '"since": "2026-01-05", "outcome": "moved", "to": "javascript:alert(1)"}}}'
            ),
            "it is no JSON, or a value has another form than it has to have",
        ),
    ],
)
def test_a_damaged_report(project: Path, run: Run, content: str, reason: str) -> None:
    (project / "sources-report.json").write_text(content)
    status, _, err = run("--offline")
    path = project / "sources-report.json"
    assert (status, err) == (2, [f"chronology sources: {path}: {reason}; remove it, and it is written anew"])


def test_records_with_mistakes_are_not_looked_at(project: Path, run: Run, server: Server) -> None:
    (project / "content/events/incursion.yml").write_text("title: a\n")
    assert run(*LOCAL) == (1, [], ["chronology sources: the records have mistakes; run `chronology check` first"])
    assert server.agents == set()
