"""Pull requests and merge requests as a host makes them, and the lines of its jobs, run in them as they stand."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.records.case_files import write_project
from tests.repositories import Repository
from tools.machine import Machine
from tools.node import find_or_install

ROOT = Path(__file__).resolve().parents[2]
EVENT = "title: {}\ndate: 2025-03-13\nsummary: A word.\nsources:\n  - report\n"
BROKEN = EVENT.replace("report", "reprot")
CHECK = "Check what has changed, and that no published record is gone"
MEANING = "Tell what the change means"
"""Steps of `check.yml`."""


@dataclass(frozen=True)
class Done:
    """How a job ended, and what it printed."""

    status: int
    out: str

    @property
    def commands(self) -> list[str]:
        """The workflow commands that it gave."""
        return [line for line in self.out.splitlines() if line.startswith("::")]


class Host:
    """A project on a code host, a contributor's fork of it, and the machine that runs jobs: it has no network,
    nobody's settings and no secret.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.project = Repository(folder / "project")
        write_project(self.project.root, {})
        for name in ("old", "other"):
            self.project.write(f"content/events/{name}.yml", EVENT.format(f"What is {name}"))
        self.project.write(".gitignore", "/.venv/\n/meaning/\n/meaning.md\n/gl-*.json\n/summary.md\n")
        self.project.commit()
        self.fork = Repository(folder / "fork")
        self.fork.git("fetch", "--quiet", self.project.folder.as_uri(), "main")
        self.fork.git("reset", "--quiet", "--hard", "FETCH_HEAD")
        self.fork.git("checkout", "--quiet", "-b", "patch")

    def checkout(self) -> Path:
        """What GitHub checks out: the fork's branch, merged into the project's main branch as it is now."""
        self.project.git("checkout", "--quiet", "--detach", "main")
        self.project.git("fetch", "--quiet", self.fork.folder.as_uri(), "patch")
        self.project.git("merge", "--quiet", "--no-ff", "--message", "Merge", "FETCH_HEAD")
        return self._machine(self.project)

    def branch(self) -> tuple[Path, str]:
        """What GitLab checks out: the fork's branch as it is; and where that left the project's main branch."""
        self.fork.git("fetch", "--quiet", self.project.folder.as_uri(), "main")
        base = self.fork.git("merge-base", "FETCH_HEAD", "HEAD").strip()
        return self._machine(self.fork), base

    def _machine(self, repository: Repository) -> Path:
        checkout = repository.clone(self.folder / "machine", "--no-local")
        repository.git("-C", str(checkout), "checkout", "--quiet", repository.git("rev-parse", "HEAD").strip())
        repository.git("-C", str(checkout), "remote", "remove", "origin")
        programs = checkout / ".venv/bin"
        programs.mkdir(parents=True)
        _program(programs / "chronology", f'exec "{sys.executable}" -m chronology.cli "$@"')
        _program(programs / "make", 'echo "make $*"')
        return checkout


def _program(path: Path, line: str) -> None:
    path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    path.chmod(0o755)


def run(lines: str, checkout: Path, shell: list[str], **values: str) -> Done:
    """Run lines in a shell that knows these values and where programs are, and nothing else."""
    environment = {
        "PATH": f"{checkout / '.venv/bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "site_plugins"),
        "HOME": str(checkout.parent),
        **values,
    }
    done = subprocess.run(
        [*shell, lines], cwd=checkout, env=environment, text=True, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return Done(done.returncode, done.stdout)


def steps_of_check() -> dict[str, dict[str, Any]]:
    """The steps of `check.yml` that run lines for a pull request, by name."""
    document = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    steps = document["jobs"]["check"]["steps"]
    return {
        step["name"]: step for step in steps if "run" in step and "!= 'pull_request'" not in step.get("if", "")
    }  # fmt: skip


def run_on_github(checkout: Path) -> dict[str, Done]:
    """Run these steps, each in a shell as GitHub's runner starts it, whatever the ones before came to."""
    base = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))["jobs"]["check"]["env"]
    summary = str(checkout / "summary.md")
    return {
        name: run(step["run"], checkout, ["bash", "-e", "-c"], GITHUB_STEP_SUMMARY=summary, **base)
        for name, step in steps_of_check().items()
    }


def run_on_gitlab(job: str, checkout: Path, **values: str) -> Done:
    """Run a job's lines in one shell, as GitLab's runner does; the first that fails ends it."""
    document = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    lines = "\n".join(document[job]["script"])
    return run(lines, checkout, ["bash", "-e", "-o", "pipefail", "-c"], **values)


@pytest.fixture
def host(tmp_path: Path) -> Host:
    return Host(tmp_path)


@pytest.fixture(scope="session")
def node() -> str:
    return find_or_install(Machine())
