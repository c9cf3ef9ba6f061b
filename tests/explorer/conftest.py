"""What the tests of selections share."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from chronology.model.chronology import Chronology
from chronology.pages.explorer_data import explorer_data
from tests.explorer import chronologies
from tools.machine import Machine
from tools.node import NoNodeError, find_or_install

SCRIPT = Path(__file__).parent / "run_filters.mjs"

RunScripts = Callable[[Chronology, list[dict[str, Any]]], list[dict[str, Any]]]


@pytest.fixture(scope="session")
def made_up() -> Chronology:
    return chronologies.made_up()


@pytest.fixture(scope="session")
def node() -> str:
    try:
        return find_or_install(Machine())
    except NoNodeError as error:
        raise pytest.fail.Exception(str(error), pytrace=False) from None


@pytest.fixture(scope="session")
def run_scripts(node: str, tmp_path_factory: pytest.TempPathFactory) -> RunScripts:
    """Give a chronology's data file and selections to the scripts, all in one process, and return their answers."""

    def run(chronology: Chronology, cases: list[dict[str, Any]]) -> list[dict[str, Any]]:
        file = tmp_path_factory.mktemp("explorer") / "data.json"
        file.write_bytes(explorer_data(chronology).read())
        given = json.dumps({"file": str(file), "cases": cases})
        done = subprocess.run([node, str(SCRIPT)], input=given, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        answers: list[dict[str, Any]] = json.loads(done.stdout)
        return answers

    return run
