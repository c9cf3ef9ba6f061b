"""Writing records into a theme that was rendered once for all of them."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from chronology.hosts import mkdocs_files, slots
from chronology.hosts.mkdocs_files import Rendered, ShellKey
from chronology.hosts.processes import Crew
from chronology.hosts.slots import Shell
from chronology.pages.addresses import Addresses
from chronology.pages.page import Page


class _NoPages(logging.Filter):
    """Drops MkDocs' word that it skipped an empty page where that page is a shell."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep everything else."""
        return not (str(record.msg).startswith("Page skipped") and slots.NAME in record.getMessage())


_QUIET = _NoPages()


class Shells:
    """The shells of one build: taken as MkDocs renders them, filled in as soon as all are there."""

    def __init__(self, rendered: Rendered, pages: Iterable[Page], config: MkDocsConfig, plugin: object) -> None:
        """Keep what was told to MkDocs, and the pages that are to be written."""
        self._keys = rendered.shells
        self._shells: dict[ShellKey, Shell] = {}
        self._config = config
        self._addresses = Addresses(config.use_directory_urls)
        self._others = _others(config, plugin)
        self._crew = Crew(self._write, [page for page in pages if page.many and rendered.shells])
        logging.getLogger("mkdocs.commands.build").addFilter(_QUIET)

    def dress(self, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Give a shell's page its slots, and return its body."""
        mkdocs_files.dress_shell(page, self._keys[page.file.src_uri], config)
        return slots.BODY

    def take(self, output: str, page: MkDocsPage) -> None:
        """Cut a rendered shell, and begin to write records when it was the last.

        Raises UnsafeSlotError where the theme puts a slot in an unsafe place.
        """
        self._shells[self._keys[page.file.src_uri]] = Shell.cut(output)
        # Other plugins may remember what they see of a page, so with them all pages are written in this process.
        if len(self._shells) == len(self._keys) and not self._others:
            self._crew.start()

    def write(self) -> None:
        """Write every record's page, each as the other plugins leave it."""
        self._crew.finish()

    def _write(self, pages: Sequence[Page]) -> None:
        for page in pages:
            html = self._shells[ShellKey.of(page)].fill(mkdocs_files.values(page))
            if self._others:
                html = _passed_through(self._others, html, page, self._config)
            write_new(self._config.site_dir, self._addresses.file(page.name), html)


def write_new(site: str, path: str, html: str) -> None:
    """Write a page of a site that was empty before, with as few calls of the system as can be: there are many.

    pathlib's ways of doing the same take a third longer.
    """
    folder = f"{site}/{path.rpartition('/')[0]}"
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    with open(f"{site}/{path}", "wb", buffering=0) as file:  # noqa: PTH123
        file.write(html.encode("utf-8", errors="xmlcharrefreplace"))


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
