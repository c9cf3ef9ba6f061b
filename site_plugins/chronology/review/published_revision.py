"""Addresses last: what a revision of the Git repository published, where nobody need be asked for its events.json.

Of records that do not load, too: a mistake on the main branch must not keep a pull request from being checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from chronology.records import yaml_positions, yaml_reader
from chronology.records.git import GitError
from chronology.records.log import read_blobs
from chronology.records.names import ONE, PAGELESS
from chronology.records.values import ID_PATTERN
from chronology.review.present import earlier_ids, title_of
from chronology.review.published import Published, PublishedRecords
from chronology.review.revisions import RevisionError, entries, find_commit

_ID = re.compile(ID_PATTERN)
_OWN_ID = re.compile(r"^id: *([a-z0-9-]+) *$", re.MULTILINE)
_KINDS = tuple(kind for kind in ONE if kind not in PAGELESS)


def published_at(revision: str, root: Path, content: Path) -> PublishedRecords:
    """The records that stood in the content folder at a revision. Raises RevisionError."""
    commit = find_commit(root, revision)
    try:
        files = dict(_record_files(root, content, commit))
        contents = read_blobs(root, sorted(set(files.values())))
    except GitError as error:
        raise RevisionError(f"{revision} cannot be read: {error}") from error
    if missing := set(files.values()) - contents.keys():
        raise RevisionError(f"{revision} cannot be read: {len(missing)} of its files are not in this clone; fetch them")
    found: dict[str, dict[str, Published]] = {kind: {} for kind in _KINDS}
    for (kind, path), blob in files.items():
        found[kind].update(_records(path, contents[blob]))
    return found


def _record_files(root: Path, content: Path, commit: str) -> Iterator[tuple[tuple[str, PurePosixPath], str]]:
    """The kind and the path, below the content folder, of each record's file, with the name of its content."""
    inside = content.relative_to(root).as_posix()
    for name, entry in entries(root, content, commit):
        path = PurePosixPath(name).relative_to(inside)
        hidden = any(part.startswith(".") for part in path.parts)
        if entry.blob and path.suffix == ".yml" and path.parts[0] in _KINDS and len(path.parts) > 1 and not hidden:
            yield (path.parts[0], path), entry.blob


def _records(path: PurePosixPath, content: bytes) -> Iterator[tuple[str, Published]]:
    """The records of a file by their ids. Of what cannot be read only the ids that seem to be there."""
    try:
        documents: list[Any] = [one.data for one in yaml_reader.read(content)]
    except yaml_reader.Unclear:
        marked = yaml_positions.read(content)
        documents = [one.data for one in marked.documents if isinstance(one.data, dict)]
        if not (marked.complete and documents):
            documents += [{"id": one} for one in _OWN_ID.findall(marked.text)] or [{}]
    for one in documents:
        own_id = one.get("id") if len(documents) > 1 else path.stem
        if isinstance(own_id, str) and _ID.fullmatch(own_id):
            yield own_id, Published(title_of(one), tuple(earlier_ids(one)), path.as_posix())
