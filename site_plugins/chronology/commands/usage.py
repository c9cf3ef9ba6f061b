"""What the sub-commands have in common: what they take, and how they say that they were used wrongly."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from chronology.review.changed_files import Changes

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no public name
"""Where a module adds its sub-command."""

CACHE = Path(".cache/chronology")
"""Where parsed records are kept, from the project's root: the same place as the plugin's."""


class UsedWronglyError(Exception):
    """The command cannot begin; the text says why and what would be right. `main` shows it and returns 2."""


def add_parser(commands: Commands, name: str, about: str, examples: str) -> argparse.ArgumentParser:
    """A parser for a sub-command, with examples below its options."""
    return commands.add_parser(
        name,
        help=about,
        description=f"{about[0].upper()}{about[1:]}.",
        epilog=f"examples:\n{examples}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def find_changes(revision: str, root: Path, content: Path) -> Changes:
    """What has changed since a Git revision. Raises UsedWronglyError where nobody knows."""
    from chronology.records.git import GitError
    from chronology.review.changed_files import changes_since

    try:
        return changes_since(revision, root, content)
    except GitError as error:
        raise UsedWronglyError(str(error)) from error
