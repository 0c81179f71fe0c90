"""Shows whether the confidence of event records holds.

Of those near 0.8, are eight in ten right?

Codes the articles beside the gold records, takes a record for right when the scorer matches it
to a gold event and neither a side it gives is wrong nor both are exchanged, and writes a table
of bands with the expected calibration error (mean distance of confidence and share, weighted by
size) to ``results/calibration.json``. A side left empty is not wrong: it claims nothing.

    python benchmarks/calibration.py [--gold FOLDER]
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import shlex
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
GOLD = HERE.parents[1] / "shared"
REPORT = HERE / "results" / "calibration.json"
#: Lower ends of the bands of confidence.
BANDS = (0.0, 0.5, 0.7, 0.8, 0.9)
Record = Mapping[str, Any]


def main() -> int:
    """Measure, print and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=GOLD)
    gold: Path = parser.parse_args().gold
    if not (gold / "gold" / "articles").is_dir():
        print(f"no gold articles in {gold}; give their folder with --gold")
        return 0
    rows = list(judge_events(load_scorer(gold / "tools" / "score.py"), gold / "gold" / "articles"))
    report = make_report(rows)
    REPORT.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(report, indent=1))
    return 0


def load_scorer(path: Path) -> ModuleType:
    """The judge that stands beside the gold, as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judge_events(score: ModuleType, folder: Path) -> Iterator[tuple[float, bool]]:
    """Confidence of every event record, and whether it is right."""
    golds = {
        g["id"]: g for g in (yaml.safe_load(p.read_text("utf-8")) for p in sorted(folder.glob("*.yaml")))
    }
    texts = {
        name: gold.get("text") or (folder.parent / gold["source"]).read_text("utf-8")
        for name, gold in golds.items()
    }
    found = score.extract(texts, f"{shlex.quote(sys.executable)} -m saksi.cli extract")
    for name, got in sorted(found.items()):
        yield from _judge(score, golds[name], texts[name], got["events"])


def _judge(score: ModuleType, gold: Record, text: str, events: list[Record]) -> Iterator[tuple[float, bool]]:
    nets = {
        anchor: [score.sentence_around(text, span) for span in score.spans_of(text, anchor)]
        for event in gold["events"]
        for anchor in event["anchors"]
    }

    def fits(wanted: Record, got: Record) -> bool:
        if got["event"] not in (wanted["event"], *(wanted.get("accept") or ())):
            return False
        told = [(m["start"], m["end"]) for m in [*(got.get("mentions") or []), got["evidence"]]]
        return any(
            score.overlap(m, net) for anchor in wanted["anchors"] for net in nets[anchor] for m in told
        )

    pairs = {j: i for i, j in score.assign(gold["events"], events, fits, score.event_agreement)}
    for j, event in enumerate(events):
        right = j in pairs and _is_right(score.attributes(gold["events"][pairs[j]], event), event)
        yield event["confidence"], right


def _is_right(attributes: Mapping[str, bool | None], event: Record) -> bool:
    wrong = [side for side in ("actor", "recipient") if attributes[side] is False and event[side]]
    return attributes["type"] is not False and not wrong and attributes["swap"] is not True


def make_report(rows: list[tuple[float, bool]]) -> dict[str, object]:
    """Bands with how many records, their mean confidence and the share that is right."""
    bands = []
    for low, high in zip(BANDS, (*BANDS[1:], 1.01), strict=True):
        inside = [row for row in rows if low <= row[0] < high]
        if inside:
            mean, right = (sum(float(row[k]) for row in inside) / len(inside) for k in (0, 1))
            bands.append({"from": low, "records": len(inside), "confidence": mean, "right": right})
    error = sum(band["records"] * abs(band["confidence"] - band["right"]) for band in bands) / len(rows)
    brier = sum((confidence - right) ** 2 for confidence, right in rows) / len(rows)
    return {
        "records": len(rows),
        "bands": [{key: round(value, 3) for key, value in band.items()} for band in bands],
        "expected_calibration_error": round(error, 3),
        "brier": round(brier, 3),
    }


if __name__ == "__main__":
    sys.exit(main())
