"""The programs that npm brings: exactly those that package-lock.json names, each with its checksum.

The lock names no registry, so that everyone installs from the one they have. They go into `.cache/npm` and stay there:
a second run needs no network.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path

from tools.commands import CommandError, run
from tools.machine import Machine
from tools.packages import INSTALL_LIMIT

HERE = Path(__file__).parent
LOCK = ("package.json", "package-lock.json")


def install(machine: Machine) -> Path:
    """Return the folder `node_modules` with what the lock names, installed if need be. Raises CommandError."""
    folder = machine.cache.parent / "npm"
    wanted = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in LOCK)).hexdigest()
    stamp = folder / "installed"
    with machine.one_at_a_time("npm"):
        if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted:
            stamp.unlink(missing_ok=True)
            _install(folder, machine)
            stamp.write_text(wanted, encoding="utf-8")
    return folder / "node_modules"


def _install(folder: Path, machine: Machine) -> None:
    if not machine.which("npm"):
        raise CommandError("there is no npm; install Node.js with npm, or make it be found in PATH")
    print("Installing the checkers with npm", file=sys.stderr, flush=True)
    folder.mkdir(parents=True, exist_ok=True)
    for name in LOCK:
        shutil.copyfile(HERE / name, folder / name)
    # No package needs a script of its own to be installed, so none may run one.
    flags = ("--ignore-scripts", "--no-audit", "--no-fund")
    run(["npm", "ci", *flags, "--prefix", str(folder)], machine.environ, INSTALL_LIMIT)
