"""Rooms for tests: over the demo articles, and over a store full of hostile text."""

from __future__ import annotations

import json
import shutil
from html.parser import HTMLParser
from pathlib import Path

import apsw
from starlette.testclient import TestClient

from saksi.cli.demo import read_demo
from saksi.records import Article
from saksi.store.pack import expand, squeeze
from saksi.store.store import Store
from saksi.web.app import make_app
from saksi.web.room import Room

HOST = "testserver"
#: Tricks that a page must show and never do. Each calls ``hit``, which the browser's walk looks for.
TRICKS = (
    "<script>window.hit=1</script>",
    '"><img src=x onerror="window.hit=1">',
    "<svg/onload=window.hit=1>",
    "</textarea></title><script>window.hit=1</script>",
    "javascript:window.hit=1",
    "<style>body{display:none}</style>",
    "{{7*7}}{% for x in y %}",
    "=HYPERLINK(1)",
    "aman\u202egnay\u202c aman\u200b\u2066tersembunyi",
)
ALL = " ".join(TRICKS)
ARTICLE = f"""Menlu Rusia bertemu Menlu China {TRICKS[1]}

Beijing (SWARA) - Menteri Luar Negeri Rusia bertemu Menteri Luar Negeri China di Beijing, Rabu (3/7/2024). {ALL}

"Kami sepakat {TRICKS[0]} {TRICKS[8]}," kata Presiden Rusia Vladimir Putin kepada China.

Militer Rusia menyerang Kyiv dengan rudal dan menewaskan lima orang, Kamis (4/7/2024).

Rusia adalah anggota {TRICKS[5]} Organisasi Kerja Sama Shanghai sejak 2001.

Baca juga: {TRICKS[4]}
"""


def fill_demo(path: Path) -> None:
    """A store of the demo articles."""
    with Store.open(path, write=True) as store:
        store.add(read_demo())


def fill_hostile(path: Path) -> None:
    """A store whose every word of text is a trick: in the article, and written over all rows."""
    twin = ARTICLE.replace("lima orang", "tujuh orang")
    with Store.open(path, write=True) as store:
        store.add([Article(f"{ALL}.txt", ARTICLE), Article("javascript:window.hit=1", twin)])
        event = store.events()[0]
        store.review(event.id, "correct", [f"place={ALL}"], by=ALL, note=ALL)
    connection = apsw.Connection(str(path))
    for table, columns in (
        ("article", ("title", "outlet")),
        ("event", ("actor", "recipient", "place", "date_text", "asserted_by", "rule")),
        ("participant", ("name", "office")),
        ("statement", ("speaker", "speaker_office", "addressee", "via", "rule")),
        ("relation", ("subject", "object", "rule")),
        ("person", ("name", "office")),
        ("actor", ("name",)),
        ("incident", ("place",)),
        ("claim", ("value", "claimant", "outlet")),
        ("dyad", ("source",)),
        ("problem", ("why",)),
    ):
        for column in columns:
            spoil = f"UPDATE OR IGNORE {table} SET {column} = ?"  # noqa: S608  # names of the lists above
            connection.execute(spoil, (f"{ALL} {column}",))
    for table, columns in (
        ("actor", ("aliases", "offices", "reasons")),
        ("incident", ("actors", "recipients", "reasons")),
    ):
        for column in columns:
            spoil = f"UPDATE {table} SET {column} = ?"  # noqa: S608
            connection.execute(spoil, (json.dumps([ALL, TRICKS[1]]),))
    connection.execute("INSERT INTO failure VALUES (?, 'read', ?)", (ALL, ALL))
    rows: list[tuple[int, bytes]] = connection.execute("SELECT number, analysis FROM article").fetchall()  # type: ignore[assignment]  # of these columns
    for number, analysis in rows:
        worse = _spoil(json.loads(expand(analysis)))
        data = squeeze(json.dumps(worse, ensure_ascii=False))
        connection.execute("UPDATE article SET analysis = ? WHERE number = ?", (data, number))
    connection.close()


def _spoil(value: object, key: str = "") -> object:
    """A contract's object with a trick in every text that a page may show."""
    kept = {
        "id",
        "event",
        "mode",
        "status",
        "kind",
        "predicate",
        "value",
        "country",
        "code",
        "schema",
        "language",
        "role",
        "review",
    }
    if isinstance(value, dict):
        return {name: part if name in kept else _spoil(part, name) for name, part in value.items()}
    if isinstance(value, list):
        return [_spoil(part, key) for part in value]
    return f"{value} {ALL}" if isinstance(value, str) and key != "context" else value


def open_room(path: Path, **options: object) -> TestClient:
    """A browser without scripts before a room."""
    room = Room(path, (HOST,), **options)  # type: ignore[arg-type]
    client = TestClient(make_app(room), base_url=f"http://{HOST}")
    client.token = room.token  # type: ignore[attr-defined]  # what a page of the room would send back
    return client


def copy_store(path: Path, folder: Path) -> Path:
    """A store of a test's own."""
    copy = folder / "copy.saksi"
    shutil.copy(path, copy)
    return copy


def list_pages(path: Path) -> list[str]:
    """An address of every page, with records that are in this store."""
    with Store.open(path) as store:
        events = store.events()
        event, statement, relation = events[0], store.statements()[0], store.relations()[0]
        incident, actor = next(one.incident for one in events if one.incident), store.actors()[0]
    return [
        "/", "/timeline", "/timeline?actor=RUS&type=CONSULT", "/map", "/network", "/network?as_of=2023",
        "/pair?pair=CHN&with=RUS", "/actors", f"/actor/{actor.id.replace('/', '%2F')}", "/actor/RUS",
        f"/incident/{incident}", f"/record/{event.id}", f"/record/{statement.id}", f"/record/{relation.id}",
        f"/article/{event.article}?w={event.start}-{event.end}", "/events", "/statements", "/relations",
        "/positions", "/positions?actor=RUS", "/conflicts", "/search", "/search?q=rudal", "/review",
        "/sources", "/sql", "/sql?q=SELECT+*+FROM+v_events", "/paste", "/no-such-page",
    ]  # fmt: skip


class Reading(HTMLParser):
    """What a browser would make of a page: its elements, attributes and words."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep words."""
        self.words.append(data)
