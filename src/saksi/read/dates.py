"""Reads the stamps of pages, feeds and tables: dates with a year, clock and zone.

Turns a raw string into an ISO 8601 value, or None. Days stand before months, as in Indonesia.
It knows no relative words; those belong to the text and to ``annotate``.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from typing import NamedTuple

from saksi.read.rules import load_page_rules

#: Years that news on the web can have been stamped with.
FIRST_YEAR, LAST_YEAR = 1990, 2100
#: Longest raw string looked at, in characters; stamps are short.
_LONGEST = 200
#: Stamps without a country's zone (UTC) are shown to readers in Jakarta's.
_JAKARTA = timezone(timedelta(hours=7))
_CLOCK = (
    r"(?:[T ,|()/–—-]*(?:pukul |jam |pkl\.? |at )?(?P<hh>[0-2]?\d)[:.](?P<mm>[0-5]\d)(?:[:.](?P<ss>[0-5]\d))?"
    r"(?:[.,]\d{1,9})? ?(?P<half>[ap]\.?m\b\.?)? ?\(?(?P<zone>Z\b|WIB|WITA|WIT|UTC|GMT|)(?P<shift>[+-]\d{1,2}(?::?\d\d)?)?)?"
)


class Stamp(NamedTuple):
    """A date found in a string: its value, and where it stands."""

    value: str
    start: int
    end: int


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    months = "|".join(sorted(load_page_rules().months, key=len, reverse=True))
    days = (
        r"(?<!\d)(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)",
        rf"(?<!\d)(?P<d>\d{{1,2}})[ .-](?P<word>{months})\.?,?[ .-](?P<y>\d{{4}})(?!\d)",
        rf"\b(?P<word>{months})\.? (?P<d>\d{{1,2}}),? (?P<y>\d{{4}})(?!\d)",
        r"(?<!\d)(?P<d>\d{1,2})(?P<mark>[/.-])(?P<m>\d{1,2})(?P=mark)(?P<y>\d{4})(?!\d)",
    )
    return tuple(re.compile(day + _CLOCK, re.IGNORECASE) for day in days)


_DIGITS = re.compile(r"\d{8}(?:\d{4}(?:\d{2})?)?|1\d{9}(?:\d{3})?")


def read_date(raw: str) -> str | None:
    """ISO 8601 value of the first date in a stamp.

    >>> read_date("Rabu, 3 Juli 2024 | 19.41 WIB")
    '2024-07-03T19:41+07:00'
    """
    raw = raw.strip()
    if _DIGITS.fullmatch(raw):
        return _read_digits(raw)
    stamp = find_stamp(raw)
    return None if stamp is None else stamp.value


def find_stamp(raw: str) -> Stamp | None:
    """First full date in a line."""
    found = [stamp for pattern in _patterns() for stamp in _stamps(pattern, raw[:_LONGEST])]
    return min(found, key=lambda stamp: stamp.start, default=None)


def _stamps(pattern: re.Pattern[str], raw: str) -> list[Stamp]:
    matches = ((match, _value(match)) for match in pattern.finditer(raw))
    return [Stamp(value, match.start(), match.end()) for match, value in matches if value is not None]


def _value(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    word = parts.get("word")
    month = load_page_rules().months[word.lower()] if word else int(parts["m"])
    try:
        day = date(int(parts["y"]), month, int(parts["d"]))
    except ValueError:
        return None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    return day.isoformat() + _clock(parts)


def _clock(parts: dict[str, str | None]) -> str:
    """Clock time as ISO writes it, empty when none or no such time is told."""
    if parts["hh"] is None or parts["mm"] is None:
        return ""
    hour = int(parts["hh"])
    if parts["half"]:
        hour = hour % 12 + 12 * (parts["half"][0] in "pP")
    if hour > 23:
        return ""
    seconds = f":{parts['ss']}" if parts["ss"] else ""
    return f"T{hour:02}:{parts['mm']}{seconds}{_zone(parts)}"


def _zone(parts: dict[str, str | None]) -> str:
    shift = parts["shift"]
    if shift is None:
        return load_page_rules().zones.get((parts["zone"] or "").lower(), "")
    hours, minutes = re.sub(r"\D", "", shift), "00"
    if len(hours) > 2:
        hours, minutes = hours[:-2], hours[-2:]
    return f"{shift[0]}{int(hours):02}:{minutes}" if int(hours) < 15 and int(minutes) < 60 else ""


def _read_digits(raw: str) -> str | None:
    """Read 8, 12 or 14 figures as a date with its clock, 10 or 13 as seconds or thousandths since 1970."""
    if len(raw) in (10, 13):
        return read_epoch(raw[:10])
    shape = {8: "%Y%m%d", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}[len(raw)]
    try:
        moment = datetime.strptime(raw, shape)  # noqa: DTZ007  # such stamps tell no zone
    except ValueError:
        return None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    return moment.date().isoformat() if len(raw) == 8 else moment.isoformat(timespec=_spec(raw))


def _spec(raw: str) -> str:
    return "minutes" if len(raw) == 12 else "seconds"


def read_epoch(seconds: str) -> str | None:
    """Date of seconds since 1970, in UTC."""
    moment = datetime.fromtimestamp(int(seconds), UTC)
    return moment.isoformat() if FIRST_YEAR <= moment.year <= LAST_YEAR else None


def day_in_indonesia(value: str) -> date:
    """Calendar day of an ISO value; a stamp in UTC falls on Jakarta's day.

    >>> day_in_indonesia("2024-07-03T18:30:00+00:00")
    datetime.date(2024, 7, 4)
    """
    moment = datetime.fromisoformat(value)
    if moment.utcoffset() == timedelta(0):
        moment = moment.astimezone(_JAKARTA)
    return moment.date()
