"""The strip above the brief: back, and what can be done with the page; where there is no room, one menu of it."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.widgets.boxes import Row, fix
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.menu import Entry, open_menu
from sponsor_app.ui.widgets.surface import Surface
from sponsor_app.ui.widgets.theme import px

HEIGHT, NARROW = 42, 560


class Strip(Surface):
    """`show_tools` once there is a page to do something with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.back = Button("", "chevron-left", "quiet", name=tr("Back"))
        self.room = Button(tr("In the room"), "users-round", "quiet", shortcut="W")
        self.copy = Button(tr("Copy"), "copy", "quiet", shortcut="C")
        self.save = Button(tr("PDF"), "file-down", "quiet", shortcut="S")
        self.print = Button(tr("Print"), "printer", "quiet", shortcut="Ctrl+P")
        self.more = Button("", "ellipsis", "quiet", name=tr("More"))
        self._tools = (
            (self.room, "users-round", "W"),
            (self.copy, "copy", "C"),
            (self.save, "file-down", "S"),
            (self.print, "printer", "Ctrl+P"),
        )
        self._has_tools = False
        where = Label(tr("Brief"), "medium", "text2")
        tools = (self.room, self.copy, self.save, self.print)
        row = Row(self.back, where, None, *tools, self.more, gap=4, margins=(12, 0, 16, 0))
        super().__init__("strip", row, parent)
        fix(self, height=HEIGHT)
        self.more.clicked.connect(self._open_more)
        self._fit()

    def show_tools(self, *, shown: bool) -> None:
        """Offer what can be done with a page, or nothing while there is none."""
        self._has_tools = shown
        self._fit()

    def anchor(self, button: Button) -> Button:
        """The button that a menu of `button` hangs on."""
        return self.more if button.isHidden() else button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < px(NARROW)
        for button, _icon, _key in self._tools:
            button.setVisible(self._has_tools and not narrow)
        self.more.setVisible(self._has_tools and narrow)

    def _open_more(self) -> None:
        open_menu(
            self.more,
            [
                Entry(button.text(), button.click, icon, key, enabled=button.isEnabled())
                for button, icon, key in self._tools
            ],
        )
