"""Finds who holds an office, and which place lies in which other.

Turns the names of one sentence into drafts of ``holds_office`` (a title beside a name) and
``part_of`` ("di Naungcho, Negara Bagian Shan"). What somebody is in private ("warga",
"mahasiswi") is no office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from saksi.coding.ground import POINTERS, Draft, Ground
from saksi.records import Entity, Name

#: How many tokens a title may stand away from its name.
TITLE_REACH = 14
RANK = "rank/"
#: Words that may stand between a name and its office.
BESIDE = frozenset({"seorang", "selaku", "sebagai", "purn", "usia", "tahun"})
#: Tokens of a short form in brackets, and what stands there in an office.
BRACKET = 3
LONGEST_BRACKET = 8
INSIDE = re.compile(r"\s*\([^)]*\)")
#: "sekutunya": whose somebody is, and no office.
OWN = "nya"
#: Degrees and forms of address, which are no part of an office.
DEGREES = frozenset({"rank/doktor", "rank/profesor", "rank/ir", "rank/tuan", "rank/nyonya"})


def read_offices(ground: Ground) -> Iterator[Draft]:
    """A title beside a name is an office held; with "mantan" it was."""
    for name in ground.names:
        if name.entry.kind != "person" or not name.entry.office:
            continue
        held = _held(ground, name)
        if held is not None and not _is_private(ground, held.text) and not _holds_another(ground, name, held):
            former = held.text.split()[0].lower() in ground.language.relations.lists["former"]
            holder = ground.entity(name)
            yield Draft(
                holder,
                "holds_office",
                held,
                ground.span,
                "title",
                status="historical" if former else "actual",
            )


def _holds_another(ground: Ground, name: Name, held: Entity) -> bool:
    """``PM Abbasi, Gambhir``: the title beside a name is another person's, or holds half a name."""
    inside = (n for n in ground.names if n is not name and held.start < n.start < held.end)
    before = held.end <= name.start
    offices = {t.last for t in ground.names if t.entry.kind == "office"}
    return any(n.entry.kind == "person" and (before or n.first in offices) for n in inside)


def _held(ground: Ground, name: Name) -> Entity | None:
    """The words for the office, as the sentence has them beside the name."""
    office = name.entry.office or ""
    chain = _chain_before(ground, name)
    if chain is not None and (name.rule == "lexicon" or _is_of_another(ground, chain, office)):
        return None if _is_of_another(ground, chain, office) else _own_part(ground, chain, name)
    if name.rule not in ("title", "lexicon"):
        return chain
    found = _find_words(ground, office)
    if found is None or not _is_beside(ground, name, *found):
        return chain
    at, end = found
    if chain is not None and chain.start < at and chain.end >= at:
        return chain
    words = office.split()
    if words[-1].lower() in POINTERS and len(words) > 2:
        return _with_body(ground, office, at)
    return Entity(ground.text[at:end], at, end, _spelt(ground, office), None, name.entry.code)


def _is_of_another(ground: Ground, chain: Entity, office: str) -> bool:
    """``juru bicara Wiratama``, who is the president: a post beside somebody, and not theirs."""
    serves = chain.name.lower() in ground.language.reference.serving
    return serves and office != "" and not office.lower().startswith(chain.name.lower())


def _own_part(ground: Ground, chain: Entity, name: Name) -> Entity:
    """``juru bicara Presiden Fiji Raka``: of a post under the president, the words that are the president's own."""
    office = name.entry.office or ""
    words = chain.name.lower()
    serving = any(words.startswith(f"{w} ") for w in ground.language.reference.serving)
    at = chain.text.find(office) if office and serving else -1
    if at <= 0:
        return chain
    start = chain.start + at
    return Entity(office, start, start + len(office), _spelt(ground, office), None, name.entry.code)


def _is_beside(ground: Ground, name: Name, start: int, end: int) -> bool:
    """Whether an office stands right before or behind a name, ranks and signs between them."""
    gap = (end, name.start) if end <= name.start else (name.end, start)
    open_text = INSIDE.sub(lambda match: " " * len(match[0]), ground.text[gap[0] : gap[1]])
    between = [
        t for t in ground.tokens if gap[0] <= t.start < gap[1] and open_text[t.start - gap[0]].isalnum()
    ]
    ranks = {k for n in ground.names if _is_rank(n) for k in range(n.first, n.last)}
    plain = [t for t in between if t.lower not in BESIDE]
    return all(k in ranks for k, t in enumerate(ground.tokens) if t in plain)


def _find_words(ground: Ground, office: str) -> tuple[int, int] | None:
    """Where the words of an office stand in the sentence, short forms in brackets between them."""
    at = ground.text.find(office, ground.sentence.start, ground.sentence.end) if office else -1
    if at >= 0:
        return at, at + len(office)
    words = r"\s+(?:\([^)]*\)\s*)?".join(re.escape(word) for word in office.split())
    match = (
        re.compile(words).search(ground.text, ground.sentence.start, ground.sentence.end) if words else None
    )
    return (match.start(), match.end()) if match is not None else None


def _with_body(ground: Ground, office: str, at: int) -> Entity | None:
    """``pejabat kementerian itu``: the office with the name of the body told of before."""
    words = office.split()
    body = ground.participants.discourse.last(("body", "organisation"))
    name = office
    if body is not None and body.text.lower().startswith(words[-2].lower()):
        name = " ".join((*words[:-2], body.name))
    return Entity(office, at, at + len(office), name)


def _chain_before(ground: Ground, name: Name) -> Entity | None:
    """``Mantan perdana menteri Khaleda``, ``pemimpin junta Myanmar, Jenderal Senior Min``: titles before a name."""
    first, head = name.first, None
    while first > 0 and name.first - first < TITLE_REACH:
        before = next((n for n in ground.names if n.last == first), None)
        if before is not None and before.entry.kind in ("office", "agent", "state", "demonym", "body", "organisation", "group"):  # fmt: skip
            first = before.first
            head = before if before.entry.kind in ("office", "agent") else head
        elif ground.tokens[first - 1].text == "," and _title_goes_on(ground, first - 1):
            first -= 1
        elif (bracket := _before_bracket(ground, first)) < first:
            first = bracket
        else:
            break
    if head is None or _is_rank(head) or (head.entry.kind == "agent" and not _is_former(ground, head)):
        return None
    end = _end_of_title(ground, name, head)
    text = ground.text[head.start : end]
    return Entity(text, head.start, end, _spelt(ground, INSIDE.sub("", text)), None, name.entry.code)


def _before_bracket(ground: Ground, k: int) -> int:
    """``Perdana Menteri (PM) Fiji Raka``: before the brackets that end at token ``k``, ``k`` when none do."""
    if k < BRACKET or ground.lower(k - 1) != ")":
        return k
    return next((i for i in range(k - 2, max(-1, k - LONGEST_BRACKET), -1) if ground.lower(i) == "("), k)


def _title_goes_on(ground: Ground, comma: int) -> bool:
    """Before the comma more of the title, behind it only a rank: "..., Jenderal Senior X"."""
    behind = next((n for n in ground.names if n.first == comma + 1), None)
    return behind is not None and _is_rank(behind)


def _end_of_title(ground: Ground, name: Name, head: Name) -> int:
    """Where the title ends: before the comma and the ranks behind it, or before the name."""
    comma = next((t for t in ground.tokens[head.last : name.first] if t.text == ","), None)
    k = next((k for k, t in enumerate(ground.tokens) if t is comma), name.first)
    while (
        degree := next(
            (n for n in ground.names if n.last == k and n.first > head.first and _is_address(n)), None
        )
    ) is not None:
        k = degree.first if ground.lower(degree.first - 1) != "," else degree.first - 1
    return ground.tokens[k - 1].end


def _is_address(name: Name) -> bool:
    """Whether a degree, a form of address or a rank is all that a name is."""
    return name.entry.id in DEGREES or (_is_rank(name) and name.entry.kind == "office")


def _is_rank(name: Name) -> bool:
    return name.entry.id.startswith(RANK)


def _is_former(ground: Ground, name: Name) -> bool:
    return ground.tokens[name.first].lower in ground.language.relations.lists["former"]


def _is_private(ground: Ground, office: str) -> bool:
    """Whether the words describe somebody without an office, or tell whose somebody is."""
    words = office.lower().split()
    describe = ground.language.relations.lists["describe"]
    owned = ground.language.reference.owned
    first = " ".join(words[:2])
    if (
        _is_clause(ground, words[0])
        or words[0] in ground.language.cues.media
        or (len(words) == 1 and words[0] in ground.language.relations.lists["former"])
        or (len(words) == 1 and words[0].endswith(OWN))
        or _names_many(words)
    ):
        return True
    return words[0] in describe or first in describe or words[0] in owned or first in owned


def _names_many(words: Sequence[str]) -> bool:
    """``pemimpin negara-negara tersebut``: what several people are is nobody's office."""
    return any(half and half == other for half, _, other in (w.partition("-") for w in words))


def _is_clause(ground: Ground, word: str) -> bool:
    """``belum mengonfirmasi``: a predicate behind a name is no office."""
    classes = {row[1] for row in ground.language.words.units.get(word, ())}
    return bool(classes & {"negation", "future", "past", "possible", "must", "subordinate", "preposition"})


def _spelt(ground: Ground, office: str) -> str:
    """An office with its country spelt right: "Presiden Asfghanistan" is of Afghanistan."""
    words = []
    for word in office.split():
        right = ground.language.spelling.find(word.lower()) if word[:1].isupper() else None
        words.append(right.name if right is not None else word)
    return " ".join(words)


def read_inside(ground: Ground) -> Iterator[Draft]:
    """After "di" the second place holds the first: "Naungcho, Negara Bagian Shan"."""
    for a, b in pairwise(ground.names):
        gap = ground.tokens[a.last : b.first]
        if (
            len(gap) != 1
            or gap[0].text != ","
            or ground.lower(a.first - 1) != "di"
            or a.entry.kind != "place"
        ):
            continue
        if (
            b.entry.kind not in ("place", "state")
            or a.entry.name == b.entry.name
            or not _may_hold(ground, a, b)
        ):
            continue
        if not _is_listed(ground, b):
            yield Draft(ground.entity(a), "part_of", _town(ground, b), ground.span, "place")


def _town(ground: Ground, name: Name) -> Entity:
    """``di Istana Ambar, Jakarta``: a capital here is the town and not the state."""
    outer = ground.entity(name)
    if name.entry.kind == "state" and name.text.lower() in ground.language.atlas.seats:
        return replace(outer, name=name.text, id=None)
    return outer


def _may_hold(ground: Ground, a: Name, b: Name) -> bool:
    """Whether both lie in one country, as far as it is known: "di Asia, Timor Leste" tells of no place."""
    inner, outer = a.entry.country, b.entry.country or b.entry.code
    headed = a.text.split()[0].lower() in ground.language.name_rules.place_heads
    if b.entry.kind == "state" and a.entry.geonameid is None and not headed:
        return False
    return inner == outer or (inner is None and b.entry.kind == "place") or outer is None


def _is_listed(ground: Ground, name: Name) -> bool:
    """``Surabaya, Medan, dan Makassar``: more of the same follows."""
    k = name.last
    if ground.lower(k) == ",":
        k += 1
        if any(n.first == k for n in ground.names):
            return True
    return ground.lower(k) in ("dan", "serta")
