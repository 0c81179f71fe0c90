"""Lists the people an article names, each once.

Turns person names into ``Person`` records with all their mentions. Bylines are furniture
and never come here.
"""

from __future__ import annotations

from saksi.records import Entry, Marks, Person, Span


def list_people(marks: Marks, home: str | None) -> tuple[Person, ...]:
    """Collect the people of an article in the order of their first mention."""
    entries: dict[str, Entry] = {}
    mentions: dict[str, list[Span]] = {}
    for names in marks.names:
        for name in names:
            if name.entry.kind != "person":
                continue
            key = name.entry.name
            known = entries.setdefault(key, name.entry)
            if known.office is None and name.entry.office is not None:
                entries[key] = name.entry
            mentions.setdefault(key, []).append(Span(name.start, name.end))
    return tuple(
        Person(key, entry.office, entry.code or home, tuple(mentions[key])) for key, entry in entries.items()
    )
