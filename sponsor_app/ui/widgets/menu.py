"""A menu of actions below the part that opens it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6 import QtGui
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from sponsor_app.ui.widgets import icons, theme
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import RADIUS


@dataclass(frozen=True, slots=True)
class Entry:
    """One action: its words, what it does, and the key that does it anywhere."""

    words: str
    call: Callable[[], None]
    icon: str = ""
    shortcut: str = ""
    enabled: bool = True
    checked: bool | None = None


def open_menu(part: QWidget, entries: Sequence[Entry | None]) -> QMenu:
    """Open a menu below `part`; it is deleted when it closes."""
    menu = menu_of(part, entries)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(part.mapToGlobal(QPoint(0, part.height() + 2)))
    return menu


def menu_of(part: QWidget, entries: Sequence[Entry | None]) -> QMenu:
    """A menu of `entries`; None is a line between groups."""
    menu = QMenu(part)
    menu.setStyleSheet(_sheet())  # a menu lives for one choice, so its colours are those of now
    menu.setAccessibleName(part.accessibleName())
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        else:
            _add(menu, entry)
    return menu


def _sheet() -> str:
    look, corner = theme.current(), px(RADIUS.CONTROL)
    return f"""
QMenu {{ background: {look.surface}; border: 1px solid {look.edge}; padding: {px(4)}px; }}
QMenu::item {{ padding: {px(5)}px {px(20)}px {px(5)}px {px(10)}px; border-radius: {corner}px; }}
QMenu::item:selected {{ background: {look.sel}; color: {look.sel_text}; }}
QMenu::item:disabled {{ color: {look.off}; }}
QMenu::separator {{ height: 1px; background: {look.line}; margin: {px(4)}px {px(8)}px; }}
"""


def _add(menu: QMenu, entry: Entry) -> None:
    # A customer's "&" would become an underline; the tab sets the shortcut apart without binding it again.
    words = entry.words.replace("&", "&&")
    action = QtGui.QAction(f"{words}\t{entry.shortcut}" if entry.shortcut else words, menu)
    if entry.icon:
        action.setIcon(icons.icon_of(entry.icon, "text" if entry.enabled else "off"))
    action.setEnabled(entry.enabled)
    if entry.checked is not None:
        action.setCheckable(True)
        action.setChecked(entry.checked)
    action.triggered.connect(lambda _checked=False: entry.call())
    menu.addAction(action)
