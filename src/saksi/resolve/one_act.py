"""Tells whether two tellings in one article are of one act.

Turns two events into yes or no: by the same sides, or by what tells the same without naming them
again ("serangan itu", "lima orang tewas", "pakta yang ditandatangani negara itu"). It joins nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.coding.places import BASIS_ACTOR
from saksi.records import NAMELESS, Entity, Event, Span
from saksi.resolve.agreement import (
    HANDLED,
    LONGEST_GAP,
    PERSON,
    VERBAL,
    are_attackers,
    crowd_and_person,
    dates_agree,
    is_crowd,
    is_nameless,
    is_near,
    kinds_agree,
    one_blow,
    overlap,
    places_agree,
    retells,
    sides_agree,
)
from saksi.resolve.apart import are_apart
from saksi.resolve.one_person import is_same_person
from saksi.resolve.parts import is_part, is_whole
from saksi.resolve.violence import WAR, is_told_twice

#: An act that may come, or was only tried, is not the one that was done.
OPEN = frozenset({"hypothetical", "future"})
#: Acts of a state that a passive without a doer may tell again.
DEEDS = frozenset({"SANCTION", "CONCEDE", "AID"})
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
#: Rule of what somebody says that another must do.
DEMANDED = "must"
#: A clash takes two.
BOTH = 2
#: Mode of arrests, and sectors of whom they are made.
ARREST, SUSPECTS = "arrest", frozenset({"CRM", "UAF"})


def same(a: Event, b: Event, heads: frozenset[Span]) -> bool:
    """Whether ``b`` tells again of ``a``, which was told before it; ``heads`` are the spans of titles."""
    if are_apart(a, b):
        return False
    more = _asks_twice(a, b) or _is_more_of(a, b) or _is_part_of(a, b) or is_told_twice(a, b)
    more = more or is_same_person(a, b) or is_part(a, b) or is_whole(a, b)
    return more or (kinds_agree(a, b) and _tellings_agree(a, b, heads))


def _tellings_agree(a: Event, b: Event, heads: frozenset[Span]) -> bool:
    """Whether two acts of one kind have the same sides, as far as each telling names them."""
    if a.evidence == b.evidence:
        return _same_in_sentence(a, b) or one_blow(a, b)
    if a.evidence in heads and (a.event not in VERBAL or retells(a, b) or _is_lead_of(a, b)):
        return any(telling(a, b) for telling in (_headlines, _same_toll, _same_summons, _same_custody))
    loose = (a.event not in VERBAL and not _is_measure(a)) or retells(a, b) or _goes_on(a, b)
    if any(
        same(a, b)
        for same in (
            _one_victim,
            _one_strike,
            one_meeting,
            _one_toll,
            _same_toll,
            _one_target,
            _one_custody,
            _same_custody,
            _one_clash,
            _one_deed,
            _one_fast,
            _same_summons,
            _one_pact,
            _one_signing,
        )
    ):
        return True
    if not (a.actor and b.actor) and not (a.recipient and b.recipient):
        return False
    return sides_agree(a.actor, b.actor, loose=False) and sides_agree(a.recipient, b.recipient, loose=loose)


def _is_measure(event: Event) -> bool:
    """``X membubarkan pemerintah daerah``, ``X melarang referendum``: a state takes many, and not each names whom."""
    return event.event == "COERCE" and event.mode != ARREST


def _asks_twice(a: Event, b: Event) -> bool:
    """``X harus mengakhiri kekuasaannya dan menyerahkan senjata``: one sentence asks one thing of X."""
    demanded = a.evidence == b.evidence and a.rule == b.rule == DEMANDED
    return (
        demanded
        and sides_agree(a.actor, b.actor, loose=False)
        and sides_agree(a.recipient, b.recipient, loose=False)
    )


def _is_more_of(a: Event, b: Event) -> bool:
    """``serangan itu menghancurkan X``, ``49 orang tewas dalam serangan itu``: how it hit and a later toll are its own.

    So is who spoke when: ``Desakan itu disampaikan Menteri X``.
    """
    spoken = a.event in VERBAL and (_may_speak_for(b.actor, a.actor) or _of_the_same(b.actor, a.actor))
    unknown = a.event == "ASSAULT" and not a.actor  # "serangan militan itu", of whose toll was told
    ours, theirs = ({e.code for e in x.actor} for x in (a, b))
    by_them = bool(b.actor) and None not in theirs and ours == theirs and a.event == "ASSAULT"
    told_by = spoken or unknown or by_them or _is_weapon(b.actor, a.recipient) or are_attackers(b.actor)
    if not b.again or (b.actor and not told_by) or a.event != b.event:
        return False
    if (a.status == "negated") != (b.status == "negated") or (a.status in OPEN and b.status == "actual"):
        return False
    if crowd_and_person(a.recipient, b.recipient) or _are_foes(a.recipient, b.recipient) or _is_sum(a, b):
        return False
    return is_near(a, b) and dates_agree(a.date, b.date)


def _is_sum(a: Event, b: Event) -> bool:
    """``80 orang tewas dalam bentrokan sejak Juli``: the toll of a spell is not that of one day in it."""
    spell = (b.date is not None and "/" in b.date.value) or (
        b.dead is not None and (b.dead.minimum or 0) >= WAR
    )
    more = b.dead is not None and (a.dead is None or (b.dead.minimum or 0) > (a.dead.minimum or 0))
    return spell and more and not (a.date is not None and "/" in a.date.value)


def _is_weapon(means: Sequence[Entity], hit: Sequence[Entity]) -> bool:
    """``Serangan itu dilakukan drone``: aircraft of nobody named are what somebody attacked with."""
    codes = {None, *(e.code for e in hit)}
    return all((e.id or "").startswith("vehicle/") and e.code in codes for e in means)


def _is_part_of(a: Event, b: Event) -> bool:
    """``Satu rudal menghantam Kyiv``, ``seorang wanita tewas``: soon after an attack on that country, by nobody named."""
    if a.event != "ASSAULT" or b.event != "ASSAULT" or b.actor or not a.actor or not is_near(a, b):
        return False
    same = (
        a.status == b.status == "actual"
        and dates_agree(a.date, b.date)
        and places_agree(a.location, b.location)
    )
    ours, theirs = ({e.code for e in x.recipient} for x in (a, b))
    if not ours and a.location is not None:
        ours = {a.location.country}  # "serangan Peru di Lima": people there
    if not theirs.isdisjoint(e.code for e in a.actor):
        return False  # among the parties of one country more than one attack is told
    known = (*PERSON, "office/")
    named = any((e.id or "").startswith(known) or e.sector in FIGHTERS for e in b.recipient)
    fewer = b.dead is None or (a.dead is not None and (b.dead.minimum or 0) <= (a.dead.minimum or 0))
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
        or not is_near(a, b)
        or not retells(a, b)
        or None not in {e.code for e in (*b.actor, *b.recipient)}
    ):
        return False
    official = _may_speak_for(b.actor, a.actor) and all(e.sector == "GOV" for e in a.actor)
    addressed = _may_speak_for(b.recipient, a.recipient)
    return official and (addressed or sides_agree(a.recipient, b.recipient, loose=False))


def _one_toll(a: Event, b: Event) -> bool:
    """``Polisi menembaki massa``, ``lima orang ditembak mati``: people of one country hit alike, only once by whom."""
    if a.event != "ASSAULT" or b.actor or not a.actor or a.mode != b.mode or a.mode is None:
        return False
    crowds = is_nameless(a.recipient) and is_crowd(b.recipient) and not _are_foes(a.recipient, b.recipient)
    country = {e.code for e in a.recipient} == {e.code for e in b.recipient}
    return crowds and country and is_near(a, b) and places_agree(a.location, b.location)


def _same_toll(a: Event, b: Event) -> bool:
    """``51 orang tewas``, ``milisi menyerang desa, 51 tewas``: one tells who was killed and one by whom."""
    tolls = [x.dead.minimum or 0 for x in (a, b) if x.dead is not None]
    counted = len(tolls) == BOTH and tolls[0] == tolls[1] >= SEVERAL
    apart = (a.actor and b.actor) or (a.recipient and b.recipient)
    return a.event == "ASSAULT" and counted and not apart and places_agree(a.location, b.location)


def _one_target(a: Event, b: Event) -> bool:
    """``AS menyerang Iran``, ``fasilitas Iran itu dibom``: a thing of the country that was attacked, by nobody named."""
    if a.event != "ASSAULT" or b.actor or not a.actor or not b.recipient or not is_near(a, b):
        return False
    things = all(e.code is not None and (e.id is None or e.id == f"state/{e.code}") for e in b.recipient)
    country = {e.code for e in a.recipient} == {e.code for e in b.recipient}
    return things and country and places_agree(a.location, b.location)


def _one_custody(a: Event, b: Event) -> bool:
    """``Seorang tersangka ditahan``, ``satu tersangka ditahan pada Jumat``: one arrest; so are people of one country."""
    if a.event != "COERCE" or not a.mode == b.mode == ARREST or not is_near(a, b):
        return False
    if a.actor and b.actor and not overlap(a.actor, b.actor):
        return False
    suspects = all(x.recipient and all(e.sector in SUSPECTS for e in x.recipient) for x in (a, b))
    theirs = [{e.code for e in x.recipient} for x in (a, b)]
    told = retells(a, b) and not b.actor and theirs[0] == theirs[1] and None not in theirs[0]
    return (suspects or told) and is_nameless(a.recipient) and is_nameless(b.recipient)


def _same_custody(a: Event, b: Event) -> bool:
    """``Densus menangkap tiga orang``, ``tiga terduga ditangkap``: as many, by the same state and of the same."""
    held = [x.arrested.minimum or 0 for x in (a, b) if x.arrested is not None]
    if a.event != "COERCE" or not a.mode == b.mode == ARREST or len(held) < BOTH:
        return False
    ours, theirs = ({e.code for e in x.actor} for x in (a, b))
    whose, others = ({e.code for e in x.recipient} for x in (a, b))
    alike = (not ours or not theirs or ours & theirs) and (not whose or not others or whose & others)
    return held[0] == held[1] >= BOTH and bool(alike) and places_agree(a.location, b.location)


def _one_clash(a: Event, b: Event) -> bool:
    """``Tentara X dan warga Y tewas dalam bentrokan``, ``tentara X dan Y saling tembak``: the hurt are of the sides."""
    hurt, fought = (a, b) if len(b.actor) > 1 else (b, a)
    if (
        a.event != "ASSAULT"
        or hurt.actor
        or len(fought.actor) < BOTH
        or fought.recipient
        or not is_near(a, b)
    ):
        return False
    ours, theirs = ({e.code for e in side} for side in (fought.actor, hurt.recipient))
    return None not in theirs and bool(theirs) and theirs <= ours and places_agree(a.location, b.location)


def _one_deed(a: Event, b: Event) -> bool:
    """``AS menunda tarif terhadap X dan Y``, ``tarif untuk X ditangguhkan``: soon after, by nobody named.

    The same words on all of them mean it wherever they stand: "pemutusan hubungan dengan X".
    """
    if a.event not in DEEDS or b.actor or not a.actor:
        return False
    ours, theirs = ({e.code for e in x.recipient} for x in (a, b))
    if None in theirs or not theirs or not theirs <= ours:
        return False
    return is_near(a, b) or (a.rule == b.rule and ours == theirs)


def _one_fast(a: Event, b: Event) -> bool:
    """``Para tahanan mogok makan``, ``tahanan X mogok makan``: soon after, whosever they are taken to be."""
    same = {e.id for e in a.actor} & {e.id for e in b.actor}
    return a.event == "PROTEST" and a.mode == b.mode == "hunger" and bool(same) and is_near(a, b)


def _one_pact(a: Event, b: Event) -> bool:
    """``X dan Y menyepakati gencatan``, ``kedua pihak mencapai kesepakatan``: soon after, the same two agreed once."""
    ours, theirs = ({e.code for e in x.actor} for x in (a, b))
    mutual = a.event == "AGREE" and len(ours) >= BOTH and not (a.recipient or b.recipient)
    told = b.rule.split("/")[0] in PACTS
    return mutual and told and ours == theirs and None not in ours and is_near(a, b)


def _one_signing(a: Event, b: Event) -> bool:
    """``X dan Y teken pakta``, ``pakta yang ditandatangani negara itu``: soon after, by the same or one of them."""
    if a.event != "SUPPORT" or {x.rule.split("/")[0] for x in (a, b)} - SIGNING or a.recipient or b.recipient:
        return False
    ours, theirs = ({e.code for e in x.actor} for x in (a, b))
    return None not in theirs and bool(theirs) and theirs <= ours and is_near(a, b)


def _goes_on(a: Event, b: Event) -> bool:
    """``X mengecam Y. Ia menyebutnya biadab``: a charge without an address goes on with the last one."""
    return a.event == "ACCUSE" and b.again and not b.recipient and is_near(a, b)


def _one_victim(a: Event, b: Event) -> bool:
    """``X menyergap dua penjaga perdamaian``, ``penjaga perdamaian diserang``: only one says by whom."""
    if a.event not in HANDLED or (a.actor and b.actor):
        return False
    same = {e.id or e.name for e in a.recipient} & {e.id or e.name for e in b.recipient}
    if a.event != "ASSAULT":
        told = (
            retells(a, b) and is_near(a, b) and not is_crowd(b.recipient)
        )  # "ketiga sandera itu dibebaskan"
        same = {key for key in same if told or key.startswith(PERSON)}
    guessed = any(x.location is not None and x.location.basis == BASIS_ACTOR for x in (a, b))
    return bool(same) and (guessed or places_agree(a.location, b.location))


def _one_strike(a: Event, b: Event) -> bool:
    """``Israel menyerang konsulat di X``, ``tujuh orang tewas dalam serangan Israel di X``: one town, soon after."""
    if a.event != "ASSAULT" or not (a.actor and b.actor) or not sides_agree(a.actor, b.actor, loose=False):
        return False
    if a.location is None or b.location is None or "country" in (a.location.precision, b.location.precision):
        return False
    things = any(e.id is None or e.id.startswith(NAMELESS) for e in (*a.recipient, *b.recipient))
    return things and a.location.name == b.location.name and is_near(a, b)


def one_meeting(a: Event, b: Event) -> bool:
    """``X berkunjung ke Y``, ``pertemuan menteri kedua negara``: soon after, the same two states met once."""
    if a.event != "CONSULT" or not is_near(a, b) or a.status != b.status:
        return False
    if not places_agree(a.location, b.location) or not dates_agree(a.date, b.date):
        return False
    ours, theirs = ({e.code for e in (*x.actor, *x.recipient)} - {None} for x in (a, b))
    return (len(ours) > 1 and ours == theirs) or _meets_the_same(a, b)


def _meets_the_same(a: Event, b: Event) -> bool:
    """``Raka bertemu Budi dari Y``, ``pertemuan Raka dengan Budi``: the same person by name, and nobody else's."""
    ours, theirs = ((*x.actor, *x.recipient) for x in (a, b))
    named = [{e.id for e in side if (e.id or "").startswith(PERSON)} for side in (ours, theirs)]
    fewer, more = sorted(named, key=len)
    codes = [{e.code for e in side} - {None} for side in (ours, theirs)]
    return (
        bool(fewer)
        and fewer <= more
        and len(ours) == len(theirs) == BOTH
        and (codes[0] <= codes[1] or codes[1] <= codes[0])
    )


def _same_in_sentence(a: Event, b: Event) -> bool:
    """Two tellings in one sentence; nameless people hurt by an act are its recipients' people."""
    if not sides_agree(a.actor, b.actor, loose=True):
        return False
    nameless = bool(a.actor) and any(is_nameless(side) for side in (a.recipient, b.recipient))
    return nameless or sides_agree(a.recipient, b.recipient, loose=True)


def _headlines(a: Event, b: Event) -> bool:
    """Whether title ``a`` tells of ``b``: no side speaks against it and one is shared."""
    shared = overlap(a.actor, b.actor) or overlap(a.recipient, b.recipient)
    shared = shared or (are_attackers(a.actor) and places_agree(a.location, b.location))
    news = b.status != "historical" or a.status == b.status  # a title tells no background
    return shared and news and _may_be_one(a.actor, b.actor) and _may_be_one(a.recipient, b.recipient)


def _is_lead_of(title: Event, b: Event) -> bool:
    """``X bersumpah tidak ...``, ``X berjanji pada Senin ...``: a title's words of the same kind are those of the lead."""
    said = b.mode == title.mode and 0 <= b.evidence.start - title.evidence.end <= LONGEST_GAP
    return said and bool(title.actor) and sides_agree(title.actor, b.actor, loose=False)


def _may_be_one(short: Sequence[Entity], full: Sequence[Entity]) -> bool:
    """Whether a side of a title may be the one in the text; "diplomat tujuh negara" leaves open whose."""
    if all(e.code is None and (e.id or "").startswith((*NAMELESS, "office/")) for e in short):
        return True
    if are_attackers(short):
        return True
    return sides_agree(short, full, loose=True) or overlap(short, full)
