"""One contestant of ``benchmarks/throughput.py``, in a process of its own.

Turns texts or parsed sentences into records and prints what it took as one line of JSON. It
imports nothing of the project but saksi, so that it runs under an interpreter that has only a
peer; exit code 4 says that the peer is not there.

    python contestants.py saksi TEXTS.json | petrarch FOLDER | spacy TEXTS.json MODEL
"""

# ruff: noqa: PLC0415  # what a contestant imports is part of what it takes
from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

#: Kilobytes in a unit of ``ru_maxrss``: it counts bytes on macOS, kilobytes elsewhere.
RSS_UNIT = 1 / 1024 if sys.platform == "darwin" else 1
MISSING = 4
#: The parsed sentences that come with PETRARCH-3, and how often they are read: they are few.
SAMPLE, TIMES = "GigaWord.sample.PETR.xml", 20


def main() -> None:
    """Run the contestant that the first argument names."""
    contestant, *told = sys.argv[1:]
    try:
        figures = CONTESTANTS[contestant](*told)
    except ImportError as error:
        print(error, file=sys.stderr)
        sys.exit(MISSING)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_UNIT / 1024
    print(json.dumps({**figures, "peak_memory_mb": round(peak, 1)}))


def run_saksi(texts: str) -> dict[str, float]:
    """Raw text to JSON records; a tenth of the articles is read first to warm up."""
    began = time.process_time()
    from saksi.export.contract import dumps, to_contract
    from saksi.lang.language import load_language
    from saksi.pipeline import analyse
    from saksi.records import Article

    language = load_language()
    loaded = time.process_time() - began
    articles = [Article(str(n), text) for n, text in enumerate(_read(texts))]
    for article in articles[: len(articles) // 10]:
        analyse(article, language)
    began, sentences = time.process_time(), 0
    for article in articles:
        analysis = analyse(article, language)
        sentences += len(analysis.marks.segments.sentences)
        dumps(to_contract(analysis))
    return _figures(began, sentences, loaded, len(articles))


def run_petrarch(folder: str) -> dict[str, float]:
    """PETRARCH-3 on the parsed sentences that come with it; reading its XML is not counted."""
    sys.path.insert(0, folder)
    began = time.process_time()
    from petrarch3 import PETRreader, petrarch3, utilities  # type: ignore[import-not-found]

    PETRreader.parse_Config(utilities._get_data("data/config/", "PETR_config.ini"))  # noqa: SLF001
    petrarch3.read_dictionaries()
    loaded = time.process_time() - began
    seconds = 0.0
    for _ in range(TIMES):
        events = PETRreader.read_xml_input([str(Path(folder) / "petrarch3/data/text" / SAMPLE)], True)
        sentences = sum(len(story["sents"]) for story in events.values())
        began = time.process_time()
        petrarch3.do_coding(events)
        seconds += time.process_time() - began
    return {
        "sentences": sentences * TIMES,
        "seconds": round(seconds, 3),
        "sentences_per_second": round(sentences * TIMES / seconds, 1),
        "load_seconds": round(loaded, 3),
    }


def run_spacy(texts: str, model: str) -> dict[str, float]:
    """A trained pipeline with a tagger and a parser on the same texts, in batches; it codes nothing."""
    began = time.process_time()
    import spacy  # type: ignore[import-not-found]

    pipeline = spacy.load(model)
    loaded = time.process_time() - began
    read = _read(texts)
    list(pipeline.pipe(read[: len(read) // 10]))
    began = time.process_time()
    sentences = sum(len(list(document.sents)) for document in pipeline.pipe(read))
    return _figures(began, sentences, loaded, len(read))


def _read(texts: str) -> list[str]:
    read: list[str] = json.loads(Path(texts).read_text(encoding="utf-8"))
    return read


def _figures(began: float, sentences: int, loaded: float, documents: int) -> dict[str, float]:
    seconds = time.process_time() - began
    return {
        "documents": documents,
        "sentences": sentences,
        "seconds": round(seconds, 3),
        "sentences_per_second": round(sentences / seconds, 1),
        "load_seconds": round(loaded, 3),
    }


CONTESTANTS: dict[str, Callable[..., dict[str, float]]] = {
    "saksi": run_saksi,
    "petrarch": run_petrarch,
    "spacy": run_spacy,
}


if __name__ == "__main__":
    main()
