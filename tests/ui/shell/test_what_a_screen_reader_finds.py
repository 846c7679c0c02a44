"""The accessibility tree of every screen, in the order in which it is read: one table of roles and names."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sponsor_app.services import Services, accounts
from sponsor_app.ui.accounts.page_screen import AccountScreen
from sponsor_app.ui.places import Place, ScreenName, ToAccount, ToBrief, ToScreen
from sponsor_app.ui.shell.window import Window
from tests.ui.shell.conftest import Opened, settle

Role = QAccessible.Role
HOLDS_ROWS = frozenset({Role.List, Role.Table, Role.Tree})
Part = tuple[str, str]

SCREENS: dict[ScreenName, tuple[Part, ...]] = {
    ScreenName.TODAY: (
        ("Button", "Plan a visit"),
        ("Button", "Open brief. Next visit"),
        ("List", "Next visits"),
        ("Client", "Needs you"),
        ("List", "Needs you"),
        ("List", "Going cold"),
        ("List", "Since you last looked"),
    ),
    ScreenName.ACCOUNTS: (
        ("Button", "New account"),
        ("EditableText", "Filter these accounts by name"),
        ("CheckBox", "Mine"),
        ("Table", "Accounts"),
    ),
    ScreenName.PEOPLE: (
        ("Button", "Add person"),
        ("EditableText", "Filter these people"),
        ("CheckBox", "Mine"),
        ("Table", "People"),
    ),
    ScreenName.ISSUES: (
        ("Button", "Report an issue"),
        ("List", "With the account lead"),
        ("List", "With the sponsor"),
        ("List", "With the executive team"),
        ("List", "Fixed, not yet told"),
    ),
    ScreenName.PROMISES: (("CheckBox", "Mine"), ("CheckBox", "Late"), ("List", "Promises")),
    ScreenName.EVENTS: (("Button", "Add an event"), ("List", "Events")),
    ScreenName.REFERENCES: (("List", "References"),),
    ScreenName.REACH_OUTS: (("Button", "Add a reach-out"), ("List", "Reach-outs")),
    ScreenName.COVERAGE: (
        ("Client", "Totals"),
        ("CheckBox", "31 of 45"),
        ("Table", "Sponsors, the worst first"),
        ("List", "Gaps"),
    ),
    ScreenName.ACTIVITY: (
        ("EditableText", "Filter these steps"),
        ("List", "Steps, newest first"),
        ("List", "What was changed"),
    ),
    ScreenName.TEAM: (("Client", "Team"),),
}
ACCOUNT: tuple[Part, ...] = (
    ("Button", "Brief"),
    ("Button", "Log"),
    ("Button", "Sponsor"),
    ("Client", "Relationship strength"),
    ("List", "People"),
    ("List", "Timeline"),
    ("Client", "Private note"),
    ("List", "Issues"),
    ("List", "Promises"),
    ("Button", "Attach"),
    ("RadioButton", "Story"),
    ("RadioButton", "Attachments"),
)


def tree(node: QAccessibleInterface) -> Iterator[tuple[str, str, bool]]:
    """Role, name and whether the keyboard gets there, of everything that is shown; the rows of lists have their own tests."""
    state, name = node.state(), node.text(QAccessible.Text.Name)
    if state.invisible or node.rect().isEmpty():  # pyright: ignore[reportAttributeAccessIssue]
        return
    yield node.role().name, name, bool(state.focusable)  # pyright: ignore[reportAttributeAccessIssue]
    if node.role() not in HOLDS_ROWS:
        for place in range(node.childCount()):
            child = node.child(place)
            if child is not None:
                yield from tree(child)


def missing(part: QWidget, wanted: tuple[Part, ...]) -> list[Part | str]:
    """What is not found in this order, and the roles of what the keyboard reaches without a name."""
    found = list(tree(QAccessible.queryAccessibleInterface(part)))
    rest = iter(found)
    lost: list[Part | str] = [
        (role, name)
        for role, name in wanted
        if not any(one == role and said.startswith(name) for one, said, _stop in rest)
    ]
    return lost + [role for role, name, stop in found if stop and not name]


def shown(window: Window, place: Place, qtbot: QtBot) -> QWidget:
    window.go(place)
    settle(window, qtbot)
    settle(window, qtbot)
    current = window.main.navigator.current()
    assert current is not None
    assert QAccessible.queryAccessibleInterface(current).text(QAccessible.Text.Name)
    return current


def test_every_screen_is_read_in_its_order_and_every_stop_has_a_name(
    opened: Opened, qtbot: QtBot
) -> None:
    apps: list[Services] = []
    window = opened(example=True, width=1280)
    window.desk.operations.opened.connect(apps.append)
    qtbot.waitUntil(lambda: bool(apps), timeout=60_000)
    assert set(SCREENS) == set(ScreenName)
    lost: dict[str, list[Part | str]] = {
        name: missing(shown(window, ToScreen(name), qtbot), wanted)
        for name, wanted in SCREENS.items()
    }
    account = next(row.account_id for row in accounts.listed(apps[0]) if row.clocks.touch)
    page = shown(window, ToAccount(account), qtbot)
    assert isinstance(page, AccountScreen)
    qtbot.waitUntil(page.body.attachments.isVisible)  # its further parts come one in a turn
    settle(window, qtbot)
    lost["account"] = missing(page, ACCOUNT)
    lost["brief"] = missing(shown(window, ToBrief(account), qtbot), ())
    assert {name: parts for name, parts in lost.items() if parts} == {}
