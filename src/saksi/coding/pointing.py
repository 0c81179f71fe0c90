"""Finds whom an act in words is toward when it points back to what they did.

"Rusia mengecam serangan itu", "Permintaan tersebut ditolak PBB", "Polisi membantah": the side
is who did the act told before. Turns the thing that is condemned, refused or praised and the
events so far into that side; an act is only taken when its kind fits the noun, it is near,
and somebody else did it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from saksi.coding.draft import OFFICIAL, Draft
from saksi.coding.nominals import head_of
from saksi.lang.language import Language
from saksi.records import DONE, NAMELESS, Entity, Event, Parse, Phrase, Sentence, Statement

#: Types that are toward the doer of an earlier act.
POINTING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
#: People march against who did what they condemn: "turun ke jalan mengutuk serangan itu".
PROTESTS = frozenset({"PROTEST"})
#: What an article is about is told in so many characters, by one of its first acts.
LEAD, TOP = 400, 3
#: An act so many days before the newest one is told as background.
OLD = 14
#: A denial needs no object: it answers what was said last.
BARE = frozenset({"REJECT"})
#: What a charge or claim noun points to, besides statements.
CHARGES = frozenset({"ACCUSE"})
#: "Dalam rapat itu" opens its sentence, after an adverb at most.
SETTINGS = frozenset({"dalam", "pada", "selama", "di"})
LATEST_SETTING = 3
#: Words for who did the attack that was told of: "pengebom itu".
ATTACKERS = frozenset({"pelaku", "penyerang", "pengebom", "pembom", "penembak"})
#: What it was done with: "bom itu menewaskan puluhan orang".
WEAPONS = frozenset({"bom", "rudal", "roket", "ledakan", "tembakan", "granat", "drone", "peluru"})
#: Last words of whoever was not told of before: "tersangka lainnya", "korban kedua".
OTHERS = frozenset({"lain", "lainnya", "kedua", "ketiga", "keempat", "berikutnya"})
#: What is done to more than those told before, and types that are done to each on his own.
TOO, HELD = frozenset({"juga", "turut"}), frozenset({"COERCE", "RETREAT"})
#: How many events, and how many statements, are looked back over.
REACH, SPEAKERS = 8, 4


def find_pointed(
    draft: Draft,
    sentence: Sentence,
    events: Sequence[Event],
    statements: Sequence[Statement],
    language: Language,
) -> tuple[Entity, ...]:
    """Give the side that the draft points back to; empty when it points to nobody known."""
    if draft.recipient or draft.event not in POINTING | PROTESTS or not draft.actor:
        return ()
    if draft.event in PROTESTS:
        policy = draft.policy
        return _doer_of(draft, policy, sentence, events, language) if policy is not None else ()
    denies = draft.event == "REJECT" and draft.rule.split("/")[0] in language.reference.denials
    found = _accuser(draft, events) if denies else ()
    if found or draft.content:
        return found
    if draft.thing is None:
        return _last_speaker(draft, statements) if draft.event in BARE and draft.act is None else ()
    if draft.thing.head in language.reference.claims:
        return _last_doer(draft, events, CHARGES) or _last_speaker(draft, statements)
    return _doer_of(draft, draft.thing, sentence, events, language)


def find_answered(
    draft: Draft, sentence: Sentence, parse: Parse, events: Sequence[Event], language: Language
) -> tuple[Entity, ...]:
    """``Pengusiran itu dibalas X dengan memanggil pulang duta besar``: toward who did the first act."""
    host = draft.host
    if draft.recipient or host is None or host.marker != "dengan" or host.parent is None:
        return ()
    above = parse.clauses[host.parent]
    if above.verb.word not in language.reference.answers or above.subject is None:
        return ()
    return _doer_of(draft, above.subject, sentence, events, language)


def _doer_of(
    draft: Draft, thing: Phrase, sentence: Sentence, events: Sequence[Event], language: Language
) -> tuple[Entity, ...]:
    """Who did what ``thing`` names again: "langkah itu", "serangan tersebut"."""
    words = language.reference
    if not _points(thing, words.that_words):
        return ()
    if thing.head in words.acts:
        return _last_doer(draft, events, None)
    kinds, frames = kinds_of(thing, sentence, language)
    if not kinds:
        return ()
    return _main_doer(draft, sentence, events, kinds) or _last_doer(draft, events, kinds, frames)


def _main_doer(
    draft: Draft, sentence: Sentence, events: Sequence[Event], kinds: frozenset[str]
) -> tuple[Entity, ...]:
    """Who did the attack that the article is about: "serangan itu", pages after it, is that of the lead.

    Not when an attack has just been told in the same paragraph.
    """
    first = events[0] if events else None
    if first is None or first.evidence.start > LEAD or "ASSAULT" not in kinds:
        return ()
    main = next(
        (e for e in events[:TOP] if e.event == "ASSAULT" and e.actor and not _is_own(e.actor, draft)), None
    )
    just_told = any(e.event == "ASSAULT" and sentence.start - e.evidence.end <= 1 for e in events[-REACH:])
    return main.actor if main is not None and not just_told else ()


def find_setting(
    sentence: Sentence, parse: Parse, events: Sequence[Event], language: Language
) -> Event | None:
    """The earlier act that a sentence plays in: "Dalam pertemuan itu, ...", "Selama penundaan tersebut, ..."."""
    first = min(parse.phrases, key=lambda p: p.start, default=None)
    if first is None or first.preposition not in SETTINGS or first.first > LATEST_SETTING:
        return None
    if first.words[-1] not in language.reference.that_words:
        return None
    kinds, frames = kinds_of(first, sentence, language)
    near = [e for e in reversed(events[-REACH:]) if e.status in DONE]
    same = [e for e in near if e.rule.split("/")[0] in frames]
    alike = [e for e in near if e.event in kinds or (not kinds and e.date is not None)]
    return next(iter((*same, *alike)), None)


def is_pointed_to(draft: Draft, sentence: Sentence, language: Language) -> bool:
    """Whether a clause tells more of an act named before: "serangan itu menewaskan X", "dalam serangan itu"."""
    if draft.act is not None:
        ends = (draft.act, *draft.posts[:1])  # "serangan terhadap warga ini"
        return any(phrase.words[-1] in language.reference.that_words for phrase in ends)
    if draft.event in CHARGES:
        return draft.thing is None and not draft.content  # "Ia menyebutnya biadab"
    if draft.host is None:
        return False
    sides = [p for p in (draft.host.subject, *draft.host.obliques) if p is not None]
    that_words = language.reference.that_words
    last = draft.host.verb.first - 1
    closed = (
        last >= 0 and sentence.tokens[last].lower in that_words
    )  # "serangan pada dini hari itu menewaskan X"
    pointing = (p for p in sides if p.words[-1] in that_words or (closed and p is draft.host.subject))
    settings = (p for p in sides if p.preposition in SETTINGS and draft.event == "ASSAULT")
    found = [*pointing, *settings]
    violent = draft.event == "ASSAULT" and (
        any(p.head in ATTACKERS | WEAPONS | language.reference.scenes for p in found)
        or _is_of_the_attack(draft, language)
    )
    return violent or any(_is_act_noun(p, draft.event, language) for p in found)


def is_of_another(draft: Draft, sentence: Sentence, language: Language) -> bool:
    """``Tersangka lainnya ditahan``, ``Polisi juga menangkap dua wartawan``: somebody else than before."""
    host = draft.host
    if host is None:
        return False
    done_to = [p for p in (host.objects if host.verb.voice == "active" else (host.subject,)) if p is not None]
    words = language.reference
    known = any(
        p.words[-1] in words.that_words or p.words[0] in words.singular | words.plural for p in done_to
    )
    before = sentence.tokens[host.verb.first - 1].lower if host.verb.first > 0 else ""
    too = before in TOO or sentence.tokens[host.verb.first].lower in TOO
    if too and draft.event in HELD and done_to and not known:
        return True
    return any(p.words[-1] in OTHERS and len(p.members) <= 1 for p in done_to)


def _is_of_the_attack(draft: Draft, language: Language) -> bool:
    """``Pelaku menyerang korban dengan pisau``, ``Wartawan itu ditembak``: of those just told, one way or the other."""
    host = draft.host
    subject = host.subject if host is not None else None
    if host is None or subject is None:
        return False
    if host.verb.voice == "passive":
        hurt = bool(draft.recipient) and all((e.id or "").startswith(NAMELESS) for e in draft.recipient)
        return hurt and not draft.actor and subject.words[-1] in language.reference.that_words
    return subject.head in ATTACKERS and len(subject.words) == 1


def _is_act_noun(phrase: Phrase, event: str, language: Language) -> bool:
    """Whether the noun that heads a phrase names an act of this type."""
    senses = language.senses_of(phrase.head)
    frames = (f for s in senses if s.form.voice == "noun" for f in s.frames)
    return any(event == f.event or any(event == case.event for case in f.cases) for f in frames)


def _points(thing: Phrase, that_words: frozenset[str]) -> bool:
    """A noun with "itu", with -nya, or bare: anything more names an act of its own."""
    rest = [w for w in thing.words[1:] if w not in that_words]
    return not rest or thing.words[-1] in that_words


def kinds_of(thing: Phrase, sentence: Sentence, language: Language) -> tuple[frozenset[str], frozenset[str]]:
    """The types of event that a noun may mean, and the frames that tell it."""
    found = head_of(sentence, thing, language)
    if found is None:
        return frozenset(), frozenset()
    frames = found[3]
    events: set[str] = {f.event for f in frames if f.event} or {
        c.event for f in frames for c in f.cases if c.event
    }
    if "REQUEST" in events:
        events.add("THREATEN")
    events.update(language.coding.future[kind] for kind in tuple(events) if kind in language.coding.future)
    return frozenset(events), frozenset(f.id for f in frames)


def _last_doer(
    draft: Draft,
    events: Sequence[Event],
    kinds: frozenset[str] | None,
    frames: frozenset[str] = frozenset(),
) -> tuple[Entity, ...]:
    """Who did the last act of the kinds: told by the same frame before others, plainly before by a side."""
    near = [
        e
        for e in reversed(events[-REACH:])
        if kinds is None or e.event in kinds or e.rule.split("/")[0] in frames
    ]
    found = [e for e in near if e.actor and not _is_own(e.actor, draft)]
    if kinds is None and draft.event == "ACCUSE":  # "insiden itu": what was done to oneself comes first
        found = sorted(found, key=lambda e: not _is_own(e.recipient, draft))
    plain = [e for e in found if e.asserted_by is None]
    newest = max((e.date.value[:10] for e in plain if e.date is not None), default="")
    fresh = [e for e in plain if not _is_background(e, newest)]
    same = [e for e in plain if e.rule.split("/")[0] in frames]
    return next((e.actor for e in (*(e for e in same if e in fresh), *fresh, *same, *plain, *found)), ())


def _is_background(event: Event, newest: str) -> bool:
    """Whether "serangan itu" means another: many acts told as one, or one weeks before the newest told."""
    if event.date is None:
        return False
    return "/" in event.date.value or (
        event.date.precision == "day" and _days(event.date.value, newest) > OLD
    )


def _days(first: str, last: str) -> int:
    """Days from one ISO day to another; 0 where the other is no day."""
    if len(last) != len(first):
        return 0
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _accuser(draft: Draft, events: Sequence[Event]) -> tuple[Entity, ...]:
    """Who charged those who now deny."""
    for event in reversed(events[-REACH:]):
        if event.event in CHARGES and _is_own(event.recipient, draft) and not _is_own(event.actor, draft):
            return event.actor
    return ()


def _is_own(side: Sequence[Entity], draft: Draft) -> bool:
    return any(_same_side(a, b) for a in side for b in draft.actor)


def _last_speaker(draft: Draft, statements: Sequence[Statement]) -> tuple[Entity, ...]:
    for statement in reversed(statements[-SPEAKERS:]):
        speaker = statement.speaker
        if speaker.code is not None and not any(_same_side(speaker, a) for a in draft.actor):
            return (speaker,)
    return ()


def _same_side(a: Entity, b: Entity) -> bool:
    """Whether two are one: by name, or as parts of one government."""
    if a.name == b.name:
        return True
    official = all(e.sector is None or e.sector in OFFICIAL for e in (a, b))
    return a.code is not None and a.code == b.code and official
