"""Who will be in the room, as chips above the page: each one pressed aims the brief anew."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from sponsor_app.domain.ids import ContactId
from sponsor_app.domain.people import Contact
from sponsor_app.ui.widgets.boxes import Row, holding
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.tip import set_tip

MOST_CHIPS = 4
STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class RoomBar(QWidget):
    """Arrows walk, Space or Enter puts one in or takes one out. People keep their place while the page is shown."""

    toggled = Signal(str)  # a contact's id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: dict[ContactId, Chip] = {}
        self._order: list[ContactId] = []
        self._all = False
        self._caption = Label(tr("In the room"), "metaB", "text2", whole=True)
        self._guess = Label(tr("a guess"), "meta", "text3", whole=True)
        self._flow = Flow(gap=6, line_gap=6)
        self.more = Chip("", "ellipsis")
        self.more.clicked.connect(self._show_all)
        self.more.installEventFilter(self)
        row = Row(gap=10)
        row.addWidget(self._caption, 0, Qt.AlignmentFlag.AlignTop)
        row.add((holding(self._flow), 1), self._guess)
        self.setLayout(row)
        self.setAccessibleName(tr("Who is in the room"))
        self._people: Sequence[Contact] = ()
        self._there: frozenset[ContactId] = frozenset()

    def forget(self) -> None:
        """Another account: those in the room come first again."""
        self._order, self._all = [], False

    def show_room(
        self, people: Sequence[Contact], there: Sequence[ContactId], *, guessed: bool
    ) -> None:
        """Show everybody there is, with those in the room pressed; dashed when nobody named them."""
        self._there = frozenset(there)
        self._people = [one for one in people if one.left_on is None or one.id in self._there]
        known = [one for one in self._order if one in {person.id for person in self._people}]
        ranked = sorted(self._people, key=lambda one: one.id not in self._there)
        self._order = [*known, *(one.id for one in ranked if one.id not in known)]
        self._guess.setVisible(guessed and bool(self._there))
        self._lay_out(guessed=guessed)
        self.setVisible(bool(self._people))

    def first_focus(self) -> QWidget | None:
        """The first chip."""
        return next(iter(self.chips.values()), None)

    def _shown(self) -> list[ContactId]:
        most = len(self._order) if self._all else MOST_CHIPS
        return [one for at, one in enumerate(self._order) if at < most or one in self._there]

    def _lay_out(self, *, guessed: bool) -> None:
        shown, by_id = self._shown(), {one.id: one for one in self._people}
        if list(self.chips) != shown:
            self._clear()
            self.chips = {one: self._chip(by_id[one]) for one in shown}
            self._flow.addWidget(self.more)
        for one, chip in self.chips.items():
            chip.setChecked(one in self._there)
            icon = "check" if one in self._there else "plus"
            chip.show_value(by_id[one].name, icon=icon, guessed=guessed and one in self._there)
        hidden = len(self._order) - len(shown)
        self.more.show_value(tr("{count} more").format(count=hidden))
        self.more.setVisible(hidden > 0)

    def _clear(self) -> None:
        while self._flow.count():
            item = self._flow.takeAt(0)
            part = item.widget() if item else None
            if part is not None and part is not self.more:
                part.hide()
                part.deleteLater()

    def _chip(self, one: Contact) -> Chip:
        chip = Chip(one.name, "plus", checkable=True)
        self._flow.addWidget(chip)
        chip.show()
        set_tip(chip, ", ".join(part for part in (one.name, one.title or "") if part))
        chip.clicked.connect(partial(self._on_clicked, one.id))
        chip.installEventFilter(self)
        return chip

    def _on_clicked(self, contact_id: ContactId, _checked: bool = False) -> None:
        self.toggled.emit(contact_id)

    def _show_all(self) -> None:
        first_new = len(self.chips)
        self._all = True
        self._lay_out(guessed=not self._guess.isHidden())
        chips = list(self.chips.values())
        chips[min(first_new, len(chips) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        step = STEPS.get(Qt.Key(event.key()), 0)
        stops: list[QWidget] = [*self.chips.values()]
        if not self.more.isHidden():
            stops.append(self.more)
        now = QApplication.focusWidget()
        if step and now in stops:
            stops[(stops.index(now) + step) % len(stops)].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False
