"""Measure the check: `python tests/bench/check.py [--events 10000]` prints seconds by the clock and of the processors.

For the records of this repository and for a made-up chronology, which is removed afterwards: with nothing cached, with
nothing changed since, and with one event or one source changed. Each is run some times, and the best is printed: what
else the machine does only makes it slower.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
from tests.bench.generate import write  # noqa: E402 - found by the line above

TIMES = 3


def measure(folder: Path, *arguments: str) -> tuple[float, float]:
    """Run the command once in a process of its own; return seconds by the clock, and of the processors."""
    start, before = time.perf_counter(), _processor()
    command = [sys.executable, "-m", "chronology.cli", *arguments]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start, _processor() - before


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def report(label: str, folder: Path) -> None:
    """Print the best of some runs of each way."""
    found: dict[str, list[tuple[float, float]]] = {"nothing cached": [], "nothing changed": []}
    for number in range(TIMES):
        shutil.rmtree(folder / ".cache", ignore_errors=True)
        found["nothing cached"].append(measure(folder, "check"))
        found["nothing changed"].append(measure(folder, "check"))
        for kind, one in (("events", "event"), ("sources", "source")):
            record = next((folder / "content" / kind).rglob("*.yml"))
            record.write_text(f"{record.read_text(encoding='utf-8')}# {number}\n", encoding="utf-8")
            found.setdefault(f"one {one} changed", []).append(measure(folder, "check"))

    for way, runs in found.items():
        if runs:
            clock, processor = min(runs)
            print(f"{label}, {way}: {clock:.2f} s ({processor:.2f} s of the processors)", flush=True)


def main() -> None:
    """Measure both, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=10_000)
    options = parser.parse_args()
    os.environ.setdefault("PYTHONPATH", str(ROOT / "site_plugins"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "content", folder / "kursk" / "content")
        report("Kursk", folder / "kursk")
        write(folder / "large", options.events)
        report(f"{options.events} events", folder / "large")


if __name__ == "__main__":
    main()
