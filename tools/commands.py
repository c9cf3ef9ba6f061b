"""Run other programs: without input, for a limited time, with errors that can be shown as they are."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path


class CommandError(Exception):
    """A program is not there, failed, or took too long; the message says which."""


def run(command: list[str], environ: Mapping[str, str], limit: float) -> str:
    """Run a program for at most `limit` seconds and return what it printed. Raises CommandError.

    `command[0]` is looked for in the PATH of `environ`.
    """
    program = shutil.which(command[0], path=environ.get("PATH", os.defpath))
    if not program:
        raise CommandError(f"there is no {command[0]}")
    # Into a file: a pipe would be held open by whatever the program leaves running.
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
        try:
            status = _wait([program, *command[1:]], environ, limit, output.fileno())
        except OSError as error:
            raise CommandError(f"{program} cannot be run: {error.strerror}") from error
        except subprocess.TimeoutExpired:
            raise CommandError(f"`{_shown(command)}` did not end within {limit:g} seconds") from None
        output.seek(0)
        said = output.read()
    if status:
        raise CommandError(f"`{_shown(command)}` failed: {gist(said) or f'status {status}'}")
    return said


def _wait(command: list[str], environ: Mapping[str, str], limit: float, output: int) -> int:
    # A session of its own, so that what the program started can be ended with it.
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        env=dict(environ),
        start_new_session=True,
    )
    try:
        return process.wait(limit)
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise


def gist(text: str) -> str:
    """Return the one line to quote of what a failed program said: its last line about an error, else its last line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    errors = [line for line in lines if re.match(r"(E:|.*\b(error|failed|unable)\b)", line, re.IGNORECASE)]
    return (errors or lines or [""])[-1]


def _shown(command: list[str]) -> str:
    """The command as a message names it: without its folder, scripts, or more than a few arguments."""
    words = [Path(command[0]).name, *(word for word in command[1:] if "\n" not in word)]
    return " ".join(words[:8])
