"""Where there is a display: the window as a process of its own, driven by real keys, and what is then on the disk."""

import os
import shutil
import subprocess
import sys
import textwrap
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.interaction import Kind
from sponsor_app.services import accounts, contacts, stores
from sponsor_app.services.profiles import Clocks, Me, Unlocking
from sponsor_app.system.folders import Profile

ROOT = Path(__file__).parents[3]
LINE = "coffee with Dana at Acme yesterday, their place, happy, promised pricing by Fri"
# Each key waits for the window to be ready for it: a title, not a time.
DRIVE = """
set -eu
"$1" -m sponsor_app --profile "$2" & app=$!
trap 'kill $app 2>/dev/null || true' EXIT
xdotool search --sync --onlyvisible --name 'Sponsor$' windowfocus --sync windowsize --sync 1280 720 >/dev/null
for key in ctrl+2 ctrl+l; do xdotool key --clearmodifiers --delay 400 $key; done
xdotool type --delay 12 "$3"
xdotool key --delay 600 Return ctrl+1 ctrl+q
wait $app
trap - EXIT
"""


@pytest.mark.skipif(
    not (shutil.which("xvfb-run") and shutil.which("xdotool")),
    reason="xvfb and xdotool are not installed: no display to drive",
)
def test_a_line_typed_into_the_real_window_is_on_the_disk_when_it_has_closed(
    tmp_path: Path,
) -> None:
    profile = Profile(tmp_path / "profile")
    clocks = Clocks(lambda: datetime.now(UTC), lambda: datetime.now(UTC).date())
    app = stores.create(profile, Me("Grace Moreau"), Unlocking(unencrypted=True), clocks)
    acme = AccountId(accounts.add(app, fields={"name": "Acme"}).created[0])
    contacts.add(app, acme, name="Dana Reed")
    app.store.close()
    _on_a_display(["sh", "-c", DRIVE, "sh", sys.executable, str(profile.root), LINE])
    app = stores.open_profile(profile, Unlocking(unencrypted=True), clocks)
    [kept] = accounts.page(app, acme).timeline
    assert (kept.kind, kept.place, [one.name for one in kept.contacts]) == (
        Kind.COFFEE,
        "theirs",
        ["Dana Reed"],
    )
    app.store.close()


def test_ten_thousand_calls_that_return_nothing_do_not_end_the_process() -> None:
    """One release of the window library took the process with it after some 5,000; we pin another."""
    program = """
        from PySide6.QtCore import QStringListModel, QSortFilterProxyModel
        from PySide6.QtWidgets import QApplication, QListView
        app = QApplication([])
        rows = QSortFilterProxyModel()
        rows.setSourceModel(QStringListModel([f"row {n}" for n in range(400)]))
        view = QListView()
        view.setModel(rows)
        view.show()
        for n in range(2500):
            rows.setFilterFixedString(str(n % 40))
            view.setUpdatesEnabled(True)
            view.scrollToTop()
            app.processEvents()
        print(rows.rowCount())
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert (done.returncode, done.stdout.strip().isdecimal()) == (0, True), done.stderr


def _on_a_display(command: list[str]) -> None:
    plain = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    done = subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 1280x720x24", *command],
        cwd=ROOT,
        env={**plain, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_window_is_painted_without_the_database(tmp_path: Path) -> None:
    program = """
        import sys
        from PySide6.QtWidgets import QApplication
        from sponsor_app.cli.opening import wish_of
        from sponsor_app.services import profiles
        from sponsor_app.ui.shell.application import build
        from sponsor_app.ui.widgets import theme
        app = QApplication([])
        theme.install(app, profiles.resources())
        wish = wish_of(["--profile", sys.argv[1]])
        window = build(profiles.profile_at(wish.profile), profiles.system_clocks())
        window.show()
        heavy = {"sqlalchemy", "sqlcipher3", "keyring", "cryptography", "msgspec", "jinja2"}
        print(sorted(heavy & set(sys.modules)))
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == "[]"
