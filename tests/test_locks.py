"""The lock files: what `make` installs, each version and each checksum."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def locks(project_root: Path) -> dict[str, dict[str, set[str]]]:
    """Lock file: name of a library: the versions that it pins (more than one if they differ by platform)."""
    return {path.stem: pins(path) for path in sorted((project_root / "requirements").glob("*.txt"))}


def pins(path: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([a-z0-9.-]+)==(\S+)", path.read_text(encoding="utf-8"), re.MULTILINE):
        found.setdefault(name, set()).add(version)
    return found


def test_locks_hold_pins_and_hashes_and_no_addresses(project_root: Path) -> None:
    line = re.compile(r"#.*|[a-z0-9.-]+==\S+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    for path in (project_root / "requirements").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        assert [odd for odd in text.splitlines() if not line.fullmatch(odd)] == []
        assert "://" not in text


def test_locks_agree_on_what_both_of_them_pin(locks: dict[str, dict[str, set[str]]]) -> None:
    assert locks["site"].items() <= locks["dev"].items()


@pytest.mark.parametrize(
    "lock, wanted",
    [
        ("site", lambda project: [*project["project"]["dependencies"], *project["build-system"]["requires"]]),
        ("dev", lambda project: [one for one in project["dependency-groups"]["dev"] if isinstance(one, str)]),
    ],
)
def test_locks_hold_all_that_pyproject_asks_for(
    project_root: Path, locks: dict[str, dict[str, set[str]]], lock: str, wanted: Callable[[dict[str, Any]], list[str]]
) -> None:
    project = tomllib.loads((project_root / "pyproject.toml").read_text(encoding="utf-8"))
    written = {re.split(r"[<>=\[;]", one)[0].lower() for one in wanted(project)}
    names = {re.sub(r"[-_.]+", "-", one) for one in written}  # as indexes and locks write them
    assert names <= locks[lock].keys(), "run: make lock"
