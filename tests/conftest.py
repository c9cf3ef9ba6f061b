"""What all tests share."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import hypothesis
import pytest

from tests.static_host import StaticHost

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
def kursk_site(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built strictly as if it were published; once for all tests of a process."""
    folder = tmp_path_factory.mktemp("kursk")
    environment = os.environ | {
        "SITE_URL": "https://example.org/kursk/",
        "REPO_URL": "https://codeberg.org/example/kursk",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder / "site")]
    done = subprocess.run(command, cwd=project_root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "site"
