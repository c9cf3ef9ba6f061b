"""When each content file last changed, as Git tells it."""

from __future__ import annotations

import subprocess
from pathlib import Path

TIMEOUT = 20
"""Seconds that Git is given."""


def last_changes(root: Path, content: Path) -> dict[str, str]:
    """The day ('YYYY-MM-DD') of the last commit that changed each content file, by path relative to `root`.

    A file that was only moved keeps its day. Files with changes that are not committed are left out. Nothing is known,
    and the answer is empty, without Git, outside a repository, or in a shallow clone, whose oldest commit seems to add
    every file.
    """
    options = ["--no-show-signature", "--relative", "--name-status", "-M", "--format=%x00%cs%x00%D"]
    log = _git(root, "-c", "log.follow=false", "log", *options, "--", str(content))
    changed = _git(root, "diff", "--relative", "--name-only", "HEAD", "--", str(content))
    if log is None or changed is None:
        return {}
    days: dict[str, str] = {}
    later_name: dict[str, str] = {}
    _, *commits = log.split("\0")
    for day, commit in zip(commits[::2], commits[1::2], strict=True):
        decorations, *lines = commit.splitlines()
        if "grafted" in decorations.split(", "):
            return {}
        for line in lines:
            _note(line, day, days, later_name)
    uncommitted = set(changed.splitlines())
    return {path: day for path, day in sorted(days.items()) if day and path not in uncommitted}


def _note(line: str, day: str, days: dict[str, str], later_name: dict[str, str]) -> None:
    """Take in one changed file of a commit; commits come from the latest to the first."""
    status, *paths = line.split("\t")
    if not paths:
        return
    path = later_name.get(paths[-1], paths[-1])
    if status == "R100" and path not in days:
        later_name[paths[0]] = path
        return
    days.setdefault(path, "" if status == "D" else day)


def _git(root: Path, *arguments: str) -> str | None:
    """What Git prints, or None where it fails."""
    command = ["git", "--no-optional-locks", "--no-pager", "-c", "core.quotePath=false", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=True)
        return done.stdout.decode()
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
