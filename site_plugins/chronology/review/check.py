"""Everything that can be wrong with a content folder, and every wording to look at again, in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from chronology.records.garbage import without_collector
from chronology.records.problems import Problem, in_order
from chronology.review.verdict import Verdict, look, recall, remember

if TYPE_CHECKING:
    from chronology.model.entities.entities import Entities
    from chronology.review.published import PublishedRecords


def check(
    root: Path,
    content: Path,
    cache: Path | None = None,
    published: PublishedRecords | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Verdict:
    """Check the content folder of the project at `root`; problems come in order of path, line and column.

    `cache` is a folder for what may be kept until the next run. `published` are records of which none may be gone.
    `progress` is told how many files of how many are read.
    """
    seen = look(content, root) if cache and published is None else None
    if cache and seen and (known := recall(cache, seen.fingerprint)):
        return known
    # Only now: loading pydantic and PyYAML takes longer than to recall a verdict.
    from chronology.records.contents import NOTHING_SEEN, Seen, no_progress
    from chronology.records.load import load

    with without_collector():
        loaded = load(root, content, cache, progress or no_progress, Seen(seen.contents) if seen else NOTHING_SEEN)
        reviewed = _reviewed(loaded.entities, published, root, content) if loaded.entities else ()
        verdict = Verdict(in_order((*loaded.problems, *reviewed)), len(loaded.files), loaded.entities is not None)
    if cache and seen:
        remember(cache, seen.fingerprint, verdict)
    return verdict


def _reviewed(entities: Entities, published: PublishedRecords | None, root: Path, content: Path) -> Iterator[Problem]:
    """What only sound records can be asked for: their wording, and whether none has gone."""
    from chronology.records.files import shown
    from chronology.review.published import vanished
    from chronology.review.review import review

    yield from review(entities, root)
    if published is not None:
        yield from vanished(published, entities, shown(content, root))
