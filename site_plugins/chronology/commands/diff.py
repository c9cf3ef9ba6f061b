"""`chronology diff`: what a change means, in sentences."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from pathlib import Path

from chronology.review.changes.as_json import as_json
from chronology.review.changes.as_markdown import as_markdown
from chronology.review.changes.as_text import as_text
from chronology.review.changes.change import Changes
from chronology.review.changes.records import compare
from chronology.review.revisions import (
    WORK_TREE,
    RevisionError,
    Revisions,
    Side,
    find_commit,
    find_fork,
)

HELP = "tell what a change means: new claims, moved dates, standings, quotations, addresses"
_EXAMPLES = """\
examples:
  chronology diff main                        what the work tree changes, committed or not
  chronology diff --merge-base main           only what was changed here, not what came to main since
  chronology diff v1 v2                       between two revisions; the work tree is left alone
  chronology diff --merge-base main pr-12 --format markdown > comment.md

Exit status: 0 done, changes or not; 1 one of the two does not load; 2 used wrongly, or no such revision.
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "diff",
        help=HELP,
        description=f"{HELP[0].upper()}{HELP[1:]}. Compares two states of the records in a Git repository.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("base", metavar="BASE", help="the earlier revision: a branch, a tag, a commit")
    parser.add_argument("head", metavar="HEAD", nargs="?", help="the later one (the work tree)")
    parser.add_argument("--content", type=Path, default=Path("content"), help="the records (content)")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="(text)")
    parser.add_argument("--merge-base", action="store_true", help="begin where HEAD left BASE, as a pull request does")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compare, and print; return the exit status."""
    collecting = gc.isenabled()
    gc.disable()  # nearly all that is made stays until the end
    try:
        return _run(options)
    finally:
        if collecting:
            gc.enable()


def _run(options: argparse.Namespace) -> int:
    content = options.content.resolve()
    root = content.parent
    try:
        base, head = _read(options, root, content)
    except RevisionError as error:
        print(f"chronology diff: {error}", file=sys.stderr)
        return 2
    if base.chronology is None or head.chronology is None:
        _report(base)
        _report(head)
        return 1
    changes = compare(base.chronology, head.chronology, (content / "chronology.yml").relative_to(root).as_posix())
    changes = Changes(changes.records, _layout(changes, base, head))
    if options.format == "json":
        sys.stdout.write(as_json(changes, base, head))
    elif options.format == "markdown":
        sys.stdout.write(as_markdown(changes))
    else:
        sys.stdout.write(as_text(changes, colour=sys.stdout.isatty() and "NO_COLOR" not in os.environ))
    return 0


def _read(options: argparse.Namespace, root: Path, content: Path) -> tuple[Side, Side]:
    """Both sides."""
    commit = find_commit(root, options.base)
    if options.merge_base:
        commit = find_fork(root, options.base, options.head)
    later = find_commit(root, options.head) if options.head else None
    if later is None and not content.is_dir():
        raise RevisionError(f"there is no folder {options.content}; name the folder of the records with --content")
    with Revisions(root, content) as revisions:
        base = revisions.read(options.base, commit)
        return base, revisions.read(options.head, later) if later else revisions.read_work_tree()


def _report(side: Side) -> None:
    """The problems for which a side did not load."""
    if side.chronology is not None:
        return
    where = side.name if side.commit is None else f"{side.name} ({side.commit[:12]})"
    print(f"chronology diff: the records of {where} do not load:", file=sys.stderr)
    for problem in side.errors:
        print(f"{side.name}: {problem}" if side.name != WORK_TREE else str(problem))


def _layout(changes: Changes, base: Side, head: Side) -> tuple[str, ...]:
    """The files that changed, and whose records did not."""
    told = {record.path for record in changes.records if record.status != "affected"}
    return tuple(
        path
        for path, digest in sorted(head.files.items())
        if path not in told and path in base.files and base.files[path] != digest
    )
