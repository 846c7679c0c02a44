"""Data out of the window: a list in a form of its own, or everything; what the file does not hold is said."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.interaction import Intent, Kind
from sponsor_app.services import Services, imports, interactions
from sponsor_app.services.exports import What
from sponsor_app.services.imports import Options
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.settings.out_part import OutPart
from tests.ui.conftest import Trail


@pytest.fixture
def part(desk: Desk, qtbot: QtBot) -> OutPart:
    host = QWidget()
    qtbot.addWidget(host)
    found = OutPart(desk, host)
    found.setParent(host)
    host.resize(620, 200)
    host.show()
    return found


@pytest.mark.qt_log_ignore("This plugin does not support")  # menus offscreen
def test_a_list_is_chosen_and_its_form_follows_the_filter(part: OutPart, qtbot: QtBot) -> None:
    assert [one.accessibleName() for one in (part.lists, part.everything)] == [
        "Export a list",
        "Export everything",
    ]
    part.lists.click()
    menu = part.lists.findChild(QMenu)
    assert menu is not None
    entries = {one.text(): one for one in menu.actions()}
    assert list(entries)[:4] == ["Accounts", "Contacts", "Members", "Interactions"]
    entries["Interactions"].trigger()
    dialog = part.dialog
    assert dialog is not None
    assert dialog.nameFilters()[-1] == "Calendar (*.ics)"
    assert Path(dialog.selectedFiles()[0]).name == "Interactions.xlsx"
    dialog.filterSelected.emit("Calendar (*.ics)")
    assert Path(dialog.selectedFiles()[0]).name == "Interactions.ics"
    dialog.reject()


def test_what_is_written_is_said_with_what_it_does_not_hold(
    part: OutPart, app: Services, acme: AccountId, tmp_path: Path, qtbot: QtBot, trail: Trail
) -> None:
    app_draft = InteractionDraft(acme, Kind.VISIT, app.today(), intent=Intent.CARE)
    interactions.log(app, app_draft)
    part.write(What.INTERACTIONS, str(tmp_path / "i.ics"))
    qtbot.waitUntil(lambda: bool(trail.said))
    assert trail.said[-1] == "Wrote i.ics: 1 row. Not in it: intents."
    part.write(What.EVERYTHING, str(tmp_path / "all.json"))
    qtbot.waitUntil(lambda: "all.json" in trail.said[-1])
    assert imports.run(app, tmp_path / "all.json", Options()).created == 0


def test_a_file_that_cannot_be_written_is_refused_in_words(
    part: OutPart, tmp_path: Path, qtbot: QtBot, trail: Trail
) -> None:
    part.write(What.ACCOUNTS, str(tmp_path / "no" / "a.csv"))
    qtbot.waitUntil(lambda: bool(trail.refused))
    assert part.isEnabled()
