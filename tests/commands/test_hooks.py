"""The hooks for pre-commit: read and run as pre-commit does, on real commits."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

RIGHT = "title: Title\ndate: 2025-03-13\nsummary: A word.\nsources:\n  - report\n"


@pytest.fixture(scope="module")
def hooks(project_root: Path) -> dict[str, dict[str, Any]]:
    found = yaml.safe_load((project_root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return {hook["id"]: hook for hook in found}


@pytest.fixture
def commit(project: Path, repository: Callable[..., str], hooks: dict[str, dict[str, Any]]):
    """`commit()`: run the hooks on what is staged; what failed or changed a file, with what was printed."""
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}

    def run() -> list[tuple[str, str]]:
        staged = repository("diff", "--cached", "--name-only", "--diff-filter=d").splitlines()
        stopped = []
        for hook in hooks.values():
            names = [name for name in staged if re.search(hook["files"], name)]
            if not names:
                continue
            before = repository("diff")
            command = [*shlex.split(hook["entry"]), *(names if hook.get("pass_filenames", True) else [])]
            done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
            if done.returncode or repository("diff") != before:
                stopped.append((hook["id"], done.stdout + done.stderr))
        return stopped

    return run


def test_hooks_have_what_pre_commit_requires(hooks: dict[str, dict[str, Any]]) -> None:
    assert hooks.keys() == {"chronology-fmt", "chronology-check"}
    for hook in hooks.values():
        assert {"id", "name", "entry", "language"} <= hook.keys()
        assert hook["language"] == "python"
        re.compile(hook["files"])


def test_the_documented_example_has_these_hooks_and_a_commit_no_branch(
    project_root: Path, hooks: dict[str, dict[str, Any]]
) -> None:
    page = (project_root / "docs/handbook/checking.md").read_text(encoding="utf-8")
    section = page.partition("## Before each commit\n")[2].partition("\n## ")[0]
    example = yaml.safe_load(section.partition("```yaml\n")[2].partition("```")[0])
    [repository] = example["repos"]
    assert [hook["id"] for hook in repository["hooks"]] == list(hooks)
    assert re.fullmatch(r"[0-9a-f]{40}", repository["rev"])  # text: YAML reads bare zeros as a number


def test_a_sound_commit_passes(project: Path, repository, commit) -> None:
    (project / "content/events/a.yml").write_text(RIGHT)
    repository("add", "--all")
    assert commit() == []


def test_a_loose_layout_is_put_right_before_the_commit(project: Path, repository, commit) -> None:
    path = project / "content/events/a.yml"
    path.write_text("date:   2025-03-13\ntitle: Title\nsummary: A word.\nsources:\n- report\n")
    repository("add", "--all")
    assert commit() == [("chronology-fmt", "content/events/a.yml\n1 file: 1 laid out anew\n")]
    assert path.read_text() == RIGHT
    repository("add", "--all")
    assert commit() == []


def test_a_deletion_that_breaks_another_record_stops_the_commit(project: Path, repository, commit) -> None:
    repository("rm", "--quiet", "content/places/kursk-region.yml")
    (project / "content/actors/analyst.yml").write_text("name: An analyst\nkind: analyst\nrole: Analyst\n")
    repository("add", "--all")
    [(hook, printed)] = commit()
    assert hook == "chronology-check"
    assert "content/places/sudzha.yml:3:9: there is no place 'kursk-region'" in printed


@pytest.mark.parametrize(
    "path, concerned",
    [
        ("content/chronology.yml", {"chronology-fmt", "chronology-check"}),
        ("sub/content/events/2025/a.yml", {"chronology-fmt", "chronology-check"}),
        ("content/media/map.png", {"chronology-check"}),
        ("content/layers/front.yml", {"chronology-check"}),
        ("mkdocs.yml", set()),
        ("content.yml", set()),
    ],
)
def test_hooks_run_for_the_files_of_the_content(
    hooks: dict[str, dict[str, Any]], path: str, concerned: set[str]
) -> None:
    assert {name for name, hook in hooks.items() if re.search(hook["files"], path)} == concerned
