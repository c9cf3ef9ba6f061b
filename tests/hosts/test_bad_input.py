"""A mistake never empties a site: every problem is reported, the exit status is 1, and the last good site stays."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import build_site, copy_site


def _build(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def _files(site: Path) -> dict[str, bytes]:
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


MISTAKES = {
    "an unknown field": ("content/events/last.yml", "summary:", "sumary:", "content/events/last.yml:5:1: "),
    "an impossible date": ("content/events/last.yml", "1911-05-06", "1911-02-30", "content/events/last.yml:2:7: "),
    "broken YAML": ("content/events/last.yml", "title: The", "title: - The", "content/events/last.yml:1:8: "),
    "an unknown id": ("content/events/last.yml", "[office-log]", "[ofice-log]", "content/events/last.yml:6:11: "),
    "a reference in docs": ("docs/about.md", "event:light-goes-out", "event:light-goes-ut", "docs/about.md:3:43: "),
    "a reference to no place": ("docs/about.md", "#when", "#whn", "docs/about.md:3:43: "),
}


@pytest.mark.parametrize("path,right,wrong,place", MISTAKES.values(), ids=MISTAKES.keys())
def test_the_last_good_site_stays(tmp_path: Path, path: str, right: str, wrong: str, place: str) -> None:
    folder = copy_site("small", tmp_path)
    before = _files(build_site(folder))
    file = folder / path
    text = file.read_text("utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong), "utf-8")
    done = _build(folder)
    assert done.returncode == 1
    assert place in done.stderr
    assert "Traceback" not in done.stderr
    assert _files(folder / "site") == before


def test_all_problems_are_reported_at_once(tmp_path: Path) -> None:
    folder = copy_site("small", tmp_path)
    for path, right, wrong, _ in (MISTAKES["an unknown field"], MISTAKES["a reference in docs"]):
        file = folder / path
        file.write_text(file.read_text("utf-8").replace(right, wrong), "utf-8")
    record = folder / "content/places/places.yml"
    record.write_text(record.read_text("utf-8").replace("within: harbour", "within: lighthouse"), "utf-8")
    error = _build(folder).stderr
    assert "content/events/last.yml:5:1: " in error
    assert "content/places/places.yml:8:9: " in error


def test_a_page_with_the_address_of_a_generated_one_is_refused(tmp_path: Path) -> None:
    folder = copy_site("small", tmp_path)
    (folder / "docs/contested.md").write_text("# Mine\n", "utf-8")
    done = _build(folder)
    assert done.returncode == 1
    assert "docs/contested.md:1:1: this page would take the address of a generated one, /contested/" in done.stderr
