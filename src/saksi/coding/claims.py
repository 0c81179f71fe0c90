"""Who owns up to an attack is who did it, and who says that somebody will pay is who threatens.

Turns the noun of an attack and its sentence into who claims it: "X mengaku bertanggung jawab atas
serangan itu", "serangan yang diklaim X", "X mengaku berada di balik serangan itu"; and the words of a
threat into who speaks them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from saksi.coding.discourse import is_press
from saksi.coding.draft import Draft
from saksi.coding.nominals import Nominal
from saksi.coding.participants import Participants
from saksi.coding.roles import roles_of
from saksi.records import Clause, Entity, Parse

#: First word of "bertanggung jawab (atas)".
ANSWERS_FOR = frozenset({"bertanggung", "bertanggungjawab"})
#: Verbs of owning up to an attack.
CLAIMED = frozenset({"mengklaim", "diklaim", "klaim"})
#: Verbs of who says of himself that he is behind it, and what he says.
OWNING_UP = frozenset({"mengaku", "mengakui", "mengklaim", "menyatakan"})
BEHIND = frozenset({"di balik", "dibalik", "di belakang"})
#: Frames whose words are a threat in whose mouth they are.
THREATS = frozenset({"menanggung-akibat", "dianggap-perang"})


def utters(draft: Draft) -> bool:
    """Whether the words are a threat that has no actor but who speaks them."""
    return not draft.actor and draft.rule.split("/")[0] in THREATS


def by_threatener(draft: Draft, speaker: Sequence[Entity]) -> Draft:
    """``Chile akan menanggung akibatnya, kata X``: X threatens, unless X is of Chile or only reports."""
    own = {e.code for e in speaker} & {e.code for e in draft.recipient}
    if not speaker or own or any(is_press(e) or e.code is None for e in speaker):
        return draft
    return replace(draft, actor=tuple(speaker))


def claimant(
    nominal: Nominal, host: Clause | None, parse: Parse, participants: Participants
) -> tuple[Entity, ...]:
    """Who claims the attack that the noun names; nobody when nobody does."""
    if host is not None and not host.verb.negated and _owns_up(nominal, host, parse):
        return participants.of(host.subject)
    start = nominal.phrase.start
    for clause in (c for c in parse.clauses if c.verb.word in CLAIMED and not c.verb.negated):
        roles = roles_of(clause, frozenset())
        if roles.object is not None and roles.object.start == start:
            return participants.of(roles.subject)
    return ()


def _owns_up(nominal: Nominal, host: Clause, parse: Parse) -> bool:
    """Whether somebody says it of himself: "X mengatakan Y bertanggung jawab" blames Y."""
    above = parse.clauses[host.parent] if host.parent is not None else None
    own = above is not None and above.verb.word in OWNING_UP and host.subject == above.subject
    return own and (host.verb.word in ANSWERS_FOR or nominal.phrase.preposition in BEHIND)
