"""Finds who speaks: named people, bodies, papers for their makers, and those pointed back to.

Turns the phrase beside a verb of saying or a cue into the speakers. What they say is for
``content``; nobody is guessed when the words name nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from saksi.coding.discourse import is_person
from saksi.coding.participants import Participants
from saksi.coding.quotations import is_quoted
from saksi.coding.titled import COMMON, OFFICE, TITLES, find_bearers, find_longer, find_titled, office_of
from saksi.lang.language import Language
from saksi.records import Entity, Phrase, Quote

#: Ids of ranks and degrees.
RANK = "rank/"
#: Papers of one maker, unless they are joint ones.
ONES_OWN = frozenset({"laporan", "surat", "data", "informasi", "studi", "survei", "unggahan", "cuitan", "tulisan", "pidato"})  # fmt: skip
#: How many sentences after their words a speaker is still the one described with "itu".
POINT_REACH = 3
#: What stands in brackets inside a title.
INSIDE = re.compile(r"\s*\([^)]*\)")
#: Before a noun for somebody.
DETERMINERS = frozenset({"seorang", "para", "salah", "satu", "wanita", "pria", "perempuan", "laki-laki"})
#: Where somebody's people work.
OFFICES_OF = frozenset({"kantor", "istana"})
#: Bearers of one title.
TWO = 2
#: Between two people who act together.
JOINED = re.compile(r"^[^.,]{0,60}\bdan\b[^.]*$")
#: Bodies that only the next word tells.
GROUPS = frozenset({"kelompok", "pasukan", "aliansi", "koalisi"})
#: Words for whoever leads a country.
LEADERS = frozenset({"pemimpin"})
#: Offices of those who do.
HEADS = ("office/presiden", "office/perdana-menteri", "office/kanselir", "office/raja", "office/emir", "office/sultan", "office/ketua", "office/pemimpin", "office/sekretaris-jenderal")  # fmt: skip
#: Names of "Presiden Fiji".
OWNED_TITLE = 2
#: How many tokens may stand between a title and the comma before its person.
TITLE_REACH = 6
#: How many sentences after its maker spoke a paper is still theirs.
PAPER_REACH = 3
#: How many characters the subject of a sentence may stand before the first person named in it.
NEAR = 200


class SpeakerReader:
    """Reads speakers off the phrases of one article."""

    def __init__(
        self, text: str, language: Language, participants: Participants, quotes: Sequence[Quote]
    ) -> None:
        self.text, self.language, self.participants, self.quotes = text, language, participants, quotes
        self.headline = False  # whether the sentence is a headline, where any word has a capital
        self.told: list[tuple[int, tuple[Entity, ...]]] = []  # people named outside quotations, by sentence

    def of(
        self, phrase: Phrase | None, posts: Sequence[Phrase] = (), *, anyone: bool = False
    ) -> tuple[Entity, ...]:
        """Whoever the phrase names or points to; with ``anyone`` somebody unknown will do."""
        if phrase is None or phrase.head in self.language.cues.gatherings:
            return ()
        found = self._known(phrase)
        if found:
            return found
        if phrase.head in self.language.cues.documents or self._opens_with_paper(phrase):
            return self._paper(phrase, posts)
        if anyone and phrase.head not in ("itu", "ini"):
            thing = self.participants.thing(phrase)
            return (self._in_full(phrase, thing),) if thing is not None else ()
        return ()

    def _in_full(self, phrase: Phrase, found: Entity) -> Entity:
        """``kata Presiden (Fiji)``, ``mantan presiden itu``, ``ujar junta``: who bears the title, the body's full name."""
        discourse, words = self.participants.discourse, phrase.words
        found = self._whole_name(phrase, found)
        titles = [n for n in phrase.names if n.entry.kind in ("office", "agent", "body")]
        owned = len(phrase.names) > len(titles)
        alone = len(titles) <= 1 and (not owned or self._owned(phrase))
        if not alone or words[0] in self.language.reference.many:
            return found
        known = self._bearer(phrase, found.code if owned else None) if self._is_title(phrase, found) else None
        if known is None and found.code is None and len(words) == 1:
            known = find_longer(words, discourse)
        return found if known is None else renamed(found, known)

    def _is_title(self, phrase: Phrase, found: Entity) -> bool:
        return (found.id or OFFICE).startswith(TITLES) and (len(phrase.words) > 1 or bool(phrase.names))

    def _bearer(self, phrase: Phrase, code: str | None) -> Entity | None:
        """Who bears the title; with "itu" the last one told of, else the only one, of country ``code`` if told."""
        discourse, atlas = self.participants.discourse, self.language.atlas
        pointing = phrase.words[-1] in self.language.reference.that_words
        title = phrase.words[:-1] if pointing else phrase.words
        bearers = find_bearers(title, discourse, atlas) if pointing and code is None else ()
        known = bearers[0] if bearers else find_titled(title, discourse, atlas, code)
        alone = code is None and len(title) == 1 and self.text[phrase.start].isupper()
        return known or (self._first_bearer(title) if alone else self._leader(title, code))

    def _first_bearer(self, title: Sequence[str]) -> Entity | None:
        """``ujar Presiden`` where two presidents meet: the one who spoke last, else whom the story told of first."""
        discourse = self.participants.discourse
        if office_of(title, self.language.atlas) <= COMMON:
            return None
        bearers = find_bearers(title, discourse, self.language.atlas)
        speaker = next((e for e in bearers if discourse.speaker and e.name == discourse.speaker.name), None)
        if speaker is not None or len(bearers) < TWO:
            return speaker
        first, second = bearers[-1], bearers[-2]
        return None if JOINED.search(self.text[first.end : second.start]) else first

    def _named(self, found: Entity) -> Entity:
        """``Dubes Fiji berbicara ... Ia menegaskan``: the name of whom a pronoun means by a title alone."""
        words = (found.office or "").lower().split()
        if not (found.id or "").startswith(TITLES) or not words:
            return found
        known = find_titled(words, self.participants.discourse, self.language.atlas, found.code)
        return found if known is None else renamed(found, known)

    def _leader(self, title: Sequence[str], code: str | None) -> Entity | None:
        """``Pemimpin Fiji`` after the words of its president: whoever of that country spoke last."""
        discourse = self.participants.discourse
        speaker = discourse.speaker
        near = discourse.sentence - discourse.spoke_in <= POINT_REACH
        if title[0] not in LEADERS or code is None or not near or speaker is None or speaker.code != code:
            return None
        office = office_of((speaker.office or "").lower().split(), self.language.atlas)
        return speaker if any(held.startswith(HEADS) for held in office) else None

    def _is_one_person(self) -> bool:
        """Whether the sentence before was about one person, whom "mereka" does not mean."""
        subject = self.participants.discourse.subject
        many = self.language.reference.many.union(self.language.reference.sets)
        return len(subject) == 1 and is_person(subject[0]) and subject[0].text.split()[0].lower() not in many

    def _owned(self, phrase: Phrase) -> bool:
        """``Presiden Fiji``: a post and its country, and nothing else."""
        return len(phrase.names) == OWNED_TITLE and [n.entry.kind for n in phrase.names] in (
            ["office", "state"],
            ["office", "demonym"],
        )

    def _whole_name(self, phrase: Phrase, found: Entity) -> Entity:
        """``kantor berita aktivis HRANA``, ``Asosiasi Medis Fiji``: the capitals behind a body are of its name."""
        if self.headline or is_person(found) or found.end >= phrase.end or found.start != phrase.start:
            return found
        rest = self.text[found.end : phrase.end]
        words = rest.split()
        if found.text.lower() in GROUPS and not phrase.names[1:] and self._describes(words):
            return replace(
                found, text=self.text[found.start : phrase.end], end=phrase.end, name=found.name + rest
            )
        if (
            not rest[:1].isspace()
            or "\n" in rest
            or not words
            or not all(w[0].isupper() and w.isalnum() for w in words)
        ):
            return found
        text = self.text[found.start : phrase.end]
        name = text if found.name in (found.text, self.text[found.start : found.end]) else found.name + rest
        return replace(found, text=text, end=phrase.end, name=name)

    def _serves(self, phrase: Phrase, found: Entity) -> Entity | None:
        """``seorang juru bicara PM Fiji Raka``, ``kantor Presiden Fiji Raka``: who serves somebody named speaks, not they."""
        words = list(phrase.words)
        while words and words[0] in DETERMINERS:
            words.pop(0)
        opening = next((" ".join(words[:n]) for n in (2, 1) if " ".join(words[:n]) in self._servants()), None)
        named = is_person(found) and (found.id or "").startswith(("person/", "doc/"))
        behind = self.text[found.start : found.end] != self.text[phrase.start : phrase.end]
        own = (found.office or "").lower().startswith(opening or " ")
        if opening is None or not named or own or not (behind or len(words) > len(found.name.split())):
            return None
        text = self.text[phrase.start : phrase.end]
        office = None if opening in OFFICES_OF else opening
        comma = (
            phrase.last < len(self.participants.tokens) and self.participants.tokens[phrase.last].text == ","
        )
        person = self._people().get(phrase.last + 1) if comma and office is not None else None
        if person is not None:  # "juru bicara Yoon, Park Min-jae"
            return replace(person, office=person.office or text, code=person.code or found.code)
        return Entity(text, phrase.start, phrase.end, text, None, found.code, found.sector, office)

    def _servants(self) -> frozenset[str]:
        return self.language.reference.serving | OFFICES_OF

    def _describes(self, words: Sequence[str]) -> bool:
        """Whether one plain word behind "kelompok" tells which: "kelompok kudeta", and no pointing."""
        return len(words) == 1 and words[0].isalpha() and words[0] not in self.language.reference.that_words

    def _known(self, phrase: Phrase) -> tuple[Entity, ...]:
        """Somebody pointed back to, named, or the owner of words ("klaim Presiden X yang menyebut")."""
        if phrase.words[0] in self.language.reference.plural and self._is_one_person():
            return ()
        same = self._same_as_before(phrase)
        found = same or self._introduced(phrase, self.participants.of(phrase))
        if len(found) == 1 and not same:
            found = (self._in_full(phrase, found[0]),)
        if len(found) == 1 and (served := self._serves(phrase, found[0])) is not None:
            return (served,)
        if len(found) == 1 and not phrase.names:
            found = (self._named(found[0]),)
        if not found and phrase.head in self.language.cues.said and phrase.names:
            return self.participants.owner(phrase)
        return found

    def last(self, start: int, end: int, before: int) -> tuple[Entity, ...]:
        """Who "ujarnya" and "menurutnya" mean: the last speaker, or who was told of since.

        ``before`` is where the quotation begins: nobody in it speaks it.
        """
        known = self._last_told(before)
        if known is None:
            return ()
        known = self._named(known)
        return (renamed(Entity(self.text[start:end], start, end, known.name), known),)

    def hear(self, number: int) -> None:
        """Remember the people the sentence just read names outside quotations."""
        people = [e for _, e in sorted(self._people().items()) if not is_quoted(self.quotes, e.start)]
        if people:
            self.told.append((number, tuple(people)))

    def _last_told(self, before: int) -> Entity | None:
        """The last speaker, unless a later sentence before ``before`` tells of somebody else."""
        discourse = self.participants.discourse
        told = next(((n, p) for n, p in reversed(self.told) if p[0].start < before), None)
        speaker = discourse.speaker
        if told is None or (speaker is not None and told[0] <= discourse.spoke_in):
            return speaker or discourse.person()
        subject = discourse.subject[0] if len(discourse.subject) == 1 else None
        first = told[1][0]
        if speaker is not None and any(speaker.name == e.name for e in told[1]):
            answers = subject is not None and subject.name == first.name != speaker.name
            return first if answers and is_person(first) else speaker
        acts = subject is not None and is_person(subject) and not is_quoted(self.quotes, subject.start)
        if subject is not None and acts and first.start - NEAR <= subject.start < before:
            return subject
        return first

    def may_be(self, phrase: Phrase) -> bool:
        """Whether somebody unknown speaks: a name with a capital, or a speaker without a name."""
        words = self.text[phrase.start : phrase.end].split()
        unnamed = self.language.cues.unnamed
        return any(w[:1].isupper() for w in words) or not unnamed.isdisjoint(phrase.words[:2])

    def is_named(self, phrase: Phrase) -> bool:
        """Whether the subject of a verb of saying is somebody: two capitals, or a speaker without a name."""
        words = self.text[phrase.start : phrase.end].split()
        capitals = sum(w[:1].isupper() for w in words)
        return capitals > 1 or phrase.words[0] in self.language.cues.unnamed

    def pointed(self, found: tuple[Entity, ...], verb: int) -> tuple[Entity, ...]:
        """``Dosen dari Universitas Ambar itu mendesak``: with "itu" before the verb whoever spoke last, described."""
        discourse = self.participants.discourse
        before = self.participants.tokens[verb - 1].lower if verb else ""
        speaker = discourse.speaker
        if len(found) != 1 or speaker is None or before not in self.language.reference.that_words:
            return found
        unnamed = (found[0].id or "").startswith(("office/", "agent/", "rank/"))
        near = discourse.sentence - discourse.spoke_in <= POINT_REACH
        if not (unnamed and near and is_person(speaker)):
            return found
        known = renamed(found[0], speaker)
        if known.code is None and known.office is None:
            return (replace(known, code=found[0].code, sector=found[0].sector, office=found[0].office),)
        return (known,)

    def behind_that(self, phrase: Phrase | None) -> int:
        """The token behind "itu" that ends a phrase or follows it; 0 where there is none."""
        tokens, that = self.participants.tokens, self.language.reference.that_words
        last = phrase.last if phrase is not None else 0
        return next((k for k in (last, last + 1) if 0 < k <= len(tokens) and tokens[k - 1].lower in that), 0)

    def behind_comma(self, subject: Phrase, verb: int) -> tuple[Entity, ...]:
        """``dengan Menlu Tonga, Raka Suryanta, Wiratama mengatakan``: the person between the last comma and the verb."""
        tokens, people = self.participants.tokens, self._people()
        k = next((k for k in people if self.participants.names_at[k].last == verb), None)
        if k is None or k < 2 or tokens[k - 1].text != "," or subject.last > k or subject.first < 1:
            return ()
        apposed = tokens[subject.first - 1].text == "," and self.participants.names_at.get(subject.first)
        return (people[k],) if apposed and apposed.last == k - 1 else ()

    def behind_pointer(self, k: int) -> tuple[Entity, ...]:
        """``Pada kesempatan itu Raka Suryanta mengatakan``: the person right before the verb at token ``k``."""
        tokens = self.participants.tokens
        first, name = next(
            (
                (f, n)
                for f, n in self.participants.names_at.items()
                if n.last == k and n.entry.kind == "person"
            ),
            (0, None),
        )
        pointed = name is not None and first and tokens[first - 1].lower in self.language.reference.that_words
        return (self._people()[first],) if pointed else ()

    # ---- pointing back -----------------------------------------------------------

    def _same_as_before(self, phrase: Phrase) -> tuple[Entity, ...]:
        """``sumber itu``, ``alumnus universitas itu``, ``pihaknya``: whoever spoke last."""
        discourse = self.participants.discourse
        if discourse.speaker is None or (phrase.names and phrase.names[0].entry.kind == "person"):
            return ()
        thing = self.participants.thing(phrase)
        pointing = self._points_back(phrase) and phrase.words[0] in self.language.cues.unnamed
        pointing = pointing and (is_person(discourse.speaker) or phrase.words[0] in self.language.cues.bodies)
        if thing is None or not (pointing or phrase.words[0] in self.language.cues.own_side):
            return ()
        return (renamed(thing, discourse.speaker),)

    def _points_back(self, phrase: Phrase) -> bool:
        """Whether "itu" ends the phrase or stands right behind it and its brackets."""
        that = self.language.reference.that_words
        if phrase.words[-1] in that:
            return True
        tokens, k = self.participants.tokens, self._behind_bracket(phrase.last)
        return k < len(tokens) and tokens[k].lower in that

    def _behind_bracket(self, k: int) -> int:
        """The token behind a short form in brackets: ``Liga Ambar (LA), ...``."""
        tokens = self.participants.tokens
        bracket = k + 2 < len(tokens) and (tokens[k].text, tokens[k + 2].text) == ("(", ")")
        return k + 3 if bracket else k

    def _introduced(self, phrase: Phrase, found: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """``utusan khusus ASEAN untuk Myanmar, Raka Suryanta``: the person behind a long title."""
        whole = self._named_behind(phrase) if len(found) > 1 else None
        if whole is not None:
            return (whole,)
        if len(found) != 1 or found[0].office is None or (found[0].id or "").startswith(("person/", "doc/")):
            return found
        titled = next((e for k, e in sorted(self._people().items()) if self._bears(phrase, k, e)), None)
        if titled is not None:
            return (titled,)
        tokens, k = self.participants.tokens, self._behind_bracket(phrase.last)
        while (
            k < min(len(tokens), phrase.last + TITLE_REACH)
            and tokens[k].kind == "word"
            and k not in self._people()
        ):
            k += 1
        person = self._people().get(self._behind_ranks(k + 1))
        if person is None or k >= len(tokens) or tokens[k].text != ",":
            return found
        return (person,)

    def _named_behind(self, phrase: Phrase) -> Entity | None:
        """``Direktur Perlindungan Anak dan Badan Hukum Fiji, Raka``: the person whose title is the whole phrase."""
        tokens, k = self.participants.tokens, phrase.last
        person = self._people().get(k + 1) if k < len(tokens) and tokens[k].text == "," else None
        return person if person is not None and self._bears(phrase, k + 1, person) else None

    def _bears(self, phrase: Phrase, k: int, person: Entity) -> bool:
        """``Utusan khusus Fiji untuk Urusan Asia Raka``: whether all words up to the name are its title."""
        if k <= phrase.first or not person.office:
            return False
        title = self.text[phrase.start : self.participants.tokens[k].start]
        words = INSIDE.sub("", title).replace(",", "").split()
        return words == person.office.replace(",", "").split()

    def _behind_ranks(self, k: int) -> int:
        """``Menteri Air Etiopia, Dr. Raka Suryanta``: where the name begins behind degrees and ranks."""
        names = self.participants.names_at
        while k in names and names[k].entry.id.startswith(RANK):
            k = names[k].last
        return k

    def _people(self) -> dict[int, Entity]:
        """The people of the sentence by their first token."""
        return {
            k: Entity(
                n.text,
                n.start,
                n.end,
                n.entry.name,
                n.entry.id,
                n.entry.code or self.participants.discourse.people_home,
                n.entry.sector,
                n.entry.office,
            )
            for k, n in self.participants.names_at.items()
            if n.entry.kind == "person"
        }

    # ---- papers ------------------------------------------------------------------

    def _opens_with_paper(self, phrase: Phrase) -> bool:
        return not self.language.cues.documents.isdisjoint(phrase.words[:2])

    def _paper(self, phrase: Phrase, posts: Sequence[Phrase] = ()) -> tuple[Entity, ...]:
        """A paper as speaker: its one maker, or for a joint paper itself with a code for each maker.

        "pernyataan itu" is the paper that spoke before, else one of the pair last named together.
        """
        discourse = self.participants.discourse
        thing = self.participants.thing(phrase)
        if thing is None:
            return ()
        owners = self.participants.owner(phrase) or self._makers(phrase, posts)
        points_back = phrase.words[-1] in self.language.reference.that_words
        known = self._last_paper(phrase)
        if not owners and points_back and known is not None:
            return (renamed(thing, known),)
        body = self._body_before(phrase) if not owners and points_back else None
        if body is not None:
            return (renamed(thing, body),)
        if len(owners) != 1 or points_back:
            joint = phrase.head not in ONES_OWN or "bersama" in phrase.words
            owners = owners or (discourse.two(("state", "person")) if joint else ())
            codes = tuple(dict.fromkeys(e.code for e in owners if e.code))
            name = f"{phrase.head} {' dan '.join(e.name for e in owners)}" if owners else thing.name
            code = codes[0] if codes else thing.code
            owners = (Entity(thing.text, thing.start, thing.end, name, None, code, None, None, codes),)
        discourse.paper = owners[0]
        return owners

    def _last_paper(self, phrase: Phrase) -> Entity | None:
        """The paper "itu" points to: one of that name, else whoever spoke last as a body."""
        discourse = self.participants.discourse
        if discourse.paper is None:
            return None
        noun = next((w for w in phrase.words if w in self.language.cues.documents), phrase.head)
        words = discourse.paper.text.lower().split()
        other = not self.language.cues.documents.isdisjoint(words) and noun not in words
        return discourse.speaker if other and discourse.speaker is not None else discourse.paper

    def _body_before(self, phrase: Phrase) -> Entity | None:
        """The state or body that spoke just before, whose paper "pernyataan tersebut" is; no joint paper."""
        discourse = self.participants.discourse
        near = discourse.sentence - discourse.spoke_in <= PAPER_REACH
        if discourse.speaker is None or not near or "bersama" in phrase.words or is_person(discourse.speaker):
            return None
        return discourse.speaker

    def _preposition(self, phrase: Phrase) -> str:
        """The preposition of a phrase, or the word before it when the phrase lost it."""
        before = self.participants.tokens[phrase.first - 1].lower if phrase.first else ""
        return phrase.preposition or before

    def _makers(self, phrase: Phrase, posts: Sequence[Phrase]) -> tuple[Entity, ...]:
        """``pernyataan dari X``: who follows the paper after "dari" or "oleh"."""
        near = next(
            (p for p in posts if self._preposition(p) in ("dari", "oleh") and p.first - phrase.last <= 1),
            None,
        )
        return self.participants.of(near) or self.participants.owner(near) or self._issuers(phrase)

    def _issuers(self, phrase: Phrase) -> tuple[Entity, ...]:
        """``laporan yang dirilis Kementerian Air Fiji``: who put a paper out."""
        tokens, k = self.participants.tokens, phrase.last
        if (
            k + 2 >= len(tokens)
            or tokens[k].lower != "yang"
            or tokens[k + 1].lower not in self.language.cues.issued
        ):
            return ()
        k += 3 if tokens[k + 2].lower == "oleh" else 2
        name = self.participants.names_at.get(k)
        return self.participants.of_name(name) if name is not None else ()


def renamed(words: Entity, known: Entity) -> Entity:
    """The same speaker as before, witnessed by the words that point back."""
    return Entity(
        words.text, words.start, words.end, known.name, known.id, known.code, known.sector, known.office, known.codes
    )  # fmt: skip
