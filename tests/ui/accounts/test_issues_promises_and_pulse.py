"""Issues, promises, plans and readings of an account: opened, moved on and closed from their rows."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from sponsor_app.domain.account_page import AccountPage
from sponsor_app.domain.interaction import State
from sponsor_app.domain.issue import IssueStatus, Level
from sponsor_app.services import interactions, issues
from sponsor_app.ui.accounts.page_screen import AccountScreen
from sponsor_app.ui.accounts.plans_part import PlanPanel
from sponsor_app.ui.panels.issue_panel import IssuePanel
from tests.ui.accounts.conftest import Book, Life, choose, enter, press, rows, said, settle
from tests.ui.conftest import Trail


def crane(page: AccountPage) -> tuple[IssueStatus, Level]:
    found = next(one for one in page.issues if one.title == "Cranes drop out")
    return found.status, found.level


def promises(page: AccountPage) -> dict[str, object]:
    return {one.text: (one.due_on, bool(one.kept_on), one.drop_reason) for one in page.commitments}


def shown(part: QWidget) -> list[str]:
    return [one.text() for one in part.findChildren(QLabel)]


def issue_panel(screen: AccountScreen, qtbot: QtBot, key: str) -> IssuePanel:
    enter(screen.body.issues.list)
    press(screen, key)
    panel = screen.body.issues.list.panel
    assert isinstance(panel, IssuePanel)
    settle(screen, qtbot)
    assert panel.field.hasFocus()
    return panel


def test_i_opens_an_issue_from_anywhere_on_the_page(
    screen: AccountScreen, book: Book, qtbot: QtBot
) -> None:
    def act() -> None:
        enter(screen.body.timeline.list)
        press(screen, "i")
        press(screen, "No spare parts", Qt.Key.Key_Return)

    def titles(page: AccountPage) -> set[str]:
        return {one.title for one in page.issues}

    book.changes(titles, act, {"Cranes drop out", "No spare parts"})


def test_u_tells_them_r_solves_and_t_says_that_they_know(
    screen: AccountScreen, book: Book, qtbot: QtBot
) -> None:
    issue_panel(screen, qtbot, "u")
    press(screen, "Told the yard", Qt.Key.Key_Return)
    found = book.page().issues[0].id
    qtbot.waitUntil(lambda: len(issues.one(book.app, found)[1]) == 1)
    settle(screen, qtbot)
    assert "Told the yard" in " ".join(shown(issue_panel(screen, qtbot, "r")))
    press(screen, "New cable", Qt.Key.Key_Return)
    book.until(lambda page: crane(page)[0], IssueStatus.RESOLVED)
    settle(screen, qtbot)
    enter(screen.body.issues.list)
    press(screen, "t")
    book.until(lambda page: crane(page)[0], IssueStatus.CLOSED)
    settle(screen, qtbot)
    assert rows(screen.body.issues.list) == []
    screen.body.issues.more.click()
    assert rows(screen.body.issues.list) == ["Cranes drop out"]
    enter(screen.body.issues.list)
    book.changes(lambda page: crane(page)[0], lambda: press(screen, "o"), IssueStatus.OPEN)


def test_e_lifts_an_issue_to_somebody_with_the_reason(
    screen: AccountScreen, book: Book, qtbot: QtBot
) -> None:
    def act() -> None:
        panel = issue_panel(screen, qtbot, "e")
        panel.to.click()
        choose(screen, "mia", qtbot)
        qtbot.waitUntil(panel.field.hasFocus)
        press(screen, "Two ships", Qt.Key.Key_Return)

    book.changes(crane, act, (IssueStatus.OPEN, Level.SPONSOR))


def test_an_update_without_words_is_refused_in_the_panel(
    screen: AccountScreen, qtbot: QtBot
) -> None:
    panel = issue_panel(screen, qtbot, "u")
    press(screen, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "empty" in panel.error())
    press(screen, Qt.Key.Key_Escape)
    assert screen.body.issues.list.panel is None
    assert screen.body.issues.list.hasFocus()


def test_p_adds_a_promise_with_the_day_as_people_say_it(
    screen: AccountScreen, book: Book, qtbot: QtBot
) -> None:
    form = screen.body.promises.form

    def act() -> None:
        enter(screen.body.timeline.list)
        press(screen, "p")
        press(screen, "Name the engineer")
        form.due.field.setFocus()
        press(screen, "Fri")
        qtbot.waitUntil(lambda: form.due.day == date(2026, 11, 20))
        press(screen, Qt.Key.Key_Return)

    book.changes(
        lambda page: promises(page).get("Name the engineer"),
        act,
        (date(2026, 11, 20), False, None),
    )


def test_k_keeps_a_promise_which_is_still_there_when_asked_for(
    screen: AccountScreen, book: Book, qtbot: QtBot
) -> None:
    view = screen.body.promises.list
    assert rows(view)[0] == "Send prices"
    enter(view)
    press(screen, "k")
    book.until(lambda page: promises(page)["Send prices"], (date(2026, 11, 20), True, None))
    settle(screen, qtbot)
    asked = "Ask Dana Reed what is behind the 4 of 10"
    assert rows(view) == [asked, "Send log files"]
    screen.body.promises.more.click()
    assert rows(view) == [asked, "Send log files", "Send prices"]
    assert "kept 18 Nov" in said(view)[2]


def test_d_drops_a_promise_with_a_reason_and_m_moves_it(
    screen: AccountScreen, book: Book, qtbot: QtBot
) -> None:
    view = screen.body.promises.list

    def drop() -> None:
        enter(view)
        press(screen, "d")
        press(screen, "They bought elsewhere", Qt.Key.Key_Return)

    def move() -> None:
        enter(view)
        press(screen, "m")
        press(screen, "1 Dec", Qt.Key.Key_Return)

    reason = (date(2026, 11, 20), False, "They bought elsewhere")
    moved = (date(2026, 12, 1), False, None)
    book.changes(lambda page: promises(page)["Send prices"], move, moved)
    book.changes(lambda page: promises(page)["Send prices"], drop, reason)


def test_a_accepts_a_promise_that_waits(screen: AccountScreen, book: Book) -> None:
    enter(screen.body.promises.list)
    book.changes(
        lambda page: {one.text: one.unowned for one in page.commitments}["Send prices"],
        lambda: press(screen, "a"),
        wanted=False,
    )


def test_a_reading_takes_a_digit_and_their_words(
    screen: AccountScreen, book: Book, life: Life, qtbot: QtBot
) -> None:
    pulse = screen.body.pulse

    def act() -> None:
        pulse.action.click()
        press(screen, "7", Qt.Key.Key_Tab)
        pulse.form.quote.setFocus()
        press(screen, "Better")
        pulse.form.who.click()
        choose(screen, "dana", qtbot)
        pulse.form.add.click()

    book.changes(
        lambda page: [(one.score, one.quote, one.contact_id) for one in page.pulses][:1],
        act,
        [(7, "Better", life.dana)],
    )
    assert said(pulse.list)[-1].startswith("4 of 10, Wed 18 Nov, “We found out from the crew.”")


def test_no_reading_without_a_number(screen: AccountScreen, book: Book) -> None:
    pulse = screen.body.pulse
    pulse.action.click()
    pulse.form.quote.setFocus()
    press(screen, "Better", Qt.Key.Key_Return)
    assert next(iter(pulse.form.score.chips.values())).hasFocus()
    assert len(book.page().pulses) == 1


def test_a_plan_is_called_off_and_one_to_come_is_not_held_yet(
    screen: AccountScreen, book: Book, trail: Trail
) -> None:
    plans = screen.body.plans
    assert said(plans.list) == ["Visit with Dana Reed, Wed 25 Nov, their site · You"]
    enter(plans.list)
    press(screen, "h")
    assert trail.said == ["It is planned for a day to come. Call it off, or log what happened."]
    plan = book.page().planned[0].id

    def state(_page: AccountPage) -> State:
        return interactions.by_ids(book.app, [plan])[0].state

    book.changes(state, lambda: press(screen, "c"), State.CANCELLED)


def test_a_plan_becomes_a_file_for_the_calendar_with_one_key(
    screen: AccountScreen, trail: Trail, tmp_path: Path, qtbot: QtBot
) -> None:
    plans = screen.body.plans
    enter(plans.list)
    press(screen, "k")
    panel = plans.list.panel
    assert isinstance(panel, PlanPanel)
    assert "nine the day before" in panel.calendar.accessibleDescription()
    dialog = panel.calendar.saving.dialog
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith("Acme 2026-11-25.ics")
    dialog.fileSelected.emit(str(tmp_path / "visit.ics"))
    dialog.reject()
    qtbot.waitUntil((tmp_path / "visit.ics").exists)
    qtbot.waitUntil(lambda: bool(trail.said))
    assert trail.said[0].startswith("Wrote visit.ics")
    assert "BEGIN:VALARM" in (tmp_path / "visit.ics").read_text()


def test_the_section_of_plans_is_there_only_while_there_is_a_plan(
    screen: AccountScreen, qtbot: QtBot
) -> None:
    assert screen.body.plans.isVisible()
    enter(screen.body.plans.list)
    QTest.keyClick(screen.body.plans.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not screen.body.plans.isVisible())
