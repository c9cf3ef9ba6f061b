"""A build shows the report, and tells of one that is damaged."""

from __future__ import annotations

from pathlib import Path

from chronology.build.build import build
from chronology.build.project import Project
from chronology.model.survival import Look, Outcome, Survey
from chronology.survival.report import read_report, write_report
from tests.records.case_files import write_project

LOOK = Look("https://example.org/report", "2026-01-05", Outcome.GONE, "2026-01-01", 404, note="the server answers 404")


def test_a_build_shows_the_report(tmp_path: Path) -> None:
    write_project(tmp_path, {})
    write_report(tmp_path / "sources-report.json", Survey({"report": LOOK}))
    built = build(Project(tmp_path, tmp_path / "content"))
    assert built.problems == ()
    assert built.site.survey.looks == {"report": LOOK}


def test_a_report_that_is_damaged_is_told_and_not_shown(tmp_path: Path) -> None:
    write_project(tmp_path, {"sources-report.json": b"{"})
    built = build(Project(tmp_path, tmp_path / "content"))
    assert [str(problem) for problem in built.problems] == [
        (
            "sources-report.json:1:1: warning: it is no JSON, or a value has another form than it has to have; "
            "remove it, and `chronology sources` writes it anew"
        )
    ]
    assert built.pages
    assert built.site.survey == Survey()


def test_a_report_is_read_as_it_was_written(tmp_path: Path) -> None:
    full = Look("https://a/", "2026-01-05", Outcome.CHANGED, "2026-01-05", 200, "https://b/", "ab", ("Суджа",), "n", 2)
    survey = Survey({"b": full, "a": LOOK})
    write_report(tmp_path / "reports" / "x.json", survey)
    assert read_report(tmp_path / "reports" / "x.json") == survey
    assert [path.name for path in (tmp_path / "reports").iterdir()] == ["x.json"]
