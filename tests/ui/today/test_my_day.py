"""Today as an executive walks through it with a coffee in the other hand: by keyboard."""

from datetime import timedelta

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sponsor_app.domain.gaps import Gap
from sponsor_app.domain.ids import AccountId, InteractionId
from sponsor_app.domain.interaction import State
from sponsor_app.services import (
    Services,
    accounts,
    commitments,
    history,
    interactions,
    issues,
    sentences,
)
from sponsor_app.ui.desk import Desk, Told
from sponsor_app.ui.panels.issue_panel import IssuePanel
from sponsor_app.ui.places import (
    ScreenName,
    ToAccount,
    ToAct,
    ToBrief,
    ToDebrief,
    ToLog,
    ToRecord,
    ToScreen,
)
from sponsor_app.ui.today.needs import DebriefPanel
from sponsor_app.ui.today.put_off import PutOffPanel
from sponsor_app.ui.today.screen import TodayScreen
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.focus import reachable
from tests.conftest import Clock
from tests.ui.conftest import Show, Trail
from tests.ui.today.conftest import Day, Opened, planned


def press(part: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(part.window().focusWidget() or part, key)


def spoken(model: QAbstractItemModel) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.data(model.index(row, 0), role)) for row in range(model.rowCount())]


def said(screen: TodayScreen) -> list[str]:
    return [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]


def needs_settle(screen: TodayScreen, count: int, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(screen.needs.model.records) == count)


def test_the_day_begins_with_the_next_visit_and_its_bad_news(screen: TodayScreen) -> None:
    words = said(screen)
    assert "Wednesday, 18 November" in words
    assert "1 visit today. It opens with bad news." in words
    assert {"In 41 minutes", "Acme", "Dana Reed, COO", "Their site"} <= set(words)
    assert any("Crane stops." in one for one in words)
    assert screen.focusWidget() is screen.next.open_button
    assert "Next visit, In 41 minutes: Acme" in screen.next.open_button.accessibleName()


def test_enter_opens_the_brief_for_those_who_will_be_there(
    screen: TodayScreen, day: Day, trail: Trail
) -> None:
    press(screen, Qt.Key.Key_Return)
    assert trail.places == [ToBrief(day.acme, (day.dana,))]


def test_the_other_visits_open_their_briefs_accounts_and_the_log_line(
    screen: TodayScreen, day: Day, trail: Trail
) -> None:
    assert spoken(screen.model) == [
        "Fri 20, Bolt, Nobody is named yet, Their site, never met",
    ]
    screen.visits.setFocus()
    press(screen, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_O, Qt.Key.Key_L)
    assert trail.places[:2] == [ToBrief(day.bolt), ToAccount(day.bolt)]
    assert isinstance(trail.places[2], ToLog)


def test_p_plans_a_visit(screen: TodayScreen, trail: Trail) -> None:
    press(screen, Qt.Key.Key_P)
    assert trail.places == [ToLog("visit at ")]


def test_what_needs_me_stands_in_the_order_in_which_it_presses(screen: TodayScreen) -> None:
    assert spoken(screen.needs.model) == [
        "Sev 1: Crane stops, update 5 days late, Acme · open 6 days · nobody owns it",
        "Send pricing, 5 days late, Acme · promised 4 Nov for Fri 13 Nov",
        "How did it go: Acme, debrief, visit planned for Mon 16 Nov · Dana Reed",
    ]


def test_an_issue_is_answered_where_it_stands(
    screen: TodayScreen, app: Services, day: Day, qtbot: QtBot
) -> None:
    screen.needs.list.setFocus()
    press(screen, Qt.Key.Key_Home, Qt.Key.Key_Return)
    assert isinstance(screen.needs.list.panel, IssuePanel)
    QTest.keyClicks(screen.focusWidget(), "Told Dana that the patch is in test")
    press(screen, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.needs.list.panel is None)
    assert issues.listed(app)[0].last_update == "Told Dana that the patch is in test"
    qtbot.waitUntil(lambda: "update due tomorrow" in spoken(screen.needs.model)[0])
    assert screen.needs.list.hasFocus()


def test_words_typed_for_an_issue_open_nothing_else(screen: TodayScreen, trail: Trail) -> None:
    screen.needs.list.setFocus()
    press(screen, Qt.Key.Key_Home, Qt.Key.Key_U)
    QTest.keyClicks(screen.focusWidget(), "pokbl")
    assert trail.places == []


def test_a_promise_is_kept_with_one_key_and_one_undo_brings_it_back(
    screen: TodayScreen, app: Services, qtbot: QtBot
) -> None:
    screen.needs.list.setFocus()
    press(screen, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_K)
    needs_settle(screen, 2, qtbot)
    screen.desk.operations.command(lambda app: history.undo(app)[0])
    needs_settle(screen, 3, qtbot)
    assert commitments.listed(app, only_open=True)[0].text == "Send pricing"


def test_a_promise_is_moved_to_a_later_day_and_waits_no_more(
    screen: TodayScreen, app: Services, qtbot: QtBot
) -> None:
    screen.needs.list.setFocus()
    press(screen, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_M)
    QTest.keyClicks(screen.focusWidget(), "in 2 weeks")
    press(screen, Qt.Key.Key_Return)
    needs_settle(screen, 2, qtbot)
    moved = commitments.listed(app)[0].due_on
    assert moved == app.today() + timedelta(days=14)


def test_a_visit_that_is_over_is_logged_held_or_called_off(
    screen: TodayScreen, app: Services, day: Day, trail: Trail, qtbot: QtBot
) -> None:
    screen.needs.list.setFocus()
    press(screen, Qt.Key.Key_End, Qt.Key.Key_Return)
    panel = screen.needs.list.panel
    assert isinstance(panel, DebriefPanel)
    assert panel.debrief.hasFocus()
    press(screen, Qt.Key.Key_D, Qt.Key.Key_L)
    log = ToLog("visit with Dana Reed at Acme on 2026-11-16, ")
    assert trail.places == [ToDebrief(InteractionId(day.passed)), log]
    press(screen, Qt.Key.Key_Escape, Qt.Key.Key_C)
    needs_settle(screen, 2, qtbot)
    assert interactions.by_ids(app, [day.passed])[0].state is State.CANCELLED


def test_the_words_that_begin_a_debrief_are_understood_as_the_visit_they_name(
    screen: TodayScreen, app: Services, day: Day, trail: Trail
) -> None:
    screen.needs.list.setFocus()
    press(screen, Qt.Key.Key_End, Qt.Key.Key_L)
    place = trail.places[0]
    assert isinstance(place, ToLog)
    draft = sentences.draft(sentences.read(app, place.text))
    assert (draft.account_id, draft.contact_ids) == (day.acme, (day.dana,))
    assert draft.on == app.today() - timedelta(days=2)


def test_o_opens_the_account_at_the_section_that_shows_it(
    screen: TodayScreen, day: Day, trail: Trail
) -> None:
    screen.needs.list.setFocus()
    press(screen, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_O)
    place = trail.places[0]
    assert isinstance(place, ToRecord)
    assert (place.kind, place.account_id) == ("commitment", day.acme)


def test_going_cold_says_of_how_many_and_opens_account_brief_and_log(
    screen: TodayScreen, day: Day, trail: Trail
) -> None:
    assert "2 of 2 accounts" in said(screen)
    screen.cold.list.setFocus()
    press(screen, Qt.Key.Key_Home, Qt.Key.Key_Return, Qt.Key.Key_B, Qt.Key.Key_L)
    cold = screen.cold.model.records[0].row
    assert trail.places == [
        ToAccount(cold.account_id),
        ToBrief(cold.account_id),
        ToLog(f"at {cold.account}: "),
    ]


def test_what_others_did_names_them_and_opens_the_account(
    screen: TodayScreen, app: Services, trail: Trail
) -> None:
    heard = spoken(screen.latest.model)
    assert [one.split(": ", 1)[1] for one in heard] == ["Mia Andersson added Calder, Calder"]
    assert "the last 7 days" in said(screen)
    screen.latest.list.setFocus()
    press(screen, Qt.Key.Key_Home, Qt.Key.Key_Return)
    calder = next(row for row in accounts.listed(app) if row.account == "Calder")
    assert trail.places == [ToAccount(calder.account_id)]


def test_what_was_seen_is_gone_at_the_next_look(
    screen: TodayScreen, opened: Opened, clock: Clock, qtbot: QtBot
) -> None:
    qtbot.waitUntil(screen.isActiveWindow)
    with qtbot.waitSignal(screen.counted):
        screen.refresh()
    done: list[object] = []
    screen.desk.operations.query(screen, lambda app: app.today(), done.append)
    qtbot.waitUntil(lambda: done != [])
    clock.moment += timedelta(minutes=45)
    again = opened()
    assert again.latest.model.records == ()
    assert "Nothing of others has reached this laptop." in said(again)


def test_the_rail_hears_what_waits_even_while_another_screen_is_shown(
    screen: TodayScreen, day: Day, qtbot: QtBot
) -> None:
    screen.hide()
    with qtbot.waitSignal(screen.counted) as heard:
        screen.desk.operations.command(
            lambda app: issues.open_issue(app, day.acme, title="Parts are late", severity=2)
        )
    assert heard.args == [
        {
            ScreenName.TODAY: 4,
            ScreenName.ISSUES: 2,
            ScreenName.PROMISES: 1,
            ScreenName.REFERENCES: 0,
        },
    ]


def test_a_change_elsewhere_is_shown_at_once(
    screen: TodayScreen, app: Services, day: Day, qtbot: QtBot
) -> None:
    screen.desk.operations.command(lambda app: accounts.change(app, day.acme, {"name": "Acme AG"}))
    qtbot.waitUntil(lambda: "Acme AG" in said(screen))


def test_an_empty_store_asks_for_the_first_customer(opened: Opened, trail: Trail) -> None:
    screen = opened()
    assert "Which customer are you seeing next?" in said(screen)
    assert not screen.needs.isVisible()
    assert screen.focusWidget() is screen.welcome.action
    press(screen, Qt.Key.Key_Return)
    screen.bring_in.click()
    assert trail.places == [ToLog(), ToAct("import")]


def test_who_owns_nobody_is_shown_the_accounts_without_a_sponsor(
    opened: Opened, acme: AccountId, trail: Trail
) -> None:
    screen = opened()
    assert "You own no account yet" in said(screen)
    assert not screen.cold.isVisible()
    press(screen, Qt.Key.Key_Return)
    assert trail.places == [ToScreen(ScreenName.COVERAGE, Gap.NO_SPONSOR)]


def test_a_quiet_day_says_so_and_offers_to_plan(
    day: Day, app: Services, opened: Opened, trail: Trail
) -> None:
    interactions.hold(app, day.visit)  # pyright: ignore[reportArgumentType]
    interactions.hold(app, day.passed)  # pyright: ignore[reportArgumentType]
    interactions.cancel(app, day.later)  # pyright: ignore[reportArgumentType]
    commitments.keep(app, commitments.listed(app)[0].id)
    issues.resolve(app, issues.listed(app)[0].id, "Patched")
    screen = opened()
    words = said(screen)
    assert "No visit in the next 30 days." in words
    assert "Nothing waits for you." in words
    press(screen, Qt.Key.Key_Return)
    assert trail.places == [ToLog("visit at ")]


def test_many_visits_show_the_first_few_and_the_rest_when_asked(
    app: Services, day: Day, opened: Opened
) -> None:
    for days in range(1, 30):
        planned(app, day.bolt, days)
    screen = opened()
    assert len(screen.model.records) == 3
    screen.resize(1708, 1080)
    assert len(screen.model.records) == 6
    assert screen.later.more.text() == "Show 24 more"
    screen.later.more.click()
    assert len(screen.model.records) == 30
    assert screen.visits.hasFocus()
    assert not screen.later.more.isVisible()


def test_every_list_is_a_proper_model(screen: TodayScreen, qtmodeltester: ModelTester) -> None:
    for model in (screen.model, screen.needs.model, screen.cold.model, screen.latest.model):
        qtmodeltester.check(model)


def test_everything_that_takes_the_keyboard_has_a_name(screen: TodayScreen) -> None:
    parts = reachable(screen)
    assert len(parts) >= 6
    assert all(part.accessibleName() for part in parts)


def test_it_fits_small_windows_large_type_and_every_theme(
    day: Day, desk: Desk, show: Show, qtbot: QtBot
) -> None:
    screen = TodayScreen(desk)
    with qtbot.waitSignal(screen.counted):
        show(screen).resize(508, 480)
    for name in ("dark", "contrast"):
        theme.use(name)
        screen.repaint()
    theme.set_zoom(200)
    screen.repaint()
    assert screen.visits.width() < 508


def click(screen: TodayScreen, view: QListView, row: int) -> None:
    middle = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def test_the_mouse_opens_what_the_keys_open(screen: TodayScreen, day: Day, trail: Trail) -> None:
    click(screen, screen.visits, 0)
    assert trail.places == [ToBrief(day.bolt)]
    click(screen, screen.needs.list, 1)
    panel = screen.needs.list.panel
    assert panel is not None
    account = next(one for one in panel.findChildren(Button) if one.text() == "Open Acme")
    account.click()
    place = trail.places[1]
    assert isinstance(place, ToRecord)
    assert place.account_id == day.acme
    click(screen, screen.needs.list, 1)
    assert screen.needs.list.panel is None


def test_every_visit_says_what_matters_there(app: Services, day: Day, opened: Opened) -> None:
    issues.open_issue(
        app.as_of(app.today() - timedelta(days=9)), day.bolt, title="Leak", severity=2
    )
    screen = opened()
    assert spoken(screen.model)[0].startswith("Fri 20, Bolt, Sev 2 open 9 days, Nobody is named")


def test_a_visit_is_moved_and_called_off_from_its_row(
    screen: TodayScreen, app: Services, day: Day, qtbot: QtBot
) -> None:
    screen.visits.setFocus()
    press(screen, Qt.Key.Key_Home, Qt.Key.Key_M)
    QTest.keyClicks(screen.focusWidget(), "in 2 weeks")
    press(screen, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: spoken(screen.model)[0].startswith("Wed 2 Dec"))
    assert interactions.by_ids(app, [day.later])[0].on == app.today() + timedelta(days=14)
    assert screen.visits.hasFocus()
    press(screen, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: screen.model.records == ())
    assert interactions.by_ids(app, [day.later])[0].state is State.CANCELLED


def test_a_visit_is_not_moved_into_the_past(
    screen: TodayScreen, app: Services, day: Day, qtbot: QtBot
) -> None:
    screen.visits.setFocus()
    press(screen, Qt.Key.Key_Home, Qt.Key.Key_M)
    QTest.keyClicks(screen.focusWidget(), "2026-11-01")
    press(screen, Qt.Key.Key_Return)
    panel = screen.visits.panel
    assert panel is not None
    qtbot.waitUntil(lambda: "has passed" in panel.error())
    assert interactions.by_ids(app, [day.later])[0].on == app.today() + timedelta(days=2)


def test_the_next_visit_is_moved_where_it_stands_and_keeps_its_hour(
    screen: TodayScreen, app: Services, day: Day, qtbot: QtBot
) -> None:
    press(screen, Qt.Key.Key_M)
    QTest.keyClicks(screen.focusWidget(), "2026-11-19")
    press(screen, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Tomorrow" in said(screen))
    starts = interactions.by_ids(app, [day.visit])[0].starts_at
    assert starts is not None
    assert (starts.day, starts.hour, starts.minute) == (19, 9, 30)
    assert screen.next.open_button.hasFocus()


def test_the_card_shows_what_can_be_done_and_esc_takes_it_away(
    screen: TodayScreen, day: Day, trail: Trail
) -> None:
    screen.next.more.click()
    panel = screen.coming.panel
    assert panel is not None
    assert panel.log.hasFocus()
    press(screen, Qt.Key.Key_O)
    assert trail.places == [ToAccount(day.acme)]
    press(screen, Qt.Key.Key_Escape)
    assert screen.coming.panel is None
    assert screen.next.open_button.hasFocus()


def test_what_needs_me_is_put_off_with_two_keys_and_taken_back_with_one(
    screen: TodayScreen, day: Day, qtbot: QtBot
) -> None:
    told: list[Told] = []
    screen.desk.told.connect(told.append)
    screen.needs.list.setFocus()
    press(screen, Qt.Key.Key_Home, Qt.Key.Key_S, Qt.Key.Key_1)
    needs_settle(screen, 2, qtbot)
    assert told[0].sentence == "Put off until tomorrow: Crane stops"
    assert screen.needs.rows.asleep.text() == "1 put off"
    assert screen.needs.list.hasFocus()
    told[0].take_back()
    needs_settle(screen, 3, qtbot)
    assert not screen.needs.rows.asleep.isVisible()
    told[0].do_again()
    needs_settle(screen, 2, qtbot)


def test_what_was_put_off_is_there_again_on_its_day(
    screen: TodayScreen, clock: Clock, opened: Opened, qtbot: QtBot
) -> None:
    screen.needs.list.setFocus()
    press(screen, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_S)
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(screen.focusWidget(), "Friday")
    with qtbot.waitSignal(screen.counted):
        press(screen, Qt.Key.Key_Return)
    needs_settle(screen, 2, qtbot)
    clock.advance(1)
    assert not any("Send pricing" in one for one in spoken(opened().needs.model))
    clock.advance(1)
    assert any("Send pricing" in one for one in spoken(opened().needs.model))


def test_what_gets_worse_comes_back_before_its_day(
    screen: TodayScreen, app: Services, qtbot: QtBot
) -> None:
    screen.needs.list.setFocus()
    press(screen, Qt.Key.Key_Home, Qt.Key.Key_S, Qt.Key.Key_3)
    needs_settle(screen, 2, qtbot)
    crane = issues.listed(app)[0]
    screen.desk.operations.command(
        lambda app: issues.escalate(app, crane.id, to=app.me, reason="They called")
    )
    needs_settle(screen, 3, qtbot)


def test_what_was_put_off_can_be_looked_at_and_taken_up(
    screen: TodayScreen, trail: Trail, qtbot: QtBot
) -> None:
    screen.cold.list.setFocus()
    press(screen, Qt.Key.Key_Home, Qt.Key.Key_S, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: len(screen.cold.model.records) == 1)
    screen.cold.rows.asleep.click()
    assert len(screen.cold.model.records) == 2
    assert screen.cold.rows.asleep.text() == "Hide 1 put off"
    screen.cold.list.setFocus()
    with qtbot.waitSignal(screen.desk.told) as awake:
        press(screen, Qt.Key.Key_End, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: not screen.cold.rows.asleep.isVisible())
    told: Told = (awake.args or [])[0]
    assert told.sentence.endswith("is there again")
    told.take_back()
    qtbot.waitUntil(screen.cold.rows.asleep.isVisible)


def test_a_day_that_is_none_puts_nothing_off(screen: TodayScreen, qtbot: QtBot) -> None:
    screen.needs.list.setFocus()
    press(screen, Qt.Key.Key_Home, Qt.Key.Key_S)
    panel = screen.needs.list.panel
    assert isinstance(panel, PutOffPanel)
    panel.due.field.setText("when pigs fly")
    QTest.keyClick(panel.due.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "no day" in panel.error())
    assert len(screen.needs.model.records) == 3
