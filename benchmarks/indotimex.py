"""Measures the values of times on the test articles of IndoTimex, which saksi does not ship.

Turns a folder of TimeML files (the unpacked ``Kompas_test_gold.zip`` of paramitamirza/IndoTimex)
into the share of DATE and TIME expressions whose value saksi gives, from text and the day of
writing alone. Vague values (PAST_REF, PRESENT_REF, FUTURE_REF) are left out. Without the folder
it says so and fails nothing.

    python benchmarks/indotimex.py FOLDER [--misses]
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from saksi.annotate.times import RawTime, find_times
from saksi.annotate.times.anchors import Story
from saksi.annotate.times.calendar import write_short
from saksi.annotate.times.resolve import is_vague, start_story, value_of
from saksi.lang.language import load_language
from saksi.lang.times import TimeRules
from saksi.records import Published
from saksi.segment.sentences import split_sentences

_TAG = re.compile(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", re.DOTALL)
_FIELD = re.compile(r'(\w+)="([^"]*)"')
_VAGUE = ("PAST_REF", "PRESENT_REF", "FUTURE_REF", "")
#: Least share of right values; what the dates of dateparser (0.56) and HeidelTime (0.49) are held against.
FLOOR = 0.80


class Gold(NamedTuple):
    """One expression of a file: where it stands in the plain text, and its value."""

    start: int
    end: int
    text: str
    type: str
    value: str


class Miss(NamedTuple):
    """An expression whose value is not the one of the file."""

    file: str
    gold: Gold
    got: str | None


def main() -> int:
    """Measure, print, and fail under the floor."""
    parser = argparse.ArgumentParser(description="Measures saksi's times on IndoTimex's test articles.")
    parser.add_argument("folder", type=Path, help="the unpacked Kompas_test_gold.zip")
    parser.add_argument("--misses", action="store_true", help="print each value that is not right")
    options = parser.parse_args()
    files = sorted(options.folder.glob("*.tml"))
    if not files:
        print("indotimex: no *.tml in that folder; nothing was measured")
        return 0
    total, misses = measure(files)
    for miss in misses if options.misses else ():
        print(f"{miss.file}  {miss.gold.text!r}  want {miss.gold.value}  got {miss.got}")
    right = (total - len(misses)) / total
    print(f"indotimex: {len(files)} files, {total} DATE and TIME values, right {right:.3f}, floor {FLOOR}")
    return 0 if right >= FLOOR else 1


def measure(files: list[Path]) -> tuple[int, list[Miss]]:
    """How many expressions count, and those whose value is wrong or was not found."""
    total, misses = 0, []
    for file in files:
        written, text, golds = read_timeml(file.read_text(encoding="utf-8"))
        found = dict(_values(text, written))
        for gold in golds:
            total += 1
            got = _overlapping(gold, found)
            if got is None or not _same(got, gold.value):
                misses.append(Miss(file.name, gold, got))
    return total, misses


def read_timeml(source: str) -> tuple[str, str, list[Gold]]:
    """Day of writing, plain text, and the DATE and TIME expressions in it that have a value."""
    stamp = _TAG.search(source)
    written = "" if stamp is None else dict(_FIELD.findall(stamp[1])).get("value", "")
    tagged = source.split("<TEXT>")[1].split("</TEXT>", maxsplit=1)[0]
    text, golds, last = "", [], 0
    for match in _TAG.finditer(tagged):
        text += tagged[last : match.start()]
        fields = dict(_FIELD.findall(match[1]))
        if fields["type"] in ("DATE", "TIME") and fields.get("value", "") not in _VAGUE:
            end = len(text) + len(match[2])
            golds.append(Gold(len(text), end, match[2], fields["type"], fields["value"]))
        text += match[2]
        last = match.end()
    return written[:10], text + tagged[last:], golds


def _values(text: str, written: str) -> Iterator[tuple[tuple[int, int], str | None]]:
    """Spans of the times saksi finds, with their TIMEX3 values."""
    language = load_language()
    rules: TimeRules = language.times
    story = start_story(Published(written, "day", "given"))
    spans = [
        span
        for line in re.finditer(r"[^\n]+", text)
        for span in split_sentences(text, line.start(), line.end(), language.sentences)
    ]
    for number, (start, end) in enumerate(spans):
        raws = find_times(text, start, end, rules)
        for raw in raws:
            yield (raw.start, raw.end), _value(raw, number, story, raws)


def _value(raw: RawTime, number: int, story: Story, beside: tuple[RawTime, ...]) -> str | None:
    if raw.type in ("DURATION", "SET") or is_vague(raw):
        return None
    moment = value_of(raw, number, story, beside).moment
    if moment is not None:
        story.note(number, raw, moment)
    return write_short(moment)


def _overlapping(gold: Gold, found: dict[tuple[int, int], str | None]) -> str | None:
    """Value of the longest time that overlaps the expression."""
    hits = [
        (end - start, value) for (start, end), value in found.items() if start < gold.end and gold.start < end
    ]
    return max(hits, default=(0, None), key=lambda hit: hit[0])[1]


def _same(got: str, want: str) -> bool:
    """Whether two values are equal; a zone and the part of day that saksi adds do not count."""
    plain = re.sub(r"[+-]\d\d:\d\d$", "", got)
    return plain == want or (len(want) == 10 and plain[:10] == want)


if __name__ == "__main__":
    sys.exit(main())
