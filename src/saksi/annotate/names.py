"""Finds who and what a text names.

Turns ``Segments`` into names per sentence: what the atlas knows, people and bodies that
the text itself introduces by a title, a heading noun or an abbreviation in brackets, and
then every short form of those. One rule settles overlaps: the longer name wins, then the
one further left. It does not follow pronouns (``resolve`` does).
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.annotate.introduce import Introduced, introduce, is_speech_verb
from saksi.annotate.spots import Spot, find_spots
from saksi.lang.language import Language
from saksi.records import Entry, Name, Segments, Sentence, Token

#: Which kind of entry a spot means when the atlas offers several, without further context.
KIND_ORDER = ("organisation", "group", "person", "office", "body", "agent", "state", "demonym", "place")


def find_names(segments: Segments, language: Language) -> tuple[tuple[Name, ...], ...]:
    """Find the names of every sentence."""

    def speaks(tokens: Sequence[Token], i: int) -> bool:
        return is_speech_verb(tokens, i, language)

    spots = [
        find_spots(
            s.tokens, language.atlas, language.name_rules, speaks, headline=s.role in ("title", "subhead")
        )
        for s in segments.sentences
    ]
    known = introduce(segments.sentences, spots, language)
    return tuple(
        tuple(_names_of(i, segments, spots[i], known, language)) for i in range(len(segments.sentences))
    )


def _names_of(
    i: int, segments: Segments, spots: Sequence[Spot], known: Introduced, language: Language
) -> list[Name]:
    """Names of one sentence: introduced ones, then aliases, then plain atlas hits."""
    sentence, text = segments.sentences[i], segments.page.article.text
    out: list[Name] = []
    taken: set[int] = set()
    for spot, entry, rule in known.by_sentence.get(i, ()):
        out.append(_name(i, sentence, text, spot.first, spot.last, entry, rule))
        taken.update(range(spot.first, spot.last))
    for spot in spots:
        if taken.isdisjoint(range(spot.first, spot.last)):
            found = _choose(spot, sentence.tokens, known, language)
            if found is not None:
                out.append(_name(i, sentence, text, spot.first, spot.last, *found))
                taken.update(range(spot.first, spot.last))
    for k, token in enumerate(sentence.tokens):
        if k not in taken and token.kind == "word" and token.text[:1].isupper():
            alias = known.alias(token.text, i)
            if alias is not None:
                out.append(_name(i, sentence, text, k, k + 1, alias, "alias"))
    return sorted(out, key=lambda name: name.first)


def _name(i: int, sentence: Sentence, text: str, first: int, last: int, entry: Entry, rule: str) -> Name:  # noqa: PLR0913, PLR0917 - one record, all its fields
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    return Name(start, end, text[start:end], i, first, last, entry, rule)


def _choose(
    spot: Spot, tokens: Sequence[Token], known: Introduced, language: Language
) -> tuple[Entry, str] | None:
    if not spot.entries:
        alias = known.alias(" ".join(t.text for t in tokens[spot.first : spot.last]), -1)
        return (alias, "alias") if alias is not None else None
    place = next((e for e in spot.entries if e.kind == "place"), None)
    before = tokens[spot.first - 1].lower if spot.first else ""
    if place is not None and before in language.name_rules.place_prepositions:
        return place, "lexicon"
    best = min(spot.entries, key=lambda e: KIND_ORDER.index(e.kind) if e.kind in KIND_ORDER else 99)
    return best, "lexicon"
