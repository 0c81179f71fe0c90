"""Measures the rooms that come before sentences: how fast texts are read and cleaned, and in how much memory archives are.

Turns the demo articles, repeated into files of several kinds, into speeds on one core. With
``--warc MEGABYTES`` it writes a web archive of that size into a temporary folder, reads it in
a process of its own, and reads one a quarter as large beside it: the peaks must be alike. The
last line is JSON. Nothing is left behind.

    python -m benchmarks.reading [--repeat N] [--warc MEGABYTES]
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.archives import make_record
from saksi.clean.pages import clean
from saksi.cli.demo import read_demo
from saksi.lang.language import Language, load_language
from saksi.read.articles import read_articles
from saksi.records import Article
from saksi.segment.segments import segment

#: Kilobytes in a unit of ``ru_maxrss``: it counts bytes on macOS, kilobytes elsewhere.
RSS_UNIT = 1 / 1024 if sys.platform == "darwin" else 1
#: What the project holds itself to.
FLOOR_SENTENCES = 5_000
#: How much higher the peak of a large archive may be than that of one a quarter as large, in megabytes.
MEMORY_SLACK_MB = 30.0
#: Furniture around each page, in bytes: real pages are mostly that.
PADDING = 30_000


def main() -> None:
    """Measure and print, first for people, then one line for programs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--repeat", type=int, default=40, help="copies of the demo articles that are read")
    parser.add_argument("--warc", type=int, default=0, help="size of a web archive to read, in megabytes")
    parser.add_argument("--peak", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.peak:
        print(json.dumps(measure_archive(options.peak)))
        return
    with tempfile.TemporaryDirectory() as folder:
        figures = measure_texts(Path(folder), options.repeat)
        if options.warc:
            figures |= measure_archives(Path(folder), options.warc)
    for name, value in figures.items():
        print(f"{name:<28} {value:>14,.2f}")
    print(json.dumps(figures))
    if misses := find_misses(figures):
        sys.exit(f"missed: {', '.join(misses)}")


def find_misses(figures: dict[str, float]) -> list[str]:
    """Names of the figures that break what the project holds itself to."""
    misses = [] if figures["read_clean_sentences_per_second"] >= FLOOR_SENTENCES else ["sentences per second"]
    if (
        "warc_peak_mb" in figures
        and figures["warc_peak_mb"] > figures["warc_quarter_peak_mb"] + MEMORY_SLACK_MB
    ):
        misses.append("memory of archives")
    return misses


def measure_texts(folder: Path, repeat: int) -> dict[str, float]:
    """Speeds of plain text, JSONL and HTML pages, in sentences, rows and pages a second."""
    language = load_language()
    articles = [article for _ in range(repeat) for article in read_demo()]
    sentences = repeat * sum(
        len(segment(clean(a, language.furniture), language.sentences).sentences) for a in read_demo()
    )
    write_texts(folder, articles)
    write_lines(folder / "artikel.jsonl", articles)
    write_pages(folder / "pages", articles[: len(articles) // 4])
    list(read_articles([str(next((folder / "pages").iterdir()))]))  # the first page loads the library
    text, _ = time_reading(str(folder / "texts"), language)
    raw, _ = time_reading(str(folder / "texts"), None)
    lines, rows = time_reading(str(folder / "artikel.jsonl"), None)
    html, pages = time_reading(str(folder / "pages"), None)
    return {
        "sentences": sentences,
        "read_clean_sentences_per_second": round(sentences / text, 1),
        "read_sentences_per_second": round(sentences / raw, 1),
        "jsonl_rows_per_second": round(rows / lines, 1),
        "html_pages_per_second": round(pages / html, 1),
    }


def time_reading(path: str, language: Language | None) -> tuple[float, int]:
    """Seconds of processor time and number of articles; pages are cleaned when there is a language."""
    began, number = time.process_time(), 0
    for article in read_articles([path]):
        if not article.text:
            sys.exit(article.problems[0].why)
        if language is not None:
            clean(article, language.furniture)
        number += 1
    return time.process_time() - began, number


def measure_archives(folder: Path, megabytes: int) -> dict[str, float]:
    """Speed and peak of memory over an archive, and the peak over one a quarter as large."""
    large, small = folder / "large.warc.gz", folder / "small.warc.gz"
    write_archive(large, megabytes * 1_000_000)
    write_archive(small, megabytes * 250_000)
    figures = {path: read_apart(path) for path in (small, large)}
    return {
        "warc_megabytes": megabytes,
        "warc_packed_megabytes": round(large.stat().st_size / 1e6, 1),
        "warc_pages": figures[large]["pages"],
        "warc_pages_per_second": round(figures[large]["pages"] / figures[large]["seconds"], 1),
        "warc_peak_mb": figures[large]["peak_mb"],
        "warc_quarter_peak_mb": figures[small]["peak_mb"],
    }


def read_apart(path: Path) -> dict[str, float]:
    """Figures of a process that reads the archive and nothing else."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.reading", "--peak", str(path)],
        capture_output=True,
        check=True,
        text=True,
    )
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def measure_archive(path: str) -> dict[str, float]:
    """Read an archive in this process: seconds, pages, peak of memory."""
    began = time.process_time()
    pages = sum(1 for article in read_articles([path]) if article.text)
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_UNIT / 1024
    return {"pages": pages, "seconds": seconds, "peak_mb": round(peak, 1)}


# ---- what is read --------------------------------------------------------------------


def write_texts(folder: Path, articles: list[Article]) -> None:
    """One file an article."""
    (folder / "texts").mkdir()
    for number, article in enumerate(articles):
        (folder / "texts" / f"{number:06}.txt").write_text(article.text, encoding="utf-8")


def write_lines(path: Path, articles: list[Article]) -> None:
    """One JSON object an article."""
    with path.open("w", encoding="utf-8") as file:
        for article in articles:
            file.write(
                json.dumps({"text": article.text, "url": f"https://kabar.example/{article.source}"}) + "\n"
            )


def write_pages(folder: Path, articles: list[Article]) -> None:
    """One page an article, without padding."""
    folder.mkdir()
    for number, article in enumerate(articles):
        (folder / f"{number:06}.html").write_bytes(make_page(article.text, number, padding=0))


def make_page(text: str, number: int, padding: int = PADDING) -> bytes:
    """Page of a text with its paragraphs, amid links and scripts."""
    paragraphs = "".join(f"<p>{line}</p>\n" for line in text.splitlines() if line.strip())
    links = "".join(f'<li><a href="/{number}/{i}">Berita lain nomor {i}</a></li>' for i in range(40))
    return (
        f"<!DOCTYPE html><html lang='id'><head><title>Berita {number}</title>"
        f"<meta property='article:published_time' content='2024-07-03T10:00:00+07:00'>"
        f"<script>var a = '{'x' * padding}';</script></head><body><nav><ul>{links}</ul></nav>"
        f"<article><h1>Berita {number}</h1>{paragraphs}</article></body></html>"
    ).encode()


def write_archive(path: Path, size: int) -> None:
    """Web archive of pages until it has so many bytes unpacked, one gzip member a record."""
    texts = [article.text for article in read_demo()]
    with path.open("wb") as file:
        written = number = 0
        while written < size:
            record = make_record(make_page(texts[number % len(texts)], number), number)
            file.write(gzip.compress(record, 1))
            written += len(record)
            number += 1


if __name__ == "__main__":
    main()
