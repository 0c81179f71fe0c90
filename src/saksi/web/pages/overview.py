"""The first page: what is in the store, when, between whom, and who reported it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from saksi.query.days import first_and_last
from saksi.web.drawing.coverage import draw_coverage
from saksi.web.drawing.timeline import Moment, draw_timeline
from saksi.web.pages.answer import Answer, embed, fetch_timeline, make_captions, make_moments
from saksi.web.room import Ask
from saksi.web.tallies import count_coverage, count_months

#: Above so many incidents the picture counts months instead of showing each.
MOST_DOTS = 2_000
_LATEST, _PAIRS, _OUTLETS = 8, 10, 12
#: Above so many months coverage is shown by year.
_MOST_MONTHS = 36


def show_overview(ask: Ask) -> Answer:
    """The overview of the whole store."""
    status = ask.store.status()
    latest = fetch_timeline(ask, _LATEST, {})
    cells, outlets, periods = table_coverage(count_coverage(ask.room.path), ask.words.say("unknown"))
    title = ask.words.say("coverage")
    return Answer(
        "overview.html",
        {
            "status": status,
            "pulse": embed(
                draw_timeline(
                    all_moments(ask, status.counts["incident"]),
                    make_captions(ask.words, ask.words.say("pulse")),
                )
            ),
            "latest": latest,
            "pairs": ask.store.network(limit=_PAIRS),
            "coverage": embed(draw_coverage(cells, outlets, periods, title)),
            "cells": cells,
            "outlets": outlets,
            "periods": periods,
        },
    )


def all_moments(ask: Ask, incidents: int) -> list[Moment]:
    """Every incident, or every month with its counts when they are too many to show each."""
    if incidents <= MOST_DOTS:
        return make_moments(ask.words, ask.store.timeline())
    return [
        Moment(*_days(month), quad, month, weight=count)
        for (month, quad), count in sorted(count_months(ask.room.path).items())
    ]


def _days(month: str) -> tuple[str, str]:
    first, last = first_and_last(month)
    return first or month, last or month


def table_coverage(
    counted: Mapping[tuple[str, str], int], unknown: str
) -> tuple[dict[tuple[str, str], int], list[str], list[str]]:
    """Counts by outlet and period; the outlets with most articles, the rest left to the sources page."""
    months = sorted({month for _, month in counted if month})
    spread = _spread(months[0], months[-1]) if months else []
    by_year = len(spread) > _MOST_MONTHS
    cells: dict[tuple[str, str], int] = {}
    for (outlet, month), count in counted.items():
        if month:
            key = (outlet or unknown, month[:4] if by_year else month)
            cells[key] = cells.get(key, 0) + count
    totals: dict[str, int] = {}
    for (outlet, _), count in cells.items():
        totals[outlet] = totals.get(outlet, 0) + count
    outlets = list(islice(sorted(totals, key=lambda name: (-totals[name], name)), _OUTLETS))
    periods = list(dict.fromkeys(month[:4] for month in spread)) if by_year else spread
    return {key: count for key, count in cells.items() if key[0] in outlets}, outlets, periods


def _spread(first: str, last: str) -> list[str]:
    """All months from the first to the last."""
    begin, end = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (first, last))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(begin, end + 1)]
