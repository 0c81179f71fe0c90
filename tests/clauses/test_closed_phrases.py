"""Nothing of a phrase stands behind its "itu", nor behind the place that it is in: that is another phrase."""

import pytest

from tests.reading import clauses_of


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Dalam pertemuan itu kedua negara sepakat mempercepat perundingan.", "kedua negara"),
        ("Pada kesempatan tersebut Presiden Peru mengecam Chile.", "presiden peru"),
        ("Di negara itu pemberontak menyerang desa.", "pemberontak"),
        ("Menteri luar negeri negara itu mengecam Peru.", "menteri luar negeri negara itu"),
        ("Di Jenewa Menlu Peru bertemu Menlu Chile.", "menlu peru"),
        ("Di Kabul 12 orang tewas akibat serangan bom.", "12 orang"),
        ("Serangan di Suriah Selatan menewaskan lima warga.", "serangan"),
        ("Serangan itu sendiri menewaskan lima orang.", "serangan itu"),
    ],
)
def test_the_subject_begins_behind(text: str, subject: str) -> None:
    clause = clauses_of(text)[0]
    assert clause.subject is not None
    assert " ".join(clause.subject.words) == subject


def test_what_is_said_has_its_own_subject_behind_a_place() -> None:
    clauses = clauses_of("Menlu Peru mengatakan dalam pertemuan itu Chile menyerang warga.")
    said = next(c for c in clauses if c.kind == "complement")
    assert said.subject is not None
    assert said.subject.words == ("chile",)
