"""Whatever somebody writes goes away in one step, comes again in one, and says in words what it was.

Each case is the use case whose function opens the write. A new one that is not among them fails the last test.
"""

import ast
import inspect
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from sponsor_app.services import Services, history
from sponsor_app.services.demo import Size, fill
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import SYNCED, attached, faced, met, private_note, standing
from sponsor_app.store.store import Store
from sponsor_app.system.folders import Profile
from tests.conftest import KEY, Clock
from tests.services.undoing import about_accounts, about_the_practice
from tests.services.undoing.world import World

ROOT = Path(__file__).parents[3]
SERVICES = ROOT / "sponsor_app" / "services"
DEEDS = {
    **about_accounts.ACCOUNTS,
    **about_accounts.PEOPLE,
    **about_accounts.HAPPENINGS,
    **about_the_practice.ISSUES,
    **about_the_practice.GOODWILL,
    **about_the_practice.EVENTS,
    **about_the_practice.TEAM,
}
NEED_TWO_LAPTOPS = {
    "shared_changes.settle": "sync/test_real_stores.py",
    "disputing._settle_presence": "sharing/test_disputes.py",
    "members.take_back": "sharing/test_people.py",
    "inviting._member": "sharing/test_people.py",
}
"""Their undo is tried where two laptops meet."""
NOBODY_ASKED = {
    "history._reverse": "it is undo itself",
    "following.follow": "puts what others added where it belongs: taken back by its number only",
    "folding.become": "says who I am: it stays, like the step that made the store",
}

START = datetime(2026, 11, 18, 8, 48, tzinfo=UTC)
Picture = dict[str, list[tuple[object, ...]]]
STAMPS = ("seq", "updated_at", "updated_by")
SEEN = {
    **{
        table.name: f"SELECT {', '.join(c.name for c in table.c if c.name not in STAMPS)}"
        f" FROM {table.name} ORDER BY 1, 2"
        for table in (*SYNCED.values(), standing, met, faced, private_note, attached)
    },
    **{
        words: f"SELECT term, doc FROM {words} ORDER BY term"
        for words in ("name_search_words", "text_search_words")
    },
}
"""What is looked at of each table, the words that can be searched for among them."""


class Watching(Store):
    """A store that knows which functions opened a write, and the words each began with."""

    sites: tuple[str, ...] = ()

    def write(self, title: str, **how: object) -> AbstractContextManager[Writer]:  # type: ignore[override]
        frame = inspect.currentframe()
        asked = frame.f_back if frame else None
        assert asked is not None
        module = str(asked.f_globals["__name__"]).rpartition(".")[2]
        self.sites = (*self.sites, f"{module}.{asked.f_code.co_name}")
        return super().write(title, **how)  # pyright: ignore[reportArgumentType]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example team as a file, to be copied."""
    folder, clock = tmp_path_factory.mktemp("example"), Clock(START)
    me = {"name": "Grace Moreau", "function": "engineering"}
    store = Store.create(folder / "store.db", KEY, clock.now, me=me, device="grace-laptop")
    app = Services(store, Profile(folder), clock.now, clock.today)
    fill(app, Size(accounts=12, members=18, interactions=60), lambda _said: None)
    store.close()
    return folder / "store.db"


@pytest.fixture
def world(example: Path, tmp_path: Path, clock: Clock) -> Iterator[World]:
    (tmp_path / "store.db").write_bytes(example.read_bytes())
    store = Watching.open(tmp_path / "store.db", KEY, clock.now)
    yield World(Services(store, Profile(tmp_path), clock.now, clock.today), tmp_path)
    store.close()


def picture(store: Store) -> Picture:
    """Every synced row, what is derived of them, and what is kept beside them on this laptop."""
    with store.read() as connection:
        driver: Any = connection.connection.driver_connection
        return {name: driver.execute(sql).fetchall() for name, sql in SEEN.items()}


def differing(before: Picture, after: Picture) -> dict[str, set[tuple[object, ...]]]:
    """The rows of each table that are not the same."""
    return {
        name: set(rows) ^ set(after[name]) for name, rows in before.items() if rows != after[name]
    }


@pytest.mark.parametrize("case", DEEDS)
def test_a_deed_goes_away_in_one_step_and_comes_again_as_it_was(case: str, world: World) -> None:
    app, store = world.app, world.app.store
    assert isinstance(store, Watching)
    do = DEEDS[case](world)
    before, last = picture(store), history.steps(app, 1)[0].step
    store.sites = ()
    do()
    after, done = picture(store), history.steps(app, 1)[0]
    assert store.sites == (case.partition(":")[0],)
    assert done.step == last + 1
    assert done.title not in GENERAL
    assert differing(before, after)
    changes, undone = history.undo(app)
    assert (changes.title, undone.kept) == (f"Undid: {done.title}", ())
    assert differing(before, picture(store)) == {}
    changes, undone = history.redo(app)
    assert (changes.title, undone.kept) == (done.title, ())
    assert differing(after, picture(store)) == {}
    history.undo(app)
    assert differing(before, picture(store)) == {}


def test_every_use_case_that_writes_is_among_them() -> None:
    tried = {case.partition(":")[0] for case in DEEDS}
    assert {site for site, _title in writes()} == tried | {*NEED_TWO_LAPTOPS} | {*NOBODY_ASKED}


@pytest.mark.parametrize(("site", "where"), NEED_TWO_LAPTOPS.items())
def test_what_needs_two_laptops_is_taken_back_there(site: str, where: str) -> None:
    text = (ROOT / "tests" / where).read_text("utf-8")
    assert "history.undo(" in text, site


def writes() -> Iterator[tuple[str, str]]:
    """Every function of the services that opens a write, with the words it begins with."""
    for path in sorted(SERVICES.rglob("*.py")):
        text = path.read_text("utf-8")
        if "demo" in path.parts or "store.write(" not in text:
            continue
        for function in ast.walk(ast.parse(text)):
            if isinstance(function, ast.FunctionDef):
                for call in ast.walk(function):
                    if isinstance(call, ast.Call) and ast.unparse(call.func).endswith(
                        "store.write"
                    ):
                        yield f"{path.stem}.{function.name}", ast.unparse(call.args[0])


GENERAL = {title.strip("'\"") for _site, title in writes() if not title.startswith("f")}
"""What a step is called that nobody gave the name of what it is about."""
