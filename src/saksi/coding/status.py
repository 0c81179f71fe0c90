"""Tells from the words around a verb whether an act was done, is to come, was not or may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from saksi.records import Clause, Parse, Token

#: What a noun that leads a purpose says of the act: "rencana untuk menahan", "wewenang untuk menahan".
LED = {
    "agreed": "future",
    "open": "hypothetical",
    "able": "hypothetical",
    "asked": "hypothetical",
    "aims": "hypothetical",
}

#: Words of the lists above that are verbs, with the act right behind them.
GOVERNING = ("aims", "charged")
#: Before the noun that leads an act: "dalam upaya menahan", "atas tuduhan menahan".
SERVING = frozenset({"sebagai", "dengan", "dalam", "atas", "karena", "demi", "terkait"})
#: "pergi tanpa bertemu X": what was left out was not done to anybody.
WITHOUT = frozenset({"tanpa", "bukan untuk"})
OPEN_STILL = frozenset({"future", "hypothetical"})
#: After these a clause tells of what is done with the act above, and when that is done.
WITH = frozenset({"sambil", "seraya", "sembari", "dalam", "dengan"})
#: Verbs that bring something about or come to have it: what they did not bring nobody did.
BRINGING = frozenset({"menghasilkan", "mencapai", "memiliki", "menemukan", "melahirkan"})
#: Nouns of what did not come off.
FAILURES = frozenset({"kegagalan", "ketidakmampuan"})
#: Verbs that put an act off, and nouns of it.
PUTTING_OFF = frozenset(
    {"menunda", "membatalkan", "menangguhkan", "mengurungkan", "tunda", "batalkan", "tangguhkan"}
)
PLANS = frozenset({"rencana", "niat", "keputusan", "jadwal"})
#: Open a clause of what somebody wants to come about, and what joins a second one.
SO_THAT, JOINING = frozenset({"agar", "supaya"}), frozenset({"dan", "serta", ","})
#: What nobody has but the one that is named.
CHOICES = frozenset({"pilihan", "opsi", "jalan"})
#: Types that are done by saying so, and words of trying.
SAID = frozenset({"ACCUSE", "REJECT", "REQUEST"})
TRYING = frozenset({"mencoba", "berusaha", "berupaya", "coba"})
#: Types of which an attempt is one (PLOVER), and words of an attempt that was made; "berupaya" may be an aim.
ATTEMPTED = frozenset({"ASSAULT", "COERCE", "PROTEST"})
ATTEMPTING = frozenset({"mencoba", "berusaha", "coba"})
#: What lays down acts that are not decided yet.
UNTIL = frozenset({"hingga", "sampai", "sebelum"})
DRAFTS = frozenset({"rancangan", "draf", "ruu", "usulan", "usul", "proposal"})


def status_of(
    parse: Parse, clause: Clause | None, leading: Mapping[str, frozenset[str]], *, happening: bool
) -> str:
    """Give the status that a clause gives: its verb's negation and modals, those above a purpose included.

    ``happening`` says that the clause is about the act itself; else ("serangan itu akan
    dibahas") its verb says nothing of whether the act was done.
    """
    if clause is None or not happening:
        return "actual"
    own = _own_status(clause)
    if (
        own == "actual"
        and (clause.kind == "adverbial" or _serves_as(parse, clause))
        and (says := led_by(parse, clause, leading)) is not None
    ):
        return LED[says]
    if own == "actual" and clause.kind == "purpose" and clause.parent is not None and not clause.verb.past:
        parent = parse.clauses[clause.parent]
        above = status_of(parse, parent, leading, happening=True)
        return LED.get(led_by(parse, clause, leading) or "", above)
    if own == "actual" and clause.kind == "adverbial" and clause.marker in WITH and clause.parent is not None:
        parent = parse.clauses[clause.parent]
        above = status_of(parse, parent, leading, happening=True)
        same = (
            clause.subject is None or clause.subject is parent.subject
        )  # not "atas perannya dalam mencapai X"
        return above if same and above in OPEN_STILL else own
    if own == "actual" and (_is_wished(parse, clause) or _is_forced(parse, clause)):
        return "hypothetical"
    return own


def _is_nobodys(parse: Parse, clause: Clause) -> bool:
    """``tidak ada yang mendapat izin``, ``belum menghasilkan pakta yang diteken``: nobody did."""
    parent = parse.clauses[clause.parent] if clause.parent is not None else None
    if parent is None or not parent.verb.negated or clause.kind not in ("relative", "complement"):
        return False
    return parent.verb.word == "ada" or (clause.kind == "relative" and parent.verb.word in BRINGING)


def _is_put_off(parse: Parse, clause: Clause) -> bool:
    """``menunda rencana bertemu Y``, ``kegagalan PBB dalam menyalurkan bantuan``: it was not done."""
    if clause.parent is None or clause.kind not in ("purpose", "adverbial"):
        return False
    parent = parse.clauses[clause.parent]
    phrases = [
        p for p in (parent.subject, *parent.objects, *parent.obliques) if p and p.end <= clause.verb.start
    ]
    before = max(phrases, key=lambda p: p.end, default=None)
    failed = clause.marker in WITH and before is not None and before.head in FAILURES
    planned = before is not None and not PLANS.isdisjoint(before.words)
    return failed or (parent.verb.word in PUTTING_OFF and planned)


def _is_wished(parse: Parse, clause: Clause) -> bool:
    """``ingin membawa Peru bergabung``: what a verb that is only possible would bring about."""
    if clause.kind not in ("complement", "adverbial") or clause.marker is not None or clause.parent is None:
        return False
    parent = parse.clauses[clause.parent]
    return parent.verb.possible and not parent.verb.past and bool(parent.objects)


def _is_forced(parse: Parse, clause: Clause) -> bool:
    """``tidak memiliki pilihan selain menyerang X``: what is left to do is not done yet."""
    if clause.kind != "adverbial" or clause.marker is not None or clause.parent is None:
        return False
    parent = parse.clauses[clause.parent]
    return parent.verb.negated and any(not CHOICES.isdisjoint(p.words) for p in parent.objects)


def is_said(event: str, clause: Clause, tokens: Sequence[Token]) -> bool:
    """``mencoba membantah tuduhan itu``, ``mencoba menduduki pelabuhan``: said, and attacked, by trying."""
    group = frozenset(t.lower for t in tokens if clause.verb.start <= t.start < clause.verb.end)
    if event in ATTEMPTED and not clause.verb.future and not clause.verb.negated:
        return not ATTEMPTING.isdisjoint(group)
    return event in SAID and not TRYING.isdisjoint(group)


def is_open(parse: Parse, clause: Clause) -> bool:
    """Whether a clause tells only what would be: in a draft, before something is not done, or left out."""
    left_out = clause.marker in WITHOUT or _is_nobodys(parse, clause) or _is_put_off(parse, clause)
    return left_out or _is_draft_law(clause) or _is_waited_for(parse, clause)


def is_condition(clause: Clause | None) -> bool:
    """``persona non grata sampai ia meminta maaf``: what is still waited for."""
    return clause is not None and clause.marker == "sampai" and not clause.verb.past


def _is_waited_for(parse: Parse, clause: Clause) -> bool:
    """``tidak akan dibayar hingga Peru mundur``."""
    if clause.marker not in UNTIL or clause.parent is None:
        return False
    above = parse.clauses[clause.parent].verb
    return above.negated or above.future


def _is_draft_law(clause: Clause) -> bool:
    """``rancangan resolusi yang akan memperpanjang X``: what a draft would do is not told as to come."""
    if (
        clause.kind != "relative"
        or clause.subject is None
        or not (clause.verb.future or clause.verb.possible)
    ):
        return False
    return not DRAFTS.isdisjoint(clause.subject.words)


def led_by(parse: Parse, clause: Clause, leading: Mapping[str, frozenset[str]]) -> str | None:
    """What the noun or verb before a purpose says of it: agreed, open, aims, asked, or None.

    So does the noun right before a bare clause: "memperbesar kemampuan menyerang Y".
    """
    bare = clause.marker is None and (clause.kind == "adverbial" or _serves_as(parse, clause))
    if clause.kind == "complement":
        for says in GOVERNING:
            if _is_governed(parse, clause, leading[says]):
                return says
    if clause.parent is None or not (bare or clause.kind == "purpose"):
        return None
    parent = parse.clauses[clause.parent]
    sides = [p for p in (parent.subject, *parent.objects, *parent.obliques) if p is not None]
    before = max((p for p in sides if p.end <= clause.verb.start), key=lambda p: p.end, default=None)
    nouns = {before.head.removesuffix("nya"), before.words[-1]} if before is not None else set()
    lead = {*nouns, parent.verb.word, parent.verb.word.split()[-1]} if not bare else nouns
    return next((says for says, words in leading.items() if not words.isdisjoint(lead)), None)


def _serves_as(parse: Parse, clause: Clause) -> bool:
    """``sebagai persiapan menyerang X``, ``atas tuduhan menyerang X``: the act behind what something serves as."""
    above = parse.clauses[clause.parent] if clause.parent is not None else None
    if above is None or clause.kind != "complement":
        return False
    return any(p.preposition in SERVING and 0 <= clause.verb.start - p.end <= 1 for p in above.obliques)


def _is_governed(parse: Parse, clause: Clause, verbs: frozenset[str]) -> bool:
    """``bertujuan menutup X dan mengusir Y``: right behind the verb of the aim, and what is joined to it."""
    above = parse.clauses[clause.parent] if clause.parent is not None else None
    return above is not None and above.verb.word in verbs


def is_wanted(parse: Parse, clause: Clause) -> bool:
    """``mencakup agar X menutup Y dan mengusir Z``: what is only to come about is done by nobody so far."""
    if clause.kind != "purpose" or clause.parent is None:
        return False
    before = (
        c
        for c in parse.clauses
        if c.parent == clause.parent and c.kind == "purpose" and c.start <= clause.start
    )
    first = min(before, key=lambda c: c.start, default=clause)
    return (clause if clause.marker not in JOINING else first).marker in SO_THAT


def _own_status(clause: Clause) -> str:
    verb = clause.verb
    if verb.negated or verb.failed:
        return "negated"
    if clause.kind == "conditional":
        return "hypothetical"
    if verb.future:
        return "future"
    return "hypothetical" if verb.possible or verb.must else "actual"
