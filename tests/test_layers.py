"""Which package may import which: the picture in docs/handbook, as a table that is checked.

cli -> commands; commands, hosts -> build -> records, maps, pages, search, exchange, review, survival -> model
review -> records; pages -> maps
"""

from __future__ import annotations

import ast
import graphlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PACKAGE = "chronology"

# Part of the package: the other parts it may import. A part is a package or module directly in `chronology`.
PARTS: dict[str, set[str]] = {
    "__init__": set(),
    "__main__": {"cli"},
    "model": set(),
    "maps": {"model"},
    "records": {"model"},
    "exchange": {"model"},
    "search": {"model"},
    "pages": {"model", "maps"},
    "review": {"model", "records"},
    "survival": {"model"},
    "build": {"model", "maps", "records", "exchange", "search", "pages", "review", "survival"},
    "hosts": {"model", "records", "exchange", "search", "pages", "review", "build"},
    "commands": {"model", "records", "exchange", "search", "pages", "review", "survival", "build", "hosts"},
    "cli": {"commands"},
}

# Library: the parts that may import it. A library that is not here may be imported by no part.
LIBRARIES: dict[str, set[str]] = {
    "jinja2": {"pages"},
    "markdown_it": {"pages"},
    "markupsafe": {"pages", "hosts"},
    "mkdocs": {"hosts"},
    "nh3": {"pages"},
    "pydantic": {"records"},
    "pydantic_core": {"records"},
    "ruamel": {"records"},
    "yaml": {"records", "hosts"},
}

# The same for those modules of the standard library that are somebody's job.
STANDARD_LIBRARY: dict[str, set[str]] = {
    "http.client": {"review", "survival"},  # review: an earlier events.json from its address
    "http.server": set(),
    "socket": {"survival"},
    "sqlite3": {"search"},
    "ssl": {"survival"},
    "urllib.request": {"review"},
    "urllib.robotparser": {"survival"},
}


@dataclass(frozen=True)
class Import:
    """`importer` imports `imported`, both as dotted names; `for_types` if only when types are checked."""

    importer: str
    imported: str
    path: Path
    line: int
    for_types: bool

    @property
    def place(self) -> str:
        return f"{self.path.as_posix()}:{self.line}"


def imports_of(package: Path) -> list[Import]:
    """All imports in all modules of the package, wherever in the module they stand."""
    modules = {_dotted(path, package): path for path in sorted(package.rglob("*.py"))}
    found = []
    for importer, path in modules.items():
        tree = ast.parse(path.read_bytes(), path)
        for_types = set(_imports_for_types(tree))
        for node in ast.walk(tree):
            if isinstance(node, ast.Import | ast.ImportFrom):
                shown = path.relative_to(package.parent)
                found += [
                    Import(importer, _module_of(name, modules), shown, node.lineno, node in for_types)
                    for name in _names(node, importer, path)
                ]
    return found


def _dotted(path: Path, package: Path) -> str:
    parts = path.relative_to(package.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _names(node: ast.Import | ast.ImportFrom, importer: str, path: Path) -> Iterator[str]:
    """The names that an import statement names: `from a import b` gives `a.b`, which may be a module or not."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    else:
        base = [node.module] if node.module else []
        if node.level:
            above = node.level - (path.name == "__init__.py")
            home = importer.split(".")
            base = home[: len(home) - above] + base
        yield from (".".join([*base, alias.name]) for alias in node.names)


def _module_of(name: str, modules: dict[str, Path]) -> str:
    """`chronology.model.dates.parse` is in the module `chronology.model.dates`; names of others stay as they are."""
    parent = name.rpartition(".")[0]
    known = name in modules or any(module.startswith(f"{name}.") for module in modules)
    return parent if not known and parent in modules else name


def _imports_for_types(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) in {"TYPE_CHECKING", "typing.TYPE_CHECKING"}:
            for statement in node.body:
                yield from ast.walk(statement)


def _part(module: str) -> str:
    return module.split(".")[1] if "." in module else "__init__"


def forbidden(imports: list[Import]) -> list[str]:
    """What breaks the tables above, a line for each import."""
    return [f"{one.place}: {problem}" for one in imports for problem in [_problem(one)] if problem]


def _problem(one: Import) -> str:
    part = _part(one.importer)
    if part not in PARTS:
        return f"`{part}` is not in the table of parts"
    top = one.imported.split(".")[0]
    if top == PACKAGE:
        other = _part(one.imported)
        if other in {part, "__init__"} or other in PARTS[part]:
            return ""
        return f"`{part}` may not import `{other}`, only: {_listed(PARTS[part])}"
    table = STANDARD_LIBRARY if top in sys.stdlib_module_names else LIBRARIES
    top = next((name for name in table if f"{one.imported}.".startswith(f"{name}.")), top)
    if part in table.get(top, set()) or (table is STANDARD_LIBRARY and top not in table):
        return ""
    return f"`{part}` may not import `{top}`, which is for: {_listed(table.get(top, set()))}"


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names)) or "none"


def cycle(imports: list[Import]) -> list[str]:
    """The modules of one import cycle, first and last the same, or nothing. Imports only for types make none."""
    graph: dict[str, set[str]] = {}
    for one in imports:
        if one.imported.split(".")[0] == PACKAGE and not one.for_types:
            graph.setdefault(one.importer, set()).add(one.imported)
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        return list(error.args[1])
    return []


@pytest.fixture(scope="module")
def package(project_root: Path) -> Path:
    return project_root / "site_plugins" / PACKAGE


def test_every_import_is_allowed(package: Path) -> None:
    found = forbidden(imports_of(package))
    assert not found, "\n".join(found)


def test_no_module_imports_itself_in_a_circle(package: Path) -> None:
    found = cycle(imports_of(package))
    assert not found, " -> ".join(found)


def test_every_part_is_in_the_table(package: Path) -> None:
    parts = {path.stem for path in package.iterdir() if path.suffix == ".py" or any(path.rglob("*.py"))}
    assert parts <= PARTS.keys()


def test_assets_hold_no_python(package: Path) -> None:
    assert not list((package / "assets").rglob("*.py"))


# --- the check itself


def broken(folder: Path, **modules: str) -> list[Import]:
    """The imports of a package that is made of these modules; `model__dates` is model/dates.py."""
    package = folder / PACKAGE
    for name, text in {"__init__": "", **modules}.items():
        path = package / f"{name.replace('__', '/') if not name.startswith('__') else name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return imports_of(package)


@pytest.mark.parametrize(
    "name, text, problem",
    [
        ("model__a", "import chronology.records.b", "`model` may not import `records`, only: none"),
        ("model__a", "from chronology import pages", "`model` may not import `pages`, only: none"),
        ("model__a", "from ..build import build", "`model` may not import `build`, only: none"),
        ("model__a", "import yaml", "`model` may not import `yaml`, which is for: hosts, records"),
        ("model__a", "import sqlite3", "`model` may not import `sqlite3`, which is for: search"),
        ("pages__a", "from socket import create_connection", "`pages` may not import `socket`, which is for: survival"),
        ("pages__a", "from urllib import request", "`pages` may not import `urllib.request`, which is for: review"),
        ("records__a", "import requests", "`records` may not import `requests`, which is for: none"),
        ("records__a", "def f():\n    import mkdocs", "`records` may not import `mkdocs`, which is for: hosts"),
        ("pages__a", "import chronology.search", "`pages` may not import `search`, only: maps, model"),
        ("pages__a", "if TYPE_CHECKING:\n    import mkdocs", "`pages` may not import `mkdocs`, which is for: hosts"),
        ("build", "import chronology.cli", "`build` may not import `cli`"),
        ("cli", "import chronology.build", "`cli` may not import `build`, only: commands"),
        ("hosts__a", "from chronology.cli import main", "`hosts` may not import `cli`"),
        ("helpers", "import json", "`helpers` is not in the table of parts"),
    ],
)
def test_a_forbidden_import_is_found(tmp_path: Path, name: str, text: str, problem: str) -> None:
    parts = {"build": "", "cli": "", "pages__b": "", "records__b": "", "search__b": ""}
    found = forbidden(broken(tmp_path, **parts | {name: text}))
    assert len(found) == 1
    assert problem in found[0]


def test_a_forbidden_import_is_named_with_its_line(tmp_path: Path) -> None:
    assert forbidden(broken(tmp_path, model__a="\n\nimport yaml\n")) == [
        "chronology/model/a.py:3: `model` may not import `yaml`, which is for: hosts, records"
    ]


def test_allowed_imports_pass(tmp_path: Path) -> None:
    imports = broken(
        tmp_path,
        model__dates="from __future__ import annotations\nimport datetime\nfrom chronology import __version__",
        pages__a="from urllib.parse import urlsplit",
        records__a="import yaml, pydantic\nfrom chronology.model import dates\nfrom chronology.model.days import x",
        search__a="import sqlite3",
        hosts__a="from mkdocs.plugins import BasePlugin\nfrom chronology.build import build",
        build="from chronology.review import x",
    )
    assert len(imports) > 8
    assert forbidden(imports) == []


def test_a_circle_of_imports_is_found(tmp_path: Path) -> None:
    imports = broken(
        tmp_path,
        model__a="from chronology.model import b",
        model__b="from chronology.model.c import x",
        model__c="from . import a",
    )
    assert set(cycle(imports)) == {"chronology.model.a", "chronology.model.b", "chronology.model.c"}


def test_imports_for_types_make_no_circle(tmp_path: Path) -> None:
    text = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from chronology.model.b import B"
    assert cycle(broken(tmp_path, model__a=text, model__b="from chronology.model.a import A")) == []
