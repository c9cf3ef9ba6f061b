"""`chronology check`: what it reports on, and how it ends. What it finds is in tests/records and tests/review."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from chronology.commands import terminal
from chronology.records import contents, processes
from chronology.review import verdict

LOADED = b"title: Russia admits it\ndate: 2025-03-13\nsummary: A word.\nsources: [report]\n"
WARNING = "content/events/a.yml:1:15: warning: 'admits' is a loaded word; write instead: say, or acknowledge"
SPOT = ["     1 | title: Russia admits it", "       |               ^"]
BROKEN = b"title: A village\ndate: 2025-03-13\nsummary: A word.\nsources: [reprot]\n"
ERROR = "content/events/b.yml:4:11: there is no source 'reprot'; did you mean 'report'?"
ERROR_SPOT = ["     4 | sources: [reprot]", "       |           ^"]


def test_sound_records_are_counted(project: Path, run) -> None:
    assert run("check") == (0, ["12 files: 0 errors, 0 warnings"], [])


def test_a_problem_comes_with_its_line_and_a_mark_under_the_spot(project: Path, run) -> None:
    (project / "content/events/b.yml").write_bytes(BROKEN)
    count = "13 files: 1 error, 0 warnings; the wording is checked once there are no errors"
    assert run("check") == (1, [ERROR, *ERROR_SPOT, count], [])


def test_warnings_stand_apart_from_errors(project: Path, run) -> None:
    (project / "content/events/b.yml").write_bytes(BROKEN)
    (project / "content/actors/note.txt").write_bytes(b"")
    _, out, _ = run("check")
    assert out == [
        ERROR,
        *ERROR_SPOT,
        "",
        "content/actors/note.txt:1:1: warning: this file is no record, and is not published; move it elsewhere",
        "13 files: 1 error, 1 warning; the wording is checked once there are no errors",
    ]


def test_the_folder_that_is_named_is_read(project: Path, run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    (project / "content/events/a.yml").write_bytes(LOADED)
    expected: tuple[int, list[str], list[str]] = (0, [WARNING, *SPOT, "13 files: 0 errors, 1 warning"], [])
    assert run("check", str(project / "content")) == expected
    assert run("check", "--content", str(project / "content")) == expected


def test_warnings_fail_only_where_that_is_asked(project: Path, run) -> None:
    (project / "content/events/a.yml").write_bytes(LOADED)
    assert run("check")[0] == 0
    assert run("check", "--strict") == (1, [WARNING, *SPOT, "13 files: 0 errors, 1 warning"], [])


# --- what is reported on


@pytest.fixture
def two_mistakes(project: Path) -> Path:
    (project / "content/events/a.yml").write_bytes(BROKEN)
    (project / "content/events/b.yml").write_bytes(BROKEN)
    return project


def test_only_the_paths_that_are_named_are_reported_on(two_mistakes: Path, run) -> None:
    status, out, _ = run("check", "content/events/b.yml", "content/actors")
    assert (status, out[0], out[-1]) == (
        1,
        ERROR,
        (
            "14 files: 1 error, 0 warnings; 1 problem in other files not shown; "
            "the wording is checked once there are no errors"
        ),
    )
    assert run("check", "content/actors")[0] == 0


def test_the_content_folder_is_found_from_a_path(two_mistakes: Path, run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(two_mistakes / "content/events")
    assert run("check", "b.yml")[1][0] == ERROR


@pytest.mark.parametrize(
    "arguments, message",
    [
        (["content/events/none.yml"], "there is no file or folder content/events/none.yml"),
        (["--content", "elsewhere"], "there is no folder elsewhere; name the folder of the records"),
        (["README"], "README is not in the content folder {}/content; name it with --content"),
    ],
)
def test_a_path_that_holds_no_records_is_used_wrongly(project: Path, run, arguments: list[str], message: str) -> None:
    (project / "README").write_text("")
    assert run("check", *arguments) == (2, [], [f"chronology check: {message.format(project)}"])


def test_without_records_the_command_is_used_wrongly(tmp_path: Path, run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run("check")
    assert (status, out) == (2, [])
    assert err[0].startswith(f"chronology check: there is no chronology in {tmp_path}, nor in a folder above it")


# --- since a revision


def test_only_what_changed_since_a_revision_is_reported_on(project: Path, run, repository) -> None:
    (project / "content/events/old.yml").write_bytes(BROKEN)
    repository("add", "--all")
    repository("commit", "--quiet", "--message=A mistake")
    (project / "content/events/b.yml").write_bytes(BROKEN)
    before = repository("status", "--porcelain")
    assert run("check", "--changed-since", "HEAD")[1][0] == ERROR
    assert len([line for line in run("check", "--changed-since", "HEAD~")[1] if "reprot'" in line]) == 2
    assert repository("status", "--porcelain") == before


def test_a_renamed_file_has_changed_and_its_problems_have_its_new_name(project: Path, run, repository) -> None:
    (project / "content/events/old.yml").write_bytes(BROKEN)
    repository("add", "--all")
    repository("commit", "--quiet", "--message=A mistake")
    repository("mv", "content/events/old.yml", "content/events/b.yml")
    repository("commit", "--quiet", "--message=Rename")
    assert run("check", "--changed-since", "HEAD~")[1][0] == ERROR


def test_what_a_deletion_breaks_elsewhere_is_reported(project: Path, run, repository) -> None:
    (project / "content/events/other.yml").write_bytes(BROKEN)
    repository("add", "--all")
    repository("commit", "--quiet", "--message=A mistake that is not ours")
    repository("rm", "--quiet", "content/places/kursk-region.yml")
    status, out, _ = run("check", "--changed-since", "HEAD")
    assert status == 1
    assert [line for line in out if line.startswith("content/")] == [
        (
            "content/places/sudzha.yml:3:9: there is no place 'kursk-region'; "
            "add content/places/kursk-region.yml, or correct the id"
        )
    ]
    assert "1 problem in other files not shown" in out[-1]


def test_a_word_taken_out_of_the_settings_is_reported_where_it_is_used(project: Path, run, repository) -> None:
    settings = project / "content/chronology.yml"
    settings.write_text(settings.read_text().replace("newspaper", "paper"))
    _, out, _ = run("check", "--changed-since", "main")
    assert [line.partition(": ")[2].partition(";")[0] for line in out if line.startswith("content/")] == [
        "'newspaper' is not one of the `source_kinds` of chronology.yml"
    ]


def test_a_record_taken_out_of_a_file_of_several_is_missed(project: Path, run, repository) -> None:
    several = project / "content/places/several.yml"
    several.write_text("id: one\nname: One\n---\nid: two\nname: Two\n")
    (project / "content/events/b.yml").write_bytes(BROKEN.replace(b"reprot", b"report") + b"places: [two]\n")
    repository("add", "--all")
    repository("commit", "--quiet", "--message=Two places")
    several.write_text("id: one\nname: One\n---\nid: three\nname: Three\n")
    _, out, _ = run("check", "--changed-since", "HEAD")
    assert out[0] == "content/events/b.yml:5:10: there is no place 'two'; add content/places/two.yml, or correct the id"


def test_what_others_changed_meanwhile_is_not_this_branch_s_doing(project: Path, run, repository) -> None:
    repository("switch", "--quiet", "--create=branch")
    (project / "content/events/b.yml").write_bytes(BROKEN)
    repository("add", "--all")
    repository("commit", "--quiet", "--message=Ours")
    repository("switch", "--quiet", "main")
    (project / "content/actors/analyst.yml").write_text("name: Analyst\nkind: analyst\nsummary: Changed on main.\n")
    repository("commit", "--quiet", "--all", "--message=Theirs")
    repository("switch", "--quiet", "branch")
    (project / "content/actors/analyst.yml").write_text("name: Analyst\nkind: wrong\n")
    repository("update-index", "--assume-unchanged", "content/actors/analyst.yml")
    assert [line for line in run("check", "--changed-since", "main")[1] if line.startswith("content/")] == [ERROR]


@pytest.mark.parametrize("revision", ["none", "-h", "--help", "", "HEAD:content", "a b"])
def test_a_revision_that_git_does_not_know_is_used_wrongly(project: Path, run, repository, revision: str) -> None:
    status, out, err = run("check", f"--changed-since={revision}")
    assert (status, out) == (2, [])
    assert err == [f"chronology check: Git knows no revision {revision!r}; fetch it first, or name another"]


def test_outside_of_a_repository_nobody_knows_what_changed(project: Path, run, git) -> None:
    message = "this is no Git repository, so nobody knows what has changed"
    assert run("check", "--changed-since", "HEAD") == (2, [], [f"chronology check: {message}"])


def test_without_git_nobody_knows_what_changed(project: Path, run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(project))
    message = "Git is not installed, so nobody knows what has changed"
    assert run("check", "--changed-since", "HEAD") == (2, [], [f"chronology check: {message}"])


# --- what is kept for the next run


def _never(*_: object) -> None:
    raise AssertionError("this was not to be called")


def test_a_run_after_which_nothing_changed_is_answered_from_the_last(
    project: Path, run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "content/events/a.yml").write_bytes(LOADED)
    first = run("check")
    monkeypatch.setattr("chronology.records.load.load", _never)
    assert run("check") == first
    assert run("check", "--format", "json")[1][0] == "{"


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "content/events/incursion.yml").write_bytes(BROKEN),
        lambda root: (root / "content/events/incursion.yml").rename(root / "content/events/incursion-2.yml"),
        lambda root: (root / "content/series/stray.csv").write_bytes(b"date,value\n"),
        lambda root: (root / "content/stray").mkdir(),
    ],
)
def test_a_change_is_never_answered_from_the_last_run(project: Path, run, change) -> None:
    run("check")
    seen = verdict.look(project / "content", project)
    change(project)
    now = verdict.look(project / "content", project)
    assert seen
    assert now
    assert verdict.recall(project / ".cache/chronology", seen.fingerprint)
    assert verdict.recall(project / ".cache/chronology", now.fingerprint) is None


@pytest.mark.parametrize("damage", [b"", b"\n", b"x" * 100, b"[" * 100_000])
def test_a_damaged_verdict_is_not_used(project: Path, run, damage: bytes) -> None:
    first = run("check")
    kept = project / ".cache/chronology" / verdict.NAME
    head = kept.read_bytes().partition(b"\n")[0]
    for content in (damage, head + b"\n" + damage, kept.read_bytes().replace(b"12", b"13")):
        kept.write_bytes(content)
        assert run("check") == first


def test_no_cache_keeps_nothing(project: Path, run) -> None:
    run("check", "--no-cache")
    assert not (project / ".cache").exists()


def test_several_processes_find_what_one_finds(project: Path, run, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(30):
        (project / f"content/events/a{number}.yml").write_bytes(LOADED if number % 3 else BROKEN)
    first = run("check", "--no-cache")
    monkeypatch.setattr(processes, "FEW", 2)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1, 2}, raising=False)
    assert run("check", "--no-cache") == first
    for path in (project / "content/events").glob("a*.yml"):
        path.write_bytes(LOADED)
    assert len([line for line in run("check", "--no-cache")[1] if line.startswith("content/")]) == 30


# --- how it looks at a terminal


class Terminal:
    """A stream that says it is a terminal, and keeps what is written."""

    def __init__(self) -> None:
        self.written = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> None:
        self.written += text

    def flush(self) -> None:
        pass


def test_colour_is_for_terminals_that_want_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert terminal.has_colour(Terminal())  # type: ignore[arg-type]
    monkeypatch.setenv("NO_COLOR", "1")
    assert not terminal.has_colour(Terminal())  # type: ignore[arg-type]
    monkeypatch.setenv("NO_COLOR", "")
    monkeypatch.setenv("TERM", "dumb")
    assert not terminal.has_colour(Terminal())  # type: ignore[arg-type]


def test_a_bar_appears_only_on_a_terminal_and_only_on_long_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    with terminal.Bar("Reading", stream) as bar:  # type: ignore[arg-type]
        bar(1, 4)
        assert stream.written == ""
        monkeypatch.setattr(terminal, "PATIENCE", 0)
        bar(1, 4)
        assert stream.written == "\rReading [#######.......................] 1 of 4\x1b[K"
    assert stream.written.endswith("\r\x1b[K")


def test_a_long_run_tells_how_far_it_is(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from chronology.records.load import load

    monkeypatch.setattr(contents, "AT_ONCE", 5)
    told: list[tuple[int, int]] = []
    load(project, project / "content", None, lambda done, of: told.append((done, of)))
    assert told == [(5, 12), (10, 12)]


# --- as a command


def test_the_command_runs_in_a_process_of_its_own(project: Path) -> None:
    (project / "content/events/b.yml").write_bytes(BROKEN)
    command = [sys.executable, "-m", "chronology.cli", "check", "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads(done.stdout)["problems"][0]["hint"] == "did you mean 'report'?"


@pytest.mark.parametrize("module", ["pydantic", "yaml", "mkdocs", "jinja2"])
def test_help_and_a_known_verdict_load_no_library(project: Path, run, module: str) -> None:
    run("check")
    code = (
        "import sys; from chronology import cli; status = cli.main(['check']); "
        f"assert status == 0 and {module!r} not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif"])
def test_hosts_get_paths_from_the_current_folder(
    project: Path, run, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    (project / "content/events/b.yml").write_bytes(BROKEN)
    monkeypatch.chdir(project.parent)
    _, out, _ = run("check", "--format", form, str(project / "content"))
    assert f"{project.name}/content/events/b.yml" in "\n".join(out)
