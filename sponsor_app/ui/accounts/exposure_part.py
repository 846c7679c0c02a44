"""Which of our functions meet which of theirs, as a grid to walk through; what a cell means is said below it."""

from functools import partial

from sponsor_app.domain.exposure import (
    WINDOW_DAYS,
    By,
    Cell,
    Exposure,
    bring_words,
    cell_words,
    function_word,
)
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.wording import listed
from sponsor_app.services import Services, exposure
from sponsor_app.ui.accounts.part import Part, Shown
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import ToLog
from sponsor_app.ui.widgets.boxes import Column, Row, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip_choice import ChipChoice
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.exposure_cell import ExposureCell, ExposureCellDelegate
from sponsor_app.ui.widgets.grid_view import GridView
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.record_grid import GridRow, RecordGrid

ROW, HEAD, MOST_COLUMNS = 34, 110, 7
PORTFOLIO = "portfolio"


def _face(cell: Cell, found: Exposure) -> ExposureCell:
    days = (found.as_of - cell.last_on).days if cell.last_on else None
    return ExposureCell(days, cell.next_up, cell_words(cell, found.as_of))


class ExposurePart(Part):
    """Three views of one grid: their functions, their people, or my whole portfolio."""

    def __init__(self, desk: Desk) -> None:
        views = (
            (By.FUNCTION, tr("Their functions")),
            (By.PERSON, tr("Their people")),
            (PORTFOLIO, tr("My portfolio")),
        )
        self.view = ChipChoice(tr("Exposure of"), views, By.FUNCTION, needed=True)
        self.model = RecordGrid[ExposureCell](lambda cell: cell.sentence)
        self.grid = GridView(
            tr("Exposure"),
            self.model,
            ExposureCellDelegate(),
            row_height=ROW,
            head_width=HEAD,
            alignments=dict.fromkeys(range(len(By) * MOST_COLUMNS), "center"),
            fit=True,
        )
        self.model.setParent(self.grid)
        self.said = Label("", "body", "text2", wrap=True)
        self.plan = Button(tr("Plan it"), "calendar-days", "quiet")
        self.empty = EmptyState(
            "users-round",
            tr("Nobody there is known yet"),
            tr(
                "Add their people with the function they work in; then it shows who should meet whom."
            ),
        )
        self._found: Exposure | None = None
        self._asked = 0
        foot = Row((self.said, 1), self.plan, gap=8)
        body = Column(inset(self.view), 6, self.grid, 6, inset(foot), inset(self.empty))
        super().__init__(desk, tr("Exposure"), body, action=tr("Suggest whom to bring"))
        self.view.changed.connect(self._ask)
        self.grid.moved.connect(self._say)
        self.grid.opened.connect(self._plan)
        self.plan.clicked.connect(self._plan)
        self.acted.connect(self.suggest)

    def show_page(self, shown: Shown) -> None:
        super().show_page(shown)
        self._ask()

    def leave(self) -> None:
        self.view.choose(By.FUNCTION)

    def suggest(self) -> None:
        """Walk to the next cell that is worth filling."""
        found = self._found
        places = [
            (row, column)
            for row, cells in enumerate(found.cells if found else ())
            for column, cell in enumerate(cells[:MOST_COLUMNS])
            if cell.next_up
        ]
        if not places:
            self.said.set_text(tr("Nobody is missing: every pair met within a year."))
            return
        now = (self.grid.currentIndex().row(), self.grid.currentIndex().column())
        row, column = next((place for place in places if place > now), places[0])
        self.grid.setCurrentIndex(self.model.index(row, column))
        self.grid.setFocus()
        self._say()

    def _ask(self) -> None:
        self._asked += 1
        work = partial(_read, self.shown.account_id, self.view.value)
        self.desk.operations.query(self, work, partial(self._show, self._asked))

    def _show(self, asked: int, answer: tuple[Exposure, str]) -> None:
        if asked != self._asked:
            return
        self._found, thread = answer
        found = self._found
        columns = [one.title for one in found.columns[:MOST_COLUMNS]]
        rows = [
            GridRow[ExposureCell](
                tr(function_word(ours)),
                tuple(_face(cell, found) for cell in cells[:MOST_COLUMNS]),
            )
            for ours, cells in zip(found.functions, found.cells, strict=True)
        ]
        self.model.show(columns, rows)
        here = bool(columns)
        for part in (self.grid, self.said):
            part.setVisible(here)
        self.empty.setVisible(not here)
        self.set_action(tr("Suggest whom to bring") if here else "")
        self.set_note(_note(found, thread))
        self._say()

    def _cell(self) -> Cell | None:
        """The cell that has the keyboard, else the one most worth filling."""
        found, place = self._found, self.grid.currentIndex()
        if found is None:
            return None
        if place.isValid() and place.row() < len(found.cells):
            return found.cells[place.row()][place.column()]
        return next(iter(found.next), None)

    def _say(self) -> None:
        found, cell = self._found, self._cell()
        self.plan.setVisible(cell is not None and cell.meet is not None)
        if found is None or cell is None:
            self.said.set_text("")
            return
        where = self.view.value == PORTFOLIO
        parts = (cell_words(cell, found.as_of), bring_words(cell, where=where))
        self.said.set_text(" ".join(part for part in parts if part))

    def _plan(self) -> None:
        """The log line with both of them in it: a day, and the visit is planned."""
        cell = self._cell()
        if cell is not None and cell.meet is not None and cell.fits:
            words = tr("meeting with {theirs} and {ours} at {account} ")
            self.desk.go(
                ToLog(
                    words.format(
                        theirs=cell.meet.name, ours=cell.fits[0].name, account=cell.meet.account
                    )
                )
            )


def _read(account_id: AccountId, view: str, app: Services) -> tuple[Exposure, str]:
    """The grid of a view, and which accounts hang on a single thread."""
    if view != PORTFOLIO:
        found = exposure.of_account(app, account_id, By(view))
        return found, found.single_thread
    owned = exposure.of_portfolio(app)
    if not owned.threads:
        return owned.exposure, ""
    names = listed([one.account for one in owned.threads], 2)
    return owned.exposure, f"{len(owned.threads)} of {owned.of}: {names}"


def _note(found: Exposure, thread: str) -> str:
    said = tr("{met} of {of} pairs met in {days} days").format(
        met=found.met, of=found.of, days=WINDOW_DAYS
    )
    if len(found.columns) > MOST_COLUMNS:
        some = tr("{few} of {all} columns shown")
        said += " · " + some.format(few=MOST_COLUMNS, all=len(found.columns))
    return said + " · " + tr("single-threaded: {why}").format(why=thread) if thread else said
