"""Tells whose a title is and of which sector: "Direktur Kerja Sama ASEAN Kementerian Ambar".

Turns the entries of a title, in the order of their words, into a code and a sector.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from saksi.annotate.title_words import (
    COMPANY,
    EMPLOYERS,
    MINISTERS,
    MINISTRY,
    TITLE_KINDS,
    WORLD,
    body_key,
    is_office,
)
from saksi.records import Entry


def find_sector(chain: Sequence[Entry]) -> str | None:
    """That of the office; of a party's for its people, of a body's where the office alone does not tell."""
    sectors = [e.sector for e in chain if is_office(e) and e.sector]
    sector = "ELI" if "ELI" in sectors else (sectors[0] if sectors else None)
    body = next((e for e in chain if not is_office(e)), None)
    if body is not None and body.kind == "group" and sector not in ("ELI", "LEG"):
        sector = body.sector or sector
    if sector in (COMPANY, None):  # "Direktur Air Kementerian Ambar"
        sector = next((e.sector for e in reversed(chain) if e.kind in EMPLOYERS and e.sector), sector)
    return sector


def find_owner(chain: Sequence[Entry], owners: Mapping[str, str]) -> str | None:
    """A country beside the office, else that of the body, else what the office itself says.

    ``owners`` are the countries of the bodies that the document named last.
    """
    beside = [e for e in chain if e.kind in TITLE_KINDS - {"office"}]
    if beside and beside[-1].kind == "body":  # "Direktur Kerja Sama ASEAN Kementerian Ambar"
        beside = [e for e in beside if e.kind != "organisation" or e.code not in WORLD]
    named = [e.code or e.country for e in beside]
    bodies = [owners.get(body_key(e.name)) for e in chain if e.kind == "body"]
    offices = [e.code for e in chain if e.kind == "office"]
    ministries = [owners.get(MINISTRY) for e in chain if e.id.startswith(MINISTERS)]
    world = [code for code in offices if code in WORLD]  # "Utusan PBB di Ghana"
    return next((code for code in (*world, *named, *bodies, *offices, *ministries) if code), None)
