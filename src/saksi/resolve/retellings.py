"""Joins the retellings of one event inside an article.

Turns the events of single sentences into one record an event: headline, lead and detail
tell the same when type, participants, status and date do not speak against it. The first
telling stays the evidence; what it leaves open is filled from the others. It does not
look at other articles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from saksi.coding.counterparts import FIGHTS
from saksi.records import NAMELESS, Count, Entity, Event, EventDate, Location, Span, Statement

#: Acts done in words: two of one actor are two acts, when only one names whom it is toward.
VERBAL = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE", "SUPPORT"})
#: An act that may come, or was only tried, is not the one that was done.
OPEN = frozenset({"hypothetical", "future"})
#: Basis of a place that an act's own sentence names.
OWN_WORDS = "same sentence"
#: Characters over which "serangan itu" reaches: about three sentences of news.
LONGEST_GAP = 500
#: Modes of one request: "meminta NATO menggelar rapat", "meminta NATO membahas ancaman".
ASKED = {"meet", "change"}
#: Modes of one gathering of people.
MASSED = {"demo", "obstruct"}
#: How the words for many people begin.
MANY = re.compile(
    r"(?i)(sedikitnya |setidaknya |sekitar |lebih dari |hampir |sebanyak )?"
    r"(\d|para |puluhan|ratusan|ribuan|sejumlah|banyak|belasan|sekelompok|massa"
    r"|(dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\b)"
)
#: Types whose acts without a mode are of another kind than those with one.
APART = frozenset({"COERCE"})
#: Acts of a state that a passive without a doer may tell again.
DEEDS = frozenset({"SANCTION", "CONCEDE"})
#: Acts of many, which go on where they are.
CROWDED = frozenset({"ASSAULT", "PROTEST"})
#: Sectors of those who fight a state from within.
REBELS = frozenset({"REB", "UAF", "CRM"})
#: Sectors of who may have been hit by somebody else in the same country.
FIGHTERS = REBELS | {"MIL", "COP"}
#: So many dead are hardly told of two attacks in one article.
SEVERAL = 3
#: Frames that tell of a pact, not of what two agree to do next.
PACTS = frozenset({"sepakati", "capai-sepakat"})
#: Frames of putting one's name to a pact.
SIGNING = frozenset({"teken", "tanda-tangani", "penandatanganan"})
#: Ids of those of whom only the attack is known.
ATTACKERS = ("agent/pelaku", "agent/penyerang", "agent/pengebom", "agent/pembom", "agent/penembak")
#: Modes of one blast.
BLASTS = {"explosives", "suicide-attack"}
#: A clash takes two.
BOTH = 2
#: Types done to somebody, who is the same whether or not it is told by whom.
HANDLED = frozenset({"ASSAULT", "COERCE", "RETREAT"})
PERSON = ("person/", "doc/")
#: How many events back a retelling may lie; articles seldom return to one over more.
REACH = 60


def join_events(events: Sequence[Event], heads: frozenset[Span] = frozenset()) -> tuple[Event, ...]:
    """Join events of an article that tell the same; order of the first tellings is kept.

    ``heads`` are the sentences of titles and subheads: they retell what the text tells.
    """
    out: list[Event] = []
    for event in events:
        found = next((i for i in _newest(out) if _same(out[i], event, heads)), None)
        if found is None:
            out.append(event)
        else:
            out[found] = _join(out[found], event)
    return _without_sideless(out)


def join_titles(events: Sequence[Event], heads: frozenset[Span]) -> tuple[Event, ...]:
    """Join acts that a title alone tells to the first one of the text with the same sides.

    For acts whose counterpart was found in the article only after its tellings had been joined.
    """
    out: list[Event] = []
    titles: list[int] = []  # where in ``out`` the acts stand that a title alone tells so far
    for event in events:
        found = next((i for i in titles[:REACH] if _is_title_of(out[i], event, heads)), None)
        if found is not None:
            out[found] = _join(out[found], event)
            titles.remove(found)
            continue
        if heads.issuperset(event.mentions):
            titles.append(len(out))
        out.append(event)
    return tuple(out)


def _is_title_of(title: Event, event: Event, heads: frozenset[Span]) -> bool:
    return (
        event.evidence not in heads
        and _kinds_agree(title, event)
        and _sides_agree(title.actor, event.actor, loose=False)
        and _sides_agree(title.recipient, event.recipient, loose=False)
    )


def _newest(events: Sequence[Event]) -> range:
    return range(len(events) - 1, max(-1, len(events) - REACH), -1)


def _same(a: Event, b: Event, heads: frozenset[Span]) -> bool:
    return _is_more_of(a, b) or _is_part_of(a, b) or (_kinds_agree(a, b) and _tellings_agree(a, b, heads))


def _tellings_agree(a: Event, b: Event, heads: frozenset[Span]) -> bool:
    """Whether two acts of one kind have the same sides, as far as each telling names them."""
    if a.evidence == b.evidence:
        return _same_in_sentence(a, b) or _one_blow(a, b)
    if a.evidence in heads and (a.event not in VERBAL or _retells(a, b)):
        return _headlines(a, b) or _same_toll(a, b) or _same_summons(a, b)
    loose = a.event not in VERBAL or _retells(a, b) or _goes_on(a, b)
    if any(
        same(a, b)
        for same in (
            _one_victim,
            _one_strike,
            _one_meeting,
            _one_toll,
            _same_toll,
            _one_target,
            _one_clash,
            _one_deed,
            _same_summons,
            _one_pact,
            _one_signing,
        )
    ):
        return True
    if not (a.actor and b.actor) and not (a.recipient and b.recipient):
        return False
    return _sides_agree(a.actor, b.actor, loose=False) and _sides_agree(a.recipient, b.recipient, loose=loose)


def _is_more_of(a: Event, b: Event) -> bool:
    """``serangan itu menghancurkan X``, ``49 orang tewas dalam serangan itu``: how it hit and a later toll are its own.

    So is who spoke when: ``Desakan itu disampaikan Menteri X``.
    """
    spoken = a.event in VERBAL and (_may_speak_for(b.actor, a.actor) or _of_the_same(b.actor, a.actor))
    told_by = spoken or _is_weapon(b.actor, a.recipient) or _are_attackers(b.actor)
    if not b.again or (b.actor and not told_by) or a.event != b.event:
        return False
    if (a.status == "negated") != (b.status == "negated") or (a.status in OPEN and b.status == "actual"):
        return False
    if _crowd_and_person(a.recipient, b.recipient) or _are_foes(a.recipient, b.recipient):
        return False
    return _is_near(a, b) and _dates_agree(a.date, b.date)


def _is_weapon(means: Sequence[Entity], hit: Sequence[Entity]) -> bool:
    """``Serangan itu dilakukan drone``: aircraft of nobody named are what somebody attacked with."""
    codes = {None, *(e.code for e in hit)}
    return all((e.id or "").startswith("vehicle/") and e.code in codes for e in means)


def _are_attackers(side: Sequence[Entity]) -> bool:
    """``penyerang``, ``pelaku bom``: who did it, whoever it was."""
    return bool(side) and all((e.id or "").startswith(ATTACKERS) for e in side)


def _is_part_of(a: Event, b: Event) -> bool:
    """``Satu rudal menghantam Kyiv``, ``seorang wanita tewas``: soon after an attack on that country, by nobody named."""
    if a.event != "ASSAULT" or b.event != "ASSAULT" or b.actor or not a.actor or not _is_near(a, b):
        return False
    same = a.status == b.status == "actual" and _dates_agree(a.date, b.date) and _places_agree(a.location, b.location)
    ours, theirs = ({e.code for e in x.recipient} for x in (a, b))
    named = any((e.id or "").startswith(PERSON) or e.sector in FIGHTERS for e in b.recipient)
    fewer = b.dead is None or (a.dead is not None and b.dead.minimum <= a.dead.minimum)
    return same and bool(theirs) and None not in theirs and theirs == ours and not named and fewer


def _are_foes(a: Sequence[Entity], b: Sequence[Entity]) -> bool:
    """Rebels and those they fight are not the same victims."""
    ours, theirs = ({e.sector for e in side if e.sector is not None} for side in (a, b))
    return bool(ours and theirs) and (ours <= REBELS) != (theirs <= REBELS)


def _may_speak_for(voice: Sequence[Entity], side: Sequence[Entity]) -> bool:
    """Whether officials of the side's country, or of none that is known, may be the side."""
    codes = {e.code for e in side}
    return bool(voice) and all(e.sector == "GOV" and (e.code is None or e.code in codes) for e in voice)


def _of_the_same(voices: Sequence[Entity], sides: Sequence[Entity]) -> bool:
    """``Perdana Menteri X dan Y`` for X and Y."""
    codes = {e.code for e in voices}
    return len(codes) > 1 and None not in codes and codes == {e.code for e in sides}


def _same_summons(a: Event, b: Event) -> bool:
    """``Jepang memanggil dubes Peru``, ``Menteri X memanggilnya``: an official without country acts for the state."""
    if (
        a.event not in VERBAL
        or not _is_near(a, b)
        or not _retells(a, b)
        or None not in {e.code for e in (*b.actor, *b.recipient)}
    ):
        return False
    official = _may_speak_for(b.actor, a.actor) and all(e.sector == "GOV" for e in a.actor)
    addressed = _may_speak_for(b.recipient, a.recipient)
    return official and (addressed or _sides_agree(a.recipient, b.recipient, loose=False))


def _one_toll(a: Event, b: Event) -> bool:
    """``Polisi menembaki massa``, ``lima orang ditembak mati``: people of one country hit alike, only once by whom."""
    if a.event != "ASSAULT" or b.actor or not a.actor or a.mode != b.mode or a.mode is None:
        return False
    crowds = _is_nameless(a.recipient) and _is_crowd(b.recipient) and not _are_foes(a.recipient, b.recipient)
    country = {e.code for e in a.recipient} == {e.code for e in b.recipient}
    return crowds and country and _is_near(a, b) and _places_agree(a.location, b.location)


def _same_toll(a: Event, b: Event) -> bool:
    """``51 orang tewas``, ``milisi menyerang desa, 51 tewas``: one tells who was killed and one by whom."""
    counted = a.dead is not None and b.dead is not None and a.dead.minimum == b.dead.minimum >= SEVERAL
    apart = (a.actor and b.actor) or (a.recipient and b.recipient)
    return a.event == "ASSAULT" and counted and not apart and _places_agree(a.location, b.location)


def _one_target(a: Event, b: Event) -> bool:
    """``AS menyerang Iran``, ``fasilitas Iran itu dibom``: a thing of the country that was attacked, by nobody named."""
    if a.event != "ASSAULT" or b.actor or not a.actor or not b.recipient or not _is_near(a, b):
        return False
    things = all(e.code is not None and (e.id is None or e.id == f"state/{e.code}") for e in b.recipient)
    country = {e.code for e in a.recipient} == {e.code for e in b.recipient}
    return things and country and _places_agree(a.location, b.location)


def _one_clash(a: Event, b: Event) -> bool:
    """``Tentara X dan warga Y tewas dalam bentrokan``, ``tentara X dan Y saling tembak``: the hurt are of the sides."""
    hurt, fought = (a, b) if len(b.actor) > 1 else (b, a)
    if (
        a.event != "ASSAULT"
        or hurt.actor
        or len(fought.actor) < BOTH
        or fought.recipient
        or not _is_near(a, b)
    ):
        return False
    ours, theirs = ({e.code for e in side} for side in (fought.actor, hurt.recipient))
    return None not in theirs and bool(theirs) and theirs <= ours and _places_agree(a.location, b.location)


def _one_deed(a: Event, b: Event) -> bool:
    """``AS menunda tarif terhadap X dan Y``, ``tarif untuk X ditangguhkan``: soon after, by nobody named."""
    if a.event not in DEEDS or b.actor or not a.actor or not _is_near(a, b):
        return False
    ours, theirs = ({e.code for e in x.recipient} for x in (a, b))
    return None not in theirs and bool(theirs) and theirs <= ours


def _one_pact(a: Event, b: Event) -> bool:
    """``X dan Y menyepakati gencatan``, ``kedua pihak mencapai kesepakatan``: soon after, the same two agreed once."""
    ours, theirs = ({e.code for e in x.actor} for x in (a, b))
    mutual = a.event == "AGREE" and len(ours) >= BOTH and not (a.recipient or b.recipient)
    told = b.rule.split("/")[0] in PACTS
    return mutual and told and ours == theirs and None not in ours and _is_near(a, b)


def _one_signing(a: Event, b: Event) -> bool:
    """``X dan Y teken pakta``, ``pakta yang ditandatangani negara itu``: soon after, by the same or one of them."""
    if a.event != "SUPPORT" or {x.rule.split("/")[0] for x in (a, b)} - SIGNING or a.recipient or b.recipient:
        return False
    ours, theirs = ({e.code for e in x.actor} for x in (a, b))
    return None not in theirs and bool(theirs) and theirs <= ours and _is_near(a, b)


def _goes_on(a: Event, b: Event) -> bool:
    """``X mengecam Y. Ia menyebutnya biadab``: a charge without an address goes on with the last one."""
    return a.event == "ACCUSE" and b.again and not b.recipient and _is_near(a, b)


def _one_victim(a: Event, b: Event) -> bool:
    """``X menyergap dua penjaga perdamaian``, ``penjaga perdamaian diserang``: only one says by whom."""
    if a.event not in HANDLED or (a.actor and b.actor):
        return False
    same = {e.id or e.name for e in a.recipient} & {e.id or e.name for e in b.recipient}
    if a.event != "ASSAULT":
        same = {key for key in same if key.startswith(PERSON)}
    return bool(same) and _places_agree(a.location, b.location)


def _one_strike(a: Event, b: Event) -> bool:
    """``Israel menyerang konsulat di X``, ``tujuh orang tewas dalam serangan Israel di X``: one town, soon after."""
    if a.event != "ASSAULT" or not (a.actor and b.actor) or not _sides_agree(a.actor, b.actor, loose=False):
        return False
    if a.location is None or b.location is None or "country" in (a.location.precision, b.location.precision):
        return False
    things = any(e.id is None or e.id.startswith(NAMELESS) for e in (*a.recipient, *b.recipient))
    return things and a.location.name == b.location.name and _is_near(a, b)


def _one_meeting(a: Event, b: Event) -> bool:
    """``X berkunjung ke Y``, ``pertemuan menteri kedua negara``: soon after, the same two states met once."""
    if a.event != "CONSULT" or not _is_near(a, b) or a.status != b.status:
        return False
    ours, theirs = ({e.code for e in (*x.actor, *x.recipient)} - {None} for x in (a, b))
    return len(ours) > 1 and ours == theirs and _places_agree(a.location, b.location)


def _places_agree(a: Location | None, b: Location | None) -> bool:
    if a is None or b is None:
        return True
    if "country" in (a.precision, b.precision) or None in (a.country, b.country):
        return a.country == b.country or None in (a.country, b.country)
    return a.name == b.name


def _is_near(a: Event, b: Event) -> bool:
    """Whether ``b`` follows the last telling of ``a`` closely enough for "serangan itu" to mean it."""
    return 0 <= b.evidence.start - max(m.end for m in a.mentions) <= LONGEST_GAP


def _kinds_agree(a: Event, b: Event) -> bool:
    """Whether type, mode, date and toll allow two tellings to be one."""
    return (
        a.event == b.event
        and (a.status == "negated") == (b.status == "negated")
        and (a.status == b.status or "future" not in (a.status, b.status) or _retells(a, b))
        and (_modes_agree(a, b) or _one_blow(a, b))
        and _dates_agree(a.date, b.date)
        and _counts_agree(a.dead, b.dead)
        and _counts_agree(a.arrested, b.arrested)
        and not _crowd_and_person(a.recipient, b.recipient)
    )


def _counts_agree(a: Count | None, b: Count | None) -> bool:
    return a is None or b is None or a.minimum == b.minimum


def _same_in_sentence(a: Event, b: Event) -> bool:
    """Two tellings in one sentence; nameless people hurt by an act are its recipients' people."""
    if not _sides_agree(a.actor, b.actor, loose=True):
        return False
    nameless = bool(a.actor) and any(_is_nameless(side) for side in (a.recipient, b.recipient))
    return nameless or _sides_agree(a.recipient, b.recipient, loose=True)


def _one_blow(a: Event, b: Event) -> bool:
    """``Serangan drone X hancurkan gedung Y, tewaskan 4 orang``: what it hit and whom it killed, in one sentence."""
    if a.event != "ASSAULT" or a.evidence != b.evidence or not _sides_agree(a.actor, b.actor, loose=False):
        return False
    hurt, hit = (a, b) if a.dead or a.injured else (b, a)
    told = (hurt.dead is not None or hurt.injured is not None) and hit.dead is None
    theirs, struck = ({e.code for e in x.recipient} - {None} for x in (hurt, hit))
    return told and _is_nameless(hurt.recipient) and (not theirs or not struck or theirs == struck)


def _headlines(a: Event, b: Event) -> bool:
    """Whether title ``a`` tells of ``b``: no side speaks against it and one is shared."""
    shared = _overlap(a.actor, b.actor) or _overlap(a.recipient, b.recipient)
    shared = shared or (_are_attackers(a.actor) and _places_agree(a.location, b.location))
    news = b.status != "historical" or a.status == b.status  # a title tells no background
    return shared and news and _may_be_one(a.actor, b.actor) and _may_be_one(a.recipient, b.recipient)


def _may_be_one(short: Sequence[Entity], full: Sequence[Entity]) -> bool:
    """Whether a side of a title may be the one in the text; "diplomat tujuh negara" leaves open whose."""
    if all(e.code is None and (e.id or "").startswith((*NAMELESS, "office/")) for e in short):
        return True
    if _are_attackers(short):
        return True
    return _sides_agree(short, full, loose=True) or _overlap(short, full)


def _crowd_and_person(a: Sequence[Entity], b: Sequence[Entity]) -> bool:
    """``5.800 orang`` and somebody by name, who are not the same though of one country."""
    return (_is_crowd(a) and _is_one(b)) or (_is_crowd(b) and _is_one(a))


def _is_crowd(side: Sequence[Entity]) -> bool:
    return _is_nameless(side) and any(MANY.match(e.text) for e in side)


def _is_one(side: Sequence[Entity]) -> bool:
    return len(side) == 1 and (side[0].id or "").startswith(PERSON) and not _is_nameless(side)


def _overlap(a: Sequence[Entity], b: Sequence[Entity]) -> bool:
    if {e.code or e.name for e in a} & {e.code or e.name for e in b}:
        return True
    return any(x.id == y.id and x.id is not None and None in (x.code, y.code) for x in a for y in b)


def _is_nameless(side: Sequence[Entity]) -> bool:
    return bool(side) and all((e.id or "").startswith(NAMELESS) for e in side)


def _modes_agree(a: Event, b: Event) -> bool:
    """Whether one act may have both modes; a coup has none, and is no arrest."""
    if a.mode == b.mode or {a.mode, b.mode} in (MASSED, BLASTS):
        return True
    if a.event == b.event == "REQUEST" and {a.mode, b.mode} == ASKED and _retells(a, b):
        return True
    return None in (a.mode, b.mode) and a.event not in APART


def _retells(a: Event, b: Event) -> bool:
    """Whether the same words of the same frame tell both, so that a missing side is no other side."""
    return a.rule.split("/")[0] == b.rule.split("/")[0]


def _without_sideless(events: Sequence[Event]) -> tuple[Event, ...]:
    """Give acts that name nobody ("Unjuk rasa itu ...") to the act of their kind told before, else after."""
    out: list[Event | None] = list(events)
    left = len(out)
    for at, event in enumerate(events):
        if event.actor or event.recipient or event.status != "actual":
            continue
        near = (*range(at - 1, max(-1, at - REACH), -1), *range(at + 1, min(len(out), at + REACH)))
        for i in near:
            known = out[i]
            if known is not None and _may_be_it(known, event):
                out[i], out[at], left = _join(known, event), None, left - 1
                break
        else:
            if left > 1 and not _says_anything(event):
                out[at], left = None, left - 1
    return tuple(event for event in out if event is not None)


def _says_anything(event: Event) -> bool:
    """Whether an act of nobody against nobody has at least a place or a day of its own, or a toll.

    One that has none is dropped where the article tells anything else.
    """
    placed = event.location is not None and event.location.basis == OWN_WORDS
    return placed or event.date is not None or event.dead is not None or event.injured is not None


def _may_be_it(known: Event, sideless: Event) -> bool:
    told = bool(known.actor or known.recipient) and known.status in ("actual", "historical")
    placed = sideless.location is not None and sideless.location.basis == OWN_WORDS
    return (
        told
        and not (_is_dated_fight(sideless) and len(known.actor) == 1)
        and (not placed or _is_there(known, sideless))
        and known.event == sideless.event
        and _modes_agree(known, sideless)
        and _dates_agree(known.date, sideless.date)
        and not (known.dead and sideless.dead)
    )


def _is_dated_fight(event: Event) -> bool:
    """``perang yang meletus pada 15 April``: when it began is not the day of an attack in it."""
    return event.date is not None and event.rule.split("/")[0] in FIGHTS


def _is_there(known: Event, sideless: Event) -> bool:
    """``Bentrokan pecah di Peru``, of whose fighters it is told: in the country of the place or of a side."""
    place = sideless.location
    if place is None or place.country is None or sideless.event not in CROWDED or sideless.date is not None:
        return False
    there = known.location.country if known.location is not None else None
    return place.country in {there, *(side.code for side in (*known.actor, *known.recipient))}


def _sides_agree(a: Sequence[Entity], b: Sequence[Entity], *, loose: bool) -> bool:
    """The same codes on a side; with ``loose`` an empty side agrees with anything."""
    if not a or not b:
        return loose
    if _are_other_bodies(a, b):
        return False
    return {e.code or e.name for e in a} == {e.code or e.name for e in b} or (
        {e.name for e in a} == {e.name for e in b}
    )


def _are_other_bodies(a: Sequence[Entity], b: Sequence[Entity]) -> bool:
    """``ECOWAS`` and ``Uni Afrika``, which share the code of all bodies of states."""
    ours, theirs = ({e.id for e in side} for side in (a, b))
    return ours != theirs and all((key or "").startswith("org/") for key in ours | theirs)


def _dates_agree(a: EventDate | None, b: EventDate | None) -> bool:
    return a is None or b is None or a.value == b.value or a.value in b.value or b.value in a.value


def _codes(side: Sequence[Entity]) -> set[str]:
    return {e.code or e.name for e in side}


def _is_between(a: Event, b: Event) -> bool:
    """``X dan Y saling tembak``, ``sembilan tentara X tewas``: the fallen of both sides are nobody's only victims.

    Who met as equals are not told to be guests of somebody else by a retelling.
    """
    if len(a.actor) < BOTH or a.recipient:
        return False
    fallen = {e.code for e in b.recipient} <= {e.code for e in a.actor}
    return a.event == "CONSULT" or (a.event == "ASSAULT" and fallen)


def _join(a: Event, b: Event) -> Event:
    mentions = a.mentions if b.evidence in a.mentions else (*a.mentions, b.evidence)
    if _one_meeting(a, b):
        b = replace(b, actor=a.actor, recipient=a.recipient)
    unmasked = _are_attackers(a.actor) and bool(b.actor) and not _are_attackers(b.actor)
    richer_actor = not _are_attackers(b.actor) and len(b.actor) > len(a.actor) and _codes(a.actor) < _codes(b.actor)
    if _is_between(a, b):
        b = replace(b, recipient=())
    named = _is_nameless(a.recipient) and b.recipient and not _is_nameless(b.recipient)
    coded = bool(b.recipient) and not any(e.code for e in a.recipient) and any(e.code for e in b.recipient)
    return replace(
        a,
        mode=a.mode or b.mode,
        context=tuple(dict.fromkeys((*a.context, *b.context)))[:6],
        actor=b.actor if richer_actor or unmasked else a.actor,
        recipient=b.recipient if named or coded else a.recipient or b.recipient,
        date=a.date or b.date,
        location=a.location or b.location,
        asserted_by=a.asserted_by if b.asserted_by is not None else None,
        mentions=mentions,
        confidence=max(a.confidence, b.confidence),
        dead=a.dead or b.dead,
        injured=a.injured or b.injured,
        arrested=a.arrested or b.arrested,
        size=a.size or b.size,
    )


def distinct_statements(
    statements: Sequence[Statement], text: Callable[[Statement], str]
) -> tuple[Statement, ...]:
    """Keep one statement for the same words: pages that print their text twice say it once."""
    out: dict[str, Statement] = {}
    for statement in statements:
        out.setdefault(text(statement), statement)
    return tuple(out.values())
