"""What is likely opened next is loaded in a quiet moment: what knows Qt only by the window's own thread."""

import subprocess
import sys

SERVICES = """
import sys, sponsor_app.ui
from sponsor_app.ui.shell import ahead
before = {name for name in sys.modules if name.startswith(("sponsor_app.ui", "PySide6"))}
ahead.load_services(lambda: False)
after = {name for name in sys.modules if name.startswith(("sponsor_app.ui", "PySide6"))}
assert "sponsor_app.services.coverage" in sys.modules
assert after == before, after - before
"""
SCREENS = """
import sys
from PySide6.QtCore import QObject, QDeadlineTimer
from PySide6.QtWidgets import QApplication
from sponsor_app.ui.shell.ahead import FIRST, LIKELY, Ahead
app, owner = QApplication([]), QObject()
done, patience = [], QDeadlineTimer(30_000)
for packages in (FIRST, LIKELY):
    ahead = Ahead(owner, packages)
    ahead.loaded.connect(lambda: done.append(True))
    ahead.start()
while len(done) < 2 and not patience.hasExpired():
    app.processEvents()
assert len(done) == 2
loaded = {"today.screen", "accounts.page_screen", "coverage.screen", "shell.palette", "settings.panel", "reviews.screen"}
assert not {name for name in loaded if f"sponsor_app.ui.{name}" not in sys.modules}
"""


def run(program: str) -> None:
    subprocess.run([sys.executable, "-c", program], check=True)


def test_the_worker_loads_use_cases_and_nothing_of_qt() -> None:
    run(SERVICES)


def test_the_window_loads_the_screens_in_turns() -> None:
    run(SCREENS)
