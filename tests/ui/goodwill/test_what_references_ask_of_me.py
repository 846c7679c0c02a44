"""Today says who must be told that a reference is locked, who waits for a decision, who is asked again."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from sponsor_app.domain.reference import RequestState, Use
from sponsor_app.domain.today import NeedKind
from sponsor_app.services import Services, issues, references
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.today.reference_panel import ReferencePanel
from sponsor_app.ui.today.screen import TodayScreen
from tests.ui.conftest import Show
from tests.ui.goodwill.conftest import Goodwill


@pytest.fixture
def today(goodwill: Goodwill, desk: Desk, show: Show, qtbot: QtBot) -> TodayScreen:
    screen = TodayScreen(desk)
    show(screen)
    qtbot.waitUntil(lambda: titles(screen) != [])
    return screen


def titles(screen: TodayScreen) -> list[str]:
    records = screen.needs.model.records
    return [one.title for one in records if one.kind is NeedKind.REFERENCE]


def act(screen: TodayScreen, press: Callable[[ReferencePanel], None]) -> None:
    need = next(one for one in screen.needs.model.records if one.kind is NeedKind.REFERENCE)
    screen.needs.list.select((need.kind, need.record_id))
    screen.needs.unfold(need)
    panel = screen.needs.list.panel
    assert isinstance(panel, ReferencePanel)
    press(panel)


def test_a_request_is_decided_where_it_waits(
    today: TodayScreen, app: Services, qtbot: QtBot
) -> None:
    assert titles(today) == ["Tom Okafor asks for Dana Reed"]
    act(today, lambda panel: panel.approve.click())
    qtbot.waitUntil(lambda: titles(today) == [])
    assert references.every_request(app)[0].state is RequestState.APPROVED


def test_who_counts_on_a_locked_one_is_told_and_then_they_are_asked_again(
    today: TodayScreen, app: Services, goodwill: Goodwill, qtbot: QtBot
) -> None:
    run = today.desk.operations.command
    before = app.today() - timedelta(days=5)
    run(
        lambda app: references.agree(
            app, goodwill.dana, scope=(Use.CALL,), approved_by=app.me, start=before
        ),
        today,
    )
    run(lambda app: issues.open_issue(app, goodwill.acme, title="Down", severity=1), today)
    qtbot.waitUntil(lambda: titles(today) == ["Tell Tom Okafor: Dana Reed is locked"])
    act(today, lambda panel: panel.told.click())
    qtbot.waitUntil(lambda: titles(today) == [])
    [opened] = issues.listed(app)
    run(lambda app: issues.resolve(app, opened.id, "New relay"), today)
    qtbot.waitUntil(lambda: titles(today) == ["Ask Dana Reed again: do they still speak for us?"])
    act(today, lambda panel: panel.again.click())
    qtbot.waitUntil(lambda: titles(today) == [])
    assert references.one(app, goodwill.reference)[1].free
