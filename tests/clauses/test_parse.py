"""Clauses of news sentences: voice, relative clauses, coordination, complements, quotations."""

import pytest

from tests.reading import clauses_of, words


def verbs(text: str, role: str = "body") -> dict[str, tuple[str | None, list[str | None]]]:
    return {c.verb.word: (words(c.subject), [words(p) for p in c.objects]) for c in clauses_of(text, role)}


def test_subject_verb_object() -> None:
    assert verbs("Menteri itu mengunjungi dua pelabuhan.") == {
        "mengunjungi": ("menteri itu", ["dua pelabuhan"])
    }


def test_a_date_between_subject_and_verb_takes_no_part() -> None:
    found = verbs("Thailand dan Kamboja, Senin (28/7/2025), menyepakati gencatan senjata.")
    assert found["menyepakati"] == ("thailand dan kamboja", ["gencatan senjata"])


def test_an_appositive_relative_clause_gives_the_verb_back_to_its_host() -> None:
    found = verbs("ASEAN, yang didirikan pada 1967 oleh lima negara, menunda rapat itu.")
    assert found["menunda"][0] == "asean"
    assert found["didirikan"][0] == "asean"


def test_a_restrictive_relative_clause_ends_at_the_next_verb() -> None:
    found = verbs("Pasukan yang menyerang pos itu ditangkap polisi.")
    assert found["menyerang"] == ("pasukan", ["pos itu"])
    assert found["ditangkap"] == ("pasukan", ["polisi"])


def test_coordinated_verbs_share_their_subject() -> None:
    found = verbs("Mesir menutup perbatasan dan meminta bantuan.")
    assert found["meminta"][0] == "mesir"


def test_an_adverbial_clause_before_the_main_clause() -> None:
    clauses = clauses_of("Setelah pasukan Israel menyerang Gaza, Mesir menutup perbatasan.")
    assert {c.verb.word: (c.kind, words(c.subject)) for c in clauses} == {
        "menutup": ("main", "mesir"),
        "menyerang": ("adverbial", "pasukan israel"),
    }


def test_what_is_said_is_a_complement_with_its_own_subject() -> None:
    said = clauses_of("Juru bicara itu mengatakan China menolak usul tersebut.")
    assert [(c.kind, c.parent, words(c.subject)) for c in said] == [
        ("main", None, "juru bicara itu"),
        ("complement", 0, "china"),
    ]


def test_the_one_asked_is_the_subject_of_what_is_asked() -> None:
    asked = clauses_of("Jepang meminta Rusia menarik kapal itu.")
    assert [(c.verb.word, words(c.subject)) for c in asked] == [("meminta", "jepang"), ("menarik", "rusia")]


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Kanada tidak mengirim pasukan.", "negated"),
        ("Kanada akan mengirim pasukan.", "future"),
        ("Kanada gagal mengirim pasukan.", "failed"),
        ("Kanada harus mengirim pasukan.", "must"),
    ],
)
def test_negation_and_modals_stand_on_the_verb(text: str, flag: str) -> None:
    (clause,) = clauses_of(text)
    assert getattr(clause.verb, flag)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Kanada tidak pernah mengecam ataupun menyerang Peru.", [True, True]),
        ("Kanada tidak mengecam maupun menyerang Peru.", [True, True]),
        ("Kanada tidak mengecam Peru dan menyerang Chile.", [True, False]),
        ("Kanada mengecam atau tidak menyerang Peru.", [False, True]),
    ],
)
def test_a_negation_goes_on_over_or(text: str, denied: list[bool]) -> None:
    assert [c.verb.negated for c in clauses_of(text)] == denied


def test_a_headline_verb_has_no_prefix() -> None:
    (clause,) = clauses_of("Jepang Desak Rusia Mundur dari Pulau Itu", "title")[:1]
    assert (clause.verb.word, clause.verb.voice) == ("desak", "bare")
    assert (
        clauses_of("Jepang desak ruang itu.")[:1] == ()
        or clauses_of("Jepang desak ruang itu.")[0].verb.voice != "bare"
    )


def test_the_speaker_follows_kata() -> None:
    found = clauses_of('"Kami tidak akan mundur dari perundingan itu," kata Raka Suryanta.')
    cue = next(c for c in found if c.verb.voice == "cue")
    assert words(cue.objects[0]) == "Raka Suryanta"
    inside = next(c for c in found if c.quote is not None)
    assert inside.verb.negated
    assert inside.verb.future


def test_brackets_take_no_part() -> None:
    found = verbs("Organisasi Perdagangan Dunia (WTO) menolak gugatan itu.")
    assert found["menolak"][0] is not None
    assert "wto" not in found["menolak"][0]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        # What a fronted clause ends with is not the list that the main clause begins with.
        ("Setelah tentara menggulingkan presiden, polisi dan jaksa menahan menteri.", "menahan", "polisi dan jaksa"),
        ("Tentara menahan presiden, menteri dan jaksa.", "menahan", "tentara"),
        # People in a town act, the town does not; a state may.
        ("Polisi bentrok dengan pendukung Peru di Kota Ambar, yang memprotes pajak.", "memprotes", "pendukung peru"),
        ("Peru mengunjungi Kanada, yang memprotes pajak.", "memprotes", "kanada"),
        # "Peru adalah negara yang memutus": Peru does.
        ("Peru adalah negara terbaru di Pasifik yang memutus hubungan.", "memutus", "peru"),
        ("Arkana adalah agen Rusia yang memutus hubungan.", "memutus", "agen rusia"),
        # Whose decision it is, acts.
        ("China menyambut keputusan Peru untuk memutus hubungan.", "memutus", "peru"),
        ("China menyambut keputusan Peru memutus hubungan.", "memutus", "peru"),
        ("China mengambil keputusan untuk memutus hubungan.", "memutus", "china"),
        # What is said begins with its subject, also with a comma behind it.
        ("Peru mengatakan pasukan Kanada, menggunakan tank, menyerang desa.", "menyerang", "pasukan kanada"),
        ("Peru mengatakan hal itu, menyerang Kanada.", "menyerang", "peru"),
        # A fronted verb without a subject has that of the main clause, a passive one too.
        ("Selain meminta bantuan, Presiden Peru menutup sekolah.", "meminta", "presiden peru"),
        ("Dituduh berbohong, Presiden Peru menutup sekolah.", "dituduh", "presiden peru"),
        ("Dilaporkan Antara, Presiden Peru menutup sekolah.", "menutup", "presiden peru"),
        # A name between commas stays with its office behind "usai".
        ("Peru mengirim pasukan usai Presiden Kanada, Arkana Wiratama, meminta bantuan.", "meminta", "presiden kanada"),
        ("Peru mengirim pasukan usai serangan itu, dan meminta bantuan.", "meminta", "peru"),
        # "sekaligus" joins a verb, or two offices.
        ("Peru menyatakan solidaritas sekaligus mengecam Kanada.", "mengecam", "peru"),
        ("Presiden sekaligus panglima mengecam Kanada.", "mengecam", "panglima"),
        # A second "yang" goes on with the first one's host, not with the state behind its passive verb.
        ("Milisi yang didukung Peru, yang merebut kota, mundur.", "merebut", "milisi"),
        ("Milisi yang didukung Presiden Peru Arkana Wiratama, yang merebut kota, mundur.", "merebut", "presiden peru Arkana Wiratama"),
        # An adverb behind the noun of an act tells how it was done.
        ("Serangan mendadak Peru ke Kanada terjadi kemarin.", "terjadi", "serangan mendadak peru"),
        ("Serangan langsung Peru ke Kanada terjadi kemarin.", "terjadi", "serangan langsung peru"),
        ("Serangan Peru langsung terjadi kemarin.", "terjadi", "serangan peru"),
        # "mematikan" describes a noun, or is the verb of who does it.
        ("Pemerintah Peru mematikan internet dan menutup sekolah.", "menutup", "pemerintah peru"),
        ("Serangan mematikan itu menutup sekolah.", "menutup", "serangan mematikan itu"),
        # What somebody learns of is done to whom he names.
        ("Presiden Peru mengetahui dua perempuan Peru ditahan polisi.", "ditahan", "dua perempuan peru"),
        # What somebody shares with Peru is in force, Peru is not.
        ("Kenya mencabut perjanjian dengan Peru yang berlaku sejak dulu.", "berlaku", "perjanjian"),
        ("Kenya mencabut perjanjian dengan Peru yang berlaku sejak dulu serta menyerukan damai.", "menyerukan", "kenya"),
        # How often something is done takes no part in the clause.
        ("Milisi itu 27 kali menyerang kapal.", "menyerang", "milisi itu"),
        # Words that equate two phrases are the verb.
        ("Meski Peru bukan anggota PBB, negara itu menyerang Kanada.", "menyerang", "negara itu"),
        ("Tiga polisi termasuk dalam korban saat massa menyerang kantor.", "menyerang", "massa"),
    ],
)  # fmt: skip
def test_who_does_it(text: str, verb: str, subject: str) -> None:
    (found,) = [c for c in clauses_of(text) if c.verb.word == verb]
    assert words(found.subject) == subject
