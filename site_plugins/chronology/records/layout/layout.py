"""A record's file in its canonical layout. It says the same afterwards, word for word, or it is not written."""

from __future__ import annotations

import difflib
import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chronology.records import yaml_positions, yaml_reader
from chronology.records.layout.comments import attach, find_comments
from chronology.records.layout.tree import data_of, read_tree
from chronology.records.layout.writer import write
from chronology.records.schema.kinds import MODELS
from chronology.records.shape import form_at, shape_of
from chronology.records.yaml_text import Fault


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: its new content, the same as before where it was right; or why it is left alone."""

    content: bytes
    faults: tuple[Fault, ...] = ()


class MeaningChangedError(Exception):
    """A new layout says something else than the old one: a mistake in this program. Nothing is written."""


def laid_out(content: bytes, kind: str) -> Outcome:
    """A file of records of a kind (a folder under content/, or 'chronology') in its canonical layout.

    Fields that the record does not have are kept, at the end: what is wrong with a record is not the layout's to say.
    A file whose YAML is not sound is left alone. Raises MeaningChangedError.
    """
    before, faults = _read(content, kind)
    if faults:
        return Outcome(content, faults)
    # As YAML counts lines; elsewhere they end in LF alone.
    text = content.decode().replace("\r\n", "\n").replace("\r", "\n")
    documents = read_tree(text)
    try:
        comments = find_comments(text)
    except ValueError as error:
        reason = " ".join(str(error).split())[:200]
        return Outcome(content, (Fault(1, 1, f"its comments cannot be told from its texts ({reason})", ""),))
    attach(comments, documents, text.split("\n"))
    if [data_of(document.root) for document in documents] != before:
        raise MeaningChangedError
    after = write(documents, shape_of(MODELS[kind])).encode()
    again, faults = _read(after, kind)
    kept = Counter(one.text for one in find_comments(after.decode()))
    if faults or again != before or kept != Counter(one.text for one in comments):
        raise MeaningChangedError
    return Outcome(after)


def _read(content: bytes, kind: str) -> tuple[list[Any], tuple[Fault, ...]]:
    """The data of a file, and what is wrong with its YAML."""
    try:
        return [document.data for document in yaml_reader.read(content)], ()
    except yaml_reader.Unclear:
        marked = yaml_positions.read(content)
    faults = [
        *marked.faults,
        *(_cut(document, loc) for document in marked.documents for loc in document.cut if _is_prose(kind, loc)),
    ]
    return [document.data for document in marked.documents], tuple(faults)


def _cut(document: yaml_positions.MarkedDocument, loc: tuple[str | int, ...]) -> Fault:
    place = document.places[loc]
    hint = "put the whole text in quotation marks, or the comment on a line of its own"
    return Fault(place.line, place.column, "the text is cut: what follows ' #' is a comment", hint)


def _is_prose(kind: str, loc: tuple[str | int, ...]) -> bool:
    form = form_at(shape_of(MODELS[kind]).at(loc))
    return bool(form and form.prose)


def difference(before: bytes, after: bytes, name: str) -> Iterator[str]:
    """The lines of a unified difference, without their ends."""
    old, new = (content.decode("utf-8", "replace").splitlines() for content in (before, after))
    return difflib.unified_diff(old, new, f"a/{name}", f"b/{name}", lineterm="")


def replace_file(path: Path, content: bytes) -> None:
    """Write a file in one step, with the rights that it had. Raises OSError, and then the file is as it was."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(path.stat().st_mode & 0o7777)
        Path(name).replace(path)
    except OSError:
        with suppress(OSError):
            Path(name).unlink()
        raise
