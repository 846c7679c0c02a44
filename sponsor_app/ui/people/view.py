"""How the page of all people is laid out: filters above, the table, one person at the side."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.add_person import AddPerson
from sponsor_app.ui.people.chips import WORDS, Quick
from sponsor_app.ui.people.person_line import Around, PersonLine, columns
from sponsor_app.ui.people.side import PersonSide
from sponsor_app.ui.people.wanted import Wanted, left_out
from sponsor_app.ui.widgets.boxes import Column, Row, fix, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.filter_field import FilterField
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.key_cap import KeyCap
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.page import Header
from sponsor_app.ui.widgets.record_table import RecordTable
from sponsor_app.ui.widgets.side_page import SidePage
from sponsor_app.ui.widgets.surface import Rule
from sponsor_app.ui.widgets.table_view import TableView

FIELD_WIDTH, SIDE, WIDE_SIDE = 220, 340, 420


class PeopleTable(TableView[PersonLine]):
    """Delete deletes; every letter filters."""

    deleted = Signal(object)  # PersonLine

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        self.rows = RecordTable(columns(around), lambda line: line.key)
        super().__init__(tr("People"), self.rows, parent=parent)
        self.rows.setParent(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.current_record()
        if event.key() == Qt.Key.Key_Delete and line is not None:
            self.deleted.emit(line)
        else:
            super().keyPressEvent(event)

    def closeness_changed(self) -> None:
        """Show the numbers that came after the rows, in their order if that is how they are sorted."""
        head = self.horizontalHeader()
        self.rows.sort(head.sortIndicatorSection(), head.sortIndicatorOrder())
        if self.rows.rowCount():
            last = self.rows.index(self.rows.rowCount() - 1, self.rows.columnCount() - 1)
            self.rows.dataChanged.emit(self.rows.index(0, 0), last)


class PeopleView(QWidget):
    """The parts and their places; it knows lines, but asks nobody for them."""

    narrowed = Signal()

    def __init__(self, desk: Desk, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted = Wanted()
        self.header = Header(tr("People"))
        self.twins_button = Button(tr("Duplicates"), "copy", "quiet")
        self.new_button = Button(tr("Add person"), "user-plus", shortcut="Ctrl+N")
        self.field = FilterField(tr("Filter these people"), tr("Filter these people"))
        self.chips = {one: Chip(tr(word), checkable=True) for one, word in WORDS.items()}
        self.form = AddPerson()
        self.table = PeopleTable(around)
        self.person = PersonSide(desk)
        self.none_yet = EmptyState(
            "users-round",
            tr("Nobody is known yet"),
            tr("Bring in a list of contacts, or name somebody in the log line: they are added."),
            action=tr("Import a file"),
            action_icon="upload",
        )
        self.no_match = EmptyState(
            "list-filter",
            tr("Nobody fits this filter"),
            tr("Ctrl+K also finds phones, addresses and old names."),
            action=tr("Show everyone"),
        )
        self._foot = Label("", "meta", "text3", flexible=True)
        self._lay_out()
        self._listen()
        self._mark()

    def want(self, wanted: Wanted) -> None:
        """Take on a filter, and tell."""
        self.wanted = wanted
        self.field.blockSignals(True)
        if self.field.text() != wanted.text:
            self.field.setText(wanted.text)
        self.field.blockSignals(False)
        self._mark()
        self.narrowed.emit()

    def is_usual(self) -> bool:
        """Whether everyone is wanted, by name."""
        head = self.table.horizontalHeader()
        up = head.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        return self.wanted == Wanted() and up and head.sortIndicatorSection() <= 0

    def show_counts(self, counts: Mapping[Quick, int] | None) -> None:
        """Say how many each chip stands for and how many are shown, None while they are still read; or why there are none."""
        shown = self.table.rows.rowCount()
        everyone = shown if counts is None else counts[Quick.ALL] + counts[Quick.LEFT]
        for quick, chip in self.chips.items():
            chip.set_detail("" if counts is None else number(counts[quick]))
        self._foot.set_text(
            tr("{shown} people so far; the others follow.").format(shown=number(shown))
            if counts is None
            else left_out(self.wanted, shown, counts)
        )
        if not shown and self.table.hasFocus():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.setVisible(shown > 0)
        self._hints.setVisible(not shown)
        self.no_match.setVisible(not shown and everyone > 0)
        self.none_yet.setVisible(not everyone)
        for part in (self._filters, self._below, self.twins_button):
            part.setVisible(everyone > 0)

    def show_side(self, *, shown: bool) -> None:
        """Give the side to one person, or its room back to the table."""
        self.page.show_side(shown)

    def first_action(self) -> QWidget:
        """The rows, or what shall be done first."""
        if self.table.isVisibleTo(self):
            return self.table
        return self.no_match.action if self.no_match.isVisibleTo(self) else self.none_yet.action

    def _mark(self) -> None:
        for quick, chip in self.chips.items():
            chip.setChecked(quick is self.wanted.quick)

    def _on_chip(self, quick: Quick, _checked: bool = False) -> None:
        self.want(Wanted(quick, self.wanted.text))

    def _on_typed(self, text: str) -> None:
        self.want(Wanted(self.wanted.quick, text))

    def _lay_out(self) -> None:
        self.header.add_action(self.twins_button)
        self.header.add_action(self.new_button)
        fix(self.field, width=FIELD_WIDTH)
        chips = Column(1, Flow(*self.chips.values()))
        line = Row(gap=8, margins=(8, 0, 8, 0))
        line.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)
        line.add((holding(chips), 1))
        self._filters = holding(line)
        self.form.hide()
        caps = (
            KeyCap("Enter", tr("open")),
            KeyCap("Space", tr("look closer")),
            KeyCap("Ctrl+Enter", tr("account")),
        )
        foot = Row((self._foot, 1), *caps, gap=14, margins=(8, 7, 8, 9))
        self._below = holding(Column(inset(Rule()), foot))
        self._hints = holding(Column(inset(self.none_yet), inset(self.no_match), None))
        for part in (self._filters, self._below, self._hints, self.twins_button):
            part.hide()
        main = Column(
            self.header,
            12,
            self._filters,
            10,
            inset(self.form),
            (self.table, 1),
            (self._hints, 1),
            self._below,
        )
        side = Column((self.person, 1), margins=(12, 20, 12, 0))
        self.page = SidePage(tr("People"), main, side, side_width=SIDE, wide_side_width=WIDE_SIDE)
        self.page.show_side(False)
        self.setLayout(Column((self.page, 1)))

    def _listen(self) -> None:
        self.field.textChanged.connect(self._on_typed)
        self.field.left.connect(self.table.setFocus)
        self.field.entered.connect(self.table.open_current)
        self.table.typed.connect(self.field.type_on)
        self.no_match.acted.connect(lambda: self.want(Wanted()))
        for quick, chip in self.chips.items():
            chip.clicked.connect(partial(self._on_chip, quick))
