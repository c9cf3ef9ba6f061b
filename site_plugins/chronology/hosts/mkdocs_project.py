"""From MkDocs' settings to a project, and from a build to MkDocs' settings."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page as MkDocsPage

from chronology.build.build import Build, build
from chronology.build.feeds import CORRECTIONS_FEED, EVENTS_FEED
from chronology.build.project import Project
from chronology.exchange.feed_formats import ATOM, JSON, Format
from chronology.hosts import assets, blocks, references, report
from chronology.hosts.assets import THEME
from chronology.model.chronology import Chronology
from chronology.pages.addresses import Here
from chronology.pages.contribute_pages import add_words, form_name
from chronology.pages.page import OutFile
from chronology.pages.repository import ISSUE_FORMS, find_repository, guess_host
from chronology.pages.site import Site
from chronology.records.changes import last_changes
from chronology.records.problems import Problem, in_order

if TYPE_CHECKING:
    from chronology.hosts.mkdocs_plugin import ChronologyConfig


def project(config: MkDocsConfig, own: ChronologyConfig) -> Project:
    """Return the project that an mkdocs.yml describes."""
    root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    return Project(
        root=root,
        content=root / own.content,
        cache=root / own.cache,
        url=config.site_url or None,
        directory_addresses=config.use_directory_urls,
        repository=find_repository(config.repo_url, own.branch, own.repo_host, _issue_forms(root)),
        history=own.history == "auto",
        known={"always": True, "never": False}.get(own.known),
        hand_written=frozenset(_name(page, Path(config.docs_dir)) for page in hand_written(config)),
    )


def _issue_forms(root: Path) -> frozenset[str]:
    return frozenset(file.name for file in (root / ISSUE_FORMS).glob("*.yml"))


def notes(config: MkDocsConfig, own: ChronologyConfig) -> Iterable[str]:
    """Yield what a maintainer may want to know of the settings, and need not correct."""
    if config.repo_url and own.repo_host == "auto" and guess_host(config.repo_url) is None:
        yield f"what runs at {config.repo_url} is not known, and taken for Forgejo; repo_host says what it is"


def hand_written(config: MkDocsConfig) -> Iterable[Path]:
    """Return the Markdown files under docs/."""
    return sorted(Path(config.docs_dir).rglob("*.md"))


def _name(page: Path, docs: Path) -> str:
    name = page.relative_to(docs).with_suffix("").as_posix()
    return name.removesuffix("README") + "index" if name.rpartition("/")[2] == "README" else name


def read(project: Project, config: MkDocsConfig) -> tuple[Build, tuple[Problem, ...]]:
    """Build the project and check the hand-written pages against it; return the build and all problems."""
    built = build(project)
    if built.chronology is None:
        return built, built.problems
    pages = list(hand_written(config))
    found = references.check(built.chronology, project.root, pages)
    found += blocks.check(built.chronology, project.root, pages)
    found += _clashes(built, pages, project, Path(config.docs_dir))
    return built, in_order((*built.problems, *found))


def _clashes(built: Build, pages: Iterable[Path], project: Project, docs: Path) -> list[Problem]:
    ours = {page.name for page in built.pages}
    return [
        Problem(
            page.relative_to(project.root).as_posix() if page.is_relative_to(project.root) else str(page),
            1,
            1,
            f"this page would take the address of a generated one, /{project.addresses.of(_name(page, docs))}",
            "rename the file",
        )
        for page in pages
        if _name(page, docs) in ours
    ]


def here(project: Project, source: str) -> Here:
    """Return a hand-written page, by its path under docs/, as a place from which links are made."""
    name = source.removesuffix(".md")
    return Here.at(project.addresses, name.removesuffix("README") + "index" if name.endswith("README") else name)


def changes_of_hand_written(project: Project, config: MkDocsConfig) -> Mapping[str, str]:
    """Return the day of the last change of each hand-written page, by its path from the project's root."""
    return last_changes(project.root, Path(config.docs_dir))


def report_of(page: MkDocsPage, project: Project, site: Site, changed: Mapping[str, str]) -> report.Report:
    """Return the line under a hand-written page."""
    file = Path(page.file.abs_src_path or page.file.src_uri)
    path = file.relative_to(project.root).as_posix() if file.is_relative_to(project.root) else page.file.src_uri
    return report.of_hand_written(here(project, page.file.src_uri).name, str(page.title), path, changed.get(path), site)


def configure(config: MkDocsConfig, project: Project, chronology: Chronology, errors: list[Problem]) -> None:
    """Tell the theme of the chronology: our templates, the nameplate, the feeds, and problems to show while serving."""
    settings = chronology.settings
    custom = 1 if config.theme.custom_dir else 0
    if str(THEME) not in config.theme.dirs:
        config.theme.dirs.insert(custom, str(THEME))
    config.extra["chronology"] = {
        **config.extra.get("chronology", {}),
        "nameplate": {"name": settings.name, "period": settings.period},
        "feeds": [
            _listed(f"{settings.title}: events", EVENTS_FEED, ATOM, "Feed of events"),
            _listed(f"{settings.title}: events", EVENTS_FEED, JSON),
            _listed(f"{settings.title}: corrections", CORRECTIONS_FEED, ATOM, "Feed of corrections"),
        ],
        "contribute": _ways(project),
        "problems": [str(error) for error in errors],
    }
    if str(project.content) not in config.watch:
        config.watch.append(str(project.content))


def _ways(project: Project) -> list[dict[str, str]]:
    """Return what the theme leads to at the foot of each page: a new event, and the page on contributing if any."""
    ways = {form_name("event"): add_words("event")}
    if page := project.page("contribute"):
        ways[page] = "Contribute"
    return [{"label": label, "address": project.addresses.of(name)} for name, label in ways.items()]


def _listed(title: str, path: str, form: Format, label: str | None = None) -> dict[str, str | None]:
    """Return what the theme shows of a feed: every one in the head, those with a label at the foot of each page."""
    return {"title": title, "label": label, "type": form.media_type, "address": f"{path}{form.ending}"}


def add_assets(config: MkDocsConfig) -> tuple[OutFile, ...]:
    """Tell the theme of our style sheet and script, before those of the maintainer; return them, and the fonts."""
    style, script = assets.style_sheet(), assets.search_box_script()
    config.extra_css.insert(0, style.path)
    tag = ExtraScriptValue(script.path)
    tag.defer = True
    config.extra_javascript.insert(0, tag)
    header, known, shared = assets.modules("header"), assets.modules("known"), assets.module_folder()
    for first in (header[0], known[0], *shared[:2]):
        module = ExtraScriptValue(first.path)
        module.type = "module"
        config.extra_javascript.append(module)
    frame = assets.frame_modules()
    config.extra["chronology"]["embed"] = [shared[0].path, frame[0].path]
    return (style, script, *header, *known, *shared, *frame, assets.embed_script(), *assets.vendored())


def check_output(built: Build, config: MkDocsConfig) -> None:
    """Raise unless every record reached its page: a host that drops one must not pass for a good build."""
    file = built.site.addresses.file
    missing = [page.name for page in built.pages if not os.path.exists(f"{config.site_dir}/{file(page.name)}")]  # noqa: PTH110
    if missing:
        raise PluginError(f"{len(missing)} pages were not written: {', '.join(missing[:10])}")
