"""Where the team meets and what may be said of it, and what the last look noticed: each with the next step."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.courier.courier import InStep
from sponsor_app.ui.panels.sync_words import Said, of_place
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Column, Row, holding
from sponsor_app.ui.widgets.glyph import Glyph
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import understood


class Notes(QWidget):
    """Paragraphs with a symbol, replaced as a whole; nothing in it takes the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Sequence[tuple[Said, str]] = ()
        self._column = Column(gap=10, margins=(0, 6, 0, 6))
        self.setLayout(self._column)

    def show_notes(self, notes: Sequence[tuple[Said, str]]) -> None:
        """Each is what is said, and where."""
        if notes == self._shown:
            return
        self._shown = notes
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for said, where in notes:
            self._column.add(_note(said, where))
        self.setAccessibleName(" ".join(said.sentence for said, _where in notes))

    def text(self) -> str:
        """Everything that is said."""
        return "\n".join(f"{said.sentence} {where}".strip() for said, where in self._shown)


def places_of(standing: InStep, now: datetime) -> list[tuple[Said, str]]:
    """What is said of each place, and its address."""
    return [(of_place(one, standing, now), one.address) for one in standing.team.places]


def alarms_of(standing: InStep) -> list[tuple[Said, str]]:
    """What the last look noticed."""
    return [
        (Said("triangle-alert", understood(one), "", "warn"), "") for one in standing.team.alarms
    ]


def _note(said: Said, where: str) -> QWidget:
    quiet = said.tone in ("idle", "ok", "info")
    ink = "ok" if said.tone == "ok" else "text2" if quiet else theme_ink(said)
    head = ", ".join(part for part in (said.words, said.detail) if part)
    words = Column(gap=1)
    words.add(Label(head, "medium", "text", wrap=True))
    if where:
        words.add(Label(where, "meta", "text3", wrap=True, selectable=False))
    for part in (said.trouble, said.next):
        if part:
            words.add(Label(part, "body", "text2", wrap=True))
    row = Row(gap=10)
    row.addLayout(_at_top(Glyph(said.symbol, ink)))
    row.add((holding(words), 1))
    return holding(row)


def theme_ink(said: Said) -> theme.Ink:
    """The ink of a tone that wants to be seen."""
    return "bad" if said.tone in ("bad", "solid") else "warn"


def _at_top(glyph: Glyph) -> Column:
    column = Column(2)
    column.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
    column.add(None)
    return column
