"""``saksi check``: loads all data, runs all examples, prints those that fail."""

from __future__ import annotations

from collections import Counter

from saksi.check.runner import run_all
from saksi.cli import exits
from saksi.errors import UsageError


def run_checks(path: str | None) -> int:
    """Print what is wrong and a count of what was looked at; give the exit code."""
    results = run_all(path)
    if path is not None and not results:
        raise UsageError(
            f"no rule file has a path with {path!r} in it: see the names that a plain check prints"
        )
    failed = [result for result in results if result.fault is not None]
    for result in failed:
        _print(f"{result.kind:<8} {result.name}", f"  text   {result.text}", f"  found  {result.fault}")
    kinds = Counter(result.kind for result in results)
    told = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    _print(f"{len(results)} checks ({told}): {len(failed)} failed")
    return exits.FAILED if failed else exits.OK


def _print(*lines: str) -> None:
    print("\n".join(lines))
