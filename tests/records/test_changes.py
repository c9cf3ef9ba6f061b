"""The last change of each content file."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from chronology.records import git as asking
from chronology.records.changes import last_changes

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs Git")


def git(root: Path, *arguments: str, day: str = "2025-03-12") -> None:
    author = {"NAME": "A", "EMAIL": "a@example.org", "DATE": f"{day}T12:00:00+0000"}
    environment = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in author.items()}
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True, env=os.environ | environment)


def commit(root: Path, day: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-m", day, day=day)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A project in a folder of a repository, with two files from the 10th of March."""
    root = tmp_path / "repository" / "site"
    (root / "content/events").mkdir(parents=True)
    git(root.parent, "init", "-b", "main")
    (root / "content/events/a.yml").write_text("title: A\n")
    (root / "content/events/b.yml").write_text("title: B\n")
    commit(root, "2025-03-10")
    return root


def test_last_commit_of_a_file_counts(repository: Path) -> None:
    (repository / "content/events/a.yml").write_text("title: A, corrected\n")
    commit(repository, "2025-03-11")
    assert last_changes(repository, repository / "content") == {
        "content/events/a.yml": "2025-03-11",
        "content/events/b.yml": "2025-03-10",
    }


def test_file_that_only_moved_keeps_its_day(repository: Path) -> None:
    (repository / "content/events/2025").mkdir()
    git(repository, "mv", "content/events/a.yml", "content/events/2025/c.yml")
    commit(repository, "2025-03-11")
    git(repository, "mv", "content/events/2025/c.yml", "content/events/2025/d.yml")
    commit(repository, "2025-03-12")
    assert last_changes(repository, repository / "content") == {
        "content/events/2025/d.yml": "2025-03-10",
        "content/events/b.yml": "2025-03-10",
    }


def test_file_with_uncommitted_changes_is_left_out(repository: Path) -> None:
    (repository / "content/events/a.yml").write_text("title: A, staged\n")
    git(repository, "add", "-A")
    (repository / "content/events/new.yml").write_text("title: New\n")
    assert last_changes(repository, repository / "content") == {"content/events/b.yml": "2025-03-10"}


def test_removed_file_has_no_day(repository: Path) -> None:
    git(repository, "rm", "content/events/a.yml")
    commit(repository, "2025-03-11")
    assert last_changes(repository, repository / "content") == {"content/events/b.yml": "2025-03-10"}


def test_names_in_other_scripts_are_told(repository: Path) -> None:
    (repository / "content/Суджа.yml").write_text("x\n")
    commit(repository, "2025-03-11")
    assert last_changes(repository, repository / "content")["content/Суджа.yml"] == "2025-03-11"


def test_shallow_clone_tells_nothing(repository: Path, tmp_path: Path) -> None:
    (repository / "content/events/a.yml").write_text("title: A, corrected\n")
    commit(repository, "2025-03-11")
    git(tmp_path, "clone", "--depth", "1", repository.parent.as_uri(), "clone")
    clone = tmp_path / "clone/site"
    assert (clone / "content/events/a.yml").exists()
    assert last_changes(clone, clone / "content") == {}


def test_repository_without_commits_tells_nothing(tmp_path: Path) -> None:
    git(tmp_path, "init")
    assert last_changes(tmp_path, tmp_path / "content") == {}


def test_folder_outside_a_repository_tells_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert last_changes(tmp_path, tmp_path / "content") == {}


def test_without_git_nothing_is_told(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert last_changes(repository, repository / "content") == {}


def test_git_that_takes_too_long_tells_nothing(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "TIMEOUT", 0)
    assert last_changes(repository, repository / "content") == {}
