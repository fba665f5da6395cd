"""Making a record without the garbage collector, which would look at all of its parts again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collecting_paused() -> Iterator[None]:
    """No collection of cycles for the time of a block or a function: a document, its values and its record have none, and of a
    million lines half the time would go into looking for them."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def settled() -> None:
    """What there is now stays to the end: the collector, which the command line starts without, is to look at the rest only."""
    gc.freeze()
    gc.enable()
