"""The chips of a line, in rows: what each says can be removed, moved by days, or chosen anew by keyboard."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.interactions.faces import Face, Line
from sponsor_app.ui.widgets.boxes import Column, Row, fix, holding
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.tokens import HEIGHT

CAPTION = 84
DAY, WEEK = timedelta(days=1), timedelta(days=7)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
UP_AND_DOWN = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class ChipRows(QWidget):
    """Enter saves, or opens the choice that a chip asks for; Space opens it, digits choose, Backspace removes.

    On a day Up and Down move it by a day, with Alt by a week, and a letter begins another one.
    """

    corrected = Signal(str, object)  # the part and its new value, None removes it
    chosen = Signal(object, int)  # Face, which of its options from 0
    opened = Signal(object)  # Face: its options are wanted
    focused = Signal(object)  # Face with the keyboard
    typed = Signal(object, str)  # Face of a day, and the letter that was typed on it
    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.faces: dict[Chip, Face] = {}
        self._part = ""
        self._flows = {line: Flow(gap=8, line_gap=8) for line in Line}
        self._rows = {line: self._row(line) for line in Line}
        self.setLayout(Column(*self._rows.values(), gap=10))

    def show_faces(self, shown: Sequence[Face]) -> None:
        """Lay the chips anew where they are others; the one that had the keyboard keeps it, by what it corrects."""
        had = self._part if self.has_keyboard() else ""
        by_part = {face.part: chip for chip, face in self.faces.items()}
        if [_shape(face) for face in self.faces.values()] != [_shape(face) for face in shown]:
            for chip in self.faces:
                chip.hide()
                chip.deleteLater()
            by_part = {face.part: self._chip(face) for face in shown}
        self.faces = {by_part[face.part]: face for face in shown}
        for chip, face in self.faces.items():
            chip.show_value(face.words, face.detail, face.icon, guessed=face.guessed)
        for line, row in self._rows.items():
            row.setVisible(any(face.line is line for face in shown))
        if had:
            self._keep_keyboard(had, by_part)

    def has_keyboard(self) -> bool:
        """Whether one of the chips has it."""
        return any(chip.hasFocus() for chip in self.faces)

    def current(self) -> Face | None:
        """The face with the keyboard, or that had it last."""
        return next((face for face in self.faces.values() if face.part == self._part), None)

    def focus_on(self, part: str) -> None:
        """Give the keyboard to the chip of a part."""
        chip = next((chip for chip, face in self.faces.items() if face.part == part), None)
        if chip is not None:
            chip.setFocus()

    def focus_question(self) -> None:
        """Give the keyboard to the first chip that has to be answered."""
        asking = next((face for face in self.faces.values() if face.asks), None)
        if asking is not None:
            self.focus_on(asking.part)

    def _keep_keyboard(self, part: str, by_part: dict[str, Chip]) -> None:
        chip = by_part.get(part) or next(iter(by_part.values()), None)
        if chip is not None:
            chip.setFocus()
            self.focused.emit(self.faces[chip])

    def _chip(self, face: Face) -> Chip:
        chip = Chip(
            face.words,
            face.icon,
            face.detail,
            guessed=face.guessed,
            opens=bool(face.options),
            removable=face.removable,
        )
        self._flows[face.line].addWidget(chip)
        chip.chosen.connect(partial(self._on_digit, chip))
        chip.removed.connect(lambda: self.corrected.emit(self.faces[chip].part, None))
        chip.clicked.connect(lambda: self.opened.emit(self.faces[chip]))
        chip.installEventFilter(self)
        chip.show()
        return chip

    def _on_digit(self, chip: Chip, number: int) -> None:
        face = self.faces[chip]
        if 1 <= number <= len(face.options):
            self.chosen.emit(face, number - 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, Chip) and watched in self.faces:
            face = self.faces[watched]
            if event.type() is QEvent.Type.FocusIn:
                self._part = face.part
                self.focused.emit(face)
            elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                return self._key(face, event)
        return super().eventFilter(watched, event)

    def _key(self, face: Face, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in ENTER:
            if face.asks and face.options:
                self.opened.emit(face)
            else:
                self.submitted.emit()
            return True
        if face.day is not None and key in UP_AND_DOWN:
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self.corrected.emit(face.part, face.day + UP_AND_DOWN[key] * (WEEK if alt else DAY))
            return True
        if face.day is not None and event.text().isalpha():
            self.typed.emit(face, event.text())
            return True
        return False

    def _row(self, line: Line) -> QWidget:
        captions = {
            Line.WHAT: tr("What"),
            Line.WHEN: tr("When, where"),
            Line.PROMISE: tr("Promise"),
            Line.FACT: tr("Learned"),
        }
        caption = fix(Label(captions[line], "meta", "text2"), width=CAPTION)
        parts = Row(gap=8)
        parts.addWidget(fix(caption, height=HEIGHT.CHIP), 0, Qt.AlignmentFlag.AlignTop)
        parts.add((holding(self._flows[line]), 1))
        row = holding(parts)
        row.hide()
        return row


def _shape(face: Face) -> tuple[str, bool, bool]:
    """What makes a chip another one: its part, and what its keys do."""
    return face.part, bool(face.options), face.removable
