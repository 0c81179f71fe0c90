"""Unites the names that one article has for one person, and drops what is nobody's name.

Changes ``Introduced``: a short name ("Dubes Salman") is the person whose full name the article
tells elsewhere, and the office told with one of the two is the office of both; a meeting, a
treaty or a storm that looks like a name goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from saksi.annotate.introduced import Introduced
from saksi.annotate.spots import Spot
from saksi.lang.name_rules import NameRules
from saksi.records import Entry, Sentence

LEARNED = "learned"
#: Entries that the text introduces begin so.
OWN = "doc/"

Row = tuple[Spot, Entry, str]


def unite(known: Introduced, sentences: Sequence[Sentence], rules: NameRules) -> None:
    """Give every short name of a person the full one, and drop events."""
    _drop_events(known, sentences, rules)
    full = _full_names(known)
    short: dict[str, Entry | None] = {
        e.id: _full_of(e, full) for e in _entries(known) if e.id.startswith(OWN)
    }
    short |= _relatives(known, sentences)
    told = {entry.id: entry for entry in _with_offices(known, short)}

    def settle(entry: Entry) -> Entry:
        entry = short.get(entry.id) or entry
        return told.get(entry.id, entry)

    for rows in known.by_sentence.values():
        rows[:] = [(spot, settle(entry), rule) for spot, entry, rule in rows]
    for aliases in known.aliases.values():
        aliases[:] = [(i, settle(entry)) for i, entry in aliases]


def _drop_events(known: Introduced, sentences: Sequence[Sentence], rules: NameRules) -> None:
    events = {
        row[1].id
        for i, rows in known.by_sentence.items()
        for row in rows
        if _is_event(row, sentences[i], rules)
    }
    for rows in known.by_sentence.values():
        rows[:] = [row for row in rows if row[1].id not in events]
    for name, aliases in known.aliases.items():
        known.aliases[name] = [(i, entry) for i, entry in aliases if entry.id not in events]


def _is_event(row: Row, sentence: Sentence, rules: NameRules) -> bool:
    """``Konferensi Asia Ambar``, ``badai Wira``: an event by its first or last word or the one before."""
    spot, _, rule = row
    ends = (spot.first, spot.last - 1, *([spot.first - 1] if spot.first else []))
    return rule == LEARNED and any(sentence.tokens[k].lower in rules.events for k in ends)


def _people(known: Introduced) -> Iterator[tuple[int, Entry, str]]:
    for i, rows in sorted(known.by_sentence.items()):
        yield from ((i, entry, rule) for _, entry, rule in rows if entry.kind == "person")


def _entries(known: Introduced) -> Iterator[Entry]:
    return (entry for _, entry, _ in _people(known))


def _full_names(known: Introduced) -> dict[str, list[Entry]]:
    """People with more than one name, by each of their names and by all but the first ones."""
    out: dict[str, list[Entry]] = {}
    for entry in _entries(known):
        names = entry.name.split()
        ends = (" ".join(names[k:]) for k in range(1, len(names)))
        for part in {*names, *ends} - {entry.name}:
            rows = out.setdefault(part, [])
            if all(row.id != entry.id for row in rows):
                rows.append(entry)
    return out


def _relatives(known: Introduced, sentences: Sequence[Sentence]) -> dict[str, Entry]:
    """Who bears a surname that the atlas has for somebody else: "Sara Wiratama", then "Wiratama".

    The text names the one of the atlas neither in full nor with an office, and the other first.
    """
    out: dict[str, Entry] = {}
    full: dict[str, Entry] = {}
    named: set[str] = set()
    for i, rows in sorted(known.by_sentence.items()):
        for spot, entry, _ in sorted(rows, key=lambda row: row[0].first):
            if entry.kind != "person":
                continue
            if spot.last - spot.first > 1:
                full[entry.id] = entry
            bare = spot.last - spot.first == 1 and not entry.id.startswith(OWN) and not _is_told(entry)
            if not bare or entry.id in out:
                named |= set() if bare else {entry.id}
                continue
            surname = sentences[i].tokens[spot.first].text
            same = [other for other in full.values() if other.name.split()[-1] == surname]
            if len(same) == 1 and same[0].id != entry.id:
                out[entry.id] = same[0]
            else:
                named.add(entry.id)
    return {bare: entry for bare, entry in out.items() if bare not in named}


def _is_told(entry: Entry) -> bool:
    """Whether the office of somebody whom the atlas knows is that of the text, which has no years."""
    return entry.office is not None and entry.since is None and entry.until is None


def _full_of(entry: Entry, full: dict[str, list[Entry]]) -> Entry | None:
    """The only person who bears a name and contradicts neither its country nor its office."""
    rows = [row for row in full.get(entry.name, ()) if _agree(row.code, entry.code)]
    return rows[0] if len(rows) == 1 else None


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _with_offices(known: Introduced, short: dict[str, Entry | None]) -> Iterator[Entry]:
    """People of the text whose office is told with their short name only."""
    for _, entry, _ in _people(known):
        person = short.get(entry.id)
        if person is not None and person.office is None and entry.office is not None:
            yield replace(person, office=entry.office, code=person.code or entry.code, sector=entry.sector)
