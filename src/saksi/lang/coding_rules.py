"""Loads the PLOVER rules that hang on types, not on words.

Turns ``coding.toml`` into look-ups between event types, modes and contexts.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources.abc import Traversable

from saksi.errors import DataError
from saksi.lang.tables import load_toml

#: How a word of a context says that any ending may follow, and the shortest such beginning.
ANY_ENDING = "*"
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Offside:
    """A field that is no public affair: its words, and the types coded all the same."""

    field: str
    words: frozenset[str]
    keeps: frozenset[str]


@dataclass(frozen=True, slots=True)
class Leisure:
    """Words of articles on private life, and words for who is no public actor there.

    ``groups`` told by no more than that are none, ``deputies`` (first words) where no country is known.
    """

    words: frozenset[str]
    groups: frozenset[str]
    deputies: frozenset[str]


@dataclass(frozen=True, slots=True)
class Judging:
    """Words by which a deed is condemned: ``harm`` by themselves, ``denied`` under a negation.

    Who is said to do what ``breaking`` holds is accused, or to do (``doing``) one of the ``misdeeds``,
    or to answer (``answering``) for what ``blamed_for`` holds.
    """

    deeds: frozenset[str]
    equating: frozenset[str]
    wrong: frozenset[str]
    harm: frozenset[str]
    breaking: frozenset[str]
    doing: frozenset[str]
    misdeeds: frozenset[str]
    answering: frozenset[str]
    blamed_for: frozenset[str]
    denied: frozenset[str]


@dataclass(frozen=True, slots=True)
class CodingRules:
    """What becomes of a type when it is future, promised, refused or asked for."""

    future: dict[str, str]
    promise: dict[str, str]
    promised_verbs: dict[str, str]  # verb without a frame of its own -> type of what it promises
    refuse: dict[str, str]
    mode_by_complement: dict[str, dict[str, str]]
    context_words: dict[str, tuple[str, ...]]  # word or two words -> contexts
    context_pairs: frozenset[str]  # first words of two
    context_beginnings: dict[
        str, tuple[tuple[str, tuple[str, ...]], ...]
    ]  # first letters -> "gempa" -> contexts
    context_of_type: dict[str, tuple[str, ...]]
    context_of_sector: dict[str, tuple[str, ...]]
    offside: tuple[Offside, ...]
    leisure: Leisure
    telling: frozenset[str]  # words of all fields and of private life
    home_modes: frozenset[str]  # "SANCTION/expel"
    home_frames: frozenset[str]
    home_sectors: frozenset[str]
    judging: Judging


def load_coding_rules(path: Traversable) -> CodingRules:
    """Read ``coding.toml``."""
    data = load_toml(path)
    contexts: dict[str, list[str]] = {}
    for context, words in data["context"].items():
        for word in words:
            contexts.setdefault(word, []).append(context)
    told = {word: tuple(dict.fromkeys(found)) for word, found in contexts.items()}
    whole = {word: found for word, found in told.items() if not word.endswith(ANY_ENDING)}
    offside = tuple(
        Offside(field, frozenset(row["words"]), frozenset(row["keeps"]))
        for field, row in data["offside"].items()
    )
    leisure = _load_leisure(data["leisure"], offside)
    return CodingRules(
        future=data["future"],
        promise=data["promise"],
        promised_verbs=data["promised_verbs"],
        refuse=data["refuse"],
        mode_by_complement=data["mode_by_complement"],
        context_words=whole,
        context_pairs=frozenset(word.split()[0] for word in whole if " " in word),
        context_beginnings=_file_beginnings(path.name, told),
        context_of_type={kind: tuple(found) for kind, found in data["context_of_type"].items()},
        context_of_sector={sector: tuple(found) for sector, found in data["context_of_sector"].items()},
        offside=offside,
        leisure=leisure,
        telling=leisure.words.union(*(field.words for field in offside)),
        home_modes=frozenset(data["at_home"]["modes"]),
        home_frames=frozenset(data["at_home"]["frames"]),
        home_sectors=frozenset(data["at_home"]["sectors"]),
        judging=Judging(**{key: frozenset(words) for key, words in data["judging"].items()}),
    )


def _load_leisure(row: dict[str, list[str]], offside: tuple[Offside, ...]) -> Leisure:
    """The words of private life: its own, and those of the fields that it takes in but the common ones."""
    taken = (field.words.difference(row["but"]) for field in offside if field.field in row["fields"])
    words = frozenset(row["words"]).union(*taken)
    return Leisure(words, frozenset(row["groups"]), frozenset(row["deputies"]))


def _file_beginnings(
    file: str, told: dict[str, tuple[str, ...]]
) -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """File ``gempa*`` under its first letters, so that one look-up finds the few that may open a word."""
    filed: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for word, contexts in told.items():
        if word.endswith(ANY_ENDING):
            beginning = word.removesuffix(ANY_ENDING)
            if len(beginning) < SHORTEST:
                raise DataError(file, f"[context] {word}", f"a beginning has at least {SHORTEST} letters")
            filed.setdefault(beginning[:SHORTEST], []).append((beginning, contexts))
    return {letters: tuple(rows) for letters, rows in filed.items()}
