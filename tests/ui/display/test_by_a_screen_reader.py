"""The main job through the accessibility bus alone: every part found by its role and name, nothing seen."""

import os
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sponsor_app.domain.ids import AccountId
from sponsor_app.services import accounts, contacts, history, stores
from sponsor_app.services.profiles import Clocks, Me, Unlocking
from sponsor_app.system.folders import Profile

ROOT = Path(__file__).parents[3]
READER = Path(__file__).with_name("reader.py")
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON = Path("/usr/bin/python3")
OPEN = Unlocking(unencrypted=True)
CLOCKS = Clocks(lambda: datetime.now(UTC), lambda: datetime.now(UTC).date())
SCRIPT = """
set -eu
"$1" --launch-immediately & bus=$!
"$2" -m sponsor_app --profile "$3" & app=$!
trap 'kill $app $bus 2>/dev/null || true' EXIT
"$4" "$5" Sponsor
"""


def missing() -> str:
    """What a screen reader would need and this computer has not got."""
    lacking = [name for name in ("xvfb-run", "dbus-run-session") if not shutil.which(name)]
    lacking += [] if LAUNCHER.exists() else ["at-spi2-core"]
    probe = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if (
        not SYSTEM_PYTHON.exists()
        or subprocess.run([SYSTEM_PYTHON, "-c", probe], capture_output=True, check=False).returncode
    ):
        lacking.append("python3-gi with gir1.2-atspi-2.0")
    return ", ".join(lacking)


LACKING = missing()


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    made = Profile(tmp_path / "profile")
    app = stores.create(made, Me("Grace Moreau"), OPEN, CLOCKS)
    acme = AccountId(accounts.add(app, fields={"name": "Acme"}).created[0])
    contacts.add(app, acme, name="Dana Reed")
    app.store.close()
    return made


@pytest.mark.skipif(bool(LACKING), reason=f"no accessibility bus to drive: {LACKING} not installed")
def test_a_coffee_is_logged_heard_and_taken_back_through_the_accessibility_bus(
    profile: Profile, tmp_path: Path
) -> None:
    plain = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    with tempfile.TemporaryDirectory(prefix="s") as run:  # short: a socket stands in it
        own = {
            "HOME": str(tmp_path),
            "XDG_RUNTIME_DIR": run,
            "PYTHONPATH": str(ROOT),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        done = subprocess.run(
            ["xvfb-run", "-a", "-s", "-screen 0 1280x720x24", "dbus-run-session", "--", "sh", "-c",
             SCRIPT, "sh", str(LAUNCHER), sys.executable, str(profile.root), str(SYSTEM_PYTHON),
             str(READER)],
            cwd=ROOT,
            env={**plain, **own},
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )  # fmt: skip
    assert "done" in done.stdout, done.stdout + done.stderr
    app = stores.open_profile(profile, OPEN, CLOCKS)
    titles = [step.title for step in history.steps(app)]
    [acme] = accounts.listed(app)
    left = accounts.page(app, acme.account_id).timeline
    app.store.close()
    assert sum("coffee with Acme" in title for title in titles) == 2
    assert left == ()
