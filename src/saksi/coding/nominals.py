"""Finds nouns that name an act: "serangan Israel terhadap Gaza", "penarikan pasukan".

Turns phrases into ``Nominal`` records: the noun's frames, the rest of its phrase and the
prepositional phrases behind it. It does not decide whether the act is an event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from saksi.lang.frames import Frame
from saksi.lang.language import Language
from saksi.lang.words import Words
from saksi.records import Clause, Entity, Form, Parse, Phrase, Sentence, Token

#: How many words may stand between the start of a phrase and its noun ("serangkaian aksi").
DEEPEST = 3
#: Before who does what the noun right before it tells.
BY = "oleh"
#: Nouns that the noun of an act only describes: "elemen pertempuran utama".
PARTS = frozenset({"daftar", "lokasi", "situs", "fasilitas", "landasan", "elemen", "unsur", "medan", "zona", "garis", "alat", "ahli", "pakar", "sejarah", "veteran", "komandan", "mesin", "peta", "arena"})  # fmt: skip
#: Words behind a day, and "pada", the day and a preposition.
HOURS = frozenset({"pagi", "siang", "sore", "petang", "malam", "dini", "hari", "lalu", "ini", "kemarin"})
SHORTEST_DAY = 3
#: Verbs that only say that an act took place.
OCCURRING = frozenset({"terjadi", "berlangsung", "berkecamuk", "berkobar", "berlanjut", "pecah", "meletus", "digelar", "dilakukan", "dilancarkan", "berlaku", "diberlakukan"})  # fmt: skip
#: Before another act, to which what follows belongs: "berlangsung setelah pertemuan antara X dan Y".
ANOTHER = frozenset({"setelah", "sesudah", "usai", "seusai", "sebelum", "menjelang", "menyusul", "sejak"})
#: Shape of the noun behind which those who are sent stand, and kinds of names that own forces.
SENDING = "peN-an"
SENDERS = frozenset({"state", "demonym", "organisation", "group", "person", "office"})
#: Nouns before an act noun that leave it undone.
UNDONE = frozenset(
    {"kemungkinan", "ancaman", "potensi", "risiko", "rencana", "upaya", "prospek", "kekhawatiran", "wacana", "opsi",
     "setiap", "segala", "informasi", "mengarah", "tanpa", "suara", "efektivitas", "kemampuan", "jenis", "bentuk",
     "kapasitas", "simulasi", "cara", "bahaya", "kegagalan", "bunyi"}
)  # fmt: skip
#: Verbs of what an act will be: "kunjungan itu akan menjadi yang pertama".
TURNING_OUT = frozenset({"menjadi", "membahas", "menandai", "berfokus", "dihadiri"})
#: Verbs whose object happens when they do: "operasi itu akan melibatkan pengerahan pasukan".
INVOLVING = frozenset({"melibatkan", "mencakup", "memulai"})


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun of a frame at token ``first``, with what belongs to it."""

    first: int
    phrase: Phrase
    form: Form
    frames: tuple[Frame, ...]
    tail: Phrase | None
    posts: tuple[Phrase, ...]


def is_sent_by_nobody(nominal: Nominal, actor: Sequence[Entity]) -> bool:
    """``pengiriman pasukan tambahan``: forces alone are what is sent, not who sends them."""
    forces = nominal.tail
    if (
        nominal.form.shape != SENDING
        or forces is None
        or not actor
        or any(name.entry.kind in SENDERS for name in forces.names)
    ):
        return False
    return all(forces.start <= side.start < forces.end for side in actor)


def find_nominals(sentence: Sentence, parse: Parse, language: Language) -> tuple[Nominal, ...]:
    """Find the act nouns that head a phrase of the sentence."""
    out: list[Nominal] = []
    seen: set[int] = set()
    phrases = sorted({p.start: p for p in parse.phrases}.values(), key=lambda p: p.start)
    heads = [(n, p, m, head_of(sentence, m, language)) for n, p in enumerate(phrases) for m in _members(p)]
    acts = frozenset(phrase.start for _, phrase, _, found in heads if found is not None)
    for n, phrase, member, found in heads:
        if found is not None and found[0] not in seen:
            first, size, form, frames = found
            seen.add(first)
            ends = member.last == phrase.last or not member.names  # "sanksi dan larangan terhadap X"
            posts = _posts(phrases, n, sentence, language.cues.days, acts) if ends else ()
            posts = posts or _occurrence(member, parse)
            tail = _with_listed(_tail(sentence, member, first + size), member, phrase)
            if tail is not None and _opens_act(sentence, member, first + size, language):
                tail = None  # "tuduhan dukungan Peru": Peru supports, somebody else charges
            out.append(Nominal(first, member, form, frames, tail, posts))
    return tuple(out)


def _members(phrase: Phrase) -> tuple[Phrase, ...]:
    return phrase.members if len(phrase.members) > 1 else (phrase,)


def _occurrence(member: Phrase, parse: Parse) -> tuple[Phrase, ...]:
    """``bentrokan yang terjadi antara X dan Y``: what the clause on its taking place says of it."""
    for clause in parse.clauses:
        subject = clause.subject
        told = clause.verb.word in OCCURRING
        if told and subject is not None and subject.start == member.start:
            own = takewhile(lambda p: p.preposition not in ANOTHER, clause.obliques)
            return tuple(p for p in own if p.preposition is not None)
    return ()


def head_of(
    sentence: Sentence, phrase: Phrase, language: Language
) -> tuple[int, int, Form, tuple[Frame, ...]] | None:
    """The act noun that heads a phrase: its token, how many tokens it takes, its form and frames."""
    names = {n.first: n for n in phrase.names}
    k = phrase.first
    while k < min(phrase.last, phrase.first + DEEPEST):
        if k in names or sentence.tokens[k].lower in PARTS:
            return None
        size, senses = language.lexicon.match(sentence.tokens, k)
        nouns = [s for s in senses if s.form.voice == "noun"]
        if nouns and k + size <= phrase.last:
            return k, size, nouns[0].form, tuple(f for s in nouns for f in s.frames)
        k += 1
    return None


def _opens_act(sentence: Sentence, phrase: Phrase, k: int, language: Language) -> bool:
    """Whether another noun of an act stands at token ``k`` of a phrase, with somebody behind it."""
    size, senses = language.lexicon.match(sentence.tokens, k)
    names = any(n.first >= k + size for n in phrase.names)
    return (
        names and not any(n.first == k for n in phrase.names) and any(s.form.voice == "noun" for s in senses)
    )


def _tail(sentence: Sentence, phrase: Phrase, first: int) -> Phrase | None:
    """The rest of the phrase after the noun."""
    if first >= phrase.last:
        return None
    tokens = sentence.tokens[first : phrase.last]
    names = tuple(n for n in phrase.names if n.first >= first)
    start = names[0].first if names else first
    return Phrase(
        phrase.sentence, start, phrase.last, sentence.tokens[start].start, phrase.end, tokens[0].lower,
        tuple(t.lower for t in tokens), names,
    )  # fmt: skip


def _with_listed(tail: Phrase | None, member: Phrase, phrase: Phrase) -> Phrase | None:
    """``pertemuan Menlu Peru dan Menlu Kanada``: the list behind the noun is of its owners."""
    if tail is None or not tail.names or len(phrase.members) < 2 or member is not phrase.members[0]:
        return tail
    rest = phrase.members[1:]
    if any(not m.names or m.names[0].first != m.first for m in rest):
        return tail
    names = tuple(n for part in (tail, *rest) for n in part.names)
    words = tuple(w for part in (tail, *rest) for w in part.words)
    return Phrase(
        tail.sentence, tail.first, rest[-1].last, tail.start, rest[-1].end, tail.head, words, names, None,
        (tail, *rest),
    )  # fmt: skip


def _posts(
    phrases: list[Phrase], n: int, sentence: Sentence, days: frozenset[str], acts: frozenset[int]
) -> tuple[Phrase, ...]:
    """The prepositional phrases that follow without a verb or comma between; a day may stand there.

    ``tembakan tentara dalam unjuk rasa oleh warga``: who stands behind a further act does that one.
    """
    out: list[Phrase] = []
    end = phrases[n].last
    for phrase in phrases[n + 1 :]:
        gap = _outside_brackets(sentence.tokens[end : phrase.first])
        between = _without_day([t.lower for t in gap if t.kind == "word"], days)
        if phrase.preposition is None or " ".join(between) != phrase.preposition:
            break
        if any(t.text == "," for t in gap):
            break
        if phrase.preposition == BY and any(p.start in acts for p in out):
            break
        out.append(phrase)
        end = phrase.last
    return tuple(out)


def _outside_brackets(tokens: Sequence[Token]) -> list[Token]:
    """``Presiden Raka (Raka Suryanta) ke Peru``: without a short name or a date in brackets."""
    out: list[Token] = []
    depth = 0
    for token in tokens:
        depth += token.text == "("
        if not depth:
            out.append(token)
        depth -= token.text == ")" and depth > 0
    return out


def _without_day(words: list[str], days: frozenset[str]) -> list[str]:
    """``pada Kamis malam oleh``: without the day that stands before a preposition."""
    if len(words) < SHORTEST_DAY or words[0] != "pada" or words[1] not in days:
        return words
    rest = words[2:]
    while rest and rest[0] in HOURS:
        rest = rest[1:]
    return rest


def is_only_possible(nominal: Nominal, tokens: Sequence[Token]) -> bool:
    """``kemungkinan perang``, ``tanpa mobilisasi``: an act that may come, or did not."""
    before = tokens[max(0, nominal.first - 2) : nominal.first]
    return any(t.lower in UNDONE for t in before)


def takes_place(clause: Clause, nominal: Nominal, words: Words) -> bool:
    """Whether the verb only says that the act takes place: "pertemuan itu akan digelar"."""
    start = nominal.phrase.start
    occurs = clause.verb.word in words.passives | words.occur
    coming = clause.verb.future and clause.verb.word in TURNING_OUT
    told = clause.subject is not None and clause.subject.start <= start < clause.subject.end
    brought = clause.verb.word in INVOLVING and any(p.start <= start < p.end for p in clause.objects)
    return ((occurs or coming) and told) or brought
