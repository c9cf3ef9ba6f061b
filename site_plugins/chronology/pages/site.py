"""What pages need to know of the site around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from chronology.model.chronology import EventView
from chronology.model.entities.record import Where
from chronology.model.survival import Survey
from chronology.pages.addresses import Addresses
from chronology.pages.repository import Repository


@dataclass(frozen=True, slots=True)
class RecordDay:
    """A day (ISO 8601) on which a record changed, and what changed, in sentences of plain text."""

    day: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """The site that the pages go to.

    `url` is its published address with a slash at its end, or None. `content` is the folder of the records. `changed`
    gives the day (ISO 8601) on which each record's file last changed, by path. `contribute` names the hand-written
    page on contributing, if there is one. `explorer` and `map` are the paths of their data from the site's root; there
    is no `map` where no place has coordinates. `survey` holds the last look at each source's page. `forms` is the path
    of the data of the forms; `record_text` gives a record as it stands in its file. `known` tells whether pages show
    what was known on a day. `jsonld` gives the linked data of an event's page, escaped for its script. `history` has
    the days on which the record of each event changed, the latest first, by event.
    """

    url: str | None = None
    addresses: Addresses = field(default_factory=Addresses)
    repository: Repository | None = None
    changed: Mapping[str, str] = field(default_factory=dict)
    content: str = "content"
    contribute: str | None = None
    methodology: str | None = None
    explorer: str | None = None
    map: str | None = None
    survey: Survey = field(default_factory=Survey)
    forms: str | None = None
    known: bool = True
    jsonld: Callable[[EventView], str] | None = None
    record_text: Callable[[Where], str] | None = None
    history: Mapping[str, Sequence[RecordDay]] = field(default_factory=dict)

    def newest(self, paths: Iterable[str] | None = None) -> str | None:
        """Return the day of the last change to any of these records' files, or to any at all."""
        if paths is None:
            return max(self.changed.values(), default=None)
        return max((self.changed[path] for path in paths if path in self.changed), default=None)
