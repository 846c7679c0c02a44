"""Every action with its keys, on one sheet (F1)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from sponsor_app.ui.shell.actions import Action
from sponsor_app.ui.widgets.boxes import Column
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.overlay import Overlay
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.palette_row import PaletteRow, PaletteRowDelegate

WIDTH = 520


class ShortcutSheet(QWidget):
    """Enter runs the action under the keyboard."""

    def __init__(self, actions: Sequence[Action], host: QWidget) -> None:
        super().__init__(host)
        keyed = [action for action in actions if action.shortcut and action.title]
        self.model = RecordList[Action](
            key=lambda action: action.id,
            text=lambda action: action.title,
            accessible=lambda action: f"{action.title}, {action.shortcut}",
        )
        self.list = ListView(
            tr("Shortcuts"),
            self.model,
            PaletteRowDelegate[Action](
                lambda action: PaletteRow(action.icon, action.title, shortcut=action.shortcut)
            ),
            fit=False,
            ground="surface",
        )
        self.list.setFixedHeight(460)
        self.list.opened.connect(self._on_opened)
        self.model.show(keyed)
        title = Label(tr("Shortcuts"), "heading")
        self.setLayout(Column(title, 10, self.list, margins=(20, 18, 12, 14)))
        self.overlay = Overlay(host, self, name=tr("Shortcuts"), width=WIDTH)

    def open(self) -> None:
        """Float over the window."""
        self.overlay.open(self.list)

    def _on_opened(self, action: Action) -> None:
        self.overlay.dismiss()
        action.trigger()
