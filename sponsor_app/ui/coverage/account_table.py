"""All accounts as a table: every clock, every name, sorted by whatever matters now."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from sponsor_app.domain.account import Tier
from sponsor_app.domain.clocks import ClockName
from sponsor_app.domain.coverage import Coverage, CoverageRow, assess
from sponsor_app.domain.heat import RANK
from sponsor_app.domain.wording import TIER_WORDS, capital, short_day
from sponsor_app.ui.coverage.words import CLOCKS, next_words, owner_words
from sponsor_app.ui.widgets.cell import Cell
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.record_table import Column, RecordTable
from sponsor_app.ui.widgets.states import UNSPONSORED, state
from sponsor_app.ui.widgets.table_view import TableView
from sponsor_app.ui.widgets.theme import Ink

TIERS = tuple(Tier)
NOTHING = "–"
MIDDLE_TABLE, WIDE_TABLE = 1100, 1300  # px at 100 %, from which more columns have room
TONES: dict[Coverage, Ink] = {Coverage.OVERDUE: "bad", Coverage.DUE: "warn"}
Rows = Column[CoverageRow]


class AccountTable(TableView[CoverageRow]):
    """Ten thousand rows; clocks that need somebody have a symbol and a tone, the others only their days."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._today = date.min
        columns = (*self._names(), *self._clocks(), *self._ends())
        self.rows = RecordTable[CoverageRow](columns, lambda row: row.account_id)
        super().__init__(tr("All accounts"), self.rows, sorted_by=0, parent=parent)
        self.rows.setParent(self)

    def show_rows(self, rows: tuple[CoverageRow, ...], today: date) -> None:
        """Show these accounts as of a day."""
        self._today = today
        self.rows.show(rows)
        self._begin()

    def narrow(self, keep: Callable[[CoverageRow], bool] | None) -> None:
        """Show only some of them."""
        self.rows.narrow(keep)
        self._begin()

    def _begin(self) -> None:
        """The keyboard is always somewhere."""
        if self.rows.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(self.rows.index(0, 0))

    def _names(self) -> tuple[Rows, ...]:
        return (
            Rows(
                tr("Account"),
                lambda row: row.account,
                cell=lambda row: Cell(row.account, "medium", "text"),
                accessible=self._sentence,
            ),
            Rows(
                tr("Tier"),
                _tier,
                lambda row: TIERS.index(row.tier) if row.tier else None,
                width=84,
            ),
            Rows(
                tr("Status"),
                lambda row: state(row.status).word,
                cell=lambda row: Cell(state=state(row.status)),
                width=100,
                hide_below=MIDDLE_TABLE,
            ),
            Rows(
                tr("Sponsor"),
                owner_words,
                lambda row: owner_words(row).casefold() if row.sponsor_id else None,
                _sponsor,
                width=150,
            ),
            Rows(
                tr("Account lead"),
                lambda row: row.lead or NOTHING,
                lambda row: row.lead.casefold() if row.lead else None,
                width=160,
                hide_below=WIDE_TABLE,
            ),
        )

    def _clocks(self) -> tuple[Rows, ...]:
        return (
            Rows(
                tr("Coverage"),
                lambda row: state(row.coverage).word,
                lambda row: (RANK[row.coverage], -(row.days_since or 0)),
                lambda row: Cell(state=state(row.coverage)),
                width=112,
            ),
            Rows(
                tr("Last touch"),
                self._last_touch,
                lambda row: row.clocks.touch.on if row.clocks.touch else None,
                width=112,
                right=True,
                hide_below=WIDE_TABLE,
            ),
            self._clock(tr("Days"), ClockName.TOUCH, 62),
            self._clock(tr("Face to face"), ClockName.FACE_TO_FACE, 96),
            self._clock(tr("No ask"), ClockName.NON_SELLING, 72),
            self._clock(tr("Their turf"), ClockName.THEIR_TURF, 82),
        )

    def _ends(self) -> tuple[Rows, ...]:
        return (
            Rows(
                tr("Next"),
                lambda row: (
                    short_day(row.next_planned, self._today) if row.next_planned else NOTHING
                ),
                lambda row: row.next_planned,
                accessible=lambda row: next_words(row, self._today),
                width=96,
                right=True,
            ),
            Rows(
                tr("Sev 1–2"),
                lambda row: str(row.open_sev12 or ""),
                lambda row: row.open_sev12 or None,
                _severe,
                lambda row: tr("{count} open at Sev 1–2").format(count=row.open_sev12),
                width=72,
                right=True,
            ),
        )

    def _clock(self, heading: str, name: ClockName, width: int) -> Rows:
        return Rows(
            heading,
            lambda row: str(self._days(row, name) or NOTHING),
            lambda row: self._days(row, name),
            lambda row: self._clock_cell(row, name),
            lambda row: self._clock_sentence(row, name),
            width=width,
            right=True,
        )

    def _days(self, row: CoverageRow, name: ClockName) -> int | None:
        last = row.clocks.last(name)
        return (self._today - last.on).days if last else None

    def _state(self, row: CoverageRow, name: ClockName) -> Coverage:
        last = row.clocks.last(name)
        return assess(row.cadence, last.on if last else None, self._today)

    def _clock_cell(self, row: CoverageRow, name: ClockName) -> Cell:
        days, found = self._days(row, name), self._state(row, name)
        words = NOTHING if days is None else str(days)
        if found in TONES:
            return Cell(words, "metaB", TONES[found], symbol=state(found).symbol)
        return Cell(words)

    def _clock_sentence(self, row: CoverageRow, name: ClockName) -> str:
        days, clock = self._days(row, name), tr(CLOCKS[name])
        word = state(self._state(row, name)).word
        if days is None:
            return f"{clock}: {word}"
        return tr("{clock}: {days} days ago, {state}").format(clock=clock, days=days, state=word)

    def _last_touch(self, row: CoverageRow) -> str:
        last = row.clocks.touch
        return short_day(last.on, self._today) if last else NOTHING

    def _sentence(self, row: CoverageRow) -> str:
        touch = self._clock_sentence(row, ClockName.TOUCH)
        parts = (row.account, state(row.status).word, _tier(row), owner_words(row), touch)
        return ", ".join((*parts, next_words(row, self._today)))


def _tier(row: CoverageRow) -> str:
    return capital(tr(TIER_WORDS[row.tier])) if row.tier else tr("No tier")


def _sponsor(row: CoverageRow) -> Cell:
    if row.sponsor_id is None:
        return Cell(state=state(UNSPONSORED), state_ink="warn")
    return Cell(owner_words(row), ink="text")


def _severe(row: CoverageRow) -> Cell:
    if not row.open_sev12:
        return Cell()
    return Cell(str(row.open_sev12), "metaB", "bad", symbol="octagon-alert")
