"""Git repositories for tests, made in a temporary folder: nothing in them depends on the machine's own settings."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs Git")


class Repository:
    """A repository, and a project in it: the folder `root`, which may lie below the repository's own."""

    def __init__(self, folder: Path, root: Path | None = None) -> None:
        self.folder = folder
        self.root = root or folder
        self.root.mkdir(parents=True, exist_ok=True)
        self.git("init", "--initial-branch", "main")

    def git(self, *arguments: str, day: str = "2025-03-12") -> str:
        """Run Git in the repository; return what it prints."""
        author = {"NAME": "A", "EMAIL": "a@example.org", "DATE": f"{day}T12:00:00+0000"}
        environment = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in author.items()}
        environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        command = ["git", "-C", str(self.folder), *arguments]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ | environment)
        return done.stdout

    def commit(self, day: str = "2025-03-12") -> str:
        """Commit everything; return the commit's name."""
        self.git("add", "--all")
        self.git("commit", "--allow-empty", "--message", day, day=day)
        return self.git("rev-parse", "HEAD").strip()

    def write(self, path: str, text: str) -> None:
        """Write a file of the project."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def edit(self, path: str, was: str, now: str) -> None:
        """Replace words of a file, which stand there once."""
        text = (self.root / path).read_text("utf-8")
        assert text.count(was) == 1, f"{path} has {text.count(was)} times: {was}"
        (self.root / path).write_text(text.replace(was, now), "utf-8")

    def add_records(self, folder: Path) -> None:
        """Copy the records of a test."""
        shutil.copytree(folder, self.root, dirs_exist_ok=True)

    def clone(self, folder: Path, *options: str) -> Path:
        """Clone it; return the clone's folder."""
        self.git("clone", *options, self.folder.as_uri(), str(folder))
        return folder
