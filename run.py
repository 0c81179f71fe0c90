"""Sets saksi up beside this file when needed, then runs a command: ``python3 run.py saksi demo``.

Makes ``.venv`` with the standard library alone and fills it with this machine's pip at the
versions that ``constraints.txt`` pins. Installs again only when ``constraints.txt``,
``pyproject.toml`` or the folder's place has changed. Needs Python 3.11 and pip 22.3, no more:
neither ensurepip nor the right to write into the system's own Python.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "saksi-stamp.txt"
#: The first pip that can install into another interpreter (``--python``).
OLDEST_PIP = (22, 3)


def main(command: list[str]) -> int:
    """Set up if need be, run the command and give its exit code."""
    if sys.version_info < (3, 11):
        sys.exit("saksi needs Python 3.11 or newer: start run.py with it, for example python3.11 run.py")
    if not command:
        sys.exit(f"{__doc__}\nusage: python3 run.py COMMAND [ARGUMENT ...]")
    if not PYTHON.exists() or not STAMP.exists() or STAMP.read_text(encoding="utf-8") != make_stamp():
        set_up()
    environment = os.environ | {"PATH": os.pathsep.join([str(BIN), os.environ.get("PATH", os.defpath)])}
    program = shutil.which(command[0], path=environment["PATH"])
    if program is None:
        sys.exit(f"run.py: there is no command {command[0]!r} in {VENV.name} or on this machine")
    if os.name != "nt":  # signals and exit code stay the command's own
        os.execve(program, command, environment)  # noqa: S606
    return subprocess.call([program, *command[1:]], env=environment)


def set_up() -> None:
    """Make the virtual environment and install saksi with its tools into it."""
    check_pip()
    print("setting saksi up in .venv (once) ...", file=sys.stderr, flush=True)
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", "--clear", str(VENV)], check=True)
    pins = dict.fromkeys(("PIP_CONSTRAINT", "PIP_BUILD_CONSTRAINT"), "constraints.txt")
    quiet = ["--quiet", "--disable-pip-version-check"]
    install = [sys.executable, "-m", "pip", "--python", str(PYTHON), "install", *quiet, "-e", ".[dev]"]
    if subprocess.call(install, cwd=ROOT, env=os.environ | pins) != 0:
        sys.exit("run.py: pip could not install what constraints.txt names; its reason stands above")
    STAMP.write_text(make_stamp(), encoding="utf-8")


def check_pip() -> None:
    """Stop with a plain message when this machine's pip is missing or too old."""
    pip = [sys.executable, "-m", "pip", "--version"]
    told = subprocess.run(pip, capture_output=True, text=True, check=False).stdout
    version = re.match(r"pip (\d+)\.(\d+)", told)
    if version is None or tuple(map(int, version.groups())) < OLDEST_PIP:
        has = version.group() if version else "no pip"
        wants = ".".join(map(str, OLDEST_PIP))
        sys.exit(f"run.py: set-up needs pip {wants} or newer, this Python has {has}: install python3-pip")


def make_stamp() -> str:
    """Digest of all that decides what is installed: pins, project file, and where this folder is."""
    files = [(ROOT / name).read_bytes() for name in ("constraints.txt", "pyproject.toml")]
    return hashlib.sha256(b"\0".join([*files, str(ROOT).encode()])).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
