"""Whom a title or a body without its country means, and whose words are left alone."""

import pytest

from saksi.check.probe import probe
from saksi.lang.language import load_language
from saksi.records import Entity


def speakers(text: str) -> list[Entity]:
    return [s.speaker for s in probe(text, load_language()).statements]


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        (
            'Presiden Fiji Arkana Wiratama tiba di Tonga. "Kami akan kembali ke meja itu," kata Presiden.',
            "Arkana Wiratama",
            "FJI",
        ),
        (
            "Menteri Luar Negeri Fiji Arkana Wiratama tiba. Menlu mengatakan kapal itu milik Fiji.",
            "Arkana Wiratama",
            "FJI",
        ),
        (
            "Mantan presiden Fiji Raka Suryanta pulang. Presiden Fiji Arkana Wiratama tiba. Mantan presiden itu mengatakan tuduhan itu tanpa bukti.",
            "Raka Suryanta",
            "FJI",
        ),
        (
            'Koalisi pimpinan Arab Saudi di Yaman menggagalkan serangan. "Milisi itu melanggar gencatan," kata koalisi.',
            "Koalisi Arab",
            "IGO",
        ),
        (
            "Departemen Keuangan AS menjatuhkan sanksi di Wina. Departemen Keuangan menuduh bank itu mendanai senjata.",
            "Departemen Keuangan",
            "USA",
        ),
    ],
)
def test_title_or_body_alone_is_the_one_named_before(text: str, name: str, code: str) -> None:
    found = speakers(text)[-1]
    assert (found.name, found.code) == (name, code)


@pytest.mark.parametrize(
    "text",
    [
        # two presidents: nobody is meant
        'Presiden Fiji Arkana Wiratama dan Presiden Tonga Raka Suryanta bertemu. "Kami setuju," kata Presiden.',
        # one of several
        'Presiden Fiji Arkana Wiratama tiba. "Kami siap berunding," kata seorang presiden.',
        # another office
        'Presiden Fiji Arkana Wiratama tiba. "Kami siap berunding," kata Menteri Luar Negeri.',
    ],
)
def test_title_alone_means_nobody_where_the_text_does_not_settle_it(text: str) -> None:
    assert "Arkana" not in speakers(text)[-1].name


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Juru bicara perwakilan perdagangan Fiji, Raka Suryanta mengatakan pihaknya kalah.",
            "Juru bicara perwakilan perdagangan Fiji",
        ),
        (
            "Perdana Menteri (PM) Fiji Raka Suryanta mengatakan perundingan itu batal.",
            "Perdana Menteri Fiji",
        ),
        (
            "Kepala Badan Bencana Fiji (BMF) Letjen Raka Suryanta mengatakan hujan akan turun.",
            "Kepala Badan Bencana Fiji",
        ),
        (
            "Menteri Pertahanan Fiji, Jenderal (Purn) Raka Suryanta, mengatakan kapal itu hilang.",
            "Menteri Pertahanan Fiji",
        ),
        (
            '"Kami siap," kata Raka Suryanta, seorang pejabat setempat dilansir dari Kantor Laut, Selasa.',
            "pejabat setempat",
        ),
        ("Jenderal Raka Suryanta mengatakan kapal itu hilang.", "Jenderal"),
    ],
)
def test_office_without_what_is_no_part_of_it(text: str, office: str) -> None:
    assert speakers(text)[0].office == office


@pytest.mark.parametrize(
    "text",
    [
        "Menurut Arkana Wiratama, Menlu Fiji sangat mendukung perundingan itu dan akan datang.",
        "Seperti kata PM Raka Suryanta, Wiratama mengatakan perundingan itu batal.",
    ],
)
def test_who_is_told_of_behind_a_name_is_not_its_office(text: str) -> None:
    people = {p.name: p.office for p in probe(text, load_language()).people}
    assert not any(office and "Wiratama" in name for name, office in people.items())


def test_person_behind_an_apposition_speaks() -> None:
    text = (
        "Menlu Fiji Arkana Wiratama tiba. Dalam pertemuannya dengan Perdana Menteri Tonga, Raka Suryanta, "
        "Wiratama mengatakan bahwa kerja sama akan berlanjut."
    )
    assert speakers(text)[-1].name == "Arkana Wiratama"


def test_capitals_of_a_commission_are_nobody() -> None:
    people = probe("Ketua Komisi XI DPR, Raka Suryanta, tiba di Suva.", load_language()).people
    assert [p.name for p in people] == ["Raka Suryanta"]


def test_verb_of_saying_with_a_capital_is_no_name() -> None:
    text = '"Kami siap berunding dengan siapa pun," Kata Arkana Wiratama, ketua partai itu.'
    assert [s.name for s in speakers(text)] == ["Arkana Wiratama"]


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        (
            "Menteri Ekonomi, Perdagangan, dan Industri Fiji Raka Suryanta mengatakan aturan itu akan berlaku.",
            "Raka Suryanta",
            "Menteri Ekonomi, Perdagangan, dan Industri Fiji",
        ),
        (
            "Kementerian Ekonomi, Perdagangan, dan Industri Fiji mengatakan aturan itu akan berlaku.",
            "Kementerian Ekonomi, Perdagangan, dan Industri Fiji",
            None,
        ),
        (
            "Utusan khusus Fiji untuk Urusan Asia Raka Suryanta mengatakan aturan itu akan berlaku.",
            "Raka Suryanta",
            "Utusan khusus Fiji untuk Urusan Asia",
        ),
        (
            "Komandan Komando Ambar Barat, Letnan Jenderal Raka Suryanta, mengatakan pasukan itu mundur.",
            "Raka Suryanta",
            "Komandan Komando Ambar Barat",
        ),
        (
            "Presiden Fiji Raka Suryanta tiba. Juru bicara Presiden Fiji Raka Suryanta mengatakan rapat itu batal.",
            "Juru bicara Presiden Fiji Raka Suryanta",
            "Juru bicara Presiden Fiji Raka Suryanta",
        ),
        ("Asosiasi Medis Fiji mengatakan rumah sakit itu menolak pasien.", "Asosiasi Medis Fiji", None),
        (
            "Presiden Fiji Raka Suryanta tiba. Presiden Fiji mengatakan perundingan itu batal.",
            "Raka Suryanta",
            "Presiden Fiji",
        ),
    ],
)
def test_whole_name_of_who_speaks(text: str, name: str, office: str | None) -> None:
    found = speakers(text)[-1]
    assert (found.name, found.office) == (name, office)


def test_list_of_states_behind_a_post_stays_a_list() -> None:
    found = speakers("Menteri Luar Negeri Fiji, Tonga, dan Jepang mengatakan aturan itu akan berlaku.")[0]
    assert found.codes == ("FJI", "TON", "JPN")


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        (
            "Tonga menyerang. Pihak berwenang di kota Suva mengatakan pasukan itu merusak dua rumah.",
            "Pihak berwenang di kota Suva",
            "FJI",
        ),
        ("11 negara Amerika meminta Fiji mundur dari perundingan itu.", "negara Amerika", None),
        (
            "Laporan yang dirilis Kementerian Pertahanan Fiji menyebutkan kapal itu tenggelam.",
            "Kementerian Pertahanan Fiji",
            "FJI",
        ),
        ("AS dan sekutunya menuduh Tonga mencuri data rahasia itu.", "Amerika Serikat dan sekutunya", "USA"),
    ],
)
def test_country_of_who_speaks(text: str, name: str, code: str | None) -> None:
    found = speakers(text)[-1]
    assert (found.name, found.code) == (name, code)


@pytest.mark.parametrize(
    "text",
    [
        # nobody named fits
        "Pasukan Fiji terluka di dekat rumah wali kota Suva. Dia mengatakan, 52 orang terluka dalam bentrokan itu.",
        # many are not one spokesman
        "Juru bicara Presiden Fiji mengatakan istana itu diduduki. Mereka menilai presiden itu gagal memimpin.",
        # the embassy is told to leave, and says nothing
        "Duta Besar Fiji untuk Tonga Raka Suryanta yang diberi waktu 72 jam untuk pergi sudah tiba.",
        # an envoy is summoned
        "Kementerian Luar Negeri Fiji memanggil duta besar Tonga untuk memprotes serangan itu.",
        # a thing, and nothing said of it
        "UNIFIL mengonfirmasi insiden tersebut dan sedang menyelidikinya.",
    ],
)
def test_nobody_says_what_nobody_is_told_to_say(text: str) -> None:
    said = [s for s in probe(text, load_language()).statements if s.cue.start > text.rfind(". ")]
    assert said == []


def test_title_with_its_own_name_behind_it_is_of_that_name() -> None:
    people = probe(
        "Menanggapi kunjungan Arkana Wiratama, Ketua Komisi Pertahanan Fiji, Raka Suryanta, memuji Tonga.",
        load_language(),
    ).people
    assert {p.name: p.office for p in people}["Raka Suryanta"] == "Ketua Komisi Pertahanan Fiji"


def test_description_behind_a_source_is_no_part_of_what_is_said() -> None:
    text = "Menurut Raka Suryanta, analis di Institut Karang, perang itu akan berlangsung lama."
    (found,) = probe(text, load_language()).statements
    assert text[found.content.start : found.content.end] == "perang itu akan berlangsung lama"


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Menteri Pertahanan Fiji sekaligus presiden terpilih Raka Suryanta mengatakan Tonga akan membantu.",
            "Menteri Pertahanan Fiji sekaligus presiden terpilih",
        ),
        (
            "Kepala Kantor Komunikasi Fiji (Fiji Communication Office) Raka Suryanta mengatakan Tonga akan membantu.",
            "Kepala Kantor Komunikasi Fiji",
        ),
        (
            "Utusan Perserikatan Bangsa-Bangsa (PBB) di Fiji Raka Suryanta mengatakan Tonga akan membantu.",
            "Utusan Perserikatan Bangsa-Bangsa di Fiji",
        ),
        (
            "Analis senior dari Karang Policy Institute, Raka Suryanta, mengatakan Tonga akan membantu.",
            "Analis senior dari Karang Policy Institute",
        ),
        (
            "Kepala Pusat Studi Keamanan dan Global Universitas Ambar Raka Suryanta mengatakan Tonga akan membantu.",
            "Kepala Pusat Studi Keamanan dan Global Universitas Ambar",
        ),
        (
            "Juru bicara kebijakan luar negeri Uni Eropa, Raka Suryanta, mengatakan Tonga akan membantu.",
            "Juru bicara kebijakan luar negeri Uni Eropa",
        ),
    ],
)
def test_post_that_the_text_gives(text: str, office: str) -> None:
    assert speakers(text)[-1].office == office


def test_another_name_is_no_post() -> None:
    text = '"Kami siap berunding," kata Raka Suryanta, juga dikenal sebagai Wira, dalam rekaman itu.'
    assert speakers(text)[0].office is None


def test_description_with_itu_is_who_spoke_last() -> None:
    text = (
        '"Kami siap berunding," kata Raka Suryanta, dosen di Fiji. '
        "Dosen dari Universitas Ambar itu mendesak Tonga mundur dari perundingan."
    )
    assert [s.name for s in speakers(text)] == ["Raka Suryanta", "Raka Suryanta"]


@pytest.mark.parametrize(
    "text",
    [
        '"Tonga telah meminta kami menarik kapal itu dari sana," kata Presiden Fiji Raka Suryanta.',
        "Fiji akan menyerukan agar Tonga menarik kapalnya, kata Presiden Fiji Raka Suryanta.",
    ],
)
def test_only_who_tells_it_speaks(text: str) -> None:
    assert [s.name for s in speakers(text)] == ["Raka Suryanta"]


def offices(text: str) -> list[tuple[str, str | None, str | None]]:
    marks = probe(text, load_language()).marks
    return [
        (n.entry.name, n.entry.code, n.entry.office)
        for names in marks.names
        for n in names
        if n.entry.kind == "person"
    ]


def test_post_that_the_text_gives_holds_for_the_short_name_too() -> None:
    text = "Ketua Senat Kassym-Jomart Tokayev menjadi presiden pada 2019. Tokayev lahir di Almaty."
    assert [office for _, _, office in offices(text)] == ["Ketua Senat", "Ketua Senat"]


def test_short_name_behind_its_office_is_the_one_who_held_it() -> None:
    assert offices("Menlu Retno lahir di Semarang.") == [("Retno Marsudi", "IDN", "Menlu")]


def test_first_name_before_a_known_name_is_no_part_of_the_office() -> None:
    text = "Menlu Iran Seyed Abbas Araghchi pernah menjadi duta besar di Jepang."
    assert [office for _, _, office in offices(text)] == ["Menlu Iran"]


def test_who_is_served_bears_the_inner_title() -> None:
    text = "Juru bicara Presiden Rusia Vladimir Putin adalah Dmitry Peskov."
    found = probe(text, load_language()).relations
    assert ("Vladimir Putin", "Presiden Rusia") in [(r.subject.name, r.object.name) for r in found]


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Direktur Jenderal Asia Pasifik dan Afrika Kemlu", "IDN"),
        ("Deputi Bidang Koordinasi Politik Luar Negeri Kemenko Polhukam", "IDN"),
        (
            "Direktur Perlindungan WNI dan Badan Hukum Indonesia (PWNI dan BHI) Kementerian Luar Negeri RI,",
            "IDN",
        ),
        ("anggota Komisi I DPR dari Fraksi PKS", "IDN"),
        ("Komisioner Tinggi PBB untuk Hak Asasi Manusia", "UNO"),
        ("Kepala Hak Asasi Manusia PBB", "UNO"),
        ("Koordinator Fungsi Protokol dan Konsuler KBRI Tokyo", "IDN"),
    ],
)
def test_a_long_title_is_of_one_person(title: str, code: str) -> None:
    text = (
        f'Rapat itu digelar pada Senin. "Kami siap berunding lagi pekan depan," kata {title} Suryo Pratikno.'
    )
    assert [(speaker.name, speaker.code) for speaker in speakers(text)] == [("Suryo Pratikno", code)]


def test_a_rank_with_its_service_is_no_part_of_an_office() -> None:
    office = "Kepala Badan Keamanan Laut Republik Indonesia"
    text = f'"Kami siap berunding lagi pekan depan," kata {office} Laksamana Madya TNI Suryo Pratikno, Senin.'
    assert [speaker.office for speaker in speakers(text)] == [office]
