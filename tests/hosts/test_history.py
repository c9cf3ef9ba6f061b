"""The list "How this record changed" on an event's page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.repositories import Repository, needs_git
from tests.sites import build_site, copy_site

pytestmark = needs_git
EVENT = "content/events/light-goes-out.yml"


def _site(folder: Path, **options: str) -> Repository:
    made = Repository(copy_site("small", folder, plugins=["search", {"chronology": options}]))
    made.write(".gitignore", "/site\n/.cache\n")
    made.commit("2025-03-01")
    text = (made.root / EVENT).read_text("utf-8")
    for number in range(7):
        made.write(EVENT, re.sub(r"^title: .*$", f"title: '<Title> \"{number}\"'", text, count=1, flags=re.MULTILINE))
        made.commit(f"2025-03-{number + 2:02d}")
    return made


def _section(site: Path, event: str = "light-goes-out") -> str:
    html = (site / "events" / event / "index.html").read_text("utf-8")
    found = re.search(r'<section [^>]*id="record-history".*?</section>', html, re.DOTALL)
    return found[0] if found else ""


def test_shells_and_pages_tell_the_same(tmp_path: Path) -> None:
    sections = [_section(build_site(_site(tmp_path / how, rendering=how).root)) for how in ("shells", "pages")]
    assert sections[0] == sections[1]
    assert sections[0].count("<li><b>") == 8


def test_sentences_are_text_and_earlier_days_are_folded(tmp_path: Path) -> None:
    section = _section(build_site(_site(tmp_path).root))
    assert "<Title>" not in section
    changed = "Title changed from “&lt;Title&gt; ‘5’” to “&lt;Title&gt; ‘6’”."
    assert f'<time datetime="2025-03-08">8 March 2025</time></b><ul><li>{changed}</li></ul>' in section
    assert "<summary>3 earlier days</summary>" in section
    assert section.index("<details>") < section.index("First recorded.")


def test_a_record_that_never_changed_says_so_in_a_line(tmp_path: Path) -> None:
    section = _section(build_site(_site(tmp_path).root), "light-sold")
    assert '<time datetime="2025-03-01">1 March 2025</time>: First recorded. No change since.' in section
    assert "<ol>" not in section


def test_it_can_be_turned_off(tmp_path: Path) -> None:
    assert _section(build_site(_site(tmp_path, history="never").root)) == ""


def test_nobody_is_named(tmp_path: Path) -> None:
    made = _site(tmp_path)
    made.git("-c", "user.name=Somebody Special", "commit", "--allow-empty", "--amend", "--no-edit", "--reset-author")
    assert "Somebody" not in _section(build_site(made.root))


def test_a_shallow_clone_builds_and_says_what_is_left_out(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    clone = _site(tmp_path / "made").clone(tmp_path / "clone", "--depth", "1")
    with caplog.at_level("INFO"):
        assert _section(build_site(clone)) == ""
    assert "chronology: pages do not tell how their records changed: this is a shallow clone" in caplog.messages
