"""A report as GitLab's Code Quality reads it, which shows in a merge request what it adds to its target.

A list of objects with the six properties that GitLab's documentation asks for ("Implement a custom tool"); the file
may not begin with a byte order mark. Of problems with the same fingerprint a merge request shows only one, so the
second alike in a file gets another.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from chronology.records.problems import Level, Problem
from chronology.review.reports.report import Report

SEVERITIES: dict[Level, str] = {"error": "major", "warning": "minor"}


def gitlab(report: Report) -> str:
    """The report as one JSON list."""
    return json.dumps(list(_findings(report)), indent=2, ensure_ascii=False)


def _findings(report: Report) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for problem in (*report.errors, *report.warnings):
        fingerprint = report.fingerprint(problem)
        seen[fingerprint] += 1
        yield _finding(problem, _nth(fingerprint, seen[fingerprint]))


def _nth(fingerprint: str, number: int) -> str:
    if number == 1:
        return fingerprint
    return hashlib.blake2b(f"{fingerprint} {number}".encode(), digest_size=16).hexdigest()


def _finding(problem: Problem, fingerprint: str) -> dict[str, Any]:
    return {
        "description": f"{problem.message}; {problem.hint}" if problem.hint else problem.message,
        "check_name": problem.rule,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[problem.level],
        "location": {"path": problem.path, "lines": {"begin": problem.line}},
    }
