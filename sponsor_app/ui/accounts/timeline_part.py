"""What happened with an account, newest first; a row unfolds to the whole note, which can be corrected there."""

from functools import partial

from PySide6.QtCore import Qt, Signal

from sponsor_app.domain.ids import InteractionId
from sponsor_app.domain.timeline import Interaction
from sponsor_app.services import interactions
from sponsor_app.ui.accounts.note_panel import NotePanel
from sponsor_app.ui.accounts.part import Part, Shown
from sponsor_app.ui.accounts.timeline_face import face_of, title_of
from sponsor_app.ui.accounts.timeline_filter import TimelineFilter
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import ToDebrief
from sponsor_app.ui.widgets.boxes import Column, Row, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.panel import reveal_soon
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.timeline_row import TEXT_LEFT, TimelineRow, TimelineRowDelegate
from sponsor_app.ui.widgets.unfolding import UnfoldingList, Unfolds

FEW, MORE = 12, 40


class TimelineRows(Unfolds[Interaction, TimelineRow], TimelineRowDelegate[Interaction]):
    """Rows of the timeline that unfold."""


class TimelinePart(Part):
    """Enter shows the whole note, E corrects it, M shows minutes for them, Delete deletes, / filters.

    `limit` is how many interactions the page should bring; `asked` tells that it brings too few.
    """

    asked = Signal()
    log_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        self._most = FEW
        self.model = RecordList[Interaction](
            lambda one: one.id,
            title_of,
            accessible=lambda one: face_of(one, self._shown).sentence,
        )
        self.list = UnfoldingList(
            tr("Timeline"),
            self.model,
            TimelineRows(lambda one: face_of(one, self._shown)),
            left=TEXT_LEFT,
        )
        self.filter = TimelineFilter()
        self.none = Label(tr("Nothing fits this filter."), "body", "text3", flexible=True)
        self.more = Button("", kind="link")
        self.empty = EmptyState(
            "pencil-line",
            tr("Nothing was logged here yet"),
            tr("One line is enough: coffee with Dana yesterday, their place, happy."),
            action=tr("Log the first"),
            action_icon="pencil-line",
        )
        more = Row(self.more, None, margins=(TEXT_LEFT + 4, 0, 0, 0))
        column = Column(self.filter, self.list, inset(self.none))
        column.addLayout(more)
        column.addLayout(Row((self.empty, 1), margins=(8, 4, 8, 0)))
        super().__init__(desk, tr("Timeline"), column, action=tr("Filter"))
        self.filter.hide()
        self.none.hide()
        self._listen()

    @property
    def limit(self) -> int | None:
        """How many of the newest interactions are needed; None for all."""
        return None if self._filters() else self._most

    def show_page(self, shown: Shown) -> None:
        super().show_page(shown)
        self._show_rows()
        if isinstance(self.list.panel, NotePanel):
            self.list.panel.follow(shown.page.timeline)

    def leave(self) -> None:
        self._most = FEW
        self.list.fold()
        self.filter.clear()
        self._show_filter(visible=False)

    def open_filter(self) -> None:
        """Ask what to look for."""
        if self.shown.page.timeline_total:
            self._show_filter(visible=True)
            self.filter.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            reveal_soon(self.filter)
            self.asked.emit()

    def open_note(self, one: Interaction) -> None:
        """Show the whole note below its row, or fold it again."""
        if self.list.unfolded == one.id:
            self.list.fold()
            return
        self._unfold(one)

    # --- showing --------------------------------------------------------------------------

    def _filters(self) -> bool:
        return self.filter.isVisibleTo(self)

    def _show_filter(self, *, visible: bool) -> None:
        self.filter.setVisible(visible)
        self.set_action(tr("Show all") if visible else tr("Filter"))

    def _show_rows(self) -> None:
        page = self.shown.page
        total = page.timeline_total
        found = self.filter.wanted.of(page.timeline) if self._filters() else page.timeline
        fitting = len(found) if self._filters() else total
        rows = found[: self._most]
        self.model.show(rows)
        self._show_counts(len(rows), fitting, total)
        self.filter.show_counts(page.timeline)
        hidden = fitting - len(rows)
        words = tr("Show {more} more of {hidden} older")
        self.more.set_label(words.format(more=min(MORE, hidden), hidden=number(hidden)))
        self.more.setVisible(hidden > 0)
        self.list.setVisible(bool(rows))
        self.none.setVisible(bool(total) and not rows)
        self.empty.setVisible(not total)
        self.action.setVisible(bool(total))

    def _show_counts(self, shown: int, fitting: int, total: int) -> None:
        part = tr("{some} of {all}").format(some=number(shown), all=number(total))
        self.set_count((part if shown < total else number(total)) if total else "")
        said = tr("newest first")
        if fitting < total:
            fit = tr("{count} fit the filter").format(count=number(fitting))
            said = f"{said}, {tr('fit the filter') if fitting == shown else fit}"
        self.set_note(said if total else "")

    # --- acting ---------------------------------------------------------------------------

    def _listen(self) -> None:
        self.acted.connect(self._on_acted)
        self.filter.changed.connect(self._on_filtered)
        self.filter.left.connect(self._on_left)
        self.list.opened.connect(self.open_note)
        self.list.typed.connect(self._on_typed)
        self.list.deleted.connect(self._delete)
        self.more.clicked.connect(self._on_more)
        self.empty.acted.connect(self.log_wanted)

    def _on_acted(self) -> None:
        if self._filters():
            self.filter.clear()
            self._show_filter(visible=False)
            self._show_rows()
        else:
            self.open_filter()

    def _on_filtered(self) -> None:
        self._most = FEW
        self._show_rows()

    def _on_left(self) -> None:
        if self.model.rowCount():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_more(self) -> None:
        self._most += MORE
        page = self.shown.page
        if not self._filters() and len(page.timeline) < min(self._most, page.timeline_total):
            self.asked.emit()
        else:
            self._show_rows()

    def _unfold(self, one: Interaction) -> NotePanel:
        panel = NotePanel(one, self.shown)
        panel.corrected.connect(partial(self._correct, one.id, panel))
        panel.deleted.connect(lambda: self._delete(one))
        panel.typed.connect(self._on_typed)
        self.list.unfold(panel)
        return panel

    def _on_typed(self, text: str) -> None:
        one = self.list.current_record()
        if one is not None and text == "e":
            self._unfold(one).correct()
        elif one is not None and text == "m":
            self.desk.go(ToDebrief(one.id))

    def _correct(self, interaction_id: InteractionId, panel: NotePanel, words: str) -> None:
        self.do(
            lambda app: interactions.change(app, interaction_id, summary=words),
            refused=panel.summary.refuse,
        )

    def _delete(self, one: Interaction) -> None:
        self.do(lambda app: interactions.delete(app, one.id))
