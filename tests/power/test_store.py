"""The power fails while a profile is made, written, closed, opened and backed up: what was promised is there, nothing is half.

Every system call of a real run is recorded; then disks are built as they may look after any of them, and opened.
"""

import random
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest

from sponsor_app.domain.errors import NoStoreError, SponsorError
from sponsor_app.services import accounts, backups, stores
from sponsor_app.services.profiles import Me, Unlocking, system_clocks
from sponsor_app.store import checks
from sponsor_app.store.store import Store
from sponsor_app.system.folders import Profile
from tests.conftest import KEY, Clock
from tests.power.trace import Event, Player, events_of, needs_strace
from tests.power.victim import Known
from tests.seeds import first_seed

STATES = 60
PAGE = 4096
UNLOCKING = Unlocking(key_store=Known())


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Event]]:
    """A profile's folder and every call that the program made on it."""
    folder = tmp_path_factory.mktemp("power") / "profile"
    program = Path(__file__).with_name("victim.py")
    return folder, events_of(program, folder, folder.with_name("trace"))


@needs_strace
def test_whatever_the_power_leaves_opens_with_all_that_was_promised(
    run: tuple[Path, list[Event]],
) -> None:
    seed = first_seed()
    folder, events = run
    dice = random.Random(seed)
    moments = _moments(events, str(folder))
    chosen = dice.sample(moments, min(STATES, len(moments)))
    print(f"seed {seed}: {len(moments)} moments, {len(chosen)} losses of power")
    states = _states(events, folder, chosen, dice)
    opened = sum(judge(state, promised) for state, promised in states)
    assert opened > STATES // 2, "hardly any state had a store"


@needs_strace
def test_a_disk_that_only_says_it_has_synced_is_caught(run: tuple[Path, list[Event]]) -> None:
    """The same play with every sync left out has to lose something, else it could find nothing."""
    folder, events = run
    lying = [event for event in events if not event.call.endswith("sync")]
    moments = _moments(lying, str(folder))[-6:]
    lost = 0
    for state, promised in _states(lying, folder, moments, random.Random(1)):
        try:
            judge(state, promised)
        except (AssertionError, pytest.fail.Exception):
            lost += 1
    assert lost


def test_a_page_torn_in_the_file_and_whole_beside_it_is_no_damage(
    store: Store, clock: Clock, tmp_path: Path
) -> None:
    with store.write_local() as connection:
        connection.exec_driver_sql("INSERT INTO setting (key, value) VALUES ('a', 'b')")
    torn = tmp_path / "torn.db"
    wal, content = (store.path.with_name("store.db-wal").read_bytes(), store.path.read_bytes())
    waiting = {int.from_bytes(wal[at : at + 4], "big") for at in range(32, len(wal), PAGE + 24)}
    page = min(waiting - {1})  # the first one begins with the salt, which no write changes
    at = (page - 1) * PAGE
    torn.write_bytes(content[:at] + bytes(512) + content[at + 512 :])
    torn.with_name("torn.db-wal").write_bytes(wal)
    opened = Store.open(torn, KEY, clock.now)
    assert opened.problems() == []
    opened.close()


def _states(
    events: list[Event], folder: Path, moments: list[int], dice: random.Random
) -> Iterator[tuple[Path, list[str]]]:
    """For each moment a folder as the disk may look after it, and what was promised by then."""
    player = Player(str(folder))
    for number, event in enumerate(events):
        player.play(event)
        if number in moments:
            state = Path(mkdtemp(prefix="state", dir=folder.parent))
            player.disk.come_back(str(folder), state, dice)
            yield state, player.promised


def _moments(events: list[Event], root: str) -> list[int]:
    """The numbers of the events after which a loss of power may make a difference."""
    player = Player(root)
    return [number for number, event in enumerate(events) if player.play(event)]


def judge(folder: Path, promised: list[str]) -> bool:
    """Whether there was a store; refuses whatever is less than promised."""
    profile = Profile(folder)
    try:
        app = stores.open_profile(profile, UNLOCKING, system_clocks())
    except NoStoreError:
        assert "made" not in promised
        stores.create(profile, Me("Grace"), UNLOCKING, system_clocks()).store.close()
        return False
    except SponsorError as error:
        if "made" in promised:
            pytest.fail(f"{error.message} after {promised}")
        return not error.next
    names = {row.account for row in accounts.listed(app)}
    saved = {line.removeprefix("saved ") for line in promised if line.startswith("saved ")}
    assert saved <= names, f"lost {saved - names}"
    assert len(names - saved) <= 1
    assert app.store.problems() == []
    with app.store.read() as connection:
        assert checks.without_change(connection) == 0
        assert checks.stale_standings(connection) == 0
    app.store.close()
    if "backup" in promised:
        about = backups.read_about(folder / "kept" / "Sponsor backup.zip")
        assert about is not None
    return True
