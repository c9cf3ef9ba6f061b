"""A report for people: each problem with its line, and a mark under the spot."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from chronology.records.problems import Problem
from chronology.review.reports.report import Report

WIDEST = 110
"""Columns of a line that are shown; of a longer one, those about the spot."""
_BEFORE = 60
_COLOURS = {"path": "1", "error": "31", "warning": "33", "mark": "1;32", "line": "2"}


def text(report: Report, *, colour: bool = False) -> Iterator[str]:
    """The lines: all errors, then all warnings, then how many there are."""
    paint = _paint if colour else _plain
    groups = [problems for problems in (report.errors, report.warnings) if problems]
    for number, problems in enumerate(groups):
        if number:
            yield ""
        for problem in problems:
            yield _headline(problem, paint)
            yield from _excerpt(report.line(problem), problem, paint)
    found = "error" if report.errors else "warning" if report.warnings else "path"
    yield paint(report.summary(), found)


def _headline(problem: Problem, paint: _Paint) -> str:
    if paint is _plain:
        return str(problem)
    place = f"{problem.path}:{problem.line}:{problem.column}:"
    rest = str(problem).removeprefix(place)
    message, semicolon, hint = rest.partition("; ")
    return f"{paint(place, 'path')}{paint(message, problem.level)}{semicolon}{hint}"


def _excerpt(line: str | None, problem: Problem, paint: _Paint) -> Iterator[str]:
    """The line and the mark. A column is a character, which may be two wide, or none."""
    if line is None or not line.strip():
        return
    start, column = 0, problem.column - 1
    if len(line) > WIDEST:
        start = max(0, min(column - _BEFORE, len(line) - WIDEST))
        line, column = line[start : start + WIDEST], column - start
        line = ("…" + line[1:]) if start else line[:-1] + "…"
    shown = "".join(sign if sign.isprintable() else " " if sign == "\t" else "\ufffd" for sign in line)
    number = f"{problem.line:>6}"
    yield f"{paint(number + ' |', 'line')} {shown.rstrip()}"
    yield f"{paint(' ' * len(number) + ' |', 'line')} {' ' * _width(shown[:column])}{paint('^', 'mark')}"


def _width(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return len(text) + wide - sum(unicodedata.combining(sign) > 0 for sign in text)


class _Paint:
    def __init__(self, *, colour: bool) -> None:
        self._colour = colour

    def __call__(self, text: str, what: str) -> str:
        return f"\x1b[{_COLOURS[what]}m{text}\x1b[0m" if self._colour else text


_paint = _Paint(colour=True)
_plain = _Paint(colour=False)
