"""Find a Node.js that can run the tests of our scripts, and print its path.

usage: python -m tools.node

Looked for in this order: the variable CHRONOLOGY_NODE; `node` on the system; the one that Playwright's wheel brings.
If Playwright's is there but lacks the one library that small systems do not have, that is installed.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.commands import CommandError, run
from tools.machine import Machine
from tools.programs import Program

VARIABLE = "CHRONOLOGY_NODE"
LIBATOMIC = {"apt-get": ("libatomic1",), "dnf": ("libatomic",), "zypper": ("libatomic1",)}
NONE_FOUND = (
    "No Node.js was found that runs and reads .js files as ES modules (20.19 and later, or 22.12 and later), "
    f"not even Playwright's own{{problem}}; install one, or name it: {VARIABLE}=/path/to/node"
)


class NoNodeError(Exception):
    """There is no Node.js that will do; the message says so, and what to do."""


def main() -> int:
    try:
        print(find_or_install(Machine()))
    except NoNodeError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def find_or_install(machine: Machine) -> str:
    """Return the path of a Node.js that is new enough. Raises NoNodeError."""
    found, problem = Program("node", VARIABLE, find, LIBATOMIC, "Playwright's Node.js does not run").find_or_install(
        machine
    )
    if not found:
        raise NoNodeError(NONE_FOUND.format(problem=problem))
    return found


def find(machine: Machine) -> str:
    """Return the path of the first Node.js that is new enough, or ''."""
    return next((path for path in candidates(machine) if new_enough(version(path, machine))), "")


def candidates(machine: Machine) -> Iterator[str]:
    named = machine.environ.get(VARIABLE)
    if named:
        yield named
        return
    system = machine.which("node")
    if system:
        yield system
    yield from filter(None, [playwrights_own()])


def playwrights_own() -> str:
    """The path of the Node.js in Playwright's wheel, or '' if it is not installed."""
    playwright = importlib.util.find_spec("playwright")
    return str(Path(playwright.origin).parent / "driver" / "node") if playwright and playwright.origin else ""


def for_playwright(machine: Machine) -> dict[str, str]:
    """The variables that Playwright needs: none if its own Node.js runs, else the name of one that does."""
    if "PLAYWRIGHT_NODEJS_PATH" in machine.environ or version(playwrights_own(), machine) > (0, 0):
        return {}
    return {"PLAYWRIGHT_NODEJS_PATH": find_or_install(machine)}


def version(path: str, machine: Machine) -> tuple[int, int]:
    """Return the major and minor version, or (0, 0) if the program does not say."""
    try:
        said = re.match(r"v(\d+)\.(\d+)\.", run([path, "--version"], machine.environ, limit=20))
    except CommandError:
        return 0, 0
    return (int(said[1]), int(said[2])) if said else (0, 0)


def new_enough(found: tuple[int, int]) -> bool:
    """Whether this version sees by itself that a .js file is an ES module: 20.19 and 22.12 began to."""
    return found >= (22, 12) or (20, 19) <= found < (21, 0)


if __name__ == "__main__":
    sys.exit(main())
