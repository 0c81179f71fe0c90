"""Finds who is named after the words for many: "40 negara, termasuk Kenya dan Peru, mengecam".

Turns the tokens behind a phrase into the names that belong to it. It makes no participants.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from saksi.records import Name, Token

#: What opens the names of some of many.
OPENERS = frozenset({"termasuk", "antara", "seperti", "yaitu", "yakni"})
#: Kinds of name that act with the many; people and towns after "termasuk" may be their victims.
KINDS = frozenset({"state", "organisation", "group"})
#: What may stand between two names of a list.
JOINTS = frozenset({",", "dan", "serta"})
#: Names of one list, at most.
MOST = 30


def included(tokens: Sequence[Token], names_at: Mapping[int, Name], last: int) -> tuple[Name, ...]:
    """The states, organisations and groups that are named behind the phrase that ends at token ``last``."""
    k = last
    if k + 2 >= len(tokens) or tokens[k].text != "," or tokens[k + 1].lower not in OPENERS:
        return ()
    k += 2
    if tokens[k - 1].lower == "antara":
        if tokens[k].lower != "lain":  # "..., antara lain X"; not "..., antara X dan Y"
            return ()
        k += 1
    out: list[Name] = []
    while len(out) < MOST and (name := names_at.get(k)) is not None and name.entry.kind in KINDS:
        out.append(name)
        k = name.last
        while k < len(tokens) and (tokens[k].text in JOINTS or tokens[k].lower in JOINTS):
            k += 1
    return tuple(out)
