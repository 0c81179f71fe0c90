"""Reads and writes whole files in a folder of this machine or of a cluster.

Turns an address (a path, ``s3://``, ``gs://``, ``abfs://``, ``hdfs://``) into a ``Folder``. A file is
there whole or not at all: on disks it is written beside its place and then renamed, object stores
show an object when all of it has arrived.
"""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, Protocol

from saksi.errors import UsageError
from saksi.query.result import load_part

#: Object stores: they have no rename, and need none.
_OBJECTS = ("s3", "gs", "gcs", "abfs", "abfss")
#: A file of a shard is written in a second or two.
_STALE_SECONDS = 3600


class Found(NamedTuple):
    """One file as its folder lists it."""

    path: str
    size: int
    stamp: str  # changes when the file does


class Folder(Protocol):
    """What the other modules need of a place for files."""

    def list(self) -> Iterator[Found]:
        """All files below, sorted by path; the address alone when it is a file."""

    def open(self, path: str) -> AbstractContextManager[BinaryIO]:
        """Open a file by the path that ``list`` gives."""

    def names(self, part: str) -> frozenset[str]:
        """Names of the files that stand in one folder below."""

    def read(self, name: str) -> bytes | None:
        """All bytes of a file below, None when it is not there."""

    def write(self, name: str, data: bytes) -> None:
        """Write a file below, whole or not at all."""

    def sweep(self, part: str) -> None:
        """Take away what writers that were killed long ago have left in one folder below."""


def open_folder(address: str) -> Folder:
    """The folder of an address."""
    return RemoteFolder(address) if "://" in address else LocalFolder(address)


def make_absolute(address: str) -> str:
    """The address as it means the same in every folder of every machine."""
    return address if "://" in address else str(Path(address).absolute())


class LocalFolder:
    """A folder of this machine, or of a disk that all machines share."""

    def __init__(self, address: str) -> None:
        self._root = Path(address)

    def list(self) -> Iterator[Found]:
        """All files below, folder by folder, as a command that is given the folder reads them."""
        if not self._root.exists():
            raise UsageError(f"{self._root}: it does not exist: check the path")
        if self._root.is_file():
            yield _stat(self._root)
        for parent, folders, names in os.walk(self._root):
            folders.sort()
            yield from (_stat(Path(parent, name)) for name in sorted(names))

    def open(self, path: str) -> AbstractContextManager[BinaryIO]:
        """Open a file."""
        return Path(path).open("rb")

    def names(self, part: str) -> frozenset[str]:
        """Names in one folder below."""
        place = self._root / part
        return frozenset(one.name for one in place.iterdir()) if place.is_dir() else frozenset()

    def read(self, name: str) -> bytes | None:
        """All bytes of a file below."""
        place = self._root / name
        return place.read_bytes() if place.is_file() else None

    def write(self, name: str, data: bytes) -> None:
        """Write beside, then rename: a reader never meets half a file, and a second writer does no harm."""
        place = self._root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh = place.with_name(f".{place.name}.{uuid.uuid4().hex[:8]}")
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(place)

    def sweep(self, part: str) -> None:
        """Take away hidden files that nobody has written to for an hour."""
        for name in self.names(part):
            place = self._root / part / name
            with suppress(FileNotFoundError):
                if name.startswith(".") and time.time() - place.stat().st_mtime > _STALE_SECONDS:
                    place.unlink()


def _stat(path: Path) -> Found:
    told = path.stat()
    return Found(str(path), told.st_size, str(told.st_mtime_ns))


class RemoteFolder:
    """A folder of an object store or of HDFS, by ``pyarrow.fs``."""

    def __init__(self, address: str) -> None:
        self._fs = load_part("pyarrow.fs", "spark")
        self._scheme, _, rest = address.partition("://")
        self._files, self._root = self._fs.FileSystem.from_uri(address)
        self._before = f"{self._scheme}://{rest[: len(rest.rstrip('/')) - len(self._tail(rest))]}"

    def _tail(self, rest: str) -> str:
        """What the address and the path inside its file system have in common at their ends."""
        return self._root if rest.rstrip("/").endswith(self._root) else ""

    def list(self) -> Iterator[Found]:
        """All files below, sorted by path."""
        kind = self._fs.FileType
        own = self._files.get_file_info(self._root)
        if own.type == kind.NotFound:
            raise UsageError(f"{self._before}{self._root}: it does not exist: check the address")
        if own.type == kind.File:
            yield self._found(own)
            return
        below = self._files.get_file_info(self._fs.FileSelector(self._root, recursive=True))
        for one in sorted(below, key=lambda info: info.path):
            if one.type == kind.File:
                yield self._found(one)

    def _found(self, info: Any) -> Found:
        return Found(f"{self._before}{info.path}", int(info.size), str(info.mtime_ns))

    def open(self, path: str) -> AbstractContextManager[BinaryIO]:
        """Open a file as a stream."""
        stream: AbstractContextManager[BinaryIO] = self._files.open_input_stream(
            path.removeprefix(self._before), compression=None
        )
        return stream

    def names(self, part: str) -> frozenset[str]:
        """Names in one folder below."""
        selector = self._fs.FileSelector(f"{self._root}/{part}", allow_not_found=True)
        return frozenset(info.base_name for info in self._files.get_file_info(selector))

    def read(self, name: str) -> bytes | None:
        """All bytes of a file below."""
        place = f"{self._root}/{name}"
        if self._files.get_file_info(place).type != self._fs.FileType.File:
            return None
        with self._files.open_input_stream(place, compression=None) as stream:
            data: bytes = stream.read()
            return data

    def write(self, name: str, data: bytes) -> None:
        """One put into an object store; beside and renamed elsewhere."""
        place = f"{self._root}/{name}"
        fresh = place if self._scheme in _OBJECTS else f"{place}.{uuid.uuid4().hex[:8]}"
        self._files.create_dir(place.rpartition("/")[0], recursive=True)
        with self._files.open_output_stream(fresh, compression=None) as stream:
            stream.write(data)
        if fresh != place:
            self._files.move(fresh, place)

    def sweep(self, part: str) -> None:
        """Object stores keep nothing of what did not arrive; elsewhere it is left to the cluster's people."""
        del part
