"""Measures how well and how fast copies are found, on generated articles.

Turns a fixed seed into 4,000 articles: 2,000 originals, 500 with another dateline and last line,
500 cut to three fifths, 500 with a seventh of their words replaced, 500 independent ones. Prints
the share of pairs found of each kind, the pairs that should not be, and texts a second.

    python benchmarks/copies.py
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Sequence

from saksi.copies import Text, find_copies

ORIGINALS, EACH, SENTENCES, WORDS = 2000, 500, 22, 17
#: The least that must be found; rewording is left to the linking of events.
FLOORS = {"another dateline": 1.0, "cut": 0.99}
_SYLLABLES = ("ba", "da", "ka", "la", "ma", "na", "pa", "ra", "sa", "ta", "ngu", "ri", "ti", "lu", "me", "ke")


def main() -> int:
    """Generate, find, count."""
    rng = random.Random(11)  # noqa: S311  # a fixed text, no secret
    words = sorted({"".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))) for _ in range(6000)})
    originals = [_article(words, rng) for _ in range(ORIGINALS)]
    texts, wanted = _texts(originals, words, rng)
    began = time.perf_counter()
    groups = find_copies(texts)
    seconds = time.perf_counter() - began
    found = {frozenset((pair.first, pair.second)) for group in groups for pair in group.pairs}
    fine = True
    for kind, pairs in wanted.items():
        share = len(pairs & found) / len(pairs)
        fine &= share >= FLOORS.get(kind, 0)
        print(f"{kind:<20} {share:.3f} of {len(pairs)}")
    extra = sum(len({name[1:] for name in pair}) > 1 for pair in found)
    print(f"{'pairs too many':<20} {extra}\n{'texts a second':<20} {len(texts) / seconds:,.0f}")
    return 0 if fine and not extra else 1


def _article(words: Sequence[str], rng: random.Random) -> list[str]:
    return [" ".join(rng.choices(words, k=WORDS)).capitalize() + "." for _ in range(SENTENCES)]


def _texts(
    originals: Sequence[list[str]], words: Sequence[str], rng: random.Random
) -> tuple[list[Text], dict[str, set[frozenset[str]]]]:
    """All texts, and the pairs of each kind that are copies."""
    texts = [Text(f"o{index:04}", " ".join(rows)) for index, rows in enumerate(originals)]
    wanted: dict[str, set[frozenset[str]]] = {"another dateline": set(), "cut": set(), "reworded": set()}
    for index in range(EACH):
        rows = originals[index]
        made = {
            "another dateline": ["AMBAR, WARTA - " + rows[0], *rows[1:-1], "Ikuti kabar kami."],
            "cut": rows[: SENTENCES * 3 // 5],
            "reworded": [_reword(row, words, rng) for row in rows],
        }
        for kind, copy in made.items():
            texts.append(Text(f"{kind[0]}{index:04}", " ".join(copy)))
            wanted[kind].add(frozenset((f"o{index:04}", texts[-1].id)))
        texts.append(Text(f"x{index:04}", " ".join(_article(words, rng))))
    for index in range(EACH):  # copies of one original are copies of each other
        wanted["another dateline"].add(frozenset((f"a{index:04}", f"c{index:04}")))
    return texts, wanted


def _reword(row: str, words: Sequence[str], rng: random.Random) -> str:
    return " ".join(rng.choice(words) if rng.random() < 1 / 7 else word for word in row.split())


if __name__ == "__main__":
    sys.exit(main())
