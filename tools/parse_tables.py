"""Parses all rule files once, so that an installed saksi starts sooner.

Turns the TOML files below a folder into one JSON file: the SHA-256 of each file's text, and what
stands in it as JSON. ``saksi.lang.tables`` looks there first; the same files give the same bytes.
``tools/build_wheel.py`` runs it for every wheel; a clone does without.

    python tools/parse_tables.py src/saksi/data OUT.json
"""

from __future__ import annotations

import hashlib
import json
import sys
import tomllib
from pathlib import Path


def main() -> None:
    """Parse what the first argument names into the second."""
    folder, out = map(Path, sys.argv[1:])
    out.write_text(json.dumps(parse_tables(folder), sort_keys=True) + "\n", encoding="utf-8")


def parse_tables(folder: Path) -> dict[str, str]:
    """What stands in every TOML file below a folder, as JSON, by the digest of its text."""
    parsed = {}
    for path in sorted(folder.rglob("*.toml")):
        raw = path.read_bytes()
        told = tomllib.loads(raw.decode("utf-8"))
        parsed[hashlib.sha256(raw).hexdigest()] = json.dumps(told, ensure_ascii=False)
    return parsed


if __name__ == "__main__":
    main()
