"""Reads what a web address tells: a date, a page number, the outlet.

Turns a URL into candidates by the patterns in ``metadata.toml``. It opens no address.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from saksi.read.dates import read_date, read_epoch
from saksi.read.rules import PageRules, UrlRule, load_page_rules
from saksi.records import Candidate

_PAGE = re.compile(r"(?:[?&](?:page|halaman|hal)=|/(?:page|halaman)/)(\d{1,2})(?=\D|$)")
_TITLE_PAGE = re.compile(r"\bhalaman (\d{1,2})\s*(?:$|[-|–])", re.IGNORECASE)
_ALL = re.compile(r"[?&](?:page=all|single=(?:true|1))\b|/all/?$")


def host_of(url: str | None) -> str | None:
    """Host of an address, lower case and without ``www.``; None when it is no address.

    >>> host_of("https://www.kabar.example/read/1")
    'kabar.example'
    """
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def find_url_date(url: str, rules: PageRules | None = None) -> Candidate | None:
    """Date an address holds."""
    for rule in (rules or load_page_rules()).urls:
        match = rule.pattern.search(url) if _holds_for(rule, url) else None
        value = None if match is None else _value(match.groupdict())
        if match is not None and value is not None:
            return Candidate(value, "url", match.group())
    return None


def _holds_for(rule: UrlRule, url: str) -> bool:
    host = host_of(url) or ""
    return not rule.hosts or any(host == known or host.endswith(f".{known}") for known in rule.hosts)


def _value(parts: dict[str, str]) -> str | None:
    if "epoch" in parts:
        return read_epoch(parts["epoch"])
    if "stamp" in parts:
        return read_date(parts["stamp"])
    return read_date(f"{parts['y']}-{parts['m']}-{parts['d']}")


def find_page_number(url: str) -> int | None:
    """Number of the page an address is of; None when it says none, or all pages are on one."""
    match = None if _ALL.search(url) else _PAGE.search(url)
    return None if match is None else int(match.group(1))


def find_title_page(title: str) -> int | None:
    """Number of the page that a title ends in.

    >>> find_title_page("Sidang dibuka - Halaman 2"), find_title_page("Koran itu terbit 12 halaman")
    (2, None)
    """
    match = _TITLE_PAGE.search(title)
    return None if match is None else int(match.group(1))


def find_outlet(printed: str, rules: PageRules | None = None) -> str:
    """Id of an outlet from its host or its printed name.

    >>> find_outlet("internasional.kompas.com")
    'kompas.com'
    """
    outlets = (rules or load_page_rules()).outlets
    name = " ".join(printed.lower().split())
    parts = name.split(".") if " " not in name else [name]
    known = (".".join(parts[start:]) for start in range(len(parts)))
    return next((outlets.ids[part] for part in known if part in outlets.ids), outlets.find_id(name))
