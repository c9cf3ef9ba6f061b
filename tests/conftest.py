"""What all tests share."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

from tests.static_host import StaticHost
from tools.machine import Machine

# Time limits for one example only measure how busy the machine is. In CI, a failure must be the change's own.
hypothesis.settings.register_profile("chronology", deadline=None, derandomize="CI" in os.environ, database=None)
hypothesis.settings.load_profile("chronology")


@pytest.fixture(scope="session")
def project_root() -> Path:
    return Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def serve():
    """`serve(folder, prefix="/", headers={})`: serve a folder on loopback as a static host would.

    Returns a StaticHost: `.url` is the address of the folder, `.requests` what was asked for. Stopped at the end.
    """
    hosts: list[StaticHost] = []

    def start(folder: Path, prefix: str = "/", headers: dict[str, str] | None = None) -> StaticHost:
        hosts.append(StaticHost(folder, prefix=prefix, headers=headers or {}))
        return hosts[-1]

    yield start
    for host in hosts:
        host.stop()


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], object]], Path]:
    """`once(name, make)`: a folder that `make(folder)` fills, once for all processes of a test run.

    It is for reading. The first to ask for it makes it, and the others wait.
    """
    # A worker's own folder lies in that of the run.
    run = tmp_path_factory.getbasetemp()
    shared = (run.parent if "PYTEST_XDIST_WORKER" in os.environ else run) / "once"

    def made(name: str, make: Callable[[Path], object]) -> Path:
        folder, whole = shared / name, shared / f"{name}.whole"
        with Machine(cache=shared).one_at_a_time(name):
            if not whole.exists():
                shutil.rmtree(folder, ignore_errors=True)  # another test has failed to make it
                folder.mkdir(parents=True)
                make(folder)
                whole.touch()
        return folder

    return made


@pytest.fixture(scope="session")
def kursk_site(project_root: Path, once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """The real site, built strictly as if it were published; once for all tests of a run."""

    def make(folder: Path) -> None:
        _build_kursk(project_root, folder / "site")

    return once("kursk", make) / "site"


def _build_kursk(project_root: Path, site: Path) -> None:
    environment = os.environ | {
        "SITE_URL": "https://example.org/kursk/",
        "REPO_URL": "https://codeberg.org/example/kursk",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    done = subprocess.run(command, cwd=project_root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
