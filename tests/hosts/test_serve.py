"""`mkdocs serve`: a save shows in the browser; a mistake shows too, and the last good records are served."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sites import copy_site


class Server:
    """`mkdocs serve` as a process of its own, on loopback, stopped by its id."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}/harbour/"
        self.log = folder / "serve.log"
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, env=os.environ)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)

    def page(self, address: str) -> str:
        try:
            with urllib.request.urlopen(self.url + address, timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""

    def wait_for(self, address: str, words: str) -> str:
        """Ask for a page until it has these words; give up after a minute."""
        for _ in range(300):
            html = self.page(address)
            if words in html:
                return html
            time.sleep(0.2)
        pytest.fail(f"{address} never showed {words!r}\n{self.log.read_text('utf-8')}")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    running = Server(copy_site("small", tmp_path))
    yield running
    running.stop()


def test_a_save_shows_and_a_mistake_keeps_the_last_good_records(server: Server) -> None:
    record = server.folder / "content/events/last.yml"
    server.wait_for("events/last/", "The last word")
    good = record.read_text("utf-8").replace("The last word", "The very last word")

    record.write_text(good, "utf-8")
    server.wait_for("events/last/", "The very last word")

    record.write_text(good.replace("summary:", "sumary:"), "utf-8")
    html = server.wait_for("events/last/", "last good state of the site")
    assert "The very last word" in html
    assert re.search(r"content/events/last\.yml:5:1: .*sumary.*summary", html)
    assert re.search(r"ERROR.*content/events/last\.yml:5:1: ", server.log.read_text("utf-8"))

    record.write_text(good.replace("The very last", "The corrected last"), "utf-8")
    html = server.wait_for("events/last/", "The corrected last word")
    assert "last good state of the site" not in html


def test_a_mistake_in_a_block_shows_in_its_place(server: Server) -> None:
    page = server.folder / "docs/about.md"
    text = page.read_text("utf-8")
    server.wait_for("about/", "says the")

    page.write_text(f"{text}\n::: chronology\n    actor: nobody\n", "utf-8")
    html = server.wait_for("about/", "This block has a mistake; the build says where.")
    assert "docs/about.md:8:12: there is no actor " in html

    page.write_text(f"{text}\n::: chronology\n    actor: harbour-office\n", "utf-8")
    assert "This block has a mistake" not in server.wait_for("about/", "?actor=harbour-office")
