"""Every example of a command that people are shown is run: on the records of this repository, in a copy of it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from chronology.build.build import build
from chronology.build.project import Project
from tests.commands.examples import Example, examples_of_docs, examples_of_help
from tests.repositories import Repository, needs_git

ROOT = Path(__file__).resolve().parents[2]
SUDZHA = "content/events/2025/sudzha-retaken.yml"
EXAMPLES = [*examples_of_help(), *examples_of_docs(ROOT)]
TAKEN = 'new event --title "Ukraine declares Sudzha taken"'
PAGE = """\
<html lang="en"><head><title>A page that nobody has published</title><meta property="og:site_name" content="Reuters">
<meta property="article:published_time" content="2025-06-30"><link rel="canonical" href="https://example.org/a">
</head></html>
"""
ANSWERS = {
    "Title": "A headline that no record has",
    "Date": "2025-06-30",
    "Summary": "One paragraph.",
    "Sources": "mt-0313",
    "Kind": "agency",
}
"""What a person types at a terminal, by the question; Enter alone for the rest."""

pytestmark = needs_git


@pytest.fixture(scope="module")
def published() -> bytes:
    """The data of the site as it would be published now."""
    built = build(Project(ROOT, ROOT / "content", ROOT / ".cache" / "chronology"))
    return next(file.read() for file in built.files if file.path == "data/events.json")


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory, published: bytes) -> Repository:
    """A clone with one date changed on a branch, and all that the examples name: revisions, files, a saved page."""
    made = Repository(tmp_path_factory.mktemp("examples") / "repository")
    shutil.copytree(ROOT / "content", made.root / "content")
    made.write("docs/handbook/records.md", (ROOT / "docs/handbook/records.md").read_text("utf-8"))
    made.write(".gitignore", ".cache/\npage.html\nevents.json\n.vscode/\n")
    made.commit()
    for name in ("tag v1", "update-ref refs/remotes/origin/main HEAD", "switch --quiet -c pr-12"):
        made.git(*name.split())
    made.edit(SUDZHA, "date: 2025-03-13\ntype:", 'date: "[2025-03-12..2025-03-13]"\ntype:')
    made.commit()
    made.git("tag", "v2")
    made.write("page.html", PAGE)
    (made.root / "events.json").write_bytes(published)
    return made


@pytest.fixture
def here(origin: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, published: bytes) -> Path:
    """A copy of it as the current folder, without a network: nothing is fetched."""
    folder = tmp_path / "chronology"
    shutil.copytree(origin.root, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setattr("chronology.review.download.download", lambda _: published)
    monkeypatch.setattr("chronology.survival.survey.look_at", lambda *_: {})
    return folder


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who answers."""
    monkeypatch.setattr("chronology.commands.new.can_ask", lambda: True)
    monkeypatch.setattr("builtins.input", lambda prompt: ANSWERS.get(re.split(r"[ :]", prompt)[0], ""))


def test_there_are_examples_of_every_command() -> None:
    commands = {"check", "diff", "fmt", "new", "schema", "sources"}
    assert {example.arguments[0] for example in examples_of_help()} == commands
    assert {example.arguments[0] for example in examples_of_docs(ROOT)} == commands - {"schema"}


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_does_what_is_said(here: Path, run, example: Example) -> None:
    status, out, err = run(*example.arguments)
    likely_there = TAKEN in example.command
    assert status == (1 if likely_there else 0), (out, err)
    if example.arguments[0] == "new" and not {"--help", "--dry-run"} & {*example.arguments}:
        [written] = [line.removeprefix("Written: ") for line in out if line.startswith("Written: ")]
        assert (here / written).is_file()
        assert run("check")[0] == 0


def _blocks(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def test_what_may_be_there_already_is_told_as_the_handbook_shows_it(here: Path, run) -> None:
    [example] = [one for one in EXAMPLES if TAKEN in one.command]
    shown = re.search(r"```text\n(This may be there already:\n.*?)```", _blocks("docs/handbook/new.md"), re.DOTALL)
    assert shown
    out = run(*example.arguments)[1]
    assert "\n".join(out).startswith(shown[1].rstrip("\n"))
