"""Reads what an HTML page says of itself: scripts, meta tags, links, and its visible head.

Turns a tree into ``Claims``; ``visible`` reads the lines that readers see.
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.read.json_ld import Fact, read_json_ld
from saksi.read.metadata import Claims
from saksi.read.rules import PageRules, load_page_rules
from saksi.read.trees import Tree, take_lines
from saksi.read.visible import read_visible


def find_facts(tree: Tree) -> tuple[Fact, ...]:
    """What the JSON-LD of a page says of its article."""
    scripts = [element.text or "" for element in tree.iter("script") if "ld+json" in element.get("type", "")]
    return read_json_ld(scripts, load_page_rules())


def read_head(tree: Tree, url: str | None, facts: Sequence[Fact]) -> Claims:
    """Claims of a page."""
    rules = load_page_rules()
    claims = Claims(url=url)
    for fact in facts:
        _add_fact(claims, fact)
    _add_tags(claims, tree, rules)
    _add_links(claims, tree)
    headline = next((" ".join(h.text_content().split()) for h in tree.iter("h1")), "")
    claims.word(claims.title, "h1", headline)
    claims.word(claims.title, "title", next((t.text or "" for t in tree.iter("title")), ""))
    read_visible(claims, list(take_lines(tree)), headline, rules)
    return claims


def _add_fact(claims: Claims, fact: Fact) -> None:
    match fact.field:
        case "datePublished":
            claims.date(claims.published, fact.source, fact.text)
        case "dateModified":
            claims.date(claims.modified, fact.source, fact.text)
        case "headline":
            claims.word(claims.title, fact.source, fact.text)
        case "author":
            claims.names(fact.source, fact.text)
        case "publisher":
            claims.issuer(fact.source, fact.text)
        case "inLanguage":
            claims.language = claims.language or fact.text
        case "url" | "mainEntityOfPage" if "://" in fact.text:
            claims.url = claims.url or fact.text
        case "paywall":
            claims.flags.append("paywall")


def _add_tags(claims: Claims, tree: Tree, rules: PageRules) -> None:
    """Take meta tags, in the order of the rules."""
    tags: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = (
            element.get("property")
            or element.get("name")
            or element.get("itemprop")
            or element.get("http-equiv")
        )
        if name and element.get("content"):
            tags.setdefault(name.strip().lower(), []).append(element.get("content"))
    for field, names in rules.meta.items():
        for name in names:
            for content in tags.get(name, ()):
                _add_tag(claims, field, f"meta {name}", content)


def _add_tag(claims: Claims, field: str, source: str, content: str) -> None:
    match field:
        case "published":
            claims.date(claims.published, source, content)
        case "modified":
            claims.date(claims.modified, source, content)
        case "title":
            claims.word(claims.title, source, content)
        case "authors":
            claims.names(source, content)
        case "outlet":
            claims.issuer(source, content)
        case "url" if "://" in content:
            claims.url = claims.url or content
        case "language":
            claims.language = claims.language or content


def _add_links(claims: Claims, tree: Tree) -> None:
    """Take the address of the page, its further pages, and the dates of ``time`` elements that say so."""
    for element in tree.iter("link"):
        rel, href = (element.get("rel") or "").lower(), element.get("href") or ""
        if rel == "canonical" and "://" in href:
            claims.url = claims.url or href
        elif rel == "next":
            claims.flags.append("more-pages")
    if any("next" in (element.get("rel") or "").lower().split() for element in tree.iter("a")):
        claims.flags.append("more-pages")
    for element in tree.iter("time"):
        told = (element.get("itemprop") or "").lower()
        if (element.get("pubdate") is not None or told == "datepublished") and element.get("datetime"):
            claims.date(claims.published, "time datetime", element.get("datetime"))
    claims.language = claims.language or tree.get("lang")
