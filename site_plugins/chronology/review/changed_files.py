"""What has changed since a Git revision, as the checkout stands now: it is only looked at, never touched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from chronology.records.git import GitError, ask

_OWN_ID = re.compile(rb"^id: *([a-z0-9-]+) *$", re.MULTILINE)
_SETTINGS = "chronology.yml"


@dataclass(frozen=True, slots=True)
class Changes:
    """Files of a content folder that are other than they were.

    `paths` are relative to the project's root: changed, added, renamed or not yet known to Git, and those where there
    is no file any more. `gone` is what records can no longer name, as in `Problem.missing`; 'media/a.png' or
    'sources/some-report'.
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
    try:
        ask(root, "rev-parse", "--is-inside-work-tree")
    except GitError as error:
        raise GitError(f"{error}, so nobody knows what has changed") from error
    try:
        commit = _line(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except GitError as error:
        raise GitError(f"Git knows no revision {revision!r}; fetch it first, or name another") from error
    try:
        base = _line(root, "merge-base", commit, "HEAD")
    except GitError:
        base = commit
    return _compare(base, root, content)


def _compare(base: str, root: Path, content: Path) -> Changes:
    folder = content.relative_to(root).as_posix()
    try:
        listed = _words(root, "diff", "--relative", "--name-status", "-z", "-M", base, "--", folder)
        unknown = _words(root, "ls-files", "--others", "--exclude-standard", "-z", "--", folder)
    except GitError as error:
        raise GitError(f"the files cannot be compared with that revision: {error}") from error
    now, before = set(filter(None, unknown)), set()
    for path, earlier in _changes(listed):
        now |= {path} - {""}
        before |= {earlier} - {""}
    there = {path for path in now if (root / path).is_file()}
    lost = _named(_earlier(base, before, root), folder) - _named(_current(there, root), folder)
    return Changes(frozenset(now | before), frozenset(lost), f"{folder}/{_SETTINGS}" in now | before)


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
    answer = ask(root, "cat-file", "--batch", data=names)
    for path in wanted:
        head, _, rest = answer.partition(b"\n")
        size = head.split(b" ")[-1]
        length = int(size) if size.isdigit() else -1
        yield path, rest[: max(length, 0)]
        answer = rest[length + 1 :] if length >= 0 else rest


def _line(root: Path, *arguments: str) -> str:
    """The one line that Git prints."""
    return ask(root, *arguments).decode().strip()


def _words(root: Path, *arguments: str) -> list[str]:
    """What Git prints, parted by zeros; a path may be of any bytes."""
    return ask(root, *arguments).decode("utf-8", "surrogateescape").split("\0")
