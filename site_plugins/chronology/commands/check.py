"""`chronology check`: every problem of the records, and wording to look at again."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from chronology.commands.terminal import Bar, has_colour
from chronology.commands.usage import CACHE, Commands, UsedWronglyError, add_parser, find_content

if TYPE_CHECKING:
    from chronology.records.problems import Problem
    from chronology.review.changed_files import Changes
    from chronology.review.published import PublishedRecords
    from chronology.review.reports.report import Report
    from chronology.review.verdict import Verdict

FORMATS = ("text", "json", "github", "sarif")
_EXAMPLES = """\
  chronology check                                     everything
  chronology check content/events/2025/gas-station.yml what is wrong with one file
  chronology check --changed-since origin/main         what is wrong with a change
  chronology check --published https://example.org/data/events.json --format github

Everything is read each time, because a record can break another. Exit status: 0 if nothing is wrong, 1 if there
are errors (with --strict: or warnings), 2 if the command was used wrongly."""


def add(commands: Commands) -> None:
    """Say what the command takes."""
    parser = add_parser(
        commands, "check", "report every problem of the records, and wording to look at again", _EXAMPLES
    )
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="report only on these files and folders; or the content folder",
    )
    parser.add_argument("--content", type=Path, metavar="FOLDER", help="the records (content)")
    parser.add_argument(
        "--changed-since",
        metavar="REVISION",
        help="report only on what has changed since a Git revision, committed or not",
    )
    parser.add_argument(
        "--published",
        metavar="FILE-OR-ADDRESS",
        help="an earlier data/events.json: a record of it that is gone is an error",
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to report (text)")
    parser.add_argument("--strict", action="store_true", help="fail on warnings too")
    parser.add_argument("--no-cache", action="store_true", help=f"neither use nor write {CACHE}")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check, report, and return the exit status."""
    from chronology.records.garbage import without_collector_at_the_end

    with without_collector_at_the_end():
        return _run(options)


def _run(options: argparse.Namespace) -> int:
    from chronology.review.check import check

    content = find_content(options.content, options.paths)
    root = content.parent
    scope = _scope(options, root, content)
    published = _published(options.published) if options.published else None
    with Bar("Reading") as bar:
        verdict = check(root, content, None if options.no_cache else root / CACHE, published, bar)
    report = _report(verdict, scope, root)
    _print(report, options.format)
    return 1 if report.errors or (report.warnings and options.strict) else 0


@dataclass(frozen=True, slots=True)
class _Scope:
    """What is asked for. None: everything."""

    paths: tuple[str, ...] | None
    changes: Changes | None

    def has(self, problem: Problem) -> bool:
        """Whether a problem is to be reported."""
        in_paths = self.paths is None or any(
            problem.path == path or problem.path.startswith(f"{path}/") for path in self.paths
        )
        return in_paths and (self.changes is None or self.changes.concerns(problem.path, problem.missing))


def _scope(options: argparse.Namespace, root: Path, content: Path) -> _Scope:
    paths = []
    for path in options.paths:
        if not path.exists():
            raise UsedWronglyError(f"there is no file or folder {path}")
        whole = path.resolve()
        if not whole.is_relative_to(content):
            raise UsedWronglyError(f"{path} is not in the content folder {content}; name it with --content")
        paths.append(whole.relative_to(root).as_posix())
    changes = None
    if options.changed_since is not None:
        from chronology.records.git import GitError
        from chronology.review.changed_files import changes_since

        try:
            changes = changes_since(options.changed_since, root, content)
        except GitError as error:
            raise UsedWronglyError(str(error)) from error
    return _Scope(tuple(paths) if paths else None, changes)


def _published(where: str) -> PublishedRecords:
    from chronology.review.download import DownloadError, download
    from chronology.review.published import NotEventsFileError, parse_published

    is_address = where.lower().startswith(("http://", "https://"))
    try:
        return parse_published(download(where) if is_address else Path(where).read_bytes())
    except (NotEventsFileError, DownloadError) as error:
        reason = str(error)
    except OSError as error:
        reason = f"it cannot be read ({error.strerror})"
    raise UsedWronglyError(f"{where}: {reason}; name an earlier data/events.json of this site")


def _report(verdict: Verdict, scope: _Scope, root: Path) -> Report:
    from chronology.review.reports.report import Report

    asked = tuple(problem for problem in verdict.problems if scope.has(problem))
    return Report(asked, verdict.files, verdict.complete, len(verdict.problems) - len(asked), root)


def _print(report: Report, form: str) -> None:
    if form == "text":
        from chronology.review.reports.text import text

        lines = text(report, colour=has_colour(sys.stdout))
    elif form == "json":
        from chronology.review.reports.json_report import json_report

        lines = iter([json_report(report)])
    elif form == "github":
        from chronology.review.reports.github import github

        lines = github(_from_here(report))
    else:
        from chronology.review.reports.sarif import sarif

        lines = iter([sarif(_from_here(report))])
    for line in lines:
        print(line)


def _from_here(report: Report) -> Report:
    """The report with paths from the current folder: a host takes that for the root of the repository."""
    here = Path.cwd().resolve()
    if report.root == here or not report.root.is_relative_to(here):
        return report
    folder = report.root.relative_to(here).as_posix()
    problems = tuple(replace(problem, path=f"{folder}/{problem.path}") for problem in report.problems)
    return replace(report, problems=problems, root=here, _lines={})
