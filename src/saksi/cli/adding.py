"""``saksi add``, ``status``, ``doctor``, ``forget``, ``recode`` and ``resolve``: a store is kept.

Turns command lines into calls of a store, with a progress line on a terminal. It decides
nothing about articles.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from saksi.cli import exits
from saksi.cli.options import Values, count_jobs
from saksi.cli.talk import say

if TYPE_CHECKING:
    from saksi.cli.meter import Meter
    from saksi.shards.limits import Crew
    from saksi.store.ingest import Progress
    from saksi.store.recode import Recoded
    from saksi.store.store import Store

#: More articles than this take more than some seconds to bring together.
_MANY = 2_000


def add(values: Values) -> int:
    """Read articles into a store; known texts are passed by, a killed run goes on where it was."""
    from saksi.cli.interrupts import interruptible
    from saksi.store.store import Store

    crew = count_jobs(values)
    with Store.open(values["store"], write=True) as store, interruptible():
        try:
            done = _read_into(store, values, crew)
            if values["resolve"]:
                resolve_and_tell(store)
        except KeyboardInterrupt:
            say(f"interrupted: what was added is safe; run the same command to go on ({store.path})")
            return exits.INTERRUPTED
        older = store.status().older
    say(f"{done.added:,} added, {done.known:,} known, {done.failed:,} failed")
    if older:
        say(f"{older:,} articles were coded by another version: saksi recode --store {values['store']}")
    if done.failed:
        say(f"saksi status --failures --store {values['store']} tells which documents failed and why")
    return exits.SOME_DOCUMENTS_FAILED if done.failed else exits.OK


def _read_into(store: Store, values: Values, crew: Crew) -> Progress:
    """Read and code all articles, and tell how far it is."""
    from saksi.cli.extract import make_options
    from saksi.cli.meter import open_meter
    from saksi.read.articles import list_pieces

    options = make_options(values["map"] or [], values["format"])
    with open_meter(values["paths"], values["progress"]) as meter:
        pieces = list_pieces(values["paths"], options, meter.distance if meter else None)
        return store.add(pieces, jobs=crew, report=lambda done, _: tell_added(meter, done), resolve=False)


def tell_added(meter: Meter | None, done: Progress) -> None:
    """Say how far adding is."""
    if meter is not None:
        meter.tell(done.seen, f"{done.added:,} added, {done.known:,} known, {done.failed:,} failed")


def resolve_and_tell(store: Store) -> None:
    """Bring together what the articles of a store tell, and say what came of it."""
    from saksi.query.snapshot import ENOUGH_EVENTS

    count = store.status().counts["article"]
    if count > _MANY:
        say(f"bringing together what {count:,} articles tell (this can take minutes; --no-resolve leaves it)")
    done = store.resolve()
    if done is not None:
        say(f"{done.identities:,} actors, {done.incidents:,} incidents, {done.conflicts:,} conflicts")
    if done is not None and done.skipped:
        say(f"{done.skipped:,} pairs were not compared: their blocks were too large")
    if store.status().counts["event"] >= ENOUGH_EVENTS:
        say(
            f"questions to a store of this size are answered sooner after saksi snapshot --store {store.path}"
        )


def snapshot(values: Values) -> int:
    """Write a snapshot of a large store beside it, so that questions which read much are answered sooner."""
    from saksi.query.snapshot import ENOUGH_EVENTS, place_of
    from saksi.store.store import Store

    with Store.open(values["store"]) as store:
        size = store.write_snapshot()
        events = store.status().counts["event"]
    say(f"{place_of(store.path)}: {size / 1e6:,.1f} MB")
    if events < ENOUGH_EVENTS:
        say(
            f"the store has {events:,} events: below {ENOUGH_EVENTS:,} it answers as fast itself and is asked itself"
        )
    return exits.OK


def resolve(values: Values) -> int:
    """Bring together what articles tell: one identity, one incident, what sources tell differently.

    ``add`` does so at its end; ``--join`` and ``--part`` take two ids and are obeyed from then on.
    """
    from saksi.store.store import Store

    with Store.open(values["store"], write=True) as store:
        for name, together in (("join", True), ("part", False)):
            if values[name]:
                one, other = _two(values[name])
                store.decide(one, other, together=together, by=values["name"])
        resolve_and_tell(store)
    return exits.OK


def _two(words: str) -> tuple[str, str]:
    from saksi.cli.options import read_pair

    return read_pair(words)


def status(values: Values) -> int:
    """What a store holds: counts, days, outlets, versions; --failures lists what could not be read."""
    from saksi.store.store import Store

    with Store.open(values["store"]) as store:
        told = store.status()
    if values["json"]:
        print(json.dumps(asdict(told), ensure_ascii=False))
    elif values["failures"]:
        for _, why in told.failures:
            print(why)
    else:
        _print_status(asdict(told))
    return exits.OK


def _print_status(told: dict[str, object]) -> None:
    counts = {f"{name}s": count for name, count in dict(told["counts"]).items()}  # type: ignore[call-overload]
    print(f"store       {told['path']}  {int(str(told['size'])) / 1e6:,.1f} MB")
    for name, count in {**counts, "people": told["people"], "conflicts": told["conflicts"]}.items():
        print(f"{name:<11} {count:>10,}")
    print(f"issued      {told['first'] or '?'} to {told['last'] or '?'}")
    for name in ("outlets", "types", "runs"):
        rows = told[name]
        print(f"{name:<11} " + ", ".join(f"{what} {count:,}" for what, count in rows[:8]))  # type: ignore[index]
    if told["older"]:
        print(f"older       {told['older']:,} articles coded by another version: saksi recode")


def doctor(values: Values) -> int:
    """Check that a store is whole, and bring it up to date; each fault comes with what to do."""
    from saksi.errors import OlderStoreError
    from saksi.store.store import Store

    try:
        Store.open(values["store"]).close()
    except OlderStoreError:
        Store.open(values["store"], write=True).close()  # takes the steps that the store lacks
        say(f"{values['store']}: brought up to date")
    with Store.open(values["store"], write=bool(values["remake_index"])) as store:
        if values["remake_index"]:
            store.remake_index()
        findings = store.examine()
    if values["json"]:
        for one in findings:
            print(json.dumps(one._asdict(), ensure_ascii=False))
    else:
        for one in findings:
            print(f"{'ok   ' if one.well else 'FAULT'}  {one.what:<20} {one.told}")
            if not one.well:
                print(f"       {'':<20} {one.fix}")
    return exits.OK if all(one.well for one in findings) else exits.FAILED


def forget(values: Values) -> int:
    """Take articles out of a store, by id or path, with all that hangs on them."""
    from saksi.store.store import Store

    with Store.open(values["store"], write=True) as store:
        gone = store.forget(values["names"], reviews=values["reviews"])
    say(f"{len(gone)} articles forgotten")
    for key in gone:
        print(key)
    return exits.OK


def recode(values: Values) -> int:
    """Code again what another version coded; only articles whose records differ are rewritten."""
    from saksi.cli.interrupts import interruptible
    from saksi.cli.meter import open_meter
    from saksi.store.store import Store

    crew = count_jobs(values)
    with (
        Store.open(values["store"], write=True) as store,
        interruptible(),
        open_meter((), values["progress"]) as meter,
    ):
        try:
            done = store.recode(jobs=crew, report=lambda done: _tell_recoded(meter, done))
        except KeyboardInterrupt:
            say(f"interrupted: run the same command to go on ({store.path})")
            return exits.INTERRUPTED
    say(f"{done.changed:,} changed, {done.same:,} the same, {done.failed:,} failed")
    return exits.SOME_DOCUMENTS_FAILED if done.failed else exits.OK


def _tell_recoded(meter: Meter | None, done: Recoded) -> None:
    if meter is not None:
        meter.tell(done.changed + done.same + done.failed, f"{done.changed:,} changed")
