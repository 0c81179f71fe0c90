"""Finds what a relative clause or the act after a noun is about.

Mostly a relative clause goes on with the phrase right before it. After an act noun with its place ("serangan di X yang
menewaskan") it is the act, and after people with their town ("demonstran di X, yang memprotes")
it is the people: towns do nothing. After "keputusan Peru" it is Peru that acts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from saksi.clauses.drafts import Draft, is_actor
from saksi.clauses.phrases import PhraseReader
from saksi.clauses.units import DETERMINER, ENVOYS, NOUN, SENT_TO, VERB, Unit
from saksi.records import Phrase, VerbGroup

#: How many units after "yang" its verb is looked for, and how many phrases before it the act noun.
NEXT_VERB, ACT_REACH = 4, 3
#: Verbs that say where something lies: "di X yang terletak".
LYING = frozenset({"terletak", "berbatasan", "berada", "dihuni", "dikenal", "disebut", "berjarak"})

#: What takes place or is in force is an act, not who does it: "serangan Peru yang terjadi Senin".
OCCUR = frozenset({"terjadi", "berlangsung", "pecah", "meletus", "berlaku", "berakhir"})
#: Before whom a thing is shared with.
BETWEEN = frozenset({"dengan", "antara"})
#: Nouns that somebody's act may follow: "keputusan Peru menutup perbatasan".
DECISIONS = frozenset(
    {"keputusan", "langkah", "rencana", "niat", "upaya", "kesediaan", "tindakan", "usaha", "janji", "komitmen",
     "keinginan", "kebijakan", "larangan", "pelarangan", "pencekalan", "ancaman"}
)  # fmt: skip
#: Passives of what is used.
USED = frozenset({"digunakan", "dipakai", "dimanfaatkan", "dikerahkan", "dikirim"})
#: What one does for somebody: "peran PBB dalam membantu pengungsi".
PARTS = DECISIONS | {
    "posisi",
    "sikap",
    "konsistensi",
    "peran",
    "keterlibatan",
    "kegagalan",
    "keberhasilan",
    "kontribusi",
    "jasa",
    "kinerja",
}
#: Those that may also be told with "dari": "pengumuman dari Peru untuk menutup X".
OFFERS = DECISIONS | {"pengumuman", "tawaran", "usulan", "usul"}
#: Verbs that let or make somebody do the next verb.
HELPING = frozenset(
    {"membantu", "mendukung", "membuat", "menyebabkan", "memungkinkan", "memicu", "mencegah", "membiarkan"}
)
#: What verbs of saying, asking and promising embed; verbs of seeing embed "sight".
SPEECH = frozenset({"plan", "claim", "fact"})
#: What those do who are told of, not who tells: "mengatakan bahwa X dan Y berunding dan sepakat".
AGREEING = frozenset({"sepakat", "bersepakat", "menyepakati"})
#: Kinds of name that act.
ACTING = frozenset({"person", "organisation", "group", "office", "body", "agent"})
#: Kinds of name that tell more of the host than its subject does.
OWNED = frozenset({"state", "demonym", "person", "organisation", "group"})
#: Verbs that say what their subject is.
EQUATING = frozenset({"adalah", "ialah", "merupakan", "menjadi", "termasuk"})
#: What somebody is to who hurts them: "menjadi mangsa gerombolan yang menyerang desa".
SUFFERING = frozenset({"mangsa", "korban", "sasaran", "target", "tawanan", "sandera"})
#: Before the many that one belongs to: "termasuk di antara pemimpin yang menyerukan".
AMONG = frozenset({"di antara", "dalam"})


def find_host(
    phrases: Sequence[Phrase], units: Sequence[Unit], at: int, subject: Phrase | None, *, comma: bool
) -> Phrase | None:
    """The phrase that the relative clause at unit ``at`` is about; ``comma`` says that one stands before it."""
    verb = next((u for u in units[at : at + NEXT_VERB] if u.tag == VERB), None)
    if verb is not None and (verb.word in OCCUR or any(f.harm for s in verb.senses for f in s.frames)):
        act = _act_before(phrases, units)
        if act is not None:
            return act
        if verb.word in OCCUR and len(phrases) > 1 and phrases[-1].preposition in BETWEEN:
            return phrases[-2]  # "perjanjian dengan Peru yang berlaku"
    if len(phrases) > 1 and phrases[-1].preposition == SENT_TO and not ENVOYS.isdisjoint(phrases[-2].words):
        return phrases[-2]  # "duta besar untuk PBB yang mendukung"
    people = _before_place(phrases, "place", "state")
    if comma and people is not None and people is subject:
        return people
    if verb is not None and verb.word not in LYING:
        people = _before_place(phrases, "place")
        if people is not None and any(
            n.first == people.first or n.entry.kind in ACTING for n in people.names
        ):
            return people
    return phrases[-1] if phrases else None


def _act_before(phrases: Sequence[Phrase], units: Sequence[Unit]) -> Phrase | None:
    """``serangan di X yang menewaskan Y``: the act noun before the place is what kills."""
    for phrase in reversed(phrases[-ACT_REACH:]):
        if any(u.tag == NOUN and u.senses and phrase.first <= u.first < phrase.last for u in units):
            return phrase
    return _before_place(phrases, "place", "state")


def _before_place(phrases: Sequence[Phrase], *kinds: str) -> Phrase | None:
    """The phrase before "di X", when X is a name of one of these kinds."""
    last = phrases[-1] if len(phrases) > 1 else None
    if last is None or last.preposition != "di" or not last.names:
        return None
    return phrases[-2] if last.names[0].entry.kind in kinds else None


def find_first_host(draft: Draft, host: Phrase | None) -> Phrase | None:
    """``M23 yang didukung Peru, yang merebut X``: a second "yang" goes on with the first one's host, not its doer."""
    passive = draft.kind == "relative" and draft.verb is not None and draft.verb.voice == "passive"
    by = (*draft.objects, *(p for p in draft.obliques if p.preposition == "oleh"))
    state = host is not None and bool(host.names) and host.names[0].entry.kind == "state"
    return draft.host if passive and state and host in by else host


def find_equal(draft: Draft, host: Phrase | None) -> Phrase | None:
    """``Peru menjadi negara yang memutus hubungan``: the subject that is said to be the host, else the host."""
    told = draft.verb is not None and draft.verb.word in EQUATING and draft.subject is not None
    if not told or host is None or not host.names:
        return host
    if host not in draft.objects and host.preposition not in AMONG:
        return host
    if host.head in SUFFERING:
        return host
    general = host.names[0].entry.kind in ACTING and all(n.entry.kind not in OWNED for n in host.names)
    return draft.subject if general else host


def find_decider(reader: PhraseReader, phrases: Sequence[Phrase], at: int) -> Phrase | None:
    """``keputusan Peru untuk menutup X``, ``tawaran dari Peru untuk menutup X``: whose decision it is.

    The last of ``phrases`` stands before the clause, which begins at token ``at``.
    """
    phrase = phrases[-1] if phrases else None
    head_before = phrases[-2].head if len(phrases) > 1 else None
    if phrase is None or not phrase.names or len(phrase.members) > 1 or not 0 <= at - phrase.last <= 1:
        return None
    if phrase.head not in (PARTS if reader.tokens[at - 1].lower == "dalam" else DECISIONS):
        return phrase if phrase.preposition == "dari" and head_before in OFFERS else None
    first = phrase.names[0].first
    units = [k for k, u in enumerate(reader.units) if first <= u.first < phrase.last]
    if units and reader.units[units[0] - 1].tag == DETERMINER:  # "komitmen kedua negara"
        units.insert(0, units[0] - 1)
    return reader.make(units[0], units[-1] + 1) if units else None


def find_user(purpose: Draft) -> Phrase | None:
    """``drone yang digunakan Iran untuk menyerang kapal``: who uses a thing does what it is used for."""
    above = purpose.parent
    used = above is not None and above.verb is not None and above.verb.word in USED
    if above is None or not used or purpose.subject is not above.subject:
        return None
    by = [p for p in above.obliques if p.preposition == "oleh"]
    return next(iter((*above.objects, *by)), None)


def rules_object(draft: Draft, embeds: Callable[[VerbGroup], str | None]) -> bool:
    """Whether what the verb is done to does the next verb: "mendesak X mundur", "membantu X menyerang Y"."""
    verb = draft.verb
    return verb is not None and (embeds(verb) is not None or verb.word in HELPING)


def _is_done_above(draft: Draft, group: VerbGroup) -> bool:
    """``memutuskan bahwa X akan diadili dan mengaktifkan kembali Y``: who decides does the second verb."""
    parent, verb = draft.parent, draft.verb
    if draft.kind != "complement" or parent is None or parent.verb is None or verb is None:
        return False
    return verb.voice == "passive" and group.voice != "passive" and parent.verb.voice == "active"


def _is_decided(draft: Draft) -> bool:
    """``menyesalkan keputusan X untuk menutup Y dan mengakui Z``: both are decided by X."""
    parent, subject = draft.parent, draft.subject
    if draft.kind != "purpose" or parent is None or subject is None or subject is parent.subject:
        return False
    return any(p.head in DECISIONS and p.end == subject.end for p in (*parent.objects, *parent.obliques))


def find_peer(
    stack: Sequence[Draft], group: VerbGroup | None, embeds: Callable[[VerbGroup], str | None]
) -> Draft:
    """The clause that ``dan`` coordinates with: the innermost, but speech joins speech."""
    top = stack[-1]
    if group is None:
        return top
    if _is_done_above(top, group):
        assert top.parent is not None  # noqa: S101 - told by _is_done_above
        return top.parent
    if embeds(group) not in SPEECH or group.word in AGREEING or _is_decided(top):
        return top
    if top.kind == "relative" and not is_actor(top.subject):
        outer = [d for d in stack if d.kind != "relative" and d.verb is not None]
        return outer[-1] if outer else top  # "mengutuk serangan yang melukai X dan menyatakan"
    for draft in reversed(stack):
        verb = draft.verb
        suffers = verb is not None and group.voice == "passive" != verb.voice
        if verb is not None and not suffers and embeds(verb) in SPEECH:
            return draft
    return top
