"""Writes events as flat files: CSV of all fields, and the column layouts of POLECAT and ICEWS.

Turns event rows into lines. What a layout asks for and an article does not tell stays empty;
ICEWS gets CAMEO root codes only, since PLOVER's types are wider than CAMEO's leaves.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path

from saksi.export.cells import Plain, guard
from saksi.export.contract import dumps
from saksi.lang.ontology import load_ontology
from saksi.query.result import columns_of, flat
from saksi.rows import EventRow, Selection, Side

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
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
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
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
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
_NOBODY = Side("", None, None, None, None, None)


def write_jsonl(selection: Selection, path: Path) -> str:
    """The contract's object of each article, one a line."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for record in selection.contracts():
            file.write(dumps(record) + "\n")
            count += 1
    return f"{count} articles"


def write_csv(selection: Selection, path: Path) -> str:
    """Every field of every event; cells that a spreadsheet would run are made text."""
    rows = ([guard(value) for value in flat(event).values()] for event in selection.events())
    return _write(path, columns_of(EventRow), rows, ",")


def write_polecat(selection: Selection, path: Path) -> str:
    """Events in POLECAT's 40 columns, tabs between."""
    return _write(path, POLECAT, (list(make_polecat(event).values()) for event in selection.events()), "\t")


def write_icews(selection: Selection, path: Path) -> str:
    """Events in ICEWS's 20 columns, one line a pair of source and target."""
    rows = (list(row.values()) for event in selection.events() for row in make_icews(event))
    return _write(path, ICEWS, rows, "\t")


def _write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[Plain]], mark: str) -> str:
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=mark, lineterminator="\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow([" ".join(cell.split()) if isinstance(cell, str) else cell for cell in row])
            count += 1
    return f"{count} rows"


def make_polecat(event: EventRow) -> dict[str, Plain]:
    """One event in POLECAT's columns; sides of several are joined by semicolons."""
    sides = {**_polecat_side("Actor", event.actor), **_polecat_side("Recipient", event.recipient)}
    cells: dict[str, Plain] = {
        "Event ID": event.id,
        "Event Date": event.date_from,
        "Event Type": event.event,
        "Event Mode": event.mode,
        "Intensity": event.event_scale,
        "Quad Code": load_ontology().quads[event.quad_code].upper(),
        "Contexts": "; ".join(event.context),
        **sides,
        "Placename": event.place,
        **_place(event),
        "GeoNames ID": event.geonameid,
        "Raw Placename": event.place,
        "Feature Type": event.place_precision,
        "Source": event.outlet,
        "Publication Date": event.published,
        "Language": "Indonesian",
        "Version": event.version,
    }
    return {name: cells.get(name) for name in POLECAT}


def _polecat_side(role: str, sides: Sequence[Side]) -> dict[str, Plain]:
    sectors = [side.sector for side in sides if side.sector]
    return {
        f"{role} Name": "; ".join(side.name for side in sides),
        f"{role} Country": "; ".join(dict.fromkeys(side.code for side in sides if side.code)),
        f"Primary {role} Sector": sectors[0] if sectors else None,
        f"{role} Sectors": "; ".join(dict.fromkeys(sectors)),
        f"{role} Title": "; ".join(side.office for side in sides if side.office),
        f"{role} Name Raw": "; ".join(side.name for side in sides),
    }


def _place(event: EventRow) -> dict[str, Plain]:
    """The place at the level at which it is known."""
    return {
        "City": event.place if event.place_precision == "city" else None,
        "Province": event.place if event.place_precision == "region" else None,
        "Country": event.country,
        "Latitude": event.lat,
        "Longitude": event.lon,
    }


def make_icews(event: EventRow) -> Iterator[dict[str, Plain]]:
    """One event in ICEWS's columns, a row for each pair; an empty target where there is none."""
    code, words = CAMEO[event.event]
    pairs = product(event.actor or (_NOBODY,), event.recipient or (_NOBODY,))
    for number, (source, target) in enumerate(pairs, start=1):
        cells: dict[str, Plain] = {
            "Event ID": f"{event.id}-{number}",
            "Event Date": event.date_from,
            "Source Name": source.name,
            "Source Sectors": source.sector,
            "Source Country": source.code,
            "Event Text": words,
            "CAMEO Code": code,
            "Intensity": event.event_scale,
            "Target Name": target.name,
            "Target Sectors": target.sector,
            "Target Country": target.code,
            "Story ID": event.article,
            "Sentence Number": event.sentence,
            "Publisher": event.outlet,
            **_place(event),
        }
        yield {name: cells.get(name) for name in ICEWS}
