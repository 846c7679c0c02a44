"""The page of an account as it opens: what it says, where its keys lead, and what it does with the odd ones."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sponsor_app.domain.ids import AccountId
from sponsor_app.services import Services, accounts, contacts, history, issues, sponsorships
from sponsor_app.ui.accounts.page_screen import AccountScreen
from sponsor_app.ui.places import Back, ToAccount, ToBrief, ToLog
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.focus import reachable
from tests.ui.accounts.conftest import Life, Opened, choose_in_menu, enter, press, rows, settle
from tests.ui.conftest import Trail

EVIL = "<img src=file:///etc/passwd>"
LONG = "Gesellschaft für Kühlhaus- und Hafenlogistik " * 6


def words(screen: AccountScreen) -> list[str]:
    """Every accessible name on the page."""
    return [one.accessibleName() for one in screen.body.findChildren(QWidget) if one.isVisible()]


def test_the_top_says_how_the_account_stands(screen: AccountScreen) -> None:
    said = words(screen)
    assert screen.accessibleName() == "Acme"
    assert "Any touch: covered, 8 days, ideal 45, maximum 90, last Tue 10 Nov, coffee" in said
    assert any(one.startswith("Sponsor face to face: never met") for one in said)
    assert any(one.startswith("Relationship strength: ") for one in said)
    assert [pill.isVisible() for pill in screen.body.top.pills] == [True, True, False]


def test_four_severe_issues_still_take_two_pills(
    screen: AccountScreen, life: Life, app: Services, qtbot: QtBot
) -> None:
    for severity in (1, 2, 2):
        issues.open_issue(app, life.acme, title="Another", severity=severity)
    screen.refresh()
    pills = screen.body.top.pills
    qtbot.waitUntil(pills[2].isVisible)
    assert "3 more at Sev 1–2" in pills[2].accessibleName()


def test_a_jump_gives_a_section_the_keyboard(
    screen: AccountScreen, life: Life, qtbot: QtBot
) -> None:
    wanted = {
        "people": screen.body.people.tiles,
        "timeline": screen.body.timeline.list,
        "issues": screen.body.issues.list,
        "promises": screen.body.promises.list,
        "facts": screen.body.facts.list,
        "history": screen.body.history.list,
    }
    for section, view in wanted.items():
        screen.show_account(life.acme, section)
        qtbot.waitUntil(view.hasFocus)
        assert view.currentIndex().isValid()


def test_letters_lead_on_from_wherever_the_keyboard_is(
    screen: AccountScreen, life: Life, trail: Trail
) -> None:
    enter(screen.body.timeline.list)
    press(screen, "b", "l")
    screen.setFocus()
    press(screen, "b", Qt.Key.Key_Escape)
    assert trail.places == [
        ToBrief(life.acme), ToLog("at Acme: "), ToBrief(life.acme), Back()
    ]  # fmt: skip


def test_a_letter_in_a_field_is_a_letter(screen: AccountScreen, trail: Trail) -> None:
    screen.body.promises.add()
    press(screen, "bill")
    assert screen.body.promises.form.text.text() == "bill"
    assert trail.places == []


def test_a_name_that_looks_like_html_is_shown_as_it_is(
    app: Services, opened: Opened, qtbot: QtBot
) -> None:
    evil = AccountId(accounts.add(app, fields={"name": EVIL, "story": EVIL}).created[0])
    contacts.add(app, evil, name=EVIL, title=EVIL)
    issues.open_issue(app, evil, title=EVIL, severity=1)
    screen = opened(evil)
    assert screen.accessibleName() == EVIL
    shown = [one for one in screen.findChildren(QLabel) if EVIL in one.text()]
    assert len(shown) >= 2
    assert {one.textFormat() for one in shown} == {Qt.TextFormat.PlainText}
    tips = [one.toolTip() for one in screen.findChildren(QWidget) if "passwd" in one.toolTip()]
    assert not [tip for tip in tips if EVIL in tip]
    enter(screen.body.issues.list)
    press(screen, Qt.Key.Key_Return)
    settle(screen, qtbot)


@pytest.mark.parametrize(("width", "percent"), [(700, 100), (1068, 100), (1708, 100), (1068, 200)])
def test_long_names_neither_widen_the_page_nor_push_the_verdicts_off_it(
    app: Services, opened: Opened, qtbot: QtBot, width: int, percent: int
) -> None:
    found = AccountId(
        accounts.add(
            app,
            fields={"name": LONG, "story": "x" * 900, "issue_channel": LONG, "website": "w" * 300},
        ).created[0]
    )
    contacts.add(app, found, name=LONG, title=LONG)
    issues.open_issue(app, found, title=LONG, severity=1)
    sponsorships.set_sponsor(app, [found], app.me)
    theme.set_zoom(percent)
    screen = opened(found)
    screen.resize(width, 900)
    settle(screen, qtbot)
    bar = screen.body.horizontalScrollBar()
    assert bar.maximum() == 0
    right = screen.body.viewport().width()
    for view in (screen.body.issues.list, screen.body.people.tiles, screen.body.care.lines):
        assert view.mapTo(screen.body.viewport(), view.rect().topRight()).x() <= right


def test_an_unknown_account_says_so_and_leads_back(opened: Opened, trail: Trail) -> None:
    screen = opened(AccountId("nobody knows it"))
    assert screen.gone.isVisible()
    assert not screen.body.isVisible()
    screen.gone.action.click()
    assert trail.places == [Back()]
    press(screen, "b", "i", "p")
    assert trail.places == [Back()]


def test_an_account_deleted_elsewhere_goes_and_comes_back(
    screen: AccountScreen, life: Life, qtbot: QtBot
) -> None:
    operations = screen.desk.operations
    operations.command(lambda app: accounts.delete(app, life.acme))
    qtbot.waitUntil(screen.gone.isVisible)
    assert not screen.body.isVisible()
    operations.command(lambda app: history.undo(app)[0])
    qtbot.waitUntil(screen.body.isVisible)
    assert rows(screen.body.people.tiles) == ["Dana Reed"]


def test_the_last_asked_for_is_what_is_shown(
    screen: AccountScreen, life: Life, app: Services, qtbot: QtBot
) -> None:
    bolt = AccountId(accounts.add(app, fields={"name": "Bolt"}).created[0])
    screen.show_account(bolt)
    screen.show_account(life.acme)
    screen.show_account(bolt)
    qtbot.waitUntil(lambda: screen.accessibleName() == "Bolt")
    settle(screen, qtbot)
    assert rows(screen.body.people.tiles) == []
    assert screen.body.people.empty.isVisible()
    assert not screen.body.plans.isVisible()


def test_what_is_on_file_and_who_looks_after_them(
    app: Services, life: Life, opened: Opened
) -> None:
    accounts.change(
        app,
        life.acme,
        {
            "customer_since": "2017-03-01",
            "annual_revenue": "1250000",
            "currency": "EUR",
            "city": "Bergen",
            "country": "Norway",
            "alias": "Acme Holding",
            "lead": life.mia,
        },
    )
    sponsorships.set_sponsor(app, [life.acme], life.mia, date(2025, 1, 2))
    sponsorships.set_sponsor(app, [life.acme], app.me)
    body = opened(life.acme).body
    assert body.file.lines.lines() == [
        ("Customer since", "1 Mar 2017"),
        ("Address", "Bergen, Norway"),
        ("Revenue", "1,250,000 EUR"),
        ("Also called", "Acme Holding"),
    ]
    assert body.care.lines.lines() == [
        ("Sponsor", "You, since 18 Nov"),
        ("Account lead", "Mia Andersson"),
        ("Before", "Mia Andersson, 2 Jan 2025 to 18 Nov"),
    ]


@pytest.mark.qt_log_ignore("This plugin does not support")  # menus offscreen
def test_the_parent_is_a_way_to_go(
    app: Services, life: Life, opened: Opened, trail: Trail, qtbot: QtBot
) -> None:
    bolt = AccountId(accounts.add(app, fields={"name": "Bolt & Sons"}).created[0])
    accounts.change(app, life.acme, {"parent": bolt})
    top = opened(life.acme).body.top
    top.parent_account.click()
    choose_in_menu("Go to Bolt && Sons", qtbot)
    assert trail.places == [ToAccount(bolt)]


def test_everything_the_keyboard_reaches_has_a_name(screen: AccountScreen) -> None:
    for part in (screen.body.people, screen.body.promises, screen.body.issues, screen.body.pulse):
        QTest.mouseClick(part.action, Qt.MouseButton.LeftButton)
    screen.body.timeline.open_filter()
    stops = reachable(screen)
    assert len(stops) > 40
    assert [type(part).__name__ for part in stops if not part.accessibleName()] == []


def test_the_lists_behave_as_qt_expects(screen: AccountScreen, qtmodeltester: ModelTester) -> None:
    body = screen.body
    parts = (body.people, body.timeline, body.plans, body.issues, body.promises, body.pulse)
    for part in (*parts, body.facts, body.history):
        qtmodeltester.check(part.model, force_py=True)
