"""Where events are placed when no town stands beside the verb, and when nothing is said."""

import pytest

from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Article, Location


def place(text: str, kind: str) -> Location | None:
    events = analyse(Article("text", text), load_language()).events
    return next(event for event in events if event.event == kind).location


@pytest.mark.parametrize(
    ("text", "kind", "name", "basis"),
    [
        ("Kenya mengusir duta besar Peru.", "SANCTION", "Kenya", "country of the actor"),
        ("Kenya akan menjadi tuan rumah KTT Uni Afrika.", "AGREE", "Kenya", "country of the actor"),
        ("Presiden Peru menuduh partai oposisi Peru berbohong.", "ACCUSE", "Peru", "country of the sides"),
        ("Kenya menembakkan rudal ke perairan timurnya.", "MOBILIZE", "Kenya", "place pointed to"),
        ("Rudal itu jatuh di Quito. Peru kemudian menyerang pangkalan Kenya di kota itu.",
         "ASSAULT", "Quito", "place pointed to"),
        ("Kenya dan Peru sepakat membuka kedutaan, Jumat, setelah berunding empat hari di Quito.",
         "AGREE", "Quito", "same sentence"),
        ("Pemerintah Kenya memberlakukan jam malam dan mengerahkan tentara.",
         "MOBILIZE", "Kenya", "act beside it"),
    ],
)  # fmt: skip
def test_the_place_is_found_with_its_basis(text: str, kind: str, name: str, basis: str) -> None:
    found = place(text, kind)
    assert found is not None
    assert (found.name, found.basis) == (name, basis)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya mengecam serangan Peru.", "ACCUSE"),  # said anywhere
        ("Pemboman itu menewaskan lima warga negara Peru.", "ASSAULT"),  # abroad, perhaps
        ("Polisi Kenya memuji polisi Peru.", "SUPPORT"),  # officers travel
        ("Peru menyerang pangkalan Kenya di kota itu.", "ASSAULT"),  # no town was named
        ("Presiden Kenya menelepon Presiden Peru di Lima.", "CONSULT"),  # from two
    ],
)
def test_nothing_is_said_where_the_text_settles_nothing(text: str, kind: str) -> None:
    assert place(text, kind) is None
