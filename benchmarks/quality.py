"""Measures saksi against gold records and holds it to pinned floors.

Runs the scorer that stands beside the gold on articles, sentences and dates; writes the
figures with the digest of the gold to ``quality.json``; fails when one is under its floor
in ``floors.toml``. Without gold in reach it says so and fails nothing.

    python benchmarks/quality.py [--pin [--allow-lower]] [--gold FOLDER]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
GOLD = HERE.parents[1] / "shared"
FLOORS, REPORT = HERE / "floors.toml", HERE / "quality.json"
#: What is scored: name, and where its gold is.
PARTS = {"articles": "gold/articles", "sentences": "gold/plover_gsr_id_dev.jsonl", "dates": "gold/dates.tsv"}
#: Figures that are better when lower; their floors are ceilings.
LOWER_IS_BETTER = (
    "articles.spans.bad",
    "articles.events.attributes.swap",
    "sentences.extra_events_per_sentence",
)
#: Figures that have floors. Each is a rate from 0 to 1, or a count of mistakes.
PINNED = (
    "articles.events.p",
    "articles.events.r",
    "articles.events.f",
    "articles.events.macro_f",
    "articles.events.end_to_end",
    "articles.events.attributes.actor",
    "articles.events.attributes.recipient",
    "articles.events.attributes.swap",
    "articles.events.attributes.date",
    "articles.events.attributes.place",
    "articles.events.attributes.status",
    "articles.events.attributes.asserted",
    "articles.statements.p",
    "articles.statements.r",
    "articles.statements.f",
    "articles.statements.speaker",
    "articles.relations.p",
    "articles.relations.r",
    "articles.relations.f",
    "articles.people.p",
    "articles.people.r",
    "articles.people.f",
    "articles.times",
    "articles.furniture",
    "articles.body",
    "articles.published",
    "articles.spans.bad",
    "sentences.type_found",
    "sentences.macro_f",
    "sentences.actor",
    "sentences.recipient",
    "sentences.extra_events_per_sentence",
    "dates.right",
)
PRECISION = 4  # decimals of a floor


def main() -> int:
    """Score, report, and compare or pin; the exit code is 1 when a floor is not held."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, default=GOLD, help="folder with gold/ and tools/score.py")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is measured now")
    parser.add_argument("--allow-lower", action="store_true", help="with --pin: lower floors as well")
    arguments = parser.parse_args()
    if not (arguments.gold / "tools" / "score.py").exists():
        print("quality: the gold is not in reach; nothing was measured")
        return 0
    figures = flatten({part: score(arguments.gold, part) for part in PARTS})
    digest = digest_gold(arguments.gold)
    write_report(figures, digest)
    pinned = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    floors: dict[str, float] = pinned.get("floors", {})
    show(figures, floors)
    if pinned and pinned["gold"] != digest:
        print("quality: the gold has changed since the floors were pinned")
    if arguments.pin:
        return pin(figures, floors, digest, allow_lower=arguments.allow_lower)
    return tell_misses(find_misses(figures, floors))


def score(gold: Path, part: str) -> dict[str, Any]:
    """Figures of one part, as the scorer writes them."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "figures.json"
        saksi = f"{sys.executable} -m saksi.cli"
        commands = (
            ["--extract", f"{saksi} extract"]
            if part != "dates"
            else ["--normalise", f"{saksi} normalise-dates"]
        )
        scorer = [sys.executable, str(gold / "tools" / "score.py"), part, str(gold / PARTS[part])]
        subprocess.run([*scorer, *commands, "--json", str(out)], check=True, stdout=subprocess.DEVNULL)
        figures: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
        return figures


def flatten(figures: Mapping[str, Any], prefix: str = "") -> dict[str, float]:
    """Nested figures as dotted names; ``{"rate": x, "n": y}`` is the figure x."""
    flat: dict[str, float] = {}
    for name, value in figures.items():
        if isinstance(value, Mapping):
            inner = {"": value["rate"]} if value.keys() == {"rate", "n"} else value
            flat |= flatten(inner, f"{prefix}{name}." if inner is value else f"{prefix}{name}")
        elif isinstance(value, int | float):
            flat[f"{prefix}{name}"] = value
    if prefix == "articles.spans.":  # the scorer leaves a count of nothing out
        flat.setdefault("articles.spans.bad", 0)
    return flat


def digest_gold(gold: Path) -> str:
    """SHA-256 over the gold files, the texts and the scorer, in the order of their paths."""
    digest = hashlib.sha256()
    for file in sorted(gold_files(gold)):
        digest.update(file.relative_to(gold).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def gold_files(gold: Path) -> Iterator[Path]:
    """Every file that decides a figure."""
    yield gold / "tools" / "score.py"
    for part in PARTS.values():
        path = gold / part
        yield from (file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
    yield from (file for file in (gold / "gold" / "seeds").glob("*") if file.is_file())


def write_report(figures: Mapping[str, float], digest: str) -> None:
    """Keep all figures, rounded, with the digest of what they were measured on."""
    rounded = {name: round(value, PRECISION) for name, value in sorted(figures.items())}
    REPORT.write_text(json.dumps({"gold": digest, "figures": rounded}, indent=1) + "\n", encoding="utf-8")


def find_misses(figures: Mapping[str, float], floors: Mapping[str, float]) -> tuple[str, ...]:
    """Names of the figures that do not hold their floor, or that nobody measures any more."""
    return tuple(
        name for name, floor in floors.items() if name not in figures or is_worse(name, figures[name], floor)
    )


def is_worse(name: str, value: float, floor: float) -> bool:
    """Whether a figure is on the wrong side of its floor."""
    return value > floor if name in LOWER_IS_BETTER else value < floor


def show(figures: Mapping[str, float], floors: Mapping[str, float]) -> None:
    """Print the pinned figures beside their floors."""
    print(f"{'figure':<40} {'now':>8} {'floor':>8}")
    for name in PINNED:
        if name in figures:
            floor = f"{floors[name]:8.4f}" if name in floors else f"{'-':>8}"
            mark = (
                "  <-- under its floor"
                if name in floors and is_worse(name, figures[name], floors[name])
                else ""
            )
            print(f"{name:<40} {figures[name]:8.4f} {floor}{mark}")


def tell_misses(misses: tuple[str, ...]) -> int:
    """Say which floors are not held; the exit code."""
    if misses:
        print(f"quality: {len(misses)} figures are under their floors: {', '.join(misses)}")
    return 1 if misses else 0


def pin(figures: Mapping[str, float], floors: Mapping[str, float], digest: str, *, allow_lower: bool) -> int:
    """Write new floors; one that would go down stops it all unless that is allowed."""
    misses = find_misses(figures, floors)
    if misses and not allow_lower:
        print(
            f"quality: not pinned, these would go down: {', '.join(misses)}; --allow-lower does it, say why"
        )
        return 1
    rows = [f'"{name}" = {round_safely(name, figures[name])}' for name in PINNED if name in figures]
    head = "# Figures under which the quality check fails; raised by `benchmarks/quality.py --pin`.\n"
    FLOORS.write_text(f'{head}gold = "{digest}"\n\n[floors]\n' + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"quality: {len(rows)} floors pinned")
    return 0


def round_safely(name: str, value: float) -> float:
    """Round a floor so that the figure it came from holds it."""
    scale = 10.0**PRECISION
    return (math.ceil(value * scale) if name in LOWER_IS_BETTER else math.floor(value * scale)) / scale


if __name__ == "__main__":
    sys.exit(main())
