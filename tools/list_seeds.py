"""Lists what saksi knows from five press articles about six subjects, in ``docs/seeds.md``.

Turns the articles of a folder (which are not part of saksi) into a table: subject, what is
known, number of the article, number of the sentence. It copies no text of an article: rows
hold names, types, dates and codes alone.

    python tools/list_seeds.py FOLDER [--check]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Analysis, Article, Entity, Event, Relation, Span, Statement

PAGE = Path(__file__).resolve().parents[1] / "docs" / "seeds.md"
HEAD = """# What saksi knows from five articles

Written by `python tools/list_seeds.py FOLDER` from five press articles that are not part of saksi.
A row gives what was found, the number of the article, and the number of the sentence in it; no
text of an article is here. Names are the atlas' own. In [the contract](contract.md) every record
has its witness as well: the exact characters.

"""
STORY = ("lead", "body")
ABROAD = ("CONSULT", "COOPERATE", "AGREE", "MOBILIZE", "SUPPORT")


class Subject(NamedTuple):
    """Something to ask for: by a name in a record, or by words of the sentence that tells it."""

    title: str
    names: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    types: tuple[str, ...] = ABROAD
    speaker: str | None = None  # beginning of the speaker's name
    within: str = ""  # the article must hold this word


SUBJECTS = (
    Subject("SCO", frozenset({"Organisasi Kerja Sama Shanghai"})),
    Subject("CSTO", frozenset({"Organisasi Perjanjian Keamanan Kolektif"})),
    Subject("Exercise in Dushanbe", words=("latihan",), types=("COOPERATE",), within="dushanbe"),
    Subject("Meetings in Astana", words=("astana",)),
    Subject("Call between the foreign ministers", words=("telepon",), types=("CONSULT", "AGREE")),
    Subject("Statement in Beijing", types=(), speaker="pernyataan China"),
)


class Row(NamedTuple):
    """One line of the table."""

    subject: str
    what: str
    article: int
    sentence: int


def main() -> int:
    """Write the page, or with ``--check`` say whether it is what would be written."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="folder with the articles as .txt")
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    arguments = parser.parse_args()
    page = HEAD + table(find_rows(arguments.folder))
    if arguments.check:
        same = PAGE.read_text(encoding="utf-8") == page
        print("docs/seeds.md is up to date" if same else "docs/seeds.md is old: run tools/list_seeds.py")
        return 0 if same else 1
    PAGE.write_text(page, encoding="utf-8")
    print(f"docs/seeds.md: {page.count(chr(10))} lines")
    return 0


def find_rows(folder: Path) -> list[Row]:
    """All rows, by subject, then by article and sentence."""
    language = load_language()
    rows: list[Row] = []
    for number, path in enumerate(sorted(folder.glob("*.txt")), start=1):
        analysis = analyse(Article(path.name, path.read_text(encoding="utf-8")), language)
        text = analysis.marks.segments.page.article.text.lower()
        for subject in (s for s in SUBJECTS if s.within in text):
            rows.extend(_rows(subject, analysis, number))
    order = [subject.title for subject in SUBJECTS]
    return sorted(dict.fromkeys(rows), key=lambda r: (order.index(r.subject), r.article, r.sentence, r.what))


def table(rows: Sequence[Row]) -> str:
    """The rows in Markdown."""
    lines = ["| subject | what saksi knows | article | sentence |", "|---|---|---|---|"]
    lines += [f"| {row.subject} | {row.what} | {row.article} | {row.sentence} |" for row in rows]
    return "\n".join(lines) + "\n"


def _rows(subject: Subject, analysis: Analysis, article: int) -> Iterator[Row]:
    for relation in analysis.relations:
        if subject.names & {relation.subject.name, relation.object.name} or _told(
            subject, analysis, relation.evidence
        ):
            yield Row(subject.title, _relation(relation), article, _number(analysis, relation.evidence))
    for event in analysis.events:
        if event.event in subject.types and _is_about(subject, analysis, event):
            yield Row(subject.title, _event(event), article, _number(analysis, event.evidence))
    yield from _named(subject, analysis, article)
    for statement in analysis.statements:
        if _says(subject, statement):
            yield Row(subject.title, _statement(statement), article, _number(analysis, statement.content))


def _named(subject: Subject, analysis: Analysis, article: int) -> Iterator[Row]:
    """Who and when, in the sentences that hold the subject's words."""
    marks = analysis.marks
    for sentence, names, times in zip(marks.segments.sentences, marks.names, marks.times, strict=True):
        if sentence.role not in STORY or not _told(subject, analysis, Span(sentence.start, sentence.end)):
            continue
        who = dict.fromkeys(
            n.entry.name for n in names if n.entry.kind in ("person", "state", "organisation")
        )
        when = dict.fromkeys(t.value for t in times if t.value is not None and t.type == "DATE")
        if who:
            what = f"named: {', '.join(who)}" + (f"; dates: {', '.join(when)}" if when else "")
            yield Row(subject.title, what, article, sentence.number)


def _is_about(subject: Subject, analysis: Analysis, event: Event) -> bool:
    sides = {e.name for e in (*event.actor, *event.recipient)}
    return bool(subject.names & sides) or _told(subject, analysis, event.evidence)


def _told(subject: Subject, analysis: Analysis, evidence: Span) -> bool:
    text = analysis.marks.segments.page.article.text[evidence.start : evidence.end].lower()
    return any(word in text for word in subject.words)


def _says(subject: Subject, statement: Statement) -> bool:
    if subject.speaker is not None:
        return statement.speaker.name.startswith(subject.speaker)
    return any(e.name in subject.names for e in statement.about)


def _number(analysis: Analysis, span: Span) -> int:
    sentences = analysis.marks.segments.sentences
    return next(s.number for s in sentences if s.start <= span.start < s.end)


# ---- records in words ------------------------------------------------------------


def _names(entities: Sequence[Entity]) -> str:
    return ", ".join(dict.fromkeys(e.name if e.id else e.code or "–" for e in entities)) or "–"


def _relation(relation: Relation) -> str:
    dates = "".join(
        f" {word} {day}" for word, day in (("since", relation.since), ("until", relation.until)) if day
    )
    status = "" if relation.status == "actual" else f" ({relation.status})"
    flags = "".join(f" [{flag}]" for flag in relation.flags)
    return f"{relation.subject.name} `{relation.predicate}` {relation.object.name}{dates}{status}{flags}"


def _event(event: Event) -> str:
    kind = f"{event.event}/{event.mode}" if event.mode else event.event
    toward = f" → {_names(event.recipient)}" if event.recipient else ""
    day = f", {event.date.value}" if event.date is not None else ""
    place = f", {event.location.name}" if event.location is not None else ""
    return f"`{kind}` {_names(event.actor)}{toward}{day}{place} ({event.status})"


def _statement(statement: Statement) -> str:
    stance = statement.stance
    toward = f" {stance.toward.name}" if stance is not None and stance.toward is not None else ""
    value = stance.value if stance is not None else "neutral"
    about = _names([e for e in statement.about if e.id])
    return f"{statement.speaker.name}: {statement.kind} statement, {value}{toward}; about {about}"


if __name__ == "__main__":
    sys.exit(main())
