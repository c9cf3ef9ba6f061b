"""How each event's record changed, day by day, from the history of its file in Git.

The same sentences as those of a review, of the event's own file only. Each version is read with the records around it
as they are now: what a day tells is what was changed in the record on it, and nothing that followed from elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from chronology.model.chronology import Chronology, EventView, view_alone
from chronology.model.entities.events import Event
from chronology.records.git import GitError
from chronology.records.log import Commit, read_blobs
from chronology.records.versions import read_events
from chronology.review.changes.events import event_changes
from chronology.review.changes.names import Names
from chronology.review.changes.words import count
from chronology.review.history_cache import HistoryCache

FIRST = "First recorded."
GONE = "Taken out."
BACK = "Put back."
_APPEARED, _VANISHED = ("+",), ("-",)
UNREADABLE = "Changed; the earlier version cannot be read any more."
MOST = 12
"""Changes that are told of a day."""
_UNTOLD = frozenset({"question-renamed", "claim-renamed"})
"""What matters to who edits the record, not to who reads it: its ids."""


@dataclass(frozen=True, slots=True)
class RecordDay:
    """A day on which a record changed ('YYYY-MM-DD'), and what changed, in sentences."""

    day: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Version:
    """What stood in an event's file from a day on: the blob's name, None where there was no file."""

    day: str
    path: str
    blob: str | None
    last: bool
    """Whether it is the one that is there now."""


@dataclass(frozen=True, slots=True)
class _Step:
    """From one version to the next; to the first, from none."""

    before: _Version | None
    after: _Version

    def key(self, one: str) -> str:
        """The name under which it is kept what became of an event."""
        blobs = (version.blob if version else None for version in (self.before, self.after))
        return " ".join([one, *(blob or "-" for blob in blobs)])


class Absent:
    """Stands for an event that a version of a file does not hold."""


_ABSENT = Absent()


def tell_history(
    root: Path, commits: Sequence[Commit], uncommitted: frozenset[str], chronology: Chronology, cache: Path | None
) -> dict[str, tuple[RecordDay, ...]]:
    """The days on which each event's record changed, the latest first, by event. Raises GitError.

    A day on which only the layout changed is none. Of several changes on a day, what they came to is told. `commits`
    and `uncommitted` are what Git says of the content folder of the project at `root`; `cache` is a folder for what
    may be kept until the next run.
    """
    entities = chronology.entities
    versions = _versions(commits, {event.where.path for event in entities.events.values()})
    kept = HistoryCache(cache, entities)
    steps = {one: _steps(versions.get(event.where.path, ())) for one, event in entities.events.items()}
    unknown = [
        (one, step)
        for one, several in steps.items()
        if len(several) > 1
        for step in several
        if kept.get(step.key(one)) is None
    ]
    _tell(root, unknown, uncommitted, chronology, kept)
    kept.save()
    return {one: days for one, several in steps.items() if (days := _days(one, several, kept))}


def _steps(versions: Sequence[_Version]) -> tuple[_Step, ...]:
    return tuple(map(_Step, (None, *versions[:-1]), versions))


def _days(one: str, steps: Sequence[_Step], kept: HistoryCache) -> tuple[RecordDay, ...]:
    """What is told of each day, the latest first. The first version of a file that never changed is not looked at."""
    found: list[RecordDay] = []
    for step in steps:
        told = _APPEARED if len(steps) == 1 else kept.get(step.key(one)) or ()
        if told == _APPEARED:
            told = (BACK if found else FIRST,)
        elif told == _VANISHED:
            told = (GONE,)
        if told:
            found.append(RecordDay(step.after.day, told))
    return tuple(reversed(found))


def _tell(
    root: Path,
    unknown: Sequence[tuple[str, _Step]],
    uncommitted: frozenset[str],
    chronology: Chronology,
    kept: HistoryCache,
) -> None:
    """Read the versions that nothing is known of, and keep what is to be told of them."""
    shelf = _Shelf(root, uncommitted, chronology)
    shelf.fetch(version for one, step in unknown for version in (step.before, step.after) if version)
    names = Names(chronology.entities)
    pairs = [(one, step, shelf.find(one, step.before), shelf.find(one, step.after)) for one, step in unknown]
    views = {id(view.event): view for view in chronology.events.values()}
    events = {id(event): event for *_, was, now in pairs for event in (was, now) if isinstance(event, Event)}
    earlier = [key for key in events if key not in views]
    views.update(zip(earlier, view_alone(chronology.entities, [events[key] for key in earlier]), strict=True))
    for one, step, was, now in pairs:
        told: tuple[str, ...]
        if was is _ABSENT or now is _ABSENT:
            told = () if was is now else _APPEARED if was is _ABSENT else _VANISHED
        elif was is None or now is None:
            told = (UNREADABLE,)
        else:
            told = tuple(_sentences(views[id(was)], views[id(now)], names))
        kept.put(step.key(one), [event for event in (was, now) if isinstance(event, Event)], told)


def _sentences(was: EventView, now: EventView, names: Names) -> Iterator[str]:
    """The changes as readers are told them: in the order of the page, ids not set apart."""
    changes = [change for change in event_changes(was, now, names) if change.kind not in _UNTOLD]
    for change in changes[:MOST]:
        yield change.sentence.replace("`", "")
    if len(changes) > MOST:
        yield f"{count(len(changes) - MOST, 'more change')}."


class _Shelf:
    """The events of the versions that are asked for. The last version of a file has been read already."""

    def __init__(self, root: Path, uncommitted: frozenset[str], chronology: Chronology) -> None:
        self._root = root
        self._uncommitted = uncommitted
        self._entities = chronology.entities
        self._units = {one: series.unit for one, series in chronology.entities.series.items()}
        self._together = Counter(event.where.path for event in chronology.entities.events.values())
        self._contents: dict[str, bytes] = {}
        self._events: dict[_Version, dict[str, Event | None]] = {}

    def fetch(self, versions: Iterable[_Version]) -> None:
        """Have Git give out the contents of all versions at once."""
        wanted = {version.blob for version in versions if version.blob and not self._is_read(version)}
        self._contents = read_blobs(self._root, sorted(wanted))
        if len(self._contents) < len(wanted):
            raise GitError("this is a partial clone, which lacks earlier versions")

    def find(self, one: str, version: _Version | None) -> Event | Absent | None:
        """An event in a version: None where it cannot be read. A file that was renamed held it under another id."""
        if version is None or version.blob is None:
            return _ABSENT
        if self._is_read(version):
            return self._entities.events[one]
        if version not in self._events:
            self._events[version] = read_events(self._contents[version.blob], version.path, self._units)
        events = self._events[version]
        if one in events:
            return events[one]
        is_alone = len(events) == 1 == self._together[self._entities.events[one].where.path]
        return next(iter(events.values())) if is_alone else _ABSENT

    def _is_read(self, version: _Version) -> bool:
        return version.last and version.path not in self._uncommitted


def _versions(commits: Iterable[Commit], paths: set[str]) -> dict[str, tuple[_Version, ...]]:
    """The versions of each file that is there now, the first to the last; of a day, the last."""
    later_path: dict[str, str] = {}
    found: dict[str, list[_Version]] = {}
    for commit in commits:  # from the latest to the first
        for edit in commit.edits:
            path = later_path.get(edit.path, edit.path)
            if path in paths:
                versions = found.setdefault(path, [])
                if not versions or versions[-1].day != commit.day:
                    versions.append(_Version(commit.day, edit.path, edit.after, last=not versions))
        for edit in commit.edits:
            if edit.earlier_path != edit.path:
                later_path[edit.earlier_path] = later_path.pop(edit.path, edit.path)
    return {path: tuple(reversed(versions)) for path, versions in found.items()}
