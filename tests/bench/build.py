"""Measure a build: `python tests/bench/build.py [--events 10000]` prints seconds and peak memory, cold and warm.

Cold is a build without the cache of parsed records, warm the one after it. The folder is made anew in a temporary
place, and removed.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.bench.generate import write

BUILD = "import sys; from mkdocs.__main__ import cli; cli(['build', '--config-file', sys.argv[1]])"


def measure(folder: Path) -> tuple[float, float, float]:
    """Build once; return seconds by the clock, processor seconds, and the peak of a process's memory in MB."""
    start, before = time.perf_counter(), _processor()
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-c", BUILD, str(folder / "mkdocs.yml")], check=True, env=environment)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return seconds, _processor() - before, peak


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Generate, build twice, and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, options.events)
        for label in ("cold", "warm"):
            seconds, processor, memory = measure(folder)
            print(
                f"{label}: {options.events} events in {seconds:.1f} s "
                f"({processor:.1f} s of the processors), {memory:.0f} MB at most",
                flush=True,
            )


if __name__ == "__main__":
    main()
