"""The first thing somebody does is join: the file, the code, a name; what is refused or stopped leaves nothing behind."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sponsor_app.domain.team import Standing
from sponsor_app.services import Services, accounts
from sponsor_app.services.profiles import Profile
from sponsor_app.services.sharing import roster
from sponsor_app.ui.sharing.join_anew import JoinAnewForm
from sponsor_app.ui.shell.window import Window
from tests.sharing.laptops import Office, office
from tests.sync.stores import add_account
from tests.ui.shell.conftest import Key, Opened, press, settle

LONG = 20_000
WORDS = "four unrelated plain words"


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Office]:
    with office(tmp_path) as made:
        yield made


@pytest.fixture
def anna(team: Office) -> Services:
    made = team.founder()
    add_account(made, "Acme")
    team.sync(made)
    return made


def asked(opened: Opened, team: Office, code: str) -> tuple[Window, JoinAnewForm]:
    window = opened()
    window.first_run.join.click()
    [form] = window.findChildren(JoinAnewForm)
    assert form.place.hasFocus()
    form.place.setText(str(team.file))
    form.code.setText(code)
    form.name.setText("Bob")
    return window, form


def test_with_a_code_everything_the_team_knows_is_there_and_the_chip_says_that_it_waits(
    anna: Services, team: Office, opened: Opened, qtbot: QtBot
) -> None:
    window, form = asked(opened, team, team.invite(anna, "bob").code)
    press(window, Key.Key_Return)
    qtbot.waitUntil(form.passphrases.isVisible, timeout=LONG)  # there is no key store here
    form.first.setText(WORDS)
    form.second.setText(WORDS)
    form.act.click()
    qtbot.waitUntil(lambda: window.main.navigator.current() is not None, timeout=LONG)
    settle(window, qtbot)
    chip = window.main.rail.status
    qtbot.waitUntil(lambda: chip.detail() == "waits to be let in", timeout=LONG)
    found: list[list[str]] = []
    window.desk.operations.query(
        window, lambda app: [one.account for one in accounts.listed(app)], found.append
    )
    qtbot.waitUntil(lambda: found == [["Acme"]])
    team.sync(anna)
    window.desk.courier.look()
    qtbot.waitUntil(lambda: chip.text() == "Shared", timeout=LONG)
    assert "read back" in chip.accessibleName()
    assert len(roster.team(anna).laptops) == 2


def test_a_wrong_code_is_said_and_leaves_nothing_behind(
    anna: Services, team: Office, opened: Opened, profile: Profile, qtbot: QtBot
) -> None:
    window, form = asked(opened, team, "V2M-NA7-YV9-WYR-6YF-NC1-YGX")
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(form.panel.error()), timeout=LONG)
    assert not profile.store.exists()
    assert not profile.key_file.exists()
    assert form.isVisible()


def test_what_is_stopped_leaves_nothing_behind_and_can_be_begun_again(
    anna: Services, team: Office, opened: Opened, profile: Profile, qtbot: QtBot
) -> None:
    code = team.invite(anna, "bob").code
    window, form = asked(opened, team, code)
    form.place.setText(str(team.folder / "share" / "not there.sponsor"))
    press(window, Key.Key_Return)
    form.stop()
    qtbot.waitUntil(lambda: not form.is_busy(), timeout=LONG)
    assert form.panel.error()
    assert not profile.store.exists()
    press(window, Key.Key_Escape)
    assert window.first_run.isVisible()
    assert roster.team(anna).standing is Standing.IN
