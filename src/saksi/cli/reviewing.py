"""``saksi review``: what a person decides about records, listed, checked and given out as gold.

Turns a command line into reviews of a store; what they change is decided there.
"""

from __future__ import annotations

import getpass
from pathlib import Path

from saksi.cli import exits
from saksi.cli.options import Values
from saksi.cli.talk import say
from saksi.errors import UsageError


def review(values: Values) -> int:
    """Accept, reject or correct a record: saksi review ID correct event=CONSULT mode=visit."""
    words = list(values["words"] or ())
    if values["list"]:
        return _list(values)
    if values["check"]:
        return _check(values)
    if values["gold"]:
        return _write_gold(values)
    if len(words) < 2:  # an id and a verdict
        raise UsageError(
            "give ID and accept, reject or correct FIELD=VALUE ...; or --list, --check, --gold FILE"
        )
    return _keep(values, words)


def _keep(values: Values, words: list[str]) -> int:
    from saksi.store.store import Store

    key, verdict, *changes = words
    with Store.open(values["store"], write=True) as store:
        kept = store.review(
            key, verdict, changes, by=values["name"] or getpass.getuser(), note=values["note"]
        )
    say(f"{kept.kind} {kept.record}: {kept.verdict} by {kept.reviewer}, {kept.at}")
    return exits.OK


def _list(values: Values) -> int:
    from saksi.store.store import Store

    with Store.open(values["store"]) as store:
        for one in store.reviews():
            changes = " ".join(f"{field}={value}" for field, value in one.changes.items())
            print(
                f"{one.at}  {one.reviewer:<12} {one.kind} {one.record}  {one.verdict} {changes}  {one.note or ''}".rstrip()
            )
    return exits.OK


def _check(values: Values) -> int:
    """Use reviews as tests: whether the engine, unaided, does what people decided."""
    from saksi.store.store import Store

    right = wrong = 0
    with Store.open(values["store"]) as store:
        for one, fault in store.check_reviews():
            right += fault is None
            wrong += fault is not None
            if fault is not None:
                print(f"{one.kind} {one.record} ({one.verdict}): {fault}")
    say(f"{right} of {right + wrong} reviews hold")
    return exits.FAILED if wrong else exits.OK


def _write_gold(values: Values) -> int:
    from saksi.export.contract import dumps
    from saksi.export.files import write_file
    from saksi.store.store import Store

    with Store.open(values["store"]) as store:
        lines = [dumps(record) + "\n" for record in store.gold()]
    write_file(Path(values["gold"]), "".join(lines).encode())
    say(f"{values['gold']}: {len(lines)} gold records")
    return exits.OK
