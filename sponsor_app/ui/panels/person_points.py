"""The ways to reach somebody: press one to copy it, Delete removes it, and the field takes another."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.people import Contact, Point, PointKind
from sponsor_app.ui.widgets.boxes import fix
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.field import LineEdit
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tip import set_tip

ICONS = {PointKind.EMAIL: "mail", PointKind.WEB: "arrow-up-right"}
FIELD_WIDTH, NARROWEST = 160, 120


class PersonPoints(QWidget):
    """Chips and a field in one line that breaks."""

    added = Signal(str)
    removed = Signal(object)  # Point
    copied = Signal(object)  # Point

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[Point, ...] = ()
        self._flow = Flow(gap=6, line_gap=6)
        self.chips: list[Chip] = []
        self.field = LineEdit(
            tr("Another e-mail or phone"), tr("Add e-mail or phone"), height=28, role="body"
        )
        fix(self.field, width=FIELD_WIDTH)
        self._flow.addWidget(self.field)
        self.setLayout(self._flow)
        self.setAccessibleName(tr("Ways to reach this person"))
        self.field.returnPressed.connect(self._on_entered)

    def show_person(self, person: Contact) -> None:
        """Show another person's."""
        if person.points == self._points:
            return
        self._points = person.points
        focused = any(chip.hasFocus() for chip in self.chips)
        while self._flow.count():
            self._flow.takeAt(0)
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(point) for point in person.points]
        for part in (*self.chips, self.field):
            self._flow.addWidget(part)
        if focused:
            self.field.setFocus()

    def clear(self) -> None:
        """Ready for the next one."""
        self.field.clear()

    def _chip(self, point: Point) -> Chip:
        chip = Chip(point.raw, ICONS.get(point.kind, "phone"), removable=True, parent=self)
        chip.setMinimumWidth(px(NARROWEST))  # a long address gives way in a side panel
        set_tip(chip, point.raw)
        chip.setAccessibleDescription(tr("Enter copies, Delete removes"))
        chip.clicked.connect(partial(self._on_pressed, point))
        chip.removed.connect(partial(self.removed.emit, point))
        chip.show()
        return chip

    def _on_pressed(self, point: Point, _checked: bool = False) -> None:
        self.copied.emit(point)

    def _on_entered(self) -> None:
        if self.field.text().strip():
            self.added.emit(self.field.text())
