"""Exposure, the people map and won and lost on the account's page, walked by keyboard."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sponsor_app.domain.account import AccountStatus
from sponsor_app.services import Services, accounts, contacts, people
from sponsor_app.ui.places import ToLog
from sponsor_app.ui.widgets.focus import reachable
from tests.ui.accounts.conftest import Life, Opened
from tests.ui.conftest import Trail

ITEM = Qt.ItemDataRole.AccessibleTextRole


def test_the_grid_is_walked_by_keys_and_an_empty_cell_is_planned(
    opened: Opened,
    life: Life,
    app: Services,
    qtbot: QtBot,
    qtmodeltester: ModelTester,
    trail: Trail,
) -> None:
    contacts.set_fields(app, life.dana, {"function": "operations"})
    part = opened(life.acme).body.exposure
    qtbot.waitUntil(lambda: part.model.rowCount() == 2)
    qtmodeltester.check(part.model)
    part.suggest()
    place = part.grid.currentIndex()
    assert part.model.headerData(place.row(), Qt.Orientation.Vertical) == "Sales"
    assert "never met" in place.data(ITEM)
    assert part.said.text().startswith("Our sales and their operations: never met. Bring Mia")
    QTest.keyClick(part.grid, Qt.Key.Key_Up)
    assert "Our engineering and their operations: last met 8 days ago" in part.said.text()
    QTest.keyClick(part.grid, Qt.Key.Key_Down)
    QTest.keyClick(part.grid, Qt.Key.Key_Return)
    assert trail.places[-1] == ToLog("meeting with Dana Reed and Mia Andersson at Acme ")
    part.view.chips["person"].click()
    qtbot.waitUntil(lambda: part.model.headerData(0, Qt.Orientation.Horizontal) == "Dana Reed")
    assert all(widget.accessibleName() for widget in reachable(part))


def test_the_map_is_walked_to_the_boss_and_back_and_opens_a_person(
    opened: Opened, life: Life, app: Services, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    contacts.add(app, life.acme, name="Uma Berg", reports_to=life.dana, support="against")
    body = opened(life.acme).body
    part = body.map
    qtbot.waitUntil(lambda: part.model.rowCount() == 2)
    qtmodeltester.check(part.model)
    part.chart.select(part.model.records[1].person.id)
    said = part.chart.currentIndex().data(ITEM)
    assert ("against us" in said, "reports to Dana Reed" in said) == (True, True)
    QTest.keyClick(part.chart, Qt.Key.Key_Left)
    assert part.chart.currentIndex().row() == 0
    QTest.keyClick(part.chart, Qt.Key.Key_Right)
    assert part.chart.currentIndex().row() == 1
    QTest.keyClick(part.chart, Qt.Key.Key_Return)
    assert body.people.panel.name.text() == "Uma Berg"
    assert body.people.panel.support.value() == "against us"


def test_an_account_is_lost_with_a_reason_and_won_back_where_it_stands(
    opened: Opened, life: Life, app: Services, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    part = opened(life.acme).body.turns
    assert not part.isVisible()

    def turn(why: str) -> None:
        part.ask()
        QTest.keyClicks(part.panel.why, why)
        QTest.keyClick(part.panel.why, Qt.Key.Key_Return)

    turn(" ")
    qtbot.waitUntil(lambda: "Say why" in part.panel.error())
    turn("Price")
    qtbot.waitUntil(lambda: part.lines.lines() == [("Lost 18 Nov", "Price")])
    assert accounts.page(app, life.acme).row.status is AccountStatus.LOST
    qtmodeltester.check(part.model)
    assert {one.text for one in part.model.records} == {
        "Solve: Cranes drop out",
        "Send prices",
        "Ask Dana Reed what is behind the 4 of 10",
    }
    turn("Ours kept coming")
    qtbot.waitUntil(lambda: len(part.lines.lines()) == 2)
    assert part.isVisible()
    assert accounts.page(app, life.acme).row.status is AccountStatus.CUSTOMER
    assert people.page(app, life.dana).as_of == date(2026, 11, 18)
