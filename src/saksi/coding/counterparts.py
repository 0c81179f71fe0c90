"""Names whom an act is toward when the whole article is about that side.

Turns acts of one state that name nobody ("AS menjatuhkan sanksi", in an article on Niger) into
acts toward the country that the article is about, or toward the other of the two that it is
about. It reads no sentence: what a sentence implies is found by ``implied`` and ``pointing``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from saksi.coding.draft import FOLLOWERS, NOBODYS, OFFICIAL
from saksi.records import Entity, Event, Marks, Name

#: Acts against another side, or promised to one. Refusals and aid are left out: on real pages the
#: other side was wrong for four of four.
TOWARD = frozenset({"THREATEN", "SANCTION", "ACCUSE", "MOBILIZE", "AGREE"})
#: Those that are toward the one country an article is about; others need the article to be about a pair.
TOWARD_ONE = frozenset({"SANCTION", "MOBILIZE"})
#: What people do toward their own government, and the sectors of such people.
AT_HOME = frozenset({"PROTEST", "THREATEN"})
PEOPLE = frozenset({"CVL", "EDU", "LAB", "OPP", "SOC", "REL", "JRN"})
#: Bodies that approve and judge at home.
DOMESTIC = frozenset({"LEG", "JUD"})
#: What only a state does to a state; verdicts are a court's.
IMPOSED = frozenset({"discontinue", "withdraw"})
#: People who are in the street for who was just named, not against the government.
ITS_FOLLOWERS = frozenset(f"{word}nya" for word in FOLLOWERS)
#: What two states do that are against each other.
HOSTILE = frozenset({"ASSAULT", "ACCUSE", "THREATEN", "SANCTION"})
#: Acts in words that another side refuses or denies.
ANSWERED = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
#: Frames of acts that two sides do to each other.
FIGHTS = frozenset({"pertempuran-pecah", "tempur", "baku-tembak", "bentrok", "perang"})
#: Kinds of name that tell what an article is about.
TELLING = frozenset({"state", "demonym", "place", "person", "group"})
#: An article is about a pair when the two have this share of its mentions, the lesser at least that, and so many mentions.
PAIR, PAIR_SHARE, LESSER_SHARE, LESSER = 2, 0.7, 0.25, 3
#: It is about one country when that has this share, and at least so many mentions.
SOLE_SHARE, FEWEST = 0.4, 4


@dataclass(frozen=True, slots=True)
class Topic:
    """The one or two countries that an article is about, the most mentioned first."""

    codes: tuple[str, ...]
    states: Mapping[str, Name]  # where the article first names each
    denials: frozenset[str]  # frames that deny what was said

    def fill(self, events: Sequence[Event]) -> tuple[Event, ...]:
        """Give the acts their counterpart; the order is kept."""
        foes = any(self._is_between(event) for event in events)
        came: dict[str | None, dict[str | None, tuple[Entity, ...]]] = {}  # whom words came to -> from whom
        out = []
        for event in events:
            told = self._fought(event) if foes else event
            out.append(self._filled(self._imposed(_answering(told, came))))
            if told.event in ANSWERED and len(told.actor) == 1 and len(told.recipient) == 1:
                came.setdefault(told.recipient[0].code, {})[told.actor[0].code] = told.actor
        return tuple(out)

    def _is_between(self, event: Event) -> bool:
        """Whether the two states of the article act against each other: else one may only be where they talk."""
        sides = {e.code for e in (*event.actor, *event.recipient)}
        return event.event in HOSTILE and len(self.codes) == PAIR and sides == set(self.codes)

    def _imposed(self, event: Event) -> Event:
        """``hubungan dengan Peru diputus``, in an article on one other state: that state cut them."""
        against = {e.code for e in event.recipient}
        state_act = event.event == "SANCTION" and event.mode in IMPOSED
        if not state_act or event.actor or len(against) != 1 or event.status != "actual":
            return event
        others = [code for code in self.codes if code not in against]
        told = self.states.get(others[0]) if len(others) == 1 else None
        return event if told is None else replace(event, actor=(_state(told),))

    def _fought(self, event: Event) -> Event:
        """``pertempuran di perbatasan``, in an article on two states: both fight, and nobody is the victim."""
        told = [self.states[code] for code in self.codes if code in self.states]
        if event.actor or event.rule.split("/")[0] not in FIGHTS or len(told) != PAIR:
            return event
        return replace(event, actor=tuple(_state(name) for name in told), recipient=())

    def _filled(self, event: Event) -> Event:
        actors = {e.code for e in event.actor}
        if event.recipient or len(actors) != 1 or event.rule.split("/")[0] in self.denials:
            return event  # what is denied was said by somebody else
        own = next(iter(actors))
        code = self._government(event, own) or self._other(event, own)
        told = self.states.get(code or "")
        return event if told is None else replace(event, recipient=(_state(told),))

    def _government(self, event: Event, own: str | None) -> str | None:
        """``Mahasiswa berunjuk rasa``, in an article on their country: it is toward their government."""
        at_home = event.event in AT_HOME and self.codes[:1] == (own,)
        for_it = any(not ITS_FOLLOWERS.isdisjoint(e.text.lower().split()) for e in event.actor)
        return own if at_home and not for_it and all(e.sector in PEOPLE for e in event.actor) else None

    def _other(self, event: Event, own: str | None) -> str | None:
        """The other side of the pair, or the one country an article is about."""
        official = all(e.sector in OFFICIAL - DOMESTIC or e.code in NOBODYS for e in event.actor)
        enough = len(self.codes) == PAIR or event.event in TOWARD_ONE
        others = [code for code in self.codes if code != own]
        fits = event.event in TOWARD and official and enough and len(others) == 1
        return others[0] if fits else None


def _answering(event: Event, came: Mapping[str | None, Mapping[str | None, tuple[Entity, ...]]]) -> Event:
    """``Peru membantah``, after "Chad menuduh Peru": what is refused came from the only one that came to it."""
    own = {side.code for side in event.actor}
    if event.event != "REJECT" or event.recipient or len(own) != 1 or None in own:
        return event
    (code,) = own
    from_whom = came.get(code, {})
    if len(from_whom) != 1 or not from_whom.keys().isdisjoint((code, None)):
        return event
    return replace(event, recipient=next(iter(from_whom.values())))


def find_topic(marks: Marks, states: Mapping[str, Name], denials: frozenset[str]) -> Topic:
    """What an article is about, by the share of mentions."""
    return Topic(_most_told(marks), states, denials)


def _most_told(marks: Marks) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for names in marks.names:
        for name in names:
            code = name.entry.code if name.entry.kind != "place" else name.entry.country
            if code is not None and code not in NOBODYS and name.entry.kind in TELLING:
                counts[code] += 1
    total = counts.total()
    ranked = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    if len(ranked) > 1 and total >= FEWEST:
        (first, most), (second, lesser) = ranked[:2]
        if (most + lesser) / total >= PAIR_SHARE and lesser >= max(LESSER, LESSER_SHARE * total):
            return first, second
    if ranked and ranked[0][1] >= FEWEST and ranked[0][1] / total >= SOLE_SHARE:
        return (ranked[0][0],)
    return ()


def _state(told: Name) -> Entity:
    return Entity(
        told.text, told.start, told.end, told.entry.name, f"state/{told.entry.code}", told.entry.code, "GOV"
    )
