"""Documents that do harm, and a task that lets some of them do it to the process that reads them.

Turns a number into the bytes of a bad document: empty, binary, endless, packed, cut, and those
that kill, hang or eat memory. No text makes saksi do the last three, as far as is known: a word in
the document stands for the fault in a library that would.
"""

from __future__ import annotations

import gzip
import os
import re
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from saksi.read.articles import Piece, Unread
from saksi.store.coding import Coded, Coding

#: Begins a document that does harm; the name of the harm follows.
MARK = "HARM"


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _spin() -> None:
    re.match(r"(a+)+b", "a" * 64)


def _swell() -> None:
    held = [bytearray(50_000_000)]
    while held:
        held.append(bytearray(50_000_000))


def _overflow() -> None:
    sys.setrecursionlimit(10**9)
    _overflow()


HARMS: Mapping[str, Callable[[], None]] = {
    "kill": _kill,
    "abort": os.abort,
    "spin": _spin,
    "swell": _swell,
    "overflow": _overflow,
}

#: Kind of bad document -> ending of its name and its bytes.
FILES: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "empty": ("txt", lambda: b""),
    "blank": ("txt", lambda: b" \n\t\n" * 50),
    "unseen": ("txt", lambda: "\u00ad\u200b".encode() * 40),
    "binary": ("txt", lambda: bytes(range(256)) * 40),
    "one line": ("txt", lambda: b"Rapat di Kota Ambar. " * 15_000),
    "huge": ("txt", lambda: b"Rapat di Kota Ambar.\n" * 150_000),
    "lines": ("txt", lambda: b"a\n" * 30_000),
    "packed": ("txt.gz", lambda: gzip.compress(b"\n" * 30_000_000)),
    "cut": ("txt.gz", lambda: gzip.compress(os.urandom(5_000))[:3_000]),
    "no page": ("html", lambda: b"<html><head></head><body></body></html>"),
    "deep page": ("html", lambda: b"<div>" * 200_000),
    "no PDF": ("pdf", lambda: b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog"),
    **{harm: ("txt", lambda harm=harm: f"{MARK} {harm}\n".encode()) for harm in HARMS},  # type: ignore[misc]
}


@dataclass(frozen=True, slots=True)
class HostileCoding(Coding):
    """Codes pieces, and lets marked ones do their harm first."""

    def __call__(self, piece: Piece) -> Coded:
        """What the store keeps of a piece, if the process is still there."""
        if isinstance(piece, Unread) and piece.path.endswith(".txt"):
            with open(piece.path, "rb") as file:  # noqa: PTH123
                head = file.read(40)
            if head.startswith(MARK.encode()):
                HARMS[head.decode().split()[1]]()
        return Coding.__call__(self, piece)
