"""Everything that can be wrong with a content folder, and every wording to look at again, in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from chronology.records.garbage import without_collector
from chronology.records.problems import Problem, in_order
from chronology.review.verdict import Verdict, look, recall, remember

if TYPE_CHECKING:
    from chronology.model.entities.entities import Entities
    from chronology.records.load import Records
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
    seen = look(content, root) if cache else None
    if cache and seen and published is None and (known := recall(cache, seen.fingerprint)):
        return known
    # Only now: loading pydantic and PyYAML takes longer than to recall a verdict.
    from chronology.records.load import StaleError

    asked = _Asked(root, content, seen.contents if seen else {}, published, progress)
    with without_collector():
        try:
            verdict = asked.check(cache)
        except StaleError:
            verdict = asked.check(None)
    if cache and seen and published is None:
        remember(cache, seen.fingerprint, verdict)
    return verdict


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be checked; the options are as in `check`, `contents` are those of files that were read already."""

    root: Path
    content: Path
    contents: Mapping[str, bytes]
    published: PublishedRecords | None
    progress: Callable[[int, int], None] | None

    def check(self, cache: Path | None) -> Verdict:
        """Read the records, and say all that is to be said of them. Raises StaleError if there is a cache."""
        from chronology.records.contents import Seen, no_progress
        from chronology.records.load import read

        records = read(self.root, self.content, cache, self.progress or no_progress, Seen(self.contents))
        reviewed = self._review(records, records.entities, cache) if records.entities else ()
        verdict = in_order((*records.problems, *reviewed, *self._vanished(records)))
        return Verdict(verdict, len(records.files), records.entities is not None)

    def _review(self, records: Records, entities: Entities, cache: Path | None) -> Iterable[Problem]:
        """What only sound records can be asked for: their wording."""
        from chronology.review.review import review

        # Without the contents, a file may be another by the time at which it is read again for the place of a remark.
        return review(records, entities, self.root, cache if self.contents else None, self.contents)

    def _vanished(self, records: Records) -> Iterable[Problem]:
        """What was published and is gone, whatever else is wrong: another mistake must not hide it."""
        if self.published is None:
            return ()
        from chronology.records.files import shown
        from chronology.review.present import present_records
        from chronology.review.published import vanished

        return vanished(self.published, present_records(records, self.root), shown(self.content, self.root))
