"""What Git tells of the records, for the pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from chronology.build.project import Project
from chronology.model.chronology import Chronology
from chronology.pages.site import RecordDay
from chronology.records.changes import last_days
from chronology.records.git import GitError
from chronology.records.log import read_log, uncommitted
from chronology.review.history import tell_history


@dataclass(frozen=True, slots=True)
class Past:
    """What Git tells of the records: when each file last changed, and what changed in each event."""

    changed: Mapping[str, str] = field(default_factory=dict)
    history: Mapping[str, Sequence[RecordDay]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def read_past(project: Project, chronology: Chronology) -> Past:
    """Ask Git; where it does not answer, a note says what pages do without."""
    changed: Mapping[str, str] = {}
    try:
        commits, since = read_log(project.root, project.content), uncommitted(project.root, project.content)
        changed = last_days(commits, since)
        told = tell_history(project.root, commits, since, chronology, project.cache) if project.history else {}
    except GitError as error:
        return Past(changed, notes=(f"pages do not tell how their records changed: {error}",))
    history = {one: tuple(RecordDay(day.day, day.sentences) for day in days) for one, days in told.items()}
    return Past(changed, history)
