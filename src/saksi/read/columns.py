"""Finds which column of a table is what, and makes articles of its rows.

Turns names of columns into fields by ``columns.toml`` and the user's own mapping, and a row into
an ``Article`` with the metadata its cells give.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from saksi.errors import ReadError, UsageError
from saksi.read.documents import MISSING_PART, Origin, make_article, refuse, without_surrogates
from saksi.read.metadata import Claims, settle, shorten_title
from saksi.read.rules import FIELDS, load_columns
from saksi.records import Article, Metadata

_BLANKS = re.compile(r"[\s.\-]+")
_TAG = re.compile(
    r"</?(?:p|br|div|h[1-6]|strong|em|b|i|a|ul|li|blockquote|figure)\b[^>]{0,500}>", re.IGNORECASE
)
#: Names shown when a table has no column of texts.
_SHOWN = 12


def parse_mapping(options: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Mapping of ``field=column`` words; UsageError names the fields there are.

    >>> parse_mapping(["text=isi naskah"])
    (('text', 'isi naskah'),)
    """
    pairs = [option.partition("=") for option in options]
    for field, mark, column in pairs:
        if field not in FIELDS or not mark or not column:
            raise UsageError(
                f"--map {field}{mark}{column}: write FIELD=COLUMN; fields are {', '.join(FIELDS)}"
            )
    return tuple((field, column) for field, _, column in pairs)


def find_columns(names: Iterable[str], mapping: Sequence[tuple[str, str]] = ()) -> dict[str, str]:
    """Column of each field: the mapped one, else the first known name that the table has.

    >>> find_columns(["Tanggal Terbit", "judul", "isi"])
    {'text': 'isi', 'title': 'judul', 'published': 'Tanggal Terbit'}
    """
    mapped = dict(mapping)
    taken = set(mapped.values())
    folded: dict[str, str] = {}
    for name in names:
        if name not in taken:
            folded.setdefault(_BLANKS.sub("_", name.strip().lower()), name)
    found = {
        field: mapped.get(field)
        or next((folded[known] for known in load_columns()[field] if known in folded), None)
        for field in FIELDS
    }
    return {field: name for field, name in found.items() if name is not None}


def refuse_columns(origin: Origin, names: Sequence[str]) -> Article:
    """Tell that no column holds texts, and how to name it."""
    shown = ", ".join(repr(name[:40]) for name in names[:_SHOWN]) or "none"
    return refuse(origin, f"no column of texts was found among {shown}: name it with --map text=COLUMN")


def read_row(row: Mapping[str, object], columns: Mapping[str, str], place: Origin) -> Article:
    """Article of a row, or what is wrong with it."""
    try:
        return _read_row(row, columns, place)
    except ReadError as error:
        return refuse(place, str(error))
    except ModuleNotFoundError as error:
        if str(error.name).startswith("saksi"):
            raise
        why = "its text is HTML, which needs a part that is installed apart: pip install 'saksi[html]'"
        return refuse(place, why, MISSING_PART)


def _read_row(row: Mapping[str, object], columns: Mapping[str, str], place: Origin) -> Article:
    """Article of a row: title and text, and what the other cells say."""
    cells = {field: _text(row.get(column)) for field, column in columns.items()}
    claims = _claim(cells, columns)
    text, title = cells.get("text", ""), cells.get("title", "")
    if not text.strip() and cells.get("html", "").strip():
        return _read_html(cells["html"], replace(place, kind="html"), claims)
    if not text.strip() and cells.get("summary", "").strip():
        text = cells["summary"]
        claims.flags.append("summary-only")
    if _TAG.search(text):
        text = _strip_tags(text)
    found = settle(claims)
    place = replace(place, metadata=found)
    if not text.strip():
        return refuse(place, "its column of texts is empty: fill it, or leave the row out")
    return make_article(place, _headed(title, text, found))


def _claim(cells: Mapping[str, str], columns: Mapping[str, str]) -> Claims:
    """Metadata that the cells give, with their columns as sources."""
    claims = Claims(language=cells.get("language") or None, fetched=cells.get("fetched") or None)
    url = cells.get("url", "")
    claims.url = url if "://" in url else None
    source = {field: f"column {column}" for field, column in columns.items()}
    claims.date(claims.published, source.get("published", ""), cells.get("published", ""))
    claims.date(claims.modified, source.get("modified", ""), cells.get("modified", ""))
    claims.word(claims.title, source.get("title", ""), cells.get("title", ""))
    claims.names(source.get("authors", ""), cells.get("authors", ""))
    claims.issuer(source.get("outlet", ""), cells.get("outlet", ""))
    return claims


def _headed(title: str, text: str, found: Metadata) -> str:
    """Text below its title, unless it begins with it."""
    title = shorten_title(" ".join(title.split()), found.outlet)
    begins = " ".join(text[: 2 * len(title) + 80].lower().split()).startswith(title.lower())
    return text if not title or begins else f"{title}\n\n{text}"


def _text(value: object) -> str:
    """Words of a cell: text, a list of paragraphs, an object with a name, a number, a moment."""
    match value:
        case str():
            return without_surrogates(value)
        case list():
            return "\n".join(filter(None, (_text(part) for part in value)))
        case {"name": str(name)}:
            return without_surrogates(name)
        case dict():
            return json.dumps(value, ensure_ascii=True)[:1000]
        case None:
            return ""
        case _:
            return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _strip_tags(text: str) -> str:
    from saksi.read.trees import take_text  # noqa: PLC0415  # needs lxml, which tables of plain text do not

    return take_text(text)


def _read_html(page: str, place: Origin, claims: Claims) -> Article:
    from saksi.read.pages import read_page  # noqa: PLC0415  # needs the html extra

    return read_page(page.encode(), place, claims)
