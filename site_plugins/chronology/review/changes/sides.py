"""Two sides as they were read: what changed in the records, and which files changed while their records did not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from chronology.review.changes.change import Changes
from chronology.review.changes.records import compare
from chronology.review.revisions import Side


def compare_sides(base: Side, head: Side) -> Changes:
    """All that a change means. Raises ValueError where a side has not loaded."""
    if base.chronology is None or head.chronology is None:
        raise ValueError("a side has not loaded")
    changes = compare(base.chronology, head.chronology, head.settings)
    told = {record.path for record in changes.records if record.status != "affected"}
    return replace(changes, layout=tuple(path for path in _changed(base, head) if path not in told))


def _changed(base: Side, head: Side) -> Iterator[str]:
    """The files of both sides that are not the same. A series that changed may have done so in its readings' file."""
    for path, digest in sorted(head.files.items()):
        if path.endswith(".yml") and base.files.get(path, digest) != digest:
            yield path
