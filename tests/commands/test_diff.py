"""`chronology diff` on real Git repositories."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from chronology import cli
from tests.repositories import Repository, needs_git
from tests.review.diff_files import HERE

pytestmark = needs_git

SUDZHA = "content/events/sudzha.yml"
WIDENED = """\
Events: 1 changed.

  Event “Russia says it has retaken Sudzha” (`sudzha`)
  - Date widened from 12 March to 11–13 March 2025.
"""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = Repository(tmp_path / "repository")
    made.add_records(HERE / "base")
    made.commit()
    monkeypatch.chdir(made.root)
    return made


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    """`run(*arguments)`: the exit status, and what is printed to both outputs."""

    def run(*arguments: str) -> tuple[int, str, str]:
        status = cli.main(["diff", *arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


def widen(repository: Repository) -> None:
    repository.edit(SUDZHA, "date: 2025-03-12", "date: 2025-03-11/2025-03-13")


def test_nothing_changed(repository: Repository, run) -> None:
    assert run("HEAD") == (0, "Nothing changes in meaning.\n", "")


def test_the_work_tree_is_compared_with_a_revision(repository: Repository, run) -> None:
    widen(repository)
    assert run("main") == (0, WIDENED, "")


def test_what_is_not_added_yet_counts_too(repository: Repository, run) -> None:
    repository.write("content/actors/new.yml", "name: Somebody new\nkind: analyst\n")
    assert run("main")[1].splitlines()[3] == "  - New actor: “Analyst”."


def test_two_revisions_are_compared_without_touching_the_work_tree(repository: Repository, run) -> None:
    widen(repository)
    repository.commit()
    repository.write(SUDZHA, "being: written")
    before = repository.git("status", "--porcelain"), (repository.root / SUDZHA).stat().st_mtime_ns
    assert run("HEAD~1", "HEAD") == (0, WIDENED, "")
    assert (repository.git("status", "--porcelain"), (repository.root / SUDZHA).stat().st_mtime_ns) == before
    assert repository.git("worktree", "list").count("\n") == 1


def test_a_deleted_content_folder_does_not_matter_between_revisions(repository: Repository, run) -> None:
    widen(repository)
    repository.commit()
    shutil.rmtree(repository.root / "content")
    assert run("HEAD~1", "HEAD") == (0, WIDENED, "")
    status, _, err = run("HEAD")
    assert status == 2
    assert err.startswith(f"chronology diff: there is no chronology in {repository.root}, nor in a folder above it")


def test_from_where_a_branch_left_only_its_own_changes_count(repository: Repository, run) -> None:
    repository.git("checkout", "--quiet", "-b", "mine")
    widen(repository)
    repository.commit()
    repository.git("checkout", "--quiet", "main")
    repository.edit("content/events/visit.yml", "title: A minister", "title: Another minister")
    repository.commit()
    assert run("--merge-base", "main", "mine") == (0, WIDENED, "")
    assert "A minister visits" in run("main", "mine")[1]


def test_a_project_may_lie_in_a_folder_of_the_repository(tmp_path: Path, run, monkeypatch: pytest.MonkeyPatch) -> None:
    made = Repository(tmp_path, tmp_path / "sites" / "one")
    made.add_records(HERE / "base")
    made.commit()
    widen(made)
    monkeypatch.chdir(tmp_path)
    assert run("HEAD", "--content", "sites/one/content") == (0, WIDENED, "")
    made.commit()
    assert run("HEAD~1", "HEAD", "--content", "sites/one/content") == (0, WIDENED, "")


def test_files_that_are_only_written_otherwise_are_counted(repository: Repository, run) -> None:
    repository.edit(SUDZHA, "places: [sudzha]", "places:\n  - sudzha")
    assert run("HEAD") == (0, "Nothing changes in meaning.\n\nIn 1 file only the layout changed.\n", "")
    status, out, _ = run("HEAD", "--format", "json")
    assert (status, json.loads(out)["layout"]) == (0, [SUDZHA])


def test_line_ends_of_windows_are_no_change(repository: Repository, run) -> None:
    file = repository.root / SUDZHA
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert run("HEAD") == (0, "Nothing changes in meaning.\n", "")


def test_json_names_both_sides(repository: Repository, run) -> None:
    commit = repository.git("rev-parse", "HEAD").strip()
    widen(repository)
    document = json.loads(run("main", "--format", "json")[1])
    assert document["base"] == {"name": "main", "commit": commit}
    assert document["head"] == {"name": "the work tree", "commit": None}
    assert [change["kind"] for record in document["records"] for change in record["changes"]] == ["date-widened"]


def test_markdown_is_for_a_comment(repository: Repository, run) -> None:
    widen(repository)
    assert run("main", "--format", "markdown")[1] == (
        "**Events: 1 changed.**\n\n**Event “Russia says it has retaken Sudzha” \\(`sudzha`\\)**\n\n"
        "- Date widened from 12 March to 11–13 March 2025.\n"
    )


def test_a_side_that_does_not_load_is_named_with_its_problems(repository: Repository, run) -> None:
    first = repository.git("rev-parse", "HEAD").strip()[:12]
    repository.edit(SUDZHA, "date: 2025-03-12", "date: 2025-02-30")
    broken = repository.commit()[:12]
    widened = "content/events/sudzha.yml:2:7: "
    status, out, err = run("HEAD~1")
    assert (status, err) == (1, "chronology diff: the records of the work tree do not load:\n")
    assert out.startswith(widened)
    status, out, err = run("HEAD", "HEAD~1")
    assert (status, err) == (1, f"chronology diff: the records of HEAD ({broken}) do not load:\n")
    assert out.startswith(f"HEAD: {widened}")
    assert first != broken


def test_what_does_not_load_is_told_in_the_format_that_was_asked_for(repository: Repository, run) -> None:
    repository.edit(SUDZHA, "date: 2025-03-12", "date: 2025-02-30")
    broken = repository.commit()
    status, out, _ = run("HEAD", "HEAD~1", "--format", "markdown")
    said = "That cannot be told: the records have mistakes, and what has mistakes is not published.\n\n"
    assert (status, out.startswith(f"{said}    HEAD: content/events/sudzha.yml:2:7: ")) == (1, True)
    status, out, _ = run("HEAD", "HEAD~1", "--format", "json")
    [side] = json.loads(out)["not_loaded"]
    assert (status, side["side"], side["commit"]) == (1, "HEAD", broken)
    assert side["problems"][0].startswith("content/events/sudzha.yml:2:7: ")


def test_a_revision_without_the_folder_does_not_load(repository: Repository, run) -> None:
    repository.git("rm", "-r", "--quiet", "content")
    repository.commit()
    repository.git("checkout", "--quiet", "HEAD~1", "--", "content")
    status, out, _ = run("HEAD")
    assert (status, out) == (
        1,
        "HEAD: content:1:1: the content folder is missing; create it, with chronology.yml in it\n",
    )


def test_a_link_in_a_revision_leads_nowhere(repository: Repository, run, tmp_path: Path) -> None:
    (tmp_path / "secret.yml").write_text("title: Secret\n")
    (repository.root / "content/events/link.yml").symlink_to(tmp_path / "secret.yml")
    repository.commit()
    status, out, _ = run("HEAD", "HEAD~1")
    assert (status, out) == (
        1,
        "HEAD: content/events/link.yml:1:1: this is a symbolic link; put the file itself here\n",
    )


@pytest.mark.parametrize(
    "revision, message",
    [
        (
            "nowhere",
            "there is no revision 'nowhere' in this repository; name a branch, a tag or a commit of it",
        ),
        (
            "HEAD:content",
            "there is no revision 'HEAD:content' in this repository; name a branch, a tag or a commit of it",
        ),
        ("", "'' is no revision; name a branch, a tag or a commit"),
        ("a\nb", "'a\\u000ab' is no revision; name a branch, a tag or a commit"),
    ],
)
def test_an_unknown_revision_is_named(repository: Repository, run, revision: str, message: str) -> None:
    assert run(revision) == (2, "", f"chronology diff: {message}\n")


def test_what_looks_like_an_option_is_none_of_git(repository: Repository, run) -> None:
    assert run("--", "--all")[::2] == (
        2,
        "chronology diff: '--all' is no revision; name a branch, a tag or a commit\n",
    )


def test_branches_without_a_common_beginning(repository: Repository, run) -> None:
    repository.git("checkout", "--quiet", "--orphan", "other")
    repository.commit("2025-03-13")
    assert run("--merge-base", "main", "other")[::2] == (
        2,
        (
            "chronology diff: 'main' and 'other' have no common beginning here; "
            "compare with a revision itself, without --merge-base\n"
        ),
    )


def test_a_shallow_clone_says_how_to_get_the_rest(
    repository: Repository, run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    widen(repository)
    repository.commit()
    monkeypatch.chdir(repository.clone(tmp_path / "clone", "--depth", "1"))
    assert run("HEAD")[0] == 0
    assert run("HEAD~1") == (
        2,
        "",
        (
            "chronology diff: there is no revision 'HEAD~1' in this repository; "
            "this is a shallow clone, which lacks most: run `git fetch --unshallow`\n"
        ),
    )


def test_a_folder_without_repository(tmp_path: Path, run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content").mkdir()
    assert run("HEAD") == (
        2,
        "",
        "chronology diff: this is no Git repository; run it in the repository of the records\n",
    )


def test_without_git(repository: Repository, run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert run("HEAD")[::2] == (
        2,
        "chronology diff: Git is not installed; install it, or check its path\n",
    )
