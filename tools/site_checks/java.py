"""Find a Java for the Nu Html Checker, or install one with the system's package manager."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tools.commands import CommandError, run
from tools.machine import Machine
from tools.programs import Program

VARIABLE = "CHRONOLOGY_JAVA"
OLDEST = 17
PACKAGES = {
    "apt-get": ("default-jre-headless",),
    "dnf": ("java-latest-openjdk-headless",),
    "pacman": ("jre-openjdk-headless",),
    "apk": ("openjdk21-jre-headless",),
    "zypper": ("java-21-openjdk-headless",),
}
NONE_FOUND = (
    f"No Java was found that runs and is of version {OLDEST} or later{{problem}}; install one, for example Debian's "
    f"package default-jre-headless, or name it: {VARIABLE}=/path/to/java"
)


class NoJavaError(Exception):
    """There is no Java that will do; the message says so, and what to do."""


def find_or_install(machine: Machine) -> str:
    """Return the path of a Java that is new enough. Raises NoJavaError."""
    java = Program("java", VARIABLE, find, PACKAGES, "No Java found")
    found, problem = java.find_or_install(machine)
    if not found:
        raise NoJavaError(NONE_FOUND.format(problem=problem))
    return found


def find(machine: Machine) -> str:
    """Return the path of the first Java that is new enough, or ''."""
    return next((path for path in candidates(machine) if version(path, machine) >= OLDEST), "")


def candidates(machine: Machine) -> Iterator[str]:
    named = machine.environ.get(VARIABLE)
    if named:
        yield named
        return
    home = machine.environ.get("JAVA_HOME")
    if home:
        yield str(Path(home) / "bin" / "java")
    yield from filter(None, [machine.which("java")])


def version(path: str, machine: Machine) -> int:
    """Return the version as one number: 17 of "17.0.15", 8 of "1.8.0_402"; 0 if the program does not say."""
    try:
        said = re.search(r'version "(?:1\.)?(\d+)', run([path, "-version"], machine.environ, limit=30))
    except CommandError:
        return 0
    return int(said[1]) if said else 0
