"""The options that commands on a store share, as data, and a maker of commands from them.

Turns a list of names into a command that typer understands and that calls its function with
one mapping of values. It opens no store.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from saksi.errors import UsageError

if TYPE_CHECKING:
    from saksi.shards.limits import Crew

Values = Mapping[str, Any]
#: Where a store is when ``--store`` is left out; SAKSI_STORE names another.
DEFAULT_STORE = "news.saksi"


class Option(NamedTuple):
    """One option or argument of a command."""

    kind: Any  # the type of its value
    default: Any
    words: str  # its help
    flags: tuple[str, ...] = ()  # none: its name with dashes; ("",): an argument
    metavar: str | None = None


def _text(words: str, *flags: str, metavar: str | None = None) -> Option:
    return Option(str | None, None, words, flags, metavar)


#: Everything a command on a store may take.
OPTIONS: Mapping[str, Option] = {
    "store": Option(str, DEFAULT_STORE, "The store; SAKSI_STORE sets another default.", metavar="FILE"),
    "actor": _text("A country code, a name, an alias or an identity.", metavar="WHO"),
    "pair": _text("Two of them with a comma between: CHN,RUS.", metavar="WHO,WHO"),
    "role": _text("On which side the actor stands: actor or recipient."),
    "type": _text("Event types, with commas between: CONSULT,AGREE."),
    "kind": _text("Of statements direct, indirect; of actors person, state ...; of conflicts dead, date ..."),
    "mode": _text("Modes of events."),
    "context": _text("Contexts of events."),
    "quad": Option(int | None, None, "1 verbal, 2 material cooperation; 3 verbal, 4 material conflict."),
    "status": _text("actual, future, hypothetical, negated, historical."),
    "place": _text("Names of places."),
    "country": _text("Countries of places, alpha-3."),
    "since": _text("From this day, month or year on.", metavar="DATE"),
    "until": _text("Up to this day, month or year.", metavar="DATE"),
    "as_of": _text("Facts that held on this day, month or year.", metavar="DATE"),
    "outlet": _text("Outlets."),
    "origins": Option(int | None, None, "Told by at least so many independent origins."),
    "confidence": Option(float | None, None, "At least so sure, 0 to 1."),
    "reviewed": _text("accepted, corrected, rejected or none; rejected ones show only so."),
    "predicate": _text("Relations: member_of, observer_of ..."),
    "about": _text("Words of the article or statement, in any of their forms.", metavar="WORDS"),
    "article": _text("One article, by its id or how it begins."),
    "sort": _text("A column; with - before it the last first.", metavar="COLUMN"),
    "limit": Option(int | None, None, "At most so many; 0 for all. Tables show 50."),
    "json": Option(bool, False, "One JSON object a line."),
    "csv": Option(bool, False, "CSV with a heading."),
    "lang": Option(str, "en", "Labels in en or id.", metavar="LANG"),
    "watch": Option(float | None, None, "Look again every so many seconds and print what is new."),
    "by": Option(str, "month", "year, month or day."),
    "jobs": Option(int, 0, "Processes; 0 for one a core."),
    "max_seconds": Option(
        float, 120, "Processor time that a document may take, with more than one job.", metavar="SECONDS"
    ),
    "max_memory": Option(
        int, 1_000, "Memory that a document may take, with more than one job.", metavar="MB"
    ),
    "progress": Option(
        bool | None,
        None,
        "Tell how far it is; when left out, on a terminal alone.",
        ("--progress/--no-progress",),
    ),
}
#: What commands that read articles take.
READING: Mapping[str, Option] = {
    "paths": Option(list[str], ..., "Files, folders, addresses, or - for standard input.", ("",), "PATH..."),
    "map": Option(
        list[str] | None, None, "Tables: which column holds what; may be repeated.", (), "FIELD=COLUMN"
    ),
    "format": Option(str | None, None, "What the sources are, when name and content do not tell."),
}
FILTERS = ["actor", "pair", "role", "type", "mode", "context", "quad", "status", "place", "country", "since", "until", "outlet", "origins", "confidence", "reviewed", "about", "article"]  # fmt: skip
WORKING = ["jobs", "max_seconds", "max_memory", "progress"]
OUTPUT = ["limit", "json", "csv", "lang"]


def make_command(
    run: Callable[[Values], int],
    names: Sequence[str],
    own: Mapping[str, Option] | None = None,
    *,
    store: bool = True,
) -> Callable[..., None]:
    """A function with these options, which calls ``run`` with their values and ends with its code."""
    shared = ("store", *names) if store else names
    options = {**(own or {}), **{name: OPTIONS[name] for name in shared}}

    def command(**values: Any) -> None:
        raise typer.Exit(run(values))

    hints = {name: _annotate(name, option) for name, option in options.items()}
    parameters = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=_default(option), annotation=hints[name])
        for name, option in options.items()
    ]
    command.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = hints
    command.__doc__ = run.__doc__
    return command


def _default(option: Option) -> Any:
    return Parameter.empty if option.default is ... else option.default


def _annotate(name: str, option: Option) -> Any:
    """The annotation that typer reads."""
    if option.flags == ("",):
        return Annotated[option.kind, typer.Argument(metavar=option.metavar, help=option.words)]
    flags = option.flags or (f"--{name.replace('_', '-')}",)
    env = "SAKSI_STORE" if name == "store" else None
    return Annotated[option.kind, typer.Option(*flags, metavar=option.metavar, help=option.words, envvar=env)]


def count_jobs(values: Values) -> Crew:
    """The processes that a command asked for: 0 stands for one a core."""
    from saksi.shards.limits import Crew, Limits

    if values["max_seconds"] <= 0 or values["max_memory"] <= 0:
        raise UsageError("--max-seconds and --max-memory must be more than 0")
    jobs = values["jobs"] if values["jobs"] > 0 else os.cpu_count() or 1
    return Crew(jobs, Limits(values["max_seconds"], values["max_memory"]))


def to_filters(values: Values) -> dict[str, Any]:
    """The filters among the values of a command, as the questions of a store take them."""
    from saksi.query.filters import FIELDS

    found = {name: values[name] for name in FIELDS if values.get(name) is not None}
    if values.get("reviewed"):
        found["review"] = values["reviewed"]
    if found.get("pair"):
        found["pair"] = read_pair(found["pair"])
    if found.get("limit") == 0:
        del found["limit"]
    return found


def read_pair(words: str) -> tuple[str, str]:
    """Two actors with a comma between."""
    parts = [part.strip() for part in words.split(",") if part.strip()]
    if len(parts) != 2:
        raise UsageError(f"pair {words}: give two actors with a comma between: CHN,RUS")
    return parts[0], parts[1]
