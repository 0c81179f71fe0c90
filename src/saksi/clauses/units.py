"""Turns the tokens of a sentence into units: words that do one job in the sentence.

A name, a verb form of several words or a preposition of two words is one unit. Times and
brackets are left out, because they interrupt the grammar and do not take part in it. It
does not build phrases (``phrases`` does).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from saksi.lang.language import Language
from saksi.lang.lexicon import Sense, strip_clitic
from saksi.records import Name, Token
from saksi.segment.morphology import guess_voice

#: What a unit is. One letter each, so that rules read like a pattern.
NOUN, VERB, AUX, ADVERB, DETERMINER, PRONOUN = "N", "V", "X", "A", "D", "O"
RELATIVE, THAT, PURPOSE, CONDITION, SUBORDINATE = "R", "B", "U", "I", "S"
CONJUNCTION, CONTRAST, PREPOSITION, CUE, TIME = "J", "C", "P", "Q", "T"
COMMA, STOP, QUOTE = ",", ".", '"'

TAG_OF_CLASS = {
    "negation": AUX, "failure": AUX, "future": AUX, "possible": AUX, "must": AUX, "past": AUX,
    "adverb": ADVERB, "relative": RELATIVE, "complementizer": THAT, "purpose": PURPOSE,
    "condition": CONDITION, "subordinate": SUBORDINATE, "conjunction": CONJUNCTION, "contrast": CONTRAST,
    "preposition": PREPOSITION, "copula": VERB, "pronoun": PRONOUN, "determiner": DETERMINER,
}  # fmt: skip
CUE_BEFORE = frozenset({",", '"', "”", "’", "'", "?", "!", "."})
#: Prepositions that only introduce a date when one follows.
TIME_PREPOSITIONS = frozenset(
    {"pada", "sejak", "hingga", "sampai", "dari", "di", "dalam", "selama", "per", "untuk"}
)

#: Nouns that only carry a date: "pada hari Kamis", "tahun 2001".
TIME_NOUNS = frozenset({"hari", "tahun", "bulan", "tanggal", "pukul"})


class Unit(NamedTuple):
    """Tokens ``first`` to ``last`` (excluded) that do one job."""

    tag: str
    first: int
    last: int
    word: str
    kind: str | None = None  # word class of an auxiliary; voice of a verb
    senses: tuple[Sense, ...] = ()
    name: Name | None = None


class Frameless(NamedTuple):
    """What a sentence gives to the grammar besides its tokens, by index of the first token."""

    names: dict[int, Name]
    times: dict[int, int]  # first token -> last token (excluded)


def make_units(
    tokens: Sequence[Token], span: tuple[int, int], marked: Frameless, language: Language, *, headline: bool
) -> list[Unit]:
    """Turn the tokens of ``span`` into units, times and brackets left out."""
    units: list[Unit] = []
    i, end = span
    while i < end:
        unit, i = _unit_at(tokens, i, end, marked, language, headline=headline)
        if unit is not None:
            units.append(unit)
    return _drop_times(units)


def _unit_at(
    tokens: Sequence[Token], i: int, end: int, marked: Frameless, language: Language, *, headline: bool
) -> tuple[Unit | None, int]:
    token = tokens[i]
    if i in marked.times:
        return Unit(TIME, i, marked.times[i], token.lower), min(marked.times[i], end)
    name = marked.names.get(i)
    if name is not None:
        return Unit(NOUN, i, name.last, token.lower, name=name), name.last
    if token.kind == "mark":
        return _mark(tokens, i, end)
    if token.kind == "number":
        return Unit(NOUN, i, i + 1, token.lower), i + 1
    return _word(tokens, i, end, language, headline=headline)


def _mark(tokens: Sequence[Token], i: int, end: int) -> tuple[Unit | None, int]:
    text = tokens[i].text
    if text in "([":
        return None, _after_bracket(tokens, i, end)
    if text in ",;–—" or text.startswith("…") or text == "-":
        return Unit(COMMA, i, i + 1, text), i + 1
    if text in ".!?:" or text.startswith("."):
        return Unit(STOP, i, i + 1, text), i + 1
    return None, i + 1


def _after_bracket(tokens: Sequence[Token], i: int, end: int) -> int:
    for j in range(i + 1, min(end, i + 40)):
        if tokens[j].text in ")]":
            return j + 1
    return i + 1


def _word(
    tokens: Sequence[Token], i: int, end: int, language: Language, *, headline: bool
) -> tuple[Unit, int]:
    lower = tokens[i].lower
    found = _class_of(tokens, i, end, language)
    n, senses = language.lexicon.match(tokens, i)
    if i + n > end:
        n, senses = 0, ()
    if found is not None and (not senses or len(found[0]) >= n) and not _prefer_sense(senses, found[1]):
        size = len(found[0])
        if found[0] == ("secara",) and i + 1 < end:
            size = 2  # "secara tradisional": the word after it belongs to it
        return Unit(TAG_OF_CLASS[found[1]], i, i + size, " ".join(found[0]), kind=found[1]), i + size
    if _is_cue(tokens, i, language):
        return Unit(CUE, i, i + 1, lower), i + 1
    if senses:
        return _sense_unit(tokens, i, n, senses, language, headline=headline)
    if lower in language.words.bare_verbs:
        return Unit(VERB, i, i + 1, lower, kind="middle"), i + 1
    if lower not in language.words.never_verbs:
        voice = guess_voice(lower)
        if voice is not None:
            return Unit(VERB, i, i + 1, lower, kind=voice), i + 1
    return Unit(NOUN, i, i + 1, lower), i + 1


def _is_cue(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """``..., kata X``: a cue stands after a comma or a closing quotation mark."""
    return strip_clitic(tokens[i].lower) in language.cues and i > 0 and tokens[i - 1].text in CUE_BEFORE


def _prefer_sense(senses: tuple[Sense, ...], word_class: str) -> bool:
    """A frame verb wins over an auxiliary or adverb of the same spelling ("berjanji", "diduga")."""
    return word_class in ("copula",) and bool(senses)


def _class_of(
    tokens: Sequence[Token], i: int, end: int, language: Language
) -> tuple[tuple[str, ...], str] | None:
    for words, name in language.words.units.get(tokens[i].lower, ()):
        n = len(words)
        if i + n <= end and (n == 1 or tuple(t.lower for t in tokens[i : i + n]) == words):
            return words, name
    return None


def _sense_unit(
    tokens: Sequence[Token], i: int, n: int, senses: tuple[Sense, ...], language: Language, *, headline: bool
) -> tuple[Unit, int]:
    lower = " ".join(t.lower for t in tokens[i : i + n])
    verbs = tuple(s for s in senses if s.form.voice in ("active", "passive", "middle"))
    bare = tuple(s for s in senses if s.form.voice == "bare")
    nouns = tuple(s for s in senses if s.form.voice in ("noun", "agent"))
    if verbs and not (nouns and headline):
        return Unit(VERB, i, i + n, lower, kind=verbs[0].form.voice, senses=verbs), i + n
    if bare and headline and i > 0 and not (nouns and _noun_place(tokens, i)):
        return Unit(VERB, i, i + n, lower, kind="bare", senses=bare), i + n
    if verbs:
        return Unit(VERB, i, i + n, lower, kind=verbs[0].form.voice, senses=verbs), i + n
    if nouns:
        return Unit(NOUN, i, i + n, lower, kind=nouns[0].form.voice, senses=nouns), i + n
    if _is_cue(tokens, i, language):
        return Unit(CUE, i, i + n, lower), i + n
    if i > 0 and tokens[i - 1].lower in ("kami", "kita", "saya", "mereka", "dia", "ia"):
        return Unit(VERB, i, i + n, lower, kind="bare", senses=bare), i + n
    return Unit(NOUN, i, i + n, lower), i + n


def _noun_place(tokens: Sequence[Token], i: int) -> bool:
    """In a headline: a word that follows a verb or preposition is the noun ("Gelar Serangan")."""
    return i + 1 >= len(tokens)


def _drop_times(units: list[Unit]) -> list[Unit]:
    """Leave out time units with the preposition before and the comma pair around them."""
    out: list[Unit] = []
    i = 0
    while i < len(units):
        unit = units[i]
        if unit.tag != TIME:
            out.append(unit)
            i += 1
            continue
        if out and out[-1].word in TIME_NOUNS:
            out.pop()
        if out and out[-1].word in TIME_PREPOSITIONS:
            out.pop()
        i += 1
        if i < len(units) and units[i].tag == COMMA and (not out or out[-1].tag == COMMA):
            i += 1
            if out:
                out.pop()
    return out
