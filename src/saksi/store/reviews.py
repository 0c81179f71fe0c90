"""What people decide about records: kept with who and when, and applied wherever a record shows.

A review hangs on the witness, not on a version: when the engine is changed and codes an
article anew, the review finds its record again by id or by the characters it was about. The
analysis itself stays as the engine made it; only the rows that are shown change.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

import apsw

from saksi.errors import StoreError, UsageError
from saksi.query.fetch import fetch_one
from saksi.store.coding import Coded, draft_of
from saksi.store.corrections import Changes, Record, correct
from saksi.store.drafts import Draft, make_draft
from saksi.store.pack import expand
from saksi.store.write import add_records, delete_records, insert, transaction

VERDICTS = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}
_LISTS = {"event": "events", "statement": "statements", "relation": "relations"}
#: What a record must share with the reviewed one, besides its witness, to be the same.
_KIN = {"event": "event", "statement": "kind", "relation": "predicate"}


@dataclass(frozen=True, slots=True)
class Review:
    """One decision about one record."""

    kind: str  # event | statement | relation
    record: str
    article: str
    start: int
    end: int
    was: Record
    verdict: str  # accept | reject | correct
    changes: Changes
    reviewer: str
    at: str
    note: str | None = None


def with_reviews(connection: apsw.Connection, coded: Coded) -> Draft:
    """The rows of a coded article with the decisions that people have made about it."""
    reviews = list_reviews(connection, coded.id)
    if not reviews:
        return draft_of(coded)
    contract = json.loads(expand(coded.analysis))
    return make_draft(apply_reviews(contract, reviews), coded.text)


def list_reviews(connection: apsw.Connection, article: str | None = None) -> tuple[Review, ...]:
    """The reviews of one article, or all, in the order they were made."""
    rows = connection.execute(
        """SELECT kind, record, article, start, end, was, verdict, changes, reviewer, at, note
           FROM review WHERE ?1 IS NULL OR article = ?1 ORDER BY number""",
        (article,),
    )
    return tuple(_read(row) for row in rows)


def _read(row: tuple[Any, ...]) -> Review:
    kind, record, article, start, end, was, verdict, changes, reviewer, at, note = row
    return Review(
        kind, record, article, start, end, json.loads(was), verdict, json.loads(changes), reviewer, at, note
    )


def apply_reviews(contract: Record, reviews: Iterable[Review]) -> Record:
    """The contract's object with each reviewed record marked, and corrected where asked."""
    changed = {**contract, **{key: list(contract[key]) for key in _LISTS.values()}}
    for review in reviews:
        records = changed[_LISTS[review.kind]]
        index = find_reviewed(contract, review)
        if index is not None:
            fresh = contract[_LISTS[review.kind]][index]
            mark = {"review": VERDICTS[review.verdict]}
            records[index] = {**correct(fresh, review.changes), **mark}
    return changed


def find_reviewed(contract: Record, review: Review) -> int | None:
    """Index of the record that a review is about: the same id, else the same witness and type."""
    records = contract[_LISTS[review.kind]]
    for index, record in enumerate(records):
        if record["id"] == review.record:
            return index
    kin = _KIN[review.kind]
    for index, record in enumerate(records):
        witness = (record["evidence"]["start"], record["evidence"]["end"])
        if witness == (review.start, review.end) and record[kin] == review.was[kin]:
            return index
    return None


def find_record(connection: apsw.Connection, key: str) -> tuple[str, int, Record]:
    """Kind, number of the article and contract's object of a record, by its id or how it begins."""
    found = [
        (kind, article, record)
        for kind in _LISTS
        for record, article in connection.execute(
            f"SELECT id, article FROM {kind} WHERE id >= ? AND id < ? LIMIT 2",  # noqa: S608
            (key, key + "\uffff"),
        )
    ]
    if len(found) != 1:
        why = "no record has this id" if not found else "several records begin so: give more of the id"
        raise UsageError(f"{key}: {why}")
    kind, article, record_id = found[0]
    contract = read_contract(connection, article)
    record = next((one for one in contract[_LISTS[kind]] if one["id"] == record_id), None)
    if record is None:
        raise StoreError(f"{record_id}: its article tells no such record any more: run saksi recode")
    return kind, article, record


def read_contract(connection: apsw.Connection, article: int) -> Record:
    """The contract's object of an article as the engine made it."""
    data = connection.execute("SELECT analysis FROM article WHERE number = ?", (article,)).get
    contract: Record = json.loads(expand(data))
    return contract


def keep_review(connection: apsw.Connection, review: Review) -> None:
    """Keep a review and show its article's rows anew."""
    cells = asdict(review)
    for name in ("was", "changes"):
        cells[name] = json.dumps(cells[name], ensure_ascii=False, sort_keys=True)
    with transaction(connection):
        insert(connection, "review", cells)
        number = connection.execute("SELECT number FROM article WHERE id = ?", (review.article,)).get
        show_anew(connection, int(number))


def show_anew(connection: apsw.Connection, article: int) -> None:
    """Write the rows of an article again, with all its reviews."""
    key, text = fetch_one(connection, "SELECT id, text FROM article WHERE number = ?", (article,))
    contract = apply_reviews(read_contract(connection, article), list_reviews(connection, key))
    delete_records(connection, article)
    add_records(connection, article, make_draft(contract, text))


# ---- reviews as gold and as tests ----------------------------------------------------


def make_gold(connection: apsw.Connection) -> Iterator[dict[str, object]]:
    """One object a review: the witness in words, the verdict, and the record as it should be."""
    for review in list_reviews(connection):
        text = connection.execute("SELECT text FROM article WHERE id = ?", (review.article,)).get
        yield {
            "schema": "saksi-review/1",
            "kind": review.kind,
            "article": review.article,
            "start": review.start,
            "end": review.end,
            "text": review.was["evidence"]["text"] if text is None else text[review.start : review.end],
            "verdict": review.verdict,
            "was": review.was,
            "gives": None if review.verdict == "reject" else correct(review.was, review.changes),
            "reviewer": review.reviewer,
            "at": review.at,
            "note": review.note,
        }


def check_reviews(connection: apsw.Connection) -> Iterator[tuple[Review, str | None]]:
    """Each review whose article is there, with what the engine does against it, or None.

    The last review of a record counts.
    """
    last = {(review.article, review.kind, review.record): review for review in list_reviews(connection)}
    for review in last.values():
        number = connection.execute("SELECT number FROM article WHERE id = ?", (review.article,)).get
        if number is not None:
            yield review, _find_fault(read_contract(connection, int(number)), review)


def _find_fault(contract: Record, review: Review) -> str | None:
    """What the engine's own record lacks of the reviewed one."""
    index = find_reviewed(contract, review)
    if review.verdict == "reject":
        return None if index is None else "it still comes out"
    wanted = correct(review.was, review.changes)
    if index is None:
        return "it does not come out"
    record = contract[_LISTS[review.kind]][index]
    wrong = [name for name, value in _essence(wanted).items() if _essence(record)[name] != value]
    return f"other {', '.join(wrong)}" if wrong else None


def _essence(record: Record) -> dict[str, object]:
    """What a record says, without offsets and ids."""
    kept = ("event", "mode", "status", "kind", "predicate", "since", "until")
    essence = {name: record[name] for name in kept if name in record}
    for name in ("actor", "recipient"):
        if name in record:
            essence[name] = sorted((side["code"] or "", side["name"]) for side in record[name])
    for name in ("speaker", "addressee", "subject", "object"):
        if name in record:
            essence[name] = record[name] and (record[name]["code"], record[name]["name"])
    for name, key in (("date", "value"), ("event_loc", "name")):
        if name in record:
            essence[name] = record[name] and record[name][key]
    return essence
