"""The atlas: who can act and where things happen, ready for longest match over tokens.

Turns the tables of ``data/actors`` and ``data/places`` into one frozen ``Atlas``: entries,
an index by id, and a trie keyed by lower-case tokens. It does not say which of several
candidates is meant ("Washington": the place or the government); the clause decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import NamedTuple

from saksi.errors import DataError
from saksi.lang.tables import load_tsv
from saksi.records import Entry, Token

#: Candidates of one spot come in this order: what is rarer and more telling first.
KINDS = ("organisation", "group", "person", "office", "body", "agent", "state", "demonym", "place")
#: Kinds whose words are common nouns: they take -nya and are doubled for the plural.
COMMON = frozenset({"office", "body", "agent"})
#: Shorter names are not looked for in capitals: "XI" is a number, "Xi" a person.
SHORTEST_IN_CAPITALS = 4
CLITIC = "nya"
#: Source of the rows that nobody has looked at, and how many people make such a town known by its name
#: alone: of those below, in 600 pages without their country, five in six were another of that name.
TOWNS, KNOWN = "GeoNames", 300_000
#: How the clitic stands behind a name.
OWNED = "-nya"
#: First words of the names of states and places that texts write small as well: "laut China Selatan".
SMALL_HEADS = ("Laut ", "Selat ", "Teluk ", "Sungai ", "Pulau ", "Kepulauan ", "Semenanjung ", "Republik ")
#: How the table marks a place whose name a larger one bears.
NAMESAKE = re.compile(r" \([A-Z]{3}\)$")
#: Clitics that a common noun may carry: "presidennya", "tentaralah".
CLITICS = ("nya", "lah")
NOTHING: tuple[int, tuple[Entry, ...]] = (0, ())
_PART = re.compile(
    r"(?:[A-Z][a-z]{0,3}\.)+[A-Z][a-z]{0,3}\b\.?"  # "A.S."
    r"|\b[A-Z]\.(?=\s?[A-Z])"  # an initial
    r"|\d++(?:[.,/:]\d++)*(?![.,/:]\d|[^\W\d_])"
    r"|[^\W_][\w\u0300-\u036f]*(?:[-'’][\w\u0300-\u036f]+)*(?:\.[a-z]{2,8}(?![^\W_]))*"
    r"|\S"
)


class Row(NamedTuple):
    """An entry with every way to write it; ``plural`` says that its noun may be doubled.

    ``small`` says that it is a town which is not known without its country.
    """

    entry: Entry
    forms: tuple[str, ...]
    plural: bool = False
    small: bool = False


class Table(NamedTuple):
    """A file of the atlas, its columns in order, and what turns a line into rows."""

    path: str
    columns: tuple[str, ...]
    read: Callable[[dict[str, str]], Iterator[Row]]


class End(NamedTuple):
    """A form that ends at a node; ``words`` is None when capitals do not matter."""

    words: tuple[str, ...] | None
    entry: Entry
    plural: bool
    capitals: bool  # may be written in capitals throughout


@dataclass(slots=True)
class Node:
    """A step of the trie: what may come next, and what ends here."""

    next: dict[str, Node] = field(default_factory=dict)
    ends: list[End] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Atlas:
    """Everything saksi knows by name."""

    entries: tuple[Entry, ...]
    by_id: Mapping[str, Entry]
    trie: Node
    forms: frozenset[str]  # every way to write a name, in lower case
    states: Mapping[str, Entry]  # those of states, of their seats and capitals among them
    seats: frozenset[str]  # those of states that are places as well: "washington"
    small: frozenset[str]  # ids of towns that are not known without their country
    bearers: Mapping[str, tuple[Entry, ...]]  # people by each word of their names

    def named(self, name: str) -> tuple[Entry, ...]:
        """Candidates of a name in lower case; () when the atlas has no such form."""
        node: Node | None = self.trie
        for word in split_alias(name):
            node = node.next.get(word) if node is not None else None
        return tuple(end.entry for end in node.ends) if node is not None else ()

    def match(self, tokens: Sequence[Token], i: int) -> tuple[int, tuple[Entry, ...]]:
        """Give how many tokens the longest name at ``i`` takes, and its candidates; (0, ()) for none.

        Names with a capital are matched as written or in capitals throughout; forms in
        lower case in any way, also with -nya ("presidennya") and doubled ("negara-negara").
        """
        word = tokens[i].lower
        node = self.trie.next.get(word)
        found = NOTHING if node is None else _walk(node, tokens, i, doubled=False)
        if found[0]:
            return found
        if "-" in word:
            node = _undouble(self.trie, word)
            return _owned(self.trie, tokens[i]) if node is None else _walk(node, tokens, i, doubled=True)
        return _with_clitic(self.trie, tokens, i, 0)


def load_atlas(folder: Traversable) -> Atlas:
    """Read every table below ``folder`` (``actors/``, ``places/``) into one atlas."""
    rows = [row for table in TABLES for row in read_table(folder, table)]
    by_id: dict[str, Entry] = {}
    for row in rows:
        if row.entry.id in by_id:
            raise DataError("atlas", f"id {row.entry.id}", "stands twice; give one of the two another name")
        by_id[row.entry.id] = row.entry
    forms: dict[str, set[str]] = {}
    for row in rows:
        forms.setdefault(row.entry.kind, set()).update(form.lower() for form in row.forms)
    states = {
        form.lower(): row.entry
        for row in rows
        if row.entry.kind == "state"
        for form in row.forms
        if form[0].isupper()
    }
    seats = frozenset(states.keys() & forms.get("place", set()))
    every = frozenset(form for some in forms.values() for form in some)
    return Atlas(
        tuple(by_id.values()),
        MappingProxyType(by_id),
        _build_trie(rows),
        every,
        MappingProxyType(states),
        seats,
        frozenset(row.entry.id for row in rows if row.small),
        MappingProxyType(_people_by_word(by_id.values())),
    )


def _people_by_word(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """The people by each word of their names."""
    out: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.kind == "person":
            for word in entry.name.split():
                out.setdefault(word, []).append(entry)
    return {word: tuple(found) for word, found in out.items()}


def read_table(folder: Traversable, table: Table) -> Iterator[Row]:
    """Yield the rows of one table; a cell that cannot be read becomes a DataError with its line."""
    path = folder
    for part in table.path.split("/"):
        path = path / part
    for cells in load_tsv(path, table.columns):
        try:
            yield from table.read(cells)
        except ValueError as error:
            raise DataError(table.path, f"row {cells[table.columns[0]]}", str(error)) from error


def split_alias(alias: str) -> tuple[str, ...]:
    """Cut a form into the tokens that a sentence has for it.

    >>> split_alias("George W. Bush"), split_alias("ISIS-K"), split_alias("A.S.")
    (('George', 'W.', 'Bush'), ('ISIS-K',), ('A.S.',))
    """
    if alias.isalpha():
        return (alias,)
    if alias.replace(" ", "").replace("-", "").isalpha():
        return tuple(alias.split())
    return tuple(_PART.findall(alias))


# ---- from lines to rows ----------------------------------------------------------


def _forms(*cells: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for cell in cells for form in cell.split("|") if form))


def _with_small_heads(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Add "laut China Selatan" to "Laut China Selatan"."""
    small = (form[0].lower() + form[1:] for form in forms if form.startswith(SMALL_HEADS))
    return tuple(dict.fromkeys((*forms, *small)))


def _slug(name: str) -> str:
    return name.replace(" ", "-")


def _states(cells: dict[str, str]) -> Iterator[Row]:
    code, name = cells["code"], cells["name"]
    since, until = cells["since"] or None, cells["until"] or None
    state = Entry(f"state/{code}", "state", name, code, None, since=since, until=until)
    yield Row(state, _with_small_heads(_forms(name, cells["aliases"], cells["metonyms"])))
    if cells["demonyms"]:
        demonym = Entry(f"demonym/{code}", "demonym", name, code, None, since=since, until=until)
        yield Row(demonym, _forms(cells["demonyms"]))


def _bodies_of(kind: str, prefix: str) -> Callable[[dict[str, str]], Iterator[Row]]:
    def read(cells: dict[str, str]) -> Iterator[Row]:
        entry = Entry(
            f"{prefix}/{cells['id']}", kind, cells["name"], cells["code"] or None, cells["sector"] or None,
            since=cells["since"] or None, until=cells["until"] or None,
        )  # fmt: skip
        yield Row(entry, _forms(cells["name"], cells["aliases"], cells["abbreviations"]))

    return read


def _offices(cells: dict[str, str]) -> Iterator[Row]:
    term = cells["term"]
    room = cells["kind"] if cells["kind"] in ("modifier", "rank") else "office"
    entry = Entry(f"{room}/{_slug(term)}", "office", term, cells["code"] or None, cells["sector"] or None)
    yield Row(entry, _forms(term, cells["forms"]), plural=True)


def _bodies(cells: dict[str, str]) -> Iterator[Row]:
    term = cells["term"]
    entry = Entry(f"body/{_slug(term)}", "body", term, None, cells["sector"] or None)
    yield Row(entry, _forms(term, cells["forms"]), plural=True)


def _agents(cells: dict[str, str]) -> Iterator[Row]:
    noun = cells["noun"]
    room = "vehicle" if cells["kind"] == "vehicle" else "agent"
    entry = Entry(f"{room}/{_slug(noun)}", "agent", noun, None, cells["sector"] or None)
    yield Row(entry, (noun,), plural=cells["plural_ok"] == "yes")


def _people(cells: dict[str, str]) -> Iterator[Row]:
    name = cells["name"]
    entry = Entry(
        f"person/{_slug(name)}", "person", name, cells["code"] or None, cells["sector"] or None,
        cells["office"] or None, since=cells["since"] or None, until=cells["until"] or None,
    )  # fmt: skip
    yield Row(entry, _forms(name, cells["aliases"]))


def _places(cells: dict[str, str]) -> Iterator[Row]:
    """A place; "Tripoli (LBN)" is a namesake of a larger one and is written without its country."""
    name = NAMESAKE.sub("", cells["name"])
    own = f"-{cells['country']}" if name != cells["name"] else ""
    number, lat, lon = cells["geonameid"], cells["lat"], cells["lon"]
    entry = Entry(
        f"place/{_slug(name)}{own}", "place", name, None, None, None, cells["country"] or None, None, None,
        int(number) if number else None, float(lat) if lat else None, float(lon) if lon else None,
        cells["precision"] or None,
    )  # fmt: skip
    small = cells["source"] == TOWNS and int(cells["population"] or 0) < KNOWN
    yield Row(entry, _with_small_heads(_forms(name, cells["aliases"])), small=small)


_BODY_COLUMNS = (
    "id",
    "code",
    "sector",
    "name",
    "aliases",
    "abbreviations",
    "parent",
    "since",
    "until",
    "source",
)
#: Every table of the atlas.
TABLES = (
    Table(
        "actors/states.tsv",
        ("code", "name", "aliases", "demonyms", "capital", "metonyms", "until", "since", "source"),
        _states,
    ),
    Table("actors/organisations.tsv", _BODY_COLUMNS, _bodies_of("organisation", "org")),
    Table("actors/groups.tsv", _BODY_COLUMNS, _bodies_of("group", "group")),
    Table("actors/offices.tsv", ("term", "forms", "kind", "sector", "code", "level", "source"), _offices),
    Table("actors/bodies.tsv", ("term", "forms", "sector", "source"), _bodies),
    Table("actors/agents.tsv", ("noun", "plural_ok", "sector", "kind", "source"), _agents),
    Table(
        "actors/people.tsv",
        ("name", "aliases", "office", "code", "sector", "since", "until", "source"),
        _people,
    ),
    Table(
        "places/places.tsv",
        ("name", "aliases", "country", "geonameid", "lat", "lon", "precision", "population", "source"),
        _places,
    ),
)


# ---- the trie --------------------------------------------------------------------


def _build_trie(rows: Sequence[Row]) -> Node:
    root = Node()
    for row in sorted(rows, key=lambda row: KINDS.index(row.entry.kind)):
        for form in row.forms:
            _insert(root, row, form)
            if "'" in form:
                _insert(root, row, form.replace("'", "’"))
    return root


def _insert(root: Node, row: Row, form: str) -> None:
    words = split_alias(form)
    node = root
    for word in words:
        lower = word.lower()
        step = node.next.get(lower)
        if step is None:
            step = node.next[lower] = Node()
        node = step
    exact = None if form == form.lower() else words
    node.ends.append(End(exact, row.entry, row.plural, len(form) >= SHORTEST_IN_CAPITALS))


def _walk(node: Node, tokens: Sequence[Token], i: int, *, doubled: bool) -> tuple[int, tuple[Entry, ...]]:
    """The longest form from ``i`` whose first token has led to ``node``."""
    best = NOTHING
    for n in range(1, len(tokens) - i + 1):
        if node.ends:
            found = _fitting(node, tokens[i : i + n], doubled=doubled)
            best = (n, found) if found else best
        if i + n == len(tokens):
            break
        step = node.next.get(tokens[i + n].lower)
        if step is None:
            longer = _with_clitic(node, tokens, i, n)
            return longer if longer[0] else best
        node = step
    return best


def _fitting(node: Node, tokens: Sequence[Token], *, doubled: bool) -> tuple[Entry, ...]:
    """Entries that end at a node and are written as the tokens have them."""
    return tuple(
        end.entry
        for end in node.ends
        if ((end.words is None and end.plural) if doubled else _is_written(end, tokens))
    )


def _is_written(end: End, tokens: Sequence[Token]) -> bool:
    if end.words is None:
        return True
    if all(_is_same(t, word) for t, word in zip(tokens, end.words, strict=True)):
        return True
    return end.capitals and all(t.text == t.text.upper() for t in tokens)


def _is_same(token: Token, word: str) -> bool:
    """As the table has it, or with the second half of a doubled word in other capitals: "Bangsa-bangsa"."""
    if word in (token.text, token.lower):
        return True
    return "-" in word and token.lower == word.lower() and token.text[:1] == word[:1]


def _undouble(root: Node, word: str) -> Node | None:
    """Node of a doubled noun: "negara-negara" is "negara"."""
    half, hyphen, rest = word.partition("-")
    if not hyphen or rest.removesuffix(CLITIC) != half:
        return None
    return root.next.get(half)


def _owned(root: Node, token: Token) -> tuple[int, tuple[Entry, ...]]:
    """``NATO-nya``: a name with its clitic behind a hyphen."""
    if not token.lower.endswith(OWNED):
        return NOTHING
    name = token.text[: -len(OWNED)]
    node = root.next.get(name.lower())
    found = tuple(end.entry for end in node.ends if end.words == (name,)) if node is not None else ()
    return (1, found) if found else NOTHING


def _with_clitic(node: Node, tokens: Sequence[Token], i: int, n: int) -> tuple[int, tuple[Entry, ...]]:
    """What ends with token ``i + n`` once -nya is taken off: common nouns only."""
    word = tokens[i + n].lower
    if not word.endswith(CLITICS):
        return NOTHING
    step = node.next.get(word[: -len(CLITIC)])
    found = tuple(end.entry for end in step.ends if end.words is None) if step is not None else ()
    return (n + 1, found) if found else NOTHING
