"""A project in a folder of its own, the command, and Git."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from chronology import cli
from tests.records.case_files import write_project

Run = Callable[..., tuple[int, list[str], list[str]]]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The base of the cases, as the current folder."""
    write_project(tmp_path, {})
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """`run(*arguments)`: the exit status, and the lines of both outputs."""

    def run(*arguments: str) -> tuple[int, list[str], list[str]]:
        try:
            status = cli.main(arguments)
        except SystemExit as stop:
            status = int(stop.code or 0)
        printed = capsys.readouterr()
        return status, printed.out.splitlines(), printed.err.splitlines()

    return run


@pytest.fixture
def git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., str]:
    """`git(*arguments)`: what Git prints in the current folder. Nobody's settings are in the way."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "A contributor")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "contributor@example.org")

    def git(*arguments: str) -> str:
        return subprocess.run(["git", *arguments], capture_output=True, text=True, check=True).stdout

    return git


@pytest.fixture
def repository(project: Path, git: Callable[..., str]) -> Callable[..., str]:
    """The project as a Git repository with one commit on `main`; returns `git`."""
    git("init", "--quiet", "--initial-branch=main")
    (project / ".gitignore").write_text("/.cache/\n")
    git("add", "--all")
    git("commit", "--quiet", "--message=Begin")
    return git
