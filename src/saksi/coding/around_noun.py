"""What stands around a noun that may tell of an act: its clause, its words, who takes part in a meeting."""

from __future__ import annotations

from dataclasses import replace

from saksi.coding.complements import words_near
from saksi.coding.draft import Draft
from saksi.coding.nominals import Nominal, is_sent_by_nobody
from saksi.coding.roles import Roles, roles_of
from saksi.records import Clause, Parse

#: What stands before a meeting or visit in which something else is done, and before with whom or where.
DURING = frozenset(
    {"dalam", "saat", "usai", "seusai", "setelah", "sesudah", "selama", "di sela-sela", "di sela"}
)
ATTENDED_WITH = frozenset({"dengan", "bersama", "ke"})
#: Kinds of name that a leader meets: not "warga", not "wartawan".
MEETING = frozenset({"person", "office", "state", "organisation", "group", "body", "demonym"})
#: Stands for the verb of holding a meeting in which something is done.
DURING_WORD = "usai"
#: What stands behind these is over before the rest of the clause.
PASSED = frozenset({"setelah", "sesudah", "usai", "seusai", "sejak", "pasca", "pascapertemuan"})
#: Kinds of clause that frame what is told in a sentence.
FRAMING = frozenset({"main", "coordinate"})


def is_unsent(draft: Draft, nominal: Nominal) -> bool:
    """Forces that nobody sends."""
    return draft.event == "MOBILIZE" and is_sent_by_nobody(nominal, draft.actor)


def is_disturbed(nominal: Nominal, around: Clause) -> bool:
    """``dikhawatirkan mengganggu perundingan X dan Y``: talks that may suffer are no news of talks."""
    talks = any(f.event == "CONSULT" for f in nominal.frames)
    return talks and any(p.start <= nominal.phrase.start < p.end for p in around.objects)


def attended(nominal: Nominal, roles: Roles, around: Clause | None) -> Roles | None:
    """``Dalam pertemuan dengan X, Y mengatakan``: who does what is told took part; None for other nouns."""
    phrase = nominal.phrase
    if around is None or around.kind not in FRAMING or phrase.preposition not in DURING or roles.subject:
        return None
    if not any(f.event == "CONSULT" for f in nominal.frames) or around.verb.future or around.verb.possible:
        return None
    with_whom = [p for p in nominal.posts if p.preposition in ATTENDED_WITH and p.names]
    met = with_whom[0].names[0].entry if with_whom else None
    if roles.object is not None or met is None or met.kind not in MEETING or met.sector == "JRN":
        return None
    words = frozenset(w for p in (phrase, *nominal.posts) for w in p.words) | {DURING_WORD}
    return replace(roles, subject=roles_of(around, words).subject, words=words)


def near_of(parse: Parse, nominal: Nominal, around: Clause | None, words: frozenset[str]) -> frozenset[str]:
    """Words of the clause around a noun and of the relative clause about it; else of the sentence."""
    if around is None:
        return words
    start = nominal.phrase.start
    # "akan digelar setelah pertemuan X dan Y"
    if around.verb.future and nominal.phrase.preposition in PASSED:
        return frozenset(w for p in (nominal.phrase, *nominal.posts) for w in p.words) | {DURING_WORD}
    own = [c for c in parse.clauses if c.kind == "relative" and c.subject and c.subject.start == start]
    return frozenset().union(*(words_near(parse, c, words) for c in (around, *own)))


def around_of(parse: Parse, nominal: Nominal) -> Clause | None:
    """The clause that spans the noun."""
    start = nominal.phrase.start
    return next((c for c in parse.clauses if c.start <= start < max(c.end, c.verb.end)), None)
