"""The forms of a root are the ones an Indonesian grammar gives."""

from importlib.resources import files

import pytest

from saksi.lang.morphology import Morphology, load_morphology, make_forms


@pytest.fixture(scope="module")
def morphology() -> Morphology:
    return load_morphology(files("saksi") / "data" / "lang" / "id" / "morphology.toml")


@pytest.mark.parametrize(
    ("root", "shape", "word"),
    [
        ("serang", "meN-", "menyerang"),
        ("tangkap", "meN-", "menangkap"),
        ("pukul", "meN-", "memukul"),
        ("kirim", "meN-kan", "mengirimkan"),
        ("produksi", "meN-", "memproduksi"),
        ("bom", "meN-", "mengebom"),
        ("lapor", "meN-kan", "melaporkan"),
        ("usir", "meN-", "mengusir"),
        ("runding", "ber-", "berunding"),
        ("kerja", "ber-", "bekerja"),
    ],
)
def test_active_forms(morphology: Morphology, root: str, shape: str, word: str) -> None:
    assert word in {form.word for form in make_forms(morphology, root, (shape,), ())}


def test_an_active_shape_gives_its_passive_and_the_headline_form(morphology: Morphology) -> None:
    voices = {form.word: form.voice for form in make_forms(morphology, "seru", ("meN-kan",), ())}
    assert voices == {"menyerukan": "active", "diserukan": "passive", "serukan": "bare"}


@pytest.mark.parametrize(
    ("root", "shape", "word"),
    [("serang", "-an", "serangan"), ("tarik", "peN-an", "penarikan"), ("runding", "per-an", "perundingan")],
)
def test_nouns(morphology: Morphology, root: str, shape: str, word: str) -> None:
    assert {form.word for form in make_forms(morphology, root, (), (shape,))} >= {word}


def test_words_after_the_shape_stay_in_every_form(morphology: Morphology) -> None:
    words = {form.word for form in make_forms(morphology, "ambil", ("meN- alih",), ("peN-an alih",))}
    assert words == {"mengambil alih", "diambil alih", "ambil alih", "pengambilan alih"}


def test_an_unknown_shape_is_refused(morphology: Morphology) -> None:
    with pytest.raises(ValueError, match="me-an"):
        make_forms(morphology, "serang", ("me-an",), ())
