"""Writes identities: what a group of mentions says together.

Turns groups of units into ``Identity`` records with a name, all names, and offices in time.
It decides no merge.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from saksi.resolve.across.lexicon import fold
from saksi.resolve.across.names import ENOUGH, Unit
from saksi.resolve.across.records import ActorMention, Identity, Link, Tenure

#: Confidence that a link of just enough points is right, and how fast it rises: one more ground
#: of one point halves the doubt. A first guess; the gold holds too few wrong links to fit it.
DOUBT = 0.2
#: Kinds whose best name and country may change when more articles come.
CHANGING = frozenset({"person", "organisation", "group"})
HALF = math.log(2)


def confidence(scores: Iterable[float], enough: float) -> float:
    """How sure the weakest of the links is; 1.0 when nothing had to be linked.

    >>> confidence([4.5, 3.5], 3.5), confidence([], 3.5)
    (0.8, 1.0)
    """
    weakest = min(scores, default=None)
    if weakest is None:
        return 1.0
    return round(1 - DOUBT * math.exp(-HALF * max(0.0, weakest - enough)), 3)


def make_identities(
    parts: Sequence[tuple[Unit, ...]],
    rows: Mapping[str, ActorMention],
    links: Sequence[Link],
    candidates: Mapping[str, tuple[str, ...]],
) -> tuple[Identity, ...]:
    """One identity a group, sorted by id; ``candidates`` are given by ids of units."""
    part_of = {unit.id: n for n, part in enumerate(parts) for unit in part}
    own: list[list[Link]] = [[] for _ in parts]
    for link in links:
        own[part_of[link.a]].append(link)
    told = [[rows[row] for unit in part for row in unit.mentions] for part in parts]
    drafts = [draft_identity(part, told[n], own[n]) for n, part in enumerate(parts)]
    ids = _make_ids(drafts, told)
    return tuple(
        sorted((_finish(draft, ids[n], parts[n], ids, (part_of, candidates)) for n, draft in enumerate(drafts)),
               key=lambda identity: identity.id)
    )  # fmt: skip


def draft_identity(part: Sequence[Unit], mentions: Sequence[ActorMention], links: Sequence[Link]) -> Identity:
    """What the mentions of a group say together; its id is the atlas's, else empty for now."""
    entry = next((unit.entry for unit in part if unit.entry), None)
    known = [m for m in mentions if m.entry == entry] or mentions
    named = [unit for unit in part if unit.kind != "office"]
    return Identity(
        id=entry or "",
        kind=min((unit for unit in part if unit.entry == entry), key=lambda u: (u not in named, u.id)).kind,
        name=_best_name(known),
        names=tuple(sorted({name for m in mentions for name in (m.name, *m.names)})),
        code=_most(m.code for m in known if m.code_told) or _most(m.code for m in known),
        sector=_most(m.sector for m in known),
        offices=_tenures(mentions),
        mentions=tuple(sorted(m.id for m in mentions)),
        links=tuple(sorted(set(links))),
        confidence=confidence((link.score for link in links), ENOUGH),
    )


def _most(values: Iterable[str | None]) -> str | None:
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda value: (-counted[value], value), default=None)


def _best_name(mentions: Sequence[ActorMention]) -> str:
    """The name most articles use, of two words before one; then the shortest."""
    people = [m for m in mentions if m.kind == "person"] or list(mentions)
    counted = Counter(mention.name for mention in people)
    return min(counted, key=lambda name: (" " not in name, -counted[name], len(name), name))


def _tenures(mentions: Sequence[ActorMention]) -> tuple[Tenure, ...]:
    """Offices that articles give, with the first and the last day of news that do."""
    seen: dict[tuple[str, str | None], list[ActorMention]] = {}
    for mention in mentions:
        if mention.office_term and mention.kind == "person":
            seen.setdefault((mention.office_term, mention.code), []).append(mention)
    return tuple(sorted((_tenure(office, code, told) for (office, code), told in seen.items()), key=_in_time))


def _tenure(office: str, code: str | None, told: Sequence[ActorMention]) -> Tenure:
    days = sorted(m.source.published for m in told if m.source.published)
    documents = tuple(sorted({m.source.document for m in told}))
    return Tenure(office, code, days[0] if days else None, days[-1] if days else None, documents)


def _in_time(tenure: Tenure) -> tuple[str, str, str]:
    return tenure.first or "", tenure.office, tenure.code or ""


def _make_ids(drafts: Sequence[Identity], told: Sequence[Sequence[ActorMention]]) -> list[str]:
    """The atlas's id, or one from kind and first name in the news; namesakes are numbered in that order.

    So a later article changes no id. Nouns have their country in the id: it is what they are.
    """
    based = [base_id(draft, mentions) for draft, mentions in zip(drafts, told, strict=True)]
    order = sorted(range(len(based)), key=lambda n: based[n][1])
    ids = number_ids(based[n][0] for n in order)
    return [one for _, one in sorted(zip(order, ids, strict=True))]


News = tuple[str, str]  # day of publication and id of a mention


def base_id(draft: Identity, mentions: Sequence[ActorMention]) -> tuple[str, News]:
    """The id that an identity has if it has no namesake, and its first news."""
    by_news = sorted(mentions, key=_news)
    return draft.id or _make_id(draft, by_news), _news(by_news[0])


def number_ids(bases: Iterable[str]) -> Iterator[str]:
    """Ids of which no two are the same, of identities in the order of their news.

    >>> list(number_ids(["person/a", "person/b", "person/a"]))
    ['person/a', 'person/b', 'person/a~2']
    """
    taken: dict[str, int] = {}
    for base in bases:
        count = taken[base] = taken.get(base, 0) + 1
        yield base if count == 1 else f"{base}~{count}"


def _news(mention: ActorMention) -> News:
    return mention.source.published or "9999", mention.id


def _make_id(draft: Identity, by_news: Sequence[ActorMention]) -> str:
    if draft.kind in CHANGING:
        told = [m.name for m in by_news if m.kind == draft.kind]
        name = next((name for name in told if " " in name), told[0])
        return f"{draft.kind}/{fold(name).replace(' ', '-')}"
    return f"{draft.kind}/{fold(draft.name).replace(' ', '-')}{'@' + draft.code if draft.code else ''}"


def _finish(
    draft: Identity,
    identity: str,
    part: Sequence[Unit],
    ids: Sequence[str],
    open_to: tuple[Mapping[str, int], Mapping[str, tuple[str, ...]]],
) -> Identity:
    part_of, candidates = open_to
    others = {ids[part_of[row]] for unit in part for row in candidates.get(unit.id, ())} - {identity}
    return Identity(
        identity, draft.kind, draft.name, draft.names, draft.code, draft.sector, draft.offices, draft.mentions,
        draft.links, draft.confidence, tuple(sorted(others)),
    )  # fmt: skip
