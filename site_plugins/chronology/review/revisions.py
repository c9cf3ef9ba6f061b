"""The content folder as it was at a revision of its Git repository, without touching the work tree."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from chronology.model.chronology import Chronology, derive
from chronology.records.cache import Cache
from chronology.records.files import SETTINGS
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
    settings: str = "content/chronology.yml"
    """The path of the settings' file."""

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


class Revisions:
    """Reads revisions, one after the other, in a temporary folder that goes when it is closed.

    Of a second revision only those files are written that differ from the first, and of pictures only their names. What
    stands in both is parsed once.
    """

    def __init__(self, root: Path, content: Path) -> None:
        """`root` and `content` are the folders of the project and of its records in the work tree."""
        self._root = root
        self._content = content
        self._folder = tempfile.TemporaryDirectory(prefix="chronology-")
        self._there: dict[str, Entry] = {}
        self._cache = Cache(None)

    def __enter__(self) -> Self:
        """Nothing more is needed."""
        return self

    def __exit__(self, *_: object) -> None:
        """Remove the folder."""
        self._folder.cleanup()

    def read(self, name: str, commit: str) -> Side:
        """The records at a commit. Raises RevisionError."""
        folder = Path(self._folder.name).resolve()
        try:
            self._check_out(folder, commit)
        except (GitError, OSError) as error:
            raise RevisionError(f"{name} cannot be read: {error}") from error
        return _load(name, commit, folder, folder / self._content.relative_to(self._root), self._cache)

    def read_work_tree(self) -> Side:
        """The records as they lie there, committed or not."""
        return _load(WORK_TREE, None, self._root, self._content, self._cache)

    def _check_out(self, folder: Path, commit: str) -> None:
        wanted = dict(entries(self._root, self._content, commit))
        new = {path: entry for path, entry in wanted.items() if self._there.get(path) != entry}
        blobs = sorted({entry.blob for entry in new.values() if entry.blob})
        contents = read_blobs(self._root, blobs)
        if missing := len(blobs) - len(contents):
            raise GitError(f"{missing} of its files are not in this clone; fetch them")
        for path in (path for path, entry in self._there.items() if wanted.get(path) != entry):
            (folder / path).unlink()
            _remove_empty((folder / path).parent, folder)
        for path, entry in new.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            if entry.is_link:
                file.symlink_to("nowhere")  # not where it leads: reading says only that it is a link
            else:
                file.write_bytes(contents[entry.blob] if entry.blob else b"")
        self._there = wanted


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _load(name: str, commit: str | None, root: Path, content: Path, cache: Cache) -> Side:
    loaded = load(root, content, cache)
    files = {path.relative_to(root).as_posix(): _digest(path) for path in loaded.files}
    chronology = derive(loaded.entities) if loaded.entities else None
    settings = f"{content.relative_to(root).as_posix()}/{SETTINGS}"
    return Side(name, commit, chronology, loaded.problems, files, settings)


def _digest(path: Path) -> bytes:
    """A digest of a file, the same whether its lines end as on Windows or not."""
    try:
        return hashlib.blake2b(path.read_bytes().replace(b"\r\n", b"\n"), digest_size=16).digest()
    except OSError:
        return b""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a revision: its blob, None where only its name matters, and whether it is a symbolic link."""

    blob: str | None
    is_link: bool


def entries(root: Path, content: Path, commit: str) -> Iterator[tuple[str, Entry]]:
    """The files of the content folder at a commit, by path from the root. Raises GitError.

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
        yield path, Entry(None if is_link or below.startswith(_MEDIA) else blob, is_link)


def _is_plain(parts: list[str]) -> bool:
    return all(part not in ("", ".", "..") and os.sep not in part and "\\" not in part for part in parts)
