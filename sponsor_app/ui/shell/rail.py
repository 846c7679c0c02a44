"""The left rail: find, log, the screens with what waits there, and an honest line about this laptop."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.places import ScreenName
from sponsor_app.ui.shell.screens import RailEntry
from sponsor_app.ui.widgets import paint, theme
from sponsor_app.ui.widgets.boxes import Column, Row, holding
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.painted import Painted
from sponsor_app.ui.widgets.rail_item import RailItem
from sponsor_app.ui.widgets.search_button import SearchButton
from sponsor_app.ui.widgets.status_chip import StatusChip
from sponsor_app.ui.widgets.surface import paint_ground
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tip import set_tip
from sponsor_app.ui.widgets.tokens import RAIL_WIDTH, ToneName

NARROW = 56
DISC = 24


class Disc(Painted):
    """The initials of a person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.setFixedSize(px(DISC), px(DISC))

    def show_name(self, name: str) -> None:
        """Show the initials of `name`."""
        self._name = name
        self.setAccessibleName(name)
        self.update()

    def restyle(self) -> None:
        """Measure anew."""
        self.setFixedSize(px(DISC), px(DISC))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.on(self)
        paint.avatar(painter, 0, self.height() / 2, self._name, fill="sel", ink="sel_text")
        painter.end()


class Rail(QWidget):
    """`chosen` names a screen; find, log and settings are actions of the window."""

    chosen = Signal(object)  # ScreenName
    asked = Signal(str)  # the id of an action

    def __init__(self, entries: Sequence[RailEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self.items = {entry.screen: self._item(entry) for entry in entries}
        self.finder = SearchButton(tr("Find anything"), "Ctrl+K")
        self.log = Button(tr("Log"), "pencil-line", "primary", shortcut="Ctrl+L").stretch()
        self.status = StatusChip()
        self.status.hide()
        self._disc, self._name = Disc(), Label("", "meta", "text2", flexible=True)
        self.gear = Button("", "settings", "quiet", name=tr("Settings"))
        self.finder.clicked.connect(lambda: self.asked.emit("find"))
        self.log.clicked.connect(lambda: self.asked.emit("log"))
        self.gear.clicked.connect(lambda: self.asked.emit("settings"))
        self._lay_out()

    def _item(self, entry: RailEntry) -> RailItem:
        item = RailItem(entry.title, entry.icon, entry.shortcut)
        item.clicked.connect(lambda: self.chosen.emit(entry.screen))
        return item

    def _lay_out(self) -> None:
        self.setAccessibleName(tr("Screens"))
        self._who = holding(Row(self._disc, 8, (self._name, 1), gap=0, margins=(8, 0, 0, 0)))
        column = Column(
            self.finder,
            8,
            self.log,
            16,
            *self.items.values(),
            None,
            self.status,
            6,
            Row((self._who, 1), self.gear, gap=0),
            margins=(12, 16, 12, 10),
        )
        self.setLayout(column)
        theme.follow(self)
        self.restyle()

    def restyle(self) -> None:
        """Measure anew."""
        self.setFixedWidth(px(NARROW if self._narrow else RAIL_WIDTH))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(paint.on(self), self.rect(), "rail")

    def set_narrow(self, narrow: bool) -> None:
        """Icons only, where the window is small."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for item in self.items.values():
            item.set_narrow(narrow)
        self.finder.set_narrow(narrow)
        self.log.set_label("" if narrow else tr("Log"), "pencil-line")
        self.log.setAccessibleName(tr("Log"))
        self.status.set_narrow(narrow)
        self._who.setVisible(not narrow)
        self.restyle()

    def mark(self, screen: ScreenName | None) -> None:
        """Show which screen is open."""
        for name, item in self.items.items():
            item.setChecked(name is screen)

    def count(self, counts: Mapping[ScreenName, int]) -> None:
        """Show how much waits where."""
        for name, number in counts.items():
            if name in self.items:
                self.items[name].set_count(number)

    def show_person(self, name: str) -> None:
        """Show whose laptop this is."""
        self._name.set_text(name)
        self._disc.show_name(name)
        set_tip(self._disc, name)

    def show_status(
        self,
        words: str,
        icon: str = "laptop",
        detail: str = "",
        *,
        tone: ToneName = "idle",
        rest: str = "",
    ) -> None:
        """Say where what is saved is, and what is wrong with that."""
        self.status.show()
        self.status.show_status(icon, words, detail, tone, rest)
