"""Acts that a sentence tells in passing: met "dalam pertemuan dengan X", hit as a "sasaran", claimed, ordered."""

import pytest

from tests.reading import read

Sides = tuple[list[str | None], list[str | None]]


def sides(text: str, kind: str) -> list[Sides]:
    told = (e for e in read(text).events if e.event == kind)
    return [([s.code for s in e.actor], [s.code for s in e.recipient]) for e in told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dalam pertemuan dengan Presiden Kenya, Perdana Menteri Peru mengatakan hal itu.", [(["PER", "KEN"], [])]),
        ("Perdana Menteri Peru menyatakan dukungan usai pertemuan dengan Presiden Kenya.", [(["PER", "KEN"], [])]),
        ("Dalam percakapan telepon dengan Presiden Kenya, Perdana Menteri Peru mengatakan hal itu.",
         [(["PER", "KEN"], [])]),
        ("Dalam kunjungannya ke Chad, Presiden Kenya mengatakan hal itu.", [(["KEN"], ["TCD"])]),
        ("Turki mengirimkan menteri luar negerinya ke Kuba.", [(["TUR"], ["CUB"])]),
        ("Dalam pertemuan dengan warga di Nairobi, Presiden Kenya mengatakan hal itu.", []),
        ("Para menteri Kenya mengatakan hal itu dalam pertemuan dengan wartawan.", []),
        ("Presiden Kenya akan menyampaikan hal itu dalam pertemuan dengan Presiden Peru.", []),
        ("Status kota itu harus diputuskan lewat perundingan antara Kenya dan Peru.", []),
        ("Kuba juga tengah mencari cara mediasi antara Kenya dan Peru.", []),
    ],
)  # fmt: skip
def test_who_speaks_in_a_meeting_met(text: str, told: list[Sides]) -> None:
    assert sides(text, "CONSULT") == told


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("Estonia menjadi sasaran serangan siber dari Rusia.", "COERCE", (["RUS"], ["EST"])),
        ("Kota Kharkiv menjadi sasaran serangan rudal Rusia.", "ASSAULT", (["RUS"], ["UKR"])),
        ("Bom bunuh diri yang menewaskan 80 jemaat dan diklaim ISIS terjadi di Peru.", "ASSAULT", (["IMG"], [])),
        ("Pasukan Kenya diserang dengan granat yang diluncurkan oleh pasukan Chad.", "ASSAULT", (["TCD"], ["KEN"])),
        ("Tujuh orang tewas saat bom meledak di Lima, Peru.", "ASSAULT", ([], ["PER"])),
        ("Serangan Kenya ke Chad dilancarkan pada Senin.", "ASSAULT", (["KEN"], ["TCD"])),
        ("Pasukan Irak membebaskan Mosul dari kelompok ISIS.", "ASSAULT", (["IRQ"], ["IMG"])),
        ("Raja Yordania memerintahkan pembebasan para tahanan.", "RETREAT", (["JOR"], ["JOR"])),
        ("Perjanjian damai diteken pada 2015 antara Presiden Kenya dan pemberontak Chad.",
         "SUPPORT", (["KEN", "TCD"], [])),
        ("Norwegia mengutuk fakta bahwa pemerintah Chad membiarkan bencana itu.", "ACCUSE", (["NOR"], ["TCD"])),
        ("Kenya, kata Presiden Peru, juga mendesak Chad untuk membuka perbatasan.", "REQUEST", (["KEN"], ["TCD"])),
        ("Pemerintah Peru menegaskan sikapnya yang mendesak gencatan senjata di Gaza.", "REQUEST", (["PER"], [])),
        ("Tokyo meminta kepastian perlindungan AS dari ancaman rudal Korut.", "REQUEST", (["JPN"], ["USA"])),
    ],
)  # fmt: skip
def test_sides_that_stand_elsewhere(text: str, kind: str, told: Sides) -> None:
    assert sides(text, kind)[:1] == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('"Peru mengumumkan bahwa mereka mendukung kemerdekaan Palestina," tulis Presiden Kenya.', ["PER"]),
        ("Perdana Menteri Kenya menyesalkan keputusan duta besarnya untuk PBB yang mendukung Peru.", ["KEN"]),
    ],
)
def test_who_supports(text: str, told: list[str]) -> None:
    assert [s.code for e in read(text).events if e.event == "SUPPORT" for s in e.actor] == told


def test_they_who_ask_are_those_spoken_of() -> None:
    text = "Hizbullah menuntut agar rekonstruksi dimulai. Mereka juga menuntut agar Israel menghentikan serangannya."
    assert sides(text, "REQUEST") == [(["LBN"], []), (["LBN"], ["ISR"])]


def test_settlers_are_of_the_state_whose_soldiers_stand_beside_them() -> None:
    text = "Serangan oleh pemukim dan tentara Israel di Tepi Barat melonjak sejak Oktober 2023."
    assert sides(text, "ASSAULT") == [(["ISR", "ISR"], [])]
