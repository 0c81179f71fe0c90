"""Measures statements and speakers on the test part of PFSA-ID.

PFSA-ID (Purnomo W.P. et al. 2022, CC BY-NC-SA) is not part of saksi: fetch it yourself and
give the path of ``corpus/pfsa-id-test/test-data.txt``. Its tokens are joined into articles,
saksi reads them, and its statements are compared with the tagged spans. Only counts are kept.

    python benchmarks/pfsa.py TEST-DATA.txt [--misses N]

The corpus tags quotations of public figures alone: reported speech and what ordinary people
say is left out. So only direct statements are compared, and a quotation of a villager counts
against saksi. Published with the corpus: F 0.82 over all eleven labels, for a tagger trained on
its training part. saksi was not trained on it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Article, Statement

REPORT = Path(__file__).resolve().parent / "results" / "pfsa.json"
#: An article begins with its dateline: "JAKARTA, KOMPAS —".
OUTLET = "KOMPAS"
#: Labels that name or describe a speaker.
SPEAKERS = frozenset({"PERSON", "PERSONCOREF", "ROLE", "AFFILIATION"})
STATEMENT = frozenset({"STATEMENT"})
#: Signs written without a space before or after them.
CLOSE, OPEN = ",.;:!?)%”", "(“"
MARKS = "”“\"'’‘.,;:!?() "
#: A span is found when it shares at least this part of both with a predicted one.
SHARE = 0.5


class Tagged(NamedTuple):
    """An article with its labelled spans."""

    text: str
    spans: tuple[tuple[str, int, int], ...]


class Score(NamedTuple):
    """Counts of one comparison."""

    right: int
    given: int
    wanted: int

    @property
    def f(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.given + self.wanted
        return 2 * self.right / total if total else 0.0

    def row(self) -> dict[str, float]:
        """Figures for the report."""
        return {
            "p": round(self.right / self.given, 4) if self.given else 0.0,
            "r": round(self.right / self.wanted, 4) if self.wanted else 0.0,
            "f": round(self.f, 4),
            "right": self.right,
            "given": self.given,
            "wanted": self.wanted,
        }


def main() -> int:
    """Score and write the report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path, help="test-data.txt of PFSA-ID")
    parser.add_argument("--misses", type=int, default=0, help="print so many missed and false statements")
    arguments = parser.parse_args()
    articles = list(read_articles(arguments.data))
    figures, notes = score(articles)
    for note in notes[: arguments.misses]:
        print(note)
    report = {
        "corpus": "PFSA-ID test part",
        "published_f_all_labels": 0.82,
        "articles": len(articles),
        **{name: found.row() for name, found in figures.items()},
    }
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(report, indent=1))
    return 0


# ---- the corpus ----------------------------------------------------------------------


def read_articles(path: Path) -> Iterator[Tagged]:
    """Join the tokens of the corpus into articles with their spans."""
    rows: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        token, _, tag = line.rstrip().rpartition("\t")
        if not token:
            continue
        if token == OUTLET and rows:
            head = _dateline(rows)
            if rows[:head]:
                yield join(rows[:head])
            rows = rows[head:]
        rows.append((token, tag))
    if rows:
        yield join(rows)


def _dateline(rows: Sequence[tuple[str, str]]) -> int:
    """Where the dateline that ends these rows begins: its capitals before the comma."""
    k = len(rows)
    while k > 0 and (rows[k - 1][0] in ",—" or rows[k - 1][0].isupper()):
        k -= 1
    return k


def join(rows: Sequence[tuple[str, str]]) -> Tagged:
    """Write tokens as text; the corpus' one quotation mark closes behind a comma, else by turns."""
    text, spans, begun, is_open = "", [], 0, False
    for token, tag in rows:
        word = token
        if token in ("”", '"', "“"):
            closes = is_open or text.endswith(",")
            word, is_open = ("”", False) if closes else ("“", True)
        tight = not text or word[0] in CLOSE or text[-1] in OPEN
        if not tight:
            text += " "
        start = len(text)
        text += word
        mark, _, label = tag.partition("-")
        if mark in ("B", "U"):
            begun = start
        if mark in ("L", "U"):
            spans.append((label, begun, len(text)))
    return Tagged(text, tuple(spans))


# ---- the comparison ------------------------------------------------------------------


def score(articles: Sequence[Tagged]) -> tuple[dict[str, Score], list[str]]:
    """Counts over all articles, and what was missed or false."""
    language = load_language()
    counts: Counter[str] = Counter()
    notes: list[str] = []
    for article in articles:
        found = [s for s in analyse(Article("-", article.text), language).statements if s.kind == "direct"]
        wanted = _whole(article.text, _spans(article, STATEMENT))
        pairs = _pair(article.text, found, wanted)
        counts["given"] += len(found)
        counts["wanted"] += len(wanted)
        counts["right"] += len(pairs)
        counts["exact"] += sum(_said(article.text, s) == span for s, span in pairs)
        counts["speaker"] += sum(_speaker_is_right(article, s) for s, _ in pairs)
        notes.extend(_notes(article.text, found, wanted, pairs))
        notes.extend(_strangers(article, pairs))
    given, wanted_all = counts["given"], counts["wanted"]
    return {
        "statement": Score(counts["right"], given, wanted_all),
        "statement_same_words": Score(counts["exact"], given, wanted_all),
        "statement_and_speaker": Score(counts["speaker"], given, wanted_all),
        "speaker_of_found": Score(counts["speaker"], counts["right"], counts["right"]),
    }, notes


def _spans(article: Tagged, labels: frozenset[str]) -> list[tuple[int, int]]:
    return [_bare(article.text, a, b) for label, a, b in article.spans if label in labels]


def _said(text: str, statement: Statement) -> tuple[int, int]:
    return _bare(text, statement.content.start, statement.content.end)


def _pair(
    text: str, found: Sequence[Statement], wanted: Sequence[tuple[int, int]]
) -> list[tuple[Statement, tuple[int, int]]]:
    """Statements with the spans they are, each once."""
    free, out = list(wanted), []
    for statement in found:
        hit = next((span for span in free if _shares(_said(text, statement), span)), None)
        if hit is not None:
            free.remove(hit)
            out.append((statement, hit))
    return out


def _speaker_is_right(article: Tagged, statement: Statement) -> bool:
    """The words for the speaker are tagged as one, or its name is the person tagged last before them."""
    speaker = statement.speaker
    if any(_touch((speaker.start, speaker.end), span) for span in _spans(article, SPEAKERS)):
        return True
    before = [(a, b) for a, b in _spans(article, frozenset({"PERSON"})) if b <= speaker.start]
    if not before:
        return False
    last = max(before, key=lambda span: span[1])
    return not set(article.text[last[0] : last[1]].lower().split()).isdisjoint(speaker.name.lower().split())


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in MARKS:
        start += 1
    while end > start and text[end - 1] in MARKS:
        end -= 1
    return start, end


def _whole(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans of neighbouring sentences of one quotation as one."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and not text[out[-1][1] : start].strip(" .!?"):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _touch(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _shares(a: tuple[int, int], b: tuple[int, int]) -> bool:
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared >= SHARE * (a[1] - a[0]) and shared >= SHARE * (b[1] - b[0])


def _strangers(article: Tagged, pairs: Sequence[tuple[Statement, tuple[int, int]]]) -> Iterator[str]:
    for statement, (_, end) in pairs:
        if not _speaker_is_right(article, statement):
            yield f"WHO    {statement.speaker.name} | {article.text[end : end + 120]!r}"


def _notes(
    text: str,
    found: Sequence[Statement],
    wanted: Sequence[tuple[int, int]],
    pairs: Sequence[tuple[Statement, tuple[int, int]]],
) -> Iterator[str]:
    paired, told = {span for _, span in pairs}, {s.id for s, _ in pairs}
    for a, b in wanted:
        if (a, b) not in paired:
            yield f"MISSED {text[max(0, a - 40) : b + 60]!r}"
    for statement in found:
        if statement.id not in told:
            a, b = statement.content
            yield f"FALSE  {text[max(0, a - 40) : b + 40]!r}"


if __name__ == "__main__":
    sys.exit(main())
