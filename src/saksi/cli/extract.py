"""``saksi extract``: one JSON object an article, in the order read.

Turns articles into lines on a binary stream with the analyser it is given. A document that
fails becomes an object with its problem, and the next one follows.
"""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable, Iterable, Sequence
from typing import BinaryIO

from saksi.cli import exits
from saksi.cli.talk import say
from saksi.errors import UsageError
from saksi.export.contract import dumps, to_contract, to_contract_failed
from saksi.read.articles import KINDS
from saksi.read.columns import parse_mapping
from saksi.read.documents import MISSING_PART
from saksi.read.sources import ReadOptions
from saksi.records import Analysis, Article, Problem

Analyse = Callable[[Article], Analysis]


def extract_all(
    articles: Iterable[Article],
    analyse: Analyse,
    out: BinaryIO,
    *,
    pretty: bool = False,
    with_text: bool = False,
) -> int:
    """Write every article's record and give the exit code; UTF-8 on every machine."""
    read = failed = 0
    missing = False
    for article in articles:
        record, problems = extract_one(article, analyse, with_text=with_text)
        line = json.dumps(record, ensure_ascii=False, indent=2) if pretty else dumps(record)
        out.write(line.encode("utf-8", "surrogatepass") + b"\n")
        out.flush()
        read += 1
        failed += bool(problems)
        missing = missing or any(problem.rule == MISSING_PART for problem in problems)
        for problem in problems:
            say(problem.why)
    if not failed:
        return exits.OK
    say(f"{failed} of {read} documents had problems; see the problems of each")
    return exits.MISSING_PART if missing else exits.SOME_DOCUMENTS_FAILED


def extract_one(
    article: Article, analyse: Analyse, *, with_text: bool = False
) -> tuple[dict[str, object], tuple[Problem, ...]]:
    """The article's record, and the problems that count as failure: reading, and breaking down.

    What a stage could not decide is in the record's own ``problems`` and is no failure.
    """
    if not article.text:
        return to_contract_failed(article, article.problems), article.problems
    try:
        return to_contract(analyse(article), with_text=with_text), article.problems
    except Exception as error:  # noqa: BLE001  # the edge of the batch: the other documents must come out
        problems = (*article.problems, _tell(article, error))
        return to_contract_failed(article, problems), problems


def make_options(columns: Sequence[str], kind: str | None) -> ReadOptions:
    """Options of reading; UsageError when they name a field or a kind that there is not."""
    if kind is not None and kind not in KINDS:
        raise UsageError(f"--format {kind}: it is one of {', '.join(KINDS)}")
    return ReadOptions(kind=kind, columns=parse_mapping(columns), tell=say)


def _tell(article: Article, error: Exception) -> Problem:
    """Where in saksi the engine broke down, in words for a report."""
    places = [(frame.f_globals["__name__"], line) for frame, line in traceback.walk_tb(error.__traceback__)]
    module, line = [place for place in places if place[0].startswith("saksi.")][-1]
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    why = (
        f"{article.source}: saksi broke down in {module}:{line} ({what}): please report it with the document"
    )
    return Problem(module.split(".")[1], why)
