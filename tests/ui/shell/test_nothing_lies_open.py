"""What was typed into the window and left there is in no file but the store."""

import shutil
from pathlib import Path

from pytestqt.qtbot import QtBot

from sponsor_app.services import Services, accounts, profiles
from sponsor_app.system.folders import Profile
from sponsor_app.ui.shell.window import Window
from tests.leaks.canaries import hits, words
from tests.ui.shell.conftest import CONTROL, Key, press, settle, write


def test_the_window_leaves_no_word_in_settings_drafts_and_logs(
    working: Window, mine: Services, profile: Profile, tmp_path: Path, qtbot: QtBot
) -> None:
    canaries = [
        word for word in words(1) if word.isascii()
    ]  # the keyboard of the tests has no others
    accounts.add(mine, fields={"name": canaries[0]})
    press(working, Key.Key_L, CONTROL)
    write(working, f"coffee with {canaries[1]} at {canaries[0]}, promised {canaries[2]}")
    settle(working, qtbot)
    press(working, Key.Key_Escape)
    press(working, Key.Key_K, CONTROL)
    write(working, canaries[3])
    settle(working, qtbot)
    press(working, Key.Key_Escape)
    press(working, Key.Key_2, CONTROL)
    settle(working, qtbot)
    profiles.log_bug(profile, ValueError(canaries[4]))
    working.close()
    beside = (
        tmp_path / "beside the store"
    )  # which is unprotected here, so that the window opens without a question
    shutil.copytree(profile.root, beside, ignore=shutil.ignore_patterns("store.db*"))
    found, files = hits([beside], canaries)
    assert files >= 2
    assert found == []
