"""The command `chronology`. Exit status 0: done; 1: problems found; 2: used wrongly."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from chronology import __version__
from chronology.build import record_schemas
from chronology.commands import diff
from chronology.records.files import shown
from chronology.records.load import Loaded, load
from chronology.records.problems import Problem, in_order
from chronology.records.reference_page import reference
from chronology.review.published import NotEventsFileError, Published, read_published, vanished
from chronology.review.review import review


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    parser = _parser()
    options = parser.parse_args(arguments)
    status: int = options.run(options)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="chronology", description="Work on a sourced chronology.")
    parser.add_argument("--version", action="version", version=f"chronology {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="report every problem of the records, and wording to look at again")
    check.add_argument("content", nargs="?", type=Path, default=Path("content"), help="the records (content)")
    check.add_argument(
        "--published",
        type=_file,
        metavar="FILE",
        help="an earlier data/events.json, as a file: an event of it that is gone is an error",
    )
    check.add_argument("--strict", action="store_true", help="fail on warnings too")
    check.set_defaults(run=_check)
    diff.add(commands)
    schema = commands.add_parser("schema", help="write the record reference and the JSON Schemas")
    schema.add_argument(
        "--reference",
        type=Path,
        default=Path("docs/handbook/records.md"),
        help="the handbook's page (docs/handbook/records.md)",
    )
    schema.add_argument("--to", type=Path, help="also write the JSON Schemas to this folder")
    schema.add_argument("--check", action="store_true", help="write nothing; fail when the page is stale")
    schema.set_defaults(run=_schema)
    return parser


def _check(options: argparse.Namespace) -> int:
    content: Path = options.content
    if not content.is_dir():
        print(f"chronology check: there is no folder {content}; name the folder of the records", file=sys.stderr)
        return 2
    try:
        published = read_published(options.published) if options.published else {}
    except NotEventsFileError as error:
        hint = "name an earlier data/events.json of this site"
        print(f"chronology check: {options.published}: {error}; {hint}", file=sys.stderr)
        return 2
    root, content = content.resolve().parent, content.resolve()
    loaded = load(root, content, None)
    problems = in_order((*loaded.problems, *_reviewed(loaded, published, root, content)))
    for problem in problems:
        print(problem)
    errors = sum(problem.level == "error" for problem in problems)
    warnings = len(problems) - errors
    later = "" if loaded.entities else "; the wording is checked once there are no errors"
    print(f"{len(loaded.files)} files: {_count(errors, 'error')}, {_count(warnings, 'warning')}{later}")
    return 1 if errors or (warnings and options.strict) else 0


def _file(text: str) -> Path:
    if text.startswith(("http://", "https://")):
        raise argparse.ArgumentTypeError("this is an address; download the file and name it")
    return Path(text)


def _reviewed(loaded: Loaded, published: Mapping[str, Published], root: Path, content: Path) -> Iterator[Problem]:
    """What only sound records can be asked for: their wording, and whether no event has gone."""
    if loaded.entities:
        yield from review(loaded.entities, root)
        yield from vanished(published, loaded.entities.events, shown(content / "events", root))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _schema(options: argparse.Namespace) -> int:
    page: Path = options.reference
    fresh = reference()
    if options.check:
        if page.is_file() and page.read_text(encoding="utf-8") == fresh:
            return 0
        print(f"{page}:1:1: the record reference is stale; run `chronology schema` and commit the page")
        return 1
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(fresh, encoding="utf-8")
    if options.to:
        options.to.mkdir(parents=True, exist_ok=True)
        for name, schema in record_schemas().items():
            (options.to / name).write_text(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
