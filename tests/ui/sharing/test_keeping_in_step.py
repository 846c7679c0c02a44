"""What is saved goes out by itself and what others did comes in; a drive that hangs keeps nobody waiting."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from sponsor_app.domain.changes import Changes, Topic
from sponsor_app.domain.sync_status import NotReachable, Shared
from sponsor_app.domain.team import Standing, Team
from sponsor_app.services import accounts
from sponsor_app.services.sharing import beginning, places
from sponsor_app.services.sharing.places import Means
from sponsor_app.sync.file_hub.disk import Disk
from sponsor_app.sync.file_hub.files import Stat
from sponsor_app.sync.file_hub.pace import RealPace
from sponsor_app.sync.file_hub.patience import Patient
from sponsor_app.ui.courier.courier import InStep
from sponsor_app.ui.panels.sync_words import Said, of_team
from tests.conftest import Clock
from tests.sharing.laptops import Office
from tests.sync.stores import add_account
from tests.ui.sharing.conftest import Seat, status


class StuckDisk(Disk):
    """A drive that answers nothing until it is let go."""

    def __init__(self, free: Event) -> None:
        super().__init__()
        self.free = free

    def stat(self, path: Path) -> Stat:
        self.free.wait()
        return super().stat(path)

    def mount(self, path: Path) -> str:
        self.free.wait()
        return super().mount(path)


@pytest.fixture
def free() -> Iterator[Event]:
    """Set when the drive answers again."""
    event = Event()
    yield event
    event.set()


def stuck(free: Event, patience: float) -> Any:
    return lambda event: Means(
        lambda now: RealPace(now, event), lambda: Patient(StuckDisk(free), patience)
    )


def said(standing: InStep | None, clock: Clock) -> Said:
    assert standing is not None
    return of_team(standing, clock.now())


def test_a_laptop_that_shares_with_nobody_says_so_and_visits_nothing(
    team: Office, seat: Seat
) -> None:
    desk = seat(team.laptop("anna"))
    now = desk.courier.now
    assert now == InStep(Team(Standing.ALONE))
    assert desk.courier._errands is None
    assert said(now, team.clock).words == "Saved on this laptop"


def test_what_is_saved_is_said_to_be_here_until_it_was_read_back_and_then_others_have_it(
    team: Office, seat: Seat, qtbot: QtBot
) -> None:
    anna = team.founder()
    bob = team.colleague(anna, "bob")
    desk = seat(anna)
    qtbot.waitUntil(lambda: isinstance(status(desk), Shared))
    told: list[str] = []
    desk.courier.told.connect(lambda now: told.append(said(now, team.clock).words))
    desk.operations.command(lambda app: accounts.add(app, fields={"name": "Acme"}))
    qtbot.waitUntil(lambda: told[:1] == ["Saved on this laptop"])
    qtbot.waitUntil(lambda: told[-1] == "Shared")
    team.sync(bob)
    assert [one.account for one in accounts.listed(bob)] == ["Acme"]


def test_what_others_did_comes_in_and_every_view_it_touches_is_told(
    team: Office, seat: Seat, qtbot: QtBot
) -> None:
    anna = team.founder()
    bob = team.colleague(anna, "bob")
    desk = seat(anna)
    qtbot.waitUntil(lambda: isinstance(status(desk), Shared))
    changes: list[Changes] = []
    desk.operations.changed.connect(lambda one, _who: changes.append(one))
    add_account(bob, "Bolt")
    team.sync(bob)
    desk.courier.look(whole=False)
    qtbot.waitUntil(lambda: any(one.touch(Topic.ACCOUNT) for one in changes))
    assert [one.account for one in accounts.listed(anna)] == ["Bolt"]


def test_what_was_saved_a_moment_before_the_window_closes_goes_out_all_the_same(
    team: Office, seat: Seat, qtbot: QtBot
) -> None:
    anna = team.founder()
    bob = team.colleague(anna, "bob")
    desk = seat(anna)
    qtbot.waitUntil(lambda: isinstance(status(desk), Shared))
    with qtbot.waitSignal(desk.operations.changed):
        desk.operations.command(lambda app: accounts.add(app, fields={"name": "Acme"}))
    desk.operations.shutdown()
    team.sync(bob)
    assert [one.account for one in accounts.listed(bob)] == ["Acme"]


def test_a_folder_that_goes_away_is_said_with_what_to_do_and_comes_back_by_itself(
    team: Office, seat: Seat, qtbot: QtBot
) -> None:
    anna = team.founder()
    desk = seat(anna)
    qtbot.waitUntil(lambda: isinstance(status(desk), Shared))
    away = team.file.parent.rename(team.folder / "away")
    desk.courier.look()
    qtbot.waitUntil(lambda: isinstance(status(desk), NotReachable))
    now = said(desk.courier.now, team.clock)
    assert (now.symbol, now.words) == ("cloud-off", "Not reachable")
    assert "Everything is saved on this laptop" in now.trouble
    assert "Connect the drive" in now.next
    away.rename(team.file.parent)
    desk.courier.look()
    qtbot.waitUntil(lambda: isinstance(status(desk), Shared))


def test_a_drive_that_hangs_is_said_while_the_store_answers_and_the_window_closes(
    team: Office, seat: Seat, free: Event, qtbot: QtBot
) -> None:
    anna = team.founder()
    desk = seat(anna)
    qtbot.waitUntil(lambda: isinstance(status(desk), Shared))
    services = desk.operations._services
    assert services is not None
    desk.courier.stop()
    desk.courier.means_for = stuck(free, patience=3.0)
    desk.courier._slow.setInterval(50)
    words: list[str] = []
    desk.courier.told.connect(lambda now: words.append(said(now, team.clock).detail))
    desk.courier._on_opened(services)
    qtbot.waitUntil(lambda: any("drive slow since" in one for one in words))
    answers: list[int] = []
    desk.operations.query(desk, lambda app: len(accounts.listed(app)), answers.append)
    qtbot.waitUntil(lambda: answers == [0])
    qtbot.waitUntil(lambda: words[-1].startswith("since "), timeout=10_000)
    assert isinstance(status(desk), NotReachable)
    now = said(desk.courier.now, team.clock)
    assert "has not answered for 10 seconds" in now.trouble
    desk.courier.look()
    desk.operations.shutdown()
    assert not free.is_set()


def test_a_laptop_that_slept_looks_at_once(team: Office, seat: Seat, qtbot: QtBot) -> None:
    anna = team.founder()
    bob = team.colleague(anna, "bob")
    desk = seat(anna)
    qtbot.waitUntil(lambda: isinstance(status(desk), Shared))
    desk.courier._on_tick()
    add_account(bob, "Bolt")
    team.sync(bob)
    team.clock.advance(1)
    desk.courier._on_tick()
    qtbot.waitUntil(lambda: len(accounts.listed(anna)) == 1)


def test_what_somebody_no_longer_wants_stops_before_anything_is_made(
    team: Office, seat: Seat, qtbot: QtBot
) -> None:
    desk, refused = seat(team.laptop("anna")), list[Any]()
    nowhere = str(team.folder / "share" / "Other.sponsor")
    cancel = desk.courier.run(
        desk,
        lambda errand: beginning.join(
            errand.app, nowhere, "V2M-NA7-YV9-WYR-6YF-NC1-YGV", errand.means, errand.tell
        ),
        lambda _done: None,
        refused.append,
    )
    cancel.set()
    qtbot.waitUntil(lambda: bool(refused))
    assert not team.file.exists()


def test_places_that_can_be_stopped_are_the_real_ones() -> None:
    event = Event()
    means = places.stopping(event)
    assert isinstance(means.files(), Patient)
