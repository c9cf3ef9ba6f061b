"""Measure the explorer: `python tests/bench/explorer.py [--events 10000]`.

Prints how long its data file takes to make and how large it is, by part and compressed, and how long the scripts take
to read and to filter it: the first time and, in the middle of 20 rounds, later. Needs Node.js.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))
from chronology.model.chronology import Chronology, derive
from chronology.pages import explorer_data
from chronology.records.load import load
from tests.bench.generate import write
from tools.machine import Machine
from tools.node import find_or_install


def made(folder: Path) -> Chronology:
    """Derive the chronology of a folder."""
    entities = load(folder, folder / "content", None).entities
    assert entities is not None
    return derive(entities)


def size(data: Any) -> str:
    """Say how large data is as JSON, and compressed."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    return f"{len(text) / 1000:9,.1f} KB, {len(gzip.compress(text)) / 1000:7,.1f} KB compressed"


def main() -> None:
    """Generate, or take the content of FOLDER, and print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="a project's folder instead of generated events")
    parser.add_argument("--events", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        if not options.folder:
            write(Path(name), options.events)
        chronology = made(options.folder or Path(name))
        gc.disable()  # as a build does
        start = time.perf_counter()
        file = explorer_data.explorer_data(chronology)
        print(f"made in {(time.perf_counter() - start) * 1000:.0f} ms")
        data = json.loads(file.read())
        print(f"{'all of it':20}{size(data)}")
        for part, values in data["events"].items():
            print(f"  events.{part:11}{size(values)}")
        for part, facet in data["facets"].items():
            print(f"  facets.{part:11}{size(facet['choices'])}")
        target = Path(name) / "explorer.json"
        target.write_bytes(file.read())
        node = find_or_install(Machine())
        subprocess.run([node, str(Path(__file__).with_name("filters.mjs")), str(target)], check=True)


if __name__ == "__main__":
    main()
