"""Finds the words that are said: the content of a statement in its sentence.

Turns a clause with a verb of saying into the span of what is said, None when it only names
a thing ("menyampaikan bantuan"). Who says it is for ``statements``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from saksi.lang.frames import Frame
from saksi.lang.language import Language
from saksi.records import Clause, Parse, Quote, Sentence, Span, Token

#: A judgement without a verb has at least so many words: who is judged, and as what.
JUDGED_WORDS = 3
#: Clauses made nouns: "pentingnya X" says that X is important.
FACTS = frozenset({"pentingnya", "perlunya", "adanya", "mendesaknya", "kurangnya", "tingginya", "besarnya"})
FACT_WORDS = 2
#: Nouns of a will, which tell with "untuk" what somebody is willing to do.
WILLS = frozenset({"kesediaan", "kesiapan", "kesungguhan", "tekad", "niat", "keinginan"})
#: Frames whose verb has words behind it and never a thing ...
PURE = frozenset({"kata", "berkata"})
#: ... but these, which stand for words told elsewhere.
THINGS = frozenset({"hal", "itu", "ini", "demikian", "begitu", "apa", "sesuatu", "kata", "kata-kata"})
POINTING = frozenset({"itu", "ini", "tersebut"})
#: Prepositions of what a warning is about.
ABOUT = frozenset({"tentang", "mengenai", "soal", "akan", "terkait"})
#: Words of what is said, at least, when no clause of it was found.
SHORTEST = 3
#: How far "bahwa" may stand behind its verb, in tokens: an addressee or a date may come between.
THAT_REACH = 10
#: Nouns of what is wished.
WISHES = frozenset({"harapan", "permintaan", "seruan", "pesan", "keinginan", "imbauan", "desakan"})
#: Words that join what is said to what follows it.
JOINING = (" dan", " serta", " tetapi", " tapi", " namun", " sementara", " sedangkan")
#: Words that may open what is said, when nothing but an addressee stands before them.
OPENERS = frozenset({"bahwa", "jika", "kalau"})
#: "X berharap Y" tells a hope; the parse takes the verb for an auxiliary.
HOPING = frozenset({"berharap"})
#: Kinds of speech behind which a joined hope is no part of what is said.
JUDGING = frozenset({"judge", "praise", "thank"})
#: How many tokens before a second verb its joining word may stand.
JOINT_REACH = 8
#: How many words a subject may have before the auxiliary that shows it is one.
SUBJECT_REACH = 8
#: Classes of words that stand only before a predicate.
GOING_ON = frozenset({"sedang", "tengah", "masih"})
PREDICATIVE = frozenset({"negation", "future", "possible", "must", "past", "copula"})
#: Words behind a verb of saying that tell when, where or to whom.
LEADING = frozenset({"kepada", "kemarin", "hari", "dalam", "pada", "di", "saat", "ketika", "usai", "seusai", "setelah", "melalui", "lewat", "tentang", "lagi", "pula", "juga"})  # fmt: skip
#: Characters between the last word of a quotation and behind its closing mark, at most.
CLOSING_REACH = 2
#: What opens more about a speaker, behind the comma after their name.
DESCRIBING = frozenset({"seorang", "salah", "yang", "seperti", "sebagaimana", "dalam", "pada", "saat", "usai", "seusai", "ketika", "melalui", "lewat", "kepada", "selaku"})  # fmt: skip
#: Classes of words that open a clause.
NEW_CLAUSE = frozenset({"conjunction", "subordinate", "contrast", "complementizer", "relative"})
#: Before a verb of saying: the subject of the sentence goes on to say.
MEANWHILE = frozenset({"dengan", "seraya", "sambil", "sembari"})
#: Before a verb of passing on.
CREDITING = frozenset({"seperti", "sebagaimana", "yang"})
#: Words of a date behind its weekday.
DATE_WORDS = frozenset({"pagi", "siang", "sore", "malam", "lalu", "ini", "kemarin", "waktu", "setempat"})
#: Words after which the rest no longer shows that a clause is said.
STOPS = frozenset(
    {
        ",",
        "yang",
        "jika",
        "karena",
        "setelah",
        "ketika",
        "untuk",
        "agar",
        "tentang",
        "mengenai",
        "selama",
        "sejak",
        "sebelum",
    }
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence with its parse, and the words to look them up in."""

    text: str
    language: Language
    sentence: Sentence
    parse: Parse
    quotes: Sequence[Quote]

    def word_before(self, k: int) -> str:
        """The word before token ``k`` in lower case, empty at the front."""
        return self.sentence.tokens[k - 1].lower if k > 0 else ""

    def frames(self, clause: Clause) -> list[Frame]:
        """The frames of a clause's verb."""
        return [f for form in clause.verb.forms for f in self.language.frames_of.get(form, ())]

    def classes(self, word: str) -> frozenset[str]:
        """Classes of one function word in lower case."""
        rows = self.language.words.units.get(word, ())
        return frozenset(name for run, name in rows if len(run) == 1)

    def is_preposition(self, word: str) -> bool:
        """Whether a word opens an addressee, a place or a time, and no subject."""
        return word in LEADING or "preposition" in self.classes(word)

    def joins(self, word: str) -> bool:
        """Whether a word opens something new behind a quotation and does not go on with its clause."""
        if self.is_preposition(word) or word in self.language.cues:
            return word != "oleh"
        return not NEW_CLAUSE.isdisjoint(self.classes(word))

    def trim(self, start: int, end: int) -> Span | None:
        """Cut signs and spaces off both ends, and a joining word off the last; opening marks stay."""
        while start < end and not self.text[start].isalnum() and self.text[start] not in '“"(':
            start += 1
        while end > start and not self._ends(end - 1):
            end -= 1
        for word in JOINING:
            if self.text[start:end].endswith(word):
                return self.trim(start, end - len(word))
        return Span(start, self._closed(start, end)) if end > start else None

    def _closed(self, start: int, end: int) -> int:
        """The end with the mark that closes a quotation begun inside."""
        quote = next((q for q in self.quotes if start < q.start < end <= q.inner_end), None)
        return quote.end if quote is not None and quote.closed and quote.end - end <= CLOSING_REACH else end

    def _ends(self, k: int) -> bool:
        """Whether the sign at ``k`` may end what is said: a letter, or the mark of an open pair."""
        return self.text[k].isalnum() or (self.text[k] in ")%" and self.text[k - 1].isalnum())


def find_content(reading: Reading, i: int) -> Span | None:
    """What clause ``i`` says, when its words show that a clause and no mere thing is said."""
    clause = reading.parse.clauses[i]
    frames = [f for f in reading.frames(clause) if f.statement]
    found = _has_clause(reading, i, frames) or _judges(clause, frames) or _names_fact(clause, frames)
    found = found or _warns_of(clause, frames) or _tells_will(reading, i, frames)
    if not (found or _goes_on(reading, clause, frames) or _only_says(reading, clause, frames)):
        return None
    return reading.trim(_start_of_content(reading, clause), end_of_content(reading, i))


def _start_of_content(reading: Reading, clause: Clause) -> int:
    """Behind the verb; behind a date or an addressee when "bahwa" shows where the words begin."""
    after = [t for t in reading.sentence.tokens if t.start >= clause.verb.end][:THAT_REACH]
    verbs = {c.verb.start for c in reading.parse.clauses}
    for k, token in enumerate(after):
        if token.lower == "bahwa" or (token.lower in OPENERS and (k == 0 or after[0].lower == "kepada")):
            return token.start
        if token.start in verbs:
            break
    return _behind_weekday(reading, after) if after else clause.verb.end


def _behind_weekday(reading: Reading, after: Sequence[Token]) -> int:
    """``mengatakan Minggu (3/4) mereka siap``: the words begin behind the day on which they were said."""
    if after[0].lower not in reading.language.cues.days:
        return after[0].start
    k = 1
    if k < len(after) and after[k].text == "(":
        k = next((i + 1 for i, t in enumerate(after) if t.text == ")"), k)
    while k < len(after) and after[k].lower in DATE_WORDS:
        k += 1
    return after[k].start if k < len(after) else after[0].start


def _has_clause(reading: Reading, i: int, frames: Sequence[Frame]) -> bool:
    """A complement, or after a verb of asking and promising a purpose ("meminta X untuk pergi")."""
    wishes = any(f.embeds == "plan" or f.statement not in ("say", "judge") for f in frames)
    return any(
        c.parent == i and c.start >= 0 and (c.kind == "complement" or (c.kind == "purpose" and wishes))
        for c in reading.parse.clauses
    )


def _judges(clause: Clause, frames: Sequence[Frame]) -> bool:
    """``menyebut patroli itu kegiatan rutin``: a judgement needs no verb of its own."""
    judged = [*clause.objects, *(p for p in clause.obliques if p.preposition == "sebagai")]
    long_enough = sum(len(p.words) for p in judged) >= JUDGED_WORDS
    has_judged = bool(clause.objects) or clause.verb.word.endswith("nya")
    as_what = has_judged and any(p.preposition == "sebagai" for p in judged)
    judges = any(f.statement == "judge" for f in frames)
    return (long_enough and judges) or (as_what and (judges or any(f.statement == "accuse" for f in frames)))


def _names_fact(clause: Clause, frames: Sequence[Frame]) -> bool:
    """``menekankan pentingnya X``, ``membantah adanya Y``: a clause made a noun by -nya."""
    about = [p for p in clause.obliques if p.preposition in ABOUT]
    first = next(iter((*clause.objects, *about)), None)
    return bool(frames) and first is not None and first.words[0] in FACTS and len(first.words) >= FACT_WORDS


def _tells_will(reading: Reading, i: int, frames: Sequence[Frame]) -> bool:
    """``menekankan kesediaan negaranya untuk mundur``: the noun of a will with what is willed."""
    objects = reading.parse.clauses[i].objects
    wills = bool(frames) and bool(objects) and objects[0].words[0].removesuffix("nya") in WILLS
    return wills and any(c.parent == i and c.kind == "purpose" for c in reading.parse.clauses)


def _only_says(reading: Reading, clause: Clause, frames: Sequence[Frame]) -> bool:
    """``mengatakan Teheran fokus pada rancangan itu``: behind this verb stand words, verb or no verb."""
    after = [t for t in reading.sentence.tokens if t.start >= clause.verb.end]
    words = [t for t in after if t.kind == "word"]
    if _judges_in_short(words, frames):
        return True
    if not any(f.id in PURE for f in frames) or len(words) < SUBJECT_REACH - 3 or after[0].kind != "word":
        return False
    classes = {name for run, name in reading.language.words.units.get(after[0].lower, ()) if len(run) == 1}
    return after[0].lower not in THINGS and "preposition" not in classes


def _judges_in_short(words: Sequence[Token], frames: Sequence[Frame]) -> bool:
    """``mengatakan tuduhan itu keji``: one noun with its pointing word, then what it is."""
    pure = any(f.id in PURE for f in frames)
    return pure and len(words) >= SHORTEST and words[1].lower in POINTING and words[0].lower not in THINGS


def before_subject(reading: Reading, i: int) -> Span | None:
    """``Perundingan itu batal, Raka Suryanta mengatakan pada Kamis``: what stands before the subject."""
    clause = reading.parse.clauses[i]
    tokens = reading.sentence.tokens
    if (
        clause.verb.word in reading.language.cues.credits
        or clause.subject is None
        or not clause.subject.first
    ):
        return None
    if tokens[clause.subject.first - 1].text != ",":
        return None
    after = [t for t in tokens if t.start >= clause.verb.end and t.kind == "word"]
    found = reading.trim(reading.sentence.start, clause.subject.start)
    at_end = len(after) <= JOINT_REACH and all(
        c.verb.start <= clause.verb.start for c in reading.parse.clauses
    )
    return found if at_end and found is not None and _words(reading, found) > SUBJECT_REACH - 3 else None


def _warns_of(clause: Clause, frames: Sequence[Frame]) -> bool:
    """``memperingatkan X tentang tindakan balasan``: a warning says what it is about."""
    about = any(p.preposition in ABOUT and len(p.words) >= FACT_WORDS for p in clause.obliques)
    return about and any(f.statement == "warn" for f in frames)


def _goes_on(reading: Reading, clause: Clause, frames: Sequence[Frame]) -> bool:
    """Words that show a clause although no verb of it was found: "bahwa", a comma, an auxiliary."""
    after = [t for t in reading.sentence.tokens if t.start >= clause.verb.end]
    if sum(t.kind != "mark" for t in after) < SHORTEST or not frames:
        return False
    if _that_follows(reading, after) or _opens_otherwise(after):
        return True
    said_after_comma = after[0].text == "," and clause.verb.voice in ("active", "middle", "bare")
    if not any(f.embeds in ("fact", "claim") for f in frames):
        return (
            said_after_comma and clause.kind == "main" and len(after) > SUBJECT_REACH and not clause.objects
        )
    told = after[0].lower == "kepada" or after[0].lower in OPENERS
    if told and any(t.lower in OPENERS for t in after[:THAT_REACH]):
        return True
    return (said_after_comma and len(after) > SUBJECT_REACH) or has_predicate(reading, after)


def _that_follows(reading: Reading, after: Sequence[Token]) -> bool:
    """Whether "bahwa" comes before the next verb, so that it belongs to this one."""
    verbs = {c.verb.start for c in reading.parse.clauses}
    for token in after[:THAT_REACH]:
        if token.lower == "bahwa" or token.start in verbs:
            return token.lower == "bahwa"
    return False


def _opens_otherwise(after: Sequence[Token]) -> bool:
    """``... harapannya agar perang berhenti``, ``pihak tentaralah yang menyerang``."""
    wish = after[0].lower.removesuffix("nya") in WISHES
    if wish and any(t.lower in ("agar", "supaya") for t in after[1:4]):
        return True
    return any(t.lower.endswith("lah") and after[k + 1].lower == "yang" for k, t in enumerate(after[:-1]))


def has_predicate(reading: Reading, after: Sequence[Token]) -> bool:
    """A subject with an auxiliary behind it: "anggaran itu tidak cukup"."""
    for token in after[1:SUBJECT_REACH]:
        if token.lower in STOPS:
            return False
        classes = {
            name for words, name in reading.language.words.units.get(token.lower, ()) if len(words) == 1
        }
        if classes & PREDICATIVE or token.lower in GOING_ON:
            return True
    return False


def end_of_content(reading: Reading, i: int) -> int:
    """Up to a clause joined to the verb of saying, a cue, a credit or the end of the quotation."""
    clauses = reading.parse.clauses
    clause = clauses[i]
    stops = [
        stop
        for c in clauses[i + 1 :]
        if c.quote is None
        and c.verb.start > clause.verb.end
        and (stop := _stop(reading, clause, c)) is not None
    ]
    stops.extend(_joined_hopes(reading, clause))
    stops.extend(_goes_on_to_say(reading, clause))
    if clause.kind == "relative":
        stops.extend(t.start for t in reading.sentence.tokens if t.text == "," and t.start > clause.verb.end)
    stops.extend(_credits(reading, clause))
    inside = [q.inner_end for q in reading.quotes if q.inner_start <= clause.verb.start < q.inner_end]
    return min([reading.sentence.end, *stops, *inside, *find_credit(reading)])


def _stop(reading: Reading, clause: Clause, other: Clause) -> int | None:
    """Where ``other`` ends what ``clause`` says: at a cue, or at the word that joins it to ``clause``."""
    if other.verb.voice == "cue":
        return other.verb.start
    if other.kind != "coordinate" or other.parent != clause.parent:
        return None
    tokens = reading.sentence.tokens
    comma = tokens[other.verb.first - 1]
    if comma.text in (",", '"', "”") and _says_more(reading, clause, other):
        return comma.start
    if _is_of_what_is_said(reading, clause, other):
        return None
    for k in range(other.verb.first - 1, max(-1, other.verb.first - JOINT_REACH), -1):
        if f" {tokens[k].lower}" in JOINING and tokens[k].start > clause.verb.end:
            return tokens[k].start
    return None


def _is_of_what_is_said(reading: Reading, clause: Clause, other: Clause) -> bool:
    """``mengatakan Fiji perlu mempertegas dan mempertimbangkan sikapnya``: verbs alike joined inside the words said."""
    k = other.verb.first - 1
    joined = k > 0 and f" {reading.sentence.tokens[k].lower}" in JOINING
    says = any(f.statement for f in reading.frames(other))
    inside = [c for c in reading.parse.clauses if clause.verb.end < c.verb.start < other.verb.start]
    last = inside[-1] if inside else None
    return joined and not says and last is not None and last.kind == "complement" and last.verb.must


def _joined_hopes(reading: Reading, clause: Clause) -> list[int]:
    """Where "menyebut X sebagai mitra dan berharap Y" begins to hope."""
    if not any(f.statement in JUDGING for f in reading.frames(clause)):
        return []
    pairs = pairwise(reading.sentence.tokens)
    return [
        a.start
        for a, b in pairs
        if b.lower in HOPING and f" {a.lower}" in JOINING and a.start > clause.verb.end
    ]


def _credits(reading: Reading, clause: Clause) -> list[int]:
    """Where ``..., dikutip dari Kantor Laut`` or ``seperti dilansir X`` begins, outside quotations."""
    tokens, media = reading.sentence.tokens, reading.language.cues.media
    found: list[int] = []
    for k, token in enumerate(tokens):
        if token.lower not in media or k == 0 or tokens[k - 1].start <= clause.verb.end + 1:
            continue
        if any(t.lower == "bahwa" for t in tokens[k:]):
            return found
        if tokens[k - 1].lower in CREDITING or tokens[k - 1].text == ",":
            found.append(tokens[k - 1].start)
    return found


def _goes_on_to_say(reading: Reading, clause: Clause) -> list[int]:
    """Where ", seraya mengatakan bahwa ..." begins: a new saying of the same subject."""
    tokens = reading.sentence.tokens
    saying = {
        c.verb.first
        for c in reading.parse.clauses
        if c.quote is None and any(f.statement and f.embeds == "fact" for f in reading.frames(c))
    }
    return [
        tokens[k - 1].start
        for k in saying
        if k and tokens[k - 1].lower in MEANWHILE and tokens[k - 1].start > clause.verb.end
    ]


def _says_more(reading: Reading, clause: Clause, other: Clause) -> bool:
    """``mengumumkan bahwa ..., menyebut perjanjian itu batal``: the same subject goes on to say."""
    says = other.verb.voice == "active" and any(f.statement for f in reading.frames(other))
    between = (c for c in reading.parse.clauses if clause.verb.start < c.verb.start < other.verb.start)
    return says and other.subject == clause.subject and all(c.kind != "purpose" for c in between)


def find_credit(reading: Reading) -> list[int]:
    """Where a credit at the end begins: ", Antara melaporkan." has passed the words on."""
    tokens = [t for t in reading.sentence.tokens if t.text not in (".", ")")]
    if len(tokens) < SUBJECT_REACH or tokens[-1].lower not in reading.language.cues.credits:
        return []
    comma = next((k for k in range(len(tokens) - 2, 0, -1) if tokens[k].text == ","), None)
    if comma is None or not all(t.text[:1].isupper() for t in tokens[comma + 1 : -1]):
        return []
    return [tokens[comma].start] if comma + 1 < len(tokens) - 1 else []


def beside_cue(reading: Reading, cue: int, last_word: int) -> Span | None:
    """What is said around ``kata X``: before it, or behind it when that is the longer side.

    ``cue`` is where the cue begins, ``last_word`` where the words for the speaker end.
    """
    before = reading.trim(reading.sentence.start, cue)
    after = reading.trim(last_word, reading.sentence.end)
    follows = reading.text[last_word : last_word + 1] == "," and not _tells_of_speaker(reading, last_word)
    if before is None or (after is not None and _words(reading, before) <= SHORTEST):
        return after
    if follows and after is not None and _words(reading, after) > _words(reading, before):
        return after
    return before


def _tells_of_speaker(reading: Reading, start: int) -> bool:
    """Whether what follows a speaker describes them, credits somebody or tells when, and is not what is said."""
    k = next((k for k, t in enumerate(reading.sentence.tokens) if t.start > start), None)
    word = reading.sentence.tokens[k].lower if k is not None else ""
    cues = reading.language.cues
    if word in DESCRIBING or word in cues.media or word in cues.days:
        return True
    name = next((n for p in reading.parse.phrases for n in p.names if n.first == k), None)
    return name is not None and name.entry.kind in ("office", "agent")


def _words(reading: Reading, span: Span) -> int:
    return len(reading.text[span.start : span.end].split())


def beside_source(reading: Reading, start: int, end: int) -> Span | None:
    """What stands on the longer side of "menurut X"; behind it in "sanksi yang menurut X merugikan"."""
    left, right = start - reading.sentence.start, reading.sentence.end - end
    before = reading.text[reading.sentence.start : start].lower().removesuffix("menurut ").split()
    inner = before[-1:] == ["yang"]
    span = (reading.sentence.start, start) if left > right and not inner else (end, reading.sentence.end)
    found = reading.trim(*span)
    if inner:
        return found
    if found is not None and reading.text[slice(*found)].lower().endswith(" menurut"):
        found = reading.trim(found.start, found.end - len(" menurut"))
    return found if found is not None and len(reading.text[slice(*found)].split()) > SHORTEST else None
