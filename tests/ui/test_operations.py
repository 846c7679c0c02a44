"""The door between the window and the services."""

from collections.abc import Iterator
from itertools import count
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from sponsor_app.domain.changes import Changes, Topic
from sponsor_app.domain.errors import RefusedError, StoreLockedError
from sponsor_app.domain.lasting import report
from sponsor_app.services import Services, accounts, history
from sponsor_app.store.store import Store
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.operations import Cancel, Operations, Progress
from tests.conftest import KEY
from tests.ui.conftest import Trail


def test_an_answer_comes_back_to_the_window(desk: Desk, qtbot: QtBot) -> None:
    heard: list[int] = []
    desk.operations.query(desk, lambda app: len(accounts.listed(app)), heard.append)
    qtbot.waitUntil(lambda: heard == [0])


def test_a_change_is_announced_with_its_topics_and_who_asked(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.operations.changed) as told:
        desk.operations.command(lambda app: accounts.add(app, fields={"name": "Acme"}), "me")
    changes, who = told.args or (Changes(), None)
    assert changes.touch(Topic.ACCOUNT)
    assert changes.title == "Added Acme"
    assert who == "me"


def test_a_refusal_is_told_and_not_raised(desk: Desk, trail: Trail, qtbot: QtBot) -> None:
    desk.operations.command(lambda app: accounts.add(app, fields={"name": ""}))
    qtbot.waitUntil(lambda: len(trail.refused) == 1)
    assert "name" in trail.refused[0].message


def test_a_bug_is_not_swallowed(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as bugs:
        desk.operations.query(desk, lambda _app: 1 / 0, print)
        qtbot.waitUntil(lambda: len(bugs) == 1)
    assert bugs[0][0] is ZeroDivisionError


def test_a_late_answer_to_a_closed_view_is_dropped(desk: Desk, qtbot: QtBot) -> None:
    gate, heard, seen = Event(), list[bool](), list[int]()
    owner = QObject()
    desk.operations.query(owner, lambda _app: gate.wait(5), heard.append)
    delete(owner)
    gate.set()
    desk.operations.query(desk, lambda _app: 1, seen.append)
    qtbot.waitUntil(lambda: seen == [1])
    assert heard == []


def test_what_is_asked_before_the_store_is_open_waits_for_it(app: Services, qtbot: QtBot) -> None:
    operations, gate, heard = Operations(), Event(), list[str]()

    def opener() -> Services:
        gate.wait(5)
        return app

    operations.open(opener)
    operations.query(operations, lambda found: found.me, heard.append)
    assert heard == []
    gate.set()
    qtbot.waitUntil(lambda: heard == [app.me])
    operations.shutdown()


def test_a_store_that_does_not_open_is_told_once(qtbot: QtBot) -> None:
    operations, heard = Operations(), list[int]()

    def opener() -> Services:
        msg = "The passphrase does not open this store."
        raise StoreLockedError(msg)

    with qtbot.waitSignal(operations.not_opened) as told:
        operations.open(opener)
        operations.query(operations, lambda _app: 1, heard.append)
    assert "passphrase" in told.args[0].message  # pyright: ignore[reportOptionalSubscript]
    operations.shutdown()
    assert heard == []


def test_something_slow_reports_and_can_be_stopped(desk: Desk, qtbot: QtBot) -> None:
    said: list[str] = []
    desk.operations.progressed.connect(lambda _who, text, _share: said.append(text))

    def work(_app: Services, tell: Progress, cancel: Cancel) -> str:
        tell("reading", 0.5)
        cancel.wait(5)
        stopped = "stopped"
        raise RefusedError(stopped)

    refused: list[str] = []
    cancel = desk.operations.slow(desk, work, said.append, lambda e: refused.append(e.message))
    qtbot.waitUntil(lambda: said == ["reading"])
    cancel.set()
    qtbot.waitUntil(lambda: refused == ["stopped"])


def test_what_another_process_wrote_is_noticed(desk: Desk, app: Services, qtbot: QtBot) -> None:
    accounts.add(app, fields={"name": "From a terminal"})
    with qtbot.waitSignal(desk.operations.changed) as told:
        desk.operations.look_outside()
    assert told.args is not None
    assert told.args[0].topics == Changes.everything()
    with qtbot.waitSignal(desk.operations.changed, timeout=300, raising=False) as again:
        desk.operations.look_outside()
    assert not again.signal_triggered


def test_whoever_asks_is_answered_between_two_turns(desk: Desk, qtbot: QtBot) -> None:
    heard: list[str] = []

    def show(part: str) -> None:
        heard.append(part)
        desk.operations.query(desk, lambda _app: f"asked after {part}", heard.append)

    desk.operations.in_turns(desk, lambda _app: iter(("one", "two", "three")), show)
    qtbot.waitUntil(lambda: "asked after three" in heard)
    assert heard.index("asked after one") < heard.index("three")
    assert [part for part in heard if " " not in part] == ["one", "two", "three"]


def test_turns_end_when_nobody_wants_them_any_more(desk: Desk, qtbot: QtBot) -> None:
    heard: list[int] = []

    def show(part: int) -> None:
        heard.append(part)
        if part == 3:
            turns.set()

    turns = desk.operations.in_turns(desk, lambda _app: count(), show)
    over: list[int] = []
    qtbot.waitUntil(lambda: 3 in heard)
    for number in range(3):
        desk.operations.query(desk, lambda _app, number=number: number, over.append)
    qtbot.waitUntil(lambda: over == [0, 1, 2])
    assert heard == [0, 1, 2, 3]


def test_turns_of_one_store_are_not_gone_on_with_in_another(
    desk: Desk, app: Services, qtbot: QtBot
) -> None:
    heard: list[str] = []

    def parts(asked: Services) -> Iterator[str]:
        yield "one"
        yield str(len(accounts.listed(asked)))

    def show(part: str) -> None:
        heard.append(part)
        store = Store(app.store.path, KEY, app.now)
        desk.operations.open(lambda: Services(store, app.profile, app.now, app.today))

    desk.operations.in_turns(desk, parts, show)
    with qtbot.waitSignal(desk.operations.opened):
        pass
    over: list[int] = []
    desk.operations.query(desk, lambda _app: 1, over.append)
    qtbot.waitUntil(lambda: over == [1])
    assert heard == ["one"]


def test_what_lasts_is_told_as_it_is_stored_and_stopped_between_two_parts(
    desk: Desk, app: Services, trail: Trail, qtbot: QtBot
) -> None:
    told, over = list[tuple[str, float]](), list[object]()

    def hear(cancel: Cancel, what: str, share: float) -> None:
        told.append((what, share))
        cancel.set()

    def work(asked: Services) -> Changes:
        with asked.store.write("Wrote much") as writer:
            while True:  # until somebody stops it
                report(writer.title, 0.5)

    desk.operations.lasts.connect(hear)
    desk.operations.ended.connect(over.append)
    desk.operations.command(work)
    qtbot.waitUntil(lambda: len(trail.refused) == 1)
    assert trail.refused[0].message == "Stopped. Nothing was changed."
    assert told[0] == ("Wrote much", 0.5)
    assert len(over) == 1
    assert [one.title for one in history.steps(app)][:1] != ["Wrote much"]


@pytest.mark.parametrize("times", [1, 3])
def test_the_window_can_close_while_work_is_under_way(
    app: Services, qtbot: QtBot, times: int
) -> None:
    for _ in range(times):
        operations = Operations()
        operations.open(lambda: Services(app.store, app.profile, app.now, app.today))
        operations.query(operations, accounts.listed, lambda _rows: None)
        operations.shutdown()
