"""Writing records into a theme that was rendered once for all of them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from chronology.hosts import mkdocs_files, slots
from chronology.hosts.mkdocs_files import Rendered, ShellKey
from chronology.hosts.processes import share
from chronology.hosts.slots import Shell
from chronology.pages.page import Page


class _NoPages(logging.Filter):
    """Drops MkDocs' word that it skipped an empty page where that page is a shell."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep everything else."""
        return not (str(record.msg).startswith("Page skipped") and slots.NAME in record.getMessage())


_QUIET = _NoPages()


class Shells:
    """The shells of one build: taken as MkDocs renders them, filled in once it is done."""

    def __init__(self, rendered: Rendered) -> None:
        """Keep what was told to MkDocs."""
        self._keys = rendered.shells
        self._shells: dict[ShellKey, Shell] = {}
        logging.getLogger("mkdocs.commands.build").addFilter(_QUIET)

    def dress(self, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Give a shell's page its slots, and return its body."""
        mkdocs_files.dress_shell(page, self._keys[page.file.src_uri], config)
        return slots.BODY

    def take(self, output: str, page: MkDocsPage) -> None:
        """Cut a rendered shell. Raises UnsafeSlotError where the theme puts a slot in an unsafe place."""
        self._shells[self._keys[page.file.src_uri]] = Shell.cut(output)

    def write(self, pages: Iterable[Page], config: MkDocsConfig, plugin: object) -> None:
        """Write every record's page, each as the other plugins leave it."""
        others = _others(config, plugin)
        records = [page for page in pages if page.many and ShellKey.of(page) in self._shells]
        if others:  # they may remember what they saw, so they must see every page in this process
            self._write(records, config, others)
        else:
            share(lambda some: self._write(some, config, ()), records)

    def _write(self, pages: Sequence[Page], config: MkDocsConfig, others: Sequence[Callable[..., Any]]) -> None:
        site = Path(config.site_dir)
        for page in pages:
            html = self._shells[ShellKey.of(page)].fill(mkdocs_files.values(page))
            if others:
                html = _passed_through(others, html, page, config)
            target = site / config_path(page, config)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(html.encode("utf-8", errors="xmlcharrefreplace"))


def config_path(page: Page, config: MkDocsConfig) -> str:
    """Return where a page is written, relative to the site's folder."""
    return f"{page.name}/index.html" if config.use_directory_urls else f"{page.name}.html"


def _others(config: MkDocsConfig, plugin: object) -> list[Callable[..., Any]]:
    """Return other plugins' handlers of finished pages, such as a minifier's."""
    return [
        handler for handler in config.plugins.events["post_page"] if getattr(handler, "__self__", None) is not plugin
    ]


def _passed_through(handlers: Iterable[Callable[..., Any]], html: str, page: Page, config: MkDocsConfig) -> str:
    target = MkDocsPage(None, mkdocs_files.mkdocs_file(page.name, config), config)
    mkdocs_files.dress(target, page, config)
    for handler in handlers:
        changed = handler(html, page=target, config=config)
        html = html if changed is None else changed
    return html
