"""Measure what the history of records costs a build: `python tests/bench/history.py [--events 10000] [--changes 2000]`.

A made-up chronology in a repository, whose events are then changed, twenty in a commit. Prints the seconds that reading
and deriving take without the history, and with it, cold (nothing is known of any version) and warm.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from chronology.build.build import build
from chronology.build.project import Project
from tests.bench.generate import write
from tests.repositories import Repository

AT_ONCE = 20
BEGIN = date(2025, 1, 1)


def grow(repository: Repository, changes: int, seed: int = 2) -> None:
    """Commit the records, then that many changes to events chosen by chance, a day each commit."""
    chance = random.Random(seed)
    files = sorted((repository.root / "content" / "events").rglob("*.yml"))
    repository.commit(BEGIN.isoformat())
    for number in range(changes // AT_ONCE):
        for file in chance.sample(files, AT_ONCE):
            text = file.read_text("utf-8").replace("summary: ", f"summary: Changed {number} times, ", 1)
            file.write_text(text.replace("sources: [source", f"sources: [source-{number}, source", 1), "utf-8")
        repository.commit((BEGIN + timedelta(days=number + 1)).isoformat())


def measure(root: Path, *, history: bool) -> str:
    """Build once; return the seconds by the clock, and those of the processors."""
    start, before = time.perf_counter(), sum(os.times()[:4])
    built = build(Project(root, root / "content", root / ".cache", history=history))
    assert not built.errors
    assert not built.notes
    return f"{time.perf_counter() - start:.2f} s ({sum(os.times()[:4]) - before:.2f} s of the processors)"


def main() -> None:
    """Generate, change, build, and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--changes", type=int, default=2_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        repository = Repository(Path(name))
        write(repository.root, options.events)
        repository.write(".gitignore", "/.cache\n")
        grow(repository, options.changes)
        measure(repository.root, history=False)
        print(f"without: {measure(repository.root, history=False)}", flush=True)
        for label in ("with it, cold", "with it, warm"):
            print(f"{label}: {measure(repository.root, history=True)}", flush=True)


if __name__ == "__main__":
    main()
