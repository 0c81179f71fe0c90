"""What a page function gives back, and small things that several pages show alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar, cast

from markupsafe import Markup

from saksi.lang.ontology import load_ontology
from saksi.query.days import first_and_last
from saksi.query.filters import FilterWords
from saksi.rows import IncidentRow
from saksi.web.drawing.picture import Picture
from saksi.web.drawing.svg import draw_svg
from saksi.web.drawing.timeline import Captions, Moment
from saksi.web.room import PAGE, Ask, make_link
from saksi.web.wording import Wording

R = TypeVar("R")
#: Names of one side that a line shows; crowds without names are told in many articles.
MOST_NAMES = 6


@dataclass(frozen=True, slots=True)
class Answer:
    """A template and what it shows."""

    template: str
    shown: Mapping[str, object] = field(default_factory=dict)
    status: int = 200


Page = Callable[[Ask], Answer]


class Leaf(NamedTuple):
    """One page of a table: its rows, its number and whether there is a next one."""

    rows: Sequence[object]
    number: int
    more: bool


def take_leaf(ask: Ask, fetch: Callable[[int], Sequence[R]], size: int = PAGE) -> Leaf:
    """Ask for as many rows as the page needs and one more."""
    rows = fetch(ask.page * size + 1)
    return Leaf(rows[(ask.page - 1) * size : ask.page * size], ask.page, len(rows) > ask.page * size)


def embed(picture: Picture) -> Markup:
    """A picture as part of a page; every word of it is escaped where it is drawn."""
    return Markup(draw_svg(picture, page=True))  # noqa: S704


def quad_of(event: str) -> int:
    """Quad code of an event type."""
    return load_ontology().quad(event)


def make_captions(words: Wording, title: str) -> Captions:
    """The words of a picture."""
    return Captions(
        title,
        words.say("cooperation"),
        words.say("conflict"),
        words.texts["earlier"],
        "/timeline?since={first}&until={last}",
    )


def tell_incident(words: Wording, row: IncidentRow) -> str:
    """An incident in one line, for pointing at it."""
    who, whom = _tell_names(words, row.actors) or "?", _tell_names(words, row.recipients)
    place = f" · {words.place(row.place, row.country)}" if row.place else ""
    return f"{words.day(row.date)}: {who}{f' → {whom}' if whom else ''}, {words.event(row.event, row.mode)}{place}"


def _tell_names(words: Wording, names: Sequence[str]) -> str:
    """The first names, each once, and how many more there are."""
    own = list(dict.fromkeys(names))
    rest = f" +{len(own) - MOST_NAMES}" if len(own) > MOST_NAMES else ""
    return ", ".join(map(words.actor, own[:MOST_NAMES])) + rest


def fetch_timeline(ask: Ask, count: int, filters: FilterWords) -> Sequence[IncidentRow]:
    """The latest dated incidents; the verb counts those without a date or status towards its limit."""
    limit = count * 2
    while True:
        asked = cast("FilterWords", {**filters, "sort": "-date", "limit": limit})
        rows = ask.store.timeline(**asked)
        if len(rows) >= count or len(ask.store.incidents(**asked)) < limit:
            return rows[:count]
        limit *= 4


def make_moments(words: Wording, rows: Sequence[IncidentRow]) -> list[Moment]:
    """Incidents with a date, as the timeline draws them."""
    moments = []
    for row in rows:
        first, last = first_and_last(row.date)
        if first and last:
            link = make_link(f"/incident/{row.id}")
            moments.append(Moment(first, last, quad_of(row.event), tell_incident(words, row), link))
    return moments
