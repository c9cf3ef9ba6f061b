"""A report as workflow commands, which GitHub Actions shows beside the lines of a pull request.

A text must not end its command or begin another: what is escaped is what the runner's toolkit escapes
(`escapeData`, `escapeProperty` in actions/toolkit, packages/core/src/command.ts).
"""

from __future__ import annotations

from collections.abc import Iterator

from chronology.records.problems import Problem
from chronology.review.reports.report import RULES, Report


def github(report: Report) -> Iterator[str]:
    """A command for each problem, and how many there are."""
    yield from workflow_commands(report)
    yield report.summary()


def workflow_commands(report: Report) -> Iterator[str]:
    """A command for each problem."""
    return map(_command, (*report.errors, *report.warnings))


def _command(problem: Problem) -> str:
    properties = {
        "file": problem.path,
        "line": str(problem.line),
        "col": str(problem.column),
        "title": RULES[problem.rule],
    }
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = f"{problem.message}; {problem.hint}" if problem.hint else problem.message
    return f"::{problem.level} {given}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
