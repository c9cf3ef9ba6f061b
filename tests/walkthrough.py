"""The walk-through with Git of docs/contribute.md: the same steps, taken in a repository."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.repositories import Repository
from tests.terminal import answer

FILE = "content/events/2025/sudzha-retaken.yml"
RIGHT = "date: 2025-03-13\n"
MISTAKEN = "date: between 12 and 13 March 2025\n"
MENDED = "date: [2025-03-12..2025-03-13]\n"
BRANCH = "git switch -c sudzha-date"
CHECK = f".venv/bin/chronology check {FILE}"
DIFF = ".venv/bin/chronology diff --merge-base main"


def sessions(project_root: Path, folder: Path) -> dict[str, str]:
    """What the terminal shows, by the name of its picture: a mistake, and what the change means once it is mended."""
    repository = Repository(folder)
    shutil.copytree(project_root / "content", folder / "content")
    repository.commit()
    repository.git(*BRANCH.split()[1:])
    repository.edit(FILE, RIGHT, MISTAKEN)
    check = _shown(CHECK, folder)
    repository.edit(FILE, MISTAKEN, MENDED)
    return {"check": check, "diff": _shown(CHECK, folder) + _shown(DIFF, folder)}


def _shown(command: str, folder: Path) -> str:
    return f"$ {command}\n{answer(command, folder)}"
