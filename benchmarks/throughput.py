"""Measures how fast saksi reads: text in, JSON out, one process, one core.

Turns the demo articles, repeated, into a speed in documents and sentences a second and a
peak of memory. Loading the language is timed on its own. The last line is JSON.

    python benchmarks/throughput.py [--repeat N]
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time

from saksi.cli.demo import read_demo
from saksi.export.contract import dumps, to_contract
from saksi.lang.language import load_language
from saksi.pipeline import analyse

#: Kilobytes in a unit of ``ru_maxrss``: it counts bytes on macOS, kilobytes elsewhere.
RSS_UNIT = 1 / 1024 if sys.platform == "darwin" else 1


def main() -> None:
    """Measure and print, first for people, then one line for programs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--repeat", type=int, default=20, help="times that the demo articles are read")
    figures = measure(parser.parse_args().repeat)
    for name, value in figures.items():
        print(f"{name:<24} {value:>12,.2f}")
    print(json.dumps(figures))


def measure(repeat: int) -> dict[str, float]:
    """Figures of ``repeat`` rounds over the demo articles, after one round to warm up."""
    began = time.perf_counter()
    language = load_language()
    loaded = time.perf_counter()
    articles = read_demo()
    for article in articles:
        analyse(article, language)
    warm = time.process_time()
    sentences = characters = 0
    for _ in range(repeat):
        for article in articles:
            analysis = analyse(article, language)
            characters += len(article.text)
            sentences += len(analysis.marks.segments.sentences)
            dumps(to_contract(analysis))
    seconds = time.process_time() - warm
    return {
        "load_seconds": round(loaded - began, 3),
        "documents": len(articles) * repeat,
        "documents_per_second": round(len(articles) * repeat / seconds, 2),
        "sentences_per_second": round(sentences / seconds, 1),
        "characters_per_second": round(characters / seconds, 0),
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_UNIT / 1024, 1),
    }


if __name__ == "__main__":
    main()
