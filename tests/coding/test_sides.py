"""Who did it and to whom: the country of each side, by who is named, meant or left open."""

import pytest

from saksi.records import Entity, Event
from tests.reading import read

#: (text, event, countries of the actors, countries of the recipients); "?" is somebody without a country.
CASES = [
    # "kedua negara" are states, however their armies were named before; their ministers are two.
    ("Peru menyerang Kanada. Tentara Kanada membalas. Presiden Chile meminta kedua negara berhenti.", "REQUEST", "CHL", "PER CAN"),
    ("Peru dan Kanada berunding. Menteri Pertahanan kedua negara itu sepakat bekerja sama.", "AGREE", "PER CAN", ""),
    ("Peru dan Kanada berunding. Menteri Pertahanan Peru sepakat bekerja sama.", "AGREE", "PER", ""),
    # "negara itu" is the state named last, also in its own sentence, but not the owner right before it.
    ("Presiden Chile tiba. Peru menyerang Kanada dan menuduh negara itu berbohong.", "ACCUSE", "PER", "CAN"),
    ("Menteri Kanada mengkritik Chile dan mengumumkan penarikan pasukan Peru dari negara itu.", "CONCEDE", "CAN", "CHL"),
    # Allies of a state are not that state, unless they only describe one.
    ("Rusia, Iran, dan sekutu Peru mengecam Kanada.", "ACCUSE", "RUS IRN ?", "CAN"),
    ("Rusia, sekutu lama Peru, mengecam Kanada.", "ACCUSE", "RUS", "CAN"),
    # Diplomats of several states are of no one state; the authorities of the state are of one.
    ("Warga Peru marah. Peru mengusir diplomat tujuh negara.", "SANCTION", "PER", "?"),
    ("Warga Peru marah. Peru mengusir diplomat Kanada.", "SANCTION", "PER", "CAN"),
    # "mereka yang" are whoever they may be, "mereka" those told of before.
    ("Uni Afrika tiba. Peru mengecam mereka yang bersalah.", "ACCUSE", "PER", ""),
    ("Uni Afrika tiba. Peru mengecam mereka.", "ACCUSE", "PER", "IGO"),
    # The name between two commas is who a general word means.
    ("Kanada tiba. Anggota NATO, Turki, mengecam Peru.", "ACCUSE", "TUR", "PER"),
    ("Negara kecil di Pasifik selatan, Nauru, memutuskan hubungan dengan Peru.", "SANCTION", "NRU", "PER"),
    ("Peru menyerang Chile. Satu unit pasukan blok regional, Uni Afrika, menyerang Peru.", "ASSAULT", "IGO", "PER"),
    ("Menteri Peru, Arkana Wiratama, mengecam Chile.", "ACCUSE", "PER", "CHL"),
    # Whom they are from; a group always, a state before the verb.
    ("Milisi dari ELN menyerang desa di Peru.", "ASSAULT", "COL", "PER"),
    ("Koalisi yang dipimpin Arab Saudi menyerang Yaman.", "ASSAULT", "SAU", "YEM"),
    # The office that is written, not the one held today.
    ("PM Belanda Mark Rutte mengecam Turki.", "ACCUSE", "NLD", "TUR"),
    # Beside a rebel group the government is that of its state, wherever they talk.
    ("Pembicaraan antara pemerintah dan ELN digelar di Quito.", "CONSULT", "COL COL", ""),
    # A court that punishes a state is not its own; one that punishes its people may be.
    ("Pengadilan menjatuhkan sanksi terhadap Peru.", "SANCTION", "?", "PER"),
    # Who did what the sentence before tells of, when that was about the act.
    ("Serangan itu dilakukan oleh ISWAP. Mereka juga menyerang Chad.", "ASSAULT", "IMG", "TCD"),
    # The forces of a state's own leader, and those it has just sent.
    ("Presiden Kolombia mengumumkan bahwa pasukan dikerahkan ke perbatasan dengan Peru.", "MOBILIZE", "COL", ""),
    ('"Pemerintah mengutuk keras serangan itu," kata Menteri Luar Negeri Swedia Arkana Wiratama di Irak.', "ACCUSE", "SWE", ""),
    ("Wartawan Kolombia mengumumkan bahwa pasukan dikerahkan ke perbatasan dengan Peru.", "MOBILIZE", "?", ""),
    ("Peru mengirim pasukan ke Fiji. Pada Senin pasukan itu mengepung Chile.", "ASSAULT", "PER", "CHL"),
    # A security council with "Nasional" behind it is a state's.
    ("Dewan Keamanan Nasional Peru mengecam Chile.", "ACCUSE", "PER", "CHL"),
    ("Dewan Keamanan mengecam Chile.", "ACCUSE", "UNO", "CHL"),
    # Whose minister is held, though his own police hold him.
    ("Presiden Peru mengecam Chile. Polisi Chile menahan mantan menteri negara tersebut.", "COERCE", "CHL", "CHL"),
    # What somebody is punished for, they did.
    ("Peru memutuskan hubungan dengan Chile karena memberikan suaka kepada Arkana Wiratama.", "AID", "CHL", "?"),
    ("Peru memutuskan hubungan dengan Chile setelah memberikan suaka kepada Arkana Wiratama.", "AID", "PER", "?"),
    # Who "dia" is when the sentence before was about a thing: the one person it names.
    ("Menteri Chile Lestari Suryanta tiba. Kabar itu muncul setelah Presiden Peru Arkana Wiratama pergi. Dia mengecam Fiji.", "ACCUSE", "PER", "FJI"),
    # Where something lies is not where the story plays.
    ("Peru tiba. Kota Ambar terletak di antara Chile dan Fiji. Namun pemerintah memberlakukan jam malam.", "COERCE", "?", ""),
    # "ditangkapnya X oleh Y": it was done to X.
    ("Peru tiba di Kanada setelah ditangkapnya Menteri Chile oleh polisi Fiji.", "COERCE", "FJI", "CHL"),
    # One man with his office and name is one; leaders of states in a quotation are of no one state.
    ("Presiden Peru, Arkana Wiratama, dan Presiden Chile, Lestari Suryanta, mengadakan pembicaraan.", "CONSULT", "PER CHL", ""),
    # Whose support is charged is not who charges.
    ("Kanada tiba. Menteri Chile mengecam tuduhan dukungan Peru terhadap ELN.", "ACCUSE", "CHL", "PER"),
    # In a quotation "dia" is not who speaks.
    ('Presiden Peru Arkana Wiratama mengunjungi Fiji. "Dia akan terus mengecam Chile selama itu perlu," kata Presiden Kanada Lestari Suryanta.', "ACCUSE", "PER", "CHL"),
    # "pihaknya" is the side of who says it.
    ("Chile tiba. Menteri Peru mengatakan pihaknya mengecam Kanada.", "ACCUSE", "PER", "CAN"),
    # Who stands with the subject acts too; who stands behind the verb may be hit.
    ("Peru bersama Chile menyerang Kanada.", "ASSAULT", "PER CHL", "CAN"),
    ("Peru menyerang Kanada bersama warganya.", "ASSAULT", "PER", "CAN"),
    # Who does not meet somebody refuses them.
    ("Menteri Peru menolak bertemu Presiden Chile.", "REJECT", "PER", "CHL"),
]  # fmt: skip


def countries(side: tuple[Entity, ...]) -> str:
    return " ".join(entity.code or "?" for entity in side)


def last_of(text: str, event: str) -> Event:
    return [e for e in read(text).events if e.event == event][-1]


@pytest.mark.parametrize(("text", "event", "actor", "recipient"), CASES)
def test_sides(text: str, event: str, actor: str, recipient: str) -> None:
    found = last_of(text, event)
    assert (countries(found.actor), countries(found.recipient)) == (actor, recipient)


def test_a_company_is_not_the_state_in_its_name() -> None:
    stopped = read("Chile tiba. Qatar Airways menghentikan penerbangan ke Peru.").events
    assert "QAT" not in {e.code for event in stopped for e in event.actor}
    assert (
        countries(last_of("Chile tiba. Qatar menghentikan penerbangan ke Peru.", "SANCTION").actor) == "QAT"
    )


WAR = "Tentara Peru menyerang Kanada. Tentara Kanada membalas Peru. Kanada mengecam Peru. "


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        # Of two states at war the people and fighters may be of either ...
        (WAR + "Beberapa pejuang menyandera belasan warga sipil.", "?", "?"),
        # ... in an article about one they are of it.
        ("Peru kacau. Presiden Peru lari. Warga Peru marah. Beberapa pejuang menyandera belasan warga sipil.", "PER", "PER"),
    ],
)  # fmt: skip
def test_the_people_of_two_states_at_war_are_of_neither(text: str, actor: str, recipient: str) -> None:
    found = last_of(text, "ASSAULT")
    assert (countries(found.actor), countries(found.recipient)) == (actor, recipient)


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        # Where talks are held is not whose prisoners they are about; where a jail stands may be.
        ("Chile tiba. Pada pembicaraan di Swiss, Peru setuju membebaskan 80 tahanan.", ""),
        ("Chile tiba. Di Swiss, Peru setuju membebaskan 80 tahanan.", "CHE"),
        # Ships of trade are of no state for being near one.
        ("Houthi menyerang Yaman. Houthi menyerang kapal dagang di Yaman.", "?"),
    ],
)
def test_places_that_tell_no_country(text: str, recipient: str) -> None:
    assert countries(read(text).events[-1].recipient) == recipient


def test_a_state_in_a_list_behind_people_is_its_people() -> None:
    asking = last_of("Lebih dari 200 tokoh oposisi Peru dan Chile mengecam Kanada.", "ACCUSE")
    assert [e.sector for e in asking.actor] == ["OPP", "OPP"]
    meeting = last_of("Tokoh oposisi Peru, Chile, dan Fiji mengecam Kanada.", "ACCUSE")
    assert [e.sector for e in meeting.actor] == ["OPP", "GOV", "GOV"]


def test_a_force_of_police_is_police() -> None:
    assert [e.sector for e in last_of("Pasukan polisi Kenya menyerang Chad.", "ASSAULT").actor] == ["COP"]
    assert [e.sector for e in last_of("Pasukan Kenya menyerang Chad.", "ASSAULT").actor] == ["MIL"]
