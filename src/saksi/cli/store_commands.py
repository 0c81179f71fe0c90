"""The commands on a store with their options, added to ``saksi``.

Turns tables of names into commands; what they do stands in ``adding``, ``asking``,
``reviewing`` and ``exporting``.
"""

from __future__ import annotations

import typer

from saksi.cli import adding, asking, exporting, reviewing
from saksi.cli.options import FILTERS, OUTPUT, READING, WORKING, Option, make_command

_NAME = Option(str | None, None, "Who decides; your user name when left out.", metavar="WHO")
_FACTS = Option(bool, False, "Over all articles: one row a fact, with the time for which it holds.")
_ID = Option(str, ..., "An id, or how it begins.", ("",), "ID")


def add_to(app: typer.Typer) -> None:
    """Add every command on a store."""
    _add_keeping(app)
    _add_asking(app)
    _add_giving(app)


def _add_keeping(app: typer.Typer) -> None:
    own = {
        **READING,
        "resolve": Option(
            bool, True, "Bring together what articles tell, at the end.", ("--resolve/--no-resolve",)
        ),
    }
    app.command("add")(make_command(adding.add, WORKING, own))
    pair = {
        "join": Option(str | None, None, "Two records that are one thing.", (), "ID,ID"),
        "part": Option(str | None, None, "Two records that are two things.", (), "ID,ID"),
        "name": _NAME,
    }
    app.command("resolve")(make_command(adding.resolve, (), pair))
    app.command("snapshot")(make_command(adding.snapshot, ()))
    failures = {"failures": Option(bool, False, "List the documents that failed, with the reason.")}
    app.command("status")(make_command(adding.status, ("json",), failures))
    remake = {"remake_index": Option(bool, False, "Make the search index anew from the texts.")}
    app.command("doctor")(make_command(adding.doctor, ("json",), remake))
    names = {
        "names": Option(list[str], ..., "Ids of articles, how they begin, or paths.", ("",), "ARTICLE..."),
        "reviews": Option(bool, False, "Forget what people decided about them too."),
    }
    app.command("forget")(make_command(adding.forget, (), names))
    app.command("recode")(make_command(adding.recode, WORKING))


def _add_asking(app: typer.Typer) -> None:
    shared = ["actor", "pair", "since", "until", "outlet", "about", "article", "reviewed"]
    for name, run, filters in (
        ("events", asking.list_events, [*FILTERS, "sort", "watch"]),
        ("statements", asking.list_statements, [*shared, "kind", "sort", "watch"]),
        ("relations", asking.list_relations, [*shared, "predicate", "status", "as_of", "sort", "watch"]),
        ("people", asking.list_people, ["actor", "country"]),
        ("actors", asking.list_actors, ["actor", "country", "kind"]),
        ("incidents", asking.list_incidents, [*FILTERS, "sort"]),
        ("timeline", asking.show_timeline, FILTERS),
        ("conflicts", asking.list_conflicts, ["actor", "pair", "kind", "place", "since", "until"]),
        ("positions", asking.list_positions, shared),
    ):
        own = {"facts": _FACTS} if name == "relations" else {}
        app.command(name)(make_command(run, [*filters, *OUTPUT], own))
    ranks = {"centrality": Option(bool, False, "Rank the sides: neighbours, events, PageRank, betweenness.")}
    network = ["actor", "type", "context", "quad", "country", "since", "until", *OUTPUT]
    app.command("network")(make_command(asking.show_network, network, ranks))
    words = {"words": Option(list[str], ..., "Words in any of their forms.", ("",), "WORDS...")}
    app.command("search")(make_command(asking.find_articles, ["outlet", "since", "until", *OUTPUT], words))
    app.command("show")(make_command(asking.show_one, ["json"], {"id": _ID}))
    plot = {
        "who": Option(str, ..., "Two actors with a comma between, or one.", ("",), "WHO,WHO"),
        "out": Option(str | None, None, "A file that ends in .svg or .png.", (), "FILE"),
    }
    app.command("plot")(make_command(asking.plot, ["by", "since", "until", "json", "csv", "lang"], plot))


def _add_giving(app: typer.Typer) -> None:
    own = {
        "words": Option(
            list[str] | None, None, "An id, then accept, reject or correct.", ("",), "ID VERDICT"
        ),
        "name": _NAME,
        "note": Option(str | None, None, "Why."),
        "list": Option(bool, False, "List all reviews."),
        "check": Option(bool, False, "Tell where the engine, unaided, does not do what people decided."),
        "gold": Option(
            str | None, None, "Write the reviews as gold records, one JSON object a line.", (), "FILE"
        ),
    }
    app.command("review")(make_command(reviewing.review, (), own))
    out = {
        "format": Option(str, ..., "Name of a format; see saksi export --help.", ("",), "FORMAT"),
        "out": Option(str, ..., "The file to write.", (), "FILE"),
    }
    filters = [*FILTERS, "predicate", "limit"]
    app.command("export")(make_command(exporting.export, filters, out))
