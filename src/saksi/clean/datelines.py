"""Finds where and by whom a report was filed, before the first words of the story.

Turns the start of a line into a ``Dateline``. The place is where the report was filed and
says nothing about where things happened.
"""

from __future__ import annotations

import re

from saksi.lang.furniture import FurnitureRules
from saksi.records import Dateline

#: Datelines stand in the first characters of a line.
_REACH = 90
#: A single hyphen right after a word, with a word right after it.
_HYPHEN = re.compile(r"\w-$")


def find_dateline(text: str, start: int, end: int, rules: FurnitureRules) -> Dateline | None:
    """Dateline at ``text[start:end]``, whose end is where the story begins; None when there is none."""
    head = text[start : min(end, start + _REACH)]
    for rule in rules.datelines:
        match = rule.pattern.match(head)
        if match is None:
            continue
        found = match.groupdict()
        place, outlet = _settle(found.get("place"), found.get("outlet"), rules)
        if outlet is None and _HYPHEN.search(match.group()):
            continue  # "Pada Perjanjian Ambar, Tirta-Ulung meneken ...": a hyphen inside a name
        return Dateline(start, start + match.end(), place, outlet)
    return None


def _settle(place: str | None, outlet: str | None, rules: FurnitureRules) -> tuple[str | None, str | None]:
    """Which of two names is the outlet's: "WARTA AMBAR, JAKARTA -" has them the other way round."""
    if outlet is not None and outlet.lower() in rules.filing and place is not None:
        return outlet, place
    if outlet is None and place is not None and not rules.outlet_words.isdisjoint(place.lower().split()):
        return None, place
    return place, outlet if outlet is not None and _is_outlet(outlet, rules) else None


def _is_outlet(words: str, rules: FurnitureRules) -> bool:
    """Whether a name is an outlet's: known, a site, or capitals inside a word; regions and weekdays are none."""
    lower = words.lower()
    if lower in rules.regions or rules.weekday.fullmatch(lower):
        return False
    return lower in rules.outlets.ids or "." in words or any(not word.istitle() for word in words.split())
