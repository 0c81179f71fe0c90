"""A frame file with a fault is refused at load, with file, frame and fix."""

from importlib.resources import files
from pathlib import Path

import pytest

from saksi.errors import DataError
from saksi.lang.frames import Frame, load_frames
from saksi.lang.morphology import load_morphology

GOOD = 'event = "ASSAULT"\n[[frame]]\nid = "serang"\nroot = "serang"\nverbs = ["meN-"]\n'


def load(folder: Path, text: str, sets: str = 'air = ["udara"]\n') -> tuple[Frame, ...]:
    (folder / "sets.toml").write_text(sets, encoding="utf-8")
    (folder / "assault.toml").write_text(text, encoding="utf-8")
    morphology = load_morphology(files("saksi") / "data" / "lang" / "id" / "morphology.toml")
    return load_frames(folder, morphology)


def test_a_good_frame_has_its_forms_and_default_roles(tmp_path: Path) -> None:
    (frame,) = load(tmp_path, GOOD)
    assert {f.word for f in frame.forms} == {"menyerang", "diserang", "serang"}
    assert dict(frame.roles)["actor"] == ("subject",)


def test_a_set_is_spelt_out_in_a_case(tmp_path: Path) -> None:
    case = '[[frame.case]]\nid = "x"\nnear = ["@air", "jet"]\nmode = "aerial"\n'
    (frame,) = load(tmp_path, GOOD + case)
    assert frame.cases[0].near == {"udara", "jet"}


def test_shared_cases_stand_where_they_are_used(tmp_path: Path) -> None:
    shared = '[cases]\na = [{ id = "a", skip = true }]\nb = [{ use = "a" }, { id = "b", mode = "aerial" }]\n'
    case = '[[frame.case]]\nid = "own"\nnear = ["jet"]\n[[frame.case]]\nuse = "b"\n'
    frame = GOOD.replace("[[frame]]\n", shared + '[[frame]]\nuse = ["a"]\n')
    (loaded,) = load(tmp_path, frame + case)
    assert [c.id for c in loaded.cases] == ["a", "own", "a", "b"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD.replace("ASSAULT", "FIGHT"), "FIGHT is not a PLOVER type"),
        (GOOD.replace("meN-", "meng"), "shape meng is not in morphology.toml"),
        (GOOD + 'colour = "red"\n', "key 'colour' is unknown"),
        (GOOD + '[[frame.case]]\nid = "x"\nnear = ["@sea"]\n', "set @sea is not in sets.toml"),
        (GOOD + GOOD.partition("\n")[2], "already used"),
        (GOOD + "roles = { patient = 'object' }\n", "must be actor or recipient"),
        (GOOD + 'use = ["sport"]\n', "list sport is not above it"),
        (GOOD + '[[frame.case]]\nuse = "sport"\nskip = true\n', "no other keys"),
        (GOOD + "verbs = [", "syntax"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(DataError) as caught:
        load(tmp_path, text)
    assert said in str(caught.value)
    assert "assault.toml" in str(caught.value)
