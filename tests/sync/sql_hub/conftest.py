from collections.abc import Iterator

import pytest

from tests.sync.sql_hub.server import Server, running


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """One server for all tests here; each has a database of its own."""
    with running() as started:
        yield started
