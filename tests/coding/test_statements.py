"""Who said what: where the words end, who is pointed back to, who passed them on."""

import pytest

from saksi.check.probe import probe
from saksi.lang.language import load_language
from saksi.records import Statement

FIJI = "Menteri Luar Negeri Fiji Arkana Wiratama"


def statements(text: str) -> list[Statement]:
    return list(probe(text, load_language()).statements)


def words(text: str, statement: Statement) -> str:
    return text[statement.content.start : statement.content.end]


def test_credit_at_the_end_is_no_part_of_what_is_said() -> None:
    text = f"{FIJI} menambahkan bahwa perundingan itu akan dibuka lagi, Kantor Laut melaporkan."
    found = statements(text)
    assert [words(text, s) for s in found] == ["bahwa perundingan itu akan dibuka lagi"]
    assert [s.via.name for s in found if s.via] == ["Kantor Laut"]


def test_day_behind_quoted_from_is_no_outlet() -> None:
    text = f'"Kami akan kembali ke meja perundingan," kata {FIJI}, dikutip Rabu, 27 April 2022.'
    assert [s.via for s in statements(text)] == [None]


def test_quotation_before_subject_and_verb() -> None:
    text = f'{FIJI} tiba. "Kami akan kembali ke meja perundingan," Arkana Wiratama menambahkan.'
    found = statements(text)
    assert [(s.kind, words(text, s)) for s in found] == [("direct", "Kami akan kembali ke meja perundingan,")]


def test_words_begin_at_bahwa_behind_a_date() -> None:
    text = f"{FIJI} mengatakan pada Selasa (9/1/2024) bahwa perundingan itu akan dibuka."
    assert [words(text, s) for s in statements(text)] == ["bahwa perundingan itu akan dibuka"]


def test_longer_side_of_a_cue_in_the_middle() -> None:
    text = f"{FIJI} tiba. Sesuai piagam itu, katanya, keanggotaan sebuah negara harus diputuskan bersama."
    assert [words(text, s) for s in statements(text)] == [
        "keanggotaan sebuah negara harus diputuskan bersama"
    ]


def test_own_words_inside_own_words_are_told_once() -> None:
    text = f"{FIJI} menegaskan bahwa ia meminta Tonga menarik kapalnya."
    assert len(statements(text)) == 1


def test_saying_inside_a_purpose_was_not_said() -> None:
    text = "Menteri itu pergi ke Tonga untuk mengatakan bahwa perundingan itu batal."
    assert statements(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{FIJI} tiba. Diplomat itu mengatakan bahwa laut itu milik bersama.", "Arkana Wiratama"),
        (
            "Laut itu milik bersama, menurut pernyataan dari Kementerian Luar Negeri Fiji.",
            "Kementerian Luar Negeri Fiji",
        ),
        (f"{FIJI} mengeluarkan pernyataan yang menyebut patroli itu sebagai pelanggaran.", "Arkana Wiratama"),
        (f"{FIJI} menanggapi surat itu dengan mengatakan bahwa laut itu milik bersama.", "Arkana Wiratama"),
    ],
)
def test_speaker(text: str, name: str) -> None:
    assert name in {s.speaker.name for s in statements(text)}


def test_gatherings_do_not_speak() -> None:
    assert statements("Diskusi itu menekankan pentingnya hubungan kedua negara.") == []


def test_someone_named_inside_a_quotation_does_not_speak_it() -> None:
    text = (
        f"{FIJI} tiba di Tonga. "
        '"Raka Suryanta adalah sahabat kami. Kami bekerja sama dengan beliau sejak lama," katanya.'
    )
    assert {s.speaker.name for s in statements(text)} == {"Arkana Wiratama"}


def test_words_before_subject_and_verb() -> None:
    text = f"Tonga tidak memiliki rencana untuk melanjutkan perundingan itu, {FIJI} mengatakan pada Kamis."
    assert [words(text, s) for s in statements(text)] == [
        "Tonga tidak memiliki rencana untuk melanjutkan perundingan itu"
    ]


def test_quotation_that_is_a_part_of_the_words() -> None:
    text = f'{FIJI} menambahkan bahwa kesepakatan itu dapat dicapai tanpa "tuntutan yang mustahil dan berat".'
    found = statements(text)
    assert [s.kind for s in found] == ["indirect"]
    assert words(text, found[0]).startswith("bahwa kesepakatan itu")


def test_claim_speaks_for_its_owner() -> None:
    text = "Klaim Presiden Fiji yang menyebut bahwa laut itu milik bersama ditanggapi Tonga."
    assert "klaim" not in {s.speaker.name.lower().split()[0] for s in statements(text)}


def test_only_the_end_of_a_clause_is_quoted() -> None:
    text = f'{FIJI} mengatakan perundingan tetap menjadi pilihan sebelum "langkah lain yang lebih keras" diambil.'
    assert [(s.kind, words(text, s)) for s in statements(text)] == [
        (
            "indirect",
            'perundingan tetap menjadi pilihan sebelum "langkah lain yang lebih keras" diambil',
        )
    ]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            'perundingan itu "tidak akan pernah dibuka lagi"',
            'perundingan itu "tidak akan pernah dibuka lagi"',
        ),
        (
            '"tindakan keji di kawasan itu" akan merusak Tonga',
            '"tindakan keji di kawasan itu" akan merusak Tonga',
        ),
        ('kepada wartawan "kami tidak akan pernah mundur"', "kami tidak akan pernah mundur"),
        ('"tidak akan pernah mundur dari kawasan itu"', "tidak akan pernah mundur dari kawasan itu"),
    ],
)
def test_quotation_that_is_a_part_of_a_clause_is_not_all_that_is_said(told: str, said: str) -> None:
    text = f"{FIJI} mengatakan {told}."
    assert [words(text, s) for s in statements(text)] == [said]


def test_second_verb_of_saying_ends_the_words_of_the_first() -> None:
    text = f"{FIJI} mengumumkan bahwa negaranya menarik kapal itu, menyatakan perjanjian dengan Tonga batal."
    assert [words(text, s) for s in statements(text)] == [
        "bahwa negaranya menarik kapal itu",
        "perjanjian dengan Tonga batal",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{FIJI} berharap kedua negara terus bekerja sama.", ["kedua negara terus bekerja sama"]),
        ("Fiji berharap mendapat kesempatan berunding.", ["mendapat kesempatan berunding"]),
        (
            f"{FIJI} menyebut Tonga sebagai mitra penting dan berharap hubungan itu akan maju.",
            ["Tonga sebagai mitra penting", "hubungan itu akan maju"],
        ),
        (f"{FIJI} berharap pada bantuan negara lain.", []),
        (
            f"{FIJI} mengatakan bahwa rakyat berharap perang berhenti.",
            ["bahwa rakyat berharap perang berhenti"],
        ),
    ],
)
def test_hope_is_told_with_a_clause(text: str, said: list[str]) -> None:
    assert [words(text, s) for s in statements(text)] == said


@pytest.mark.parametrize(
    "verb", ["demikian disampaikan oleh", "demikian yang disampaikan", "demikian dikatakan"]
)
def test_what_stands_before_thus_was_said(verb: str) -> None:
    text = f"Kapal Tonga harus mundur, {verb} {FIJI}."
    assert [(words(text, s), s.speaker.name) for s in statements(text)] == [
        ("Kapal Tonga harus mundur", "Arkana Wiratama")
    ]


def test_will_is_told_by_a_noun_with_its_clause() -> None:
    text = f"{FIJI} menekankan kesediaan negaranya untuk menarik kapal itu."
    assert [words(text, s) for s in statements(text)] == ["kesediaan negaranya untuk menarik kapal itu"]


@pytest.mark.parametrize("degree", ["Dr", "Dr.", "Prof. Dr."])
def test_degree_is_no_office(degree: str) -> None:
    text = f"Menteri Air Fiji, {degree} Arkana Wiratama, mengatakan bahwa perundingan itu berjalan."
    speakers = [s.speaker for s in statements(text)]
    assert [(s.name, s.office, s.code) for s in speakers] == [("Arkana Wiratama", "Menteri Air Fiji", "FJI")]


@pytest.mark.parametrize("between", ["(OKI)", "(OKI),", "(OKI) Dr."])
def test_short_form_between_title_and_name(between: str) -> None:
    title = "Sekretaris Jenderal Organisasi Kerja Sama Islam"
    text = f"{title} {between} Arkana Wiratama mengatakan bahwa perundingan itu berjalan."
    speakers = [s.speaker for s in statements(text)]
    assert [(s.name, s.office, s.code) for s in speakers] == [("Arkana Wiratama", title, "IGO")]


def test_somebody_of_whom_nothing_is_told_is_of_no_country_among_several() -> None:
    text = (
        "Fiji menutup perbatasan dengan Tonga. Kapal Fiji menjaga laut. Fiji dan Tonga berunding di Samoa. "
        "Arkana Wiratama mengatakan bahwa perundingan itu berjalan."
    )
    assert [s.speaker.code for s in statements(text)] == [None]


@pytest.mark.parametrize(
    ("source", "speaker", "said"),
    [
        ("Arkana", "Arkana Wiratama", "Tonga dan Samoa sepakat memperkuat kerja sama"),
        ("Fiji dan Nauru", "Fiji dan Nauru", "Tonga dan Samoa sepakat memperkuat kerja sama"),
    ],
)
def test_source_ends_at_the_comma_before_the_subject(source: str, speaker: str, said: str) -> None:
    text = f"{FIJI} tiba. Menurut {source}, Tonga dan Samoa sepakat memperkuat kerja sama."
    found = statements(text)
    assert [words(text, s) for s in found] == [said]
    assert found[0].speaker.name == speaker


def test_source_in_a_relative_clause_says_what_follows() -> None:
    text = f"{FIJI} menolak sanksi yang menurut Tonga akan merugikan penduduk di semua pulau itu."
    assert [(s.speaker.name, words(text, s)) for s in statements(text)] == [
        ("Tonga", "akan merugikan penduduk di semua pulau itu")
    ]


def test_person_behind_a_pointing_word_speaks() -> None:
    text = f"{FIJI} tiba. Pada kesempatan tersebut Arkana Wiratama mengatakan bahwa perundingan itu batal."
    assert [s.speaker.name for s in statements(text)] == ["Arkana Wiratama"]


def test_short_judgement_is_said() -> None:
    text = f'{FIJI} mengatakan tuduhan itu "keji".'
    assert [s.kind for s in statements(text)] == ["indirect"]


def test_who_answered_the_last_speaker_speaks_on() -> None:
    text = (
        '"Negara itu lalai sejak lama," kata Senator Raka Suryanta. '
        f"{FIJI} menolak pendapat Senator Raka Suryanta bahwa negaranya lalai. "
        '"Itu sungguh tidak adil," katanya.'
    )
    assert [s.speaker.name for s in statements(text)][-1] == "Arkana Wiratama"


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("Menlu Lestari", "Lestari"),
        ("Dubes Lestari", "Lestari"),
        ("Bupati Wellingborough", "Bupati Wellingborough"),
    ],
)
def test_one_name_behind_a_short_office_speaks(speaker: str, name: str) -> None:
    text = f'"Ini bukan perang," terang {speaker}.'
    assert [s.speaker.name for s in statements(text)] == [name]


def test_verb_of_saying_with_a_capital_is_no_name() -> None:
    text = (
        '"Kami sudah membicarakan bantuan itu dengan Fiji," jelas Lestari. '
        '"Mudah-mudahan bantuan ini dapat diterima dengan baik," Kata Lestari.'
    )
    assert [s.speaker.name for s in statements(text)] == ["Lestari", "Lestari"]


def test_end_of_a_clause_with_a_relative_subject_is_quoted() -> None:
    said = 'kemitraan yang diperkuat mencerminkan tujuan bersama "seperti keamanan, iklim, dan pemulihan'
    text = f'{FIJI} mengatakan {said}".'
    assert [words(text, s) for s in statements(text)] == [f'{said}"']


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # a credit, a second saying and a weekday are no part of what is said
        (f"{FIJI} mengatakan pakta itu tidak akan batal seperti dikutip Kantor Laut.", "pakta itu tidak akan batal"),
        (f"{FIJI} mengatakan Minggu (3/4) Tonga tidak akan menyerah.", "Tonga tidak akan menyerah"),
        (f"Yang digambarkan {FIJI} sebagai kemenangan besar itu dikecam.", "sebagai kemenangan besar itu dikecam"),
        ("Kapal itu bukan milik Tonga, kata Arkana Wiratama, seorang pejabat pelabuhan yang lama bertugas di sana.",
         "Kapal itu bukan milik Tonga"),
    ],
)  # fmt: skip
def test_content_without_what_stands_beside_it(text: str, said: str) -> None:
    assert [words(text, s) for s in statements(text)] == [said]


def test_second_saying_of_the_same_subject_is_a_statement_of_its_own() -> None:
    text = "Fiji meminta Tonga menarik kapalnya, dengan mengatakan bahwa Tonga melanggar perjanjian."
    assert [(s.speaker.name, words(text, s)) for s in statements(text)] == [
        ("Fiji", "Tonga menarik kapalnya"),
        ("Fiji", "bahwa Tonga melanggar perjanjian"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"Latihan Karang dapat mendorong para peserta untuk bekerja sama, kata-kata itu milik {FIJI}.",
        "Pernyataan Fiji itu disampaikan oleh media pemerintah tidak lama setelah pasukan mundur.",
        f'{FIJI} menyebut serangan itu "keji." Keputusan itu disambut baik Menteri Luar Negeri Tonga.',
    ],
)
def test_what_may_be_said_or_is_only_welcomed_is_no_statement(text: str) -> None:
    assert all(s.speaker.name == "Arkana Wiratama" for s in statements(text))


def test_quotation_of_the_sentence_before_is_told_once() -> None:
    text = (
        f'{FIJI} menyebut aksi itu "bagian dari rencana lama mereka." Dia juga menyalahkan Tonga karena diam.'
    )
    assert len(statements(text)) == 1


def test_source_ends_at_its_comma_before_a_list() -> None:
    text = "Menurut laporan Kantor Laut Fiji, empat kapal dan dua perahu ditahan di pelabuhan itu."
    assert [words(text, s) for s in statements(text)] == [
        "empat kapal dan dua perahu ditahan di pelabuhan itu"
    ]


def test_outlet_of_a_credit_does_not_speak() -> None:
    text = f"{FIJI}, dilansir kantor berita Laut Biru, Rabu (29/6) mengatakan, Tonga dengan sengaja merusak kapal itu."
    assert [s.speaker.name for s in statements(text)] == ["Arkana Wiratama"]


def test_who_keeps_their_name_speaks_all_the_same() -> None:
    told = statements("Seorang pejabat Kenya yang enggan disebut namanya mengatakan perundingan itu gagal.")
    assert [(s.speaker.name, s.speaker.code) for s in told] == [("pejabat Kenya", "KEN")]


def test_a_quotation_goes_on_behind_its_speaker() -> None:
    text = (
        f'"Kami siap berunding lagi pekan depan," kata {FIJI}. "Kami menunggu jawaban mereka."\n\n'
        "Perdana Menteri Tonga menyalahkan pemerintah Fiji atas kebuntuan itu."
    )
    found = [(s.speaker.name, words(text, s)) for s in statements(text) if s.kind == "direct"]
    assert found == [
        ("Arkana Wiratama", "Kami siap berunding lagi pekan depan,"),
        ("Arkana Wiratama", "Kami menunggu jawaban mereka."),
    ]
