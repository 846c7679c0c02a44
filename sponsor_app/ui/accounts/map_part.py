"""Who reports to whom, drawn: up and down walk it, left goes to the boss, right to who reports to them, Enter opens."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from sponsor_app.domain.people import Contact, Support
from sponsor_app.domain.people_map import MapRow, people_map
from sponsor_app.domain.profile import profile
from sponsor_app.domain.wording import SUPPORT_WORDS
from sponsor_app.ui.accounts.part import Part, Shown
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.person_words import role_word
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Column, inset
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import how_many, tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.row_canvas import RowCanvas
from sponsor_app.ui.widgets.row_delegate import RowDelegate
from sponsor_app.ui.widgets.rows.list_row import ListRow, draw_verdict, verdict_width
from sponsor_app.ui.widgets.states import State
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import HEIGHT, ToneName

MOST = 12
INDENT, DEEPEST, ELBOW, GAP = 22, 8, 14, 12
STANDS: dict[Support, tuple[str, ToneName]] = {
    Support.FOR: ("circle-check", "ok"),
    Support.NEUTRAL: ("minus", "idle"),
    Support.AGAINST: ("triangle-alert", "bad"),
}


class MapRows(RowDelegate[MapRow, tuple[MapRow, ListRow]]):
    """The lines of the chart, and behind them one person on two lines."""

    height = HEIGHT.CHANGE_ROW
    hairline = False

    def draw(self, canvas: RowCanvas, face: tuple[MapRow, ListRow]) -> None:
        row, shown = face
        depth = min(row.depth, DEEPEST)
        self._draw_lines(canvas, row, depth)
        left = canvas.rect.left() + depth * px(INDENT)
        upper, lower = canvas.middle - px(8), canvas.middle + px(9)
        used = verdict_width(shown)
        room = canvas.right - left - (used + px(GAP) if used else 0)
        canvas.text(left, upper, room, shown.title, "medium")
        canvas.text(left, lower, canvas.right - left, shown.reason, "meta", "text2")
        draw_verdict(canvas, upper, shown, "medium")

    def _draw_lines(self, canvas: RowCanvas, row: MapRow, depth: int) -> None:
        """A line down for every boss above who has more below, and an elbow to this person."""
        ink = theme.color("edge")
        top, bottom, middle = (
            canvas.whole.top() - 1,
            canvas.whole.bottom() + 2,
            canvas.middle - px(8),
        )
        for level in range(1, depth + 1):
            x = canvas.rect.left() + (level - 1) * px(INDENT) + px(6)
            goes_on, here = row.open_above[level - 1], level == depth
            if goes_on or here:
                low = bottom if goes_on else middle
                canvas.painter.fillRect(x, top, 1, low - top, ink)
            if here:
                canvas.painter.fillRect(x, middle, px(ELBOW - 4), 1, ink)


class Chart(ListView[MapRow]):
    """Left and right walk up and down the chart; the first rows unless all are wanted."""

    aside = Signal(int)  # -1 to the boss, 1 to whoever reports to them

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.aside.emit(step)


class MapPart(Part):
    """`wanted` carries the id of whoever is to be opened."""

    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        self.model = RecordList[MapRow](
            lambda row: row.person.id,
            lambda row: row.person.name,
            accessible=self._sentence,
            tip=self._sentence,
        )
        self.chart = Chart(
            tr("Who reports to whom"), self.model, MapRows(lambda row: (row, self._face(row)))
        )
        self.model.setParent(self.chart)
        self.ring = Label("", "meta", "warn", wrap=True)
        self._rows: tuple[MapRow, ...] = ()
        self._all = False
        super().__init__(
            desk,
            tr("Who reports to whom"),
            Column(inset(self.ring), self.chart),
            action=tr("Show all"),
        )
        self.chart.opened.connect(self._open)
        self.chart.peeked.connect(self._open)
        self.chart.aside.connect(self._aside)
        self.acted.connect(self._show_all)

    def show_page(self, shown: Shown) -> None:
        super().show_page(shown)
        found = people_map(shown.page.contacts, shown.today)
        self._rows = found.rows
        self.ring.set_text(tr(found.ring_words))
        self.ring.setVisible(bool(found.ring_words))
        self.setVisible(len(found.rows) > 1)
        self.set_note(self._completeness([row.person for row in found.rows]))
        self._show_rows()

    def leave(self) -> None:
        self._all = False

    def _show_rows(self) -> None:
        more = len(self._rows) > MOST
        self.model.show(self._rows if self._all else self._rows[:MOST])
        few = tr("Show {count}").format(count=MOST)
        every = tr("Show all {count}").format(count=len(self._rows))
        self.set_action((few if self._all else every) if more else "")

    def _show_all(self) -> None:
        self._all = not self._all
        self._show_rows()
        self.chart.setFocus()

    def _completeness(self, people: list[Contact]) -> str:
        """`34 of 54 things known of 6 people`."""
        facts = self.shown.page.facts
        found = [profile(one, [f for f in facts if f.contact_id == one.id]) for one in people]
        return tr("{known} of {of} things known of {people}").format(
            known=sum(one.known for one in found),
            of=sum(one.of for one in found),
            people=how_many(len(people), "person", "people"),
        )

    def _aside(self, step: int) -> None:
        row = self.chart.current_record()
        if row is None:
            return
        at = self._rows.index(row)
        if step > 0 and row.reports:
            self.chart.select(self._rows[at + 1].person.id)
        elif step < 0 and row.depth:
            above = next(one for one in reversed(self._rows[:at]) if one.depth < row.depth)
            self.chart.select(above.person.id)

    def _open(self, row: MapRow) -> None:
        self.wanted.emit(row.person.id)

    def _sentence(self, row: MapRow) -> str:
        boss = row.person.reports_to
        parts = [self._face(row).sentence]
        if row.depth and boss:
            parts.append(tr("reports to {name}").format(name=boss))
        if row.reports:
            parts.append(tr("{count} report to them").format(count=row.reports))
        return ", ".join(parts)

    def _face(self, row: MapRow) -> ListRow:
        one, shown = row.person, self._shown
        pair = shown.name_of(one.counterpart_id, one.counterpart) if shown else one.counterpart
        with_whom = tr("with {name}").format(name=pair) if pair else tr("no counterpart")
        parts = (one.title or "", role_word(one.role), with_whom)
        verdict: str | State = ""
        if one.support is not None:
            symbol, tone = STANDS[one.support]
            verdict = State(symbol, tr(SUPPORT_WORDS[one.support]), tone, quiet=True)
        return ListRow(one.name, " · ".join(part for part in parts if part), verdict)
