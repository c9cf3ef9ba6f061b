"""The command `chronology`. Exit status 0: done; 1: problems found; 2: used wrongly."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from chronology import __version__
from chronology.commands import check, diff, fmt, new, schema, sources
from chronology.commands.usage import UsedWronglyError

COMMANDS = (check, diff, fmt, new, schema, sources)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has enough, as `| head` does. What is left to write goes nowhere, or Python would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except UsedWronglyError as error:
        print(f"chronology {options.command}: {error}", file=sys.stderr)
        return 2
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="chronology", description="Work on a sourced chronology.")
    parser.add_argument("--version", action="version", version=f"chronology {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", dest="command")
    for command in COMMANDS:
        command.add(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
