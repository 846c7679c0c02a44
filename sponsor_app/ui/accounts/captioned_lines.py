"""What is on file, a caption and a value to a line; a value can be marked and copied."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.widgets.boxes import Column, Row, fix, holding
from sponsor_app.ui.widgets.label import Label

CAPTION = 104


class CaptionedLines(QWidget):
    """`show_lines` takes (caption, value); lines are made when there is something to show on them."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made: list[tuple[QWidget, Label, Label]] = []
        self._shown = 0
        self._column = Column(gap=6, margins=(0, 4, 0, 0))
        self.setLayout(self._column)
        self.setAccessibleName(name)

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show these lines in place of the others."""
        self._shown = len(lines)
        while len(self._made) < len(lines):
            self._made.append(self._line())
        for place, (line, caption, value) in enumerate(self._made):
            line.setVisible(place < len(lines))
            if place < len(lines):
                said, words = lines[place]
                caption.set_text(said)
                value.set_text(words)
                value.setAccessibleName(f"{said}: {words}")

    def lines(self) -> list[tuple[str, str]]:
        """What is shown."""
        made = self._made[: self._shown]
        return [(caption.text(), value.text()) for _line, caption, value in made]

    def _line(self) -> tuple[QWidget, Label, Label]:
        caption = fix(Label("", "meta", "text3"), width=CAPTION)
        value = Label("", "meta", "text", wrap=True, lines=4, selectable=True)
        row = Row(gap=8)
        row.addWidget(caption, 0, Qt.AlignmentFlag.AlignTop)
        row.add((value, 1))
        line = holding(row)
        self._column.add(line)
        return line, caption, value
