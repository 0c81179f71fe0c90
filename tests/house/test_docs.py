"""The documents tell what is there: every command, option, file and link."""

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest
from typer.main import get_command

from saksi.cli.main import app
from saksi.lang.frames import load_frames
from saksi.lang.morphology import load_morphology

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference-cli.md"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")
#: Words of the machines people work on; none of them is the project's.
FOREIGN = re.compile(
    r"/work/|/root/|/tmp/|/home/\w|C:\\Users|localhost|\.pyenv|"  # looked for, not used
    r"files\.pythonhosted|pypi\.org|/simple/"
)


@cache
def tracked() -> tuple[Path, ...]:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    names = [name for name in done.stdout.decode().split("\0") if name]
    return tuple(path for path in map(ROOT.joinpath, names) if path.is_file())


def options() -> list[tuple[str, str]]:
    """(command, word): every command, and every option or argument of it."""
    group = get_command(app)
    words = [("saksi", word) for parameter in group.params for word in parameter.opts]
    for name, command in group.commands.items():  # type: ignore[attr-defined]  # the app is a group
        words.append((name, f"saksi {name}"))
        words += [
            (name, word) for parameter in command.params for word in parameter.opts if word.startswith("-")
        ]
    return [(name, word) for name, word in words if word != "--help"]


def section(name: str) -> str:
    """Text of the reference under the heading of one command."""
    parts = re.split(r"^## ", REFERENCE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    found = [part for part in parts if part.startswith(f"`saksi {name}" if name != "saksi" else "`saksi`")]
    assert found, f"docs/reference-cli.md has no section for {name}"
    return found[0]


@pytest.mark.parametrize(("command", "word"), options())
def test_reference_tells_every_command_and_option(command: str, word: str) -> None:
    assert word in section(command)


def test_reference_tells_no_command_that_is_not_there() -> None:
    told = set(re.findall(r"^## `saksi ([\w-]+)", REFERENCE.read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert told == {name for name, _ in options()} - {"saksi"}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_commands_in_documents_exist(path: Path) -> None:
    told = set(re.findall(r"(?:run\.py |`)saksi ([a-z][\w-]+)", path.read_text(encoding="utf-8")))
    assert told <= {name for name, _ in options()}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), target


def test_readme_commands_start_the_demo_and_the_tests() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "python3 run.py saksi demo" in readme
    assert "python3 run.py pytest" in readme


def test_no_file_names_a_machine() -> None:
    here = Path(__file__)
    for path in tracked():
        if path != here and path.suffix in {".py", ".toml", ".tsv", ".md", ".txt", ".json", ""}:
            assert not FOREIGN.search(path.read_text(encoding="utf-8", errors="replace")), path


def test_frame_of_the_how_to_loads(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "how-to" / "add-a-frame.md").read_text(encoding="utf-8")
    block = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert block is not None
    (tmp_path / "coerce.toml").write_text(block.group(1), encoding="utf-8")
    (tmp_path / "sets.toml").write_text("", encoding="utf-8")
    data = ROOT / "src" / "saksi" / "data" / "lang" / "id"
    frames = load_frames(tmp_path, load_morphology(data / "morphology.toml"))
    assert {form.word for form in frames[0].forms} >= {"menangkap", "ditangkap", "penangkapan"}
    assert [kind for kind, _, _ in frames[0].examples] == ["example", "example", "counter", "gap"]
