"""Reads articles from whatever the user names: files, folders, standard input, addresses.

Turns paths into ``Article`` records, one document after the other, each kind by its own module
in this room. ``list_pieces`` leaves files that hold one article unread, so that whoever works on
them may read them where it works. A source that cannot be read becomes an article without text
that carries a ``Problem``; nothing is raised and nothing is cleaned.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, NamedTuple

from saksi.errors import ReadError
from saksi.read.decoding import decode
from saksi.read.documents import MISSING_PART, Origin, make_article, refuse
from saksi.read.kinds import is_address, kind_of_name, tell_kind
from saksi.read.sources import BROKEN, STDIN, ReadOptions, Source, open_raw, read_all, see_head
from saksi.records import Article, Problem

Reader = Callable[[Source, ReadOptions], Iterator[Article]]
#: Kind -> the module that reads it, and the extra it needs.
KINDS: dict[str, tuple[str, str | None]] = {
    "text": ("articles", None),
    "html": ("pages", "html"),
    "warc": ("warc", "warc"),
    "feed": ("feeds", "feeds"),
    "sitemap": ("sitemaps", "feeds"),
    "jsonl": ("json_lines", None),
    "json": ("json_lines", None),
    "csv": ("tables", None),
    "parquet": ("parquet", "parquet"),
    "pdf": ("pdf", "pdf"),
}
#: Kinds of which a file is one article.
ALONE = frozenset({"text", "html", "pdf"})
DEFAULTS = ReadOptions()


class Unread(NamedTuple):
    """A file that holds one article, and how it is to be read."""

    path: str
    options: ReadOptions = DEFAULTS


Piece = Article | Unread


@dataclass(slots=True)
class Distance:
    """How far reading is, in bytes of the files named."""

    done: int = 0


def read_articles(paths: Sequence[str], options: ReadOptions = DEFAULTS) -> Iterator[Article]:
    """Yield the articles of every path, in the order given; folders are read sorted by name.

    ``-`` is standard input. Memory holds one document at a time, however long the source.
    """
    return (read_piece(piece) for piece in list_pieces(paths, options))


def list_pieces(
    paths: Sequence[str], options: ReadOptions = DEFAULTS, distance: Distance | None = None
) -> Iterator[Piece]:
    """What ``read_articles`` yields, but files of one article unread; ``distance`` is kept up to date."""
    distance = distance or Distance()
    for path in paths:
        if is_address(path):
            yield from _guard(path, lambda path=path: _read_address(path, options))  # type: ignore[misc]
        elif path != STDIN and Path(path).is_dir():
            yield from _list_folder(path, options, distance)
        else:
            yield from _list_file(path, options, distance)


def read_piece(piece: Piece) -> Article:
    """The article of a piece."""
    if isinstance(piece, Article):
        return piece
    return next(_guard(piece.path, lambda: _read_file(piece.path, piece.options, Distance())))


def refuse_piece(piece: Piece, stage: str, why: str) -> Article:
    """The article of a piece that could not be worked on, with its path and the reason."""
    why = f"{why}: split it, allow it more, or report it"
    if isinstance(piece, Unread):
        return Article(piece.path, "", (Problem(stage, f"{piece.path}: {why}"),))
    place = Origin(piece.source, record=piece.record).place
    return replace(piece, problems=(*piece.problems, Problem(stage, f"{place}: {why}")))


def measure_paths(paths: Sequence[str]) -> int:
    """Bytes of all files that ``list_pieces`` lists; what is no file counts nothing."""
    found = (_files(path, []) if Path(path).is_dir() else (path,) for path in paths if path != STDIN)
    return sum(_size(path) for files in found for path in files)


def read_opened(
    path: str, open_raw: Callable[[], AbstractContextManager[BinaryIO]], options: ReadOptions = DEFAULTS
) -> Iterator[Article]:
    """Articles of a file that somebody else knows how to open, such as one in an object store."""

    def read_it() -> Iterator[Article]:
        with open_raw() as raw:
            yield from _read_source(see_head(path, raw), options)

    yield from _guard(path, read_it)


def read(source: Source, options: ReadOptions) -> Iterator[Article]:
    """Read a plain text: one article, its characters as they are."""
    origin = Origin(source.path)
    text, encoding = decode(read_all(source, options.limit_bytes))
    doubts = ["it is not UTF-8 and was read as Windows-1252: convert it"] if encoding == "cp1252" else []
    yield make_article(origin, text, *doubts)


def _list_file(path: str, options: ReadOptions, distance: Distance) -> Iterator[Piece]:
    if path != STDIN and (options.kind or kind_of_name(path)) in ALONE:
        yield Unread(path, options)
        distance.done += _size(path)
    else:
        yield from _guard(path, lambda: _read_file(path, options, distance))


def _read_file(path: str, options: ReadOptions, distance: Distance) -> Iterator[Article]:
    before = distance.done
    with open_raw(path) as raw:
        for article in _read_source(see_head(path, raw), options):
            with suppress(OSError):  # a pipe has no place
                distance.done = before + raw.tell()
            yield article


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except (OSError, ValueError):
        return 0


def _read_address(address: str, options: ReadOptions) -> Iterator[Article]:
    from saksi.read.web import open_address  # noqa: PLC0415  # brings sockets, which files need not wait for

    with open_address(address) as source:
        yield from _read_source(source, options)


def _read_source(source: Source, options: ReadOptions) -> Iterator[Article]:
    """Read a source by its kind."""
    kind = options.kind or tell_kind(source)
    module, extra = KINDS[kind]
    try:
        reader: Reader = import_module(f"saksi.read.{module}").read
    except ModuleNotFoundError as error:
        if extra is None or str(error.name).startswith("saksi"):
            raise
        yield refuse(Origin(source.path, kind), _tell_missing(kind, extra), MISSING_PART)
        return
    yield from reader(source, options)


def _tell_missing(kind: str, extra: str) -> str:
    return f"reading {kind} needs a part that is installed apart: pip install 'saksi[{extra}]'"


def _list_folder(folder: str, options: ReadOptions, distance: Distance) -> Iterator[Piece]:
    """Pieces of a folder and the folders in it; links to folders are not followed."""
    errors: list[OSError] = []
    found = False
    for path in _files(folder, errors):
        found = True
        yield from _list_file(path, options, distance)
    for error in errors:
        yield refuse(Origin(str(error.filename)), _say(error))
    if not found and not errors:
        why = "the folder holds no *.txt file nor pages, archives, feeds or tables: name the files"
        yield refuse(Origin(folder), why)


def _files(folder: str, errors: list[OSError]) -> Iterator[str]:
    """Paths of the files in a folder that are read, in order; what cannot be looked into is noted."""
    for parent, folders, names in os.walk(folder, onerror=errors.append):
        folders.sort()
        for name in sorted(names):
            if kind_of_name(name) not in (None, "json"):
                yield str(Path(parent, name))


def _guard(path: str, reader: Callable[[], Iterator[Article]]) -> Iterator[Article]:
    """Articles of a reader; what it breaks down with becomes the last one's problem."""
    try:
        yield from reader()
    except ReadError as error:
        yield refuse(Origin(path), str(error))
    except BROKEN as error:
        yield refuse(Origin(path), _say(error))
    except Exception as error:  # noqa: BLE001  # the edge of the batch: what libraries make of hostile bytes
        why = f"reading it broke down ({type(error).__name__}: {str(error)[:200]}): please report it with the document"
        yield refuse(Origin(path), why)


def _say(error: BaseException) -> str:
    """Tell what went wrong and how to mend it, for the errors users meet."""
    match error:
        case FileNotFoundError():
            return "it does not exist: check the path"
        case PermissionError():
            return "it may not be read: give read permission"
        case EOFError():
            return "it ends in the middle of its compressed data: fetch it again"
        case OSError() if error.strerror:
            return f"it cannot be read ({error.strerror}): check the path"
        case ValueError() if "null" in str(error):
            return f"its name cannot be used ({error}): check the path"
        case _:
            return f"it is damaged ({error}): fetch it again"
