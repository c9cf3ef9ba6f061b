"""What has changed since a Git revision, as the checkout stands now: it is only looked at, never touched."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

TIMEOUT = 60
"""Seconds that Git is given."""
_OWN_ID = re.compile(rb"^id: *([a-z0-9-]+) *$", re.MULTILINE)
_SETTINGS = "chronology.yml"


class GitError(Exception):
    """Git cannot tell; the text says why. Raised by `changes_since`, shown by the command."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Files of a content folder that are other than they were.

    `paths` are there now, relative to the project's root: changed, added, renamed or not yet known to Git. `gone` is
    what records can no longer name, as in `Problem.missing`; 'media/a.png' or 'sources/some-report'.
    """

    paths: frozenset[str]
    gone: frozenset[str]
    settings: bool

    def concerns(self, path: str, missing: Iterable[str]) -> bool:
        """Whether a problem is one of these files, or of what is no longer there."""
        return path in self.paths or any(one in self.gone or (self.settings and one.startswith("=")) for one in missing)


def changes_since(revision: str, root: Path, content: Path) -> Changes:
    """What has changed since the place where this checkout left a revision. Raises GitError.

    That place is their common ancestor: what others have changed meanwhile is not this checkout's doing. Where there
    is none, in a shallow clone, it is the revision itself.
    """
    if _git(root, "rev-parse", "--is-inside-work-tree") is None:
        raise GitError(f"{root} is not in a Git repository, so nobody knows what has changed")
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise GitError(f"Git knows no revision {revision!r}; fetch it first, or name another")
    base = _git(root, "merge-base", commit.strip(), "HEAD") or commit
    return _compare(base.strip(), root, content)


def _compare(base: str, root: Path, content: Path) -> Changes:
    folder = content.relative_to(root).as_posix()
    listed = _git(root, "diff", "--relative", "--name-status", "-z", "-M", base, "--", folder)
    unknown = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", folder)
    if listed is None or unknown is None:
        raise GitError("Git cannot compare the files with that revision")
    now, before = set(filter(None, unknown.split("\0"))), set()
    for path, earlier in _changes(listed.split("\0")):
        now |= {path} - {""}
        before |= {earlier} - {""}
    there = {path for path in now if (root / path).is_file()}
    lost = _named(_earlier(base, before, root), folder) - _named(_current(there, root), folder)
    return Changes(frozenset(now), frozenset(lost), f"{folder}/{_SETTINGS}" in now | before)


def _changes(words: list[str]) -> Iterator[tuple[str, str]]:
    """Each change as the name of the file now and its name before; '' where there is no such file."""
    rest = iter(words)
    for status in rest:
        if status[:1] in ("R", "C"):
            earlier, path = next(rest), next(rest)
            yield path, earlier if status[0] == "R" else ""
        elif status:
            path = next(rest)
            yield "" if status == "D" else path, "" if status == "A" else path


def _named(files: Iterable[tuple[str, bytes]], folder: str) -> set[str]:
    """What records can name of these files: ids by kind, pictures by name."""
    found = set()
    for path, content in files:
        kind, _, name = path.removeprefix(f"{folder}/").partition("/")
        if kind == "media":
            found.add(f"media/{name}")
        elif name.endswith(".yml"):
            ids = [one.decode() for one in _OWN_ID.findall(content)]
            found |= {f"{kind}/{one}" for one in (ids or [Path(name).stem])}
    return found


def _current(paths: Iterable[str], root: Path) -> Iterator[tuple[str, bytes]]:
    for path in paths:
        yield path, (root / path).read_bytes() if path.endswith(".yml") else b""


def _earlier(base: str, paths: Iterable[str], root: Path) -> Iterator[tuple[str, bytes]]:
    """What these files held at a revision, from one run of Git."""
    wanted = sorted(paths)
    names = "".join(f"{base}:./{path}\n" for path in wanted if "\n" not in path).encode()
    answer = _run(root, ["cat-file", "--batch"], names) or b""
    for path in wanted:
        head, _, rest = answer.partition(b"\n")
        size = head.split(b" ")[-1]
        length = int(size) if size.isdigit() else -1
        yield path, rest[: max(length, 0)]
        answer = rest[length + 1 :] if length >= 0 else rest


def _git(root: Path, *arguments: str) -> str | None:
    """What Git prints, or None where it fails."""
    printed = _run(root, arguments, b"")
    return None if printed is None else printed.decode("utf-8", "surrogateescape")


def _run(root: Path, arguments: Iterable[str], given: bytes) -> bytes | None:
    # Without optional locks Git does not even refresh its index.
    command = ["git", "--no-optional-locks", "--no-pager", "-c", "core.quotePath=false", "-C", str(root), *arguments]
    try:
        return subprocess.run(command, input=given, capture_output=True, timeout=TIMEOUT, check=True).stdout
    except FileNotFoundError as error:
        raise GitError("Git is not installed, so nobody knows what has changed") from error
    except (OSError, subprocess.SubprocessError):
        return None
