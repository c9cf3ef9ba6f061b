"""What only people at a terminal see: colour, and how far a long run has come."""

from __future__ import annotations

import os
import sys
import time
from typing import Self, TextIO

PATIENCE = 0.5
"""Seconds before the bar appears: most runs are over by then."""
_WIDTH = 30


def has_colour(stream: TextIO) -> bool:
    """Whether a stream may be coloured: on a terminal, unless NO_COLOR says no (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def can_ask() -> bool:
    """Whether somebody sits there who sees a question and can answer it."""
    return sys.stdin.isatty() and sys.stdout.isatty()


class Bar:
    """A progress bar on standard error, if that is a terminal; nothing elsewhere.

    Call it with how much is done of how much. Used with `with`, it is gone at the end.
    """

    def __init__(self, label: str, stream: TextIO | None = None) -> None:
        """`label` says what is being done."""
        self._label = label
        self._stream = stream or sys.stderr
        self._shown = False
        self._began = time.monotonic()

    def __enter__(self) -> Self:
        """Begin to wait."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take the bar away."""
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def __call__(self, done: int, of: int) -> None:
        """Draw the bar, once it is worth it."""
        if not of or not self._stream.isatty() or time.monotonic() - self._began < PATIENCE:
            return
        full = min(_WIDTH, _WIDTH * done // of)
        self._stream.write(f"\r{self._label} [{'#' * full}{'.' * (_WIDTH - full)}] {done} of {of}\x1b[K")
        self._stream.flush()
        self._shown = True
