"""``saksi mcp``: a store for assistants that speak the Model Context Protocol, for reading alone.

Turns the calls of an assistant into questions to a store; every row that comes back carries its
id and its witness, the words it came from with article and sentence. Talks on standard input and
output; nothing can be written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from saksi.cli import exits
from saksi.cli.options import Values, make_command
from saksi.errors import MissingPartError, SaksiError

if TYPE_CHECKING:
    import typer
    from mcp.server import MCPServer

    from saksi.rows import Row
    from saksi.store.store import Store

Answer = dict[str, Any]
Kind = Literal["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]  # fmt: skip
#: Rows of one answer when the assistant asks for no number, and at most: what a model can still read.
USUAL, MOST = 20, 200
_ABOUT = """A store of Indonesian news on international affairs, coded by saksi. Every record has its
witness: cite the words in `evidence` with outlet, date and article id. Events are PLOVER types; `status`
tells what happened (actual, historical) from what is planned, possible or denied; `asserted_by` names whose
words alone carry an event. Names in the data are Indonesian; countries also go by ISO alpha-3 codes."""


def add_to(app: typer.Typer) -> None:
    """Add ``saksi mcp``."""
    app.command("mcp")(make_command(serve, ()))


def serve(values: Values) -> int:
    """Answer an assistant's questions to a store over standard input and output, for reading alone."""
    path = Path(values["store"])
    _open(path).close()
    make_server(path).run("stdio")
    return exits.OK


def _open(path: Path) -> Store:
    from saksi.store.store import Store

    return Store.open(path)


def make_server(path: Path) -> MCPServer:
    """The server with its tools."""
    try:
        from mcp.server import MCPServer
        from mcp.types import ToolAnnotations
    except ImportError as error:
        raise MissingPartError("mcp is not installed: pip install 'saksi[mcp]'") from error
    from saksi.version import __version__

    server = MCPServer("saksi", instructions=_ABOUT, version=__version__, log_level="CRITICAL")
    reads = ToolAnnotations(read_only_hint=True, open_world_hint=False)
    tools = Tools(path)
    for tool in (
        tools.search_articles, tools.find_events, tools.find_statements, tools.get_record, tools.timeline,
        tools.actor_profile, tools.positions, tools.conflicts, tools.sql,
    ):  # fmt: skip
        server.tool(annotations=reads)(_speaking(tool))
    return server


def _speaking(tool: Callable[..., Answer]) -> Callable[..., Answer]:
    """A tool whose errors reach the assistant in our words; the library hides all others."""
    from mcp.server.mcpserver.exceptions import ToolError

    @wraps(tool)
    def call(*words: Any, **named: Any) -> Answer:
        try:
            return tool(*words, **named)
        except SaksiError as error:
            raise ToolError(str(error)) from error

    return call


class Tools:
    """What an assistant may ask; each docstring is what it reads to choose."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def search_articles(
        self, words: str, since: str | None = None, until: str | None = None, limit: int = USUAL
    ) -> Answer:
        """Find articles that hold all these Indonesian words in any of their forms; hits stand between **."""
        with _open(self._path) as store:
            return _rows(store.search(words, since=since, until=until, limit=_cap(limit)))

    def find_events(
        self, actor: str | None = None, type: Kind | None = None, since: str | None = None,  # noqa: A002
        about: str | None = None, limit: int = USUAL,
    ) -> Answer:  # fmt: skip
        """Find events: actor is a country code or a name; since a day, month or year; about Indonesian words."""
        with _open(self._path) as store:
            found = store.events(actor=actor, type=type, since=since, about=about, limit=_cap(limit))
            return _rows(found)

    def find_statements(
        self,
        speaker: str | None = None,
        about: str | None = None,
        since: str | None = None,
        limit: int = USUAL,
    ) -> Answer:
        """Find who said what: speaker is a country code or a name, about Indonesian words."""
        with _open(self._path) as store:
            return _rows(store.statements(actor=speaker, about=about, since=since, limit=_cap(limit)))

    def get_record(self, id: str) -> Answer:  # noqa: A002
        """Everything about one id (event, statement, relation, incident, actor, article), with its witnesses."""
        with _open(self._path) as store:
            return dict(store.show(id))

    def timeline(
        self, actor: str | None = None, other: str | None = None, since: str | None = None,
        until: str | None = None, limit: int = USUAL,
    ) -> Answer:  # fmt: skip
        """Dated incidents in order, of one actor or between two; each with one of its tellings as witness."""
        from saksi.web.api import add_links

        with _open(self._path) as store:
            pair = (actor, other) if actor and other else None
            alone = None if pair else actor
            rows = store.timeline(
                actor=alone, pair=pair, since=since, until=until, sort="-date", limit=_cap(limit)
            )
            told = [{**add_links(row), "witness": _witness(store, row.id)} for row in reversed(rows)]
            return {"count": len(told), "rows": told}

    def actor_profile(self, name: str) -> Answer:
        """An actor: names, offices, who it deals with, its latest relations, statements and events."""
        with _open(self._path) as store:
            return {
                "identities": _rows(store.actors(actor=name, limit=5))["rows"],
                "pairs": _rows(store.network(actor=name, limit=10))["rows"],
                "relations": _rows(store.relations(actor=name, limit=10))["rows"],
                "statements": _rows(store.statements(actor=name, limit=5))["rows"],
                "events": _rows(store.events(actor=name, limit=10))["rows"],
            }

    def positions(self, about: str, actor: str | None = None, limit: int = USUAL) -> Answer:
        """What each side said about a subject (Indonesian words), in order of time."""
        with _open(self._path) as store:
            return _rows(store.positions(about=about, actor=actor, limit=_cap(limit)))

    def conflicts(self, actor: str | None = None, limit: int = USUAL) -> Answer:
        """Figures, dates and other things that sources tell differently, with who tells which."""
        with _open(self._path) as store:
            return _rows(store.conflicts(actor=actor, limit=_cap(limit)))

    def sql(self, question: str) -> Answer:
        """One SQLite SELECT over v_events, v_statements, v_relations, v_participants, v_sources; for reading alone."""
        from saksi.web.sql import ask_sql

        table = ask_sql(self._path, question, limit=MOST)
        return {"columns": list(table.columns), "rows": [list(row) for row in table.rows], "more": table.more}


def _cap(limit: int) -> int:
    return min(MOST, max(1, limit))


def _rows(rows: Sequence[Row]) -> Answer:
    """Rows as objects, each with its id; those of records hold their words as ``evidence``."""
    from saksi.web.api import add_links

    return {"count": len(rows), "rows": [add_links(row) for row in rows]}


def _witness(store: Store, incident: str) -> Answer | None:
    """The words of one telling of an incident, with where they stand."""
    found = store.events(incident=incident, limit=1)
    names = ("id", "evidence", "article", "outlet", "published", "sentence")
    return {name: getattr(found[0], name) for name in names} if found else None
