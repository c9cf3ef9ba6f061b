"""The documentation is complete and true: what exists has its entry, what is named exists, and examples run."""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from chronology import cli
from chronology.build.build import build
from chronology.build.project import Project
from chronology.exchange.events_schema import SCHEMA
from chronology.hosts import references
from chronology.hosts.mkdocs_plugin import ChronologyConfig
from chronology.pages.words import STANDINGS
from chronology.records.load import load
from chronology.records.schema.settings import ChronologyRecord
from tests import test_layers

_LINK = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)")
_FENCE = re.compile(r"^([ ]*)(`{3,})(\w*)(?: title=\"([^\"]*)\")?\n(.*?)^\1\2`*[ ]*$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`[^`\n]+`")
_EXTERNAL = re.compile(r"^(https?|mailto):")
_REFERENCE = re.compile(r"^(event|actor|place|source|series|topic):")


class Docs:
    """The hand-written documentation, by path from the project's root."""

    def __init__(self, root: Path) -> None:
        self.root = root
        paths = [root / "README.md", root / "CONTRIBUTING.md", *sorted((root / "docs").rglob("*.md"))]
        self.texts = {path.relative_to(root).as_posix(): path.read_text(encoding="utf-8") for path in paths}

    def rows(self, path: str, heading: str | None = None) -> list[list[str]]:
        """The cells of all table rows of a page, or of the section with that heading."""
        text = self.texts[path] if heading is None else self.section(path, heading)
        lines = [line for line in text.splitlines() if line.startswith("|") and not re.match(r"^[|\s:-]+$", line)]
        return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]

    def section(self, path: str, heading: str) -> str:
        """What stands under a heading, to the next heading of any level."""
        _, found, rest = f"\n{self.texts[path]}".partition(f"\n{heading}\n")
        assert found, f"{path}: there is no heading {heading!r}"
        return re.split(r"^#+ ", rest, maxsplit=1, flags=re.MULTILINE)[0]

    def entries(self, path: str, heading: str | None = None) -> set[str]:
        """The names in the first column of tables: `a`, `b` in one cell are two."""
        return {name for row in self.rows(path, heading) for name in re.findall(r"`([^`]+)`", row[0])}

    def blocks(self, path: str, language: str) -> Iterator[tuple[str, str]]:
        """Title and text of the code blocks in that language."""
        for match in _FENCE.finditer(self.texts[path]):
            if match[3] == language:
                yield match[4] or "", match[5]

    def links(self, path: str) -> Iterator[str]:
        """The targets of a page's links, but for those in code."""
        yield from _LINK.findall(_CODE.sub("", _FENCE.sub("", self.texts[path])))


@pytest.fixture(scope="module")
def docs(project_root: Path) -> Docs:
    return Docs(project_root)


class Site:
    """What the project's records become. No dataclass: where a test fails, pytest would write out all of it."""

    def __init__(self, root: Path) -> None:
        built = build(Project(root, root / "content", root / ".cache" / "chronology"))
        assert built.chronology is not None, "\n".join(map(str, built.errors))
        self.chronology = built.chronology
        self.pages = [page.name for page in built.pages]
        self.paths = [file.path for file in built.files]
        self.events_json = next(file.read() for file in built.files if file.path == "data/events.json")


@pytest.fixture(scope="module")
def site(project_root: Path) -> Site:
    return Site(project_root)


# --- what exists has its entry, and nothing else has


def test_every_plugin_option_is_documented(docs: Docs) -> None:
    options = {name for name, _ in ChronologyConfig._schema}
    documented = docs.entries("docs/handbook/settings.md", "### The plugin's options")
    assert documented == options


def test_the_defaults_of_options_are_documented(docs: Docs) -> None:
    rows = docs.rows("docs/handbook/settings.md", "### The plugin's options")[1:]
    documented = {row[0].strip("`"): row[1].strip("`") for row in rows}
    assert documented == {name: str(option.default) for name, option in ChronologyConfig._schema}


def test_every_field_of_chronology_yml_is_explained(docs: Docs) -> None:
    explained = docs.entries("docs/handbook/settings.md", "## content/chronology.yml")
    assert explained == set(ChronologyRecord.model_fields)


def _make_targets(root: Path) -> set[str]:
    """The targets that `make help` lists."""
    return set(re.findall(r"^([a-z-]+):.*## ", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def test_every_make_target_is_documented(docs: Docs, project_root: Path) -> None:
    documented = docs.entries("docs/handbook/index.md", "### make")
    assert documented == {f"make {target}" for target in _make_targets(project_root)}


def _sub_commands() -> dict[str, argparse.ArgumentParser]:
    parser = cli._parser()
    found = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return {name: command for action in found for name, command in action.choices.items()}


def test_every_sub_command_is_documented(docs: Docs) -> None:
    documented = docs.entries("docs/handbook/index.md", "### chronology")
    assert {" ".join(entry.split()[:2]) for entry in documented} == {f"chronology {name}" for name in _sub_commands()}


@pytest.mark.parametrize("name", _sub_commands())
def test_every_option_of_a_sub_command_is_documented(docs: Docs, name: str) -> None:
    section = docs.section("docs/handbook/index.md", "### chronology")
    options = {option for action in _sub_commands()[name]._actions for option in action.option_strings}
    missing = {option for option in options - {"-h", "--help"} if f"`{option}" not in section}
    assert not missing


def _named_commands(text: str) -> Iterator[tuple[str, str]]:
    """`make x` and `chronology x` in code, inline and in blocks."""
    code = [match[5] for match in _FENCE.finditer(text)] + _CODE.findall(_FENCE.sub("", text))
    code += re.findall(r"^    \S.*$", text, re.MULTILINE)
    for one in code:
        yield from re.findall(r"(?:^|[`\s]|\.venv/bin/)(make|chronology) ([a-z][a-z-]*)\b(?![:=/])", one)


def test_every_command_in_the_documentation_exists(docs: Docs, project_root: Path) -> None:
    known = {("make", name) for name in _make_targets(project_root)}
    known |= {("chronology", name) for name in _sub_commands()}
    unknown = [
        f"{path}: {' '.join(command)}"
        for path, text in docs.texts.items()
        for command in _named_commands(text)
        if command not in known
    ]
    assert not unknown


def test_the_table_of_layers_is_the_one_that_is_checked(docs: Docs) -> None:
    rows = docs.rows("docs/handbook/architecture.md", "## Which part may import which")[1:]
    documented = {row[0].strip("`"): (_names(row[1]), _names(row[2])) for row in rows}
    libraries = {part: {name for name, parts in test_layers.LIBRARIES.items() if part in parts} for part in documented}
    assert documented == {
        part: (others, libraries[part]) for part, others in test_layers.PARTS.items() if not part.startswith("__")
    }


def _names(cell: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", cell))


# --- events.json


def _objects(schema: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """All objects with fields of their own in a schema, with the way to each: `events[].questions[]`."""
    for branch in schema.get("anyOf", ()):
        yield from _objects(branch, path)
    if schema.get("type") == "array":
        yield from _objects(schema["items"], f"{path}[]")
    if isinstance(schema.get("additionalProperties"), dict):
        yield from _objects(schema["additionalProperties"], f"{path}{{}}")
    if "properties" in schema:
        yield path, schema
        for name, field in schema["properties"].items():
            yield from _objects(field, f"{path}.{name}" if path else name)


def _distinct_objects() -> list[tuple[list[str], dict[str, Any]]]:
    """Each object of the schema once, with all ways to it."""
    found: dict[str, tuple[list[str], dict[str, Any]]] = {}
    for path, schema in _objects(SCHEMA):
        found.setdefault(json.dumps(schema, sort_keys=True), ([], schema))[0].append(path or "events.json")
    return list(found.values())


def _tables_of_data(docs: Docs) -> dict[str, str]:
    """The headings of docs/data.md under which an object is documented, by the way to it."""
    found = re.finditer(r"^(### .+)\n\nPath: (?:none; [^`]*)?`([^`]+)`", docs.texts["docs/data.md"], re.MULTILINE)
    return {match[2]: match[1] for match in found}


@pytest.mark.parametrize("paths, schema", _distinct_objects(), ids=lambda one: one[0] if isinstance(one, list) else "")
def test_every_field_of_events_json_is_documented(docs: Docs, paths: list[str], schema: dict[str, Any]) -> None:
    heading = next((heading for path, heading in _tables_of_data(docs).items() if path in paths), None)
    assert heading, f"docs/data.md has no heading followed by `Path:` and one of: {', '.join(paths)}"
    rows = docs.rows("docs/data.md", heading)[1:]
    assert [row[0].strip("`") for row in rows] == list(schema["properties"])
    assert {row[0].strip("`") for row in rows if row[1] == "yes"} == set(schema["required"])


def test_documented_objects_are_in_events_json(docs: Docs) -> None:
    assert _tables_of_data(docs).keys() <= {path for paths, _ in _distinct_objects() for path in paths}


def test_every_file_of_the_site_has_an_address_of_its_own(site: Site) -> None:
    assert sorted(site.paths) == sorted(set(site.paths))


# --- what is named is there


def test_every_reference_to_a_record_leads_to_it(docs: Docs, site: Site) -> None:
    found = references.check(site.chronology, docs.root, [docs.root / path for path in docs.texts])
    assert not found, "\n".join(map(str, found))


def test_every_relative_link_leads_somewhere(docs: Docs, site: Site) -> None:
    generated = {f"docs/{name}.md" for name in site.pages} | {f"docs/{path}" for path in site.paths}
    broken = []
    for path in docs.texts:
        for target in docs.links(path):
            if _EXTERNAL.match(target) or _REFERENCE.match(target):
                continue
            file, _, anchor = target.partition("#")
            there = _resolved(path, file) if file else path
            if not (docs.root / there).exists() and there not in generated:
                broken.append(f"{path}: {target}")
            elif anchor and there in docs.texts and anchor not in _anchors(docs.texts[there]):
                broken.append(f"{path}: {target} (no such heading)")
    assert not broken, "\n".join(broken)


def _resolved(path: str, target: str) -> str:
    parts = path.split("/")[:-1]
    for step in target.split("/"):
        if step == "..":
            parts.pop()
        elif step not in ("", "."):
            parts.append(step)
    return "/".join(parts)


def _anchors(text: str) -> set[str]:
    """The anchors of a page's headings, as Python-Markdown and code hosts make them."""
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", heading).strip().lower()) for heading in headings}


def test_every_path_named_in_the_documentation_exists(docs: Docs) -> None:
    missing = [
        f"{path}: {name}"
        for path, text in docs.texts.items()
        for name in re.findall(r"`([\w.-]+(?:/[\w.-]+)*/?)`", _FENCE.sub("", text))
        if not _may_be_named(docs.root, name)
    ]
    assert not missing, "\n".join(missing)


def _may_be_named(root: Path, name: str) -> bool:
    """Whether a text is no path of ours, or one that is there: from the root, or from the package for its modules."""
    if name.startswith(("site_plugins/", "tests/", "tools/", "content/", "docs/", "requirements/", ".ci/")):
        return "ID" in name or (root / name).exists()
    package = root / "site_plugins" / "chronology"
    is_module = name.endswith((".py", ".jinja")) and (package / name.split("/", maxsplit=1)[0]).is_dir()
    return not is_module or (package / name).is_file()


# --- examples are true


def test_the_examples_of_standing_have_that_standing(docs: Docs, site: Site) -> None:
    rows = docs.rows("docs/methodology.md", "## Standing")[1:]
    words = {word: standing for standing, word in STANDINGS.items()}
    assert {row[0] for row in rows} == words.keys()
    for row in rows:
        named = re.search(r"\(event:([a-z0-9-]+)#([a-z0-9-]+)\)", row[2])
        assert named, row
        questions = {view.question.id: view.standing for view in site.chronology.events[named[1]].questions}
        assert questions[named[2]] is words[row[0]], row


@pytest.fixture
def changed(project_root: Path, tmp_path: Path) -> Callable[[str, str], list[str]]:
    """`changed(path, text)`: the problems of the records with that text in that file."""
    shutil.copytree(project_root / "content", tmp_path / "content")

    def problems(path: str, text: str) -> list[str]:
        (tmp_path / path).write_text(text, encoding="utf-8")
        return [str(problem) for problem in load(tmp_path, tmp_path / "content").problems]

    return problems


def _yaml_examples(docs: Docs) -> Iterable[tuple[str, str]]:
    return docs.blocks("docs/contribute.md", "yaml")


def test_whole_examples_of_records_have_no_problem(docs: Docs, changed: Callable[[str, str], list[str]]) -> None:
    whole = [(title, text) for title, text in _yaml_examples(docs) if re.fullmatch(r"content/\S+\.yml", title)]
    assert len(whole) == 2
    for path, text in whole:
        assert changed(path, text) == []


def test_the_example_of_mistakes_has_the_messages_that_are_shown(
    docs: Docs, changed: Callable[[str, str], list[str]]
) -> None:
    [(title, text)] = [one for one in _yaml_examples(docs) if one[0].endswith(" with mistakes")]
    [(_, messages)] = docs.blocks("docs/contribute.md", "text")
    shown = [line for line in messages.splitlines() if not line.startswith(" ")]  # without the lines and their marks
    assert changed(title.removesuffix(" with mistakes"), text) == shown
    assert len(messages.splitlines()) == 3 * len(shown)


def test_examples_of_parts_stand_in_their_records(docs: Docs, project_root: Path) -> None:
    parts = [(title.removeprefix("part of "), text) for title, text in _yaml_examples(docs) if title[:5] == "part "]
    assert parts
    for path, text in parts:
        record = yaml.safe_load((project_root / path).read_text(encoding="utf-8"))
        for name, entries in yaml.safe_load(text).items():
            assert all(entry in record[name] for entry in entries)


def test_python_examples_run(
    docs: Docs, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "events.json").write_bytes(site.events_json)
    monkeypatch.chdir(tmp_path)
    for _, code in docs.blocks("docs/data.md", "python"):
        exec(compile(code, "docs/data.md", "exec"), {})
        assert capsys.readouterr().out.count("\n") > 10


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
def test_jq_examples_run(docs: Docs, site: Site, tmp_path: Path) -> None:
    (tmp_path / "events.json").write_bytes(site.events_json)
    for _, command in docs.blocks("docs/data.md", "shell"):
        done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=True)
        assert done.stdout.count("\n") > 1


def test_the_settings_for_editors_name_schemas_that_are_written(docs: Docs, tmp_path: Path) -> None:
    assert cli.main(["schema", "--reference", str(tmp_path / "records.md"), "--to", str(tmp_path)]) == 0
    [(_, settings)] = docs.blocks("docs/data.md", "json")
    named = {Path(schema).name for schema in json.loads(settings)["yaml.schemas"]}
    assert named == {path.name for path in tmp_path.glob("*.json")}


# --- the form of pages


def test_hand_written_pages_begin_with_one_title(docs: Docs) -> None:
    for path, text in docs.texts.items():
        titles = re.findall(r"^# .+$", _FENCE.sub("", text), re.MULTILINE)
        assert len(titles) == 1, path


def test_headings_go_down_one_level_at_a_time(docs: Docs) -> None:
    for path, text in docs.texts.items():
        levels = [len(mark) for mark in re.findall(r"^(#+) ", _FENCE.sub("", text), re.MULTILINE)]
        assert all(after - before <= 1 for before, after in pairwise(levels)), path
