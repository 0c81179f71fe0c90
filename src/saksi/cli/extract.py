"""``saksi extract``: one JSON object an article, in the order read.

Turns articles into lines on a binary stream, in this process or in several. A document that
fails becomes an object with its problem, and the next one follows.
"""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from saksi.cli import exits
from saksi.cli.talk import say
from saksi.errors import UsageError
from saksi.export.contract import dumps, to_contract, to_contract_failed
from saksi.lang.language import load_language
from saksi.pipeline import analyse, load_all
from saksi.read.articles import KINDS, Piece, read_piece, refuse_piece
from saksi.read.columns import parse_mapping
from saksi.read.documents import MISSING_PART
from saksi.read.sources import ReadOptions
from saksi.records import Analysis, Article, Problem


class Extracted(NamedTuple):
    """One article as it is printed, and the problems that count as failure."""

    line: bytes
    problems: tuple[Problem, ...]


def analyse_article(article: Article) -> Analysis:
    """Everything saksi knows from an article."""
    return analyse(article, load_language())


@dataclass(frozen=True, slots=True)
class Extraction:
    """The task of turning pieces into lines; UTF-8 on every machine."""

    pretty: bool = False
    with_text: bool = False
    analyse: Callable[[Article], Analysis] = analyse_article

    def begin(self) -> None:
        """Load the language and the models."""
        load_all()

    def __call__(self, piece: Piece) -> Extracted:
        """The line of a piece."""
        return self._print(*extract_one(read_piece(piece), self.analyse, with_text=self.with_text))

    def lose(self, piece: Piece, why: str) -> Extracted:
        """The line of a piece that no process could work on."""
        article = refuse_piece(piece, "extract", why)
        return self._print(to_contract_failed(article, article.problems), article.problems)

    def _print(self, record: dict[str, object], problems: tuple[Problem, ...]) -> Extracted:
        line = json.dumps(record, ensure_ascii=False, indent=2) if self.pretty else dumps(record)
        return Extracted(line.encode("utf-8", "surrogatepass") + b"\n", problems)


class Count(NamedTuple):
    """How many documents were read, and how many of them had problems."""

    read: int = 0
    failed: int = 0


def write_all(
    lines: Iterable[Extracted], out: BinaryIO, report: Callable[[Count], None] = lambda _: None
) -> int:
    """Write every article's line and give the exit code."""
    read = failed = 0
    missing = False
    for line, problems in lines:
        out.write(line)
        out.flush()
        read += 1
        failed += bool(problems)
        missing = missing or any(problem.rule == MISSING_PART for problem in problems)
        for problem in problems:
            say(problem.why)
        report(Count(read, failed))
    if not failed:
        return exits.OK
    say(f"{failed} of {read} documents had problems; see the problems of each")
    return exits.MISSING_PART if missing else exits.SOME_DOCUMENTS_FAILED


def extract_one(
    article: Article, analyse: Callable[[Article], Analysis], *, with_text: bool = False
) -> tuple[dict[str, object], tuple[Problem, ...]]:
    """The article's record, and the problems that count as failure: reading, and breaking down.

    What a stage could not decide is in the record's own ``problems`` and is no failure.
    """
    if not article.text:
        return to_contract_failed(article, article.problems), article.problems
    try:
        return to_contract(analyse(article), with_text=with_text), article.problems
    except MemoryError:
        raise  # told by whoever knows how much there was
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
