"""How the coverage page is laid out: board and table, totals above, gaps and peek at the side."""

from PySide6.QtWidgets import QWidget

from sponsor_app.domain.board import By
from sponsor_app.domain.report import CoverageReport
from sponsor_app.ui.coverage.board_bar import BoardBar
from sponsor_app.ui.coverage.export import export_button
from sponsor_app.ui.coverage.gap_list import MOST, GapsList
from sponsor_app.ui.coverage.heat_board import HeatBoard
from sponsor_app.ui.coverage.peek import Peek
from sponsor_app.ui.coverage.table_part import TablePart
from sponsor_app.ui.coverage.totals import TotalsRow
from sponsor_app.ui.coverage.words import counted_line, moved_words
from sponsor_app.ui.widgets.boxes import Column, Row, fix, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.language import how_many, later, tr
from sponsor_app.ui.widgets.message_bar import MessageBar
from sponsor_app.ui.widgets.page import Header
from sponsor_app.ui.widgets.progress_line import ProgressLine
from sponsor_app.ui.widgets.section import Section
from sponsor_app.ui.widgets.side_page import SidePage
from sponsor_app.ui.widgets.surface import Rule
from sponsor_app.ui.widgets.tokens import ToneName

GAPS_WIDTH, GAPS_APART = 320, 40
EVERY_GAP = 99
BOARDS = later(
    {
        By.TIER: "Sponsors by tier",
        By.REGION: "Sponsors by region",
        By.INDUSTRY: "Sponsors by industry",
    }
)


class CoverageView(QWidget):
    """The parts and their places; it knows reports, but asks nobody for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offering = False
        self.header = Header(tr("Coverage"))
        self.view_button = Button(tr("Table"), "list-filter", "quiet", shortcut="V")
        self.suggest_button = Button(tr("Suggest"), "user-plus", "quiet", shortcut="S")
        self.plan_button = Button(tr("Plan"), "calendar-days", "quiet", shortcut="N")
        self.health_button = Button(tr("Health"), "activity", "quiet", shortcut="H")
        self.export_button = export_button()
        self.behind = MessageBar(icon="cloud-off")
        self.disputed = MessageBar(icon="users-round")
        self.moved = MessageBar(icon="history", closable=True)
        self.bar = BoardBar()
        self.progress = ProgressLine()
        self.totals, self.board, self.table = TotalsRow(), HeatBoard(), TablePart()
        self.gaps, self.peek = GapsList(), Peek()
        self.nothing = EmptyState(
            "layout-grid",
            tr("No account to cover yet"),
            tr("Import your customers, and this page shows who has been seen and who has not."),
            action=tr("Import a file"),
            action_icon="upload",
        )
        self._nobody = EmptyState(
            "user-x",
            tr("Nobody owns an account yet"),
            tr("Choose No sponsor among the gaps, then press A on an account to give it one."),
        )
        self._lay_out()
        self.page.widened.connect(self._place_gaps)
        self._place_gaps(wide=False)
        self.arrange(None, as_table=False)

    def show_report(self, report: CoverageReport, behind: str) -> None:
        """Fill everything but the grid's own list; `behind` names laptops that are not in step."""
        self.header.set_line(counted_line(report) if report.rows else "")
        self.behind.setVisible(bool(behind))
        if behind and behind != self.behind.sentence():
            self.behind.say(behind, "warn", "cloud-off")
        self._tell_disputed(report)
        self._tell_moved(report)
        self.bar.show_report(report)
        self.totals.show_totals(report.totals, report.moved.before if report.moved else None)
        self.gaps.show_gaps(report.gaps)
        self._gaps_section.set_count(tr("{count} lists").format(count=self.gaps.gaps.rowCount()))
        self.board.show_report(report)
        self._section.set_title(tr(BOARDS[report.view.by]))
        self._section.set_note(_board_note(report))

    def _tell_disputed(self, report: CoverageReport) -> None:
        """Nobody guesses whose an account is: it is shown with each of them until somebody says so."""
        words = tr("{accounts} with several sponsors, since laptops disagree: say who it is.")
        said = words.format(accounts=how_many(report.disputed, "account"))
        _tell(self.disputed, said if report.disputed else "", "warn", "users-round", tr("Show"))

    def _tell_moved(self, report: CoverageReport) -> None:
        said = moved_words(report)
        _tell(self.moved, said, "info", "history", tr("Show") if said else "")

    def arrange(self, report: CoverageReport | None, *, as_table: bool) -> None:
        """Show what there is: the board with its lists, the table, or why there is neither."""
        empty = report is not None and not report.rows and not report.view.choices
        owned = report is None or bool(report.heat)
        self._nothing_part.setVisible(empty)
        self.totals.setVisible(report is not None and not empty)
        self.bar.setVisible(report is not None and not empty)
        self._board_part.setVisible(not empty and not as_table and not self._offering)
        self.table.setVisible(not empty and as_table and not self._offering)
        self.board.setVisible(owned)
        self._nobody_part.setVisible(not owned)
        self.page.show_side(not empty and not as_table)
        words, icon = (tr("Board"), "layout-grid") if as_table else (tr("Table"), "list-filter")
        self.view_button.set_label(words, icon)
        for button in (self.view_button, *self.offering().values(), self.export_button):
            button.setVisible(not empty)

    def offering(self) -> dict[str, Button]:
        """The buttons that put something in place of the board, by their keys."""
        return {"S": self.suggest_button, "N": self.plan_button, "H": self.health_button}

    def lettered(self) -> tuple[QWidget, ...]:
        """The parts in which single letters act."""
        return self.bar, self.totals, self._board_part, self.page.side

    def offer(self, panel: QWidget | None) -> None:
        """Show a panel in place of the board and the table; None brings them back with the next `arrange`."""
        while (item := self.offers.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        self._offering = panel is not None
        self.offers.set_margins(0, 0, 0, 16 if self._offering else 0)
        if panel is not None:
            self.offers.addWidget(panel, 1)
            self._board_part.hide()
            self.table.hide()

    def _lay_out(self) -> None:
        for button in (self.view_button, *self.offering().values(), self.export_button):
            self.header.add_action(button)
        self._bars = Column(gap=6)
        for bar in (self.behind, self.disputed, self.moved):
            self._bars.add(inset(bar))
            bar.hide()
        self.progress.hide()
        self.offers = Column()
        self._nobody_part = holding(Column(inset(self._nobody), None))
        self._section = Section(
            tr("Sponsors by tier"), holding(Column((self.board, 1), self._nobody_part))
        )
        self._gaps_section = Section(tr("Gaps"), self.gaps, count=" ")
        self._beside = Column()
        beside = fix(holding(self._beside), width=GAPS_WIDTH)
        self._beside_part = holding(Row(GAPS_APART, beside, gap=0))
        self._board_part = holding(Row((self._section, 1), self._beside_part, gap=0))
        # A layout would keep its share of the room while what it holds is hidden; a widget gives it up.
        self._nothing_part = holding(Column(inset(self.nothing), None))
        self._above = Column()
        self._above_part = holding(Column(self._above, 12, Rule(), margins=(12, 25, 12, 0)))
        self._peek_box = Column((self.peek, 1), margins=(12, 14, 12, 16))
        side = Column(self._above_part, (self._peek_box, 1))
        self.page = SidePage(tr("Coverage"), self._main(), side)
        self.setLayout(Column((self.page, 1)))

    def _main(self) -> Column:
        return Column(
            self.header,
            12,
            self._bars,
            inset(self.progress),
            12,
            self.totals,
            8,
            self.bar,
            10,
            (self.offers, 1),
            (self._board_part, 1),
            (self.table, 1),
            (self._nothing_part, 1),
        )

    def _place_gaps(self, wide: bool) -> None:
        """From 1600 px the gaps have a column of their own beside the grid."""
        self.gaps.set_most(EVERY_GAP if wide else MOST)
        target = self._beside if wide else self._above
        while self._beside.count():
            self._beside.takeAt(0)
        target.addWidget(self._gaps_section)
        if wide:
            target.addStretch(1)
        self._beside_part.setVisible(wide)
        self._above_part.setVisible(not wide)
        self._peek_box.set_margins(12, 24 if wide else 14, 12, 16)
        self.board.set_wide(wide)


def _tell(bar: MessageBar, said: str, tone: ToneName, icon: str, action: str) -> None:
    """Show a sentence, or take the bar away; one that stands already is not read out again."""
    bar.setVisible(bool(said))
    if said and said != bar.sentence():
        bar.say(said, tone, icon, action=action)


def _board_note(report: CoverageReport) -> str:
    if not report.heat:
        return ""
    note = tr("{sponsors}, worst first; {number} / all accounts")
    days = report.view.window
    number = tr("covered") if days is None else tr("seen in {days} days").format(days=days)
    return note.format(sponsors=how_many(len(report.heat), "sponsor"), number=number)
