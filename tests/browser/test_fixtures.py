"""The fixtures that all browser tests rely on: that they see what goes wrong on a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.static_host import StaticHost

PAGE = """<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Page</title>
<h1 id="heading">Heading</h1><script src="script.js"></script>"""


@pytest.fixture
def site(tmp_path: Path, serve) -> StaticHost:
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "script.js").write_text("document.querySelector('h1').textContent += ' and script'", encoding="utf-8")
    return serve(tmp_path)


def test_a_page_is_seen_as_asked_for(page, site: StaticHost) -> None:
    visit = page(site.url, viewport=(360, 640), color_scheme="dark")
    assert visit.page.inner_text("h1") == "Heading and script"
    assert visit.page.evaluate("[innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]") == [360, True]
    assert visit.problems() == []
    assert [request.path for request in site.requests] == ["/", "/script.js"]


def test_a_page_can_be_seen_without_scripts(page, site: StaticHost) -> None:
    assert page(site.url, java_script_enabled=False).page.inner_text("h1") == "Heading"


def test_console_errors_and_uncaught_exceptions_are_recorded(page, site: StaticHost) -> None:
    visit = page(site.url, tolerant=True)
    visit.page.evaluate("console.error('said so'); setTimeout(() => { throw new Error('thrown') })")
    visit.page.wait_for_function("true")
    assert [error.split(" (")[0] for error in visit.console_errors] == ["said so", "thrown"]


def test_requests_to_another_origin_are_recorded_and_go_nowhere(page, site: StaticHost) -> None:
    visit = page(site.url, tolerant=True)
    answer = visit.page.evaluate("fetch('https://example.org/x').then(() => 'answered', () => 'failed')")
    assert answer == "failed"
    assert visit.foreign_requests == ["https://example.org/x"]


def test_another_port_of_this_machine_is_another_origin(page, site: StaticHost, serve, tmp_path: Path) -> None:
    other = serve(tmp_path)
    visit = page(site.url, tolerant=True)
    visit.page.evaluate("address => fetch(address, { mode: 'no-cors' })", other.url)
    assert visit.foreign_requests == [other.url]


def test_what_a_content_security_policy_stops_is_recorded(page, serve, tmp_path: Path, site: StaticHost) -> None:
    strict = serve(tmp_path, headers={"Content-Security-Policy": "script-src 'none'"})
    visit = page(strict.url, tolerant=True)
    assert visit.page.inner_text("h1") == "Heading"
    assert "Content Security Policy" in visit.console_errors[0]


def test_a_visit_with_problems_fails_its_test(pytester: pytest.Pytester, chromium_path, monkeypatch) -> None:
    here = Path(__file__).parent
    monkeypatch.setenv("CHRONOLOGY_CHROMIUM", chromium_path)
    monkeypatch.setenv("PYTHONPATH", str(here.parents[1]))
    pytester.makeconftest((here / "conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile("def test_it(page): page('data:text/html,<script>console.error(1)</script>')")
    outcome = pytester.runpytest_subprocess("--import-mode=importlib", "-p", "no:cacheprovider")
    outcome.assert_outcomes(passed=1, errors=1)
    outcome.stdout.fnmatch_lines(["console: 1 *"])
