"""`chronology schema`: the handbook's record reference and the JSON Schemas, from the record models."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path

from chronology.commands.home import find_content
from chronology.commands.usage import Commands, add_parser

PAGE = Path("docs/handbook/records.md")
_EXAMPLES = """\
  chronology schema                       write docs/handbook/records.md
  chronology schema --to .vscode/schemas  and the JSON Schemas, for an editor
  chronology schema --check               fail when the page is stale"""


def add(commands: Commands) -> None:
    """Say what the command takes."""
    parser = add_parser(commands, "schema", "write the record reference and the JSON Schemas", _EXAMPLES)
    parser.add_argument(
        "--reference",
        type=Path,
        metavar="PATH",
        help=f"the handbook's page ({PAGE} of the project)",
    )
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="also write the JSON Schemas to this folder")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when the page is stale")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write what is asked for, and return the exit status."""
    from chronology.build.files import record_schemas
    from chronology.records.reference_page import reference

    page: Path = options.reference or _page()
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


def _page() -> Path:
    """The handbook's page of the project that is here or above, as it is named from here."""
    project = find_content(None).parent
    return Path(os.path.relpath(project / PAGE))
