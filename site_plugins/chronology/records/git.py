"""Asking Git. It is optional: whoever asks says what is missing without it, and goes on."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

TIMEOUT = 20
"""Seconds that Git is given."""
_OPTIONS = ("--no-optional-locks", "--no-pager", "-c", "core.quotePath=false", "-c", "log.follow=false")
_QUIET = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
"""Messages in English; no question to anybody; nothing fetched that a partial clone left out."""


class GitError(Exception):
    """Git did not do it; the text says why, as a clause: 'Git is not installed'."""


def ask(root: Path, *arguments: str, data: bytes | None = None) -> bytes:
    """What Git prints when it is run in a folder, with `data` as its input. Raises GitError."""
    command = ["git", *_OPTIONS, "-C", str(root), *arguments]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=TIMEOUT, check=False, env=os.environ | _QUIET
        )
    except FileNotFoundError as error:
        raise GitError("Git is not installed") from error
    except subprocess.TimeoutExpired as error:
        raise GitError(f"Git took longer than {TIMEOUT} seconds") from error
    except OSError as error:
        raise GitError(f"Git cannot be run ({error.strerror})") from error
    if done.returncode:
        raise GitError(_reason(done.stderr.decode(errors="replace")))
    return done.stdout


def _reason(said: str) -> str:
    first = said.strip().partition("\n")[0].removeprefix("fatal: ").strip()
    if first.startswith("not a git repository"):
        return "this is no Git repository"
    if "does not have any commits yet" in first or "bad default revision" in first:
        return "there are no commits yet"
    return f"Git says: {first}" if first else "Git failed without a word"
