"""Turns filters that a user gives into conditions of SQL with their values.

Names of columns are ours; what a user typed travels as a bound value and never as SQL. It
runs nothing but the look-up of what a name means.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import NamedTuple, TypedDict

import apsw

from saksi.errors import UsageError
from saksi.lang.ontology import load_ontology
from saksi.query.days import first_and_last
from saksi.query.stems import find_words, stem_all

Value = str | int | float


class FilterWords(TypedDict, total=False):
    """The filters as keyword arguments; see ``Filters``."""

    actor: str | None
    pair: tuple[str, str] | None
    role: str | None
    type: str | None
    kind: str | None
    mode: str | None
    context: str | None
    quad: int | None
    status: str | None
    place: str | None
    country: str | None
    since: str | None
    until: str | None
    as_of: str | None
    outlet: str | None
    origins: int | None
    confidence: float | None
    review: str | None
    predicate: str | None
    about: str | None
    article: str | None
    incident: str | None
    sort: str | None
    limit: int | None


@dataclass(frozen=True, slots=True)
class Filters:
    """What to keep. Several values of one filter stand with commas between: any of them fits.

    ``actor`` and the two of ``pair`` are a country code, a name, an alias or the id of an
    identity. ``since``, ``until`` and ``as_of`` are ISO days, months or years. ``about`` are
    words in any of their forms. ``sort`` is a column, with ``-`` before it for the last first.
    """

    actor: str | None = None
    pair: tuple[str, str] | None = None
    role: str | None = None  # actor | recipient: on which side the actor stands
    type: str | None = None
    kind: str | None = (
        None  # of statement (direct, indirect), actor (person, state ...) or conflict (dead, date ...)
    )
    mode: str | None = None
    context: str | None = None
    quad: int | None = None
    status: str | None = None
    place: str | None = None
    country: str | None = None
    since: str | None = None
    until: str | None = None
    as_of: str | None = None
    outlet: str | None = None
    origins: int | None = None  # at least so many independent ones
    confidence: float | None = None  # at least
    review: str | None = None  # accepted | corrected | rejected | none
    predicate: str | None = None
    about: str | None = None
    article: str | None = None
    incident: str | None = None
    sort: str | None = None
    limit: int | None = field(default=None)

    def __post_init__(self) -> None:
        """Refuse what can fit nothing, with the words that would."""
        ontology = load_ontology()
        _check("type", self.type, ontology.events)
        _check("context", self.context, ontology.contexts)
        _check("quad", None if self.quad is None else str(self.quad), map(str, ontology.quads))
        _check("status", self.status, ("actual", "future", "hypothetical", "negated", "historical"))
        _check("role", self.role, ("actor", "recipient"))
        _check("review", self.review, ("accepted", "corrected", "rejected", "none"))
        for name in ("since", "until", "as_of"):
            value = getattr(self, name)
            if value is not None and first_and_last(value)[0] is None:
                raise UsageError(
                    f"{name.replace('_', '-')} {value}: give a day, month or year: 2024-07-03, 2024-07, 2024"
                )


def _check(name: str, value: str | None, known: Iterator[str] | Sequence[str] | Mapping[str, object]) -> None:
    choices = tuple(known)
    for word in split(value):
        if word not in choices:
            raise UsageError(f"{name} {word}: must be one of {', '.join(choices)}")


def split(value: str | None) -> tuple[str, ...]:
    """The values of a filter."""
    return tuple(part.strip() for part in value.split(",") if part.strip()) if value else ()


class Condition(NamedTuple):
    """One condition of a WHERE clause with its values."""

    sql: str
    values: tuple[Value, ...] = ()


def join(conditions: Sequence[Condition]) -> Condition:
    """All conditions together, ready to stand behind WHERE."""
    sql = " AND ".join(f"({one.sql})" for one in conditions) or "1"
    return Condition(sql, tuple(value for one in conditions for value in one.values))


def any_of(column: str, values: Sequence[str]) -> Condition:
    """The column holds one of the values."""
    return Condition(f"{column} IN ({', '.join('?' * len(values))})", tuple(values))


def has_word(column: str, words: Sequence[str]) -> Condition:
    """The column, words with spaces around, holds one of the words."""
    sql = " OR ".join(f"instr({column}, ?)" for _ in words)
    return Condition(sql, tuple(f" {word} " for word in words))


# ---- events ------------------------------------------------------------------------


def event_conditions(connection: apsw.Connection, filters: Filters) -> tuple[Condition, ...]:
    """The conditions that filters set for rows of ``event`` joined with ``article``."""
    return (
        *_plain_event_conditions(filters),
        *_sides(connection, filters),
        *_article_conditions(filters, "event"),
        *_review_condition(filters, "event"),
        *time_conditions(filters, "event.date_from", "event.date_until"),
    )


def _plain_event_conditions(filters: Filters) -> Iterator[Condition]:
    for column, value in (
        ("event.event", filters.type),
        ("event.mode", filters.mode),
        ("event.status", filters.status),
        ("event.country", filters.country),
        ("event.place", filters.place),
        ("event.incident", filters.incident),
    ):
        if value is not None:
            yield any_of(column, split(value))
    if filters.context is not None:
        yield has_word("event.context", split(filters.context))
    if filters.quad is not None:
        yield Condition("event.quad = ?", (filters.quad,))
    if filters.confidence is not None:
        yield Condition("event.confidence >= ?", (filters.confidence,))
    if filters.origins is not None:
        yield Condition(
            "(SELECT origins FROM incident WHERE incident.id = event.incident) >= ?", (filters.origins,)
        )


def time_conditions(filters: Filters, first: str, last: str) -> Iterator[Condition]:
    """A stretch of days meets the one asked for; what has no date meets none."""
    since = first_and_last(filters.since)[0]
    until = first_and_last(filters.until)[1]
    if since:
        yield Condition(f"{last} >= ?", (since,))
    if until:
        yield Condition(f"{first} <= ?", (until,))


def _article_conditions(filters: Filters, table: str) -> Iterator[Condition]:
    if filters.outlet is not None:
        yield any_of("article.outlet", split(filters.outlet))
    if filters.article is not None:
        yield Condition("article.id >= ? AND article.id < ?", (filters.article, filters.article + "\uffff"))
    if filters.about is not None:
        yield _about(filters.about, table)


def _about(words: str, table: str) -> Condition:
    stems = match_stems(words)
    if table == "statement":
        sql = "statement.number IN (SELECT rowid FROM statement_search WHERE statement_search MATCH ?)"
    else:
        sql = "article.number IN (SELECT rowid FROM article_search WHERE article_search MATCH ?)"
    return Condition(sql, (stems,))


def match_stems(words: str) -> str:
    """A full-text question for all words in any of their forms."""
    stems = stem_all(find_words(words))
    if not stems:
        raise UsageError(f"{words!r} holds no word to look for")
    return "stems : (" + " AND ".join(f'"{stem}"' for stem in stems) + ")"


def _review_condition(filters: Filters, table: str) -> Iterator[Condition]:
    """Rejected records show only when asked for."""
    wanted = [None if word == "none" else word for word in split(filters.review)]
    if not wanted:
        yield Condition(f"{table}.review IS NOT 'rejected'")
    else:
        yield Condition(
            " OR ".join(
                f"{table}.review IS NULL" if word is None else f"{table}.review = ?" for word in wanted
            ),
            tuple(word for word in wanted if word is not None),
        )


# ---- who is meant ------------------------------------------------------------------


class Meant(NamedTuple):
    """What a name of an actor stands for in a store."""

    code: str | None  # a state, or a PLOVER code for many
    identities: tuple[str, ...]
    name: str


def find_meant(connection: apsw.Connection, word: str) -> Meant:
    """A code, the identities that have the word as id or alias, or only the written name."""
    if connection.execute("SELECT 1 FROM participant WHERE code = ? LIMIT 1", (word,)).get:
        return Meant(word, (), word)
    rows = connection.execute(
        """SELECT id, kind, code FROM actor WHERE id = ?1 OR id IN (SELECT actor FROM alias WHERE name = ?1)
           ORDER BY id""",
        (word,),
    ).fetchall()
    states = [code for _, kind, code in rows if kind == "state" and code]
    if states:
        return Meant(str(states[0]), (), word)
    return Meant(None, tuple(str(key) for key, _, _ in rows), word)


def side_condition(meant: Meant, role: str | None = None) -> Condition:
    """The event has this participant, on one side or on either."""
    if meant.code:
        found, values = "code = ?", [meant.code]
    else:
        marks = ", ".join("?" * len(meant.identities))
        found, values = f"actor IN ({marks}) OR name = ? COLLATE NOCASE", [*meant.identities, meant.name]
    sided = f"role = ? AND ({found})" if role else found
    sql = f"event.number IN (SELECT event FROM participant WHERE {sided})"  # noqa: S608
    return Condition(sql, (role, *values) if role else tuple(values))


def _sides(connection: apsw.Connection, filters: Filters) -> Iterator[Condition]:
    if filters.actor is not None:
        yield side_condition(find_meant(connection, filters.actor), filters.role)
    for word in filters.pair or ():
        yield side_condition(find_meant(connection, word))


# ---- statements and relations --------------------------------------------------------


def statement_conditions(connection: apsw.Connection, filters: Filters) -> tuple[Condition, ...]:
    """The conditions that filters set for rows of ``statement`` joined with ``article``."""
    spoken = [_speaker(connection, word, "speaker") for word in ([filters.actor] if filters.actor else [])]
    if filters.pair:
        one, other = filters.pair
        spoken += [_speaker(connection, one, "speaker"), _speaker(connection, other, "addressee")]
    kinds = [any_of("statement.kind", split(filters.kind))] if filters.kind else []
    return (
        *spoken,
        *kinds,
        *_article_conditions(filters, "statement"),
        *_review_condition(filters, "statement"),
        *time_conditions(filters, "statement.day", "statement.day"),
    )


def _speaker(connection: apsw.Connection, word: str, part: str) -> Condition:
    meant = find_meant(connection, word)
    if meant.code and part == "speaker":
        return Condition(
            "statement.speaker_code = ? OR instr(statement.speaker_codes, ?)", (meant.code, f" {meant.code} ")
        )
    if meant.code:
        return Condition("statement.addressee_code = ?", (meant.code,))
    names = _names_of(connection, meant)
    marks = ", ".join("?" * len(names))
    return Condition(f"statement.{part} COLLATE NOCASE IN ({marks})", names)


def _names_of(connection: apsw.Connection, meant: Meant) -> tuple[str, ...]:
    """All names under which an identity is written."""
    names = [meant.name]
    for key in meant.identities:
        names += [
            str(name) for (name,) in connection.execute("SELECT name FROM alias WHERE actor = ?", (key,))
        ]
    return tuple(dict.fromkeys(names))


def relation_conditions(connection: apsw.Connection, filters: Filters) -> tuple[Condition, ...]:
    """The conditions that filters set for rows of ``relation`` joined with ``article``."""
    sides = [_relation_side(connection, word) for word in (filters.actor, *(filters.pair or ())) if word]
    plain = [any_of("relation.predicate", split(filters.predicate))] if filters.predicate else []
    if filters.status:
        plain.append(any_of("relation.status", split(filters.status)))
    return (
        *sides,
        *plain,
        *_as_of(filters),
        *_article_conditions(filters, "relation"),
        *_review_condition(filters, "relation"),
        *time_conditions(filters, "relation.day", "relation.day"),
    )


def _relation_side(connection: apsw.Connection, word: str) -> Condition:
    meant = find_meant(connection, word)
    names = _names_of(connection, meant)
    marks = ", ".join("?" * len(names))
    sql = " OR ".join(f"relation.{part} COLLATE NOCASE IN ({marks})" for part in ("subject", "object"))
    if meant.code:
        return Condition(
            f"{sql} OR ? IN (relation.subject_code, relation.object_code)", (*names, *names, meant.code)
        )
    return Condition(sql, (*names, *names))


def _as_of(filters: Filters) -> Iterator[Condition]:
    """Facts that hold on a day: begun by then, not ended, and told as real."""
    first, last = first_and_last(filters.as_of)
    if first and last:
        yield Condition("relation.since_from IS NULL OR relation.since_from <= ?", (last,))
        yield Condition("relation.until_until IS NULL OR relation.until_until >= ?", (first,))
        yield Condition("relation.status NOT IN ('negated', 'hypothetical', 'future')")
        yield Condition(
            """relation.span IS NULL OR relation.span NOT IN (
                 SELECT fact.id FROM fact JOIN fact AS later ON later.id = fact.superseded_by
                 WHERE coalesce(later.since, later.first_told) <= ?)""",
            (last,),
        )


FIELDS = tuple(one.name for one in fields(Filters))
