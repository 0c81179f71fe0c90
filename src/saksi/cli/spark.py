"""``saksi spark extract`` and ``saksi import``: code documents on many machines, bring them into a store.

Turns command lines into calls of the room ``spark``; it codes nothing and opens Spark only when a
shard is missing.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

import typer

from saksi.cli import adding, exits
from saksi.cli.options import Option, Values, make_command
from saksi.cli.talk import say

if TYPE_CHECKING:
    from saksi.spark.extraction import Extracted

spark = typer.Typer(help="Code documents on many machines, with Spark.", no_args_is_help=True)

_CLUSTER = {
    "master": Option(str | None, None, "local[2], spark://…, yarn, k8s://…; else all cores here."),
    "conf": Option(list[str] | None, None, "A setting of Spark; may be repeated.", (), "KEY=VALUE"),
}
_READING = {
    "map": Option(
        list[str] | None, None, "Tables: which column holds what; may be repeated.", (), "FIELD=COLUMN"
    ),
    "format": Option(str | None, None, "What the sources are, when name and content do not tell."),
    "indonesian": Option(bool, False, "Pass over pages that do not look Indonesian, before they are read."),
    "about": Option(str | None, None, "Only documents with one of these words, in any form.", (), "WORDS"),
    "shard_mb": Option(float, 8.0, "Megabytes of input in one task."),
}


def add_to(app: typer.Typer) -> None:
    """Add ``saksi spark`` with its commands, and ``saksi import``."""
    app.add_typer(spark, name="spark")
    places = {
        "input": Option(str, ..., "A file or a folder, here or in an object store.", ("",), "INPUT"),
        "out": Option(str, ..., "The folder of the output.", ("",), "OUTPUT"),
    }
    command = make_command(extract, (), {**places, **_READING, **_CLUSTER}, store=False)
    spark.command("extract")(command)
    coded = {"out": Option(str, ..., "The folder that saksi spark extract wrote.", ("",), "OUT")}
    spark.command("resolve")(make_command(resolve, (), {**coded, **_CLUSTER}, store=False))
    own = {
        **coded,
        "resolve": Option(
            bool, True, "Bring together what articles tell, at the end.", ("--resolve/--no-resolve",)
        ),
    }
    app.command("import")(make_command(take_in, (), own))


@spark.callback()
def _group() -> None:
    """Code documents on many machines, with Spark."""


def extract(values: Values) -> int:
    """Code every document of an input that the output does not have yet; run it again to go on."""
    from saksi.cli.extract import make_options
    from saksi.query.filters import split
    from saksi.spark.extraction import extract as run
    from saksi.spark.extraction import plan_input
    from saksi.spark.plan import Reading

    options = make_options(values["map"] or [], values["format"])
    reading = Reading(values["format"], options.columns, values["indonesian"], split(values["about"]))
    source, out = (_place(values, name) for name in ("input", "out"))
    plan = plan_input([source], reading, int(values["shard_mb"] * 1e6))
    return _tell_extracted(run(plan, out, _opener(values), say), values["out"])


def _place(values: Values, name: str) -> str:
    """An address as the machines of a cluster understand it; on this one as it was given."""
    from saksi.spark.files import make_absolute
    from saksi.spark.session import is_here

    return str(values[name]) if is_here(values["master"]) else make_absolute(values[name])


def _opener(values: Values) -> Callable[[], AbstractContextManager[Any]]:
    from saksi.spark.session import open_session

    return lambda: open_session(values["master"], values["conf"] or [])


def _tell_extracted(done: Extracted, out: str) -> int:
    documents, failed, passed = (
        sum(getattr(one, name) for one in done.done) for name in ("documents", "failed", "passed_over")
    )
    over = f", {passed:,} passed over" if passed else ""
    say(f"{len(done.done):,} shards coded: {documents:,} documents, {failed:,} failed{over}")
    say(f"saksi import {out} brings them into a store")
    return exits.SOME_DOCUMENTS_FAILED if failed else exits.OK


def resolve(values: Values) -> int:
    """Find what the documents of an extraction tell together: copies, actors, incidents, facts."""
    from saksi.spark.across import resolve as run
    from saksi.spark.importing import open_shards

    done = run(open_shards(_place(values, "out")), _opener(values), say)
    told = ", ".join(f"{done.counts.get(name, 0):,} {name}s" for name in ("actor", "incident", "claim"))
    say(f"{told}: they lie in {values['out']}/{done.folder}")
    return exits.OK


def take_in(values: Values) -> int:
    """Bring what saksi spark extract wrote into a store; known texts are passed by."""
    from saksi.cli.meter import open_meter
    from saksi.spark.importing import find_together, open_shards
    from saksi.store.store import Store

    shards = open_shards(values["out"])
    with Store.open(values["store"], write=True) as store:
        with open_meter((), None) as meter:
            done = store.take_in(
                shards.documents(),
                shards.plan.run,
                report=lambda done, _: adding.tell_added(meter, done),
                resolve=False,
            )
        found = None if shards.missing else find_together(shards)
        if found is not None and not store.take_over(found):
            say("the store holds other articles or reviews as well: what they tell together is found anew")
            found = None
        if values["resolve"] and found is None:
            adding.resolve_and_tell(store)
    say(f"{done.added:,} added, {done.known:,} known, {done.failed:,} failed")
    if shards.missing:
        say(
            f"{shards.missing:,} of {len(shards.plan.shards):,} shards are not there yet: run saksi spark extract"
        )
    return exits.SOME_DOCUMENTS_FAILED if done.failed or shards.missing else exits.OK
