"""All accounts below the field that filters them, and how many that leaves of how many."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.report import CoverageReport
from sponsor_app.domain.wording import listed
from sponsor_app.ui.coverage.account_table import AccountTable
from sponsor_app.ui.coverage.totals import belongs
from sponsor_app.ui.widgets.boxes import Column, Row, fix, holding, inset
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.filter_field import FilterField
from sponsor_app.ui.widgets.key_cap import KeyCap
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.states import state
from sponsor_app.ui.widgets.surface import Rule

FIELD_WIDTH = 280
Folded = Mapping[AccountId, str]


class Words:
    """What a filter looks through, account by account, so that a key stroke compares plain text; made once a row."""

    def __init__(self) -> None:
        self._rows: dict[AccountId, CoverageRow] = {}
        self.folded: dict[AccountId, str] = {}

    def add(self, report: CoverageReport) -> "Words":
        """Those of a report; a row that was there before keeps its words."""
        known = self._rows
        for row in report.rows:
            if known.get(row.account_id) is not row:
                known[row.account_id] = row
                text = f"{row.account} {row.sponsor or ''} {row.lead or ''}"
                self.folded[row.account_id] = fold(text)
        return self


class TablePart(QWidget):
    """`widened` tells that everything is wanted again."""

    widened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folded: Folded = {}
        self._whole = 0
        self.total: str | None = None
        self.field = FilterField(
            tr("Filter by account, sponsor or account lead"),
            tr("Filter by account, sponsor or lead"),
        )
        self.table = AccountTable()
        self.no_match = EmptyState(
            "list-filter",
            tr("No account fits this filter"),
            tr("It may be known by another name: Ctrl+K finds old names, phones and addresses."),
            action=tr("Show all accounts"),
        )
        self._foot = Label("", "meta", "text3", flexible=True)
        self._lay_out()
        self._listen()

    def show_report(self, report: CoverageReport, words: Folded) -> None:
        """Show its accounts, as far as they are wanted."""
        self._folded, self._whole = words, len(report.rows)
        # The test first, so that rows which are not wanted never show.
        self.table.narrow(self._test())
        self.table.show_rows(report.rows, report.as_of)
        self._count()

    def narrow_to(self, total: str | None) -> None:
        """Show only the accounts in one state, or in any."""
        self.total = total
        self._narrow()

    def first_focus(self) -> QWidget:
        """The rows, or the way back to them."""
        return self.table if self.table.isVisibleTo(self) else self.field

    def clear(self) -> None:
        """Show everything again."""
        self.total = None
        self.field.clear()
        self._narrow()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.widened.emit()

    def _lay_out(self) -> None:
        fix(self.field, width=FIELD_WIDTH)
        keys = (KeyCap("Enter", tr("open")), KeyCap("A", tr("assign")), KeyCap("B", tr("brief")))
        foot = Row((self._foot, 1), *keys, gap=16, margins=(8, 7, 8, 9))
        self._below = holding(Column(inset(Rule()), foot))
        self._hint = holding(Column(inset(self.no_match), None))
        line = Row(self.field, None, margins=(8, 0, 8, 0))
        self.setLayout(Column(line, 10, (self.table, 1), (self._hint, 1), self._below))
        self._hint.hide()

    def _listen(self) -> None:
        self.field.textChanged.connect(self._narrow)
        self.field.left.connect(self.table.setFocus)
        self.field.entered.connect(self.table.open_current)
        self.table.typed.connect(self.field.type_on)
        self.no_match.acted.connect(self.clear)

    def _narrow(self) -> None:
        self.table.narrow(self._test())
        self._count()

    def _test(self) -> Callable[[CoverageRow], bool] | None:
        key, wanted = self.total, fold(self.field.text()).split()
        if not wanted:
            return None if key is None else lambda row: belongs(row, key)
        # Looked up in one go: a call for each of ten thousand rows would take the time of painting them.
        fitting = self._folded
        for word in wanted:
            fitting = {one: text for one, text in fitting.items() if word in text}
        if key is None:
            return lambda row: row.account_id in fitting
        return lambda row: row.account_id in fitting and belongs(row, key)

    def _count(self) -> None:
        shown = self.table.rows.rowCount()
        words = tr("{shown} of {whole} accounts.").format(
            shown=number(shown), whole=number(self._whole)
        )
        if shown < self._whole:
            left = tr("{count} are left out by your filter: {filter}.")
            hidden = number(self._whole - shown)
            words = f"{words} {left.format(count=hidden, filter=self._filter())}"
        self._foot.set_text(words)
        if not shown and self.table.hasFocus():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.setVisible(shown > 0)
        self._hint.setVisible(shown == 0)

    def _filter(self) -> str:
        typed = self.field.text().strip()
        parts = [state(self.total).word] if self.total else []
        return listed([*parts, f"“{typed}”"] if typed else parts)
