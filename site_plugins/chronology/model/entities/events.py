"""An event and its parts."""

from __future__ import annotations

from dataclasses import dataclass

from chronology.model.clock import Clock
from chronology.model.dates import Date
from chronology.model.entities.questions import Question
from chronology.model.entities.record import SourceUse, Where


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed link to another event: part-of, follows, responds-to, caused-by, supersedes."""

    event: str
    kind: str


@dataclass(frozen=True, slots=True)
class Change:
    """A change to one of our own records after it was published (never what a source corrected)."""

    date: Date
    kind: str
    reason: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Retraction:
    """An event taken back by this chronology: its page stays, as a tombstone."""

    date: Date
    reason: str
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class Medium:
    """A picture: file name under content/media, words for those who do not see it, and who may be thanked."""

    file: str
    alt: str
    credit: str
    licence: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or that somebody says happened."""

    id: str
    where: Where
    title: str
    date: Date
    summary: str
    time: Clock | None = None
    zone: str | None = None
    type: str | None = None
    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    text: str | None = None
    questions: tuple[Question, ...] = ()
    relations: tuple[Relation, ...] = ()
    sources: tuple[SourceUse, ...] = ()
    media: tuple[Medium, ...] = ()
    history: tuple[Change, ...] = ()
    retracted: Retraction | None = None
    formerly: tuple[str, ...] = ()

    @property
    def merged_into(self) -> str | None:
        """The event that this one was merged into: what replaced it, where its history calls that day's change so."""
        taken_back = self.retracted
        if taken_back is None or taken_back.replaced_by is None:
            return None
        told = any(change.kind == "merged" and change.date == taken_back.date for change in self.history)
        return taken_back.replaced_by if told else None
