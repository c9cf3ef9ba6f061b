"""Our pages and files as MkDocs knows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import get_build_date

from chronology.exchange.feed_formats import BOTH
from chronology.hosts import slots
from chronology.pages import oembed
from chronology.pages.page import Link, OutFile, Page
from chronology.pages.typography import typeset

UNIQUE = {"home", "contested", "map", "corrections"}


class OurFile(File):
    """A file that we write ourselves: known to MkDocs as a target for links, neither rendered nor copied by it."""

    def is_documentation_page(self) -> bool:
        """Say no: MkDocs renders nothing for it."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Copy nothing."""


@dataclass(slots=True)
class Rendered:
    """What MkDocs renders for us: pages, and shells, by the address under which MkDocs knows them."""

    pages: dict[str, Page] = field(default_factory=dict)
    shells: dict[str, ShellKey] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ShellKey:
    """One rendering of the theme serves all records of a kind that have, or lack, a page before and after."""

    kind: str
    folder: str
    section: str | None
    previous: bool
    next: bool
    linked_data: bool
    feed: bool
    oembed: bool

    @classmethod
    def of(cls, page: Page) -> ShellKey:
        """Return the shell that a page is written with."""
        folder = page.name.rpartition("/")[0]
        return cls(
            page.kind,
            folder,
            page.section,
            page.previous is not None,
            page.next is not None,
            page.linked_data is not None,
            page.feed is not None,
            page.oembed is not None,
        )

    @property
    def name(self) -> str:
        """Return the name of the shell's page: the slot stands where a record's id does."""
        return f"{self.folder}/{slots.NAME}"

    @property
    def source(self) -> str:
        """Return an address of its own for MkDocs, which the rendered page never shows."""
        return f"{self.folder}/{slots.NAME}-{int(self.previous)}{int(self.next)}.md"


def source_address(name: str) -> str:
    """Return the address under which MkDocs knows a page."""
    return f"{name}.md"


def mkdocs_file(name: str, config: MkDocsConfig) -> File:
    """Return the file that a page of that name is written to."""
    return File(source_address(name), None, config.site_dir, config.use_directory_urls)


def add_pages(files: Files, pages: Iterable[Page], config: MkDocsConfig, *, shells: bool) -> Rendered:
    """Tell MkDocs of our pages: ordinary ones, a shell for each variant, and a link target for each record."""
    rendered = Rendered()
    for page in pages:
        if shells and page.many:
            _add_shell(files, rendered, page, config)
        else:
            source = source_address(page.name)
            rendered.pages[source] = page
            files.append(File.generated(config, source, content="", inclusion=_inclusion(page, config)))
    return rendered


def _inclusion(page: Page, config: MkDocsConfig) -> InclusionLevel:
    listed = page.kind in UNIQUE or page.kind.endswith("-index")
    return (
        InclusionLevel.INCLUDED
        if listed and "/page/" not in page.name and not config.nav
        else InclusionLevel.NOT_IN_NAV
    )


def _add_shell(files: Files, rendered: Rendered, page: Page, config: MkDocsConfig) -> None:
    key = ShellKey.of(page)
    if key.source not in rendered.shells:
        rendered.shells[key.source] = key
        shell = File.generated(config, key.source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        shell.dest_uri = mkdocs_file(key.name, config).dest_uri
        shell.url = mkdocs_file(key.name, config).url
        files.append(shell)
    target = mkdocs_file(page.name, config)
    files.append(
        OurFile(
            source_address(page.name),
            None,
            config.site_dir,
            config.use_directory_urls,
            dest_uri=target.dest_uri,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
    )


def add_files(files: Files, out: Iterable[OutFile], config: MkDocsConfig) -> None:
    """Tell MkDocs of files that `write_files` will write."""
    for file in out:
        files.append(
            OurFile(
                file.path,
                None,
                config.site_dir,
                config.use_directory_urls,
                dest_uri=file.path,
                inclusion=InclusionLevel.NOT_IN_NAV,
            )
        )


def write_files(out: Iterable[OutFile], config: MkDocsConfig) -> None:
    """Write files that are no pages."""
    for file in out:
        target = Path(config.site_dir) / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read())


def place_in_navigation(nav: Navigation, files: Files, config: MkDocsConfig, rendered: Rendered) -> None:
    """Give every page of ours the index page that it belongs under, so that the theme knows which tab is active."""
    in_nav = {page.file.src_uri: page for page in nav.pages}
    for source in (*rendered.pages, *rendered.shells):
        file = files.get_file_from_path(source)
        if file is None:  # another plugin took it away
            continue
        page = file.page or MkDocsPage(None, file, config)
        section = rendered.pages[source].section if source in rendered.pages else rendered.shells[source].section
        parent = in_nav.get(source_address(section)) if section else None
        if parent is not None and parent is not page and page.parent is None:
            page.parent = parent  # type: ignore[assignment]


def plain(text: str) -> Markup:
    """Return plain text escaped for HTML, its white space as Material's `striptags` would leave it."""
    return escape(" ".join(typeset(text).split()))


@dataclass(frozen=True, slots=True)
class Dress:
    """What a theme may show of a page beside its body, escaped for text and quoted attributes."""

    kind: str
    title: Markup
    description: Markup
    previous: Link | None
    next: Link | None
    changed: str | None
    linked_data: str | None = None
    feed: str | None = None
    oembed: str | None = None


def dress(target: MkDocsPage, page: Page, config: MkDocsConfig) -> None:
    """Give MkDocs' page the title, description and neighbours of ours."""
    title, description = plain(page.title), plain(page.description)
    linked_data = page.linked_data() if page.linked_data else None
    given = Dress(
        page.kind, title, description, page.previous, page.next, page.changed, linked_data, page.feed, page.oembed
    )
    _put_on(target, given, config)


def dress_shell(target: MkDocsPage, key: ShellKey, config: MkDocsConfig) -> None:
    """Give a shell's page slots for all that differs from record to record."""
    previous = Link(f"{key.folder}/{slots.PREVIOUS_NAME}", slots.PREVIOUS_TITLE) if key.previous else None
    following = Link(f"{key.folder}/{slots.NEXT_NAME}", slots.NEXT_TITLE) if key.next else None
    title, description = escape(slots.TITLE), escape(slots.DESCRIPTION)
    linked_data = slots.LINKED_DATA if key.linked_data else None
    feed = f"{key.name}/feed" if key.feed else None
    discovery = oembed.path_of(key.name) if key.oembed else None
    _put_on(
        target, Dress(key.kind, title, description, previous, following, None, linked_data, feed, discovery), config
    )


def _put_on(target: MkDocsPage, given: Dress, config: MkDocsConfig) -> None:
    if "title" not in vars(target):  # else mkdocs.yml's nav has its own, shorter one for the tab
        target.title = given.title
    target.meta = {
        "description": given.description,
        "chronology": given.kind,
        "hide": ["navigation", "toc"],
        "search": {"exclude": True},
    }
    if given.linked_data:
        target.meta["chronology_linked_data"] = given.linked_data
    if given.feed:
        target.meta["chronology_feeds"] = [
            {"type": form.media_type, "address": f"{given.feed}{form.ending}"} for form in BOTH
        ]
    if given.oembed:
        target.meta["chronology_oembed"] = f"{given.oembed}{oembed.ENDING}"
    if given.kind == "embed":
        target.meta["template"] = "embed.html"
    if given.kind != "home":
        target.meta["title"] = given.title
    target.toc = TableOfContents([])
    target.edit_url = None
    target.previous_page = _neighbour(given.previous, config)  # type: ignore[assignment]
    target.next_page = _neighbour(given.next, config)  # type: ignore[assignment]
    target.update_date = given.changed or get_build_date()


def _neighbour(link: Link | None, config: MkDocsConfig) -> SimpleNamespace | None:
    if link is None:
        return None
    return SimpleNamespace(url=mkdocs_file(link.name, config).url, title=plain(link.title), meta={})


def values(page: Page) -> dict[str, str]:
    """Return what fills the slots of a page's shell, escaped for text and double-quoted attributes."""
    filled = {
        slots.NAME: page.name.rpartition("/")[2],
        slots.TITLE: str(plain(page.title)),
        slots.DESCRIPTION: str(plain(page.description)),
        slots.BODY: page.render(),
    }
    if page.linked_data:
        filled[slots.LINKED_DATA] = page.linked_data()
    if page.previous:
        filled |= _slots_of(page.previous, slots.PREVIOUS_NAME, slots.PREVIOUS_TITLE)
    if page.next:
        filled |= _slots_of(page.next, slots.NEXT_NAME, slots.NEXT_TITLE)
    return filled


def _slots_of(link: Link, name: str, title: str) -> dict[str, str]:
    return {name: link.name.rpartition("/")[2], title: str(plain(link.title))}


def sitemap(
    listed: Iterable[File], pages: Iterable[Page], rendered: Rendered, config: MkDocsConfig
) -> list[File | SimpleNamespace]:
    """Return what a sitemap lists: the hand-written pages, then ours, records in place of their shells.

    The page for frames is none that one should find.
    """
    by_source = {file.src_uri: file for file in listed}
    others = [
        file for source, file in by_source.items() if source not in rendered.pages and source not in rendered.shells
    ]
    return [
        *others,
        *(by_source.get(source_address(page.name)) or _listed(page, config) for page in pages if page.kind != "embed"),
    ]


def _listed(page: Page, config: MkDocsConfig) -> SimpleNamespace:
    url = mkdocs_file(page.name, config).url
    canonical = f"{config.site_url}{url}" if config.site_url else None
    changed = page.changed or get_build_date()
    return SimpleNamespace(
        page=SimpleNamespace(is_link=False, canonical_url=canonical, abs_url=None, update_date=changed)
    )
