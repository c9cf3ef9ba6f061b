"""A real Chromium for the tests in this folder. Without one they fail; CHRONOLOGY_NO_BROWSER=1 skips them instead."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request, sync_playwright

from chronology.model.chronology import Chronology, derive
from chronology.records.load import load
from tests.browser.contexts import Contexts
from tests.static_host import StaticHost
from tools import node
from tools.browser import find_or_install
from tools.browser_search import NoBrowserError
from tools.machine import Machine

ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--process-per-site",  # a page after another one needs no new process: see contexts.py
    # Nothing but this machine has an address: a test never reaches the network, whatever a page asks for.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]


@pytest.hookimpl(tryfirst=True)  # before `-m browser` selects
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("browser")


@contextlib.contextmanager
def _failing_on(kind: type[Exception]) -> Iterator[None]:
    """Fail with the error's message alone: it says what to do, and its traceback does not."""
    try:
        yield
    except kind as error:
        raise pytest.fail.Exception(str(error), pytrace=False) from None


@pytest.fixture(scope="session")
def chromium_path() -> str:
    if os.environ.get("CHRONOLOGY_NO_BROWSER") == "1":
        pytest.skip("CHRONOLOGY_NO_BROWSER=1")
    with _failing_on(NoBrowserError):
        return find_or_install(Machine())


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with _failing_on(node.NoNodeError):
        os.environ.update(node.for_playwright(Machine()))
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(chromium_path: str, playwright: Playwright) -> Iterator[Browser]:
    # The sandbox needs rights that root in a container does not have.
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    chromium = playwright.chromium.launch(executable_path=chromium_path, args=ARGUMENTS + as_root)
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Contexts:
    return Contexts(browser)


@dataclass
class Visit:
    """A page in a browser context of its own, and what went wrong on it."""

    page: Page
    console_errors: list[str] = field(default_factory=list)
    """Errors on the console, Content-Security-Policy's among them, and exceptions that no script caught."""
    foreign_requests: list[str] = field(default_factory=list)
    """Addresses asked for that are not of the origin of the first page visited."""
    origins: list[str] = field(default_factory=list)
    """Every origin asked, that of the first page first."""

    def __post_init__(self) -> None:
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.console_errors.append(str(error)))
        self.page.context.on("request", self._on_request)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.console_errors.append(f"{message.text} ({message.location.get('url', '')})")

    def _on_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"about", "blob", "data"}:
            return
        origin = f"{address.scheme}://{address.netloc}"
        if origin not in self.origins:
            self.origins.append(origin)
        if origin != self.origins[0]:
            self.foreign_requests.append(request.url)

    def end(self, contexts: Contexts) -> None:
        """Close the page; its context goes back to the others."""
        self.page.context.remove_listener("request", self._on_request)
        contexts.give_back(self.page.context, self.origins)

    def problems(self) -> list[str]:
        return [
            *(f"console: {error}" for error in self.console_errors),
            *(f"request to another origin: {address}" for address in self.foreign_requests),
        ]


@pytest.fixture(scope="module")
def site(kursk_site: Path, serve: Callable[..., StaticHost]) -> StaticHost:
    """The real site, served below a folder of its host."""
    return serve(kursk_site, prefix="/kursk/")


@pytest.fixture(scope="session")
def kursk(project_root: Path) -> Chronology:
    """What the real site is made from."""
    loaded = load(project_root, project_root / "content", None)
    assert loaded.entities is not None
    return derive(loaded.entities)


@pytest.fixture
def page(contexts: Contexts) -> Iterator[Callable[..., Visit]]:
    """`page(url, viewport=(1280, 800), color_scheme="light", tolerant=False, **options)`: visit an address.

    Returns a Visit; its `.page` is Playwright's, loaded. `options` go to the browser's context, for example
    `java_script_enabled=False`, `has_touch=True`.
    A test fails at its end if one of its visits had console errors or requests to another origin, unless `tolerant`.
    """
    visits: list[tuple[Visit, bool]] = []

    def visit(
        url: str = "",
        *,
        viewport: tuple[int, int] = (1280, 800),
        color_scheme: str = "light",
        reduced_motion: str = "no-preference",
        forced_colors: str = "none",
        tolerant: bool = False,
        **options: object,
    ) -> Visit:
        shown = contexts.take(**options).new_page()
        width, height = viewport
        shown.set_viewport_size({"width": width, "height": height})
        shown.emulate_media(
            color_scheme=color_scheme,  # type: ignore[arg-type]
            reduced_motion=reduced_motion,  # type: ignore[arg-type]
            forced_colors=forced_colors,  # type: ignore[arg-type]
        )
        made = Visit(shown)
        visits.append((made, tolerant))
        if url:
            shown.goto(url)
        return made

    yield visit
    problems = [problem for made, tolerant in visits if not tolerant for problem in made.problems()]
    for made, _ in visits:
        made.end(contexts)
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)
