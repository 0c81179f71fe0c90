"""Trains the tagger of names, ``data/models/names.crfsuite``, and writes its list of first names.

    python tools/train_names.py --corpora FOLDER [--out FOLDER]

``FOLDER`` holds ``idner-news-2k`` and ``nergrit`` as their authors publish them. The text is
cut by saksi's own tokens; a name with its abbreviation in brackets becomes two. Three kinds
of sentences are learnt: those of the corpora, the same with the people exchanged for
invented ones of sixty countries, and sentences made from templates with such people and the
states, cities and organisations of the atlas. The names come from the lists of the package
Faker (MIT). Sentences of any test part are left out. Same input, same model.
"""

from __future__ import annotations

import argparse
import pkgutil
import random
import re
import unicodedata
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import faker.providers.person
import pycrfsuite  # type: ignore[import-untyped]  # the package ships no types

from benchmarks.corpora import Sentence, Span, known_spots, own, read_conll
from saksi.annotate.tagger import MODEL, features
from saksi.lang.atlas import Atlas
from saksi.lang.hints import load_hints
from saksi.lang.language import DATA, Language, load_language
from saksi.records import Token
from saksi.segment.tokens import tokenize

MODELS = Path(__file__).parents[1] / "src" / "saksi" / "data" / "models"
SEED = 7
#: Share of people that are exchanged, and how often the invented one is Indonesian.
SWAPPED, INDONESIAN = 0.7, 0.4
MADE = 2000
#: L1 keeps the model small; both weights and the rounds were set on quarters of idner's training part.
TRAINING = {"c1": 0.05, "c2": 0.05, "max_iterations": 120, "feature.possible_transitions": True}
NAME = re.compile(r"[A-Z][a-z]+(?:[-'][A-Z]?[a-z]+)?$")
SHORTEST_NAME = 3
TEMPLATES = (
    "{PER} menolak usulan {LOC} .",
    "{PER} dan {PER} sepakat bertemu lagi di {LOC} pekan depan .",
    "Menurut {PER} , perundingan itu belum selesai .",
    "Dalam wawancara dengan {ORG} , {PER} membantah tuduhan tersebut .",
    '" Kami akan membalas , " kata {PER} kepada wartawan di {LOC} .',
    '" Ini pelanggaran kedaulatan , " ujar {PER} , Senin .',
    "Pertemuan {PER} dengan {PER} berlangsung dua jam .",
    "{PER} tiba di {LOC} pada Selasa malam .",
    "{PER} mengatakan pasukan {LOC} telah mundur dari perbatasan .",
    "{PER} juga menuding {ORG} ikut campur .",
    "Pernyataan {PER} dikutip kantor berita {ORG} .",
    "Presiden {PER} menuju {LOC} untuk menghadiri KTT {ORG} .",
    "Ketua delegasi , {PER} , menyebut {ORG} gagal .",
    "Analis dari {ORG} , {PER} , menilai langkah itu berisiko .",
    "Sejak {PER} berkuasa , hubungan {LOC} dan {LOC} memburuk .",
    "Kota {LOC} dan {LOC} dihantam rudal semalam .",
    "Bentrokan meletus di {LOC} , {LOC} bagian utara .",
    "{ORG} dan {ORG} menandatangani nota kesepahaman .",
    "{ORG} mendesak {LOC} membuka perbatasan .",
    "Juru bicara {ORG} {PER} menyampaikan belasungkawa .",
    "{PER} ( 54 ) ditahan aparat di {LOC} .",
    "Kuasa hukum {PER} meminta pengadilan menunda sidang .",
    "Pengganti {PER} belum diumumkan .",
    "Istri {PER} , {PER} , ikut dalam lawatan itu .",
    "Menlu {LOC} {PER} bertemu Menlu {LOC} {PER} di sela sidang {ORG} .",
    "Seorang warga bernama {PER} mengaku melihat ledakan .",
    "{PER} , yang memimpin {ORG} sejak tahun lalu , mengundurkan diri .",
    "Presiden {LOC} {PER} menerima kunjungan Perdana Menteri {LOC} {PER} .",
    "Mendagri {LOC} {PER} menyampaikan surat kepada Menteri Keamanan Publik {LOC} {PER} .",
    "Menteri Pertahanan {LOC} {PER} dan Menhan {LOC} {PER} membahas latihan bersama .",
    "Duta Besar {LOC} untuk {LOC} {PER} dipanggil .",
    "Juru bicara Kementerian Luar Negeri {LOC} {PER} mengecam serangan itu .",
    "Mantan Presiden {LOC} {PER} meninggal di {LOC} .",
    "PM {LOC} , {PER} , menolak berunding dengan {ORG} .",
    "Panglima militer {LOC} Jenderal {PER} meninjau {LOC} .",
    "Utusan khusus {ORG} untuk {LOC} , {PER} , tiba di {LOC} .",
    "Sekjen {ORG} {PER} menyerukan gencatan senjata .",
    "{LOC} menuduh {LOC} melanggar perjanjian .",
    "{PER} bertolak dari {LOC} ke {LOC} .",
)


class People(NamedTuple):
    """First and last names of one country."""

    first: tuple[str, ...]
    last: tuple[str, ...]


class Labelled(NamedTuple):
    """A sentence cut by saksi's tokens, one label a token."""

    tokens: tuple[Token, ...]
    labels: tuple[str, ...]


# ---- invented people -------------------------------------------------------------------


def read_people() -> dict[str, People]:
    """Names of Faker by country, without accents, those in Latin letters."""
    out = {}
    for module in sorted(m.name for m in pkgutil.iter_modules(faker.providers.person.__path__)):
        provider = import_module(f"faker.providers.person.{module}").Provider
        first, last = (_names(provider, part) for part in ("first_name", "last_name"))
        if first and last:
            out[module] = People(first, last)
    return out


def _names(provider: type, part: str) -> tuple[str, ...]:
    lists = (tuple, list, dict)
    keys = [key for key in sorted(dir(provider)) if part in key and isinstance(getattr(provider, key), lists)]
    found = {_plain(name) for key in keys for name in getattr(provider, key) if isinstance(name, str)}
    return tuple(sorted(name for name in found if NAME.match(name)))


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.title() if name.isupper() else name)
    return "".join(char for char in letters if not unicodedata.combining(char))


def write_first_names(people: dict[str, People], path: Path) -> None:
    """Write every name once, in lower case: the tagger's list of words that people bear."""
    names = {name.lower() for group in people.values() for name in (*group.first, *group.last)}
    lines = sorted(name for name in names if len(name) >= SHORTEST_NAME)
    path.write_text("\n".join(["name", *lines]) + "\n", encoding="utf-8")


def invent(people: dict[str, People], size: int, draw: random.Random) -> list[str]:
    """A person's name of ``size`` words at most three; one word is a first or a last name."""
    place = "id_ID" if draw.random() < INDONESIAN else draw.choice(sorted(people))
    group = people[place]
    if size == 1:
        return [draw.choice(group.first if place == "id_ID" or draw.random() < 0.3 else group.last)]
    return [draw.choice(group.first), *(draw.choice(group.last) for _ in range(min(size, 3) - 1))]


def exchange(sentence: Sentence, people: dict[str, People], draw: random.Random) -> Sentence:
    """The sentence with most of its people exchanged for invented ones."""
    words: list[str] = []
    spans = []
    last = 0
    for span in sentence.spans:
        words += sentence.words[last : span.first]
        name = list(sentence.words[span.first : span.last])
        if span.label == "PER" and draw.random() < SWAPPED:
            name = invent(people, len(name), draw)
        spans.append(Span(len(words), len(words) + len(name), span.label))
        words += name
        last = span.last
    return Sentence((*words, *sentence.words[last:]), tuple(spans))


# ---- sentences from templates ----------------------------------------------------------


def make(people: dict[str, People], atlas: Atlas, draw: random.Random) -> Iterator[Sentence]:
    """Sentences from the templates, with invented people and names of the atlas."""
    kinds = {"LOC": ("state", "place"), "ORG": ("organisation", "group")}
    known = {label: sorted(e.name for e in atlas.entries if e.kind in some) for label, some in kinds.items()}
    for _ in range(MADE):
        words: list[str] = []
        spans = []
        for part in draw.choice(TEMPLATES).split():
            label = part.strip("{}")
            name = [part]
            if label == "PER":
                name = invent(people, draw.choice((1, 2, 2, 3)), draw)
            elif label in known:
                name = draw.choice(known[label]).split()
            if label != part:
                spans.append(Span(len(words), len(words) + len(name), label))
            words += name
        yield Sentence(tuple(words), tuple(spans))


# ---- from words to signs ---------------------------------------------------------------


def split_brackets(sentence: Sentence) -> Sentence:
    """Make a name and its abbreviation in brackets two names."""
    spans = []
    for span in sentence.spans:
        inside = range(span.first + 1, span.last)
        at = next((i for i in inside if sentence.words[i].startswith("(")), span.last)
        spans.append(Span(span.first, at, span.label))
        if at < span.last:
            spans.append(Span(at, span.last, span.label))
    return Sentence(sentence.words, tuple(spans))


def cut(sentence: Sentence) -> Labelled:
    """Cut a sentence by saksi's tokens; marks at the edges of a name are none of it."""
    text = " ".join(sentence.words)
    tokens = tuple(tokenize(text, 0, len(text)))
    labels = ["O"] * len(tokens)
    owners = own(sentence.words, tokens)
    for span in sentence.spans:
        inside = [i for i, owner in enumerate(owners) if span.first <= owner < span.last]
        while inside and tokens[inside[0]].kind == "mark":
            inside.pop(0)
        while inside and tokens[inside[-1]].kind == "mark":
            inside.pop()
        for n, i in enumerate(inside):
            labels[i] = ("I-" if n else "B-") + span.label
    return Labelled(tokens, tuple(labels))


def learn(sentences: Iterable[Sentence], path: Path, language: Language) -> None:
    """Train on the sentences and write the model."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(TRAINING)
    hints = load_hints(DATA / "models")
    for sentence in sentences:
        tokens, labels = cut(split_brackets(sentence))
        trainer.append(features(tokens, known_spots(tokens, language), hints), labels)
    trainer.train(str(path))


def read_corpora(folder: Path) -> tuple[list[Sentence], list[Sentence]]:
    """Sentences of idner (training and development part) and of nergrit, none of a test part."""
    idner, nergrit = folder / "idner-news-2k", folder / "nergrit"
    tests = {
        _key(s) for path in (idner / "test.txt", nergrit / "test_preprocess.txt") for s in read_conll(path)
    }
    news = [s for part in ("train", "dev") for s in read_conll(idner / f"{part}.txt")]
    other = [s for part in ("train", "valid") for s in read_conll(nergrit / f"{part}_preprocess.txt")]
    return [s for s in news if _key(s) not in tests], [s for s in other if _key(s) not in tests]


def _key(sentence: Sentence) -> str:
    return "".join(sentence.words).casefold()


def main() -> None:
    """Train and say how large the model is."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the two corpora")
    parser.add_argument("--out", type=Path, default=MODELS, help="where the model goes")
    given = parser.parse_args()
    people, draw = read_people(), random.Random(SEED)  # noqa: S311  # a seed makes it repeatable
    write_first_names(people, given.out / "first_names.tsv")
    language = load_language()
    news, other = read_corpora(given.corpora)
    # The news corpus counts twice: its conventions are those of the press.
    sentences = [*news, *news, *(exchange(s, people, draw) for s in news), *other]
    sentences += [exchange(s, people, draw) for s in other]
    sentences += make(people, language.atlas, draw)
    learn(sentences, given.out / MODEL, language)
    size = (given.out / MODEL).stat().st_size
    print(f"{len(sentences)} sentences, {MODEL} has {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
