"""What the sub-commands have in common: how they say that they were used wrongly, and where the records are."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from chronology.review.changed_files import Changes

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no public name
"""Where a module adds its sub-command."""

CONTENT = Path("content")
CACHE = Path(".cache/chronology")
"""Where parsed records are kept, from the project's root: the same place as the plugin's."""
_SETTINGS = "chronology.yml"
_KINDS = ("events", "actors", "places", "sources", "series", "topics")


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


def find_content(given: Path | None, paths: Iterable[Path] = ()) -> Path:
    """The folder of the records: the one that is given, the one that a path is or lies in, or `content`.

    Returns it resolved. Raises UsedWronglyError where there is none.
    """
    found = given or next((one for path in paths if (one := _content_of(path))), CONTENT)
    if not found.is_dir():
        raise UsedWronglyError(f"there is no folder {found}; name the folder of the records")
    return found.resolve()


def find_changes(revision: str, root: Path, content: Path) -> Changes:
    """What has changed since a Git revision. Raises UsedWronglyError where nobody knows."""
    from chronology.records.git import GitError
    from chronology.review.changed_files import changes_since

    try:
        return changes_since(revision, root, content)
    except GitError as error:
        raise UsedWronglyError(str(error)) from error


def is_content(folder: Path) -> bool:
    """Whether a folder looks like one of records, even if its settings are missing."""
    return (folder / _SETTINGS).is_file() or any((folder / kind).is_dir() for kind in _KINDS)


def _content_of(path: Path) -> Path | None:
    if path.is_dir() and is_content(path):
        return path
    return next((above for above in path.resolve().parents if (above / _SETTINGS).is_file()), None)
