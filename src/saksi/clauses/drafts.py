"""Clauses while they are being built, and the frozen records made of them.

Turns ``Draft`` records into ``Clause`` records: drafts without a verb give their phrases to
the clause around them. ``build`` fills the drafts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from saksi.records import Clause, Phrase, VerbGroup

#: Joints over which "akan" and "dapat" go on: "akan menutup X dan mengusir Y".
SHARING = frozenset({"dan", "serta", "atau", "ataupun", "maupun"})
#: Those over which a negation goes on too: "tidak pernah meminta ataupun mengecam X" denies both.
EITHER = frozenset({"atau", "ataupun", "maupun"})
#: Words of a reason, and verbs whose reason is what their object did: "mendakwa X karena menembak Y".
REASONS = frozenset({"karena", "lantaran", "sebab", "imbas", "gara-gara", "gegara", "buntut", "akibat"})
CHARGING = frozenset(
    {"menuduh", "menuding", "mendakwa", "menuntut", "menghukum", "memvonis", "mengecam", "mengutuk", "menyalahkan", "menangkap",
     "menahan", "menggugat", "mengkritik", "mencela", "memecat", "mengusir", "memenjarakan", "menjebloskan",
     "melarang", "melarang masuk", "menolak masuk", "menyanksi", "mendeportasi",
     "tuduh", "tuding", "dakwa", "hukum", "vonis", "kecam", "kutuk", "salahkan", "tangkap", "tahan", "gugat", "kritik",
     "cela", "pecat", "usir", "penjarakan", "larang", "larang masuk", "tolak masuk", "sanksi", "deportasi"}
)  # fmt: skip

#: Verbs of measures against a side, and what stands before that side.
MEASURES = frozenset(
    {
        "memutuskan",
        "memutus",
        "menjatuhkan",
        "mengenakan",
        "memberlakukan",
        "menangguhkan",
        "membekukan",
        "menerapkan",
    }
)
ADDRESSED = ("kepada", "terhadap")
AGAINST = ("dengan", "terhadap", "kepada", "atas")
#: Verbs behind which a clause says what the subject is: "syaratnya ialah Peru menarik pasukan".
SAME = frozenset({"adalah", "ialah", "yaitu", "yakni"})


@dataclass(slots=True)
class Draft:
    """A clause being built."""

    kind: str
    marker: str | None = None
    parent: Draft | None = None
    verb: VerbGroup | None = None
    subject: Phrase | None = None
    objects: list[Phrase] = field(default_factory=list)
    obliques: list[Phrase] = field(default_factory=list)
    host: Phrase | None = None  # what a relative clause is about
    described: bool = False  # a relative clause that holds words other than a verb
    last_was_object: bool = False
    start: int = -1
    end: int = -1


def doer_of(draft: Draft) -> Phrase | None:
    """Who does what a clause tells: "X" in "Langkah itu dibalas X dengan mengusir Y"."""
    if draft.verb is None or draft.verb.voice != "passive":
        return draft.subject
    by = [p for p in draft.obliques if p.preposition == "oleh"]
    return next(iter((*draft.objects, *by)), None)


def lend_subject(fronted: Draft, main: Draft, subject: Phrase, *, reports: bool) -> None:
    """``Selain meminta bantuan, Presiden X memberlakukan``: a fronted verb without a subject has that of the main one.

    So has a passive ("Didesak parlemen, X mundur") unless it only ``reports`` what follows.
    """
    if (
        fronted.subject is None
        and fronted.verb is not None
        and not (reports and fronted.verb.voice == "passive")
    ):
        fronted.kind, fronted.parent, fronted.subject = "adverbial", main, subject
        main.kind = "main"


def is_actor(phrase: Phrase | None) -> bool:
    """Whether a name heads the phrase, so that it may speak."""
    return phrase is not None and bool(phrase.names) and phrase.names[0].first == phrase.first


def share_mood(first: VerbGroup | None, second: VerbGroup, joint: str) -> VerbGroup:
    """Give a joined verb without words of its own before it what "akan" or "dapat" says of the first."""
    own = second.future or second.possible or second.must or second.negated or second.past
    if first is None or own or joint not in SHARING:
        return second
    negated = first.negated and joint in EITHER
    return replace(second, future=first.future, possible=first.possible, must=first.must, negated=negated)


def freeze_drafts(drafts: Sequence[Draft], sentence: int, offset: int, quote: int | None) -> list[Clause]:
    """Freeze the drafts that have a verb; ``offset`` is the number of clauses before them."""
    kept = [d for d in drafts if d.verb is not None]
    for draft in kept:
        if draft.kind == "adverbial" and draft.subject is None and draft.parent is not None:
            draft.subject = draft.parent.subject  # "Setelah bertemu Y, X mengumumkan": X met Y
        if draft.kind == "adverbial" and draft.marker in REASONS and _is_charged(draft):
            assert draft.parent is not None  # noqa: S101 - told by _is_charged
            draft.subject = draft.parent.objects[-1]  # "mendakwa X karena menembak Y": X shot
        if draft.kind == "adverbial" and draft.marker in REASONS:
            draft.subject = _punished(draft) or draft.subject
    index = {id(d): n + offset for n, d in enumerate(kept)}
    _hand_over(drafts)
    return [_freeze(d, sentence, index, quote) for d in kept]


def _punished(draft: Draft) -> Phrase | None:
    """``memutus hubungan dengan X karena melindungi Y``: against whom the clause above takes a measure."""
    parent = draft.parent
    if parent is None or parent.verb is None or draft.subject is not parent.subject:
        return None
    if parent.verb.word not in MEASURES:
        last = max((*parent.objects, *parent.obliques), key=lambda p: p.end, default=None)
        addressed = last is not None and last.preposition in ADDRESSED and last.end <= draft.start
        return last if addressed and is_actor(last) else None  # "balas dendam kepada X karena menahan Y"
    return next((p for p in parent.obliques if p.preposition in AGAINST and is_actor(p)), None)


def _is_charged(draft: Draft) -> bool:
    """Whether a reason is that for which the clause above charges, punishes or condemns its object."""
    parent = draft.parent
    if parent is None or parent.verb is None or not parent.objects or draft.subject is not parent.subject:
        return False
    charged = parent.objects[-1]
    counted = (
        bool(charged.names) and charged.names[0].first == charged.first + 1 and charged.words[0].isdigit()
    )
    return parent.verb.word in CHARGING and (is_actor(charged) or counted)  # "melarang masuk 2 menteri Peru"


def _hand_over(drafts: Sequence[Draft]) -> None:
    """Give the phrases of a clause that never got its verb to the clause around it."""
    for draft in drafts:
        if draft.verb is None and draft.parent is not None and draft.kind != "relative":
            left = [p for p in (draft.subject, *draft.obliques) if p is not None]
            if draft.subject is not None and draft.marker is not None:
                left[0] = _with_preposition(draft.subject, draft.marker)
            draft.parent.obliques.extend(left)


def _freeze(draft: Draft, sentence: int, index: dict[int, int], quote: int | None) -> Clause:
    parent = draft.parent
    while parent is not None and parent.verb is None:
        parent = parent.parent
    assert draft.verb is not None  # noqa: S101 - narrowed by the caller
    posts = tuple(draft.obliques)
    end = max([draft.end, draft.verb.end, *(p.end for p in (*draft.objects, *posts))])
    return Clause(
        sentence, draft.kind, draft.marker, index.get(id(parent)) if parent is not None else None,
        draft.verb, draft.subject, tuple(draft.objects), posts, draft.start, end, quote,
    )  # fmt: skip


def _with_preposition(phrase: Phrase, preposition: str) -> Phrase:
    return Phrase(
        phrase.sentence, phrase.first, phrase.last, phrase.start, phrase.end, phrase.head, phrase.words,
        phrase.names, preposition, phrase.members, phrase.posts, phrase.appositions,
    )  # fmt: skip


def with_verb(stack: Sequence[Draft]) -> Draft | None:
    """The innermost open clause that has its verb."""
    return next((d for d in reversed(stack) if d.verb is not None), None)


def outside_relative(stack: Sequence[Draft]) -> Draft | None:
    """The innermost clause with a verb that is no relative one: a comma has closed those."""
    return next((d for d in reversed(stack) if d.verb is not None and d.kind != "relative"), None)


def makes_do(draft: Draft) -> bool:
    """Whether the object of the verb is who does what follows."""
    return draft.verb is not None and draft.verb.word in SAME and bool(draft.objects)
