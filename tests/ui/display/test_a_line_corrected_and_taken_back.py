"""A coffee with a promise in one line, one chip corrected, saved, taken back and brought again: six keys beside the words."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from sponsor_app.domain.ids import AccountId
from sponsor_app.services import accounts, contacts, stores
from sponsor_app.services.profiles import Clocks, Me, Unlocking
from sponsor_app.system.folders import Profile

ROOT = Path(__file__).parents[3]
LINE = "coffee with Dana at Acme yesterday, happy, promised pricing by 20 Dec 2030"
SAVED = ("ctrl+l", "shift+Tab", "alt+Up", "Return")
UNDONE = (*SAVED, "ctrl+z")
REDONE = (*UNDONE, "ctrl+shift+z")
# Held for half a second each: a key held longer repeats itself.
DRIVE = """
set -eu
python=$1; profile=$2; line=$3; shift 3
"$python" -m sponsor_app --profile "$profile" & app=$!
trap 'kill $app 2>/dev/null || true' EXIT
xdotool search --sync --onlyvisible --name '^Sponsor$' windowfocus --sync windowsize --sync 1280 720 >/dev/null
xdotool key --delay 600 ctrl+2
xdotool key --delay 600 "$1"; shift
xdotool type --delay 12 "$line"
for key in "$@" ctrl+1 ctrl+q; do xdotool key --clearmodifiers --delay 500 $key; done
wait $app
trap - EXIT
"""

pytestmark = pytest.mark.skipif(
    not (shutil.which("xvfb-run") and shutil.which("xdotool")),
    reason="xvfb and xdotool are not installed: no display to drive",
)


def due_days_after(keys: Sequence[str], folder: Path) -> list[date | None]:
    """The days of the promises on the disk once the window was driven by these keys."""
    profile = Profile(folder / "profile")
    clocks = Clocks(lambda: datetime.now(UTC), lambda: datetime.now(UTC).date())
    app = stores.create(profile, Me("Grace Moreau"), Unlocking(unencrypted=True), clocks)
    acme = AccountId(accounts.add(app, fields={"name": "Acme"}).created[0])
    contacts.add(app, acme, name="Dana Reed")
    app.store.close()
    _on_a_display(["sh", "-c", DRIVE, "sh", sys.executable, str(profile.root), LINE, *keys])
    app = stores.open_profile(profile, Unlocking(unencrypted=True), clocks)
    page = accounts.page(app, acme)
    found = [one.due_on for one in page.commitments]
    assert len(page.timeline) == len(found)
    app.store.close()
    return found


def test_one_chip_corrected_saved_taken_back_and_brought_again_is_on_the_disk(
    tmp_path: Path,
) -> None:
    assert len(REDONE) == 6
    assert due_days_after(REDONE, tmp_path) == [date(2030, 12, 20) + timedelta(days=7)]


def test_what_was_taken_back_is_no_longer_on_the_disk(tmp_path: Path) -> None:
    assert due_days_after(UNDONE, tmp_path) == []


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
