"""What is to be reported: the problems that were asked for, and what is to be known about the rest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from chronology.records.problems import Problem, Rule

RULES: Mapping[Rule, str] = {
    "file": "A file lies where no record can be, or cannot be read",
    "yaml": "The YAML of a file is broken, or says something else than it seems to",
    "field": "A field is unknown or missing, or its value has another form than it has to have",
    "rule": "Fields of a record contradict one another",
    "reference": "A record names what is not there",
    "readings": "The figures of a series cannot be read",
    "published": "An address that was published leads nowhere",
    "survival": "The address of a source is not what it was, or has no archived copy",
    "wording": "Wording that an editor may want to look at again",
    "layout": "A file has another layout than `chronology fmt` gives it",
}
"""What each rule is about, in one sentence without a full stop."""


@dataclass(slots=True)
class Report:
    """The problems to report, errors first; each kind by path, line and column.

    `files` were read. `complete` is False where errors kept the wording from being looked at. `hidden` problems are
    of files that were not asked for. `root` is the folder that the problems' paths start from.
    """

    problems: tuple[Problem, ...]
    files: int
    complete: bool
    hidden: int
    root: Path
    _lines: dict[str, list[str]] = field(default_factory=dict)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Return what is wrong."""
        return tuple(problem for problem in self.problems if problem.level == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Return what is a matter of judgement."""
        return tuple(problem for problem in self.problems if problem.level == "warning")

    def line(self, problem: Problem) -> str | None:
        """The line that a problem is in; None where it is about a folder, or where the file is gone."""
        if problem.path not in self._lines:
            self._lines[problem.path] = self._read(problem.path)
        lines = self._lines[problem.path]
        return lines[problem.line - 1] if 0 < problem.line <= len(lines) else None

    def summary(self) -> str:
        """How much was found, in one line."""
        counts = f"{_count(len(self.errors), 'error')}, {_count(len(self.warnings), 'warning')}"
        text = f"{_count(self.files, 'file')}: {counts}"
        if self.hidden:
            text += f"; {_count(self.hidden, 'problem')} in other files not shown"
        return text if self.complete else f"{text}; the wording is checked once there are no errors"

    def seen_from(self, here: Path) -> Report:
        """The report with paths from a folder, such as the repository's root; itself where that is not above it."""
        if self.root == here or not self.root.is_relative_to(here):
            return self
        folder = self.root.relative_to(here).as_posix()
        problems = tuple(replace(problem, path=f"{folder}/{problem.path}") for problem in self.problems)
        return replace(self, problems=problems, root=here, _lines={})

    def fingerprint(self, problem: Problem) -> str:
        """Tells a problem from others when lines above it come and go: what is wrong, and in which line."""
        text = json.dumps([problem.rule, problem.path, problem.message, (self.line(problem) or "").strip()])
        return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()

    def _read(self, path: str) -> list[str]:
        try:
            text = (self.root / path).read_bytes().decode("utf-8", "replace")
        except OSError:
            return []
        return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
