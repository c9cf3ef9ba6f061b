"""The one seam between the core and its hosts: a project is read and checked, and becomes pages and files."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from chronology.build.files import files
from chronology.build.past import read_past
from chronology.build.project import KNOWN_UP_TO, Project
from chronology.exchange.jsonld import event_jsonld
from chronology.maps.atlas import make_atlas
from chronology.model.chronology import Chronology, derive
from chronology.model.survival import Survey
from chronology.pages.book import Book
from chronology.pages.entry_details import entry_files
from chronology.pages.explorer_data import explorer_data
from chronology.pages.form_data import form_data
from chronology.pages.map_data import map_files
from chronology.pages.oembed import oembed_files
from chronology.pages.page import OutFile, Page
from chronology.pages.pages import all_pages
from chronology.pages.site import Site
from chronology.records.load import load
from chronology.records.problems import Problem, in_order
from chronology.search.documents import SearchDocument, documents
from chronology.survival.report import NAME as SURVIVAL_REPORT
from chronology.survival.report import DamagedReportError, read_report


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
    past = read_past(project, chronology)
    survey, damage = _survey(project)
    content = _relative(project.content, project.root)
    forms = form_data(loaded.entities, content, _pictures(project.media))
    site = Site(
        url=project.url,
        addresses=project.addresses,
        repository=project.repository,
        changed=past.changed,
        history=past.history,
        content=content,
        contribute=project.page("contribute"),
        methodology=project.page("methodology"),
        explorer=explorer.path,
        map=maps[0].path if maps else None,
        survey=survey,
        forms=forms.path,
        known=len(chronology.events) <= KNOWN_UP_TO if project.known is None else project.known,
        jsonld=lambda view: event_jsonld(chronology, view, project.address, project.url, past.changed),
        record_text=project.text,
    )
    book = Book.of(chronology, site, atlas)
    pages = tuple(all_pages(book))
    return Build(
        problems=in_order((*loaded.problems, *damage)),
        chronology=chronology,
        pages=pages,
        files=(explorer, forms, *maps, *entry_files(book), *files(book, project), *oembed_files(book, pages)),
        documents=partial(documents, chronology, project.address),
        site=site,
        book=book,
        notes=past.notes,
    )


def _survey(project: Project) -> tuple[Survey, tuple[Problem, ...]]:
    """What was last seen of the sources; of a report that is damaged nothing is shown, and that is told."""
    try:
        return read_report(project.root / SURVIVAL_REPORT), ()
    except DamagedReportError as error:
        hint = "remove it, and `chronology sources` writes it anew"
        return Survey(), (Problem(SURVIVAL_REPORT, 1, 1, str(error), hint, "warning", "survival"),)


def _relative(folder: Path, root: Path) -> str:
    return folder.relative_to(root).as_posix() if folder.is_relative_to(root) else folder.name


def _pictures(media: Path) -> list[str]:
    return [path.relative_to(media).as_posix() for path in media.rglob("*") if path.is_file()]
