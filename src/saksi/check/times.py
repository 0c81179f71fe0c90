"""Turns the examples in ``times.toml`` and ``meetings/patterns.toml`` into checks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from saksi.annotate.times import RawTime, find_times, resolve_times
from saksi.check.case import Case
from saksi.lang.language import Language
from saksi.lang.meetings import Meetings
from saksi.lang.times import TimeExample, TimeRules
from saksi.records import Published, Time

FILE = "lang/id/times.toml"
MEETINGS_FILE = "meetings/patterns.toml"


def cases(language: Language) -> Iterator[Case]:
    """One check an example: the last time its rule finds must have exactly the value told."""
    rules, meetings = language.times, language.meetings
    for example in rules.examples:
        yield Case(f"{FILE}::{example.name}", example.kind, example.text, partial(_run, example, rules))
    for number, (kind, text, wanted) in enumerate(meetings.examples, start=1):
        run = partial(_run_meeting, text, wanted, meetings)
        yield Case(f"{MEETINGS_FILE}::meeting[{kind}-{number}]", kind, text, run)


def _run(example: TimeExample, rules: TimeRules) -> str | None:
    rule = example.name.split("[")[0]
    times = [time for time in read(example.text, example.reference, rules) if _fired(time, rule)]
    if example.kind == "counter":
        return f"fires on {times[0].text!r}" if times else None
    got = times[-1].value if times else None
    return None if times and got == example.value else f"want {example.value}, got {got}"


def _run_meeting(text: str, wanted: str | None, meetings: Meetings) -> str | None:
    got = [meeting.id for meeting in meetings.find_named(text)]
    return None if got == ([wanted] if wanted else []) else f"want {wanted}, got {got}"


def _fired(time: Time, rule: str) -> bool:
    return time.basis.split(":")[0] == rule


def read(text: str, reference: str, rules: TimeRules) -> tuple[Time, ...]:
    """The times of an invented text, its sentences cut at a full stop and a blank."""
    published = Published(reference, "day", "example")
    raws: list[tuple[RawTime, ...]] = []
    start = 0
    for sentence in text.split(". "):
        raws.append(find_times(text, start, start + len(sentence), rules))
        start += len(sentence) + 2
    return tuple(time for times in resolve_times(tuple(raws), published, rules) for time in times)
