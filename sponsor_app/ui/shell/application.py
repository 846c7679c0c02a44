"""Run the window: dress it, show it, open the store behind it; a crash is said, logged and loses nothing."""

import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from sponsor_app.services import profiles
from sponsor_app.services.profiles import Clocks, Profile
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.operations import Operations
from sponsor_app.ui.shell.calls import Calls
from sponsor_app.ui.shell.collecting import Collecting
from sponsor_app.ui.shell.locking import Locking
from sponsor_app.ui.shell.look import Look
from sponsor_app.ui.shell.resting import Resting
from sponsor_app.ui.shell.speech import speak
from sponsor_app.ui.shell.start import Start
from sponsor_app.ui.shell.window import Window
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.choice import Answer, Choice
from sponsor_app.ui.widgets.language import tr

CRASH = "crash"


def run_window(
    arguments: Sequence[str],
    profile: Profile,
    clocks: Clocks,
    *,
    example: bool = False,
    account: str = "",
    passphrase_file: str | None = None,
    capture: str | None = None,
) -> int:
    """Show the window until it is closed; the exit code is Qt's."""
    app = QApplication.instance() or QApplication(["sponsor-app", *arguments])
    assert isinstance(app, QApplication)  # noqa: S101 - a core application cannot show a window
    app.setApplicationName("sponsor-app")
    Collecting(app)
    theme.install(app, profiles.resources())
    speak(app, Look(profile.root).language())
    window = build(
        profile,
        clocks,
        example=example,
        account=account,
        passphrase_file=passphrase_file,
        capture=capture,
    )
    sys.excepthook = lambda kind, error, trace: _on_bug(window, profile, kind, error, trace)
    window.show()
    return app.exec()


def build(
    profile: Profile,
    clocks: Clocks,
    *,
    example: bool = False,
    account: str = "",
    passphrase_file: str | None = None,
    capture: str | None = None,
) -> Window:
    """The window, dressed and ready to be shown."""
    look = Look(profile.root)
    look.wear()
    operations = Operations()
    desk = Desk(operations)
    window = Window(desk, look, example=example)
    operations.setParent(window)
    desk.setParent(window)
    start = Start(window, profile, clocks, example=example)
    if account:
        start.then_go_to(account)
    if passphrase_file is not None:
        start.unlock_with(Path(passphrase_file))
    Resting(desk, window.main.navigator, window)
    calls = Calls(window, profile, listens=not example)
    Locking(window, profile, calls)
    if capture is not None:
        calls.capture(capture)
    start.first_page()
    look.place(window)
    return window


def _on_bug(
    window: Window,
    profile: Profile,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """Our bug: keep the trace, say so once, and let the person go on."""
    path = profiles.log_bug(profile, error.with_traceback(trace))
    if any(choice.objectName() == CRASH for choice in window.findChildren(Choice)):
        return
    said = tr(
        "Something went wrong that should not have. What was saved is safe. The details are in {path};"
        " nothing was sent anywhere."
    )
    answers = (Answer("go_on", tr("Go on"), "primary", safe=True), Answer("close", tr("Close")))
    choice = Choice(window, tr("That is our mistake"), said.format(path=path), answers)
    choice.setObjectName(CRASH)
    choice.closed.connect(choice.deleteLater)

    def answered(answer: str) -> None:
        if answer == "close":
            window.close()

    choice.chosen.connect(answered)
    choice.ask()
