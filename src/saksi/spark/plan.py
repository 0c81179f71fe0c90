"""Cuts an input into shards, each with a key that says what it holds and what codes it.

Turns the files of a folder into ``Shard`` records. The key is the digest of the files (path, size,
time of change), of the options of reading and of the engine's version, so that a rerun finds what
is done and a new file changes no other shard but its own. Nothing is read here but the list.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import NamedTuple

from saksi.errors import UsageError
from saksi.read.kinds import kind_of_name
from saksi.spark.files import Found
from saksi.store.digest import RunKey

#: Bytes of a shard, unpacked or not: some two thousand articles, a minute or two of one core. More
#: makes a lost machine cost more, fewer makes more files.
SHARD_BYTES = 8_000_000
#: Documents in files of their own that stand in one shard at most.
FILES = 1_000
#: One file in so many ends its shard, by its name: then a new file moves no later boundary.
_BOUNDARY = 64
PLAN = "plan.json"
_FORMAT = 1


class Piece(NamedTuple):
    """A file, or every ``parts``-th document of a large one, beginning with number ``part``."""

    path: str
    size: int
    stamp: str
    part: int = 0
    parts: int = 1


class Shard(NamedTuple):
    """What one task codes and writes as one file."""

    key: str
    pieces: tuple[Piece, ...]

    @property
    def size(self) -> int:
        """Bytes to be coded, for putting the largest first."""
        return sum(piece.size // piece.parts for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Reading:
    """How documents are read, and which are passed over unread."""

    kind: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    language: bool = False  # only pages that look Indonesian
    words: tuple[str, ...] = ()  # only texts with one of these words, in any of its forms


@dataclass(frozen=True, slots=True)
class Plan:
    """All shards of an extraction, in the order of the input."""

    run: RunKey
    reading: Reading
    shards: tuple[Shard, ...]

    def to_json(self) -> bytes:
        """The plan as it stands beside its shards."""
        plain = {
            "format": _FORMAT,
            "run": self.run,
            "reading": asdict(self.reading),
            "shards": [{"key": shard.key, "pieces": shard.pieces} for shard in self.shards],
        }
        return json.dumps(plain, ensure_ascii=False, indent=1).encode()


def read_plan(data: bytes, place: str) -> Plan:
    """The plan of a folder of shards."""
    plain = json.loads(data)
    if plain["format"] > _FORMAT:
        raise UsageError(f"{place}: it was written by a newer saksi: install that one")
    reading = plain["reading"]
    columns = tuple((field, column) for field, column in reading["columns"])
    shards = (Shard(one["key"], tuple(Piece(*piece) for piece in one["pieces"])) for one in plain["shards"])
    return Plan(
        RunKey(*plain["run"]),
        Reading(reading["kind"], columns, reading["language"], tuple(reading["words"])),
        tuple(shards),
    )


def make_plan(files: Iterable[Found], reading: Reading, run: RunKey, size: int = SHARD_BYTES) -> Plan:
    """Cut files into shards; UsageError when there is nothing to read."""
    pieces = [piece for found in files for piece in _cut(found, size)]
    if not pieces:
        raise UsageError("the input holds no *.txt file nor pages, archives, feeds or tables: name a file")
    return Plan(
        run, reading, tuple(Shard(_make_key(group, reading, run), group) for group in _group(pieces, size))
    )


def choose(files: Iterable[Found]) -> Iterator[Found]:
    """The files that a folder is read for: the kinds that their names tell."""
    return (found for found in files if kind_of_name(found.path) not in (None, "json"))


def _cut(found: Found, size: int) -> Iterator[Piece]:
    """A large file in parts; an archive stays whole, since its pages are passed over faster than cut."""
    whole = kind_of_name(found.path) == "warc"
    parts = 1 if whole else max(1, -(-found.size // size))
    yield from (Piece(found.path, found.size, found.stamp, part, parts) for part in range(parts))


def _group(pieces: Sequence[Piece], size: int) -> Iterator[tuple[Piece, ...]]:
    held: list[Piece] = []
    for piece in pieces:
        if held and (sum(one.size for one in held) + piece.size > size or len(held) >= FILES):
            yield tuple(held)
            held = []
        held.append(piece)
        if _is_boundary(piece):
            yield tuple(held)
            held = []
    if held:
        yield tuple(held)


def _is_boundary(piece: Piece) -> bool:
    return piece.parts > 1 or hashlib.blake2b(piece.path.encode(), digest_size=2).digest()[0] % _BOUNDARY == 0


def _make_key(pieces: Sequence[Piece], reading: Reading, run: RunKey) -> str:
    told = json.dumps([run, asdict(reading), pieces], ensure_ascii=False)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]
