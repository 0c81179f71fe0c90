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
]  # fmt: skip


def countries(side: tuple[Entity, ...]) -> str:
    return " ".join(entity.code or "?" for entity in side)


def last_of(text: str, event: str) -> Event:
    return [e for e in read(text).events if e.event == event][-1]


@pytest.mark.parametrize(("text", "event", "actor", "recipient"), CASES)
def test_sides(text: str, event: str, actor: str, recipient: str) -> None:
    found = last_of(text, event)
    assert (countries(found.actor), countries(found.recipient)) == (actor, recipient)
