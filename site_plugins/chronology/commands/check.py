"""`chronology check`: every problem of the records, and wording to look at again."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from chronology.commands.home import find_content
from chronology.commands.terminal import Bar, has_colour
from chronology.commands.usage import CACHE, Commands, UsedWronglyError, add_parser, find_changes

if TYPE_CHECKING:
    from chronology.records.problems import Problem
    from chronology.review.changed_files import Changes
    from chronology.review.published import PublishedRecords
    from chronology.review.reports.report import Report
    from chronology.review.verdict import Verdict

FORMATS = ("text", "json", "github", "gitlab", "sarif")
_EXAMPLES = """\
  chronology check                                     everything
  chronology check content/events/2025/gas-station.yml what is wrong with one file
  chronology check --changed-since origin/main         what is wrong with a change
  chronology check --published-at origin/main          whether a record of the main branch is gone
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
    published = parser.add_mutually_exclusive_group()
    published.add_argument(
        "--published",
        metavar="FILE-OR-ADDRESS",
        help="an earlier data/events.json: a record of it that is gone is an error",
    )
    published.add_argument(
        "--published-at",
        metavar="REVISION",
        help="a Git revision that is published: a record of it that is gone is an error",
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
    published = _published(options, root, content)
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
    changes = None if options.changed_since is None else find_changes(options.changed_since, root, content)
    return _Scope(tuple(paths) if paths else None, changes)


def _published(options: argparse.Namespace, root: Path, content: Path) -> PublishedRecords | None:
    if options.published_at is not None:
        return _published_at(options.published_at, root, content)
    return _published_in(options.published) if options.published else None


def _published_at(revision: str, root: Path, content: Path) -> PublishedRecords:
    from chronology.review.published_revision import published_at
    from chronology.review.revisions import RevisionError

    try:
        return published_at(revision, root, content)
    except RevisionError as error:
        raise UsedWronglyError(str(error)) from error


def _published_in(where: str) -> PublishedRecords:
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
    from_here = report.seen_from(Path.cwd().resolve())  # a host takes the current folder for the repository's root
    if form == "text":
        from chronology.review.reports.text import text

        lines = text(report, colour=has_colour(sys.stdout))
    elif form == "json":
        from chronology.review.reports.json_report import json_report

        lines = iter([json_report(report)])
    elif form == "github":
        from chronology.review.reports.github import github

        lines = github(from_here)
    elif form == "gitlab":
        from chronology.review.reports.gitlab import gitlab

        lines = iter([gitlab(from_here)])
    else:
        from chronology.review.reports.sarif import sarif

        lines = iter([sarif(from_here)])
    for line in lines:
        print(line)
