"""The system's package manager: asked only to add a package that a test cannot do without."""

from __future__ import annotations

from collections.abc import Mapping

from tools.commands import CommandError, run
from tools.machine import Machine

INSTALL_LIMIT = 300  # seconds, for each command
SUDO_LIMIT = 30  # seconds

_APT = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120")

# Package manager: its commands; the last one is given the names of packages.
MANAGERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "apt-get": ((*_APT, "update"), (*_APT, "install", "--yes", "--no-install-recommends")),
    "dnf": (("dnf", "--quiet", "--assumeyes", "install"),),
    "pacman": (("pacman", "-Sy", "--noconfirm", "--needed"),),
    "apk": (("apk", "add", "--quiet", "--no-cache"),),
    "zypper": (("zypper", "--quiet", "--non-interactive", "install"),),
    "brew": (("brew", "install", "--quiet", "--cask"),),
}


def managers(machine: Machine, packages: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The package managers of this machine for which `packages` has names."""
    return [name for name in MANAGERS if name in packages and machine.which(name)]


def install(machine: Machine, manager: str, packages: tuple[str, ...]) -> None:
    """Install packages; raises CommandError, also where that needs rights which cannot be had without a password."""
    # Homebrew works without root, and refuses to work as root.
    rights = [] if machine.is_root or manager == "brew" else _sudo(machine)
    *before, last = MANAGERS[manager]
    for command in (*before, (*last, *packages)):
        run([*rights, *command], machine.environ, INSTALL_LIMIT)


def _sudo(machine: Machine) -> list[str]:
    try:
        run(["sudo", "-n", "true"], machine.environ, SUDO_LIMIT)
    except CommandError as error:
        raise CommandError(f"it needs root, and {error}") from None
    return ["sudo", "-n"]
