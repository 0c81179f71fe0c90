"""Any bytes are read: no crash, no wait, every article with text or with a reason."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saksi.cli.extract import extract_one
from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.read.articles import KINDS, _guard, _read_source
from saksi.read.sources import ReadOptions, see_head
from saksi.records import Article
from tests.read.build_sources import SOURCES

FUZZ = settings(max_examples=60, deadline=30_000, suppress_health_check=list(HealthCheck))
TAGS = st.sampled_from(
    [
        "html",
        "head",
        "body",
        "div",
        "p",
        "h1",
        "table",
        "tr",
        "td",
        "script",
        "style",
        "title",
        "meta",
        "a",
        "li",
        "ul",
        "br",
        "article",
        "template",
        "svg",
        "plaintext",
    ]
)
WORDS = st.text(alphabet="Ambar Kesmira.,“”()0123456789/-:;&<>\"'\u00ad\u200bâ€œ\n", max_size=80)
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20) | st.integers(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["text", "isi", "html", "title", "url", "date", "@type", "name", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@st.composite
def pages(draw: st.DrawFn) -> bytes:
    """HTML as broken as it comes: tags that do not match, attributes without end, JSON-LD of any kind."""
    parts = []
    for _ in range(draw(st.integers(0, 30))):
        tag, words = draw(TAGS), draw(WORDS)
        parts.append(
            draw(
                st.sampled_from(
                    [f"<{tag}>{words}", f"</{tag}>", f"<{tag} class='{words}'>", words, f"<!--{words}"]
                )
            )
        )
        if tag == "script":
            parts.append(f'<script type="application/ld+json">{json.dumps(draw(JSON))}</script>')
        if tag == "meta":
            parts.append(f'<meta property="article:published_time" content="{words}">')
    return "".join(parts).encode(draw(st.sampled_from(["utf-8", "utf-16", "cp1252"])), "replace")


@st.composite
def damaged(draw: st.DrawFn, name: str) -> bytes:
    """A good source with some of its bytes changed, or cut off."""
    data = bytearray(_load(name))
    for _ in range(draw(st.integers(0, 12))):
        data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    return bytes(data[: draw(st.integers(0, len(data)))]) if draw(st.booleans()) else bytes(data)


@cache
def _load(name: str) -> bytes:
    return (SOURCES / name).read_bytes()


def read(data: bytes, kind: str | None) -> list[Article]:
    """Articles of bytes, as ``read_articles`` reads those of a file."""

    def reader() -> Iterator[Article]:
        yield from _read_source(see_head("a", io.BytesIO(data)), ReadOptions(kind=kind))

    found = list(_guard("a", reader))
    for article in found:
        assert article.text.strip() or article.problems
        assert (article.original is None) == (not article.repairs)
        article.text.encode()  # no half characters: it can be written to a file
    return found


@pytest.mark.parametrize("kind", [*KINDS, None])
@FUZZ
@given(data=st.binary(max_size=2_000))
def test_any_bytes(kind: str | None, data: bytes) -> None:
    assert read(data, kind) or not data or kind in ("jsonl", "json")
    read(gzip.compress(data), kind)


@pytest.mark.parametrize("name", sorted(path.name for path in SOURCES.iterdir()))
@FUZZ
@given(data=st.data())
def test_damaged_sources(name: str, data: st.DataObject) -> None:
    broken = data.draw(damaged(name))
    kind = name.removesuffix(".gz").rpartition(".")[2]
    names = {"txt": "text", "rss": "feed", "atom": "feed", "xml": "sitemap", "tsv": "csv"}
    read(broken, names.get(kind, kind))


@FUZZ
@given(pages())
def test_any_page(page: bytes) -> None:
    assert len(read(page, "html")) == 1


@FUZZ
@given(st.lists(JSON, max_size=5))
def test_any_json(values: list[object]) -> None:
    lines = "\n".join(json.dumps(value) for value in values).encode()
    assert len(read(lines, "jsonl")) == len(values)
    read(json.dumps(values).encode(), "json")


@settings(FUZZ, max_examples=40)
@given(st.one_of(pages(), WORDS.map(str.encode)))
def test_spans_of_records_are_verbatim(data: bytes) -> None:
    language = load_language()
    for kind in ("html", "text"):
        for article in read(data, kind):
            record, _ = extract_one(article, lambda one: analyse(one, language), with_text=True)
            document = record["document"]
            assert isinstance(document, dict)
            for start, end, words in spans_of(record):
                assert document["text"][start:end] == words


def spans_of(value: object) -> Iterator[tuple[int, int, str]]:
    """Ranges with the words they quote."""
    match value:
        case {"start": int(start), "end": int(end), "text": str(words)}:
            yield start, end, words
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from spans_of(part)
