"""One of a few values, as chips in a row: arrows move, Space, Enter and a digit choose."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.flow import Flow

STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class ChipChoice(QWidget):
    """`choices` are (value, word); `needed` keeps one chosen."""

    changed = Signal(str)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[str, str]],
        value: str = "",
        *,
        needed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._needed = needed
        self.chips = {key: Chip(word, checkable=True) for key, word in choices}
        self.setLayout(Flow(*self.chips.values(), gap=6))
        self.setAccessibleName(name)
        for key, chip in self.chips.items():
            chip.setAccessibleName(f"{name}: {chip.text()}")
            chip.clicked.connect(partial(self._on_clicked, key))
            chip.installEventFilter(self)
        self._value = ""
        self.choose(value)

    @property
    def value(self) -> str:
        """What is chosen, or nothing."""
        return self._value

    def choose(self, value: str) -> None:
        """Choose a value without telling; an unknown one chooses none."""
        self._value = value if value in self.chips else ""
        for key, chip in self.chips.items():
            chip.setChecked(key == self._value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        chips = list(self.chips.values())
        step = STEPS.get(Qt.Key(event.key()), 0)
        if step:
            at = next(place for place, chip in enumerate(chips) if chip is watched)
            chips[(at + step) % len(chips)].setFocus(Qt.FocusReason.OtherFocusReason)
        named = self.chips.get(event.text())
        if named is not None:
            named.setFocus(Qt.FocusReason.OtherFocusReason)
            named.click()
        return bool(step) or named is not None

    def _on_clicked(self, key: str, _checked: bool = False) -> None:
        # Qt does not tell a partial whether the chip is checked; the chip knows.
        self.choose(key if self._needed or self.chips[key].isChecked() else "")
        self.changed.emit(self._value)
