"""The commands that ask a store: each puts its filters to one question and prints the rows.

Turns the values of a command line into rows on standard output. What the question means is
decided in ``query``.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from saksi.cli import exits
from saksi.cli.options import Values, read_pair, to_filters

if TYPE_CHECKING:
    from saksi.query.result import Rows
    from saksi.rows import Row
    from saksi.store.reading import Reader

Ask = Callable[["Reader", Values], "Rows[Any]"]


def _asking(verb: str) -> Ask:
    return lambda store, values: getattr(store, verb)(**_with_limit(values))


def _with_limit(values: Values) -> dict[str, Any]:
    """The filters; a table needs one row more than it shows to tell that there are more."""
    from saksi.cli.tables import TABLE_LIMIT

    filters = to_filters(values)
    if values.get("limit") is None and not values["json"] and not values["csv"]:
        filters["limit"] = TABLE_LIMIT + 1
    return filters


def ask(question: Ask, values: Values) -> int:
    """Put a question to the store of a command line and print the answer."""
    from saksi.cli.tables import print_rows
    from saksi.store.store import Store

    if values.get("watch"):
        try:
            _watch(question, values)
        except KeyboardInterrupt:
            return exits.INTERRUPTED
    with Store.open(values["store"]) as store:
        rows = question(store, values)
    print_rows(rows.kind, rows, values)
    return exits.OK


def _watch(question: Ask, values: Values) -> None:
    """Print the rows there are, then what is new, until Ctrl-C."""
    from saksi.cli.tables import print_rows
    from saksi.store.store import Store

    seen: set[object] = set()
    first = True
    while True:
        with Store.open(values["store"]) as store:
            rows = question(store, values)
        fresh = type(rows)(rows.kind, [row for row in rows if _key(row) not in seen])
        if fresh or first:
            print_rows(rows.kind, fresh, values)
        seen.update(map(_key, rows))
        first = False
        time.sleep(float(values["watch"]))


def _key(row: Row) -> object:
    """What makes a row the same when it is asked for again."""
    return getattr(row, "id", row)


def list_events(values: Values) -> int:
    """Events as articles tell them, the latest first."""
    return ask(_asking("events"), values)


def list_statements(values: Values) -> int:
    """Who said what to whom, the latest first."""
    return ask(_asking("statements"), values)


def list_relations(values: Values) -> int:
    """Memberships, offices and other dated facts; --as-of keeps those that held on a day."""
    return ask(_asking("facts" if values["facts"] else "relations"), values)


def list_people(values: Values) -> int:
    """People with each office that articles give them, the most named first."""
    return ask(_asking("people"), values)


def list_actors(values: Values) -> int:
    """Identities over all articles, those with the most events first."""
    return ask(_asking("actors"), values)


def list_incidents(values: Values) -> int:
    """What happened over all articles, with the number of independent origins."""
    return ask(_asking("incidents"), values)


def show_timeline(values: Values) -> int:
    """What happened and has a date, in order."""
    return ask(_asking("timeline"), values)


def list_conflicts(values: Values) -> int:
    """Figures, dates and names that sources tell differently."""
    return ask(_asking("conflicts"), values)


def list_positions(values: Values) -> int:
    """What each side said, by side and day; --about names the subject."""
    return ask(_asking("positions"), values)


def show_network(values: Values) -> int:
    """Which sides deal with each other, and how; --centrality ranks the sides."""
    return ask(_asking("centrality" if values["centrality"] else "network"), values)


def find_articles(values: Values) -> int:
    """Articles with all the words in any of their forms; the written words first."""
    words = " ".join(values["words"])
    return ask(lambda store, given: store.search(words, **_with_limit(given)), values)


def show_one(values: Values) -> int:
    """Everything about a record, article, actor or incident: witnesses, rule, history."""
    import json

    from saksi.cli.showing import print_shown
    from saksi.store.store import Store

    with Store.open(values["store"]) as store:
        shown = store.show(values["id"])
    if values["json"]:
        print(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        print_shown(shown)
    return exits.OK


def plot(values: Values) -> int:
    """A pair's scores, or an actor's events, over time: in the terminal, or --out as SVG or PNG."""
    from saksi.cli.plotting import plot_scores
    from saksi.store.store import Store

    who: Sequence[str] = read_pair(values["who"]) if "," in values["who"] else (values["who"],)
    filters = {name: values[name] for name in ("since", "until") if values.get(name)}
    with Store.open(values["store"]) as store:
        if len(who) == 2:  # a pair
            rows = store.scores(who[0], who[1], values["by"], **filters)
        else:
            rows = store.activity(who[0], values["by"], **filters)
    return plot_scores(rows, " – ".join(who), values)
