"""Whom an act is toward when only the article tells it, and when it does not."""

import pytest

from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Article


def toward(text: str, kind: str) -> list[str | None]:
    events = analyse(Article("text", text), load_language()).events
    return [e.code for e in next(event for event in events if event.event == kind).recipient]


PAIR = "Kenya menyerang Peru. Peru membalas serangan Kenya. Kenya dan Peru berseteru sejak lama."
SOLE = "Peru dilanda gempa. Warga Peru mengungsi. Peru dan Lima berduka. Peru menutup sekolah."


@pytest.mark.parametrize(
    ("text", "kind", "codes"),
    [
        (f"{PAIR} Kenya mengancam akan mengambil tindakan balasan.", "THREATEN", ["PER"]),
        (f"{SOLE} Chad menjatuhkan sanksi.", "SANCTION", ["PER"]),
        (f"{SOLE} Mahasiswa Peru berunjuk rasa.", "PROTEST", ["PER"]),
    ],
)
def test_the_article_tells_whom_an_act_is_toward(text: str, kind: str, codes: list[str]) -> None:
    assert toward(text, kind) == codes


def by(text: str, kind: str) -> list[str | None]:
    events = analyse(Article("text", text), load_language()).events
    return [e.code for e in [event for event in events if event.event == kind][-1].actor]


def test_ties_cut_by_nobody_named_are_cut_by_whom_the_article_is_about() -> None:
    assert by(f"{SOLE} Hubungan diplomatik dengan Chad diputus.", "SANCTION") == ["PER"]
    assert by(f"{SOLE} Hubungan diplomatik dengan Peru diputus.", "SANCTION") == []


def test_a_verdict_by_nobody_named_is_not_of_the_state() -> None:
    assert by(f"{SOLE} Jurnalis Chad dijatuhi hukuman enam tahun penjara.", "SANCTION") == []


def test_a_parliament_that_approves_does_so_at_home() -> None:
    assert toward(f"{PAIR} Parlemen Kenya sepakat berunding.", "AGREE") == []
    assert toward(f"{PAIR} Pemerintah Kenya sepakat berunding.", "AGREE") == ["PER"]


def test_what_is_denied_names_nobody_it_is_toward() -> None:
    assert toward("Kenya membantah akan menarik pasukan dari Peru.", "REJECT") == []


def test_police_are_of_the_only_country_named() -> None:
    assert by("Massa menyerbu gedung parlemen Kenya. Polisi menembaki demonstran.", "ASSAULT") == ["KEN"]


def test_an_article_on_two_states_tells_who_fought() -> None:
    quarrel = "Kenya memprotes Peru. Peru mengecam Kenya. Kenya dan Peru berseteru sejak lama."
    fight = "Pertempuran kembali pecah di Nairobi."
    assert set(by(f"{quarrel} {fight}", "ASSAULT")) == {"KEN", "PER"}
    assert by(fight, "ASSAULT") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad menjatuhkan sanksi.", "SANCTION"),  # about nobody else
        (f"{PAIR} Chad menjatuhkan sanksi.", "SANCTION"),  # on one of two
        (f"{SOLE} Chad mengancam akan mengambil tindakan balasan.", "THREATEN"),  # needs a pair
        (f"{PAIR} Kenya membantah terlibat.", "REJECT"),  # denies what somebody said
    ],
)
def test_nothing_is_said_where_it_is_open(text: str, kind: str) -> None:
    assert toward(text, kind) == []


LEAD = "Kenya menyerang pangkalan Peru.\n\nChad mengusir duta besar Fiji.\n\n"


def test_the_attack_of_the_lead_is_meant_in_a_later_paragraph() -> None:
    text = f"{LEAD}Pemberontak Chad menyerang pelabuhan.\n\nFiji mengutuk serangan itu."
    assert toward(text, "ACCUSE") == ["KEN"]


def test_an_attack_just_told_is_meant_in_its_paragraph() -> None:
    text = f"{LEAD}Pemberontak Chad menyerang pelabuhan. Fiji mengutuk serangan itu."
    assert toward(text, "ACCUSE") == ["TCD"]


def test_from_that_state_is_from_another_than_ones_own() -> None:
    text = "Presiden Kenya berpidato. Presiden Peru menarik duta besar dari negara itu."
    assert toward(text, "SANCTION") == ["KEN"]


def test_what_a_draft_would_do_is_not_told() -> None:
    text = "Kenya memveto rancangan resolusi yang akan memperpanjang sanksi terhadap Chad."
    events = analyse(Article("text", text), load_language()).events
    assert [event.event for event in events] == ["REJECT"]
