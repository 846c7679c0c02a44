"""All accounts on one page: filtered as one types, sorted as one left it, given a sponsor, deleted, added."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.interaction import Intent, Kind, Place
from sponsor_app.services import Services, accounts, history, interactions, members, sponsorships
from sponsor_app.ui.accounts.list_memory import COLUMNS
from sponsor_app.ui.accounts.list_screen import AccountsScreen
from sponsor_app.ui.accounts.new_account import NewAccount
from sponsor_app.ui.accounts.wanted import Quick
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import ToAccount, ToAct, ToBrief, ToLog
from sponsor_app.ui.widgets.focus import reachable
from tests.ui.accounts.conftest import choose, choose_in_menu, open_picker, press, settle
from tests.ui.conftest import Show, Trail

NAMES = ("Älvsborg Hamn", "Bolt", "Cargo & Sons", "Dune")


@pytest.fixture
def four(app: Services) -> dict[str, AccountId]:
    """Four accounts; Bolt is mine and strategic, Dune is lost."""
    found = {name: AccountId(accounts.add(app, fields={"name": name}).created[0]) for name in NAMES}
    accounts.change(app, found["Bolt"], {"tier": "strategic"})
    accounts.change(app, found["Dune"], {"status": "lost"})
    sponsorships.set_sponsor(app, [found["Bolt"]], app.me)
    members.add(app, name="Mia Andersson")
    return found


Listed = Callable[[], AccountsScreen]


@pytest.fixture
def listed(desk: Desk, show: Show, qtbot: QtBot) -> Listed:
    """A new screen of all accounts, as it is made anew at every start."""

    def make() -> AccountsScreen:
        screen = AccountsScreen(desk)
        show(screen)
        settle(screen, qtbot)
        screen.first_focus().setFocus()
        return screen

    return make


@pytest.fixture
def screen(four: dict[str, AccountId], listed: Listed) -> AccountsScreen:
    return listed()


def names(screen: AccountsScreen) -> list[str]:
    rows = screen.table.rows
    found = (rows.record(row) for row in range(rows.rowCount()))
    return [line.row.account for line in found if line is not None]


def foot(screen: AccountsScreen) -> str:
    return screen.foot.text()


def test_a_letter_filters_and_accents_do_not_matter(
    screen: AccountsScreen, trail: Trail, four: dict[str, AccountId]
) -> None:
    assert screen.table.hasFocus()
    press(screen, "x")
    assert screen.filters.field.hasFocus()
    assert names(screen) == []
    assert screen.no_match.isVisible()
    press(screen, Qt.Key.Key_Escape)
    assert len(names(screen)) == 4
    press(screen, "alvsb")
    assert names(screen) == ["Älvsborg Hamn"]
    assert foot(screen) == "1 of 4 accounts. 3 are left out by your filter: “alvsb”."
    press(screen, Qt.Key.Key_Return)
    assert trail.places == [ToAccount(four["Älvsborg Hamn"])]


def test_chips_count_and_narrow_and_are_remembered(
    screen: AccountsScreen, listed: Listed, qtbot: QtBot
) -> None:
    mine = screen.filters.quick[Quick.MINE]
    assert mine.accessibleName() == "Mine, 1"
    mine.click()
    assert names(screen) == ["Bolt"]
    settle(screen, qtbot)
    again = listed()
    assert names(again) == ["Bolt"]
    assert again.filters.quick[Quick.MINE].isChecked()
    again.filters.all.click()
    assert len(names(again)) == 4


def test_the_order_is_remembered(screen: AccountsScreen, listed: Listed, qtbot: QtBot) -> None:
    first = names(screen)
    screen.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert names(screen) == first[::-1]
    settle(screen, qtbot)
    assert names(listed()) == first[::-1]


def test_enter_b_and_l_lead_on_from_the_row(
    screen: AccountsScreen, trail: Trail, four: dict[str, AccountId]
) -> None:
    screen.table.select(four["Bolt"])
    press(screen, Qt.Key.Key_Return, "b", "l")
    bolt = four["Bolt"]
    assert trail.places == [ToAccount(bolt), ToBrief(bolt), ToLog("at Bolt: ")]
    screen.import_button.click()
    assert trail.places[-1] == ToAct("import")


def sponsors(app: Services) -> dict[str, str | None]:
    return {row.account: row.sponsor for row in accounts.listed(app)}


def test_a_gives_the_selected_accounts_a_sponsor_as_one_step(
    screen: AccountsScreen, app: Services, four: dict[str, AccountId], qtbot: QtBot
) -> None:
    before = sponsors(app)
    screen.table.select(four["Bolt"])
    QTest.keyClick(screen.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert foot(screen).startswith("2 selected.")
    press(screen, "a")
    choose(screen, "mia", qtbot)
    qtbot.waitUntil(lambda: bool(screen._assign and screen._assign.box))
    box = screen._assign.box if screen._assign else None
    assert box is not None
    qtbot.waitUntil(box.note.hasFocus)
    assert "Mia Andersson takes 2 accounts" in box.said.text()
    QTest.keyClicks(box.note, "They like mornings")
    QTest.keyClick(box.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: list(sponsors(app).values()).count("Mia Andersson") == 2)
    assert (accounts.details(app, four["Bolt"]).sponsorships[0].note or "").startswith("They like")
    history.undo(app)
    assert sponsors(app) == before


def test_one_account_can_be_left_to_nobody(
    screen: AccountsScreen, app: Services, four: dict[str, AccountId], qtbot: QtBot
) -> None:
    screen.table.select(four["Bolt"])
    press(screen, "a")
    choose(screen, "nobody", qtbot)
    qtbot.waitUntil(lambda: sponsors(app)["Bolt"] is None)


def test_assign_serves_other_screens_before_this_one_was_ever_shown(
    desk: Desk, show: Show, app: Services, four: dict[str, AccountId], qtbot: QtBot
) -> None:
    host = show(QWidget())
    screen = AccountsScreen(desk, host)
    screen.hide()
    screen.assign([four["Dune"]], host)
    choose(host, "mia", qtbot)
    qtbot.waitUntil(lambda: sponsors(app)["Dune"] == "Mia Andersson")
    screen.assign([], host)
    assert open_picker(host) is None


def test_delete_takes_all_selected_and_undo_brings_them_back(
    screen: AccountsScreen, app: Services, qtbot: QtBot
) -> None:
    screen.table.selectAll()
    press(screen, Qt.Key.Key_Delete)
    qtbot.waitUntil(screen.none_yet.isVisible)
    assert not screen.table.isVisible()
    screen.desk.operations.command(lambda services: history.undo(services)[0])
    qtbot.waitUntil(lambda: len(names(screen)) == 4)


def form(screen: AccountsScreen, qtbot: QtBot) -> NewAccount:
    new = screen.window().findChild(NewAccount)
    assert new is not None
    qtbot.waitUntil(new.name.hasFocus)
    return new


def test_n_and_a_name_make_an_account_and_open_it(
    screen: AccountsScreen, app: Services, trail: Trail, qtbot: QtBot
) -> None:
    press(screen, "n")
    new = form(screen, qtbot)
    press(new, "Hafen AG", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(trail.places))
    made = next(row for row in accounts.listed(app) if row.account == "Hafen AG")
    assert trail.places == [ToAccount(made.account_id)]
    history.undo(app)
    assert "Hafen AG" not in sponsors(app)


def test_who_is_already_here_is_shown_while_typing_and_opened_by_down_and_enter(
    screen: AccountsScreen, trail: Trail, four: dict[str, AccountId], qtbot: QtBot
) -> None:
    press(screen, "n")
    new = form(screen, qtbot)
    press(new, "cargo")
    qtbot.waitUntil(lambda: new.similar.rowCount() == 1)
    press(new, Qt.Key.Key_Down)
    qtbot.waitUntil(new.list.hasFocus)
    press(new, Qt.Key.Key_Return)
    assert trail.places == [ToAccount(four["Cargo & Sons"])]
    assert not new.overlay.is_open()


def test_a_new_account_without_a_name_is_refused_in_its_field(
    screen: AccountsScreen, qtbot: QtBot
) -> None:
    press(screen, "n")
    new = form(screen, qtbot)
    press(new, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "name" in new.field.error())
    press(new, Qt.Key.Key_Escape)
    assert not new.overlay.is_open()
    assert screen.table.hasFocus()


def test_an_empty_store_asks_the_first_question(listed: Listed, trail: Trail, qtbot: QtBot) -> None:
    screen = listed()
    assert screen.none_yet.isVisible()
    assert not screen.filters.isVisible()
    screen.none_yet.action.click()
    press(form(screen, qtbot), "First", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(screen) == ["First"])


def test_a_row_says_all_of_it_and_every_stop_has_a_name(
    screen: AccountsScreen, four: dict[str, AccountId]
) -> None:
    rows, role = screen.table.rows, Qt.ItemDataRole.AccessibleTextRole
    said = str(rows.index(rows.row_of(four["Bolt"]), 0).data(role))
    assert said == (
        "Bolt, Customer, Strategic, sponsor Grace Moreau, any touch never met, strength none, no next date"
    )
    screen.filters.more.click()
    stops = reachable(screen)
    assert len(stops) > 10
    assert [type(part).__name__ for part in stops if not part.accessibleName()] == []


def test_the_table_behaves_as_qt_expects(
    screen: AccountsScreen, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(screen.table.rows, force_py=True)


def test_a_change_elsewhere_keeps_the_row_and_the_filter(
    screen: AccountsScreen, four: dict[str, AccountId], qtbot: QtBot
) -> None:
    screen.table.select(four["Cargo & Sons"])
    screen.desk.operations.command(lambda app: accounts.add(app, fields={"name": "Aab"}))
    qtbot.waitUntil(lambda: len(names(screen)) == 5)
    current = screen.table.current_record()
    assert current is not None
    assert current.row.account == "Cargo & Sons"


@pytest.mark.qt_log_ignore("This plugin does not support")  # menus offscreen
def test_the_clocks_are_columns_to_choose_and_to_sort_by(
    screen: AccountsScreen, listed: Listed, four: dict[str, AccountId], app: Services, qtbot: QtBot
) -> None:
    for name, days in (("Bolt", 40), ("Dune", 5), ("Cargo & Sons", 90)):
        on = app.today() - timedelta(days=days)
        met = InteractionDraft(four[name], Kind.VISIT, on, Place.THEIRS, Intent.CARE)
        screen.desk.operations.command(lambda app, met=met: interactions.log(app, met))  # type: ignore[misc]
    settle(screen, qtbot)
    turf = COLUMNS.index("their_turf")
    assert screen.table.isColumnHidden(turf)  # no room for it, so it is asked for
    screen.filters.columns.click()
    choose_in_menu("Their turf", qtbot)
    assert not screen.table.isColumnHidden(turf)
    screen.table.sortByColumn(turf, Qt.SortOrder.AscendingOrder)
    assert names(screen) == ["Dune", "Bolt", "Cargo & Sons", "Älvsborg Hamn"]
    rows = screen.table.rows
    assert rows.index(0, turf).data(Qt.ItemDataRole.AccessibleTextRole) == "their turf 5 days ago"
    settle(screen, qtbot)
    again = listed()
    assert not again.table.isColumnHidden(turf)
    again._toggle(turf)
    assert again.table.isColumnHidden(turf)
