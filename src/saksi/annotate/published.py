"""Settles when an article appeared, from what its own text says.

Turns a page and its unresolved times into ``Published``: the date its metadata state or a line
prints, unless the story's
own "kemarin" contradicts it; else the year of the copyright line or of a named summit with
the day and month told; else the latest full date with a weekday. What stays open is kept as
candidates. It knows nothing of the day on which it runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from saksi.annotate.times.anchors import Reference
from saksi.annotate.times.calendar import Day, make_day, move_days
from saksi.annotate.times.dates import day_value
from saksi.annotate.times.find import find_times
from saksi.annotate.times.raw import RawTime
from saksi.lang.meetings import Meetings
from saksi.lang.times import TimeRules
from saksi.read.dates import day_in_indonesia
from saksi.records import STORY_ROLES, Article, Candidate, Line, Page, Published

#: A printed date is distrusted when "kemarin" or "hari ini" names a day further off than this.
TRUST_DAYS = 3
#: Days between a report and the summit it names.
SUMMIT_DAYS = 45
#: A day without a year belongs to a full date at most so many days away.
NEAR_DAYS = 31
#: A weekday without a date after a speech verb is the day of the report, at most this much later.
SAID_DAYS, APPOSED_DAYS = 5, 3
#: A copyright year further than this from the latest full date told is the site's, not the page's.
YEAR_DAYS = 366
#: A report tells a day with its weekday at most so many days before it appears.
VISIT_DAYS = 10
#: First year of news pages on the web; earlier years are no candidates.
FIRST_YEAR = 1998
#: Roles whose lines may print the date of issue, best first.
DATE_ROLES = ("date", "dateline", "byline", "kicker")
_HEADER_LENGTH = 120


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What the story says of its time: days with a month, years, and weekdays alone."""

    days: tuple[RawTime, ...]
    weekdays: tuple[RawTime, ...]
    raws: tuple[tuple[RawTime, ...], ...]
    text: str
    meetings: Meetings


def find_published(
    page: Page, raws_by_sentence: tuple[tuple[RawTime, ...], ...], rules: TimeRules, meetings: Meetings
) -> Published:
    """The publication date an article's text settles, or None with the candidates left.

    ``raws_by_sentence`` are the times of the story's sentences; header lines are read here.
    """
    flat = [raw for raws in raws_by_sentence for raw in raws]
    days = tuple(_first_day(raw) for raw in flat if raw.op in ("day", "range"))
    weekdays = tuple(raw for raw in flat if raw.op == "weekday")
    text = page.article.text
    evidence = _Evidence(days, weekdays, raws_by_sentence, text, meetings)
    printed = _printed_day(page, rules)
    if printed is not None and _is_visit(page, rules, printed, evidence):
        printed = None
    stated = _stated(page.article, printed)
    if stated is not None:
        return _check_stated(stated, page.article, evidence)
    if printed is not None:
        return _check_printed(printed, evidence)
    year = _copyright_year(page)
    return (
        _by_told_year(year, evidence)
        or _by_year(_counted_year(evidence), "years counted", evidence)
        or _by_summit(evidence)
        or _open(evidence, year)
    )


def _first_day(raw: RawTime) -> RawTime:
    """A range as its first day, so that its weekday and month can be read like any other."""
    f = raw.fields
    if raw.op == "day":
        return raw
    return replace(raw, fields=replace(f, month=f.month or f.month_b, year=f.year or f.year_b))


# ---- dates the page or table states --------------------------------------------------


def _stated(article: Article, printed: Day | None) -> Candidate | None:
    """First date of issue in the metadata; a table's column gives way to a printed date, as it may tell the crawl."""
    found = article.metadata.published if article.metadata is not None else ()
    if not found or (printed is not None and found[0].source.startswith("column ")):
        return None
    return found[0]


def _check_stated(stated: Candidate, article: Article, evidence: _Evidence) -> Published:
    """Keep a stated date under the terms of a printed one, with the days that other sources state."""
    found = _check_printed(day_in_indonesia(stated.value), evidence)
    if found.basis != "printed":
        return found
    others = article.metadata.published if article.metadata is not None else ()
    days = dict.fromkeys(day_in_indonesia(candidate.value).isoformat() for candidate in others)
    return replace(found, basis=f"stated: {stated.source}", candidates=tuple(days))


# ---- printed dates ---------------------------------------------------------------


def _printed_day(page: Page, rules: TimeRules) -> Day | None:
    """The date of issue a header line prints; a date of revision only when there is no other."""
    revised: Day | None = None
    for line in _header_lines(page):
        text = page.article.text[line.start : line.end]
        for raw in find_times(page.article.text, line.start, line.end, rules):
            day = _full_day(raw)
            if day is None:
                continue
            if not any(word in rules.header_words for word in text.lower().split()):
                return day
            revised = revised or day
    return revised


def _is_visit(page: Page, rules: TimeRules, printed: Day, evidence: _Evidence) -> bool:
    """Whether a date is of the visit: the only one, above the headline, without a clock, long after the story."""
    titled = next((line.start for line in page.lines if line.role == "title"), 0)
    dated = [line for line in _header_lines(page) if line.role == "date"]
    if not dated or any(line.start >= titled for line in dated):
        return False
    times = (raw for line in dated for raw in find_times(page.article.text, line.start, line.end, rules))
    if any(raw.fields.hour is not None for raw in times):
        return False
    reference = Reference(printed, printed.year)
    told = [day_value(raw, reference) for raw in evidence.days if raw.fields.weekday and not _is_ahead(raw)]
    last = max((moment.first for moment in told if moment is not None), default=printed)
    return (printed - last).days > VISIT_DAYS


def _header_lines(page: Page) -> Iterator[Line]:
    """Lines that may print the date of issue: by role, then short ones above the story.

    Lists of other articles print dates of their own below the story: only its head is read.
    """
    story = [index for index, line in enumerate(page.lines) if line.role in ("body", "lead")]
    head = page.lines[: story[min(1, len(story) - 1)] if story else None]
    titled = next((line.start for line in head if line.role == "title"), 0)
    for role in DATE_ROLES:  # above the headline sites print the day of the visit
        dated = [line for line in head if line.role == role]
        yield from sorted(dated, key=lambda line: line.start < titled)
    for line in page.lines[: story[0] if story else None]:
        if line.role not in STORY_ROLES and line.end - line.start <= _HEADER_LENGTH:
            yield line


def _full_day(raw: RawTime) -> Day | None:
    f = raw.fields
    dated = raw.op in ("day", "range")
    if not dated or f.year is None or f.month is None or f.day is None:
        return None
    return make_day(f.year, f.month, f.day)


def _check_printed(printed: Day, evidence: _Evidence) -> Published:
    """Keep a printed date unless "kemarin" or "hari ini" beside a date tells another time."""
    claims = list(_claims(evidence))
    reference = Reference(printed, printed.year)
    for raw, ahead in claims:
        moment = day_value(raw, reference)
        if moment is not None and abs((printed - moment.first).days - ahead) > TRUST_DAYS:
            return _repair(raw, ahead, printed, evidence)
    return _day(printed, "printed")


def _claims(evidence: _Evidence) -> Iterator[tuple[RawTime, int]]:
    """Dates the story calls yesterday (1) or today (0)."""
    for raws in evidence.raws:
        for index, raw in enumerate(raws):
            if raw.op == "day" and raw.fields.hint == "yesterday":
                yield raw, 1
            today = index > 0 and raws[index - 1].fields.shift == 0 and raws[index - 1].op == "shift"
            if raw.op == "day" and today and raw.start - raws[index - 1].end <= 2:
                yield raw, 0


def _repair(raw: RawTime, ahead: int, printed: Day, evidence: _Evidence) -> Published:
    """A date the page was stamped with later: years the weekday allows, settled by a summit."""
    found = [move_days(day, ahead) for day in _years_that_fit(raw, printed.year)]
    held = [day for day in found if _at_summit(day, evidence)]
    if len(held) == 1:
        return _day(held[0], "weekday and summit, printed date distrusted", found)
    return Published(None, None, "printed date distrusted", tuple(day.isoformat() for day in found))


# ---- dates told in the story -----------------------------------------------------


def _by_told_year(year: int | None, evidence: _Evidence) -> Published | None:
    """Copyright year or latest full date, whichever the other bears out.

    Some sites print this year under every page: a full date years older is the better witness.
    """
    by_year, by_date = _by_year(year, "copyright year", evidence), _by_full_date(evidence)
    if by_year is None or by_date is None or by_year.value is None or by_date.value is None:
        return by_year or by_date
    ahead = (Day.fromisoformat(by_year.value) - Day.fromisoformat(by_date.value)).days
    return by_year if 0 <= ahead <= YEAR_DAYS else by_date


def _by_year(year: int | None, basis: str, evidence: _Evidence) -> Published | None:
    """The latest day told, read in a year; a printed weekday must agree."""
    if year is None:
        return None
    days = list(_days_in(year, evidence.days))
    return _day(_extend(max(days), evidence), f"{basis} + day told") if days else None


def _days_in(year: int, raws: tuple[RawTime, ...]) -> Iterator[Day]:
    for raw in raws:
        f = raw.fields
        if _is_ahead(raw) or f.year not in (None, year) or f.hint_y is not None:
            continue
        day = make_day(year, f.month or 0, f.day or 0)
        if day is not None and f.weekday == day.isoweekday():
            yield day


def _by_full_date(evidence: _Evidence) -> Published | None:
    """The latest full date that has a weekday or stands in brackets, as news dates do."""
    full = [
        day
        for raw in evidence.days
        if (day := _full_day(raw)) is not None
        and raw.fields.weekday == day.isoweekday()
        and not _is_ahead(raw)
    ]
    if not full:
        return None
    latest = max(full)
    reference = Reference(latest, latest.year)
    for raw in evidence.days:
        moment = None if _is_ahead(raw) or raw.fields.weekday is None else day_value(raw, reference)
        if (
            moment is not None
            and 0 < (moment.first - latest).days <= NEAR_DAYS
            and _agrees(raw, moment.first)
        ):
            latest = moment.first
    return _day(_extend(latest, evidence), "latest date told")


def _agrees(raw: RawTime, day: Day) -> bool:
    return raw.fields.weekday == day.isoweekday()


def _is_ahead(raw: RawTime) -> bool:
    """True for a date the words call still to come."""
    return raw.fields.hint == "future" or "until" in raw.cues or {"future", "attached"} <= raw.cues


def _extend(latest: Day, evidence: _Evidence) -> Day:
    """The day of the last report: a bare weekday after a speech verb, on or after the latest day."""
    end = latest
    for raw in evidence.weekdays:
        f = raw.fields
        if f.hint is not None or f.hint_w is not None or f.weekday is None or "parenthetic" not in raw.cues:
            continue
        ahead = (f.weekday - latest.isoweekday()) % 7
        if ahead <= (SAID_DAYS if "said" in raw.cues else APPOSED_DAYS):
            end = max(end, move_days(latest, ahead))
    return end


def _counted_year(evidence: _Evidence) -> int | None:
    """A pact of 2018 signed "enam tahun lalu" is told in 2024."""
    for raw in (raw for raws in evidence.raws for raw in raws):
        told = [int(word) for word in raw.before if len(word) == 4 and word.isdecimal()]
        if raw.op == "ago" and raw.fields.unit == "year" and raw.fields.count and len(told) == 1:
            return told[0] + raw.fields.count
    return None


def _by_summit(evidence: _Evidence) -> Published | None:
    """Day and month with a weekday, in the one year in which the named summit was near."""
    named = evidence.meetings.find_named(evidence.text)
    years = {meeting.first.year for meeting in named}
    for year in sorted(years):
        days = [day for day in _days_in(year, evidence.days) if _at_summit(day, evidence)]
        if days:
            return _day(_extend(max(days), evidence), "summit + day told")
    return None


def _at_summit(day: Day, evidence: _Evidence) -> bool:
    return any(
        move_days(meeting.first, -SUMMIT_DAYS) <= day <= move_days(meeting.last, SUMMIT_DAYS)
        for meeting in evidence.meetings.find_named(evidence.text)
    )


def _open(evidence: _Evidence, year: int | None) -> Published:
    """Nothing settles the day: the years in which the weekday fits, or the year of the copyright."""
    told = [raw.fields.year for raws in evidence.raws for raw in raws if raw.fields.year]
    low = max([FIRST_YEAR, *told])
    dated = [raw for raw in evidence.days if raw.fields.weekday and not raw.fields.year]
    if not dated:
        return Published(None, None, None, () if year is None else (str(year),))
    days = [day for day in _years_that_fit(dated[0], low + 15) if day.year >= low]
    return Published(None, None, "weekday only", tuple(day.isoformat() for day in days))


def _years_that_fit(raw: RawTime, last: int) -> list[Day]:
    """The days in years up to ``last`` whose weekday is the one told, oldest first."""
    f = raw.fields
    days = (make_day(year, f.month or 0, f.day or 0) for year in range(FIRST_YEAR, last + 1))
    return [day for day in days if day is not None and f.weekday in (None, day.isoweekday())]


def _copyright_year(page: Page) -> int | None:
    """The last year a copyright line prints."""
    year: int | None = None
    for line in page.lines:
        if line.role == "copyright":
            for word in page.article.text[line.start : line.end].replace("-", " ").split():
                if len(word.strip(".,")) == 4 and word.strip(".,").isdecimal():
                    year = int(word.strip(".,"))
    return year


def _day(day: Day, basis: str, candidates: list[Day] | None = None) -> Published:
    kept = tuple(d.isoformat() for d in candidates or [day])
    return Published(day.isoformat(), "day", basis, kept)
