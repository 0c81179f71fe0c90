"""The press that an article quotes is nobody that words point back to."""

from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Article, Event


def _events(text: str) -> tuple[Event, ...]:
    return analyse(Article("-", f"\n\n{text}"), load_language()).events


def test_the_court_of_that_country_is_of_no_agency() -> None:
    told = (
        "Peru mengusir lima diplomat Chile. Demikian dilaporkan AFP. "
        "Mahkamah Agung negara Andes itu memvonis seorang pejabat."
    )
    verdict = next(e for e in _events(told) if e.mode == "convict")
    assert all(e.code != "FRA" for e in verdict.actor)


def test_they_are_not_the_paper_that_reports() -> None:
    told = (
        "Surat kabar Peru melaporkan bahwa tiga tentara Chile sempat melarikan diri. "
        "Mereka ditahan polisi Peru."
    )
    arrest = next(e for e in _events(told) if e.event == "COERCE")
    assert all(e.sector != "JRN" for e in arrest.recipient)


def test_they_are_not_one_named_person() -> None:
    told = "Arkana Wiratama tiba di Lima. Mereka ditahan polisi Peru."
    arrest = next(e for e in _events(told) if e.event == "COERCE")
    assert all(e.name != "Arkana Wiratama" for e in arrest.recipient)


def test_the_court_that_finds_guilty_is_the_actor() -> None:
    found = _events("Majelis hakim Peru menyatakan pemimpin oposisi terbukti bersalah.")
    assert [(e.mode, e.actor[0].code, e.actor[0].sector) for e in found] == [("convict", "PER", "JUD")]
