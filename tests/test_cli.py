"""The command: what it prints, and how it ends. What it finds in records is in tests/records and tests/review."""

from __future__ import annotations

from pathlib import Path

import pytest

from chronology import cli
from tests.records.case_files import write_project

LOADED = b"title: Russia admits it\ndate: 2025-03-13\nsummary: A word.\nsources: [report]\n"
WARNING = "content/events/a.yml:1:15: warning: 'admits' is a loaded word; write instead: say, or acknowledge"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_project(tmp_path, {})
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    """`run(*arguments)`: the exit status, and the lines of both outputs."""

    def run(*arguments: str) -> tuple[int, list[str], list[str]]:
        try:
            status = cli.main(arguments)
        except SystemExit as stop:
            status = int(stop.code or 0)
        printed = capsys.readouterr()
        return status, printed.out.splitlines(), printed.err.splitlines()

    return run


def test_check_of_sound_records_counts_them(project: Path, run) -> None:
    assert run("check") == (0, ["12 files: 0 errors, 0 warnings"], [])


def test_check_reads_the_folder_that_is_named(project: Path, run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    (project / "content/events/a.yml").write_bytes(LOADED)
    assert run("check", str(project / "content")) == (0, [WARNING, "13 files: 0 errors, 1 warning"], [])


def test_warnings_fail_only_where_that_is_asked(project: Path, run) -> None:
    (project / "content/events/a.yml").write_bytes(LOADED)
    assert run("check") == (0, [WARNING, "13 files: 0 errors, 1 warning"], [])
    assert run("check", "--strict") == (1, [WARNING, "13 files: 0 errors, 1 warning"], [])


def test_an_error_fails_and_keeps_what_needs_sound_records_back(project: Path, run) -> None:
    (project / "content/events/a.yml").write_bytes(LOADED + b"colour: red\n")
    status, [problem, count], _ = run("check")
    assert status == 1
    assert problem.startswith("content/events/a.yml:5:1: unknown field 'colour'; ")
    assert count == "13 files: 1 error, 0 warnings; the wording is checked once there are no errors"


def test_check_without_records_is_used_wrongly(tmp_path: Path, run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("check") == (
        2,
        [],
        ["chronology check: there is no folder content; name the folder of the records"],
    )


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


def test_published_takes_no_address(project: Path, run) -> None:
    status, out, err = run("check", "--published", "https://example.org/data/events.json")
    assert (status, out) == (2, [])
    assert err[-1] == (
        "chronology check: error: argument --published: this is an address; download the file and name it"
    )


def test_schema_is_stale_until_it_is_written(project: Path, run) -> None:
    page = project / "records.md"
    assert run("schema", "--check", "--reference", str(page))[0] == 1
    assert run("schema", "--reference", str(page))[0] == 0
    assert run("schema", "--check", "--reference", str(page)) == (0, [], [])


def test_the_schemas_are_written_where_that_is_asked(project: Path, run) -> None:
    run("schema", "--reference", str(project / "records.md"), "--to", str(project / "schemas"))
    assert "event.json" in {path.name for path in (project / "schemas").iterdir()}


@pytest.mark.parametrize("arguments", [(), ("sing",), ("check", "--loud")])
def test_what_the_command_does_not_know_is_used_wrongly(run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments)[0] == 2
