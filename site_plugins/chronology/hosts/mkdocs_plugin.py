"""The plugin for MkDocs. Each hook is one call; what it does stands in the modules beside it."""

from __future__ import annotations

import gc
from typing import Literal, cast

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from chronology.build.build import Build
from chronology.hosts import blocks, mkdocs_files, mkdocs_project, mkdocs_search, references, report, slots
from chronology.hosts.compact import compact
from chronology.hosts.shells import Shells
from chronology.hosts.slots import UnsafeSlotError
from chronology.pages.repository import HostOption
from chronology.pages.robust_links import robust_prose
from chronology.records.problems import Problem

log = get_plugin_logger("chronology")


class ChronologyConfig(Config):
    """The plugin's options in mkdocs.yml."""

    content = options.Type(str, default="content")
    """The folder of the records, beside mkdocs.yml."""
    branch = options.Type(str, default="main")
    """The branch that "Edit this record" leads to."""
    repo_host = options.Choice[HostOption](("auto", "github", "gitlab", "forgejo", "bitbucket", "none"), default="auto")
    """What runs at `repo_url`, and so the addresses for changing a record; `auto`: by its name."""
    cache = options.Type(str, default=".cache/chronology")
    """The folder for parsed records, beside mkdocs.yml; it can be deleted at any time."""
    known = options.Choice(("auto", "always", "never"), default="auto")
    """Whether pages show the record as known on a day; `auto`: up to 2,000 events."""
    history = options.Choice(("auto", "never"), default="auto")
    """Whether an event's page tells how its record changed; `auto`: where Git knows it."""
    rendering = options.Choice(("shells", "pages"), default="shells")
    """`shells` renders the theme once for each kind of record, `pages` for each record. The site is the same."""


class ChronologyPlugin(BasePlugin[ChronologyConfig]):
    """Turns the records under content/ into the pages of the site."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether we serve. With this hook MkDocs keeps one plugin object over all rebuilds."""
        self.serving = command == "serve"
        self.good: Build | None = None

    @event_priority(50)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything, before MkDocs empties the site.

        Under `mkdocs serve`, after one good build, mistakes are logged and shown, and the last good records are
        served: an exception would leave the server waiting for ever.
        """
        project = mkdocs_project.project(config, self.config)
        found, problems = mkdocs_project.read(project, config)
        errors = [problem for problem in problems if problem.level == "error"]
        good = getattr(self, "good", None)
        if errors and (good is None or not getattr(self, "serving", False)):
            raise PluginError(_report(errors))
        for problem in problems:
            (log.error if problem.level == "error" else log.warning)(str(problem))
        for note in (*mkdocs_project.notes(config, self.config), *found.notes):
            log.info(note)
        self.project = project
        self.built = good if errors and good else found
        if not errors:
            self.good = found
        if self.built.chronology is not None:
            mkdocs_project.configure(config, project, self.built.chronology, errors)
        self.assets = mkdocs_project.add_assets(config)
        self.changed = mkdocs_project.changes_of_hand_written(project, config)
        return config

    @event_priority(-50)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add our pages, files, style sheet and fonts."""
        self.rendered = mkdocs_files.add_pages(
            files, self.built.pages, config, shells=self.config.rendering == "shells"
        )
        # What pages are rendered from stays until all are written, and templates leave hardly any cycles behind:
        # the collector, at its usual pace, took a tenth of a large build and found nothing.
        self.collecting = gc.get_threshold()
        gc.set_threshold(200_000, 50, 1000)
        self.files = (*self.built.files, *self.assets)
        mkdocs_files.add_files(files, self.files, config)
        self.blocks: dict[str, blocks.PageBlocks] = {}
        self.shells = Shells(self.rendered, self.built.pages, config, self)
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Place our pages in the navigation."""
        mkdocs_files.place_in_navigation(nav, files, config, self.rendered)
        return nav

    @event_priority(100)
    def on_page_markdown(self, markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Take the blocks out of a hand-written page, so that nothing of them is read as Markdown."""
        if self.built.chronology is None or "chronology" not in markdown:
            return markdown
        markdown, self.blocks[page.file.src_uri] = blocks.take_out(markdown, self.built.chronology)
        return markdown

    @event_priority(100)
    def on_page_content(self, html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Fill our pages in; resolve the references of hand-written ones."""
        source = page.file.src_uri
        if source in self.rendered.pages:
            ours = self.rendered.pages[source]
            mkdocs_files.dress(page, ours, config)
            page.meta["chronology_report"] = report.of_list(ours, self.built.site)
            return slots.BODY  # rendered when the page is written: by then records are being written, in all cores
        if source in self.rendered.shells:
            return self.shells.dress(page, config)
        last = mkdocs_project.report_of(page, self.project, self.built.site, self.changed)
        page.meta["chronology_report"] = last
        here = mkdocs_project.here(self.project, source)
        html = robust_prose(references.resolve(html, here), last.day)
        if self.built.book and source in self.blocks:
            html = blocks.put_back(html, self.blocks[source], self.built.book, here)
        return html

    def on_template_context(
        self, context: TemplateContext, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """List records in the sitemap, and no shells."""
        if template_name == "sitemap.xml":
            pages = mkdocs_files.sitemap(context["pages"], self.built.pages, self.rendered, config)
            context["pages"] = cast("list[File]", pages)
        return context

    @event_priority(100)
    def on_post_page(self, output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Take a rendered shell before any other plugin changes it, and let MkDocs write nothing for it."""
        source = page.file.src_uri
        if source in self.rendered.pages:
            return compact(output, slots.BODY).replace(slots.BODY, self.rendered.pages[source].render())
        if source not in self.rendered.shells:
            return output
        try:
            self.shells.take(compact(output, slots.BODY), page)
        except UnsafeSlotError as error:
            raise PluginError(f"{page.file.src_uri}: {error}") from error
        return ""

    @event_priority(100)
    def _write_records(self, config: MkDocsConfig) -> None:
        mkdocs_files.write_files(self.files, config)
        self.documents = self.built.documents()  # while other processes write records
        self.shells.write()

    @event_priority(-100)
    def _write_search(self, config: MkDocsConfig) -> None:
        mkdocs_search.write(self.documents, config)
        gc.set_threshold(*self.collecting)
        mkdocs_project.check_output(self.built, config)

    on_post_build = CombinedEvent(_write_records, _write_search)


def _report(errors: list[Problem]) -> str:
    lines = "\n".join(str(error) for error in errors)
    noun = "problem" if len(errors) == 1 else "problems"
    return f"{len(errors)} {noun} in the records or references; nothing was built\n{lines}"
