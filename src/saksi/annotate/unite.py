"""Unites the names that one article has for one person, and drops what is nobody's name.

Changes ``Introduced``: a short name ("Dubes Salman") is the person whose full name the article
tells elsewhere, and the office told with one of the two is the office of both; a meeting, a
treaty or a storm that looks like a name goes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from saksi.annotate.introduce import Introduced
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
    short = {e.id: _full_of(e, full) for _, e, _ in _people(known) if _is_short(e)}
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


def _is_short(entry: Entry) -> bool:
    return entry.id.startswith(OWN) and " " not in entry.name


def _full_names(known: Introduced) -> dict[str, list[Entry]]:
    """People with more than one name, by each of their names."""
    out: dict[str, list[Entry]] = {}
    for _, entry, _ in _people(known):
        if " " not in entry.name:
            continue
        for word in entry.name.split():
            rows = out.setdefault(word, [])
            if all(row.id != entry.id for row in rows):
                rows.append(entry)
    return out


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
