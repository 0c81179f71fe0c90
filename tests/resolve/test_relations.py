"""Relations that are told several times become one record; offices in their fullest words."""

from saksi.check.probe import probe
from saksi.lang.language import load_language


def relations(text: str, predicate: str) -> list[tuple[str, str, str | None, str]]:
    found = probe(text, load_language()).relations
    return [(r.subject.name, r.object.name, r.since, r.status) for r in found if r.predicate == predicate]


def test_dated_telling_stands_for_the_undated() -> None:
    text = "Fiji, anggota ASEAN, hadir. Fiji bergabung dengan ASEAN pada 2017."
    assert relations(text, "member_of") == [
        ("Fiji", "Perhimpunan Bangsa-Bangsa Asia Tenggara", "2017", "actual")
    ]


def test_short_office_gives_way_to_the_full_one() -> None:
    text = "Menteri Luar Negeri Fiji Arkana Wiratama tiba. Menteri Luar Negeri Arkana Wiratama pulang."
    assert [row[1] for row in relations(text, "holds_office")] == ["Menteri Luar Negeri Fiji"]


def test_other_name_belongs_to_the_witness() -> None:
    text = "Organisasi Perjanjian Keamanan Kolektif (CSTO) yang dipimpin Rusia bersidang."
    relation = next(r for r in probe(text, load_language()).relations if r.predicate == "led_by")
    assert relation.subject.text == "Organisasi Perjanjian Keamanan Kolektif (CSTO)"
    assert text[relation.subject.start : relation.subject.end] == relation.subject.text


def test_treaty_is_remembered() -> None:
    text = "Rapat membahas Konvensi Wina 1961. Fiji dan Laos menjadi pihak pada konvensi tersebut."
    assert {row[0] for row in relations(text, "party_to")} == {"Fiji", "Laos"}


def test_refused_application_is_past() -> None:
    text = "SCO bersidang. Belarus pernah mengajukan permohonan bergabung, namun ditolak."
    analysis = probe(text, load_language())
    found = [r for r in analysis.relations if r.predicate == "applicant_to"]
    assert [(r.status, r.flags) for r in found] == [("historical", ("refused",))]
