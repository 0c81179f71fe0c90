"""Names of a text: what the atlas knows, what titles introduce, and what only the tagger sees."""

from functools import cache

import pytest

from saksi.annotate.names import find_names
from saksi.annotate.tagger import load_tagger, read_spans
from saksi.annotate.times.find import find_times
from saksi.lang.language import Language, load_language
from saksi.records import Article, Dateline, Line, Name, Page, Segments, Sentence
from saksi.segment.tokens import tokenize


@cache
def language() -> Language:
    return load_language()


def names(*sentences: str, dateline: str | None = None) -> list[Name]:
    text, cut = "", []
    for number, sentence in enumerate(sentences, start=1):
        start = len(text)
        text += sentence + "\n"
        tokens = tuple(tokenize(text, start, start + len(sentence)))
        cut.append(Sentence(start, start + len(sentence), number, 0, "body", tokens))
    filed = Dateline(0, 0, dateline, None) if dateline is not None else None
    page = Page(Article("x", text), (Line(0, len(text), "body"),), None, None, filed, "id")
    times = [find_times(text, s.start, s.end, language().times) for s in cut]
    found = find_names(Segments(page, tuple(cut), ()), times, language())
    return [name for row in found for name in row]


def person(*sentences: str, dateline: str | None = None) -> Name:
    found = [name for name in names(*sentences, dateline=dateline) if name.entry.kind == "person"]
    assert len(found) == 1, [name.text for name in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "name", "code", "office"),
    [
        (
            "Menteri Luar Negeri Kenya Baraka Omondi tiba.",
            "Baraka Omondi",
            "KEN",
            "Menteri Luar Negeri Kenya",
        ),
        ("Baraka Omondi, Menlu Kenya, tiba di Doha.", "Baraka Omondi", "KEN", "Menlu Kenya"),
        ("Kapolres Sintang AKBP Raka Suryanta tiba.", "Raka Suryanta", "IDN", "Kapolres Sintang"),
        (
            "Menteri Luar Negeri Fiji Ratu Wiramanu Tuilau tiba.",
            "Wiramanu Tuilau",
            "FJI",
            "Menteri Luar Negeri Fiji",
        ),
        ("Menteri Luar Negeri Myanmar U Kyaw Lwin tiba.", "Kyaw Lwin", "MMR", "Menteri Luar Negeri Myanmar"),
        (
            "Juru bicara militer Ghana Kolonel Kofi Larbi tiba.",
            "Kofi Larbi",
            "GHA",
            "Juru bicara militer Ghana",
        ),
        ("Utusan PBB di Ghana Kofi Larbi tiba.", "Kofi Larbi", "UNO", "Utusan PBB di Ghana"),
        (
            "Juru bicara perwakilan perdagangan Ghana, Kofi Larbi, tiba.",
            "Kofi Larbi",
            "GHA",
            "Juru bicara perwakilan perdagangan Ghana",
        ),
        (
            "Wakil Perdana Menteri merangkap Menteri Luar Negeri Ghana Kofi Larbi tiba.",
            "Kofi Larbi",
            "GHA",
            "Wakil Perdana Menteri merangkap Menteri Luar Negeri Ghana",
        ),
        (
            "Anggota Parlemen Partai Hijau Teanau Wiramanu tiba.",
            "Teanau Wiramanu",
            None,
            "Anggota Parlemen Partai Hijau",
        ),
        ("Presiden Ghana Milan Wiratama tiba.", "Milan Wiratama", "GHA", "Presiden Ghana"),
        (
            "Pilot Susi Air asal Selandia Baru, Liam Harker, bebas.",
            "Liam Harker",
            "NZL",
            "Pilot Susi Air asal Selandia Baru",
        ),
        (
            "Seorang petugas perbatasan, Kapten Raka Suryanta, tiba.",
            "Raka Suryanta",
            None,
            "petugas perbatasan",
        ),
    ],
)
def test_titles_on_both_sides(text: str, name: str, code: str | None, office: str) -> None:
    found = person(text)
    assert (found.text, found.entry.code, found.entry.office) == (name, code, office)


def test_a_body_pointed_back_to_lends_its_country() -> None:
    found = person(
        "Kementerian Pertahanan Ghana membantah.", '"Tidak," kata Kofi Larbi, pejabat kementerian itu.'
    )
    assert found.entry.code == "GHA"


def test_an_official_without_country_serves_that_of_the_dateline() -> None:
    text = "Menteri Pertahanan Kofi Larbi menolak tuduhan Togo terhadap Ghana."
    assert person(text, dateline="ACCRA").entry.code == "GHA"
    assert person(text).entry.code is None


def test_a_party_in_a_title_is_no_part_of_the_name() -> None:
    found = {
        name.text: name.entry.kind for name in names("Juru Bicara Partai Demokrat Raka Suryanta menolak.")
    }
    assert found["Raka Suryanta"] == "person"


def test_an_acronym_behind_an_office_is_nobody() -> None:
    assert all(name.entry.kind != "person" for name in names("Wakil Ketua DPP tidak hadir."))


def test_another_first_name_is_another_person() -> None:
    assert person("Menurut Putin, itu tidak benar.").entry.id == "person/Vladimir-Putin"
    assert person("Analis Farid Putin membantah.").entry.id == "doc/farid-putin"


def test_the_tagger_finds_who_has_no_title() -> None:
    found = person("Serangan itu terjadi ketika Kwabena Larbi bertemu para pemimpin oposisi di ibu kota.")
    assert (found.text, found.rule) == ("Kwabena Larbi", "likely")


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("Ia dari Lembaga Kajian Laut Indonesia, kata warga.", "Lembaga Kajian Laut Indonesia", "organisation", "IDN"),
        ("Putusan Pengadilan Negeri Makassar itu dibatalkan.", "Pengadilan Negeri Makassar", "organisation", "IDN"),
        ("Unjuk rasa itu berlangsung di Jakarta Pusat, Senin.", "Jakarta Pusat", "place", "IDN"),
    ],
)  # fmt: skip
def test_a_longer_name_takes_the_place_of_what_a_rule_cut(
    text: str, name: str, kind: str, country: str
) -> None:
    found = [n.entry for n in names(text) if n.text == name]
    assert [(e.kind, e.code or e.country) for e in found] == [(kind, country)]


@pytest.mark.parametrize(
    "text",
    ["Juru bicara Kementerian Pertahanan Ghana membantah.", "Busana itu tampil di Paris Fashion Week."],
)
def test_a_body_and_a_show_leave_the_state_its_name(text: str) -> None:
    assert {"Ghana", "Paris"} & {name.text for name in names(text)}


def test_an_opening_word_is_no_part_of_the_name_behind_it() -> None:
    assert {"WNI", "Al Jazeera"} <= {
        n.text for n in names("Ketiga WNI itu pulang.", "Dilansir Al Jazeera, Kamis.")
    }


@pytest.mark.parametrize("name", ["Twitter", "Utara", "PDB", "X", "Kantor Pusat", "Ibu Kota"])
def test_words_acronyms_and_firms_are_no_places(name: str) -> None:
    assert all(n.entry.kind != "place" for n in names(f"Protes itu dimulai dari {name}, menurut warga."))


@pytest.mark.parametrize(
    ("text", "name", "identity", "precision"),
    [
        ("Bentrokan di Provinsi Kandahar meluas.", "Provinsi Kandahar", "place/Kandahar/region", "region"),
        ("Bentrokan di provinsi Idlib meluas.", "Idlib", "place/Idlib/region", "region"),
        ("Bentrokan di Provinsi Sisaket, Thailand.", "Provinsi Sisaket", "place/Sisaket", "region"),
        ("Bentrokan di Kota Mekelle meluas.", "Kota Mekelle", "place/Mekelle", "city"),
        ("Bandara Mekelle ditutup.", "Bandara Mekelle", "place/Bandara-Mekelle", "site"),
    ],
)
def test_the_noun_before_a_place_says_what_it_is(text: str, name: str, identity: str, precision: str) -> None:
    found = next(n.entry for n in names(text) if n.text == name)
    assert (found.id, found.precision) == (identity, precision)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Presiden tiba di Lima, Senin.", ["Lima"]),
        ("Lima orang tewas.", []),
        ("Rusia Serang Ukraina.", []),
        ("Warga Kota Serang menolak.", ["Kota Serang"]),
    ],
)
def test_a_word_is_a_town_only_where_a_town_stands(text: str, places: list[str]) -> None:
    assert [n.text for n in names(text) if n.entry.kind == "place"] == places


def test_a_noun_makes_a_town_of_a_surname_in_the_whole_article() -> None:
    found = names("Pemberontak merebut kota Masisi.", "Warga Masisi mengungsi ke Goma.")
    assert {n.entry.kind for n in found if n.text == "Masisi"} == {"place"}
    assert {n.entry.kind for n in names("Wali Kota Masisi menolak.") if n.text == "Masisi"} == {"person"}


def test_a_town_of_the_second_table_is_found_where_its_country_is_named() -> None:
    numbers = {
        n.text: n.entry.geonameid for n in names("Tentara Mali menyerbu Distrik Niono dan Desa Wikaluna.")
    }
    assert numbers["Distrik Niono"] is not None
    assert numbers["Desa Wikaluna"] is None


def test_what_is_joined_to_a_town_is_a_town() -> None:
    found = {n.text: n.entry.kind for n in names("Mereka merebut kota Pekon dan Wikaluna, kata warga.")}
    assert found["Wikaluna"] == "place"
    rules = {n.text: n.rule for n in names("Ia menyebut Damaskus dan Wikaluna dalam pidatonya.")}
    assert rules.get("Wikaluna") != "place"


def test_a_small_town_is_not_known_without_its_country() -> None:
    known = {n.text: n.entry.geonameid for n in names("Polisi Inggris menahannya di Newport.")}
    alone = {n.text: n.entry.geonameid for n in names("Polisi menahannya di Newport.")}
    assert known["Newport"] is not None
    assert alone["Newport"] is None


def test_an_unknown_town_is_a_place() -> None:
    found = {n.text: n.entry.kind for n in names("Bentrokan meletus di Wikaluna, kata warga setempat.")}
    assert found["Wikaluna"] == "place"


def test_a_name_is_known_by_its_parts_from_then_on() -> None:
    found = names("Menteri Pertahanan Ghana Kofi Larbi tiba di Doha.", "Larbi kemudian bertolak ke Amman.")
    assert [name.entry.id for name in found if name.entry.kind == "person"] == ["doc/kofi-larbi"] * 2


def test_dates_are_nobody() -> None:
    assert all(name.entry.kind != "person" for name in names("Seorang warga Ghana, Rabu (24/8), ditahan."))


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("Presiden Asfghanistan tiba.", "state/AFG"),
        ("Pasukan Koera Selatan tiba.", "state/KOR"),
        ("Pasukan Arab Saudy tiba.", "state/SAU"),
    ],
)
def test_a_slip_in_a_state_is_that_state(text: str, identity: str) -> None:
    assert identity in {name.entry.id for name in names(text)}


def test_no_real_name_is_mended() -> None:
    spelling = language().spelling
    real = [*language().atlas.forms, *language().hints.people]
    assert [name for name in real if spelling.mend(name) is not None] == []


@pytest.mark.parametrize("word", ["belanja", "mahadewa", "granada", "korea", "afrika utara"])
def test_words_and_places_near_a_state_stay(word: str) -> None:
    assert language().spelling.mend(word) is None


def test_a_seat_is_no_name_of_its_state() -> None:
    spelling = language().spelling
    assert spelling.mend("washingtn") == "washington"
    assert spelling.find("washingtn") is None


def test_tags_are_the_same_each_time() -> None:
    text = "Kwabena Larbi bertemu Ama Serwaa di Kumasi."
    tokens = tokenize(text, 0, len(text))
    hints = language().hints
    first = load_tagger().tag(tokens, (), hints)
    assert first == load_tagger().tag(tokens, (), hints)
    assert [span.label for span in first if span.label == "PER"] == ["PER", "PER"]


def test_no_words_no_tags() -> None:
    assert load_tagger().tag((), (), language().hints) == ()


def test_labels_that_begin_inside_are_a_span() -> None:
    assert [(s.first, s.last) for s in read_spans(["I-PER", "I-PER", "B-PER"])] == [(0, 2), (2, 3)]


@pytest.mark.parametrize(
    ("sentences", "country"),
    [
        (["Ledakan mengguncang Tripoli."], "LBY"),
        (["Ledakan mengguncang Tripoli, Lebanon utara."], "LBN"),
        (["Tentara Lebanon bersiaga.", "Ledakan terdengar di Tripoli."], "LBN"),
        (["Perdana Menteri Kanada berkunjung.", "Ia tiba di London."], "GBR"),
        (["Polisi Pakistan menahan tiga orang di Hyderabad."], "PAK"),
        (["Polisi menahan tiga orang di Hyderabad."], "IND"),
    ],
)
def test_a_place_is_that_of_the_country_named(sentences: list[str], country: str) -> None:
    found = [name.entry for name in names(*sentences) if name.text in ("Tripoli", "London", "Hyderabad")]
    assert [entry.country or entry.code for entry in found] == [country]


def kinds(*sentences: str) -> dict[str, str]:
    return {n.text: n.entry.kind for n in names(*sentences) if n.entry.kind not in ("office", "agent")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Kementerian Ekonomi, Perdagangan, dan Industri Jepang menolak.",
            "Kementerian Ekonomi, Perdagangan, dan Industri",
        ),
        ("Ia bekerja di Ambar Change Institute sejak lama.", "Ambar Change Institute"),
        ("Ia belajar di University of Ambar sejak lama.", "University of Ambar"),
        ("Sanksi itu mengenai perusahaan Oje Ambar Nafar.", "Oje Ambar Nafar"),
        ("Hal itu dilansir dari Wiramanu, Rabu.", "Wiramanu"),
        ("Ambar Peace and Law Forum (APLF) menolak.", "Ambar Peace and Law Forum"),
        ("Mereka menulis di Twitter kemarin.", "Twitter"),
        ("Para sekutu NATO-nya menolak.", "NATO-nya"),
        ("Dewan Pimpinan Pusat partai itu menolak.", "Dewan Pimpinan Pusat"),
    ],
)
def test_bodies_by_the_words_in_and_around_them(text: str, name: str) -> None:
    assert kinds(text).get(name) == "organisation", kinds(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mereka menghadiri Konferensi Asia Ambar (KAA) kemarin.", "Konferensi Asia Ambar"),
        ("Kelompok Islam yang menguasai kota itu menolak.", "Kelompok Islam"),
        ("Pemimpin Kepulauan Ambarika menolak.", "Kepulauan Ambarika"),
        ("Perusahaan Barat menolak.", "Barat"),
    ],
)
def test_what_is_neither_a_body_nor_a_person(text: str, name: str) -> None:
    assert kinds(text).get(name) not in ("person", "organisation")


def test_a_town_as_a_first_name() -> None:
    assert kinds("Kata Presiden Milan Wiratama kemarin.")["Milan Wiratama"] == "person"
    assert "person" not in kinds("Ia tiba di Milan Wiratama kemarin.").values()


def test_one_name_behind_a_quotation_speaks() -> None:
    assert person('"Kami siap," jelas Wiramanu.').text == "Wiramanu"
    assert "person" not in kinds('"Kami siap," kata Bahasa.').values()


def test_a_short_name_is_the_person_of_the_full_one() -> None:
    found = [
        n
        for n in names("Dubes Ghana Larbi tiba.", '"Kami siap," kata Kofi Larbi.')
        if n.entry.kind == "person"
    ]
    assert {n.entry.name for n in found} == {"Kofi Larbi"}
    assert {(n.entry.code, n.entry.office) for n in found} == {("GHA", "Dubes Ghana")}


def test_two_of_one_sentence_with_one_surname() -> None:
    found = names("Kim Yo Jong, adik Kim Jong Un, tiba.", "Menurut Kim, hal itu perlu.")
    assert found[-1].entry.name == "Kim Yo Jong"


def test_a_name_before_a_comma_is_no_office_of_the_next() -> None:
    found = names(
        "Perdana Menteri Ghana Kofi Larbi tiba.", "Membalas PM Larbi, Gambira menyebut hal itu perlu."
    )
    assert {n.entry.office for n in found if n.text == "Gambira"} == {None}


def test_a_secretary_general_leads_the_organisation_named_before() -> None:
    found = names("Para pemimpin CARICOM bertemu.", "Sekretaris Jenderal Carla Wiramanu menegaskan hal itu.")
    assert found[-1].entry.code == "IGO"


def test_what_happened_to_somebody_is_no_office() -> None:
    assert (
        person("Jenderal Raka Suryanta, yang baru dicopot dari jabatannya, tiba.").entry.office == "Jenderal"
    )


def test_small_heads_of_places_and_states() -> None:
    found = names("Kapal itu berada di laut China Selatan, dekat kepulauan Solomon.")
    assert [n.entry.id for n in found if n.entry.kind != "agent"] == ["place/Laut-China-Selatan", "state/SLB"]


def test_a_number_and_an_acronym_are_nobody() -> None:
    assert "person" not in kinds("Ketua Komisi XI DPR menolak.").values()


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Sebuah unit militer elit, GRAMSAT, menolak.", "GRAMSAT", "organisation"),
        ("GRAMSAT mengatakan hal itu.", "GRAMSAT", "organisation"),
        ("Ia menulis di X kemarin.", "X", "organisation"),
        ("Menurut Asia Ambar Times, hal itu perlu.", "Asia Ambar Times", None),
        ("Menurut Korea Times, hal itu perlu.", "Korea Times", "organisation"),
        ("Misi PBB di Ghana (UNIFIL) menolak.", "Misi PBB di Ghana", "organisation"),
        ("Departemen Urusan Pasifik menolak.", "Departemen Urusan Pasifik", "organisation"),
        (
            "Partai Perlindungan Hak Asasi Manusia (PPHAM) menolak.",
            "Partai Perlindungan Hak Asasi Manusia",
            "organisation",
        ),
        ("Gembong itu, Raka “Si Kancil” Wiratama, menolak.", "Raka “Si Kancil” Wiratama", "person"),
    ],
)
def test_names_in_pieces(text: str, name: str, kind: str | None) -> None:
    assert kinds(text).get(name) == kind, kinds(text)


def test_a_first_name_before_one_of_the_atlas_belongs_to_it() -> None:
    found = person("Menlu Iran Seyed Abbas Araghchi tiba.")
    assert (found.text, found.entry.id) == ("Seyed Abbas Araghchi", "person/Abbas-Araghchi")


def test_a_family_is_nobody() -> None:
    found = names("Perdana Menteri Ghana Kofi Larbi tiba.", "Keluarga besar Larbi menolak.")
    assert [n.text for n in found if n.entry.kind == "person"] == ["Kofi Larbi"]


def test_an_abbreviation_in_brackets_is_that_of_the_article() -> None:
    found = names("Pasukan Sekutu Demokratik (ADF) menyerang desa itu.", "ADF menolak.")
    assert {n.entry.id for n in found if n.text == "ADF"} == {"group/ADF-Uganda"}


def test_relatives_leave_the_surname_to_the_famous() -> None:
    found = names("Presiden Joe Biden tiba.", "Saudaranya, Raka Biden, menolak.", "Biden menolak.")
    assert found[-1].entry.id == "person/Joe-Biden"


def test_a_surname_is_that_of_the_relative_named_before() -> None:
    found = names(
        "Wakil Presiden Filipina Sara Duterte tiba.", "Duterte membantah.", "Keluarga Duterte diam."
    )
    assert [n.entry.id for n in found if n.entry.kind == "person"] == ["person/Sara-Duterte"] * 2


def test_a_president_keeps_the_surname_behind_the_office() -> None:
    found = names("Putranya, Farid Trump, tiba.", "Presiden Trump membantah.", "Trump lalu pergi.")
    people = [n.entry.id for n in found if n.entry.kind == "person"]
    assert people == ["doc/farid-trump", "person/Donald-Trump", "person/Donald-Trump"]


def test_the_last_names_alone_are_the_person_of_the_full_name() -> None:
    found = names("Menteri Pertahanan Peru Jose Wiralon Pikara tiba.", "Menurut Wiralon Pikara, itu benar.")
    assert {n.entry.id for n in found if n.entry.kind == "person"} == {"doc/jose-wiralon-pikara"}


def test_an_article_in_lower_case_opens_a_short_name() -> None:
    found = names("Menlu Ghana Karim al-Wirabani tiba.", "Ia menemui al-Wirabani.")
    assert [n.text for n in found if n.entry.kind == "person"] == ["Karim al-Wirabani", "al-Wirabani"]


def test_the_address_of_a_site_is_an_outlet() -> None:
    found = {n.text: n.entry for n in names("Kabarita.co.id melaporkan hal itu.")}
    assert found["Kabarita.co.id"].sector == "JRN"


def test_relatives_do_not_hold_the_office() -> None:
    assert person("Istri Presiden Ghana, Kofi Larbi, tiba.").entry.office is None


def test_a_first_name_that_opens_a_sentence() -> None:
    assert person("Farid Putin tiba.").text == "Farid Putin"


def test_initials_are_those_of_the_first_names() -> None:
    assert person("PM Nepal Khadga Prasad Sharma Oli tiba.").entry.id == "person/K.P.-Sharma-Oli"


def test_a_capital_opens_the_name_of_a_party_behind_its_leader() -> None:
    found = {
        n.text: n.entry.kind for n in names("Ia memecat pemimpin Partai Demokrat Bebas (FDP) Kofi Larbi.")
    }
    assert (found["Partai Demokrat Bebas"], found["Kofi Larbi"]) == ("group", "person")


def test_an_outlet_and_its_word_are_one_name() -> None:
    assert {n.entry.id for n in names("Xinhua News melaporkan.") if n.entry.kind == "organisation"} == {
        "org/Xinhua"
    }


def test_a_journalist_is_of_no_country() -> None:
    assert person("Kofi Larbi dari Al Jazeera mengatakan hal itu.").entry.sector == "JRN"


def test_a_faculty_before_its_abbreviation_is_a_body() -> None:
    found = {n.text: n.entry.kind for n in names("Ia dosen dari FISIP Universitas Wiratama (UWT) itu.")}
    assert found["FISIP Universitas Wiratama"] == "organisation"


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Hubungan Ghana-Togo memburuk.", ["Ghana", "Togo"]),
        ("Perang Kepulauan Solomon-China itu usai.", ["Kepulauan Solomon", "China"]),
        ("Pakta China-Kepulauan Solomon itu usai.", ["China", "Kepulauan Solomon"]),
        ("Sikap anti-Ghana itu ditolak.", ["Ghana"]),
        ("Kawasan Asia-Pasifik tenang.", []),
    ],
)
def test_states_that_a_hyphen_joins(text: str, states: list[str]) -> None:
    assert [n.text for n in names(text) if n.entry.kind == "state"] == states


def test_a_body_whose_name_holds_a_pair_keeps_it() -> None:
    found = [n.text for n in names("Komite Persahabatan Ghana-Togo menolak hal itu.")]
    assert found == ["Komite Persahabatan Ghana-Togo"]


@pytest.mark.parametrize(
    "text", ["Warga menemui pak Meles sore itu.", "Kata Meles seperti dikutip kantor berita itu."]
)
def test_a_form_of_address_or_a_verb_of_saying_stands_for_certainty(text: str) -> None:
    assert person(text).text == "Meles"


def test_an_unsure_name_alone_is_nobody() -> None:
    assert not [name for name in names("Warga menemui Meles sore itu.") if name.entry.kind == "person"]
