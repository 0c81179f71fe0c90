"""Timeline, map, network and pairs: a picture, and the same rows as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from urllib.parse import quote

from saksi.errors import UsageError
from saksi.lang.country_names import load_country_names
from saksi.query.days import first_and_last
from saksi.rows import FactRow, LinkRow, ScoreRow
from saksi.web.drawing.graph import Link, Node, draw_network
from saksi.web.drawing.picture import Point
from saksi.web.drawing.scores import draw_scores
from saksi.web.drawing.timeline import draw_timeline
from saksi.web.drawing.world import Spot, draw_map, find_middles, project
from saksi.web.pages.answer import Answer, Leaf, embed, fetch_timeline, make_captions, make_moments, take_leaf
from saksi.web.pages.overview import MOST_DOTS, all_moments
from saksi.web.room import Ask
from saksi.web.tallies import Place, count_places, count_unplaced
from saksi.web.wording import Wording

#: More sides than this make a knot no one can read.
MOST_SIDES = 40
MOST_ROWS = 300  # of the table of places
_TIES = "member_of,observer_of,partner_of,applicant_to"
_HELD = "actual,historical"
#: More months than this are drawn as years.
MOST_MONTHS = 60


def show_timeline(ask: Ask) -> Answer:
    """Incidents over time, narrowed by the filters in the address."""
    filters = ask.filters
    drawn = fetch_timeline(ask, MOST_DOTS + 1, filters)
    if len(drawn) > MOST_DOTS and not filters:
        moments = all_moments(ask, len(drawn))
    else:
        moments = make_moments(ask.words, drawn[:MOST_DOTS])
    leaf = take_leaf(ask, lambda count: fetch_timeline(ask, count, filters))
    picture = draw_timeline(moments, make_captions(ask.words, ask.words.say("timeline")))
    cut = bool(filters) and len(drawn) > MOST_DOTS
    return Answer("timeline.html", {"picture": embed(picture), "leaf": leaf, "cut": cut, "most": MOST_DOTS})


def show_map(ask: Ask) -> Answer:
    """Places of events, with those counted that have none."""
    places, spots = place_spots(ask)
    placed = sum(sum(spot.quads) for spot, _ in spots)
    shown = {
        "picture": embed(draw_map(spots, ask.words.say("map"))),
        "leaf": Leaf(places[:MOST_ROWS], 1, len(places) > MOST_ROWS),
        "placed": placed,
        "floating": sum(sum(place.quads) for place in places) - placed,
        "unplaced": count_unplaced(ask.room.path, *_days(ask)),
    }
    return Answer("map.html", shown)


def place_spots(ask: Ask) -> tuple[tuple[Place, ...], list[tuple[Spot, Point]]]:
    """All places under the filters, and those that can be drawn with their pixels."""
    places = count_places(ask.room.path, *_days(ask))
    found = ((place, find_spot(place)) for place in places)
    return places, [(make_spot(ask, place), at) for place, at in found if at is not None]


def _days(ask: Ask) -> tuple[str | None, str | None, str | None]:
    filters = ask.filters  # checked where they are read; here only days and the type are used
    first, last = first_and_last(filters.get("since"))[0], first_and_last(filters.get("until"))[1]
    return first, last, filters.get("type")


def find_spot(place: Place) -> Point | None:
    """Where a place stands on the map: its own coordinates, else the middle of its country."""
    if place.lat is not None and place.lon is not None:
        return project(place.lon, place.lat)
    country = load_country_names().get(place.country or "") if place.precision == "country" else None
    return find_middles().get(country.number) if country else None


def make_spot(ask: Ask, place: Place) -> Spot:
    """A place as the map draws it, linked to its incidents."""
    name = ask.words.place(place.name, place.country)
    good, bad = place.quads[0] + place.quads[1], place.quads[2] + place.quads[3]
    title = f"{name}: {ask.words.say('cooperation')} {good}, {ask.words.say('conflict')} {bad}"
    link = ask.link("/timeline", place=place.name, page=None)
    exact = place.precision or ("city" if place.lat is not None else "country")
    return Spot(
        ask.words.place_name(place.name, place.country),
        place.lat or 0,
        place.lon or 0,
        exact,
        place.quads,
        title,
        link,
    )


def show_network(ask: Ask) -> Answer:
    """Pairs of sides, and who belonged to what on a day."""
    links = ask.store.network(**ask.narrowed(limit=400))
    kept = choose_links(links)
    picture = draw_network(*make_graph(ask.words, kept), ask.words.say("network"))
    as_of = ask.query.get("as_of") or None
    facts = ask.store.facts(predicate=_TIES, status=_HELD, as_of=as_of)
    shown = {
        "picture": embed(picture),
        "links": kept,
        "left_out": len(links) - len(kept),
        "as_of": as_of,
        "members": gather_members(facts),
    }
    return Answer("network.html", shown)


def choose_links(links: Sequence[LinkRow]) -> list[LinkRow]:
    """The busiest pairs, until there are too many sides to read."""
    sides: set[str] = set()
    kept = []
    for link in links:
        if len(sides | {link.source, link.target}) <= MOST_SIDES:
            sides |= {link.source, link.target}
            kept.append(link)
    return kept


def make_graph(words: Wording, links: Sequence[LinkRow]) -> tuple[list[Node], list[Link]]:
    """Sides and pairs as the picture draws them."""
    events: Counter[str] = Counter()
    for link in links:
        events.update({link.source: link.events, link.target: link.events})
    nodes = [
        Node(key, words.actor(key), count, f"/actor/{quote(key, safe='')}")
        for key, count in sorted(events.items())
    ]
    drawn = [
        Link(
            link.source,
            link.target,
            link.quad_1 + link.quad_2,
            link.quad_3 + link.quad_4,
            _tell_link(words, link),
        )
        for link in links
    ]
    return nodes, drawn


def _tell_link(words: Wording, link: LinkRow) -> str:
    counts = ", ".join(
        f"{words.quad(quad)} {count}" for quad in (1, 2, 3, 4) if (count := getattr(link, f"quad_{quad}"))
    )
    return f"{words.actor(link.source)} – {words.actor(link.target)}: {counts}"


Members = dict[str, dict[str, dict[str, FactRow]]]


def gather_members(facts: Sequence[FactRow]) -> Members:
    """Organisation -> kind of tie -> member -> the fact."""
    found: Members = {}
    for one in facts:
        found.setdefault(one.object, {}).setdefault(one.predicate, {}).setdefault(one.subject, one)
    ordered = sorted(found.items(), key=lambda item: (-sum(map(len, item[1].values())), item[0]))
    return {
        name: {tie: dict(sorted(held.items())) for tie, held in sorted(ties.items())}
        for name, ties in ordered
    }


def show_pair(ask: Ask) -> Answer:
    """Two sides over time: scores, incidents, what one said of the other."""
    one, other = ask.query.get("pair", ""), ask.query.get("with", "")
    if not (one and other):
        raise UsageError(ask.words.say("give_two_sides"))
    scores, period = score_rows(lambda by: ask.store.scores(one, other, by))
    names = f"{ask.words.actor(one)} – {ask.words.actor(other)}"
    captions = make_captions(ask.words, names)
    shown = {
        "names": names,
        "picture": embed(draw_scores(scores, captions, ask.words.say("mean_score"))),
        "scores": scores,
        "period": period,
        "leaf": take_leaf(ask, lambda count: fetch_timeline(ask, count, ask.filters)),
    }
    return Answer("pair.html", shown)


def score_rows(fetch: Callable[[str], Sequence[ScoreRow]]) -> tuple[Sequence[ScoreRow], str]:
    """Scores by month when that fits the picture, else by year."""
    rows = fetch("month")
    return (rows, "month") if len(rows) <= MOST_MONTHS else (fetch("year"), "year")
