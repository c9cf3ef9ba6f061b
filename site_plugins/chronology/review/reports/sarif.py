"""A report as SARIF 2.1.0 (OASIS Standard, 27 March 2020), which code hosts and editors import."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from chronology import __version__
from chronology.records.problems import Problem
from chronology.review.reports.report import RULES, Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"


def sarif(report: Report) -> str:
    """The report as one SARIF log with one run."""
    run = {
        "tool": {"driver": {"name": "chronology check", "version": __version__, "rules": _rules()}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that holds the content folder."}}},
        "invocations": [{"executionSuccessful": True, "exitCode": 1 if report.errors else 0}],
        "results": [_result(problem, report) for problem in (*report.errors, *report.warnings)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False)


def _rules() -> list[dict[str, Any]]:
    return [
        {
            "id": rule,
            "shortDescription": {"text": f"{about}."},
            "defaultConfiguration": {"level": "warning" if rule in {"wording", "survival", "layout"} else "error"},
        }
        for rule, about in RULES.items()
    ]


def _result(problem: Problem, report: Report) -> dict[str, Any]:
    line = report.line(problem)
    region: dict[str, Any] = {"startLine": problem.line, "startColumn": problem.column}
    if line is not None:
        region["snippet"] = {"text": line}
    message = f"{problem.message}; {problem.hint}" if problem.hint else problem.message
    return {
        "ruleId": problem.rule,
        "ruleIndex": list(RULES).index(problem.rule),
        "level": problem.level,
        "message": {"text": message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(problem.path), "uriBaseId": _ROOT},
                    "region": region,
                }
            }
        ],
        "partialFingerprints": {"problem/v1": report.fingerprint(problem)},
    }
