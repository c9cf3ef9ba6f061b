"""Make a virtual environment and install into it exactly what lock files name, and this project.

usage: python3 -m tools.environment FOLDER LOCK_FILE...

Run by `make`, with the Python that the environment is to have; standard library only.
pip refuses every file whose hash is not in a lock file. What has to be built is built with what is installed by then,
not with whatever is newest: the first lock file names the build tools.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

from tools import packages
from tools.commands import CommandError
from tools.machine import Machine

HELP = """\
Python cannot make a virtual environment here: {reason}.
Install one of these, then run make again:
  Debian, Ubuntu    apt-get install python3-venv
  anything else     python3 -m pip install --user virtualenv, or the program uv"""


def main(arguments: list[str]) -> int:
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder, locks = Path(arguments[0]), arguments[1:]
    if not runs(folder):
        print(f"Making {folder} with Python {sys.version.split()[0]}", flush=True)
        problem = make(folder)
        if problem:
            print(HELP.format(reason=problem), file=sys.stderr)
            return 1
    for lock in locks:
        print(f"Installing what {lock} names", flush=True)
        if not install(folder, "--require-hashes", "--use-pep517", "-r", lock):
            return 1
    return 0 if install(folder, "--no-deps", "-e", ".") else 1


def install(folder: Path, *what: str) -> bool:
    pip = [str(python_of(folder)), "-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check"]
    done = subprocess.run([*pip, "install", "--no-build-isolation", *what], stdin=subprocess.DEVNULL, check=False)
    return done.returncode == 0


def python_of(folder: Path) -> Path:
    return folder / "bin" / "python"


def runs(folder: Path) -> bool:
    """Whether the environment is there and still works: the Python it was made with may have gone since."""
    try:
        return _quietly([str(python_of(folder)), "-m", "pip", "--version"]) == ""
    except OSError:
        return False


def make(folder: Path) -> str:
    """Make the environment by the first way that works; return '' or why none did.

    Debian and Ubuntu keep `ensurepip`, without which `venv` fails half-way, in a package of its own.
    """
    uv = shutil.which("uv")
    if _has("venv", "ensurepip"):
        return _quietly([sys.executable, "-m", "venv", "--clear", str(folder)])
    if _has("virtualenv"):
        return _quietly([sys.executable, "-m", "virtualenv", "--quiet", "--clear", str(folder)])
    if uv:
        return _quietly([uv, "venv", "--quiet", "--seed", "--clear", "--python", sys.executable, str(folder)])
    return install_venv(Machine()) or _quietly([sys.executable, "-m", "venv", "--clear", str(folder)])


def install_venv(machine: Machine) -> str:
    """Install Debian's package with the missing modules, if this is such a system; return '' or why not."""
    wanted = {"apt-get": (f"python{sys.version_info.major}.{sys.version_info.minor}-venv",)}
    problem = "the modules venv and ensurepip are not both there, nor virtualenv, nor uv"
    for manager in packages.managers(machine, wanted):
        print(f"Installing {wanted[manager][0]} with {manager}", flush=True)
        try:
            packages.install(machine, manager, wanted[manager])
        except CommandError as error:
            return f"{problem}; {manager}: {error}"
        return ""
    return problem


def _has(*modules: str) -> bool:
    return all(importlib.util.find_spec(module) for module in modules)


def _quietly(command: list[str]) -> str:
    """Run a command; return '' if it succeeds, else the last line of what it said."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return ""
    said = (done.stderr or done.stdout).strip().splitlines()
    return said[-1] if said else f"{command[0]} ended with status {done.returncode}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
