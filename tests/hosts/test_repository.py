"""The option `repo_host`: all links to the repository follow it, on pages and in what forms are given."""

from __future__ import annotations

import html
import json
import logging
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import build_site, copy_site

OWN = "https://code.example.org/tools/gitlab/history/harbour"
EVENT = "content/events/light-goes-out.yml"


def _site(tmp_path: Path, url: str, **options: str) -> Path:
    return build_site(copy_site("small", tmp_path, repo_url=url, plugins=["search", {"chronology": options}]))


def _page(site: Path, name: str) -> str:
    return (site / name / "index.html").read_text("utf-8")


def _links(page: str) -> set[str]:
    return {html.unescape(href) for href in re.findall(r'href="([^"]*)"', page)}


def _patterns(page: str) -> dict[str, str] | None:
    given = re.search(r'data-hosts="([^"]*)"', page)
    return json.loads(html.unescape(given[1])) if given else None


def test_every_link_follows_what_runs_at_the_repository(tmp_path: Path) -> None:
    site = _site(tmp_path, OWN, repo_host="gitlab", branch="trunk")
    links = _links(_page(site, "events/light-goes-out"))
    assert f"{OWN}/-/edit/trunk/{EVENT}" in links
    assert any(link.startswith(f"{OWN}/-/issues/new?issue%5Btitle%5D=") for link in links)
    assert f"{OWN}/-/tree/trunk/content/actors" in _links(_page(site, "actors"))
    assert f"{OWN}/-/edit/trunk/docs/about.md" in _links(_page(site, "about"))
    assert _patterns(_page(site, "contribute/event")) == {
        "host": "code.example.org",
        "edit": f"{OWN}/-/edit/trunk/{{path}}",
        "issue": f"{OWN}/-/issues/new?issue%5Btitle%5D={{title}}&issue%5Bdescription%5D={{text}}",
        "new": f"{OWN}/-/new/trunk/{{folder}}?file_name={{file}}&content={{text}}",
    }


def test_where_there_are_no_such_pages_a_record_names_its_file(tmp_path: Path) -> None:
    site = _site(tmp_path, OWN, repo_host="none")
    event, form = _page(site, "events/light-goes-out"), _page(site, "contribute/event")
    assert {link for link in _links(event) if link.startswith("https://code.example.org")} == {OWN}
    assert f"<code>{EVENT}</code>" in event
    assert _patterns(form) is None
    assert "Send the text, or just what is wrong and where it can be read, to whoever publishes this site." in form


@pytest.mark.parametrize("options, told", [({}, 1), ({"repo_host": "forgejo"}, 0)])
def test_a_guess_that_the_name_does_not_bear_out_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, options: dict[str, str], told: int
) -> None:
    with caplog.at_level(logging.INFO):
        site = _site(tmp_path, OWN, **options)
    note = f"what runs at {OWN} is not known, and taken for Forgejo; repo_host says what it is"
    assert [message.removeprefix("chronology: ") for message in caplog.messages].count(note) == told
    assert f"{OWN}/_edit/main/{EVENT}" in _links(_page(site, "events/light-goes-out"))


def test_a_host_that_is_not_known_is_refused_with_those_that_are(tmp_path: Path) -> None:
    folder = copy_site("small", tmp_path, plugins=["search", {"chronology": {"repo_host": "githb"}}])
    command = [sys.executable, "-m", "mkdocs", "build"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert (
        "Plugin 'chronology' option 'repo_host': Expected one of: "
        "('auto', 'github', 'gitlab', 'forgejo', 'bitbucket', 'none') but received: 'githb'"
    ) in done.stderr


def test_an_error_is_reported_in_the_form_that_the_project_has(tmp_path: Path) -> None:
    folder = copy_site("small", tmp_path, repo_url="https://github.com/a/b")
    forms = folder / ".github/ISSUE_TEMPLATE"
    forms.mkdir(parents=True)
    (forms / "correction.yml").write_text("name: Correction\n", encoding="utf-8")
    site = build_site(folder)
    links = _links(_page(site, "events/light-goes-out"))
    start = "https://github.com/a/b/issues/new?template=correction.yml&title="
    assert [
        link
        for link in links
        if link.startswith(start) and link.endswith("&record=content%2Fevents%2Flight-goes-out.yml")
    ]
    given = _patterns(_page(site, "contribute/event")) or {}
    assert "correction" in given
    assert "event" not in given
