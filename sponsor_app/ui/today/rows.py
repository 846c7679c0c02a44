"""A list of Today that shows the first few, says how many more there are, and says so when there is nothing."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.ui.widgets.boxes import Column, Row, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.record_list import RecordList

R = TypeVar("R")


class FirstFew(QWidget, Generic[R]):
    """`most` rows at first, (in a small window, in a wide one); all of them once a person asked.

    What was put off is shown below once a person asked; `woken` says that they did, or no longer do.
    """

    woken = Signal()

    def __init__(
        self, view: ListView[R], model: RecordList[R], most: tuple[int, int], nothing: str
    ) -> None:
        super().__init__()
        self.view, self._model, self._most = view, model, most
        self._wide = False
        self._records: Sequence[R] = ()
        self._all = self.shows_asleep = False
        model.setParent(view)
        self.none = Label(nothing, "body", "text3", wrap=True)
        self.more = Button("", kind="link")
        self.more.clicked.connect(self._show_all)
        self.asleep = Button("", kind="link")
        self.asleep.clicked.connect(self._on_asleep)
        self.asleep.hide()
        self._count_asleep = 0
        column = Column(view, inset(self.none))
        column.addLayout(Row(self.more, self.asleep, None, gap=12, margins=(4, 0, 0, 0)))
        self.setLayout(column)
        self.show_records(())

    def show_records(self, records: Sequence[R]) -> None:
        """Show these, as many as there is room for."""
        self._records = records
        shown = records if self._all else records[: self._most[self._wide]]
        self._model.show(shown)
        left = len(records) - len(shown)
        self.more.set_label(tr("Show {count} more").format(count=number(left)))
        self.more.setVisible(left > 0)
        self.view.setVisible(bool(shown))
        self.none.setVisible(not shown and bool(self.none.text()))

    def offer_asleep(self, count: int) -> None:
        """Say how many are put off, and offer to show them."""
        self._count_asleep = count
        if not count:
            self.shows_asleep = False
        words = tr("Hide {count} put off") if self.shows_asleep else tr("{count} put off")
        self.asleep.set_label(words.format(count=number(count)))
        self.asleep.setVisible(count > 0)

    def set_wide(self, wide: bool) -> None:
        """Use the room of a wide window, or what there is in a small one."""
        self._wide = wide
        self.show_records(self._records)

    def say_nothing(self, words: str) -> None:
        """What an empty list means."""
        self.none.set_text(words)
        self.none.setVisible(not self._records and bool(words))

    def _on_asleep(self) -> None:
        self.shows_asleep = not self.shows_asleep
        self._all = self._all or self.shows_asleep
        self.offer_asleep(self._count_asleep)
        self.woken.emit()

    def _show_all(self) -> None:
        self._all = True
        first_new = len(self._model.records)
        self.show_records(self._records)
        self.view.setFocus()
        self.view.setCurrentIndex(self._model.index(first_new))
