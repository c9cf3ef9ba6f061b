"""`chronology diff`: what a change means, in sentences."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from chronology.commands.home import content_from, find_content
from chronology.commands.terminal import has_colour
from chronology.commands.usage import Commands, UsedWronglyError, add_parser

if TYPE_CHECKING:
    from chronology.review.changes.change import Changes
    from chronology.review.revisions import Side

_EXAMPLES = """\
  chronology diff main                        what the work tree changes, committed or not
  chronology diff --merge-base main           only what was changed here, not what came to main since
  chronology diff v1 v2                       between two revisions; the work tree is left alone
  chronology diff --merge-base main pr-12 --format markdown

Exit status: 0 if there are changes or none, 1 if one of the two does not load, 2 if the command was used wrongly,
or there is no such revision."""


def add(commands: Commands) -> None:
    """Say what the command takes."""
    about = "tell what a change means: new claims, moved dates, standings, quotations, lost addresses"
    parser = add_parser(commands, "diff", about, _EXAMPLES)
    parser.add_argument("base", metavar="BASE", help="the earlier revision: a branch, a tag, a commit")
    parser.add_argument("head", metavar="HEAD", nargs="?", help="the later one (the work tree)")
    parser.add_argument("--content", type=Path, metavar="FOLDER", help="the records (content)")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="how to tell it (text)")
    parser.add_argument("--merge-base", action="store_true", help="begin where HEAD left BASE, as a pull request does")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compare, and print; return the exit status."""
    from chronology.records.garbage import without_collector

    with without_collector():
        base, head = _read(options)
        if base.chronology is None or head.chronology is None:
            _not_told([side for side in (base, head) if side.chronology is None], options.format)
            return 1
        sys.stdout.write(_told(base, head, options))
    return 0


def _read(options: argparse.Namespace) -> tuple[Side, Side]:
    """Both sides. The folder of the records has to be there only if the work tree is one of them."""
    from chronology.review.revisions import RevisionError, Revisions, find_commit, find_fork

    content = _content(options)
    root = content.parent
    try:
        commit = find_commit(root, options.base)
        if options.merge_base:
            commit = find_fork(root, options.base, options.head)
        later = find_commit(root, options.head) if options.head else None
        with Revisions(root, content) as revisions:
            base = revisions.read(options.base, commit)
            return base, revisions.read(options.head, later) if later else revisions.read_work_tree()
    except RevisionError as error:
        raise UsedWronglyError(str(error)) from error


def _content(options: argparse.Namespace) -> Path:
    if not options.head:
        return find_content(options.content)
    given: Path = options.content or content_from(Path.cwd(), missing_ok=True)
    return given.resolve()


def _told(base: Side, head: Side, options: argparse.Namespace) -> str:
    from chronology.review.changes.as_json import as_json
    from chronology.review.changes.as_markdown import as_markdown
    from chronology.review.changes.as_text import as_text
    from chronology.review.changes.sides import compare_sides

    changes: Changes = compare_sides(base, head)
    if options.format == "json":
        return as_json(changes, base, head)
    return as_markdown(changes) if options.format == "markdown" else as_text(changes, colour=has_colour(sys.stdout))


def _not_told(broken: Sequence[Side], form: str) -> None:
    """Print the problems for which a side does not load, in the format that was asked for."""
    if form == "json":
        told = [{"side": side.name, "commit": side.commit, "problems": [*map(str, side.errors)]} for side in broken]
        print(json.dumps({"not_loaded": told}, indent=2, ensure_ascii=False))
        return
    if form == "markdown":
        print("That cannot be told: the records have mistakes, and what has mistakes is not published.\n")
    for side in broken:
        commit = f" ({side.commit[:12]})" if side.commit else ""
        print(f"chronology diff: the records of {side.name}{commit} do not load:", file=sys.stderr)
        for problem in side.errors:
            line = f"{side.name}: {problem}" if side.commit else str(problem)
            print(f"    {line}" if form == "markdown" else line)
