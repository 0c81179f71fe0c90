"""kill -9 at any moment loses nothing, and the next run ends in the same bytes."""

from pathlib import Path

import pytest

from benchmarks.store import measure_kills


@pytest.mark.skipif("os.name == 'nt'", reason="there is no SIGKILL")
def test_killed_runs_end_in_the_same_bytes(tmp_path: Path) -> None:
    figures = measure_kills(tmp_path, kills=4, articles=60)
    assert figures["kills"] == 4
    assert figures["stores found damaged or half"] == 0
    assert figures["ends in the same bytes"] == 1
