"""Reads news sitemaps: addresses with titles and the most exact dates of issue outlets publish.

Turns every entry with a title into an article that is its headline alone, with its metadata. It
opens none of the addresses.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from saksi.read.documents import Origin, make_article, refuse
from saksi.read.metadata import Claims, settle
from saksi.read.sources import ReadOptions, Source
from saksi.records import Article

#: Longest text of one field, in characters.
_LONGEST = 2_000


def read(source: Source, options: ReadOptions) -> Iterator[Article]:
    """Articles of the entries, one in memory at a time."""
    del options
    origin = Origin(source.path, "sitemap")
    number = 0
    try:
        for event, element in etree.iterparse(
            source.stream, events=("end",), resolve_entities=False, no_network=True, recover=False
        ):
            del event
            name = _name(element)
            if name not in ("url", "sitemap"):
                continue
            number += 1
            yield _read_entry(_fields(element), name, origin.at(f"entry {number}"))
            _forget(element)
    except etree.LxmlError as error:
        yield refuse(origin, f"it breaks off after entry {number} ({str(error)[:200]}): fetch it again")
        return
    if not number:
        yield refuse(origin, "it has no entries: check that it is a sitemap")


def _read_entry(fields: dict[str, str], name: str, place: Origin) -> Article:
    """Headline of an entry as an article, or what is missing."""
    url = fields.get("loc", "")
    if name == "sitemap":
        return refuse(place, f"it names another sitemap: read that one ({url[:200]})")
    claims = Claims(url=url if "://" in url else None, language=fields.get("language"))
    claims.date(claims.published, "sitemap news:publication_date", fields.get("publication_date", ""))
    claims.date(claims.modified, "sitemap lastmod", fields.get("lastmod", ""))
    claims.word(claims.title, "sitemap news:title", fields.get("title", ""))
    claims.issuer("sitemap news:name", fields.get("name", ""))
    claims.flags.append("summary-only")
    about = Origin(place.source, place.kind, place.record, settle(claims))
    if not claims.title:
        return refuse(about, f"it has no news:title: read its page instead ({url[:200]})")
    return make_article(about, claims.title[0].value)


def _fields(element: etree._Element) -> dict[str, str]:
    """Texts of an entry's fields by their names without prefix; fields of pictures left out."""
    found: dict[str, str] = {}
    for part in element.iter():
        inside = {_name(parent) for parent in part.iterancestors()}
        if part.text and part.text.strip() and inside.isdisjoint({"image", "video"}):
            found.setdefault(_name(part), part.text.strip()[:_LONGEST])
    return found


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _forget(element: etree._Element) -> None:
    """Free an entry and those before it, so that memory stays flat."""
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]
