"""A page of rows with one of them opened at the side: header, warning, filters, rows, keys."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.widgets.boxes import Column, Row, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip import Chip
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.key_cap import KeyCap
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.message_bar import MessageBar
from sponsor_app.ui.widgets.page import Header
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import ListRowDelegate
from sponsor_app.ui.widgets.side_page import SidePage
from sponsor_app.ui.widgets.surface import Rule

R = TypeVar("R")
SIDE, WIDE_SIDE = 400, 520


class ListAndSide(QWidget, Generic[R]):
    """`narrowed` tells that another chip was chosen; the first one is chosen to begin with."""

    narrowed = Signal()

    def __init__(
        self,
        name: str,
        rows: RecordList[R],
        delegate: ListRowDelegate[R],
        side: QWidget,
        *,
        nothing: EmptyState,
        chips: Sequence[tuple[str, str]],
        keys: Sequence[tuple[str, str]],
        actions: Sequence[Button] = (),
        form: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.header, self.rows, self.side, self.nothing = Header(name), rows, side, nothing
        self.bar = MessageBar()
        self.chips = {key: Chip(word, checkable=True) for key, word in chips}
        self.chosen = next(iter(self.chips), "")
        self.list = ListView(name, rows, delegate, fit=False, selects=True, click_opens=False)
        rows.setParent(self.list)
        self._no_match = Label(tr("Nothing fits this filter."), "body", "text2", wrap=True)
        self.show_all = Button(tr("Show all"), kind="link")
        self._actions = actions
        self._lay_out(name, keys, form)
        self.show_all.clicked.connect(lambda: self.choose(next(iter(self.chips))))
        for key, chip in self.chips.items():
            chip.clicked.connect(partial(self._on_chip, key))
        self._mark()

    def choose(self, key: str) -> None:
        """Show only what passes a chip's filter."""
        self.chosen = key
        self._mark()
        self.narrowed.emit()

    def show_rows(
        self, shown: Sequence[R], line: str, counts: Mapping[str, int], *, empty: bool
    ) -> None:
        """Show rows, one line about all of them, and how many each chip stands for; `empty`: there are none at all."""
        self.rows.show(shown)
        self.header.set_line("" if empty else line)
        for key, chip in self.chips.items():
            chip.set_detail(number(counts.get(key, 0)))
        self.nothing.setVisible(empty)
        self._nothing.setVisible(empty)
        self._unmatched.setVisible(not empty and not shown)
        self.list.setVisible(bool(shown))
        for part in (self._filters, self._keys, *self._actions):
            part.setVisible(not empty)
        if shown and self.list.current_record() is None:
            first = next(r for r in range(self.rows.rowCount()) if self.rows.record(r) is not None)
            self.list.setCurrentIndex(self.rows.index(first))

    def warn(self, sentence: str, icon: str = "triangle-alert") -> None:
        """Say a lasting truth above the page; an empty one takes it away."""
        if sentence and sentence != self.bar.sentence():
            self.bar.say(sentence, "warn", icon)
        self.bar.setVisible(bool(sentence))
        self._bar.setVisible(bool(sentence))

    def show_side(self, *, shown: bool) -> None:
        """Give the side to one record, or its room back to the rows."""
        self.page.show_side(shown)

    def first_action(self) -> QWidget:
        """The rows, or what shall be done first."""
        for part in (self.list, self.nothing.action):
            if part.isVisibleTo(self):
                return part
        return self.show_all

    def _on_chip(self, key: str, _checked: bool = False) -> None:
        self.choose(key)

    def _mark(self) -> None:
        for key, chip in self.chips.items():
            chip.setChecked(key == self.chosen)

    def _lay_out(self, name: str, keys: Sequence[tuple[str, str]], form: QWidget | None) -> None:
        for action in self._actions:
            self.header.add_action(action)
        caps = [KeyCap(key, word) for key, word in keys]
        foot = Row((holding(Flow(*caps, gap=14)), 1), margins=(8, 7, 8, 9))
        self._keys = holding(Column(inset(Rule()), foot))
        self._filters = holding(inset(holding(Flow(*self.chips.values(), gap=8))))
        self._bar = holding(Column(inset(self.bar), 10))
        self._nothing = holding(Column(inset(self.nothing), None))
        self._unmatched = holding(
            Column(inset(self._no_match), 4, Row(self.show_all, None, margins=(4, 0, 0, 0)), None)
        )
        main = Column(self._bar, self.header, 12, self._filters, 10)
        if form is not None:
            form.hide()
            main.add(inset(form), 4)
        main.add((self._nothing, 1), (self._unmatched, 1), (self.list, 1), self._keys)
        for part in (self._bar, self._nothing, self._unmatched, self._filters, self._keys):
            part.hide()
        side = Column((self.side, 1), margins=(12, 20, 12, 0))
        self.page = SidePage(name, main, side, side_width=SIDE, wide_side_width=WIDE_SIDE)
        self.page.show_side(False)
        self.setLayout(Column((self.page, 1)))
