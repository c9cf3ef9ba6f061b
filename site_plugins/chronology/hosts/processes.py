"""Work on many things, shared between processes."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

FEW = 1000
"""Below this many things, starting a process costs more than it saves."""

T = TypeVar("T")


def share(work: Callable[[Sequence[T]], None], things: Sequence[T]) -> None:
    """Do `work` on all things, on every core where a process can be forked, and return when all is done.

    A forked process has everything in memory already, so nothing is sent to it; it can send nothing back, so work
    has to be of the kind that writes files. Where forking is not safe (other threads run, as under `mkdocs serve`,
    or the system is macOS or Windows) this process does it all. Raises ChildProcessError where a process failed.
    """
    number = _processes(len(things))
    others = [
        multiprocessing.get_context("fork").Process(target=work, args=(things[start::number],))
        for start in range(1, number)
    ]
    for process in others:
        process.start()
    try:
        work(things[::number])
    finally:
        for process in others:
            process.join()
    failed = [process.exitcode for process in others if process.exitcode]
    if failed:
        raise ChildProcessError(f"{len(failed)} of {number} processes that write pages failed; see above")


def _processes(things: int) -> int:
    if things < FEW or sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))
