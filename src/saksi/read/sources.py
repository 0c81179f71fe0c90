"""Opens what a user names: a file, standard input, gzip inside either.

Turns a path into a ``Source``: a stream of bytes with its first bytes seen, so that the kind of
what follows can be told. It reads no further than it is asked to, so a small file that unpacks
into a huge one costs no memory.
"""

from __future__ import annotations

import codecs
import gzip
import io
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, Protocol

from saksi.errors import ReadError

STDIN = "-"
_GZIP = b"\x1f\x8b"
#: Bytes looked at to tell what a source is.
HEAD = 4096
#: What reading can break down with when bytes are damaged or a device fails.
BROKEN = (OSError, EOFError, zlib.error, ValueError)


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user may settle about reading."""

    kind: str | None = None  # one of articles.KINDS; None: told from name and content
    columns: tuple[tuple[str, str], ...] = ()  # field, column: for tables with other names
    limit_bytes: int = 2_000_000  # of one plain text: a hundred times a long article
    tell: Callable[[str], None] | None = None  # takes remarks that are no problems
    takes: Callable[[bytes], bool] | None = None  # which pages of an archive are read at all


@dataclass(frozen=True, slots=True)
class Source:
    """A stream with its first bytes; ``url`` and ``charset`` when a server sent it."""

    path: str  # as the user gave it
    stream: BinaryIO
    head: bytes
    url: str | None = None
    charset: str | None = None


@contextmanager
def open_raw(path: str) -> Iterator[BinaryIO]:
    """Open a path or ``-`` as the bytes it holds."""
    if path == STDIN:
        yield sys.stdin.buffer
    else:
        with Path(path).open("rb") as file:
            yield file


def see_head(path: str, raw: BinaryIO, url: str | None = None, charset: str | None = None) -> Source:
    """Source of a stream, gzip unpacked."""
    head = _take_head(raw)
    stream: BinaryIO = _join(head, raw)
    if head.startswith(_GZIP):
        stream = gzip.GzipFile(fileobj=stream)  # type: ignore[assignment]  # it reads as a binary stream does
        head = _take_head(stream)
        stream = _join(head, stream)
    return Source(path, stream, head, url, charset)


def _take_head(stream: BinaryIO) -> bytes:
    """First bytes, as many as there are before damage: whoever reads on meets that again."""
    head = b""
    try:
        while len(head) < HEAD and (part := read_once(stream, HEAD - len(head))):
            head += part
    except BROKEN:
        if not head:
            raise
    return head


def read_once(stream: Readable, size: int) -> bytes:
    """Read what one go gives; asking for more would lose what stands before damage."""
    read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
    return read(size)


class Readable(Protocol):
    """Anything bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes, none at the end."""


def read_some(stream: Readable, size: int) -> bytes:
    """Read as many bytes as asked, fewer only at the end; pipes give less in one go."""
    parts: list[bytes] = []
    while size > 0 and (part := stream.read(size)):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def read_all(source: Source, limit: int) -> bytes:
    """All bytes of a source, or ReadError when there are more than ``limit``."""
    data = read_some(source.stream, limit + 1)
    if len(data) > limit:
        raise ReadError(f"it is larger than {limit:,} bytes: split it into one file an article")
    return data


def cut_lines(source: Source, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers from 1; None for a line longer than ``limit``, which is passed over."""
    if source.head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ReadError("its lines are UTF-16, as some spreadsheets save them: save it as UTF-8")
    stream, number = source.stream, 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit)
        yield number, None


def _join(head: bytes, rest: BinaryIO) -> BinaryIO:
    return io.BufferedReader(_Joined(head, rest))


class _Joined(io.RawIOBase):
    """First bytes already read, then the rest of their stream."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> Literal[True]:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # typeshed's Buffer
        data = self._head[: len(buffer)] if self._head else read_once(self._rest, len(buffer))
        self._head = self._head[len(data) :] if self._head else b""
        buffer[: len(data)] = data
        return len(data)
