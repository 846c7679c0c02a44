"""Everything that can be done anywhere in the window, with its keys."""

from functools import partial
from typing import Protocol

from sponsor_app.ui.places import Place, ScreenName, ToDuplicates, ToReview
from sponsor_app.ui.shell.actions import Action
from sponsor_app.ui.shell.look import Look
from sponsor_app.ui.shell.screens import rail_entries
from sponsor_app.ui.widgets.language import tr


class Doer(Protocol):
    """What the table needs of the window."""

    look: Look

    def is_working(self) -> bool: ...
    def log(self) -> None: ...
    def debrief(self) -> None: ...
    def find_anything(self) -> None: ...
    def take_back(self) -> None: ...
    def do_again(self) -> None: ...
    def bring_in(self) -> None: ...
    def show_settings(self) -> None: ...
    def lock(self) -> None: ...
    def show_shortcuts(self) -> None: ...
    def go(self, place: Place) -> None: ...
    def go_to_screen(self, screen: ScreenName) -> None: ...
    def go_back(self) -> None: ...
    def close(self) -> bool: ...


THEMES = (
    ("light", "sun-medium"),
    ("dark", "contrast"),
    ("contrast", "eye"),
    ("system", "laptop"),
)


def action_table(window: Doer) -> tuple[Action, ...]:
    """The table; what needs an open store is enabled only while work is shown."""
    return (*_doing(window), *_going(window), *_looking(window))


def _doing(window: Doer) -> list[Action]:
    do, working = tr("Do"), window.is_working
    rows = (
        ("log", tr("Log what happened"), "pencil-line", window.log, "Ctrl+L", ()),
        ("debrief", tr("Debrief the last visit"), "message-square", window.debrief, "Ctrl+D", ()),
        ("find", tr("Find anything"), "search", window.find_anything, "Ctrl+K", ()),
        ("undo", tr("Undo the last step"), "undo-2", window.take_back, "Ctrl+Z", ()),
        ("redo", tr("Redo"), "history", window.do_again, "Ctrl+Shift+Z", ("Ctrl+Y",)),
        ("import", tr("Import a file"), "download", window.bring_in, "Ctrl+I", ()),
        ("settings", tr("Settings"), "settings", window.show_settings, "Ctrl+,", ()),
        ("lock", tr("Lock"), "lock", window.lock, "Ctrl+Shift+L", ()),
    )
    return [
        Action(name, title, icon, run, keys, also, do, working)
        for name, title, icon, run, keys, also in rows
    ]


def _going(window: Doer) -> list[Action]:
    go, working = tr("Go to"), window.is_working
    screens = [
        Action(
            entry.screen.value,
            entry.title,
            entry.icon,
            partial(window.go_to_screen, entry.screen),
            entry.shortcut,
            group=go,
            enabled=working,
        )
        for entry in rail_entries()
    ]
    back = Action(
        "back", tr("Go back"), "chevron-left", window.go_back, "Alt+Left", group=go, enabled=working
    )
    twins = Action(
        "duplicates",
        tr("Duplicates"),
        "copy",
        lambda: window.go(ToDuplicates()),
        group=go,
        enabled=working,
    )
    review = Action(
        "review",
        tr("One-to-one with a sponsor"),
        "presentation",
        lambda: window.go(ToReview()),
        group=go,
        enabled=working,
    )
    return [*screens, twins, review, back]


def _looking(window: Doer) -> list[Action]:
    group, look = tr("Look"), window.look
    titles = {
        "light": tr("Light theme"),
        "dark": tr("Dark theme"),
        "contrast": tr("High contrast theme"),
        "system": tr("Theme as the system"),
    }
    themes = [
        Action(name, titles[name], icon, partial(look.choose, name), group=group)
        for name, icon in THEMES
    ]
    return [
        Action("shortcuts", tr("Shortcuts"), "command", window.show_shortcuts, "F1", group=group),
        Action(
            "larger", tr("Larger"), "plus", partial(look.zoom_by, 1), "Ctrl++", ("Ctrl+=",), group
        ),
        Action("smaller", tr("Smaller"), "minus", partial(look.zoom_by, -1), "Ctrl+-", (), group),
        Action("usual", tr("Usual size"), "circle", partial(look.zoom_by, 0), "Ctrl+0", (), group),
        *themes,
        Action("close", tr("Close the window"), "x", window.close, "Ctrl+Q", group=group),
    ]
