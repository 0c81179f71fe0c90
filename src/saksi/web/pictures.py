"""The pictures of the reading room drawn from a store, for files.

Turns a kind and filters into a picture with title and legend; pages draw the same ones with
their own headings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from saksi.errors import UsageError
from saksi.store.store import Store
from saksi.web.drawing.coverage import draw_coverage
from saksi.web.drawing.graph import draw_network
from saksi.web.drawing.picture import Picture, look_of
from saksi.web.drawing.scores import draw_scores
from saksi.web.drawing.sheet import Legend, frame
from saksi.web.drawing.timeline import draw_timeline
from saksi.web.drawing.world import draw_map
from saksi.web.pages.answer import fetch_timeline, make_captions, make_moments
from saksi.web.pages.overview import MOST_DOTS, all_moments, table_coverage
from saksi.web.pages.pictures import choose_links, make_graph, place_spots, score_rows
from saksi.web.room import Ask, Room
from saksi.web.tallies import count_coverage
from saksi.web.wording import Wording, make_wording


class Wanted(NamedTuple):
    """What to draw, from which store, under which filters, in which language."""

    kind: str
    store: Path
    filters: dict[str, Any]
    language: str


def draw_picture(wanted: Wanted) -> Picture:
    """The picture with title and legend; UsageError for a kind there is not."""
    if wanted.kind not in _KINDS:
        raise UsageError(f"{wanted.kind}: must be one of {', '.join(_KINDS)}")
    words = make_wording(wanted.language)
    query = {name: str(value) for name, value in wanted.filters.items() if name != "pair"}
    if "pair" in wanted.filters:
        query["pair"], query["with"] = wanted.filters["pair"]
    with Store.open(wanted.store) as store:
        ask = Ask(Room(wanted.store, ()), store, words, query, {})
        picture = _KINDS[wanted.kind](ask)
    return frame(picture, Legend(_explain(words, wanted.kind), f"saksi · {wanted.store.name}"))


def _explain(words: Wording, kind: str) -> list[tuple[str, str, bool, str]]:
    """What the marks of a kind of picture mean."""
    if kind == "coverage":
        return [("square", "ink", True, words.say("articles"))]
    if kind == "network":
        return [
            ("line", "coop", True, words.say("cooperation")),
            ("line", "conf", False, words.say("conflict")),
        ]
    if kind == "map":
        told = ("coop", True, "map_coop"), ("conf", True, "map_conf"), ("coop", False, "map_vague")
        return [
            ("circle" if ink == "coop" else "diamond", ink, full, words.say(key)) for ink, full, key in told
        ]
    return [(*look_of(quad), words.quad(quad)) for quad in (1, 2, 3, 4)]


def _title(ask: Ask, key: str) -> str:
    """The kind of picture, and what it was narrowed to."""
    told = [ask.words.actor(ask.query["actor"])] if ask.query.get("actor") else []
    told += [ask.words.event(ask.query["type"])] if ask.query.get("type") else []
    since, until = ask.query.get("since"), ask.query.get("until")
    if since or until:
        told.append(" – ".join(ask.words.day(day) if day else "…" for day in (since, until)))
    return ", ".join([ask.words.say(key), *told])


def _timeline(ask: Ask) -> Picture:
    rows = fetch_timeline(ask, MOST_DOTS + 1, ask.filters)
    whole = len(rows) > MOST_DOTS and not ask.filters
    moments = all_moments(ask, len(rows)) if whole else make_moments(ask.words, rows[:MOST_DOTS])
    return draw_timeline(moments, make_captions(ask.words, _title(ask, "timeline")))


def _map(ask: Ask) -> Picture:
    return draw_map(place_spots(ask)[1], _title(ask, "map"))


def _network(ask: Ask) -> Picture:
    links = choose_links(ask.store.network(**ask.narrowed(limit=400)))
    return draw_network(*make_graph(ask.words, links), _title(ask, "network"))


def _pair(ask: Ask) -> Picture:
    pair = ask.filters.get("pair")
    if pair is None:
        raise UsageError("a pair needs --pair WHO,WHO")
    rows, _ = score_rows(lambda by: ask.store.scores(*pair, by, **_days(ask)))
    names = " – ".join(ask.words.actor(name) for name in pair)
    return draw_scores(rows, make_captions(ask.words, names), ask.words.say("mean_score"))


def _activity(ask: Ask) -> Picture:
    who = ask.filters.get("actor")
    if not who:
        raise UsageError("activity needs --actor WHO")
    rows, _ = score_rows(lambda by: ask.store.activity(str(who), by, **_days(ask)))
    return draw_scores(rows, make_captions(ask.words, ask.words.actor(who)), ask.words.say("mean_score"))


def _days(ask: Ask) -> Any:
    return {name: ask.query[name] for name in ("since", "until") if ask.query.get(name)}


def _coverage(ask: Ask) -> Picture:
    table = table_coverage(count_coverage(ask.room.path), ask.words.say("unknown"))
    return draw_coverage(*table, ask.words.say("coverage"))


_KINDS: Mapping[str, Callable[[Ask], Picture]] = {
    "timeline": _timeline,
    "map": _map,
    "network": _network,
    "pair": _pair,
    "activity": _activity,
    "coverage": _coverage,
}
