"""Where a Chromium may be on a machine, and whether it runs."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.commands import CommandError, gist, run
from tools.machine import Machine

VARIABLE = "CHRONOLOGY_CHROMIUM"
OTHER_VARIABLES = ("CHROME_PATH", "CHROMIUM_PATH")
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
)
APPLICATIONS = ("Chromium", "Google Chrome", "Microsoft Edge")  # macOS
PLAYWRIGHT_BUILDS = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "chromium_headless_shell-*/*/*headless[_-]shell",
)

VERSION_LIMIT = 30  # seconds


class NoBrowserError(Exception):
    """No Chromium is there and none could be installed; the message says what was tried and what to do."""


def find(machine: Machine) -> str:
    """Return the path of the first Chromium that runs, or ''. Raises NoBrowserError if CHRONOLOGY_CHROMIUM does not."""
    named = machine.environ.get(VARIABLE)
    if named:
        path = machine.which(named)
        problem = why_not(path, machine) if path else "no such program"
        if problem:
            raise NoBrowserError(f"{VARIABLE}={named}: {problem}; name a Chromium that runs, or unset the variable.")
        return str(path)
    return next((path for path in candidates(machine) if not why_not(path, machine)), "")


def candidates(machine: Machine) -> Iterator[str]:
    """Every program that may be a Chromium, best first."""
    yield from filter(None, (machine.which(machine.environ.get(name, "")) for name in OTHER_VARIABLES))
    yield from filter(None, map(machine.which, NAMES))
    if machine.system == "Darwin":
        for folder in (machine.applications, machine.home / "Applications"):
            yield from _programs(folder / f"{name}.app" / "Contents" / "MacOS" / name for name in APPLICATIONS)
    for pattern in PLAYWRIGHT_BUILDS:
        yield from _programs(sorted(_playwright_cache(machine).glob(pattern), key=_build_number, reverse=True))
    yield from _programs([machine.cache / "chromium.sh"])


def why_not(path: str, machine: Machine) -> str:
    """Return '' if the program says that it is a Chromium, else what is wrong with it."""
    try:
        said = run([path, "--version"], machine.environ, VERSION_LIMIT)
    except CommandError as error:
        return str(error)
    if not re.search(r"(Chrom|Edge|HeadlessShell).* \d+\.\d+", said):
        return f"it does not say that it is a Chromium, but: {gist(said) or 'nothing'}"
    return ""


def _programs(paths: Iterable[Path]) -> Iterator[str]:
    return (str(path) for path in paths if path.is_file() and os.access(path, os.X_OK))


def _playwright_cache(machine: Machine) -> Path:
    named = machine.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    if named and named != "0":
        return Path(named)
    if machine.system == "Darwin":
        return machine.home / "Library" / "Caches" / "ms-playwright"
    return Path(machine.environ.get("XDG_CACHE_HOME") or machine.home / ".cache") / "ms-playwright"


def _build_number(path: Path) -> int:
    number = re.search(r"chromium[a-z_]*-(\d+)", path.as_posix())
    return int(number[1]) if number else 0
