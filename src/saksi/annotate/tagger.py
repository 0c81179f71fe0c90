"""Tags names of people, places and organisations with a model trained on news.

Turns the tokens of a sentence and what the atlas knows in it into ``Tagged`` spans. It is
asked last, for what neither the atlas nor a title introduces. The recipe of the model is
``tools/train_names.py``, which takes its features from here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple, Protocol

from saksi.annotate.spots import Spot, is_word
from saksi.lang.hints import Hints
from saksi.lang.language import DATA
from saksi.records import Token

MODELS = DATA / "models"
MODEL = "names.crfsuite"
#: Longer words have the shape of their beginning.
LONGEST_SHAPE = 12
#: Words whose signs are kept ready; a long article has some hundreds.
CACHED_WORDS = 20_000
OUTSIDE = "O"


class Tagged(NamedTuple):
    """Tokens ``first`` to ``last`` (excluded) are a name; ``label`` is PER, LOC or ORG.

    ``certainty`` is the least probability that the model gives a token of it.
    """

    first: int
    last: int
    label: str
    certainty: float = 1.0


class Model(Protocol):
    """What is used of a model of python-crfsuite."""

    def tag(self, sequence: list[list[str]]) -> list[str]:
        """Give the best label of each token."""

    def marginal(self, label: str, position: int) -> float:
        """Give the probability of a label in the sequence that was tagged last."""


class Word(NamedTuple):
    """What a word shows by itself."""

    lower: str
    shape: str
    ending: str
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tagger:
    """The trained model; ``weights`` must live as long as it does."""

    model: Model
    weights: bytes

    def tag(self, tokens: Sequence[Token], spots: Sequence[Spot], hints: Hints) -> tuple[Tagged, ...]:
        """Name the spans of a sentence, left to right; ``spots`` are those that the atlas knows."""
        if not tokens:
            return ()
        labels = self.model.tag(features(tokens, spots, hints))
        return tuple(
            span._replace(
                certainty=min(self.model.marginal(labels[k], k) for k in range(span.first, span.last))
            )
            for span in read_spans(labels)
        )


@cache
def load_tagger() -> Tagger:
    """Load the model when it is first asked for (cached: one object a process)."""
    import pycrfsuite  # type: ignore[import-untyped]  # noqa: PLC0415  # costs time only where it is used

    model = pycrfsuite.Tagger()
    weights = (MODELS / MODEL).read_bytes()
    model.open_inmemory(weights)
    return Tagger(model, weights)


def read_spans(labels: Sequence[str]) -> Iterator[Tagged]:
    """Join ``B-`` and ``I-`` labels to spans.

    >>> list(read_spans(["B-PER", "I-PER", "O", "B-LOC"]))
    [Tagged(first=0, last=2, label='PER', certainty=1.0), Tagged(first=3, last=4, label='LOC', certainty=1.0)]
    """
    first = None
    for i, label in enumerate([*labels, OUTSIDE]):
        if first is not None and not label.startswith("I-"):
            yield Tagged(first, i, labels[first][2:])
            first = None
        if first is None and label != OUTSIDE:
            first = i


# ---- signs of a token ----------------------------------------------------------------


def features(tokens: Sequence[Token], spots: Sequence[Spot], hints: Hints) -> list[list[str]]:
    """What the model looks at, one list of signs a token."""
    words = [_word(token.text, token.lower) for token in tokens]
    marks = _marks(tokens, spots, hints)
    last = len(words) - 1
    return [
        [
            *word.signs,
            *marks[i],
            *(_before(words, i) if i else ("BOS",)),
            *(_after(words, i) if i < last else ("EOS",)),
        ]
        for i, word in enumerate(words)
    ]


@lru_cache(maxsize=CACHED_WORDS)
def _word(text: str, lower: str) -> Word:
    shape = _shape(text)
    known = ("k" if is_word(lower) else "u",) if shape[:1] == "X" else ()
    signs = (
        f"w={lower}", f"s={shape}", f"p2={lower[:2]}", f"p3={lower[:3]}",
        f"x2={lower[-2:]}", f"x3={lower[-3:]}", f"x4={lower[-4:]}",
        *known,
    )  # fmt: skip
    return Word(lower, shape, lower[-3:], signs)


def _shape(text: str) -> str:
    """Write a word as its kinds of letters, repeats as one.

    >>> _shape("Jakarta"), _shape("PBB"), _shape("G-20")
    ('Xx+', 'X+', 'X-d+')
    """
    out: list[str] = []
    for char in text[:LONGEST_SHAPE]:
        kind = "X" if char.isupper() else "x" if char.islower() else "d" if char.isdigit() else char
        if not out or out[-1][0] != kind:
            out.append(kind)
        else:
            out[-1] = kind + "+"
    return "".join(out)


def _before(words: Sequence[Word], i: int) -> list[str]:
    word, one = words[i], words[i - 1]
    signs = [
        f"-w={one.lower}", f"-s={one.shape}", f"-x3={one.ending}",
        f"-ww={one.lower}|{word.lower}", f"-ss={one.shape}|{word.shape}",
    ]  # fmt: skip
    if i > 1:
        signs += [f"--w={words[i - 2].lower}", f"--s={words[i - 2].shape}|{one.shape}"]
    return signs


def _after(words: Sequence[Word], i: int) -> list[str]:
    word, one = words[i], words[i + 1]
    signs = [
        f"+w={one.lower}", f"+s={one.shape}", f"+x3={one.ending}",
        f"+ww={word.lower}|{one.lower}", f"+ss={word.shape}|{one.shape}",
    ]  # fmt: skip
    if i + 2 < len(words):
        signs += [f"++w={words[i + 2].lower}", f"++s={one.shape}|{words[i + 2].shape}"]
    return signs


def _marks(tokens: Sequence[Token], spots: Sequence[Spot], hints: Hints) -> list[list[str]]:
    """What atlas and lists know of each token and of its neighbours."""
    own: list[list[str]] = [[] for _ in tokens]
    for spot in spots:
        if spot.entries:
            kinds = "|".join(sorted({entry.kind for entry in spot.entries}))
            _put(own, spot.first, spot.last, f"g={kinds}")
    i = 0
    while i < len(tokens):
        token = tokens[i]
        n, label = hints.match(tokens, i) if token.text[:1].isupper() else (0, "")
        if n:
            _put(own, i, i + n, f"h={label}")
        for k in range(i, i + (n or 1)):
            if tokens[k].lower in hints.people and tokens[k].text[:1].isupper():
                own[k].append("n")
        i += n or 1
    return [
        [
            *own[k],
            *(["-" + mark for mark in own[k - 1]] if k else ()),
            *(["+" + mark for mark in own[k + 1]] if k + 1 < len(own) else ()),
        ]
        for k in range(len(own))
    ]


def _put(own: list[list[str]], first: int, last: int, mark: str) -> None:
    own[first].append(f"B{mark}")
    for k in range(first + 1, last):
        own[k].append(f"I{mark}")
