"""Compares names and offices of two actors: what speaks for one person, what against.

Turns two ``Unit`` records into a ``Link`` with its reasons, or None where the two cannot be
one. It sees two at a time; ``actors`` decides who is who.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from saksi.resolve.across.days import Days, gap
from saksi.resolve.across.records import Link, Reason

#: Points of the grounds. Set by hand so that two independent grounds are needed beside a full
#: name, then checked on the gold of ``benchmarks/gold/merging``.
SAME_NAME, PART_OF_NAME, SPELT_ALIKE, SURNAME = 3.0, 2.5, 1.5, 0.5
SAME_COUNTRY, COUNTRY_NAMED, STATE_IN_BOTH = 1.0, 0.75, 0.5
SAME_OFFICE, LIKE_OFFICE, OTHER_OFFICE = 2.0, 1.0, -2.0
SAME_TIME, SAME_PAGE, BESIDE = 1.0, 1.5, 0.5
#: Two are one from here on: a full name with its country, or with the time of its news.
ENOUGH = 3.5
#: Days within which news is of one time: offices rarely change hands faster.
WINDOW = 31
#: Others named beside both that count, at most.
BESIDE_AT_MOST = 2
#: A word of fewer letters must be the same to be the same; one letter apart is another name.
LONG_WORD = 5
OFFICE_OVERLAP = 0.5


class Unit(NamedTuple):
    """Mentions that nothing tells apart: one name, one country, one office."""

    id: str  # the smallest id of its mentions
    kind: str
    entry: str | None  # only ids of the atlas
    tokens: tuple[str, ...]  # of the name, as it sounds
    code: str | None
    sector: str | None
    office: str | None
    days: Days | None  # of publication, first to last
    documents: frozenset[str]
    beside: frozenset[str]
    mentions: tuple[str, ...]
    code_told: bool = True


def is_surname(unit: Unit) -> bool:
    """Whether only one word of a name is known."""
    return len(unit.tokens) == 1 and unit.entry is None


def are_of_two_countries(a: Unit, b: Unit) -> bool:
    """Whether both have a country that their articles tell, and not the same."""
    return bool(a.code and b.code and a.code != b.code and a.code_told and b.code_told)


def compare_people(a: Unit, b: Unit) -> Link | None:
    """Grounds for two units being one person; None where that is ruled out."""
    if are_of_two_countries(a, b) or (a.entry and b.entry and a.entry != b.entry):
        return None
    name = _compare_names(a.tokens, b.tokens)
    if name is None:
        return None
    short = is_surname(a) or is_surname(b)
    if short and not (a.code and a.code == b.code) and not (_names_country(a, b) or _names_country(b, a)):
        return None
    reasons = [name, *_circumstances(a, b)]
    if short and not any(reason.kind in ("time", "page") for reason in reasons):
        return None
    first, second = sorted((a.id, b.id))
    return Link(first, second, round(sum(reason.weight for reason in reasons), 2), tuple(reasons))


def _names_country(a: Unit, b: Unit) -> bool:
    """Whether the article of one without a country names the country of the other."""
    return a.code is None and b.code is not None and f"state/{b.code}" in a.beside


def _states(unit: Unit) -> set[str]:
    return {entry for entry in unit.beside if entry.startswith("state/")}


def _circumstances(a: Unit, b: Unit) -> list[Reason]:
    """Country, office, time and company."""
    reasons = []
    if a.code and a.code == b.code:
        reasons.append(Reason("country", a.code, SAME_COUNTRY))
    elif _names_country(a, b) or _names_country(b, a):
        reasons.append(Reason("country", f"{a.code or b.code} is in the article", COUNTRY_NAMED))
    elif not (a.code or b.code) and (states := _states(a) & _states(b)):
        reasons.append(Reason("country", f"both articles name {min(states)}", STATE_IN_BOTH))
    office = _compare_offices(a, b)
    if office is not None:
        reasons.append(office)
    near = a.days is not None and b.days is not None and gap(a.days, b.days) <= WINDOW
    if near:
        reasons.append(Reason("time", f"news at most {WINDOW} days apart", SAME_TIME))
    if a.documents & b.documents:
        reasons.append(Reason("page", "named in one article", SAME_PAGE))
    others = sorted(entry for entry in a.beside & b.beside if not entry.startswith("state/"))
    company = others[:BESIDE_AT_MOST] if near else []
    if company:
        reasons.append(Reason("beside", ", ".join(company), BESIDE * len(company)))
    return reasons


def _compare_names(a: tuple[str, ...], b: tuple[str, ...]) -> Reason | None:
    if not a or not b:
        return None
    few, many = sorted((Counter(a), Counter(b)), key=lambda name: (name.total(), sorted(name)))
    shown = " / ".join(sorted((" ".join(a), " ".join(b))))
    if few == many:
        return Reason("name", shown, SAME_NAME if few.total() > 1 else SURNAME)
    if few <= many:
        return Reason("name", shown, PART_OF_NAME if few.total() > 1 else SURNAME)
    if few.total() == many.total() > 1 and _spelt_alike(a, b):
        return Reason("spelling", shown, SPELT_ALIKE)
    return None


def _spelt_alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Every word the same but long ones, which may differ by a letter; one at least is the same."""
    pairs = list(zip(a, b, strict=True))
    same = [x == y for x, y in pairs]
    return any(same) and all(x == y or _one_letter_apart(x, y) for x, y in pairs)


def _one_letter_apart(a: str, b: str) -> bool:
    """One letter changed, left out or put in, in a long word."""
    short, long = sorted((a, b), key=len)
    if len(short) < LONG_WORD or len(long) - len(short) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    rest = short[start + 1 :] if len(short) == len(long) else short[start:]
    return rest == long[start + 1 :]


def _compare_offices(a: Unit, b: Unit) -> Reason | None:
    if a.office is None or b.office is None:
        return None
    if a.office == b.office:
        return Reason("office", a.office, SAME_OFFICE)
    x, y = set(a.office.split()), set(b.office.split())
    shown = " / ".join(sorted((a.office, b.office)))
    if len(x & y) >= OFFICE_OVERLAP * min(len(x), len(y)):
        return Reason("office", shown, LIKE_OFFICE)
    if a.sector and b.sector and a.sector == b.sector and a.days and b.days and gap(a.days, b.days) > WINDOW:
        return None  # people rise from one office of a government to another
    return Reason("office", shown, OTHER_OFFICE)


def compare_bodies(a: Unit, b: Unit) -> Link | None:
    """Grounds for two bodies or groups being one: the name, a letter apart at most, and the country."""
    if are_of_two_countries(a, b) or (a.entry and b.entry and a.entry != b.entry):
        return None
    name = _compare_names(a.tokens, b.tokens)
    if name is None or name.weight in (PART_OF_NAME, SURNAME):
        return None
    reasons = [name, *(reason for reason in _circumstances(a, b) if reason.kind != "beside")]
    first, second = sorted((a.id, b.id))
    return Link(first, second, round(sum(reason.weight for reason in reasons), 2), tuple(reasons))
