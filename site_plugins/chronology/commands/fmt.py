"""`chronology fmt`: the canonical layout of the records' files."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from chronology.commands.home import find_content
from chronology.commands.terminal import Bar
from chronology.commands.usage import Commands, UsedWronglyError, add_parser, find_changes

if TYPE_CHECKING:
    from chronology.records.layout.layout import Outcome
    from chronology.records.problems import Problem
    from chronology.records.yaml_text import Fault

_EXAMPLES = """\
  chronology fmt                                     lay out every record anew
  chronology fmt content/events/2025/gas-station.yml only this one
  chronology fmt --check                             write nothing; fail if a file would change
  chronology fmt --diff                              write nothing; show what would change
  chronology fmt --changed-since origin/main         only what has changed

What a record says stays as it is, comments too. A file whose YAML has a mistake is named and left alone.
Exit status: 0 if all is well, 1 if a file would change (--check, --diff) or was left alone, 2 if used wrongly."""


def add(commands: Commands) -> None:
    """Say what the command takes."""
    parser = add_parser(
        commands, "fmt", "lay out the records' files: order of fields, indentation, line breaks", _EXAMPLES
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files and folders of records (all)")
    parser.add_argument("--content", type=Path, metavar="FOLDER", help="the records (content)")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; name the files that would change, and fail"
    )
    parser.add_argument(
        "--diff", action="store_true", help="write nothing; show what would change, and fail if anything"
    )
    parser.add_argument(
        "--changed-since",
        metavar="REVISION",
        help="only files that have changed since a Git revision, committed or not",
    )
    parser.add_argument(
        "--format", choices=("text", "github", "gitlab"), default="text", help="with --check: how to report (text)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Lay out what is asked for, and return the exit status."""
    from chronology.records.files import shown

    if options.format != "text" and not options.check:
        raise UsedWronglyError("--format is for --check; add it")
    content = find_content(options.content, options.paths)
    files = list(_files(options, content))
    writes = not (options.check or options.diff)
    changed: list[Problem] = []
    failed = 0
    with Bar("Laying out") as bar:
        for number, (kind, path) in enumerate(files, 1):
            outcome, before = _lay_out(path, kind)
            name = shown(path, content.parent)
            for fault in outcome.faults:
                print(f"{name}:{fault.line}:{fault.column}: {_said(fault)}", file=sys.stderr)
            failed += bool(outcome.faults)
            if outcome.content != before:
                changed.append(_other_layout(name, path))
                _tell(options, changed[-1], before, outcome.content)
                if writes:
                    _write(path, outcome.content)
            bar(number, len(files))
    _close(options.format, changed, content.parent, _summary(len(files), len(changed), failed, writes=writes))
    return 1 if failed or (changed and not writes) else 0


def _files(options: argparse.Namespace, content: Path) -> Iterator[tuple[str, Path]]:
    """The record files that are asked for, each once, with the folder of its kind."""
    from chronology.records.files import SETTINGS, listing, shown

    found = listing(content.parent, content)
    known = {path: kind for kind, files in found.records.items() for path in files}
    if found.settings:
        known[found.settings] = SETTINGS.removesuffix(".yml")
    wanted = [_resolved(path, content) for path in options.paths] or [content]
    since = options.changed_since
    changes = None if since is None else find_changes(since, content.parent, content)
    for path, kind in sorted(known.items()):
        is_asked = any(path == one or path.is_relative_to(one) for one in wanted)
        if is_asked and (changes is None or shown(path, content.parent) in changes.paths):
            yield kind, path
    for given, one in zip(options.paths, wanted, strict=False):
        if one.is_file() and one not in known:
            raise UsedWronglyError(f"{given} is no record")


def _resolved(path: Path, content: Path) -> Path:
    if not path.exists():
        raise UsedWronglyError(f"there is no file or folder {path}")
    whole = path.resolve()
    if not whole.is_relative_to(content):
        raise UsedWronglyError(f"{path} is not in the content folder {content}; name it with --content")
    return whole


def _lay_out(path: Path, kind: str) -> tuple[Outcome, bytes]:
    from chronology.records.layout.layout import MeaningChangedError, Outcome, laid_out
    from chronology.records.yaml_text import Fault

    try:
        before = path.read_bytes()
    except OSError as error:
        return Outcome(b"", (Fault(1, 1, f"the file cannot be read ({error.strerror})", "check its permissions"),)), b""
    try:
        return laid_out(before, kind), before
    except MeaningChangedError:
        message = "its layout cannot be changed without changing what it says, which is a mistake in this program"
        return Outcome(before, (Fault(1, 1, message, "report it, with the file"),)), before


def _said(fault: Fault) -> str:
    text = f"{fault.message}; {fault.hint}" if fault.hint else fault.message
    return f"{text} (the file was left alone)"


def _tell(options: argparse.Namespace, problem: Problem, before: bytes, after: bytes) -> None:
    from chronology.records.layout.layout import difference

    if options.diff:
        for line in difference(before, after, problem.path):
            print(line)
    elif not options.check:
        print(problem.path)
    elif options.format == "text":
        print(problem)


def _other_layout(name: str, path: Path) -> Problem:
    """What to run is told from where the user stands."""
    from chronology.records.problems import Problem

    hint = f"run `chronology fmt {os.path.relpath(path)}`"
    return Problem(name, 1, 1, "the layout is not the canonical one", hint, rule="layout")


def _close(form: str, changed: list[Problem], root: Path, summary: str) -> None:
    """What stands below the names of files: a summary, or all of the report that a code host reads."""
    if form == "text":
        print(summary)
        return
    from chronology.review.reports.github import workflow_commands
    from chronology.review.reports.gitlab import gitlab
    from chronology.review.reports.report import Report

    warnings = tuple(replace(problem, level="warning") for problem in changed)
    report = Report(warnings, 0, complete=True, hidden=0, root=root).seen_from(Path.cwd().resolve())
    for line in (*workflow_commands(report), summary) if form == "github" else (gitlab(report),):
        print(line)


def _write(path: Path, content: bytes) -> None:
    from chronology.records.layout.layout import replace_file

    try:
        replace_file(path, content)
    except OSError as error:
        raise UsedWronglyError(f"{path} cannot be written ({error.strerror})") from error


def _summary(files: int, changed: int, failed: int, *, writes: bool) -> str:
    would = "laid out anew" if writes else "would change"
    text = f"{files} file{'' if files == 1 else 's'}: {changed} {would}"
    return f"{text}, {failed} left alone" if failed else text
