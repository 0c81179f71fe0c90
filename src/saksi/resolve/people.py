"""Lists the people an article names, each once.

Turns person names into ``Person`` records with all their mentions. Bylines are furniture
and never come here.
"""

from __future__ import annotations

from dataclasses import replace

from saksi.records import Entry, Marks, Person, Span

#: Sectors of those who speak of other countries than their own.
FROM_ANYWHERE = frozenset({"EDU", "JRN", "SOC"})

#: The sector of those who report of other countries than their own.
JOURNALISTS = "JRN"

#: Offices of those who are sent to the country that a story is about, or from it.
ABROAD = ("Duta", "Dubes", "Utusan", "Konsul", "Konjen", "Kuasa Usaha", "Atase")

#: Later than any day.
LATE = "9999"


def list_people(marks: Marks, home: str | None, only: str | None) -> tuple[Person, ...]:
    """Collect the people of an article in the order of their first mention.

    Somebody of whom an office or a description without a country is told is of ``home``, which the
    article is mostly about. A scholar or a mere name may be from anywhere, so only a country that
    the article hardly leaves (``only``) is theirs.
    """
    entries: dict[str, Entry] = {}
    mentions: dict[str, list[Span]] = {}
    for names in marks.names:
        for name in names:
            if name.entry.kind != "person":
                continue
            key, entry = name.entry.name, of_date(name.entry, marks.published.value)
            known = entries.setdefault(key, entry)
            if known.office is None and entry.office is not None:
                entries[key] = entry
            mentions.setdefault(key, []).append(Span(name.start, name.end))
    return tuple(
        Person(key, entry.office, entry.code or _country(entry, home, only), tuple(mentions[key]))
        for key, entry in entries.items()
    )


def of_date(entry: Entry, published: str | None) -> Entry:
    """An entry without the office that the table gives for other years than that of the article.

    An office that the text itself tells has no years of the table. An office held more than once
    has its beginnings and its ends in the same order, with "|" between them.
    """
    spells = zip((entry.since or "").split("|"), (entry.until or "").split("|"), strict=False)
    if published is None or any(
        since <= published and published[: len(until)] <= (until or LATE) for since, until in spells
    ):
        return entry
    return replace(entry, office=None)


def _country(entry: Entry, home: str | None, only: str | None) -> str | None:
    if entry.sector == JOURNALISTS and entry.office is None:
        return None
    abroad = (entry.office or "").startswith(ABROAD)
    return home if entry.office is not None and not abroad and entry.sector not in FROM_ANYWHERE else only
