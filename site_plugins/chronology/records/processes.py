"""Work on a long list that is shared between processes, each of which sends back what it found."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

FEW = 2000
"""Below this many things, starting a process costs more than it saves."""

T = TypeVar("T")
R = TypeVar("R")


def share(work: Callable[[Sequence[T]], R], things: Sequence[T]) -> list[tuple[Sequence[T], R]]:
    """Parts of a list, each with what `work` gives for it.

    One part is worked on here, each other one in a forked process, which has everything in memory already and sends
    its result back. Where forking is not safe (other threads run, or the system is macOS or Windows) there is one
    part only. A process that fails costs time, no result: its part is then worked on here.
    """
    number = _number(len(things))
    own, *others = [things[start::number] for start in range(number)]
    if not others:
        return [(own, work(own))]
    context = multiprocessing.get_context("fork")
    pipes = [context.Pipe(duplex=False) for _ in others]
    helpers = [
        context.Process(target=_send, args=(work, part, sender), daemon=True)
        for part, (_, sender) in zip(others, pipes, strict=True)
    ]
    for helper, (_, sender) in zip(helpers, pipes, strict=True):
        helper.start()
        sender.close()
    here = work(own)
    found = [(part, _receive(receiver, work, part)) for (receiver, _), part in zip(pipes, others, strict=True)]
    for helper in helpers:
        helper.join()
    return [(own, here), *found]


def is_helper() -> bool:
    """Whether this is one of the other processes."""
    return multiprocessing.parent_process() is not None


def _number(things: int) -> int:
    if things < FEW or sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(len(os.sched_getaffinity(0)), 8)


def _send(work: Callable[[Sequence[T]], R], part: Sequence[T], sender: Any) -> None:
    gc.disable()  # the process lives for a second, and its garbage goes with it
    sender.send(work(part))
    sender.close()


def _receive(receiver: Any, work: Callable[[Sequence[T]], R], part: Sequence[T]) -> R:
    try:
        found: R = receiver.recv()
        return found
    except (EOFError, OSError):
        return work(part)
    finally:
        receiver.close()
