"""Holds an event while it is read: what a sentence says of it, before dates, places and identity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from saksi.lang.frames import Frame
from saksi.lang.language import Language
from saksi.records import Clause, Entity, Phrase, Span

#: Sectors of a government's own people.
OFFICIAL = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})
#: Codes of sides that are no country's.
NOBODYS = frozenset({"IGO", "UNO", "EUR", "NGO", "IMG", "MNC", "ISM"})

#: Words for people who stand by somebody.
FOLLOWERS = frozenset({"pendukung", "simpatisan", "loyalis", "pengikut"})


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before dates, places and identity."""

    event: str
    mode: str | None
    context: tuple[str, ...]
    actor: tuple[Entity, ...]
    recipient: tuple[Entity, ...]
    status: str
    anchor: Span  # the verb or noun that tells it
    clause: Span  # the words that belong to it
    rule: str
    harm: str | None
    victims: Phrase | None
    host: Clause | None  # the clause it is told in
    act: Phrase | None = None  # the phrase of the noun that tells it, None for a verb
    posts: tuple[Phrase, ...] = ()  # what follows the noun
    thing: Phrase | None = None  # what the verb is done to
    content: bool = False  # whether a clause tells what is said, promised or denied
    policy: Phrase | None = None  # what protesters are against, when it is nobody


def frames_of(language: Language, clause: Clause) -> Iterator[Frame]:
    """All frames of the forms of a clause's verb."""
    for form in clause.verb.forms:
        yield from language.frames_of.get(form, ())
