"""Our window on a real profile, for a process that measures it; what fails in it ends the measurement."""

import gc
import os
import sys
import traceback
from types import TracebackType

from PySide6.QtWidgets import QApplication

from sponsor_app.bootstrap import COLLECT_AFTER
from sponsor_app.cli.opening import wish_of
from sponsor_app.services import profiles
from sponsor_app.ui.shell.application import build
from sponsor_app.ui.shell.collecting import Collecting
from sponsor_app.ui.shell.window import Window
from sponsor_app.ui.widgets import theme


def on_error(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What fails ends the measurement."""
    traceback.print_exception(kind, error, trace)
    os._exit(1)


def open_window(profile: str) -> tuple[QApplication, Window]:
    """The application and its window on the profile in this folder, as a person's start makes them; not shown yet."""
    sys.excepthook = on_error
    os.environ["SPONSOR_APP_PROFILE"] = profile
    gc.set_threshold(COLLECT_AFTER, 20, 20)
    wish = wish_of([])
    assert wish is not None
    app = QApplication([])
    Collecting(app)
    theme.install(app, profiles.resources())
    return app, build(profiles.profile_at(wish.profile), profiles.system_clocks())
