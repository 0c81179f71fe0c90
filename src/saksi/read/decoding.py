"""Decodes the bytes of one document.

Turns bytes into text without changing a character: line ends, odd quotes and mistakes stay
as they are, so that offsets hold. What is not text is refused with the reason.
"""

from __future__ import annotations

import codecs
import re

from saksi.errors import ReadError

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ZIP = b"PK\x03\x04"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
#: Enough of a document to tell text from a binary, in characters.
_SAMPLE = 65_536
#: Text has next to no control characters; one in a hundred is far more than any page shows.
_CONTROL_SHARE = 0.01


def decode(data: bytes) -> tuple[str, str]:
    """Text and the name of its encoding; ReadError when the bytes are not text.

    >>> decode("Jum’at".encode())
    ('Jum’at', 'utf-8')
    >>> decode("Jum’at".encode("cp1252"))
    ('Jum’at', 'cp1252')
    """
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    if data.startswith(_ZIP):
        raise ReadError("it is a zip archive or an office document: unpack it, or save its text")
    if encoding != "utf-16" and b"\0" in data:
        raise ReadError("it is a binary file, not text (it holds NUL bytes): give a plain text file")
    text, encoding = _decode_as(data, encoding)
    head = text[:_SAMPLE]
    if len(_CONTROL.findall(head)) > _CONTROL_SHARE * len(head):
        raise ReadError("it looks like a binary file (full of control characters): give a plain text file")
    return text, encoding


def _decode_as(data: bytes, encoding: str) -> tuple[str, str]:
    """Decode as announced, else as Windows-1252, the usual one of old Indonesian pages."""
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        bad = f"byte 0x{data[error.start]:02x} at {error.start}"
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        raise ReadError(f"it is neither UTF-8 nor Windows-1252 ({bad}): convert it to UTF-8") from None


# ---- pages --------------------------------------------------------------------------

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
#: A page names its encoding in its first bytes (the standard says 1,024; some have long heads).
_HEAD = 4_096
#: What servers call so is Windows-1252, as every browser reads it.
_LATIN = frozenset({"iso8859-1", "ascii", "latin_1", "latin-1"})


def decode_page(data: bytes, charset: str | None = None) -> tuple[str, str | None]:
    """Characters of a page and a doubt when some could not be told; ``charset`` is what its server said.

    >>> decode_page("<p>Jum’at".encode("cp1252"))
    ('<p>Jum’at', None)
    """
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    try:
        return data.decode(encoding), None
    except UnicodeDecodeError:
        pass
    named = _CHARSET.search(data[:_HEAD])
    told = _codec(charset) or _codec(named.group(1).decode("ascii") if named else None) or "cp1252"
    text = data.decode(told, "replace")
    lost = text.count("\ufffd")
    return text, f"{lost} characters are no {told} and could not be read: find another copy" if lost else None


def _codec(name: str | None) -> str | None:
    """Python's name of a text encoding, Windows-1252 for Latin-1; None when there is none."""
    try:
        found = codecs.lookup(name or "")
        "".encode(found.name)  # some codecs turn bytes into bytes
    except (LookupError, ValueError):
        return None
    return "cp1252" if found.name in _LATIN else found.name
