"""Headlines: light verbs without prefix, and nouns of acts behind a verb without prefix."""

import pytest

from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Article, Event

BODY = "Hal itu tertulis dalam laporan pada Senin. Belum ada keterangan lain mengenai hal itu."


def events(title: str) -> list[Event]:
    return list(analyse(Article("text", f"{title}\n\n{BODY}\n"), load_language()).events)


@pytest.mark.parametrize(
    ("title", "kind", "actor", "recipient"),
    [
        ("Peru Lancarkan Serangan ke Chad", "ASSAULT", ["PER"], ["TCD"]),
        ("Peru Jatuhkan Sanksi ke Chad", "SANCTION", ["PER"], ["TCD"]),
        ("Peru Gelar Latihan Militer di Lima", "MOBILIZE", ["PER"], []),
        ("Peru Sepakati Sanksi Baru terhadap Chad", "SANCTION", ["PER"], ["TCD"]),
    ],
)
def test_a_light_verb_has_no_prefix(title: str, kind: str, actor: list[str], recipient: list[str]) -> None:
    (event,) = events(title)
    assert event.event == kind
    assert ([side.code for side in event.actor], [side.code for side in event.recipient]) == (
        actor,
        recipient,
    )


def test_what_is_condemned_is_not_done_by_who_condemns_it() -> None:
    assert {(e.event, *(side.code for side in e.actor)) for e in events("Kenya Kutuk Kudeta di Chad")} == {
        ("ACCUSE", "KEN"),
        ("COERCE",),
    }


def test_every_headline_form_stands_for_a_light_verb() -> None:
    words = load_language().words
    assert set(words.headlines.values()) <= words.perform


@pytest.mark.parametrize("title", ["Kenya Kecam Peru Serang Chad", "Kenya Protes Peru Serang Chad"])
def test_whom_one_blames_does_what_the_next_verb_tells(title: str) -> None:
    told = {e.event: [side.code for side in e.actor] for e in events(title)}
    assert told == {"ACCUSE": ["KEN"], "ASSAULT": ["PER"]}


def told(title: str) -> set[tuple[str, str]]:
    return {
        (
            e.event,
            ",".join(x.code or "?" for x in e.actor) + ">" + ",".join(x.code or "?" for x in e.recipient),
        )
        for e in events(title)
    }


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Serang Chad, Sudan Tuai Kecaman", ("ASSAULT", "SDN>TCD")),
        ("Kecam Kudeta di Chad, Kenya Tarik Dubes", ("ACCUSE", "KEN>")),
        ("Tuding Chile Selundupkan Senjata, Peru Panggil Dubes", ("ACCUSE", "PER>CHL")),
        ("Imbas Sanksi Peru, Chile Tutup Kedutaan di Lima", ("SANCTION", "CHL>PER")),
        ("Buntut Pengusiran Diplomat Peru, Chile Panggil Dubes Peru", ("ACCUSE", "CHL>PER")),
        ("Jelang Kunjungan Menteri Peru, Chile Tangkap Dua Aktivis", ("COERCE", "CHL>CHL")),
        ("Respons Serangan Sudan, Chad Kerahkan Pasukan ke Perbatasan", ("MOBILIZE", "TCD>")),
        ("Pasca Serangan Sudan, Chad Minta Bantuan Peru", ("REQUEST", "TCD>PER")),
        ("Hadapi Ancaman Sudan, Chad Beli Rudal dari Prancis", ("COOPERATE", "TCD>FRA")),
        ("Balas Peru, Chile Usir Tiga Diplomat", ("SANCTION", "CHL>?")),
    ],
)
def test_what_opens_a_headline_has_its_subject_behind_the_comma(title: str, wanted: tuple[str, str]) -> None:
    assert wanted in told(title)


def test_soon_is_future_in_a_headline() -> None:
    (event,) = events("Peru Segera Kirim Bantuan ke Chad")
    assert (event.event, event.status) == ("AGREE", "future")


def test_what_a_thing_serves_as_is_no_verb() -> None:
    assert events("Peru Pakai Kapal sebagai Blokade untuk Hambat Chile") == []
