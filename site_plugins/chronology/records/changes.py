"""When each content file last changed, as Git tells it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from chronology.records.git import GitError
from chronology.records.log import Commit, Edit, read_log, uncommitted


def last_changes(root: Path, content: Path) -> dict[str, str]:
    """The day ('YYYY-MM-DD') of the last commit that changed each content file, by path relative to `root`.

    A file that was only moved keeps its day. Files with changes that are not committed are left out. Nothing is known,
    and the answer is empty, without Git, outside a repository, or in a shallow clone.
    """
    try:
        return last_days(read_log(root, content), uncommitted(root, content))
    except GitError:
        return {}


def last_days(commits: Iterable[Commit], changed_since: frozenset[str]) -> dict[str, str]:
    """The same from a log, and the files that changed since."""
    days: dict[str, str] = {}
    later_name: dict[str, str] = {}
    for commit in commits:
        for edit in commit.edits:
            _note(edit, commit.day, days, later_name)
    return {path: day for path, day in sorted(days.items()) if day and path not in changed_since}


def _note(edit: Edit, day: str, days: dict[str, str], later_name: dict[str, str]) -> None:
    """Take in one changed file of a commit; commits come from the latest to the first."""
    path = later_name.get(edit.path, edit.path)
    if edit.moved_only and path not in days:
        later_name[edit.earlier_path] = path
        return
    days.setdefault(path, "" if edit.after is None else day)
