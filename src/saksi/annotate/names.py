"""Finds who and what a text names.

Turns ``Segments`` into names per sentence: what the atlas knows, people and bodies that
the text itself introduces by a title, a heading noun or an abbreviation in brackets, what
the trained tagger is certain of, and then every short form of those. One rule settles overlaps: the longer name wins, then the
one further left. It does not follow pronouns (``resolve`` does).
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.annotate.headed import CITY, REGION, noun_before
from saksi.annotate.introduce import introduce, is_family, is_speech_verb
from saksi.annotate.introduced import Introduced
from saksi.annotate.joins import join
from saksi.annotate.learned import add_learned
from saksi.annotate.locate import locate
from saksi.annotate.namesakes import settle_places
from saksi.annotate.pairs import name_pairs
from saksi.annotate.spots import ARABIC, Scene, Spot, find_spots
from saksi.annotate.times.raw import RawTime
from saksi.annotate.unite import unite
from saksi.lang.language import Language
from saksi.records import Entry, Name, Segments, Sentence, Token

#: Which kind of entry a spot means when the atlas offers several, without further context.
KIND_ORDER = ("organisation", "group", "person", "office", "body", "agent", "state", "demonym", "place")


#: Kinds of bodies with a name of their own.
NAMED = frozenset({"organisation", "group"})


def find_names(
    segments: Segments, raws: Sequence[Sequence[RawTime]], language: Language
) -> tuple[tuple[Name, ...], ...]:
    """Find the names of every sentence; words of dates (``raws``) are none."""

    def speaks(tokens: Sequence[Token], i: int) -> bool:
        return is_speech_verb(tokens, i, language)

    seen: list[list[Spot]] = []
    for sentence, times in zip(segments.sentences, raws, strict=True):
        headline = sentence.role in ("title", "subhead")
        scene = Scene(
            language.atlas, language.spelling, language.name_rules, speaks, _dated(sentence, times), headline
        )
        seen.append(find_spots(sentence.tokens, scene))
    sentences = [sentence.tokens for sentence in segments.sentences]
    joined = [join(row, tokens, language) for row, tokens in zip(seen, sentences, strict=True)]
    spots = settle_places(joined, sentences, language.atlas, language.name_rules)
    known = introduce(segments, spots, seen, language)
    add_learned(known, segments.sentences, spots, language)
    locate(known, spots, language.name_rules)
    unite(known, segments.sentences, language.name_rules)
    return tuple(
        tuple(_names_of(i, segments, spots[i], known, language)) for i in range(len(segments.sentences))
    )


def _dated(sentence: Sentence, times: Sequence[RawTime]) -> frozenset[int]:
    """Indexes of the tokens that belong to a date."""
    if not times:
        return frozenset()
    return frozenset(
        k
        for k, t in enumerate(sentence.tokens)
        if any(t.start < time.end and t.end > time.start for time in times)
    )


def _names_of(
    i: int, segments: Segments, spots: Sequence[Spot], known: Introduced, language: Language
) -> list[Name]:
    """Names of one sentence: introduced ones, then aliases, then plain atlas hits."""
    sentence, text = segments.sentences[i], segments.page.article.text
    out: list[Name] = []
    taken: set[int] = set()

    def name(first: int, last: int, entry: Entry, rule: str) -> None:
        start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
        out.append(Name(start, end, text[start:end], i, first, last, entry, rule))
        taken.update(range(first, last))

    for spot, entry, rule in known.by_sentence.get(i, ()):
        name(spot.first, spot.last, entry, rule)
    for spot in spots:
        if taken.isdisjoint(range(spot.first, spot.last)):
            found = _choose(spot, sentence.tokens, known, language)
            if found is not None:
                name(spot.first, spot.last, *found)
    for k, token in enumerate(sentence.tokens):
        if (
            k not in taken
            and token.kind == "word"
            and (token.text[:1].isupper() or ARABIC.match(token.text))
            and not is_family(sentence.tokens, k, language)
        ):
            alias = known.alias(token.text, i)
            if alias is not None:
                name(k, k + 1, alias, "alias")
    return name_pairs(out, sentence.tokens, text, i, language.atlas)


def _choose(
    spot: Spot, tokens: Sequence[Token], known: Introduced, language: Language
) -> tuple[Entry, str] | None:
    one = spot.last - spot.first == 1 or not spot.entries
    if one and is_family(tokens, spot.first, language) and all(e.kind == "person" for e in spot.entries):
        return None
    if not spot.entries:
        alias = known.alias(" ".join(t.text for t in tokens[spot.first : spot.last]), -1)
        return (alias, "alias") if alias is not None else None
    ids = {entry.id for entry in spot.entries}
    short = known.short.get(tokens[spot.first].text) if spot.last - spot.first == 1 else None
    if short is not None and short.id not in ids and any(e.kind in NAMED for e in spot.entries):
        return short, "alias"  # "Pasukan Ambar (ADF)": not the ADF of the atlas
    place = next((e for e in spot.entries if e.kind == "place"), None)
    before = tokens[spot.first - 1].lower if spot.first else ""
    rules = language.name_rules
    if place is not None and (
        before in rules.place_prepositions or noun_before(tokens, spot.first, rules) in (CITY, REGION)
    ):
        return place, "lexicon"
    best = min(spot.entries, key=lambda e: KIND_ORDER.index(e.kind) if e.kind in KIND_ORDER else 99)
    return best, "lexicon"
