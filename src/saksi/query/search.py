"""Finds articles by words in any of their forms; those with the written words stand first.

Turns a question into rows with a snippet in which the hits stand between ``**``. It reads the
index and the texts, and changes neither.
"""

from __future__ import annotations

import apsw

from saksi.query.fetch import fetch_one
from saksi.query.filters import Condition, Filters, any_of, join, match_stems, split, time_conditions
from saksi.query.stems import find_spans, find_words, fold, stem_all
from saksi.rows import HitRow

#: Characters of a snippet before and after its first hit.
_BEFORE, _AFTER = 60, 180
_DEFAULT_LIMIT = 20


def search(connection: apsw.Connection, words: str, filters: Filters) -> tuple[HitRow, ...]:
    """Articles that hold all the words, the best first."""
    limit = _DEFAULT_LIMIT if filters.limit is None else filters.limit
    written = "written : (" + " AND ".join(f'"{word}"' for word in find_words(words)) + ")"
    found: dict[int, bool] = {}
    for question, exact in ((written, True), (match_stems(words), False)):
        if len(found) < limit:
            for number in _match(connection, question, filters, limit):
                found.setdefault(number, exact)
    wanted = frozenset(stem_all(find_words(words)))
    return tuple(_hit(connection, number, exact, wanted) for number, exact in list(found.items())[:limit])


def _match(connection: apsw.Connection, question: str, filters: Filters, limit: int) -> list[int]:
    """Numbers of the articles that answer a full-text question, the best first."""
    conditions = [Condition("article_search MATCH ?", (question,))]
    if filters.outlet:
        conditions.append(any_of("article.outlet", split(filters.outlet)))
    conditions += time_conditions(filters, "article.published_from", "article.published_from")
    where = join(conditions)
    joined = "JOIN article ON article.number = article_search.rowid" if len(conditions) > 1 else ""
    sql = f"""SELECT article_search.rowid FROM article_search {joined} WHERE {where.sql.replace("(article_search MATCH ?)", "article_search MATCH ?")}
              ORDER BY rank, article_search.rowid LIMIT ?"""  # noqa: S608
    return [int(number) for (number,) in connection.execute(sql, (*where.values, limit))]


def _hit(connection: apsw.Connection, number: int, exact: bool, wanted: frozenset[str]) -> HitRow:
    key, title, outlet, published, text = fetch_one(
        connection, "SELECT id, title, outlet, published, text FROM article WHERE number = ?", (number,)
    )
    return HitRow(key, title, outlet, published, exact, make_snippet(text, wanted))


def make_snippet(text: str, wanted: frozenset[str]) -> str:
    """The words around the first hit, hits between ``**``.

    >>> make_snippet("Rapat itu dibuka. Pos itu diserang kemarin.", frozenset(["serang"]))
    'Rapat itu dibuka. Pos itu **diserang** kemarin.'
    """
    spans = find_spans(text)
    stems = stem_all([fold(text[start:end]) for start, end in spans])
    hits = [span for span, stem in zip(spans, stems, strict=True) if stem in wanted]
    first = hits[0][0] if hits else 0
    begin = text.rfind(" ", 0, max(0, first - _BEFORE)) + 1 if first > _BEFORE else 0
    finish = min(len(text), first + _AFTER)
    pieces, at = [], begin
    for start, end in hits:
        if start >= at and end <= finish:
            pieces += [text[at:start], "**", text[start:end], "**"]
            at = end
    pieces.append(text[at:finish])
    middle = " ".join("".join(pieces).split())
    return f"{'… ' if begin else ''}{middle}{' …' if finish < len(text) else ''}"
