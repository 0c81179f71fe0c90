"""The store that the tests of this folder share."""

from tests.store.invented import store  # noqa: F401  # a fixture
