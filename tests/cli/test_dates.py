"""``normalise-dates`` answers every line with exactly one line."""

import io

import pytest

from saksi.cli import exits
from saksi.cli.dates import normalise_lines


def run(lines: bytes) -> tuple[int, list[str]]:
    out = io.StringIO()
    return normalise_lines(io.BytesIO(lines), out), out.getvalue().splitlines()


def test_one_value_a_line() -> None:
    code, values = run(b"2024-04-04\tRabu (3/4)\n2024-04-04\tbukan tanggal\r\n")
    assert (code, values) == (exits.OK, ["2024-04-03", "NONE"])


def test_bad_line_still_answers_and_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    code, values = run(b"kemarin\n2024-04-04\tRabu (3/4)\n")
    assert (code, values) == (exits.SOME_DOCUMENTS_FAILED, ["NONE", "2024-04-03"])
    assert "line 1" in capsys.readouterr().err


def test_nothing_in_nothing_out() -> None:
    assert run(b"") == (exits.OK, [])
