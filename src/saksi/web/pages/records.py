"""One article, record, incident or actor with everything that hangs on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from saksi.errors import UsageError
from saksi.rows import ActorRow
from saksi.web.drawing.scores import draw_scores
from saksi.web.marked import LONGEST, mark_article, read_witness
from saksi.web.pages.answer import Answer, embed, fetch_timeline, make_captions, take_leaf
from saksi.web.pages.pictures import score_rows
from saksi.web.room import Ask

_SOME = 25


def show_article(ask: Ask) -> Answer:
    """An article with every record marked in its text."""
    key = ask.path["key"]
    article = ask.store.show(key)
    if article["kind"] != "article":
        raise UsageError(ask.words.say("no_article", key=key))
    contract = next(ask.store.select(article=str(article["id"])).contracts())
    text = str(article["text"])
    longest = len(text) if ask.query.get("whole") else LONGEST
    shown = {
        "article": article,
        **show_marks(text, contract, read_witness(ask.query.get("w")), longest),
    }
    return Answer("article.html", shown)


def show_marks(
    text: str, contract: Mapping[str, Any], witness: tuple[int, int] | None = None, longest: int = LONGEST
) -> dict[str, object]:
    """What the template needs to show a text with its records."""
    numbers = {int(one["start"]): index for index, one in enumerate(contract["sentences"], start=1)}
    return {
        "lines": mark_article(text, contract, witness, longest),
        "contract": contract,
        "cut": max(0, len(text) - longest),
        "numbers": numbers,
        "quads": {event["id"]: event["quad_code"] for event in contract["events"]},
    }


def show_record(ask: Ask) -> Answer:
    """One record: its witnesses, rule, version and history; an incident or article has its own page."""
    shown = ask.store.show(ask.path["key"])
    kinds = {"incident": show_incident, "article": show_article, "actor": show_actor}
    other = kinds.get(str(shown["kind"]))
    return other(ask) if other else Answer("record.html", {"shown": shown})


def show_incident(ask: Ask) -> Answer:
    """An incident: all tellings, origins, disagreements, why these were brought together."""
    key = ask.path["key"]
    found = ask.store.incidents(incident=key, limit=1)
    if not found:
        raise UsageError(ask.words.say("no_incident", key=key))
    row = found[0]
    shown = {
        "row": row,
        "events": ask.store.events(incident=row.id, sort="published"),
        "conflicts": ask.store.conflicts(incident=row.id),
        "alike": _find_alike(ask, row.id, row.date),
    }
    return Answer("incident.html", shown)


def _find_alike(ask: Ask, key: str, date: str | None) -> list[object]:
    """Other incidents of the same days: what a person might want to bring together with this one."""
    if not date:
        return []
    first, _, last = date.partition("/")
    rows = ask.store.incidents(since=first, until=last or first, limit=_SOME)
    return [row for row in rows if row.id != key]


def find_actor(ask: Ask, key: str) -> ActorRow | None:
    """The identity of an id, a name or a code, the one with most events first."""
    rows = ask.store.actors(actor=key)
    for fits in (
        lambda row: row.id == key,
        lambda row: row.kind == "state" and row.code == key,
        lambda row: key in (row.name, *row.aliases),
    ):
        found = next((row for row in rows if fits(row)), None)
        if found is not None:
            return found
    return rows[0] if rows else None


def show_actor(ask: Ask) -> Answer:
    """An actor: names and offices, activity, ties, words, incidents."""
    key = ask.path["key"]
    actor = find_actor(ask, key)
    who = (actor.code if actor.kind == "state" and actor.code else actor.id) if actor else key
    activity, period = score_rows(lambda by: ask.store.activity(who, by))
    name = ask.words.actor(actor.name if actor else key)
    captions = make_captions(ask.words, name)
    shown = {
        "actor": actor,
        "name": name,
        "who": who,
        "picture": embed(draw_scores(activity, captions, ask.words.say("mean_score"))) if activity else None,
        "activity": activity,
        "period": period,
        "pairs": ask.store.network(actor=who, limit=15),
        "relations": ask.store.relations(actor=who, limit=_SOME),
        "statements": ask.store.statements(actor=who, limit=_SOME),
        "leaf": take_leaf(ask, lambda count: fetch_timeline(ask, count, {"actor": who})),
    }
    if actor is None and not shown["activity"] and not shown["statements"] and not shown["relations"]:
        raise UsageError(ask.words.say("no_actor", key=key))
    return Answer("actor.html", shown)
