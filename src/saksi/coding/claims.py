"""Who owns up to an attack is who did it."""

from __future__ import annotations

from dataclasses import replace

from saksi.coding.draft import Draft
from saksi.coding.participants import Participants
from saksi.coding.roles import roles_of
from saksi.records import Parse

#: First word of "bertanggung jawab (atas)".
ANSWERS_FOR = frozenset({"bertanggung", "bertanggungjawab"})
#: Verbs of owning up to an attack.
CLAIMED = frozenset({"mengklaim", "diklaim", "klaim"})


def claimed(draft: Draft, parse: Parse, participants: Participants) -> Draft:
    """``X mengaku bertanggung jawab atas serangan itu``: who claims an attack is who did it."""
    if draft.event != "ASSAULT" or draft.actor or draft.act is None:
        return draft
    host = draft.host
    if host is not None and host.verb.word in ANSWERS_FOR:
        return replace(draft, actor=participants.of(host.subject))
    start = draft.act.start
    for clause in (c for c in parse.clauses if c.verb.word in CLAIMED):  # "serangan yang diklaim ISIS"
        roles = roles_of(clause, frozenset())
        if roles.object is not None and roles.object.start == start:
            return replace(draft, actor=participants.of(roles.subject))
    return draft
