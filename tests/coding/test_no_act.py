"""What is only aimed at, able, put off, obliged or true in general tells of no act."""

import pytest

from tests.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "Peru tidak memiliki bukti yang diserahkan Chile.",
        "Perundingan itu belum menghasilkan perjanjian yang ditandatangani Peru dan Chile.",
        "Upaya Peru untuk memulangkan semua sandera dari Chile sedang berlangsung.",
        "Tidak ada ekspor senjata ke Israel dari Kanada.",
        "Kapal perang Peru mampu meluncurkan rudal.",
        "Peru tak menampik bahwa Chile membantu pemberontak.",
        "Kelompok teroris yang membunuh warga sipil dibenci.",
        "Peru tak diharuskan bertemu Chile, kata Presiden Bolivia.",
        "Peru diwajibkan menarik pasukannya dari Chile.",
        "Kelompok itu bertujuan mempertemukan anggota dan memberi dukungan kepada Palestina.",
        "Daftar itu mencakup agar Peru memutuskan hubungan dengan Chile dan mengusir anggota Hamas.",
        "Kelompok-kelompok yang menyerang Peru memiliki jaringan luas.",
        "Bolivia bisa melawan pihak yang menyerang Peru.",
        "Bom Bali dianggap menjadi serangan terburuk terhadap Australia.",
        "Para pelaku harus dihukum dan jangan pernah dibebaskan.",
        "Kota Albu Kamal sudah dibebaskan dari ISIS.",
        "Latihan itu ditunjukkan sebagai persiapan menyerang pangkalan militer Peru.",
        "Perang informasi itu menyerang lembaga pemerintah Latvia.",
        "Raka Suryanta tadinya akan divonis pengadilan Peru.",
        "Serangan terhadap Peru adalah serangan terhadap Chile.",
    ],
)
def test_nothing_is_done(text: str) -> None:
    assert read(text).events == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kelompok Fajar yang membunuh 12 warga Peru dibenci.", [("ASSAULT", "actual")]),
        ("Presiden Peru bertemu Presiden Chile untuk menghentikan serangan.", [("CONSULT", "actual")]),
        ("Rencana Peru menyerang Chile ditentang Bolivia.", [("REJECT", "actual")]),
        ("Peru menyalahkan kegagalan PBB dalam menyalurkan bantuan ke Chile.", [("ACCUSE", "actual")]),
        (
            "Peru akan menguasai kota itu sambil memberikan bantuan kepada warga Chile.",
            [("AGREE", "future")],
        ),
        ("Rencana itu akan melibatkan pengerahan lima divisi militer Peru.", [("MOBILIZE", "future")]),
        ("Peru mengatakan Chile harus mengakhiri perang dan menyerahkan senjata.", [("REQUEST", "actual")]),
        ("Peru dan Chile menggelar latihan militer di laut.", [("COOPERATE", "actual")]),
        (
            "Peru menggelar latihan tembak saat Chile dan Bolivia mengadakan latihan militer bersama.",
            [("MOBILIZE", "actual"), ("COOPERATE", "actual")],
        ),
    ],
)
def test_what_is_told_beside_it(text: str, told: list[tuple[str, str]]) -> None:
    assert [(e.event, e.status) for e in read(text).events] == told


def test_who_is_punished_did_what_the_reason_tells() -> None:
    events = read("Menteri Peru melarang masuk 2 menteri Chile karena menindas warga Bolivia.").events
    assert [e.code for e in next(x for x in events if x.event == "COERCE").actor] == ["CHL"]
