"""What was agreed and is open: Enter or D says that it is done, N puts another one down."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.review_action import ReviewAction
from sponsor_app.domain.wording import short_day
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.due_field import DueField
from sponsor_app.ui.widgets.boxes import Column, Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.field import LineEdit
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.panel import Panel
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import ListRow, PeekRowDelegate


class AgreePanel(Panel):
    """One line and a day; Enter in either puts it down."""

    submitted = Signal()

    def __init__(self, desk: Desk) -> None:
        self.text = LineEdit(tr("What was agreed"), tr("What was agreed?"))
        self.due = DueField(desk)
        self.add = Button(tr("Put down"))
        super().__init__(tr("Agree on something"), self.text, Row((self.due, 1), self.add))
        self.text.returnPressed.connect(self.submitted)
        self.due.field.returnPressed.connect(self.submitted)
        self.add.clicked.connect(self.submitted)

    def clear(self) -> None:
        """Ready for the next one."""
        self.text.clear()
        self.due.clear()
        self.forgive()


class ActionsList(QWidget):
    """The open ones; `done` carries the one that is."""

    done = Signal(object)  # ReviewAction

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date.min
        self.rows = RecordList[ReviewAction](
            lambda one: one.id,
            lambda one: one.text,
            accessible=lambda one: self._face(one).sentence,
            tip=lambda one: one.text,
        )
        self.list = ListView(
            tr("Agreed and open, Enter says it is done"),
            self.rows,
            PeekRowDelegate[ReviewAction](self._face),
            selects=True,
            click_opens=False,
        )
        self.rows.setParent(self.list)
        self.setLayout(Column(self.list))
        self.list.opened.connect(self.done)

    def show_actions(self, actions: Sequence[ReviewAction], today: date) -> None:
        """Show what is open."""
        self._today = today
        open_ones = [one for one in actions if one.done_on is None]
        self.rows.show(open_ones)
        self.setVisible(bool(open_ones))

    def finish_current(self) -> None:
        """The one that has the keyboard is done."""
        one = self.list.current_record()
        if one is not None:
            self.done.emit(one)

    def _face(self, one: ReviewAction) -> ListRow:
        agreed = tr("agreed {day}").format(day=short_day(one.on, self._today))
        due = tr("due {day}").format(day=short_day(one.due, self._today)) if one.due else ""
        late = one.is_late(self._today)
        why = " · ".join(part for part in (agreed, due, tr("late") if late else "") if part)
        ink = "bad" if late else "text3"
        return ListRow(one.text, why, symbol="circle", symbol_ink=ink)
