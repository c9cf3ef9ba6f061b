"""What the last check of a content folder found, for when nothing has changed since.

One JSON file, headed by its own hash. It holds for one fingerprint: of every file's name and content, and of the
generator's code. One that is missing, old or damaged costs time, never correctness.

This module imports little on purpose: it answers before pydantic and PyYAML are loaded.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from chronology.records.problems import Problem
from chronology.review.code import digest_of_review

NAME = "verdict.json"
_AT_ONCE = 1 << 16
"""Bytes that are read of a file at once; most records are smaller."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Every problem of a content folder, in order; `files` were read.

    `complete` is False where errors kept the wording from being looked at.
    """

    problems: tuple[Problem, ...]
    files: int
    complete: bool


@dataclass(frozen=True, slots=True)
class Look:
    """What a verdict depends on, in one word, and the contents that were read on the way, by path."""

    fingerprint: str
    contents: Mapping[str, bytes]


def look(content: Path, root: Path) -> Look | None:
    """Look through a content folder; None where a file cannot be read."""
    digest = hashlib.blake2b(digest_size=24)
    digest.update(f"{content.relative_to(root)}\n".encode(errors="surrogateescape"))
    try:
        digest.update(digest_of_review())
        contents = {}
        for where, name, text in _walk(content, ""):
            digest.update(f"{len(text)} {name}\n".encode(errors="surrogateescape"))
            digest.update(text)
            contents[where] = text
    except OSError:
        return None
    return Look(digest.hexdigest(), contents)


def recall(folder: Path, wanted: str) -> Verdict | None:
    """The verdict for a fingerprint, if it is the last one."""
    try:
        head, _, body = (folder / NAME).read_bytes().partition(b"\n")
        if head != _head(wanted, body):
            return None
        kept = json.loads(body)
        problems = tuple(Problem(**{**one, "missing": tuple(one["missing"])}) for one in kept["problems"])
        return Verdict(problems, kept["files"], kept["complete"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def remember(folder: Path, wanted: str, verdict: Verdict) -> None:
    """Keep a verdict, in one step; without a word where that is not possible."""
    body = json.dumps(asdict(verdict), ensure_ascii=False, separators=(",", ":")).encode()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f"{NAME}.", dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_head(wanted, body) + b"\n" + body)
            Path(name).replace(folder / NAME)
        except OSError:
            Path(name).unlink(missing_ok=True)


def _head(wanted: str, body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=32, salt=wanted[:16].encode()).hexdigest().encode() + wanted.encode()


def _walk(folder: Path | str, inside: str) -> Iterator[tuple[str, str, bytes]]:
    """Path, name and content of each file below, in order; of pictures, layers, links and folders the name alone."""
    with os.scandir(folder) as found:
        entries = sorted((one for one in found if not one.name.startswith(".")), key=lambda one: one.name)
    for entry in entries:
        name = f"{inside}/{entry.name}"
        if entry.is_symlink():
            yield entry.path, f"link {name}", b""
        elif entry.is_dir():
            yield entry.path, f"folder {name}", b""
            yield from _walk(entry.path, name)
        elif entry.name.endswith((".yml", ".csv")):
            yield entry.path, f"file {name}", _content(entry.path)
        else:
            yield entry.path, f"other {name}", b""


def _content(path: str) -> bytes:
    """What stands in a file, in half the time of Path.read_bytes."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        parts = [os.read(file, _AT_ONCE)]
        while parts[-1]:
            parts.append(os.read(file, _AT_ONCE))
        return parts[0] if len(parts) == 2 else b"".join(parts)
    finally:
        os.close(file)
