"""The steps with Git of docs/contribute.md say and show what the commands really print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import walkthrough
from tests.repositories import needs_git
from tests.terminal import inscription, without_colours

pytestmark = needs_git
PICTURE = re.compile(r"!\[((?:[^][]|\[[^]]*\])+)\]\(images/contribute-git-(\w+)\.png\)")


@pytest.fixture(scope="module")
def sessions(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return walkthrough.sessions(project_root, tmp_path_factory.mktemp("walk") / "chronology")


@pytest.fixture(scope="module")
def page(project_root: Path) -> str:
    return (project_root / "docs/contribute.md").read_text("utf-8")


def uncounted(text: str) -> str:
    """Without how many files there are, and what is to be said of the others: that changes with every record."""
    return re.sub(r"\d+ files|; \d+ problems? in other files not shown", "", text)


def test_the_commands_of_the_steps_are_on_the_page(page: str) -> None:
    for command in (walkthrough.BRANCH, walkthrough.CHECK, walkthrough.DIFF):
        assert re.search(rf"^ +{re.escape(command)}$", page, re.MULTILINE), command
    assert f"`{walkthrough.MISTAKEN.removeprefix('date: ').strip()}`" in page


def test_what_is_read_aloud_of_a_terminal_is_what_it_prints(page: str, sessions: dict[str, str]) -> None:
    told = {name: re.findall(r"“([^”]+)”", re.sub(r"\s+", " ", words)) for words, name in PICTURE.findall(page)}
    assert told.keys() == sessions.keys()
    for name, quoted in told.items():
        assert quoted
        for words in quoted:
            assert words in without_colours(sessions[name]), name


def test_the_pictures_show_what_the_commands_print(project_root: Path, sessions: dict[str, str]) -> None:
    for name, text in sessions.items():
        picture = (project_root / f"docs/images/contribute-git-{name}.png").read_bytes()
        assert uncounted(inscription(picture)) == uncounted(text), "UPDATE_PICTURES=1 takes it anew"
        assert len(picture) < 40_000
