"""Reads the JSON-LD that news pages carry, broken JSON too.

Turns the scripts of a page into the fields of its own article: first of the ``NewsArticle`` and
like objects, inside lists and ``@graph`` as well. Objects of other articles (lists of links,
comments) are passed over. It settles nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from saksi.read.rules import PageRules

#: Objects looked into; pages have a few dozen.
_MOST_OBJECTS = 5_000
_COMMENT = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|/\*.*?\*/)|(?:-->|//\]\]>|;)\s*$", re.DOTALL)
_COMMA = re.compile(r",(?=\s*[}\]])")
_FIELD = re.compile(r'"(datePublished|dateModified|headline|url)"\s*:\s*"((?:[^"\\]|\\.){1,500})"')
_AUTHOR = re.compile(
    r'"(author|publisher)"\s*:\s*[\[{\s]*[^{}\[\]]{0,300}?"name"\s*:\s*"((?:[^"\\]|\\.){1,200})"'
)


class Fact(NamedTuple):
    """One field with its text: ``datePublished``, ``author`` ..."""

    field: str
    text: str
    source: str


def read_json_ld(scripts: Sequence[str], rules: PageRules) -> tuple[Fact, ...]:
    """Facts of the page's own article, those of whole JSON before those of broken JSON."""
    whole: list[Fact] = []
    broken: list[Fact] = []
    for script in scripts:
        try:
            value = _parse(script)
        except (ValueError, RecursionError):
            broken += _scrape(script)
            continue
        article = next(_articles(value, rules), None)
        if article is not None and not whole:
            whole += _facts(article)
    return (*whole, *broken)


def _parse(script: str) -> object:
    """Parse JSON; comments around it, control characters and commas before brackets are forgiven."""
    text = _COMMENT.sub("", script.strip()).strip()
    try:
        value: object = json.loads(text, strict=False)
    except ValueError:
        value = json.loads(_COMMA.sub("", text), strict=False)
    return value


def _articles(value: object, rules: PageRules) -> Iterator[Mapping[str, object]]:
    """Article objects in order, without those of other articles; no recursion, so depth is no danger."""
    stack = [value]
    for _ in range(_MOST_OBJECTS):
        if not stack:
            return
        match stack.pop():
            case dict() as found:
                if not rules.types.isdisjoint(_texts(found.get("@type"))):
                    yield found
                stack += [part for key, part in reversed(found.items()) if key not in rules.others]
            case list() as found:
                stack += reversed(found)


def _facts(article: Mapping[str, object]) -> Iterator[Fact]:
    for field in ("datePublished", "dateModified", "headline", "url", "mainEntityOfPage", "inLanguage"):
        for text in _texts(article.get(field)):
            yield Fact(field, text, f"json-ld {field}")
    for field in ("author", "publisher"):
        for text in _texts(article.get(field)):
            yield Fact(field, text, f"json-ld {field}.name")
    if article.get("isAccessibleForFree") in (False, "False", "false"):
        yield Fact("paywall", "false", "json-ld isAccessibleForFree")
    for text in _texts(article.get("articleBody")):
        yield Fact("articleBody", text, "json-ld articleBody")


def _texts(value: object) -> list[str]:
    """Text of a string, of an object's name or id, or of a list of those."""
    match value:
        case str():
            return [value.strip()] if value.strip() else []
        case dict():
            return _texts(value.get("name") or value.get("@id") or value.get("url"))[:1]
        case list():
            return [text for part in value[:20] if not isinstance(part, list) for text in _texts(part)]
    return []


def _scrape(script: str) -> Iterator[Fact]:
    """Fields of JSON that no parser takes, read off its characters."""
    for field, text in (*_FIELD.findall(script), *_AUTHOR.findall(script)):
        name = f"{field}.name" if field in ("author", "publisher") else field
        yield Fact(field, _unescape(text), f"broken json-ld {name}")


def _unescape(text: str) -> str:
    try:
        value: object = json.loads(f'"{text}"', strict=False)
    except ValueError:
        return text
    return value if isinstance(value, str) else text
