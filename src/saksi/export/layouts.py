"""Writes events in the columns of POLECAT and ICEWS, so that code made for those reads them.

Turns event rows into lines, in each set's own ways: POLECAT quotes cells and writes ``None`` for
what is missing; ICEWS quotes nothing, numbers its events and stories, and names countries and
sectors in English. What a layout asks for and an article does not tell stays missing; ICEWS gets
CAMEO root codes only, since PLOVER's types are wider than CAMEO's leaves.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations, product
from pathlib import Path

from saksi.export.cells import Plain
from saksi.export.countries import Country, find_country
from saksi.lang.ontology import load_ontology
from saksi.query.days import first_and_last
from saksi.rows import EventRow, Selection, Side

#: Where it was, as both layouts tell it.
PLACE = ("City", "District", "Province", "Country", "Latitude", "Longitude")
POLECAT = [
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    *PLACE,
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
]
ICEWS = [
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    *PLACE,
]
#: CAMEO root of each PLOVER type, as the PLOVER manual derives the types from the roots.
CAMEO: Mapping[str, tuple[str, str]] = {
    "AGREE": ("03", "Express intent to cooperate"),
    "CONSULT": ("04", "Consult"),
    "SUPPORT": ("05", "Engage in diplomatic cooperation"),
    "COOPERATE": ("06", "Engage in material cooperation"),
    "AID": ("07", "Provide aid"),
    "CONCEDE": ("08", "Yield"),
    "RETREAT": ("08", "Yield"),
    "REQUEST": ("10", "Demand"),
    "ACCUSE": ("11", "Disapprove"),
    "REJECT": ("12", "Reject"),
    "THREATEN": ("13", "Threaten"),
    "PROTEST": ("14", "Protest"),
    "MOBILIZE": ("15", "Exhibit force posture"),
    "SANCTION": ("16", "Reduce relations"),
    "COERCE": ("17", "Coerce"),
    "ASSAULT": ("18", "Assault"),
}
#: Sectors as ICEWS names them; a sector that ICEWS has no name for stays as it is.
_SECTORS: Mapping[str, str] = {
    "AGR": "Agricultural",
    "BUS": "Business",
    "COP": "Police",
    "CRM": "Criminals / Gangs",
    "CVL": "General Population / Civilian / Social",
    "EDU": "Education",
    "ELI": "Elite",
    "GOV": "Government",
    "JRN": "Media",
    "JUD": "Judicial",
    "LAB": "Labor",
    "LEG": "Legislative / Parliamentary",
    "MED": "Medical / Health",
    "MIL": "Military",
    "PTY": "Parties",
    "REB": "Rebel",
    "REF": "Refugees / Displaced",
    "SOC": "Social",
    "UAF": "Unidentified Forces",
}
#: Neither layout has a column for the status, so these would read as done.
_NOT_TOLD_AS_FACT = frozenset({"negated", "hypothetical"})
#: What several do with each other; ICEWS has a row for each direction.
_TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_NOBODY = Side("", None, None, None, None, None)
#: Readers in R hold numbers of 31 bits and a sign.
_LARGEST = 2**31 - 1

Cells = dict[str, Plain]


def _told(selection: Selection) -> tuple[list[EventRow], int]:
    """Events told as fact, and how many were not."""
    events = list(selection.events())
    told = [event for event in events if event.status not in _NOT_TOLD_AS_FACT]
    return told, len(events) - len(told)


def _line(cells: Cells, columns: Sequence[str], missing: str) -> list[Plain]:
    """Cells in the order of the columns, each on one line."""
    values = (cells.get(name) for name in columns)
    flat = (" ".join(value.split()) if isinstance(value, str) else value for value in values)
    return [missing if value is None or value == "" else value for value in flat]


# ---- POLECAT -----------------------------------------------------------------------


def write_polecat(selection: Selection, path: Path) -> str:
    """Events in POLECAT's 40 columns, tabs between."""
    events, denied = _told(selection)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(POLECAT)
        writer.writerows(_line(make_polecat(event), POLECAT, "None") for event in events)
    return f"{len(events)} rows; {denied} negated or hypothetical events left out"


def make_polecat(event: EventRow) -> Cells:
    """One event in POLECAT's columns; sides of several are joined by semicolons."""
    return {
        "Event ID": event.id,
        "Event Date": event.date_from,
        "Event Type": event.event,
        "Event Mode": event.mode,
        "Intensity": event.event_scale,
        "Quad Code": load_ontology().quads[event.quad_code].replace("_", " ").upper(),
        "Contexts": "; ".join(event.context),
        **_polecat_side("Actor", event.actor),
        **_polecat_side("Recipient", event.recipient),
        "Placename": event.place,
        **_place(event),
        "Country": event.country,
        "GeoNames ID": event.geonameid,
        "Raw Placename": event.place,
        "Feature Type": event.place_precision,
        "Source": event.outlet,
        "Publication Date": event.published,
        "Language": "Indonesian",
        "Version": event.version,
    }


def _polecat_side(role: str, sides: Sequence[Side]) -> Cells:
    codes = list(dict.fromkeys(side.code for side in sides if side.code))
    sectors = [side.sector for side in sides if side.sector]
    return {
        f"{role} Name": "; ".join(side.name for side in sides),
        f"{role} Country": "; ".join(codes),
        f"{role} COW": "; ".join(country.cow for country in _countries(codes) if country.cow),
        f"Primary {role} Sector": sectors[0] if sectors else None,
        f"{role} Sectors": "; ".join(dict.fromkeys(sectors)),
        f"{role} Title": "; ".join(side.office for side in sides if side.office),
        f"{role} Name Raw": "; ".join(side.name for side in sides),
    }


def _countries(codes: Iterable[str]) -> Iterator[Country]:
    yield from filter(None, map(find_country, codes))


def _place(event: EventRow) -> Cells:
    """The place at the level at which it is known."""
    return {
        "City": event.place if event.place_precision == "city" else None,
        "Province": event.place if event.place_precision == "region" else None,
        "Latitude": event.lat,
        "Longitude": event.lon,
    }


# ---- ICEWS -------------------------------------------------------------------------


def write_icews(selection: Selection, path: Path) -> str:
    """Events in ICEWS's 20 columns, one line a pair of source and target."""
    events, denied = _told(selection)
    dated = [event for event in events if _day(event)]
    rows = number_rows(dated)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
        writer.writerow(ICEWS)
        writer.writerows(_line(row, ICEWS, "") for row in rows)
    undated = len(events) - len(dated)
    return f"{len(rows)} rows; {denied} negated or hypothetical events left out, {undated} without any date"


def number_rows(events: Iterable[EventRow]) -> list[Cells]:
    """Rows with the numbers that ICEWS's readers want: each begins like saksi's id, none is there twice."""
    taken: set[int] = set()
    taken_by_stories: set[int] = set()
    stories: dict[str, int] = {}
    rows = []
    for event in events:
        if event.article not in stories:
            stories[event.article] = _number(event.article, taken_by_stories)
        story = stories[event.article]
        rows += [
            {**row, "Event ID": _number(event.id, taken), "Story ID": story} for row in make_icews(event)
        ]
    return rows


def _number(key: str, taken: set[int]) -> int:
    """The first eight hexadecimal digits as a number, or the next that is free; it is taken then.

    >>> _number("0000000a" + "5" * 8, {10})
    11
    """
    number = int(key[:8], 16) & _LARGEST
    while number in taken:
        number = (number + 1) & _LARGEST
    taken.add(number)
    return number


def make_icews(event: EventRow) -> Iterator[Cells]:
    """One event in ICEWS's columns, a row for each pair; an empty target where there is none.

    The date is the day of issue where the event's own is not told, as in ICEWS itself.
    """
    code, words = CAMEO[event.event]
    for source, target in _pairs(event):
        yield {
            "Event Date": _day(event),
            **_icews_side("Source", source),
            "Event Text": words,
            "CAMEO Code": code,
            "Intensity": event.event_scale,
            **_icews_side("Target", target),
            "Sentence Number": event.sentence,
            "Publisher": event.outlet,
            **_place(event),
            "Country": _name_country(event.country),
        }


def _pairs(event: EventRow) -> Iterator[tuple[Side, Side]]:
    """Each source with each target; those who meet, agree or work together are both to each other."""
    if not event.recipient and len(event.actor) > 1 and event.event in _TOGETHER:
        return permutations(event.actor, 2)
    return product(event.actor or (_NOBODY,), event.recipient or (_NOBODY,))


def _day(event: EventRow) -> str | None:
    return event.date_from or first_and_last(event.published)[0]


def _icews_side(role: str, side: Side) -> Cells:
    return {
        f"{role} Name": side.name,
        f"{role} Sectors": _SECTORS.get(side.sector, side.sector) if side.sector else None,
        f"{role} Country": _name_country(side.code),
    }


def _name_country(code: str | None) -> str | None:
    country = find_country(code)
    return None if country is None else country.icews
