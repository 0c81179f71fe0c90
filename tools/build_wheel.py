"""Adds to a wheel what a clone does without: parsed rule files, and on request compiled rooms.

    pip install .                    # Python alone, the rule files parsed
    SAKSI_COMPILE=1 pip install .    # the typed rooms of the engine compiled with mypyc as well

The compiled engine needs a C compiler and some minutes, and gives the same records. Compiled
modules lie beside their Python sources in the wheel. The source tree is not touched, and an
editable install gets neither.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

#: Set to anything to compile.
REQUEST = "SAKSI_COMPILE"
#: Rooms that an article goes through; readers, store and pages wait for disks and people.
ROOMS = ("lang", "clean", "segment", "annotate", "clauses", "coding", "resolve")
#: Single modules that every record passes.
MODULES = ("records.py", "export/contract.py")
#: Merging of many articles, in which most time goes into libraries.
LEFT_OUT = "resolve/across"
#: Libraries without types are taken as they are; the project's own types are checked elsewhere.
CHECKING = """[mypy]
mypy_path = src
explicit_package_bases = True
ignore_missing_imports = True
disable_error_code = import-untyped
"""
SETUP = """
import sys
from mypyc.build import mypycify
from setuptools import setup
files = sys.argv.pop().split(";")
setup(name="saksi", packages=[], package_dir={"": "src"},
      ext_modules=mypycify(["--config-file=checking.ini", *files], debug_level="0"))
"""


class WheelHook(BuildHookInterface):  # type: ignore[misc]  # hatchling has no types here
    """Tells hatchling what to lay where."""

    def dependencies(self) -> list[str]:
        """What compiling needs, and nothing otherwise."""
        return ["mypy>=1.13", "setuptools>=68"] if os.environ.get(REQUEST) else []

    def initialize(self, version: str, build_data: dict[str, object]) -> None:
        """Parse and compile into a folder that lives until the wheel is written."""
        self._folder = TemporaryDirectory()
        if version == "editable":
            return
        root, folder = Path(self.root), Path(self._folder.name)
        included = build_data["force_include"]
        assert isinstance(included, dict)  # noqa: S101  # hatchling's own type
        parsed = folder / "parsed.json"
        run([str(root / "tools" / "parse_tables.py"), str(root / "src/saksi/data"), str(parsed)], root)
        included[str(parsed)] = "saksi/data/parsed.json"
        if os.environ.get(REQUEST):
            made = compile_engine(root / "src", folder)
            included.update({str(path): path.relative_to(folder / "lib").as_posix() for path in made})
            build_data["pure_python"], build_data["infer_tag"] = False, True

    def finalize(self, version: str, build_data: dict[str, object], artifact_path: str) -> None:  # noqa: ARG002  # as hatchling calls it
        """Take the folder away."""
        self._folder.cleanup()


def compile_engine(source: Path, folder: Path) -> list[Path]:
    """Compile a copy of ``source`` below ``folder`` and give the extension modules, below ``lib``."""
    shutil.copytree(source, folder / "src", ignore=shutil.ignore_patterns("__pycache__", "data", "*.so"))
    (folder / "checking.ini").write_text(CHECKING, encoding="utf-8")
    (folder / "setup.py").write_text(SETUP, encoding="utf-8")
    modules = [path.relative_to(folder).as_posix() for path in find_modules(folder / "src" / "saksi")]
    run(["setup.py", "build_ext", "--build-lib", "lib", ";".join(modules)], folder)
    return sorted(path for path in (folder / "lib").rglob("*") if path.suffix in (".so", ".pyd"))


def find_modules(package: Path) -> list[Path]:
    """The modules that are compiled, sorted."""
    rooms = [path for room in ROOMS for path in (package / room).rglob("*.py")]
    kept = [path for path in rooms if path.name != "__init__.py" and LEFT_OUT not in path.as_posix()]
    return sorted(kept + [package / name for name in MODULES])


def run(arguments: list[str], folder: Path) -> None:
    """Run a Python script of ours, its talk on standard error."""
    subprocess.run([sys.executable, *arguments], cwd=folder, check=True, stdout=sys.stderr)  # noqa: S603
