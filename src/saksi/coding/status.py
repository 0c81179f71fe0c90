"""Tells from the words around a verb whether an act was done, is to come, was not or may be."""

from __future__ import annotations

from saksi.records import Clause, Parse

#: Nouns before "untuk" that leave open whether it is done.
TENTATIVE = frozenset(
    {"upaya", "usaha", "wewenang", "hak", "jaminan", "kesempatan", "rencana", "niat", "keinginan", "kemampuan", "izin",
     "peluang", "ambisi", "tekad", "seruan", "permintaan", "tuntutan", "ajakan", "desakan", "ancaman", "janji",
     "komitmen", "tawaran", "undangan", "mandat", "kewenangan", "potensi", "opsi", "waktu", "kewajiban", "tugas", "konsensus",
     "wacana", "pembahasan", "pembicaraan"}
)  # fmt: skip


def status_of(parse: Parse, clause: Clause | None, *, happening: bool) -> str:
    """Give the status that a clause gives: its verb's negation and modals, those above a purpose included.

    ``happening`` says that the clause is about the act itself; else ("serangan itu akan
    dibahas") its verb says nothing of whether the act was done.
    """
    if clause is None or not happening:
        return "actual"
    own = _own_status(clause)
    if own == "actual" and clause.kind == "purpose" and clause.parent is not None:
        parent = parse.clauses[clause.parent]
        above = status_of(parse, parent, happening=True)
        return "hypothetical" if _is_tentative(parent, clause) else above
    return own


def _is_tentative(parent: Clause, purpose: Clause) -> bool:
    """``wewenang untuk menahan``: the word before the purpose says that it is only wanted or allowed."""
    sides = [p for p in (parent.subject, *parent.objects, *parent.obliques) if p is not None]
    before = [p for p in sides if p.end <= purpose.verb.start]
    return bool(before) and max(before, key=lambda p: p.end).head in TENTATIVE


def _own_status(clause: Clause) -> str:
    verb = clause.verb
    if verb.negated or verb.failed:
        return "negated"
    if clause.kind == "conditional":
        return "hypothetical"
    if verb.future:
        return "future"
    return "hypothetical" if verb.possible or verb.must else "actual"
