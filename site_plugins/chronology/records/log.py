"""Which files each commit changed, as Git tells it, in one run for a whole folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from chronology.records.git import GitError, ask


@dataclass(frozen=True, slots=True)
class Edit:
    """A file that a commit changed, by its paths before and after, relative to the root that was asked from.

    `before` and `after` are the names of its contents (blobs); None where there was no file, or is none.
    """

    earlier_path: str
    path: str
    before: str | None
    after: str | None

    @property
    def moved_only(self) -> bool:
        """Whether the file has another path, and nothing in it changed."""
        return self.before == self.after and self.earlier_path != self.path


@dataclass(frozen=True, slots=True)
class Commit:
    """The day of a commit ('YYYY-MM-DD', in its own zone), and the files that it changed."""

    day: str
    edits: tuple[Edit, ...]


def read_log(root: Path, folder: Path) -> tuple[Commit, ...]:
    """The commits that changed files of a folder, the latest first. Raises GitError.

    They are those of the branch itself: of a merge, what it brought, on the day on which it did. In a shallow clone
    nothing is told, because its oldest commit seems to add every file.
    """
    options = ["--no-show-signature", "--first-parent", "-m", "--relative", "--raw", "--no-abbrev", "-M"]
    said = ask(root, "log", *options, "--format=%x00%cs%x00%D", "--", str(folder)).decode(errors="replace")
    _, *commits = said.split("\0")
    found = []
    for day, text in zip(commits[::2], commits[1::2], strict=True):
        decorations, *lines = text.splitlines()
        if "grafted" in decorations.split(", "):
            raise GitError("this is a shallow clone")
        found.append(Commit(day, tuple(_edit(line) for line in lines if line.startswith(":"))))
    return tuple(found)


def uncommitted(root: Path, folder: Path) -> frozenset[str]:
    """The files of a folder with changes that are not committed, by path from the root. Raises GitError."""
    said = ask(root, "diff", "--relative", "--name-only", "HEAD", "--", str(folder))
    return frozenset(said.decode(errors="replace").splitlines())


def _edit(line: str) -> Edit:
    """One line of Git's raw format: ':100644 100644 BLOB BLOB M<tab>path', with two paths for a file that moved."""
    head, *paths = line.split("\t")
    _, _, before, after, _ = head.split(" ")
    return Edit(paths[0], paths[-1], _blob(before), _blob(after))


def _blob(name: str) -> str | None:
    """The name of a blob; only zeros stand for none."""
    return name if name.strip("0") else None


def read_blobs(root: Path, names: list[str]) -> dict[str, bytes]:
    """The contents by their names, in one run; those that are not at hand are left out. Raises GitError."""
    if not names:
        return {}
    said = ask(root, "cat-file", "--batch", data="\n".join(names).encode() + b"\n")
    found: dict[str, bytes] = {}
    at = 0
    while at < len(said):
        end = said.index(b"\n", at)
        head = said[at:end].split(b" ")
        at = end + 1
        if len(head) == 3 and head[1] == b"blob":
            size = int(head[2])
            found[head[0].decode()] = said[at : at + size]
            at += size + 1
        elif len(head) == 3:
            at += int(head[2]) + 1
    return found
