"""What a noun or verb before a purpose says of it: decided, to come, only wanted, or asked of others."""

import pytest

from tests.reading import read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru berencana untuk mengurangi pasukannya di Kanada.", [("CONCEDE", "future")]),
        ("Peru mengurangi pasukannya di Kanada.", [("RETREAT", "actual")]),
        ("Ada kesepakatan untuk membebaskan tahanan Peru.", [("CONCEDE", "future")]),
        ("Presiden Peru mengulangi tuntutannya untuk membebaskan Arkana Wiratama.", []),
        ("Presiden Peru memutuskan untuk membebaskan Arkana Wiratama.", [("RETREAT", "actual")]),
        ("Perwira Peru merencanakan untuk menggulingkan Presiden Arkana Wiratama.", [("COERCE", "hypothetical")]),
        ("Peru dan Kanada menandatangani perjanjian untuk menghentikan pertempuran.", [("SUPPORT", "actual")]),
        ("Presiden Peru ingin membawa Kanada bergabung dengan Uni Eropa.", [("SUPPORT", "hypothetical")]),
        ("Presiden Peru berhasil membawa Kanada bergabung dengan Uni Eropa.", [("SUPPORT", "actual")]),
        ("Polisi Peru menuduh Arkana Wiratama merencanakan kudeta.", [("ACCUSE", "actual")]),
    ],
)  # fmt: skip
def test_purposes(text: str, told: list[tuple[str, str]]) -> None:
    assert [(e.event, e.status) for e in read(text).events] == told
