"""In an article on private life only what somebody public does or bears is told; elsewhere all is as before."""

import pytest

from saksi.lang.coding_rules import Leisure
from saksi.records import Entity, Event, Span
from saksi.resolve.leisure import keep_of_public
from tests.reading import read

STAR = (
    "Festival hiburan itu populer berkat penampilan seorang bintang pop. Raka Suryanta merilis koleksi terbaru "
    "dan mengunggah desain parfum. Aplikasi itu diunduh pengguna android. "
)


@pytest.mark.parametrize(
    "text",
    [
        "Personel grup itu menolak Raka Suryanta.",
        "Para personel grup itu menolak Raka Suryanta.",
        "Juru bicara Maju Karya Sari Wijaya membantah kabar itu.",
        "Penonton Peru mengamuk.",
        "PT Maju Karya membantu pemerintah Peru.",
    ],
)
def test_what_nobody_public_does_is_left_out_and_told(text: str) -> None:
    assert read(text).events != ()
    analysis = read(STAR + text)
    assert analysis.events == ()
    assert any("private life" in problem.why for problem in analysis.problems)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Pemerintah Peru memblokir aplikasi itu.", "COERCE"),
        ("Polisi Peru menangkap Raka Suryanta.", "COERCE"),
        ("Raka Suryanta mengecam Presiden Peru.", "ACCUSE"),
        ("Google mengecam pemerintah Peru.", "ACCUSE"),
        ("Demonstrasi pecah di Lima, Peru.", "PROTEST"),
        ("Tim penyelidik Peru menangkap Raka Suryanta.", "COERCE"),
    ],
)
def test_public_acts_stay(text: str, event: str) -> None:
    assert [e.event for e in read(STAR + text).events] == [event]


LEISURE = Leisure(frozenset(), frozenset({"tim"}), frozenset({"juru"}))
RAKA = Entity("Raka", 0, 4, "Raka", "doc/raka", "PER", "CVL")
CUBA = Entity("Kuba", 0, 4, "Kuba", "state/CUB", "CUB", "GOV")
NOBODY = Entity("siswa", 0, 5, "siswa", "agent/siswa", "PER", "EDU")


def event(kind: str, mode: str | None, actor: tuple[Entity, ...], recipient: tuple[Entity, ...]) -> Event:
    span = Span(0, 1)
    return Event("e", kind, mode, (), actor, recipient, None, None, "actual", None, span, (span,), "r", 1.0)


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (event("SANCTION", "convict", (), (RAKA,)), True),
        (event("SANCTION", "convict", (), (NOBODY,)), False),
        (event("COERCE", "arrest", (), (NOBODY,)), True),
        (event("CONCEDE", None, (), (RAKA,)), True),
        (event("ASSAULT", "explosives", (), ()), True),
        (event("PROTEST", "riot", (), ()), False),
        (event("CONSULT", "visit", (RAKA,), (CUBA,)), False),
        (event("ACCUSE", "disapprove", (RAKA,), (CUBA,)), True),
    ],
)
def test_acts_of_the_law_need_no_actor(told: Event, *, kept: bool) -> None:
    assert keep_of_public((told,), LEISURE)[0] == ((told,) if kept else ())
    assert keep_of_public((told,), None) == ((told,), ())
