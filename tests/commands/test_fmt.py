"""`chronology fmt`: which files it lays out, and how it ends. What a layout is stands in tests/records/layout."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from chronology.records.layout import layout

LOOSE = b"summary:  A word.\ntitle: Title\ndate: 2025-03-13\nsources: [report] # one\n"
LAID_OUT = b"title: Title\ndate: 2025-03-13\nsummary: A word.\nsources: [report]  # one\n"


@pytest.fixture
def event(project: Path) -> Path:
    path = project / "content/events/a.yml"
    path.write_bytes(LOOSE)
    return path


def test_files_are_laid_out_in_place(event: Path, run) -> None:
    assert run("fmt") == (0, ["content/events/a.yml", "13 files: 1 laid out anew"], [])
    assert event.read_bytes() == LAID_OUT
    assert run("fmt") == (0, ["13 files: 0 laid out anew"], [])


def test_the_check_names_what_would_change_and_writes_nothing(event: Path, run) -> None:
    message = "content/events/a.yml:1:1: the layout is not the canonical one; run `chronology fmt content/events/a.yml`"
    assert run("fmt", "--check") == (1, [message, "13 files: 1 would change"], [])
    assert event.read_bytes() == LOOSE
    event.write_bytes(LAID_OUT)
    assert run("fmt", "--check") == (0, ["13 files: 0 would change"], [])


def test_the_difference_is_shown_and_nothing_is_written(event: Path, run) -> None:
    status, out, _ = run("fmt", "--diff")
    assert status == 1
    assert out == [
        "--- a/content/events/a.yml",
        "+++ b/content/events/a.yml",
        "@@ -1,4 +1,4 @@",
        "-summary:  A word.",
        " title: Title",
        " date: 2025-03-13",
        "-sources: [report] # one",
        "+summary: A word.",
        "+sources: [report]  # one",
        "13 files: 1 would change",
    ]
    assert event.read_bytes() == LOOSE


def test_only_what_is_named_is_laid_out(event: Path, run) -> None:
    other = event.with_name("b.yml")
    other.write_bytes(LOOSE)
    assert run("fmt", "content/events/b.yml", "content/actors") == (
        0,
        ["content/events/b.yml", "5 files: 1 laid out anew"],
        [],
    )
    assert event.read_bytes() == LOOSE


def test_only_what_changed_since_a_revision_is_laid_out(project: Path, run, repository) -> None:
    (project / "content/events/old.yml").write_bytes(LOOSE)
    repository("add", "--all")
    repository("commit", "--quiet", "--message=Add an event")
    (project / "content/events/new.yml").write_bytes(LOOSE)
    (project / "content/media/new.png").write_bytes(b"")
    assert run("fmt", "--changed-since", "HEAD") == (
        0,
        ["content/events/new.yml", "1 file: 1 laid out anew"],
        [],
    )
    assert run("fmt", "--check", "--changed-since", "HEAD", "content/actors")[:2] == (0, ["0 files: 0 would change"])
    message = "chronology fmt: Git knows no revision 'none'; fetch it first, or name another"
    assert run("fmt", "--changed-since", "none") == (2, [], [message])


def test_the_check_tells_github_with_paths_from_the_current_folder(
    event: Path, run, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = event.parents[2]
    monkeypatch.chdir(project.parent)
    status, out, _ = run("fmt", "--check", "--format", "github", f"{project.name}/content")
    assert (status, out) == (
        1,
        [
            (
                f"::warning file={project.name}/content/events/a.yml,line=1,col=1,title=A file has another layout than "
                "`chronology fmt` gives it::the layout is not the canonical one; "
                f"run `chronology fmt {project.name}/content/events/a.yml`"
            ),
            "13 files: 1 would change",
        ],
    )


def test_the_check_tells_gitlab_in_json_alone(event: Path, run) -> None:
    status, out, _ = run("fmt", "--check", "--format", "gitlab")
    [one] = json.loads("\n".join(out))
    assert (status, one["location"]["path"], one["severity"]) == (1, "content/events/a.yml", "minor")
    event.unlink()
    assert run("fmt", "--check", "--format", "gitlab") == (0, ["[]"], [])


def test_a_format_is_for_the_check(event: Path, run) -> None:
    assert run("fmt", "--format", "github") == (2, [], ["chronology fmt: --format is for --check; add it"])
    assert event.read_bytes() == LOOSE


def test_a_file_with_a_mistake_in_its_yaml_is_named_and_left_alone(event: Path, run) -> None:
    broken = b"title: A: b\ndate:  2025-03-13\n"
    event.write_bytes(broken)
    status, out, [message] = run("fmt")
    assert (status, out) == (1, ["13 files: 0 laid out anew, 1 left alone"])
    assert message.startswith("content/events/a.yml:1:9: ")
    assert message.endswith(" (the file was left alone)")
    assert event.read_bytes() == broken


def test_a_record_that_is_wrong_otherwise_is_laid_out(event: Path, run) -> None:
    event.write_bytes(b"colour:  red\ntitle: Title\n")
    assert run("fmt")[0] == 0
    assert event.read_bytes() == b"title: Title\ncolour: red\n"


def test_a_layout_that_would_change_a_word_is_not_written(event: Path, run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "write", lambda *_: "title: Another\n")
    status, _, messages = run("fmt", "content/events/a.yml")
    assert status == 1
    [message] = messages
    assert message == (
        "content/events/a.yml:1:1: its layout cannot be changed without changing what it says, which is a mistake in "
        "this program; report it, with the file (the file was left alone)"
    )
    assert event.read_bytes() == LOOSE


def test_a_file_keeps_its_rights_and_no_other_is_left(event: Path, run) -> None:
    event.chmod(0o640)
    before = {path.name for path in event.parent.iterdir()}
    run("fmt")
    assert stat.S_IMODE(event.stat().st_mode) == 0o640
    assert {path.name for path in event.parent.iterdir()} == before


def test_a_file_that_cannot_be_written_stays_as_it_was(event: Path, run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    assert run("fmt")[2] == [f"chronology fmt: {event} cannot be written (Permission denied)"]
    assert event.read_bytes() == LOOSE
    assert sorted(path.name for path in event.parent.iterdir()) == ["a.yml", "incursion.yml"]


@pytest.mark.parametrize(
    "path, message",
    [
        ("content/events/none.yml", "there is no file or folder content/events/none.yml"),
        ("README", "README is not in the content folder {}/content; name it with --content"),
        ("content/media/map.png", "content/media/map.png is no record"),
    ],
)
def test_a_path_without_records_is_used_wrongly(project: Path, run, path: str, message: str) -> None:
    (project / "README").write_text("")
    assert run("fmt", path) == (2, [], [f"chronology fmt: {message.format(project)}"])
