"""Work on many things, shared between processes."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

FEW = 1000
"""Below this many things, starting a process costs more than it saves."""
AT_ONCE = 50
"""How many things a process takes at a time."""

T = TypeVar("T")


class Crew(Generic[T]):
    """Processes that work through a list: forked helpers from its beginning, this process from its end.

    `start` sets the helpers to work and returns at once; `finish` takes part until all is done. Things that lie
    together are alike, so that what one process remembers of them serves it again.

    A forked process has everything in memory already, so nothing is sent to it; it sends nothing back, so the work
    has to be of the kind that writes files. Where forking is not safe (other threads run, as under `mkdocs serve`, or
    the system is macOS or Windows) there are no helpers, and `finish` does it all.
    """

    def __init__(self, work: Callable[[Sequence[T]], None], things: Sequence[T]) -> None:
        """Prepare to do `work` on all things, some at a time."""
        self._work = work
        self._things = things
        context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
        self._first = context.Value("q", 0)
        self._last = context.Value("q", len(things), lock=False)
        self._helpers = [context.Process(target=self._from_the_beginning, daemon=True) for _ in range(self._number())]

    def start(self) -> None:
        """Set the helpers to work."""
        for helper in self._helpers:
            helper.start()

    def finish(self) -> None:
        """Work until all is done. Raises ChildProcessError where a helper failed."""
        while some := self._take(from_the_end=True):
            self._work(some)
        for helper in self._helpers:
            helper.join()
        failed = [helper.exitcode for helper in self._helpers if helper.exitcode]
        if failed:
            raise ChildProcessError(f"{len(failed)} of the processes that write pages failed; see above")

    def _number(self) -> int:
        if len(self._things) < FEW or sys.platform != "linux" or threading.active_count() > 1:
            return 0
        return len(os.sched_getaffinity(0)) - 1

    def _from_the_beginning(self) -> None:
        gc.disable()  # a helper lives for some seconds, and its garbage goes with it
        while some := self._take(from_the_end=False):
            self._work(some)

    def _take(self, *, from_the_end: bool) -> Sequence[T]:
        with self._first.get_lock():
            first, last = self._first.value, self._last.value
            number = min(AT_ONCE, last - first)
            if from_the_end:
                self._last.value = last - number
                return self._things[last - number : last]
            self._first.value = first + number
            return self._things[first : first + number]
