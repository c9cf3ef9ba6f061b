"""Two chronologies, record by record: what is new, gone, renamed and changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from chronology.model.chronology import Chronology
from chronology.model.entities.actors import Actor
from chronology.model.entities.events import Event
from chronology.model.entities.layers import Layer
from chronology.model.entities.places import Place
from chronology.model.entities.series import Series
from chronology.model.entities.sources import Source
from chronology.model.entities.topics import Topic
from chronology.review.changes.change import Change, Changes, RecordChanges, Status
from chronology.review.changes.events import event_changes, new_event
from chronology.review.changes.names import MANY, TITLES, Names
from chronology.review.changes.others import new_other, other_changes
from chronology.review.changes.pairs import pair
from chronology.review.changes.settings import settings_changes
from chronology.review.changes.sources import new_source, source_changes
from chronology.review.changes.standing import affected
from chronology.review.changes.words import listing, quoted
from chronology.review.duplicates import Duplicates, Likeness, Sketch

Record = Event | Actor | Place | Source | Series | Topic | Layer
LIKE = 0.6
"""The share of a record's fields from which on one that is gone and one that is new are one that was renamed."""


def compare(before: Chronology, after: Chronology, settings: str = "content/chronology.yml") -> Changes:
    """All that a change means, by kind of record and id. `settings` is the path of the settings' file."""
    return Changes(tuple(_Comparison(before, after, settings).records()))


@dataclass(slots=True)
class _Comparison:
    before: Chronology
    after: Chronology
    settings: str
    names: Names = field(init=False)
    duplicates: Duplicates | None = None

    def __post_init__(self) -> None:
        self.names = Names(self.after.entities, self.before.entities)

    def records(self) -> Iterator[RecordChanges]:
        was, now = self.before.settings, self.after.settings
        if was != now:
            changes = tuple(settings_changes(was, now)) or (_untold(was, now),)
            yield RecordChanges("settings", "", now.title, self.settings, "changed", changes)
        for kind in MANY:
            yield from sorted(self._of_kind(kind), key=lambda record: (record.id, record.status))

    def _of_kind(self, kind: str) -> Iterator[RecordChanges]:
        was: Mapping[str, Record] = getattr(self.before.entities, MANY[kind])
        now: Mapping[str, Record] = getattr(self.after.entities, MANY[kind])
        gone = {one: record for one, record in was.items() if one not in now}
        new = {one: record for one, record in now.items() if one not in was}
        renamed = _renamed(gone, new)
        heirs = {earlier: record for record in now.values() for earlier in _formerly(record)}
        for one, record in now.items():
            if one in renamed:
                yield self._pair(kind, gone[renamed[one]], record)
            elif one in new:
                yield _told(kind, record, "new", self._new(record))
            elif record != was[one] or kind == "event":
                yield from self._kept(kind, was[one], record)
        for one, record in gone.items():
            if one not in renamed.values():
                yield _told(kind, record, "gone", [self._gone(kind, record, heirs.get(one))])

    def _kept(self, kind: str, was: Record, now: Record) -> Iterator[RecordChanges]:
        if _content(was) != _content(now) or was.where.path != now.where.path:
            yield self._pair(kind, was, now)
        elif kind == "event":
            views = self.before.events[was.id], self.after.events[now.id]
            if changes := affected(*views, self.names):
                yield _told(kind, now, "affected", changes)

    def _pair(self, kind: str, was: Record, now: Record) -> RecordChanges:
        changes = [*_places(kind, was, now)]
        if isinstance(was, Event) and isinstance(now, Event):
            changes += event_changes(self.before.events[was.id], self.after.events[now.id], self.names)
        elif isinstance(was, Source) and isinstance(now, Source):
            changes += source_changes(was, now, self.names)
        elif not isinstance(was, Event | Source) and not isinstance(now, Event | Source):
            changes += other_changes(was, now, self.names)
        return _told(kind, now, "changed", changes or [_untold(was, now)])

    def _new(self, record: Record) -> Iterator[Change]:
        if isinstance(record, Event):
            yield from new_event(self.after.events[record.id], self.names)
        elif isinstance(record, Source):
            yield from new_source(record, self.names)
        else:
            yield new_other(record, self.names)
        if earlier := _formerly(record):
            told = listing([f"`{one}`" for one in earlier], 8)
            yield Change("formerly", f"The addresses of {told} lead here.")
        for like in self._likely(record):
            told = f"This may be {quoted(like.title)} (`{like.id}`): {'; '.join(like.reasons)}."
            yield Change("likely-duplicate", told, "if they are one, keep one; if not, say how they are related")

    def _likely(self, record: Record) -> Iterable[Likeness]:
        if self.duplicates is None:
            self.duplicates = Duplicates(self.after.entities)
        if isinstance(record, Event):
            return self.duplicates.of_event(Sketch.of(record), 2) if record.retracted is None else ()
        if isinstance(record, Source):
            return self.duplicates.of_source(record, 2)
        return ()

    def _gone(self, kind: str, record: Record, heir: Record | None) -> Change:
        if heir is not None:
            return Change("record-gone", f"The {kind} is gone, and its address leads to {_title(kind, heir)}.")
        if isinstance(record, Layer):
            told, advice = "The layer is gone from the map.", "see that no shape is lost"
        elif kind == "event":
            told = "The event is gone without a tombstone, and its address leads nowhere."
            advice = f"keep it with `retracted`, or add `{record.id}` to the `formerly` of the event that it became"
        else:
            told = f"The {kind} is gone, and its address leads nowhere."
            advice = f"if another {kind} stands in its place, add `{record.id}` to its `formerly`"
        return Change("record-gone", told, advice)


def _told(kind: str, record: Record, status: Status, changes: Iterable[Change]) -> RecordChanges:
    title = str(getattr(record, TITLES[kind]))
    return RecordChanges(kind, record.id, title, record.where.path, status, tuple(changes))


def _untold(was: Any, now: Any) -> Change:
    """What no sentence tells: a field that is newer than this module must not change in silence."""
    names = [each.name for each in fields(now) if getattr(was, each.name) != getattr(now, each.name)]
    return Change("field", f"Changed: {listing([f'`{name}`' for name in names])}.")


def _title(kind: str, record: Record) -> str:
    return f"{quoted(str(getattr(record, TITLES[kind])))} (`{record.id}`)"


def _formerly(record: Record) -> tuple[str, ...]:
    """A record's earlier ids. A layer has no page, so nothing leads to it."""
    return () if isinstance(record, Layer) else record.formerly


def _content(record: Record) -> tuple[Any, ...]:
    """All that a record says, without the place of its file."""
    return tuple(getattr(record, one.name) for one in fields(record) if one.name != "where")


def _places(kind: str, was: Record, now: Record) -> Iterator[Change]:
    """What became of a record's id, earlier ids and file."""
    before, after = _formerly(was), _formerly(now)
    leads = was.id in after
    if was.id != now.id and (leads or isinstance(now, Layer)):
        yield Change("record-renamed", f"Renamed from `{was.id}`{'; the earlier address leads here' if leads else ''}.")
    elif was.id != now.id:
        told = f"Renamed from `{was.id}`, whose address leads nowhere now."
        yield Change("record-renamed", told, f"add `{was.id}` to its `formerly`, if it is the same {kind}")
    elif was.where.path != now.where.path:
        yield Change("file-moved", f"The file moved from `{was.where.path}` to `{now.where.path}`.")
    new = [one for one in after if one not in before and one != was.id]
    gone = [one for one in before if one not in after]
    if new:
        yield Change("formerly", f"The addresses of {listing([f'`{one}`' for one in new], 8)} lead here.")
    if gone:
        told = f"The addresses of {listing([f'`{one}`' for one in gone], 8)} no longer lead here."
        yield Change("formerly", told, "an address that was published leads somewhere for good")
    if not new and not gone and before != after and not leads:
        yield Change("formerly", "Earlier ids put in another order.")


def _renamed(gone: Mapping[str, Record], new: Mapping[str, Record]) -> dict[str, str]:
    """The ids of records that seem to be the same under another id: the new one, and the earlier."""
    if not gone or not new:
        return {}
    said = {one: _formerly(record) for one, record in new.items()}
    found = {one: earlier for one, several in said.items() for earlier in several if earlier in gone}
    taken = set(found.values())
    pairs = pair(
        [record for one, record in gone.items() if one not in taken],
        [record for one, record in new.items() if one not in found],
        None,
        _likeness,
        LIKE,
    )
    return found | {now.id: was.id for was, now in pairs if was and now}


def _likeness(one: Record, other: Record) -> float:
    """The share of the fields that either has in which both are the same."""
    if type(one) is not type(other):
        return 0
    named = [each for each in fields(one) if each.name not in ("id", "where", "formerly")]
    values = [(getattr(one, each.name), getattr(other, each.name)) for each in named]
    given = [(mine, theirs) for mine, theirs in values if mine or theirs]
    return sum(mine == theirs for mine, theirs in given) / len(given) if given else 0
