"""Reminders and the digest: one quiet line, once, announced, gone when it was seen, there again after a restart."""

from datetime import UTC, datetime, time, timedelta

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.interaction import Kind
from sponsor_app.domain.reminding import Digest, Remind
from sponsor_app.services import Services, accounts, calm, interactions, sponsorships
from sponsor_app.ui.places import ToAccount, ToBrief
from sponsor_app.ui.shell.notices import Notices, digest_words
from sponsor_app.ui.shell.window import Window
from tests.conftest import TODAY, Clock
from tests.ui.shell.conftest import Key, Opened, press, settle


@pytest.fixture
def acme(mine: Services) -> AccountId:
    return AccountId(accounts.add(mine, fields={"name": "Acme", "tier": "key"}).created[0])


def plan(app: Services, account: AccountId, ahead: int) -> str:
    draft = InteractionDraft(account, Kind.VISIT, TODAY + timedelta(days=ahead), planned=True)
    return interactions.log(app, draft).created[0]


def noticing(window: Window, qtbot: QtBot) -> Notices:
    """The window as it is some seconds after the store is open."""
    notices = Notices(window, every=20, settled=1)
    with qtbot.waitSignal(notices.looked):
        notices.begin()
    return notices


def test_a_reminder_that_passed_is_said_once_and_leads_to_its_brief(
    mine: Services, acme: AccountId, opened: Opened, qtbot: QtBot
) -> None:
    calm.remind(mine, plan(mine, acme, 1), Remind.WEEK)
    window = opened()
    qtbot.waitUntil(lambda: window.main.navigator.current() is not None)
    notices = noticing(window, qtbot)
    bar = window.main.notice
    assert bar.sentence() == "Tomorrow: visit with Acme."
    assert bar.accessibleName() == bar.sentence()
    with qtbot.waitSignal(notices.looked):
        assert bar.isVisible()
    bar.acted.emit()
    assert window.main.navigator.here == ToBrief(acme)
    assert not bar.isVisible()
    settle(window, qtbot)
    with qtbot.waitSignal(notices.looked):
        assert calm.pending(mine).reminders == ()
    assert not bar.isVisible()


def test_many_are_one_line_and_unseen_they_are_there_after_a_restart(
    mine: Services, acme: AccountId, opened: Opened, qtbot: QtBot
) -> None:
    for ahead in (1, 2, 3):
        calm.remind(mine, plan(mine, acme, ahead), Remind.WEEK)
    first = opened()
    qtbot.waitUntil(lambda: first.main.navigator.current() is not None)
    noticing(first, qtbot)
    said = first.main.notice.sentence()
    assert said == "Tomorrow: visit with Acme. And 2 more reminders."
    first.close()
    second = opened()
    qtbot.waitUntil(lambda: second.main.navigator.current() is not None)
    noticing(second, qtbot)
    assert second.main.notice.sentence() == said
    second.main.notice.closed.emit()
    settle(second, qtbot)
    assert calm.pending(mine).reminders == ()


def test_the_digest_is_said_in_the_morning_and_put_away_for_the_day(
    mine: Services, acme: AccountId, clock: Clock, opened: Opened, qtbot: QtBot
) -> None:
    sponsorships.set_sponsor(mine, [acme], mine.me)
    plan(mine, acme, 0)
    calm.want_digest(mine, wanted=True)
    clock.moment = datetime.combine(TODAY, time(9)).astimezone(UTC)
    window = opened()
    qtbot.waitUntil(lambda: window.main.navigator.current() is not None)
    notices = noticing(window, qtbot)
    assert window.main.notice.sentence().startswith("Good morning: 1 visit today")
    with qtbot.waitSignal(notices.looked):
        assert window.main.notice.isVisible()
    window.main.notice.closed.emit()
    with qtbot.waitSignal(notices.looked):
        assert not window.main.notice.isVisible()
    settle(window, qtbot)
    assert calm.pending(mine).digest is None


def test_the_digest_counts_what_there_is() -> None:
    assert digest_words(Digest(2, 0, 1)) == (
        "Good morning: 2 visits today, 1 relationship going cold."
    )


@pytest.mark.qt_log_ignore("This plugin does not support")  # menus offscreen
def test_r_on_a_plan_chooses_a_reminder_and_undo_takes_it_back(
    mine: Services, acme: AccountId, opened: Opened, qtbot: QtBot
) -> None:
    visit = plan(mine, acme, 3)
    window = opened()
    qtbot.waitUntil(lambda: window.main.navigator.current() is not None)
    window.go(ToAccount(acme))
    settle(window, qtbot)
    plans = window.main.navigator.current().body.plans  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: plans.model.rowCount() == 1)
    plans.list.select(visit)
    plans.list.setFocus()
    press(window, Key.Key_R)
    settle(window, qtbot)
    menu = plans.list.panel.remind.findChild(QMenu)
    evening = next(one for one in menu.actions() if one.text() == "The evening before")
    evening.trigger()
    menu.close()
    qtbot.waitUntil(lambda: calm.reminder_of(mine, visit) is Remind.EVENING)
    settle(window, qtbot)
    assert plans.list.panel.remind.accessibleName() == "Reminder: The evening before"
    window.take_back()
    qtbot.waitUntil(lambda: calm.reminder_of(mine, visit) is None)
    settle(window, qtbot)
