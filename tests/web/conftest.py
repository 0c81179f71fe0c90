"""Stores that all tests of the reading room share; none of them is changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.rooms import fill_demo, fill_hostile, open_room


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("web") / "demo.saksi"
    fill_demo(path)
    return path


@pytest.fixture(scope="session")
def hostile_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "hostile.saksi"
    fill_hostile(path)
    return path


@pytest.fixture
def demo(demo_store: Path) -> Iterator[TestClient]:
    with open_room(demo_store) as client:
        yield client
