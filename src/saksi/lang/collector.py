"""Pauses the collector of cycles where nothing can be found: frozen records hold no cycles.

Looking through millions of them costs more the more there are, which makes a merge dearer by the event.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the collector, and leave it running or not as it was."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
