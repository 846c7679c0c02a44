"""The row of alternatives below the chips: for the chip with the keyboard, or for the name that is being typed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.widgets.alternative import Alternative
from sponsor_app.ui.widgets.boxes import Row, fix, holding
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.label import Label

STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}
TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class Choice:
    """One alternative as it is shown."""

    words: str
    detail: str = ""


class Choices(QWidget):
    """Numbered alternatives. A click takes one; once entered, arrows walk, Enter, Space and digits take, Esc leaves."""

    taken = Signal(int)  # which, from 0
    left = Signal()

    def __init__(self, caption_width: int) -> None:
        super().__init__()
        self._made: list[Alternative] = []
        self._shown: tuple[Choice, ...] = ()
        self._caption = Label("", "meta", "text2")
        self._row = Flow(gap=4)
        self.setLayout(Row(fix(self._caption, width=caption_width), (holding(self._row), 1), gap=8))

    def show_choices(self, caption: str, choices: Sequence[Choice], current: int = -1) -> None:
        """Show these, with the one in force marked."""
        self._caption.set_text(caption if choices else "")
        if tuple(choices) != self._shown:
            self._clear()
            self._shown = tuple(choices)
            self._made = [self._make(at, choice) for at, choice in enumerate(choices)]
        self.mark(current)

    def mark(self, which: int) -> None:
        """Show which one is in force, or would be taken; -1 for none."""
        for at, one in enumerate(self._made):
            one.setChecked(at == which)

    def enter(self, which: int = 0) -> None:
        """Give the keyboard to one of them."""
        if self._made:
            self._made[max(0, min(which, len(self._made) - 1))].setFocus()

    def shown(self) -> tuple[Choice, ...]:
        """What can be chosen now."""
        return self._shown

    def _clear(self) -> None:
        for one in self._made:
            self._row.removeWidget(one)
            one.hide()
            one.deleteLater()
        self._made, self._shown = [], ()

    def _make(self, at: int, choice: Choice) -> Alternative:
        made = Alternative(at + 1, choice.words, choice.detail)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab walks the chips; Space comes here
        made.clicked.connect(lambda: self.taken.emit(at))
        made.installEventFilter(self)
        self._row.addWidget(made)
        made.show()
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            at = next((at for at, one in enumerate(self._made) if one is watched), -1)
            return at >= 0 and self._key(at, event.key())
        return super().eventFilter(watched, event)

    def _key(self, at: int, key: int) -> bool:
        if key in STEPS:
            self.enter((at + STEPS[key]) % len(self._made))
        elif key in TAKES:
            self.taken.emit(at)
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            if key - Qt.Key.Key_1 < len(self._made):
                self.taken.emit(key - Qt.Key.Key_1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return False
        return True
