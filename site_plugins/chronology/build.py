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
from chronology.exchange.event_feeds import EventFeeds, subjects
from chronology.exchange.feed_formats import ATOM, BOTH, Format
from chronology.exchange.feeds import Address, Feed, corrections_feed
from chronology.exchange.jsonld import event_jsonld
from chronology.maps.atlas import make_atlas
from chronology.model.chronology import Chronology, derive
from chronology.model.entities import Settings, Where
from chronology.model.survival import Survey
from chronology.pages import corrections_pages
from chronology.pages.addresses import FOLDERS, Addresses, feed_path, record_name
from chronology.pages.book import Book
from chronology.pages.entry_details import entry_files
from chronology.pages.explorer_data import explorer_data
from chronology.pages.form_data import form_data
from chronology.pages.map_data import map_files
from chronology.pages.oembed import oembed_files
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
from chronology.records.names import ONE
from chronology.records.problems import Problem, in_order
from chronology.records.record_text import record_text
from chronology.review.history import tell_history
from chronology.search.documents import AddressOf, SearchDocument, documents
from chronology.survival.report import NAME as SURVIVAL_REPORT
from chronology.survival.report import DamagedReportError, read_report

KNOWN_UP_TO = 2000
EVENTS_FEED = "feeds/events"
CORRECTIONS_FEED = corrections_pages.FEED
"""Where the feeds of the whole site lie, without the endings of their formats."""


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

    `documents()` returns what search finds; `book` is what pages are written from, for blocks in hand-written ones.
    `notes` are what whoever builds may want to know, and nothing to correct.
    """

    problems: tuple[Problem, ...]
    chronology: Chronology | None = None
    pages: tuple[Page, ...] = ()
    files: tuple[OutFile, ...] = ()
    documents: Callable[[], Sequence[SearchDocument]] = tuple
    site: Site = field(default_factory=Site)
    book: Book | None = None
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
    explorer = explorer_data(chronology)
    atlas = make_atlas(chronology, project.cache)
    maps = map_files(chronology, atlas)
    past = _read_past(project, chronology)
    survey, damage = _survey(project)
    content = _relative(project.content, project.root)
    forms = form_data(loaded.entities, content, _pictures(project))
    site = Site(
        url=project.url,
        addresses=project.addresses,
        repository=project.repository,
        changed=past.changed,
        history=past.history,
        content=content,
        contribute=_known(project, "contribute"),
        methodology=_known(project, "methodology"),
        explorer=explorer.path,
        map=maps[0].path if maps else None,
        survey=survey,
        forms=forms.path,
        known=len(chronology.events) <= KNOWN_UP_TO if project.known is None else project.known,
        jsonld=lambda view: event_jsonld(chronology, view, _address(project), project.url, past.changed),
        record_text=partial(_record_text, project),
    )
    book = Book.of(chronology, site, atlas)
    pages = tuple(all_pages(book))
    return Build(
        problems=in_order((*loaded.problems, *damage)),
        chronology=chronology,
        pages=pages,
        files=(explorer, forms, *maps, *entry_files(book), *_files(book, project), *oembed_files(book, pages)),
        documents=partial(documents, chronology, _search_address(project)),
        site=site,
        book=book,
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


def _survey(project: Project) -> tuple[Survey, tuple[Problem, ...]]:
    """What was last seen of the sources; of a report that is damaged nothing is shown, and that is told."""
    try:
        return read_report(project.root / SURVIVAL_REPORT), ()
    except DamagedReportError as error:
        hint = "remove it, and `chronology sources` writes it anew"
        return Survey(), (Problem(SURVIVAL_REPORT, 1, 1, str(error), hint, "warning", "survival"),)


def _relative(folder: Path, root: Path) -> str:
    return folder.relative_to(root).as_posix() if folder.is_relative_to(root) else folder.name


def _pictures(project: Project) -> list[str]:
    media = project.content / "media"
    return [path.relative_to(media).as_posix() for path in media.rglob("*") if path.is_file()]


def _record_text(project: Project, where: Where) -> str:
    return record_text(project.root / where.path, where.line)


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
    chronology, address = book.chronology, _address(project)
    yield OutFile("data/events.json", partial(events_json.events_json, chronology, address, project.url))
    yield _json("data/schema/events.json", events_json.SCHEMA)
    for name, schema in record_schemas().items():
        yield _json(f"data/schema/{name}", schema)
    yield from _feeds(book, project)
    yield from _record_files(book, project)
    yield from redirects(book)
    media = project.content / "media"
    for file in dict.fromkeys(medium.file for view in chronology.events.values() for medium in view.event.media):
        yield OutFile(f"media/{file}", (media / file).read_bytes())


def _record_files(book: Book, project: Project) -> Iterable[OutFile]:
    """Yield each record as it stands in its file, for the forms, which change a copy of it."""
    for kind, folder in FOLDERS.items():
        for one in getattr(book.chronology.entities, folder).values():
            read = partial(_record_bytes, project, one.where)
            yield OutFile(f"data/records/{record_name(kind, one.id)}.yml", read)


def _record_bytes(project: Project, where: Where) -> bytes:
    return _record_text(project, where).encode()


def _feeds(book: Book, project: Project) -> Iterable[OutFile]:
    """Yield the feeds of the site, and those beside the pages of actors, places and topics.

    Many of the latter are never read, so nothing of them is made before they are written.
    """
    chronology, addresses, address = book.chronology, project.addresses, _address(project)
    events = EventFeeds(chronology, address, book.site.changed)
    write = partial(_feed, settings=chronology.settings, url=project.url)
    for form in BOTH:
        of_all = partial(events.of_all, addresses.of("index"), EVENTS_FEED)
        yield OutFile(f"{EVENTS_FEED}{form.ending}", partial(write, of_all, form))
    of_corrections = partial(corrections_feed, chronology, addresses.of("corrections"), CORRECTIONS_FEED, address)
    yield OutFile(f"{CORRECTIONS_FEED}{ATOM.ending}", partial(write, of_corrections, ATOM))
    for subject in subjects(chronology):
        of_subject = partial(events.of, subject, feed_path)
        # A reader of feeds follows no redirect that is a page: a renamed record's feed is at its old addresses too.
        for record_id in (subject.id, *subject.formerly):
            path = feed_path(subject.kind, record_id)
            yield from (OutFile(f"{path}{form.ending}", partial(write, of_subject, form)) for form in BOTH)


def _feed(feed: Callable[[], Feed], form: Format, *, settings: Settings, url: str | None) -> bytes:
    return form.write(feed(), settings, url)


def record_schemas() -> dict[str, dict[str, Any]]:
    """Return the JSON Schema of each kind of record by its file name: `event.json`, `chronology.json`."""
    return {f"{ONE.get(kind, kind)}.json": schema for kind, schema in schemas().items()}


def _json(path: str, document: object) -> OutFile:
    return OutFile(path, (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode())
