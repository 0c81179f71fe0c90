"""Fetches the browser libraries of the reading room again and writes their list.

Turns the table below into files under ``src/saksi/web/vendor`` with ``vendor.json`` (package,
version, licence, sha256 of each file). Needs npm, once; nothing of it runs for users.

    python tools/vendor_web.py
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]


class Package(NamedTuple):
    """One package of the npm registry and what is taken from it."""

    name: str
    version: str
    file: str  # path in the package
    kept: str  # our name of it
    home: Path = ROOT / "src" / "saksi" / "web" / "vendor"


PACKAGES = (
    Package("htmx.org", "4.0.1", "dist/htmx.min.js", "htmx.js"),
    Package("@picocss/pico", "2.1.1", "css/pico.min.css", "pico.css"),
    Package("d3", "7.9.0", "dist/d3.min.js", "d3.js"),
    Package("cytoscape", "3.34.4", "dist/cytoscape.min.js", "cytoscape.js"),
    Package("world-atlas", "2.0.2", "countries-50m.json", "countries-50m.json"),
    # for the tests alone: MPL-2.0, not in the wheel
    Package("axe-core", "4.14.1", "axe.min.js", "axe.js", ROOT / "tests" / "web" / "vendor"),
)


def main() -> None:
    """Fetch everything and write one list beside each folder of files."""
    for home in {package.home for package in PACKAGES}:
        home.mkdir(parents=True, exist_ok=True)
        rows = [fetch(package) for package in PACKAGES if package.home == home]
        (home / "vendor.json").write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def fetch(package: Package) -> dict[str, str | int]:
    """Take one file and the licence out of a package."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", f"{package.name}@{package.version}"]
        done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)  # noqa: S603  # the table above
        with tarfile.open(Path(folder) / done.stdout.strip().splitlines()[-1]) as archive:
            data = read(archive, package.file)
            about = json.loads(read(archive, "package.json"))
            names = [name.removeprefix("package/") for name in archive.getnames()]
            licence = next(name for name in names if name.upper().split(".")[0] == "LICENSE")
            words = read(archive, licence)
    (package.home / package.kept).write_bytes(data)
    (package.home / f"{package.kept.split('.')[0]}.LICENCE.txt").write_bytes(words)
    return {
        "package": package.name,
        "version": str(about["version"]),
        "licence": str(about["license"]),
        "file": package.kept,
        "taken_from": package.file,
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def read(archive: tarfile.TarFile, name: str) -> bytes:
    """The bytes of one file of a package."""
    member = archive.extractfile(f"package/{name}")
    if member is None:
        raise FileNotFoundError(name)
    return member.read()


if __name__ == "__main__":
    main()
