"""Team: who is in it, letting in and out, each asked before it cannot be undone; all by keyboard, all with names."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sponsor_app.domain.sync_status import Shared
from sponsor_app.domain.team import Kind, Laptop, Standing, Team
from sponsor_app.services import Services, accounts
from sponsor_app.services.profiles import Clocks, Me, Profile, Unlocking
from sponsor_app.services.sharing import membership, roster
from sponsor_app.services.sharing import paper as recovery
from sponsor_app.services.stores import create
from sponsor_app.ui.courier.courier import InStep
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels import printing
from sponsor_app.ui.sharing.screen import TeamScreen
from sponsor_app.ui.sharing.view import TeamView
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.focus import reachable
from tests.sharing.laptops import Office
from tests.sync.stores import add_account
from tests.ui.conftest import Show
from tests.ui.sharing.conftest import Seat, status

Key = Qt.Key
LONG = 15_000


def page(desk: Desk, show: Show, qtbot: QtBot) -> TeamScreen:
    made = TeamScreen(desk)
    show(made)
    qtbot.waitUntil(lambda: made._around is not None and made._standing is not None)
    return made


@pytest.fixture
def anna(team: Office) -> Services:
    made = team.founder()
    team.colleague(made, "bob")
    return made


@pytest.fixture
def screen(anna: Services, seat: Seat, show: Show, qtbot: QtBot) -> TeamScreen:
    desk = seat(anna)
    qtbot.waitUntil(lambda: isinstance(status(desk), Shared))
    made = page(desk, show, qtbot)
    qtbot.waitUntil(lambda: len(made.view.lines.records) == 2)
    return made


def words(part: QWidget) -> str:
    return "\n".join(one.text() for one in part.findChildren(QLabel) if one.isVisibleTo(part))


def line_of(screen: TeamScreen, name: str) -> None:
    [line] = [one for one in screen.view.lines.records if one.laptop.name == name]
    screen.view.list.select((line.laptop.id, line.past))


def names(app: Services) -> list[str]:
    return [one.name for one in roster.team(app).laptops if one.kind is Kind.LAPTOP]


def test_everybody_is_listed_with_their_laptop_and_a_fingerprint_in_words(
    screen: TeamScreen, anna: Services, qtmodeltester: ModelTester
) -> None:
    view = screen.view
    assert [one.laptop.name for one in view.lines.records] == ["Anna", "Bob"]
    qtmodeltester.check(view.lines, force_py=True)
    assert view.side.fingerprint.text() == roster.team(anna).laptops[0].fingerprint
    assert len(view.side.fingerprint.text().split()) == 6
    assert "this laptop" in words(view.side)
    line_of(screen, "Bob")
    assert "bob-laptop" in words(view.side)
    assert [part for part in reachable(screen) if not part.accessibleName()] == []


def test_i_makes_a_code_that_is_shown_once_copied_and_lets_somebody_in(
    screen: TeamScreen, team: Office, anna: Services, qtbot: QtBot
) -> None:
    screen.view.list.setFocus()
    QTest.keyClick(screen.view.list, Key.Key_I)
    form = screen.acts.invite_form
    assert form is not None
    assert form.name.hasFocus()
    QTest.keyClicks(form.name, "Mia")
    QTest.keyClick(form.name, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(form.code.text()), timeout=LONG)
    code = form.code.text()
    assert code.count("-") == 6
    assert "Never send the code and the file by the same way" in words(form)
    QTest.keyClick(form.copy, Key.Key_Space)
    assert QGuiApplication.clipboard().text() == code
    QTest.keyClick(form.copy, Key.Key_Escape)
    assert not form.overlay.is_open()
    assert form.code.text() == ""
    mia = team.ask("mia", code)
    screen.look()

    def is_in() -> bool:
        team.sync(mia)
        return roster.team(mia, team.means).standing is Standing.IN

    qtbot.waitUntil(is_in, timeout=LONG)
    assert names(anna) == ["Anna", "Bob", "Mia"]


def test_a_name_is_asked_for_before_a_code_is_made(screen: TeamScreen) -> None:
    screen.invite()
    form = screen.acts.invite_form
    assert form is not None
    QTest.keyClick(form.name, Key.Key_Return)
    assert "Type the name" in form.panel.error()
    assert not form.is_busy()


def test_removing_is_asked_with_what_it_means_and_enter_keeps_everything_as_it_is(
    screen: TeamScreen, anna: Services, qtbot: QtBot
) -> None:
    line_of(screen, "Bob")
    button = screen.view.side.buttons["remove"]
    button.click()
    choice = screen.acts.choice
    assert choice is not None
    assert "What it has, it keeps" in words(choice)
    QTest.keyClick(choice.buttons["no"], Key.Key_Return)
    assert names(anna) == ["Anna", "Bob"]
    button.click()
    assert screen.acts.choice is not None
    screen.acts.choice.buttons["yes"].click()
    qtbot.waitUntil(lambda: names(anna) == ["Anna"], timeout=LONG)
    qtbot.waitUntil(lambda: any(one.past for one in screen.view.lines.records), timeout=LONG)


def test_the_last_admin_stays_one_and_is_told_why(
    screen: TeamScreen, desk_errors: list[str], qtbot: QtBot
) -> None:
    screen.desk.operations.failed.connect(lambda error: desk_errors.append(error.message))
    line_of(screen, "Anna")
    screen.view.side.buttons["member"].click()
    assert screen.acts.choice is not None
    screen.acts.choice.buttons["yes"].click()
    qtbot.waitUntil(lambda: bool(desk_errors), timeout=LONG)
    assert "Nothing was changed" in desk_errors[0]


@pytest.fixture
def desk_errors() -> list[str]:
    return []


def test_a_laptop_gets_another_name_for_everybody(
    screen: TeamScreen, anna: Services, qtbot: QtBot
) -> None:
    line_of(screen, "Bob")
    screen.view.side.buttons["rename"].click()
    form = screen.acts.rename_form
    assert form is not None
    QTest.keyClicks(form.name, "Bobs old one")
    QTest.keyClick(form.name, Key.Key_Return)
    qtbot.waitUntil(lambda: roster.team(anna).laptops[1].device == "Bobs old one", timeout=LONG)


def test_what_a_laptop_wrote_is_taken_back_in_one_step(
    screen: TeamScreen, team: Office, anna: Services, qtbot: QtBot
) -> None:
    bob = team.every[1]
    add_account(bob, "Nonsense")
    team.sync(bob)
    screen.look()
    qtbot.waitUntil(lambda: len(accounts.listed(anna)) == 1, timeout=LONG)
    line_of(screen, "Bob")
    screen.view.side.buttons["back"].click()
    assert screen.acts.choice is not None
    assert "in one step that can be undone" in words(screen.acts.choice)
    screen.acts.choice.buttons["yes"].click()
    qtbot.waitUntil(lambda: not accounts.listed(anna), timeout=LONG)


def test_the_recovery_page_is_offered_until_there_is_one_and_says_what_losing_it_means(
    screen: TeamScreen, team: Office, qtbot: QtBot
) -> None:
    assert screen.view.recovery.isVisible()
    screen.acts.recover()
    form = screen.acts.recovery_form
    assert form is not None
    assert "If the page is lost, nothing is lost while one admin’s laptop works" in words(form)
    form.write(str(team.folder / "page.pdf"))
    qtbot.waitUntil(lambda: not screen.view.recovery.isVisible(), timeout=LONG)
    assert "RECOVERY" in PdfReader(team.folder / "page.pdf").pages[0].extract_text().upper()


def test_the_recovery_page_goes_to_a_printer_and_fits_one_page(
    screen: TeamScreen, anna: Services, team: Office, qtbot: QtBot
) -> None:
    screen.view.recovery.acted.emit()
    form = screen.acts.recovery_form
    assert form is not None
    QTest.keyClick(form.act, Key.Key_Return)
    assert form.dialog is not None
    qtbot.waitUntil(form.dialog.isVisible)
    form.dialog.reject()
    assert not roster.team(anna).recovery
    paper, file = printing.printer("Recovery page"), team.folder / "printed"
    paper.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    paper.setOutputFileName(str(file))
    form.print_on(paper)
    qtbot.waitUntil(lambda: not screen.view.recovery.isVisible(), timeout=LONG)
    assert len(PdfReader(file.with_suffix(".pdf")).pages) == 1
    page = paper_of(anna)
    assert printing.print_page(page, paper) == 1
    assert file.stat().st_size > 1000


def paper_of(app: Services) -> Callable[[int], str]:
    code = "V2M-NA7-YV9-WYR-6YF-NC1-YGX"
    return recovery.sheet(recovery.page_of(app, roster.team(app), code))


def test_a_servers_password_is_asked_for_and_finds_another_place_where_there_is_no_key_store(
    tmp_path: Path, team: Office, desk_over: Seat, show: Show, qtbot: QtBot
) -> None:
    clocks = Clocks(team.clock.now, team.clock.today)
    unlocking = Unlocking(passphrase="four unrelated plain words")
    app = create(Profile(tmp_path / "mine"), Me("Anna"), unlocking, clocks)
    screen = page(desk_over(app), show, qtbot)
    screen.view.nothing.action.click()
    form = screen.acts.create_form
    assert form is not None
    assert not form.password.isVisible()
    form.folder.setText("postgresql://anna@127.0.0.1:1/team")
    assert form.password.isVisible()
    assert form.password.field.accessibleName() == "Password of the server"
    assert not form.password.here.isVisible()
    form.password.field.setText("secret")
    QTest.keyClick(form.password.field, Key.Key_Return)
    qtbot.waitUntil(
        lambda: "no place for the server's password" in form.panel.error(), timeout=LONG
    )
    assert form.password.here.hasFocus()
    QTest.keyClick(form.password.here, Key.Key_Space)
    form.act.click()
    qtbot.waitUntil(lambda: "No team was made" in form.panel.error(), timeout=LONG)
    theme.set_zoom(200)  # more than the window can show: what is said is scrolled to
    qtbot.waitUntil(lambda: form._scrolled.verticalScrollBar().isVisible())
    form.act.click()
    qtbot.waitUntil(lambda: form.panel.error() == "")
    qtbot.waitUntil(lambda: bool(form.panel.error()), timeout=LONG)
    qtbot.waitUntil(lambda: not form.act.visibleRegion().isEmpty())
    theme.set_zoom(100)
    qtbot.waitUntil(lambda: not form._scrolled.verticalScrollBar().isVisible())
    form.overlay.dismiss()
    assert form.password.field.text() == ""
    assert not membership.shares(app)


def test_leaving_is_asked_and_everything_stays(
    team: Office, anna: Services, seat: Seat, show: Show, qtbot: QtBot
) -> None:
    bob = team.every[1]
    add_account(bob, "Acme")
    desk = seat(bob)
    screen = page(desk, show, qtbot)
    qtbot.waitUntil(lambda: bool(screen.view.lines.records))
    screen.view.side.buttons["leave"].click()
    assert screen.acts.choice is not None
    assert "Everything that is here stays" in words(screen.acts.choice)
    screen.acts.choice.buttons["yes"].click()
    qtbot.waitUntil(lambda: not membership.shares(bob), timeout=LONG)
    team.sync(anna)
    assert [one.account for one in accounts.listed(anna)] == ["Acme"]


def test_a_store_that_nothing_protects_is_told_so_and_offered_nothing(
    team: Office, seat: Seat, show: Show, qtbot: QtBot
) -> None:
    screen = page(seat(team.laptop("anna")), show, qtbot)
    assert not screen.view.nothing.isVisible()
    assert "Nothing protects what is here yet" in screen.view.bar.sentence()


def test_a_team_begins_at_a_place_and_what_cannot_be_a_place_is_said(
    tmp_path: Path, team: Office, desk_over: Seat, show: Show, qtbot: QtBot
) -> None:
    unlocking = Unlocking(passphrase="four unrelated plain words")
    clocks = Clocks(team.clock.now, team.clock.today)
    app = create(Profile(tmp_path / "mine"), Me("Anna"), unlocking, clocks)
    desk = desk_over(app)
    screen = page(desk, show, qtbot)
    screen.view.nothing.action.click()
    form = screen.acts.create_form
    assert form is not None
    QTest.keyClick(form.folder, Key.Key_Return)
    assert "Choose a folder" in form.panel.error()
    form.folder.setText(str(tmp_path / "nowhere"))
    QTest.keyClick(form.folder, Key.Key_Return)
    qtbot.waitUntil(
        lambda: "The folder of the shared file is not there" in form.panel.error(), timeout=LONG
    )
    form.folder.setText(str(tmp_path / "share"))
    form.name.setText("Key accounts")
    QTest.keyClick(form.folder, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(screen.view.lines.records), timeout=LONG)
    assert (tmp_path / "share" / "Key accounts.sponsor").exists()


def test_a_team_of_two_hundred_is_walked_and_filtered_while_what_is_beside_stays(
    show: Show, qtbot: QtBot
) -> None:
    every = [
        Laptop(
            f"{n:032x}", Kind.LAPTOP, f"Person {n}", f"dell-{n}", "", n == 0, n == 150, "bab dad"
        )
        for n in range(200)
    ]
    team = InStep(Team(Standing.IN, "ab", 9, admin=True, laptops=tuple(every)))
    view, now = TeamView(), datetime(2026, 11, 18, 12, tzinfo=UTC)
    show(view)
    view.show_team(team, now)
    assert view.lines.records[0].laptop.mine
    assert view.list.height() < view.height()
    view.list.select((every[199].id, False))
    assert view.list.viewport().rect().contains(view.list.visualRect(view.list.currentIndex()))
    assert view.side.mapTo(view, view.side.rect().topLeft()).y() < 100
    view.field.setText("dell-19 person")
    view.show_team(team, now)
    assert [one.laptop.device for one in view.lines.records] == [
        "dell-19", *(f"dell-{n}" for n in range(190, 200))
    ]  # fmt: skip
    few = InStep(Team(Standing.IN, "ab", 9, admin=True, laptops=tuple(every[:3])))
    view.show_team(few, now)
    assert not view.field.isVisible()
    assert len(view.lines.records) == 3
