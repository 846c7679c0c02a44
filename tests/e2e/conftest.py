"""People for journeys."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.commands import Beginnings, Person

People = Callable[[str], Person]


@pytest.fixture(scope="session")
def beginnings() -> Beginnings:
    return {}


@pytest.fixture
def person(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    beginnings: Beginnings,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[People]:
    made: list[Person] = []

    def new(name: str) -> Person:
        kept = tmp_path_factory.mktemp("begun") / name
        made.append(Person(name, tmp_path, capsys, beginnings, kept))
        return made[-1]

    (tmp_path / "share").mkdir()
    yield new
    for one in made:
        one.close()


@pytest.fixture
def place(tmp_path: Path) -> str:
    return str(tmp_path / "share" / "team.sponsor")
