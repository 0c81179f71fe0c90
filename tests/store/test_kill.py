"""kill -9 at any moment loses nothing, and the next run ends in the same bytes."""

from pathlib import Path

import pytest

from benchmarks.kills import measure_kills


@pytest.mark.skipif("sys.platform != 'linux'", reason="there is no /proc to find processes in")
def test_killed_runs_end_in_the_same_bytes(tmp_path: Path) -> None:
    figures = measure_kills(tmp_path, kills=4, articles=60)
    assert set(figures) == {"extract", "add"}
    for found in figures.values():
        assert found["kills"] == 4
        assert found["damaged"] == 0
        assert found["same bytes"] == 1
