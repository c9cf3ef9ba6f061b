"""The content folder as it was at a revision of its Git repository, without touching the work tree."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from chronology.model.chronology import Chronology, derive
from chronology.records.cache import Cache
from chronology.records.git import GitError, ask
from chronology.records.load import load
from chronology.records.log import read_blobs
from chronology.records.problems import Problem, printable

WORK_TREE = "the work tree"
_MEDIA = "media/"


class RevisionError(Exception):
    """A revision cannot be read; the text says why and what to do. Shown by the command."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two states that are compared: a revision with its commit, or the work tree, which has none."""

    name: str
    commit: str | None
    chronology: Chronology | None
    problems: tuple[Problem, ...]
    files: Mapping[str, bytes]
    """A digest of every record's file, by path from the project's root."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems without which it would have loaded."""
        return tuple(one for one in self.problems if one.level == "error")


def find_commit(root: Path, revision: str) -> str:
    """The commit that a revision names. Raises RevisionError."""
    if revision.startswith("-") or not revision.isprintable() or not revision:
        raise RevisionError(f"'{printable(revision)}' is no revision; name a branch, a tag or a commit")
    try:
        ask(root, "rev-parse", "--is-inside-work-tree")
    except GitError as error:
        hint = (
            "run it in the repository of the records" if "repository" in str(error) else "install it, or check its path"
        )
        raise RevisionError(f"{error}; {hint}") from error
    try:
        return ask(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode().strip()
    except GitError as error:
        shallow = ask(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
        hint = _deepen() if shallow else "name a branch, a tag or a commit of it"
        raise RevisionError(f"there is no revision '{revision}' in this repository; {hint}") from error


def find_fork(root: Path, base: str, head: str | None) -> str:
    """The commit at which a head (None: the commit of the work tree) left a base. Raises RevisionError."""
    ends = find_commit(root, base), find_commit(root, head or "HEAD")
    try:
        return ask(root, "merge-base", *ends).decode().strip()
    except GitError as error:
        shallow = ask(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
        hint = _deepen() if shallow else "compare with a revision itself, without --merge-base"
        raise RevisionError(f"'{base}' and '{head or 'HEAD'}' have no common beginning here; {hint}") from error


def _deepen() -> str:
    return "this is a shallow clone, which lacks most: run `git fetch --unshallow`"


def read_revision(name: str, commit: str, root: Path, content: Path, cache: Cache) -> Side:
    """The content folder at a commit. `root` and `content` are those of the work tree. Raises RevisionError."""
    try:
        with _checked_out(root, content, commit) as folder:
            return _load(name, commit, folder, folder / content.relative_to(root), cache)
    except GitError as error:
        raise RevisionError(f"{name} cannot be read: {error}") from error


def read_work_tree(root: Path, content: Path, cache: Cache) -> Side:
    """The content folder as it lies there, committed or not."""
    return _load(WORK_TREE, None, root, content, cache)


def _load(name: str, commit: str | None, root: Path, content: Path, cache: Cache) -> Side:
    loaded = load(root, content, cache)
    files = {path.relative_to(root).as_posix(): _digest(path) for path in loaded.files}
    chronology = derive(loaded.entities) if loaded.entities else None
    return Side(name, commit, chronology, loaded.problems, files)


def _digest(path: Path) -> bytes:
    """A digest of a file, the same whether its lines end as on Windows or not."""
    try:
        return hashlib.blake2b(path.read_bytes().replace(b"\r\n", b"\n"), digest_size=16).digest()
    except OSError:
        return b""


@contextmanager
def _checked_out(root: Path, content: Path, commit: str) -> Iterator[Path]:
    """A temporary folder with the content folder of a commit; of pictures only their names. Raises GitError."""
    blobs = dict(_entries(root, content, commit))
    wanted = sorted({blob for blob, _ in blobs.values() if blob})
    contents = read_blobs(root, wanted)
    if missing := set(wanted) - contents.keys():
        raise GitError(f"{len(missing)} of its files are not in this clone; fetch them")
    with tempfile.TemporaryDirectory(prefix="chronology-") as name:
        folder = Path(name).resolve()
        for path, (blob, is_link) in blobs.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            if is_link:
                file.symlink_to("nowhere")  # not where it leads: reading says only that it is a link
            else:
                file.write_bytes(contents[blob] if blob else b"")
        yield folder


def _entries(root: Path, content: Path, commit: str) -> Iterator[tuple[str, tuple[str | None, bool]]]:
    """The files of the content folder by path from the root: their blobs, if they have to be read, and whether a link.

    A tree that somebody crafted may name any path: what does not lie in the folder is passed over.
    """
    inside = content.relative_to(root).as_posix()
    listed = ask(root, "ls-tree", "-r", "-z", commit, "--", f"{inside}/" if inside != "." else ".")
    for entry in listed.decode(errors="surrogateescape").split("\0"):
        head, _, path = entry.partition("\t")
        mode, _, blob = (*head.split(" "), "", "")[:3]
        parts = path.split("/")
        if not path or not _is_plain(parts) or mode == "160000":
            continue
        is_link = mode == "120000"
        below = path.removeprefix(f"{inside}/") if inside != "." else path
        yield path, (None if is_link or below.startswith(_MEDIA) else blob, is_link)


def _is_plain(parts: list[str]) -> bool:
    return all(part not in ("", ".", "..") and os.sep not in part and "\\" not in part for part in parts)
