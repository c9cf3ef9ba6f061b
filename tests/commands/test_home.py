"""Commands work from any folder of a project; what is named on the command line is seen from where the user stands."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from chronology.commands.home import content_from
from chronology.hosts.mkdocs_settings import content_named_in

BROKEN = b"title: T\ndate: 2025-03-13\nsummary: S.\nsources: [reprot]\n"
PLUGIN = "theme: material\nsite_url: !ENV [SITE_URL, '']\nplugins:\n  - search\n  - chronology\n"


@pytest.fixture
def inside(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project, with its folder of events as the current one."""
    monkeypatch.chdir(project / "content/events")
    return project


COMMANDS = {
    "check": (["check"], "12 files: 0 errors, 0 warnings"),
    "fmt": (["fmt", "--check"], "12 files: 0 would change"),
    "new": (["new", "topic", "--title", "Border", "--summary", "S."], "Written: content/topics/border.yml"),
    "sources": (["sources", "--offline"], "     5 | url: https://example.org/report"),
}


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("folder", [".", "content", "content/events", "docs/handbook"])
def test_a_command_finds_the_records_from_any_folder_of_the_project(
    project: Path, run, monkeypatch: pytest.MonkeyPatch, folder: str, name: str
) -> None:
    arguments, last = COMMANDS[name]
    (project / folder).mkdir(parents=True, exist_ok=True)
    expected = run(*arguments)
    if arguments[0] == "new":
        (project / "content/topics/border.yml").unlink()
    monkeypatch.chdir(project / folder)
    assert run(*arguments) == expected
    assert last in expected[1]


def test_the_difference_is_told_from_a_folder_too(project: Path, run, repository, monkeypatch) -> None:
    (project / "content/actors/new.yml").write_text("name: Somebody new\nkind: military\n")
    expected = run("diff", "main")
    assert "  Actor “Somebody new” (`new`)" in expected[1]
    monkeypatch.chdir(project / "content/actors")
    assert run("diff", "main") == expected
    assert run("diff", "main", "main") == (0, ["Nothing changes in meaning."], [])


def test_the_record_reference_belongs_to_the_project(inside: Path, run) -> None:
    assert run("schema") == (0, [], [])
    assert (inside / "docs/handbook/records.md").is_file()
    (inside / "docs/handbook/records.md").write_text("stale")
    status, out, _ = run("schema", "--check")
    message = "the record reference is stale; run `chronology schema` and commit the page"
    assert (status, out) == (1, [f"../../docs/handbook/records.md:1:1: {message}"])


def test_paths_are_seen_from_where_the_user_stands(inside: Path, run) -> None:
    (inside / "content/events/b.yml").write_bytes(BROKEN)
    (inside / "content/actors/b.yml").write_bytes(b"name: Somebody\n\n\n\nkind: military\n")
    assert run("check", "b.yml")[1][0].startswith("content/events/b.yml:4:11: there is no source 'reprot'")
    assert run("check", "../actors")[0] == 0
    status, out, _ = run("fmt", "--check", "../actors/b.yml")
    message = "the layout is not the canonical one; run `chronology fmt ../actors/b.yml`"
    assert (status, out[0]) == (1, f"content/actors/b.yml:1:1: {message}")
    (inside / "page.html").write_text("<title>T</title>")
    status, out, _ = run(
        "new", "source", "--from-url", "../../page.html", "--publisher", "P", "--kind", "official", "--published",
        "2025-03-12", "--without-url", "On paper.", "--dry-run",
    )  # fmt: skip
    assert (status, out[1:3]) == (0, ["# content/sources/p-0312.yml", "title: T"])


def test_where_was_looked_is_said(tmp_path: Path, run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    message = (
        f"there is no chronology in {tmp_path}, nor in a folder above it: no folder content with records, and no "
        "mkdocs.yml with the plugin; go where they are, or name the folder of the records with --content"
    )
    for arguments in (["check"], ["diff", "main"], ["fmt"], ["new", "event"], ["schema"], ["sources"]):
        assert run(*arguments) == (2, [], [f"chronology {arguments[0]}: {message}"])


def test_a_site_without_records_is_told_where_they_go(tmp_path: Path, run, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mkdocs.yml").write_text(PLUGIN)
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path / "docs")
    message = (
        f"{tmp_path}/mkdocs.yml takes its records from the folder content, and there is none; make it, with "
        "chronology.yml in it, and run `chronology check` again"
    )
    assert run("check") == (2, [], [f"chronology check: {message}"])


def test_the_folder_that_the_plugin_is_told_is_found(project: Path, run, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.move(project / "content", project / "records")
    (project / "mkdocs.yml").write_text(PLUGIN.replace("- chronology", "- chronology: {content: records}"))
    (project / "docs").mkdir()
    for folder in (".", "docs", "records/events"):
        monkeypatch.chdir(project / folder)
        assert run("check")[1] == ["12 files: 0 errors, 0 warnings"]


def test_the_nearest_chronology_is_taken(project: Path) -> None:
    inner = project / "sites/one"
    shutil.copytree(project / "content", inner / "content")
    (inner / "docs").mkdir()
    assert content_from(inner / "docs") == inner / "content"
    assert content_from(project / "sites") == project / "content"


def test_a_folder_called_content_that_has_no_records_is_passed_by(project: Path) -> None:
    (project / "theme/content").mkdir(parents=True)
    (project / "theme/assets").mkdir()
    assert content_from(project / "theme/assets") == project / "content"


@pytest.mark.parametrize(
    "text, named",
    [
        (PLUGIN, "content"),
        (PLUGIN.replace("- chronology", "- chronology:\n      content: records"), "records"),
        ("plugins: {search: {}, chronology: {content: records}}\n", "records"),
        ("plugins: {chronology: }\n", "content"),
        ("plugins: [search]\n", None),
        ("plugins:\n", None),
        ("- a\n", None),
        ("", None),
        ("plugins: [\n", None),
    ],
)
def test_what_mkdocs_yml_says_of_the_records(tmp_path: Path, text: str, named: str | None) -> None:
    (tmp_path / "mkdocs.yml").write_text(text)
    assert content_named_in(tmp_path / "mkdocs.yml") == named
