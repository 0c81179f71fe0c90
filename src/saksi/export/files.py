"""Writes a file whole or not at all: under a name beside it, then renamed.

Turns bytes, or a function that writes them, into a file; a reader never sees half of it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from saksi.errors import StoreError


def write_file(path: Path, data: bytes) -> None:
    """Write bytes to a file."""
    with new_file(path) as place:
        place.write_bytes(data)


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """A place to write to, which becomes the file when all went well."""
    place = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield place
        place.replace(path)
    except OSError as error:
        raise StoreError(
            f"{path}: it cannot be written ({error.strerror}): check the folder and the disk"
        ) from error
    finally:
        place.unlink(missing_ok=True)
