"""Collects what a page, a feed or a row says of its article.

Turns a tree and an address, or plain fields, into ``Metadata``: every candidate with its source
and raw string, best source first (JSON-LD, meta tags, address, visible line), and flags where
they disagree. It settles nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from saksi.read.addresses import find_outlet, find_page_number, find_title_page, find_url_date, host_of
from saksi.read.dates import day_in_indonesia, read_date
from saksi.read.rules import load_page_rules
from saksi.records import Candidate, Metadata

#: Stamps further apart than this disagree; a day apart are an evening in another zone.
_AGREE_DAYS = 1


@dataclass(slots=True)
class Claims:
    """Candidates while they are being collected, each field best source first."""

    url: str | None = None
    published: list[Candidate] = field(default_factory=list)
    modified: list[Candidate] = field(default_factory=list)
    title: list[Candidate] = field(default_factory=list)
    authors: list[Candidate] = field(default_factory=list)
    outlet: list[Candidate] = field(default_factory=list)
    language: str | None = None
    fetched: str | None = None
    flags: list[str] = field(default_factory=list)

    def date(self, where: list[Candidate], source: str, raw: str) -> None:
        """Add a date of issue or revision, when the raw string is one."""
        value = read_date(raw)
        if value is not None:
            where.append(Candidate(value, source, raw.strip()))

    def word(self, where: list[Candidate], source: str, raw: str) -> None:
        """Add a title or an author."""
        if words := " ".join(raw.split()):
            where.append(Candidate(words, source, raw))

    def names(self, source: str, raw: str) -> None:
        """Add authors; addresses of their pages are none."""
        if "://" not in raw:
            self.word(self.authors, source, raw)

    def issuer(self, source: str, raw: str) -> None:
        """Add the outlet."""
        if raw.strip() and "://" not in raw:
            self.outlet.append(Candidate(find_outlet(raw), source, raw))


def settle(claims: Claims) -> Metadata:
    """Metadata of the claims, with what the address adds and with flags."""
    url = claims.url
    from_url = find_url_date(url) if url else None
    host = host_of(url)
    published = [*claims.published]
    outlets = [*claims.outlet]
    if from_url is not None:
        # after what the page states of itself, before what merely stands in its head
        at = next((i for i, c in enumerate(published) if c.source == "visible line"), len(published))
        published.insert(at, from_url)
    if host is not None:
        outlets.append(Candidate(find_outlet(host), "url", host))
    found = Metadata(
        url=url,
        published=_once(published),
        modified=_once(claims.modified),
        title=_once(claims.title),
        authors=_once(claims.authors),
        outlet=_once(outlets),
        language=claims.language,
        fetched=claims.fetched,
        page=_find_page(url, claims.title),
    )
    return replace(found, flags=tuple(dict.fromkeys([*claims.flags, *_flags(found)])))


def _find_page(url: str | None, titles: Sequence[Candidate]) -> int | None:
    """Number of the page, from its address, else from a title."""
    told = [find_page_number(url) if url else None, *(find_title_page(title.value) for title in titles)]
    return next((number for number in told if number is not None), None)


def _once(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return tuple(dict.fromkeys(candidates))


def _flags(found: Metadata) -> Iterator[str]:
    days = [day_in_indonesia(candidate.value) for candidate in found.published]
    if days and (max(days) - min(days)).days > _AGREE_DAYS:
        yield "dates-disagree"
    fetched = read_date(found.fetched or "")
    if days and fetched and min(days) > day_in_indonesia(fetched):
        yield "date-after-fetch"
    outlets = {candidate.value for candidate in found.outlet}
    desks = load_page_rules().desks
    if any(find_outlet(c.value) in outlets or c.value.lower() in desks for c in found.authors):
        yield "author-is-outlet"
    if found.page is not None and found.page > 1:
        yield "later-page"


def shorten_title(title: str, outlets: Sequence[Candidate]) -> str:
    """Title without the outlet's name and the page number that sites put behind it.

    >>> shorten_title("Sidang dibuka - Halaman 2 - Kabar", [Candidate("kabar", "", "Kabar")])
    'Sidang dibuka'
    """
    names = {candidate.value.lower() for candidate in outlets} | {c.raw.lower() for c in outlets}
    for _ in range(3):
        for mark in (" - ", " | ", " – ", " — ", " : "):
            head, found, tail = title.rpartition(mark)
            last = tail.strip().lower()
            if (
                found
                and head
                and (last in names or find_outlet(last) in names or last.startswith("halaman "))
            ):
                title = head.strip()
                break
    return title
