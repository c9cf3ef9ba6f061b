"""Python's garbage collector, and when it is in the way."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Keep the garbage collector from going over records that all stay: it would take as long as reading them."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextmanager
def without_collector_at_the_end() -> Iterator[None]:
    """The same for the last work of a process: what is there afterwards is not gone over when Python ends, either."""
    gc.unfreeze()
    with without_collector():
        yield
        gc.freeze()
