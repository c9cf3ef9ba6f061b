"""A report for programs. Its fields are documented in docs/handbook/checking.md."""

from __future__ import annotations

import json
from typing import Any

from chronology.records.problems import Problem
from chronology.review.reports.report import Report

FORMAT = 1


def json_report(report: Report) -> str:
    """The report as one JSON object."""
    document = {
        "format": FORMAT,
        "files": report.files,
        "errors": len(report.errors),
        "warnings": len(report.warnings),
        "hidden": report.hidden,
        "complete": report.complete,
        "problems": [_problem(one) for one in (*report.errors, *report.warnings)],
    }
    return json.dumps(document, indent=2, ensure_ascii=False)


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "level": problem.level,
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint,
    }
