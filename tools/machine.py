"""The machine that the scripts search and install on."""

from __future__ import annotations

import contextlib
import os
import platform
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Machine:
    """What there is to search and to install with; tests make small ones of their own."""

    environ: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    home: Path = field(default_factory=Path.home)
    cache: Path = Path(__file__).resolve().parents[1] / ".cache" / "browser"
    applications: Path = Path("/Applications")
    os_release: Path = Path("/etc/os-release")
    system: str = platform.system()
    processor: str = platform.machine()
    python: str = sys.executable
    is_root: bool = hasattr(os, "geteuid") and os.geteuid() == 0

    def which(self, name: str) -> str | None:
        return shutil.which(name, path=self.environ.get("PATH", os.defpath))

    @contextlib.contextmanager
    def one_at_a_time(self, what: str) -> Iterator[None]:
        """Let only one process at a time make or install `what`: tests that run side by side may all want it."""
        try:
            import fcntl
        except ImportError:  # not on Windows
            yield
            return
        self.cache.mkdir(parents=True, exist_ok=True)
        with (self.cache / f"{what}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
