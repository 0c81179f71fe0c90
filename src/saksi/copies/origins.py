"""Reads from a page where its text comes from.

Turns a ``Page`` into its ``Origin`` (or None) and into the ``Text`` that is compared with
others. A page never is its own origin. It compares no texts.
"""

from __future__ import annotations

from saksi.copies.records import Origin, Text
from saksi.lang.copies import ORIGIN_KINDS, CopyRules, OriginRule
from saksi.lang.outlets import Outlets
from saksi.records import STORY_ROLES, Page

#: Another outlet that is cited further down is quoted for a detail, not for the report: so many
#: lines of the story are read for it.
_CITED_LINES = 6


def text_of(page: Page, document: str, rules: CopyRules, outlets: Outlets) -> Text:
    """The story of a page under the id of its document, with the outlet it was taken from."""
    text = page.article.text
    story = "\n".join(text[line.story_start : line.end] for line in page.lines if line.role in STORY_ROLES)
    origin = find_origin(page, rules, outlets)
    taken = origin is not None and origin.kind != "cited"
    return Text(document, story, origin.outlet if origin is not None and taken else None)


def find_origin(page: Page, rules: CopyRules, outlets: Outlets) -> Origin | None:
    """The outlet a page took its text from, by its strongest sign; None when it says none."""
    found = [_in_dateline(page, rules, outlets), *_in_lines(page, rules, outlets)]
    others = [origin for origin in found if origin is not None and origin.outlet != page.outlet]
    return min(others, key=lambda origin: (ORIGIN_KINDS.index(origin.kind), origin.start), default=None)


def match_origin(line: str, rule: OriginRule, rules: CopyRules) -> tuple[int, int, str] | None:
    """Where a rule finds an outlet in a line, and its name, an agency's by its mark.

    >>> from saksi.lang.copies import load_copy_rules
    >>> rules = load_copy_rules()
    >>> match_origin("(ant/dil)", rules.rules[3], rules)
    (1, 4, 'ANTARA')
    """
    match = rule.pattern.search(line)
    if match is None:
        return None
    start, end = match.span("outlet")
    name = line[start:end].rstrip(".")
    return start, start + len(name), rules.agencies.get(name.lower(), name)


def _in_dateline(page: Page, rules: CopyRules, outlets: Outlets) -> Origin | None:
    """An agency in the dateline of a page that another outlet signs: "AMBAR (ANTARA) -"."""
    dateline = page.dateline
    if dateline is None or dateline.outlet is None or dateline.outlet.lower() not in rules.agencies:
        return None
    name = outlets.find_id(rules.agencies[dateline.outlet.lower()])
    return Origin(name, "agency", "dateline", dateline.start, dateline.end)


def _in_lines(page: Page, rules: CopyRules, outlets: Outlets) -> list[Origin]:
    found = []
    told = 0
    for line in page.lines:
        told += line.role in STORY_ROLES
        text = page.article.text[line.start : line.end]
        for rule in rules.rules:
            late = rule.kind == "cited" and told > _CITED_LINES
            hit = None if late or line.role not in rule.roles else match_origin(text, rule, rules)
            if hit is not None:
                name = outlets.find_id(hit[2])
                found.append(Origin(name, rule.kind, rule.id, line.start + hit[0], line.start + hit[1]))
    return found
