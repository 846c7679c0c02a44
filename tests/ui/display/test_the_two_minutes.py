"""An executive's two minutes on a real display: open, know, go; and a line handed over from anywhere."""

import os
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.ids import AccountId, ContactId
from sponsor_app.domain.interaction import Kind, Place
from sponsor_app.services import accounts, contacts, interactions, issues, sponsorships, stores
from sponsor_app.services.profiles import Clocks, Me, Unlocking
from sponsor_app.system.folders import Profile

DISPLAY = ("xvfb-run", "-a", "-s", "-screen 0 1280x720x24")
ROOT = Path(__file__).parents[3]
CLOCKS = Clocks(lambda: datetime.now(UTC), lambda: datetime.now(UTC).date())
OPEN = Unlocking(unencrypted=True)
# Each key waits for what it needs by a title: that of a window says what is shown.
READY = r"""
set -eu
titled() { xdotool search --sync --onlyvisible --name "$1" | head -1; }
"$1" -m sponsor_app --profile "$2" & app=$!
trap 'kill $app 2>/dev/null || true' EXIT
window=$(titled '^Today – Sponsor$')
xdotool windowsize --sync $window 1280 720 windowfocus --sync $window
"""
CLOSE = """
xdotool windowfocus --sync $window
xdotool key --clearmodifiers ctrl+q
wait $app
trap - EXIT
"""
PRINT = """
xdotool key Return
titled '^Brief of Acme – Sponsor$' >/dev/null
xdotool key ctrl+p
xdotool windowfocus --sync $(titled '^Print$')
xdotool key Return
until ls "$HOME"/*.pdf >/dev/null 2>&1; do :; done
"""
CAPTURE = """
"$1" -m sponsor_app --profile "$2" capture "coffee with Dana at Acme yesterday"
xdotool windowfocus --sync $(titled '^Log what happened$')
xdotool key Return
while xdotool search --onlyvisible --name '^Log what happened$' >/dev/null 2>&1; do :; done
"$1" -m sponsor_app --profile "$2"
"""

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("xvfb-run", "xdotool"))),
    reason="xvfb and xdotool are not installed: no display to drive",
)


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """Acme is mine, with a visit tomorrow and bad news."""
    made = Profile(tmp_path / "profile")
    app = stores.create(made, Me("Grace Moreau"), OPEN, CLOCKS)
    acme = AccountId(accounts.add(app, fields={"name": "Acme", "tier": "key"}).created[0])
    dana = ContactId(contacts.add(app, acme, name="Dana Reed").created[0])
    sponsorships.set_sponsor(app, [acme], app.me)
    issues.open_issue(app, acme, title="Crane stops", severity=1)
    tomorrow = app.today() + timedelta(days=1)
    visit = InteractionDraft(acme, Kind.VISIT, tomorrow, Place.THEIRS, contact_ids=(dana,))
    interactions.log(app, visit)
    app.store.close()
    return made


def drive(script: str, profile: Profile, tmp_path: Path) -> None:
    """Run a script of keys on a display of its own."""
    plain = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    with tempfile.TemporaryDirectory(prefix="s") as run:  # short: a socket stands in it
        own = {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": run, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [*DISPLAY, "sh", "-c", READY + script + CLOSE, "sh", sys.executable, str(profile.root)],
            cwd=ROOT,
            env={**plain, **own},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 0, done.stderr


def test_open_find_the_next_visit_read_its_brief_and_print_it_in_three_keys(
    profile: Profile, tmp_path: Path
) -> None:
    assert PRINT.count("xdotool key") == 3
    drive(PRINT, profile, tmp_path)
    [printed] = tmp_path.glob("*.pdf")
    said = PdfReader(printed).pages[0].extract_text()
    assert said.index("Acme") < said.index("Crane stops") < said.index("Dana Reed")
    assert printed.name.startswith("Brief Acme ")


def test_a_line_handed_over_on_the_command_line_is_on_the_disk(
    profile: Profile, tmp_path: Path
) -> None:
    drive(CAPTURE, profile, tmp_path)
    app = stores.open_profile(profile, OPEN, CLOCKS)
    [acme] = accounts.listed(app)
    kept = [one.kind for one in accounts.page(app, acme.account_id).timeline]
    app.store.close()
    assert kept == [Kind.COFFEE]
