"""A program that a check cannot do without: found on this machine, or installed by the system's package manager."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tools import packages
from tools.commands import CommandError
from tools.machine import Machine


@dataclass(frozen=True)
class Program:
    """How a program is found, and what is installed where none will do.

    `name` is what the lock is called that lets one process at a time install it; `variable` the one that names it.
    `find` returns its path or ''. `packages` has names for each package manager; `missing` says why they are installed.
    """

    name: str
    variable: str
    find: Callable[[Machine], str]
    packages: Mapping[str, tuple[str, ...]]
    missing: str

    def find_or_install(self, machine: Machine) -> tuple[str, str]:
        """Return its path, or '' and why it could not be installed, in brackets; that may be ''."""
        found = self.find(machine)
        if found:
            return found, ""
        with machine.one_at_a_time(self.name):
            problem = "" if self.find(machine) else self._install(machine)
        return self.find(machine), f" ({problem})" if problem else ""

    def _install(self, machine: Machine) -> str:
        """Install it with the first package manager that can; return '' or why that did not work."""
        named = machine.environ.get(self.variable)
        if named:
            return f"{self.variable}={named} does not name one"
        problem = ""
        for manager in packages.managers(machine, self.packages):
            print(f"{self.missing}: installing {self.packages[manager][0]} with {manager}", file=sys.stderr, flush=True)
            try:
                packages.install(machine, manager, self.packages[manager])
            except CommandError as error:
                problem = f"{manager}: {error}"
            else:
                return ""
        return problem
