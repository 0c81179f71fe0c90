"""Measures names on corpora of others: exact spans of people, places and organisations.

    python -m benchmarks.names --corpora FOLDER [--nerui FOLDER]

``FOLDER`` holds ``idner-news-2k`` and ``nergrit``. ``nerui`` is the folder ``ner/data/nerui``
of the repository indolem/indolem; nothing is trained on it, so its figure is zero-shot. Two
readers are measured on the words that a corpus gives: the tagger alone, and all of saksi's
names (atlas, titles, tagger) with their kinds read as people, places and organisations. The
result goes to ``results/names.json`` with the figures that others have published.

How the labels are matched: states, demonyms and places are LOC; organisations, parties, armed
groups and bodies are ORG; offices and common nouns are nothing, nor is a lone common noun with a
capital ("Pemerintah"). An organisation's short form at the end of an office is ORG ("Ketua DPR").
idner has conventions that saksi has not, and there saksi's names are read by them; each was
counted in its training part. It writes a name and its abbreviation in brackets as one name (so
the two are joined), and so a body and its country or town ("Kementerian Kesehatan Sudan", 15 of
22). It marks a state where it is a place, not where it acts ("Israel menyerang"): there states
count behind a preposition of place, a comma, a bracket, "dan" or a noun of place only (of such 9
in 10 are marked, of the others 2 in 10), and a place does not count behind an office or somebody
("Gubernur Bali", "warga Bali": 2 of 31 are marked). A corpus's own word decides what an exact
span is: a mark that it glues to a word is no fault. The promise (88 on idner, 68 on NER-UI) is
made for both readers.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpora import Sentence, Span, known_spots, own, read_conll
from saksi.annotate.names import find_names
from saksi.annotate.tagger import load_tagger
from saksi.annotate.times.find import find_times
from saksi.lang.atlas import load_atlas
from saksi.lang.hints import load_hints
from saksi.lang.language import DATA, Language, load_language
from saksi.lang.spelling import build_spelling
from saksi.records import Article, Name, Page, Segments, Token
from saksi.records import Sentence as SaksiSentence
from saksi.segment.tokens import tokenize

RESULTS = Path(__file__).parent / "results" / "names.json"
LABELS = ("PER", "LOC", "ORG")
#: How saksi's kinds are read.
KINDS = {
    "person": "PER", "state": "LOC", "demonym": "LOC", "place": "LOC",
    "organisation": "ORG", "group": "ORG", "body": "ORG",
}  # fmt: skip
#: What others report, and where. None of them is a run on the same machine.
PUBLISHED = {
    "NER-UI, trained on it, five folds": {
        "BiLSTM": 82.2, "mBERT": 82.2, "MalayBERT": 87.4, "IndoBERT": 90.1,
        "source": "Koto et al. 2020, IndoLEM and IndoBERT (COLING), table of NER",
    },
}  # fmt: skip

#: What stands before a state that idner marks as a place.
PLACING = frozenset({
    "di", "ke", "dari", "pada", "dan", "seperti", ",", "(", "wilayah", "kota", "ibukota", "seluruh",
    "asal", "arah", "mengunjungi", "utara", "selatan", "timur", "barat",
})  # fmt: skip
#: Kinds behind which a place is whose somebody is, and is not marked by idner.
OWNED = frozenset({"office", "agent"})

Reader = Callable[[Sequence[Token], str], list[Span]]


class Floors(NamedTuple):
    """The least that is promised."""

    idner: float = 88.0
    nerui: float = 68.0
    speed: float = 2500.0  # sentences a second on one core
    load: float = 0.5  # seconds at most


def main() -> int:
    """Measure, write the figures, and fail when one is under its floor."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, required=True, help="folder of idner-news-2k and nergrit")
    parser.add_argument("--nerui", type=Path, help="folder of the NER-UI folds, ner/data/nerui")
    given = parser.parse_args()
    loaded = load()
    report = measure(read_tests(given.corpora, given.nerui), load_language())
    report |= {"load_seconds": round(loaded, 3), "published": PUBLISHED}
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(json.dumps(report, indent=2, ensure_ascii=False))
    return 0 if holds(report) else 1


def load() -> float:
    """Seconds of one core to load what names need: atlas, lists, spellings and model."""
    began = time.process_time()
    atlas, hints = load_atlas(DATA), load_hints(DATA / "models")
    build_spelling(atlas.states, atlas.seats, atlas.forms | hints.people)
    load_tagger()
    return time.process_time() - began


def read_tests(corpora: Path, nerui: Path | None) -> dict[str, list[Sentence]]:
    """The sentences to measure on, by corpus."""
    tests = {
        "idner": list(read_conll(corpora / "idner-news-2k" / "test.txt")),
        "nergrit": list(read_conll(corpora / "nergrit" / "test_preprocess.txt")),
    }
    if nerui is not None:
        tests["nerui"] = [s for path in sorted(nerui.glob("test.*.tsv")) for s in read_conll(path)]
    return tests


def measure(tests: dict[str, list[Sentence]], language: Language) -> dict[str, object]:
    """Figures of both readers on every corpus, and the speed of the whole on idner."""
    report: dict[str, object] = {}
    for name, sentences in tests.items():
        own_way = name == "idner"

        def names(tokens: Sequence[Token], text: str, *, placed: bool = own_way) -> list[Span]:
            return read_names(tokens, text, language, idner=placed)

        report[name] = {
            "sentences": len(sentences),
            "tagger": score(sentences, lambda tokens, _: read_tagged(tokens, language), join=own_way),
            "saksi": score(sentences, names, join=own_way),
        }
    report["sentences_per_second"] = round(speed(tests["idner"], language), 1)
    return report


def holds(report: dict[str, object]) -> bool:
    """Whether every floor is held."""
    floors, good = Floors(), True
    for name, floor in (("idner", floors.idner), ("nerui", floors.nerui)):
        row = report.get(name)
        if not isinstance(row, dict):
            continue
        for reader in ("tagger", "saksi"):
            if row[reader]["all"]["f"] < floor:
                print(f"{name}, {reader}: {row[reader]['all']['f']} is under {floor}")
                good = False
    rate = report["sentences_per_second"]
    if isinstance(rate, float) and rate < floors.speed:
        print(f"speed: {rate} sentences a second is under {floors.speed}")
        good = False
    seconds = report["load_seconds"]
    if isinstance(seconds, float) and seconds > floors.load:
        print(f"loading: {seconds} seconds are more than {floors.load}")
        good = False
    return good


# ---- two readers -----------------------------------------------------------------------


def read_tagged(tokens: Sequence[Token], language: Language) -> list[Span]:
    """Spans of the tagger alone."""
    tagged = load_tagger().tag(tokens, known_spots(tokens, language), language.hints)
    return [Span(found.first, found.last, found.label) for found in tagged]


def read_names(tokens: Sequence[Token], text: str, language: Language, *, idner: bool) -> list[Span]:
    """Spans of all names that saksi finds in a sentence that stands alone, by the ways of ``idner`` or not."""
    times = find_times(text, 0, len(text), language.times)
    names = list(find_names(segment(tokens, text), [times], language)[0])
    spans = [*_short_bodies(names, tokens, language)]
    for before, name in zip([None, *names], names, strict=False):
        if not _is_named(name) or (idner and not _is_placed(name, before, tokens)):
            continue
        if idner and spans and before is not None and _is_owner(before, name):
            spans[-1] = Span(before.first, name.last, "ORG")
        else:
            spans.append(Span(name.first, name.last, KINDS[name.entry.kind]))
    return sorted(spans)


def _short_bodies(names: Sequence[Name], tokens: Sequence[Token], language: Language) -> Iterator[Span]:
    """The short form of a body at the end of an office: "anggota DPR"."""
    for name in names:
        last = tokens[name.last - 1]
        kinds = {entry.kind for entry in language.atlas.named(last.lower)}
        if name.entry.kind == "office" and last.text.isupper() and kinds & {"body", "organisation"}:
            yield Span(name.last - 1, name.last, "ORG")


def _is_owner(body: Name, name: Name) -> bool:
    """Whether a name is the country or town of the body of several words right before it."""
    several = body.last - body.first > 1 and body.text[:1].isupper()
    return body.entry.kind == "body" and several and body.last == name.first


def _is_placed(name: Name, before: Name | None, tokens: Sequence[Token]) -> bool:
    """Whether a name is no state, or a state that stands as a place does."""
    behind = before if before is not None and before.last == name.first else None
    if behind is not None and _is_owner(behind, name):
        return name.entry.kind in ("state", "place")
    if name.entry.kind == "place":
        return behind is None or behind.entry.kind not in OWNED
    if name.entry.kind not in ("state", "demonym"):
        return True
    return name.first > 0 and tokens[name.first - 1].lower in PLACING


def _is_named(name: Name) -> bool:
    """Whether a name is one: with a capital, or learned with its noun ("pulau Ambar"); no lone common noun."""
    if name.entry.kind not in KINDS:
        return False
    if name.entry.kind == "body":
        words = name.text.split()
        return name.text.isupper() or (len(words) > 1 and words[-1][:1].isupper())
    return name.text[:1].isupper() or name.rule == "learned"


def segment(tokens: Sequence[Token], text: str) -> Segments:
    """One sentence as an article of its own."""
    article = Article("corpus", text)
    page = Page(article, (), None, None, None, "id")
    return Segments(page, (SaksiSentence(0, len(text), 1, 0, "body", tuple(tokens)),), ())


# ---- scores ----------------------------------------------------------------------------


def score(sentences: Iterable[Sentence], reader: Reader, *, join: bool) -> dict[str, dict[str, float]]:
    """Precision, recall and F of exact spans, by label and over all."""
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for sentence in sentences:
        text = " ".join(sentence.words)
        tokens = tuple(tokenize(text, 0, len(text)))
        owners = own(sentence.words, tokens)
        spans = reader(tokens, text)
        spans = join_brackets(spans, tokens) if join else spans
        found = {Span(owners[s.first], owners[s.last - 1] + 1, s.label) for s in spans}
        right.update(span.label for span in found & set(sentence.spans))
        given.update(span.label for span in found)
        wanted.update(span.label for span in sentence.spans)
    rows = {label: _rates(right[label], given[label], wanted[label]) for label in LABELS}
    return rows | {"all": _rates(right.total(), given.total(), wanted.total())}


def join_brackets(spans: Sequence[Span], tokens: Sequence[Token]) -> list[Span]:
    """Make an organisation and its abbreviation in brackets one span."""
    out: list[Span] = list(spans[:1])
    for before, span in pairwise(spans):
        gap = [token.text for token in tokens[before.last : span.first]]
        if gap == ["("] and before.label == span.label == "ORG":
            out[-1] = Span(out[-1].first, span.last, "ORG")
        else:
            out.append(span)
    return out


def _rates(right: int, given: int, wanted: int) -> dict[str, float]:
    rates = {"p": right / max(given, 1), "r": right / max(wanted, 1), "f": 2 * right / max(given + wanted, 1)}
    return {name: round(100 * rate, 2) for name, rate in rates.items()}


def speed(sentences: Sequence[Sentence], language: Language) -> float:
    """Sentences a second of all of saksi's names, cut into tokens beforehand, one core."""
    texts = [" ".join(sentence.words) for sentence in sentences]
    ready = [segment(tokenize(text, 0, len(text)), text) for text in texts]
    began = time.process_time()
    for segments in ready:
        find_names(segments, [()], language)
    return len(ready) / (time.process_time() - began)


if __name__ == "__main__":
    raise SystemExit(main())
