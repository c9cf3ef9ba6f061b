"""The one seam between the core and its hosts: a project goes in, pages and files and problems come out."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from chronology.exchange import events_json
from chronology.exchange.atom import atom
from chronology.exchange.feeds import Address, corrections_feed, events_feed
from chronology.exchange.jsonld import event_jsonld
from chronology.model.chronology import Chronology, derive
from chronology.pages import corrections_pages
from chronology.pages.addresses import FOLDERS, Addresses, record_name
from chronology.pages.book import Book
from chronology.pages.page import OutFile, Page
from chronology.pages.pages import all_pages
from chronology.pages.redirects import redirects
from chronology.pages.repository import Repository
from chronology.pages.site import RecordDay, Site
from chronology.records.changes import last_days
from chronology.records.git import GitError
from chronology.records.json_schema import schemas
from chronology.records.load import load
from chronology.records.log import read_log, uncommitted
from chronology.records.problems import Problem
from chronology.review.history import tell_history
from chronology.search.documents import AddressOf, SearchDocument, documents

KNOWN_UP_TO = 2000
EVENTS_FEED = "feeds/events.atom"
CORRECTIONS_FEED = corrections_pages.FEED


@dataclass(frozen=True, slots=True)
class Project:
    """A chronology on disk, and the site that it becomes.

    `root` is the folder that paths in messages start from; `content` the folder of the records; `cache` a folder for
    parsed records, or None. `hand_written` are the names of the host's own pages. `known` tells whether pages show what
    was known on a day; None: up to KNOWN_UP_TO events, because it makes a page of an event half as costly again.
    `history` tells whether pages of events show how their records changed, where Git knows it.
    """

    root: Path
    content: Path
    cache: Path | None = None
    url: str | None = None
    directory_addresses: bool = True
    repository: Repository | None = None
    hand_written: frozenset[str] = frozenset()
    known: bool | None = None
    history: bool = True

    @property
    def addresses(self) -> Addresses:
        """Return how addresses are written."""
        return Addresses(self.directory_addresses)


@dataclass(frozen=True, slots=True)
class Build:
    """What a project becomes. With an error among `problems` there are no pages and no files.

    `documents()` returns what search finds. `notes` are what whoever builds may want to know, and nothing to correct.
    """

    problems: tuple[Problem, ...]
    chronology: Chronology | None = None
    pages: tuple[Page, ...] = ()
    files: tuple[OutFile, ...] = ()
    documents: Callable[[], Sequence[SearchDocument]] = tuple
    site: Site = field(default_factory=Site)
    notes: tuple[str, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Return the problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.level == "error")


def build(project: Project) -> Build:
    """Read a project and return its pages and files; every problem of its content is among `problems`."""
    with _much_that_stays():
        return _build(project)


@contextmanager
def _much_that_stays() -> Iterator[None]:
    """Keep the garbage collector from walking again and again over records that stay until the site is written.

    Reading and deriving make millions of objects and hardly any garbage: for 10,000 events the collector took a
    third of their time. What is there at the end is frozen, so that it is not walked while pages are rendered.
    """
    enabled = gc.isenabled()
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()


def _build(project: Project) -> Build:
    loaded = load(project.root, project.content, project.cache)
    if loaded.entities is None:
        return Build(loaded.problems)
    chronology = derive(loaded.entities)
    past = _read_past(project, chronology)
    site = Site(
        url=project.url,
        addresses=project.addresses,
        repository=project.repository,
        changed=past.changed,
        history=past.history,
        content=_relative(project.content, project.root),
        contribute=_known(project, "contribute"),
        methodology=_known(project, "methodology"),
        known=len(chronology.events) <= KNOWN_UP_TO if project.known is None else project.known,
        jsonld=lambda view: event_jsonld(chronology, view, _address(project), project.url, past.changed),
    )
    book = Book.of(chronology, site)
    return Build(
        problems=loaded.problems,
        chronology=chronology,
        pages=tuple(all_pages(book)),
        files=tuple(_files(book, project)),
        documents=partial(documents, chronology, _search_address(project)),
        site=site,
        notes=past.notes,
    )


@dataclass(frozen=True, slots=True)
class _Past:
    """What Git tells of the records: when each file last changed, and what changed in each event."""

    changed: Mapping[str, str] = field(default_factory=dict)
    history: Mapping[str, Sequence[RecordDay]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def _read_past(project: Project, chronology: Chronology) -> _Past:
    changed: Mapping[str, str] = {}
    try:
        commits, since = read_log(project.root, project.content), uncommitted(project.root, project.content)
        changed = last_days(commits, since)
        told = tell_history(project.root, commits, since, chronology, project.cache) if project.history else {}
    except GitError as error:
        return _Past(changed, notes=(f"pages do not tell how their records changed: {error}",))
    history = {one: tuple(RecordDay(day.day, day.sentences) for day in days) for one, days in told.items()}
    return _Past(changed, history)


def _relative(folder: Path, root: Path) -> str:
    return folder.relative_to(root).as_posix() if folder.is_relative_to(root) else folder.name


def _known(project: Project, name: str) -> str | None:
    return next((page for page in (name, f"{name}/index") if page in project.hand_written), None)


def _address(project: Project) -> Address:
    return lambda kind, record_id: project.addresses.of(record_name(kind, record_id))


def _search_address(project: Project) -> AddressOf:
    def address(kind: str, record_id: str, anchor: str | None = None) -> str:
        base = project.addresses.of(record_name(kind, record_id))
        return f"{base}#{anchor}" if anchor else base

    return address


def _files(book: Book, project: Project) -> Iterable[OutFile]:
    chronology, addresses, address = book.chronology, project.addresses, _address(project)
    yield OutFile("data/events.json", partial(events_json.events_json, chronology, address, project.url))
    yield _json("data/schema/events.json", events_json.SCHEMA)
    for name, schema in record_schemas().items():
        yield _json(f"data/schema/{name}", schema)
    for feed in (
        events_feed(chronology, addresses.of("index"), EVENTS_FEED, address, book.site.changed),
        corrections_feed(chronology, addresses.of("corrections"), CORRECTIONS_FEED, address),
    ):
        yield OutFile(feed.path, atom(feed, chronology.settings, project.url))
    yield from redirects(book)
    media = project.content / "media"
    for file in dict.fromkeys(medium.file for view in chronology.events.values() for medium in view.event.media):
        yield OutFile(f"media/{file}", (media / file).read_bytes())


def record_schemas() -> dict[str, dict[str, Any]]:
    """Return the JSON Schema of each kind of record by its file name: `event.json`, `chronology.json`."""
    singular = {folder: kind for kind, folder in FOLDERS.items()}
    return {f"{singular.get(folder, folder)}.json": schema for folder, schema in schemas().items()}


def _json(path: str, document: object) -> OutFile:
    return OutFile(path, (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode())
