"""What the window loads is loaded as Python does it: no source is read along with it, and none is kept."""

import subprocess
import sys

SEEN = """
import linecache
import PySide6.QtCore
import colorsys
assert any(name.endswith("colorsys.py") for name in linecache.cache), "Qt for Python has left this off"
import sponsor_app.ui
import sched
assert not any(name.endswith("sched.py") for name in linecache.cache), "the source was read"
"""


def test_once_the_window_is_loaded_no_source_is_read_with_what_comes_later() -> None:
    subprocess.run([sys.executable, "-c", SEEN], check=True)
