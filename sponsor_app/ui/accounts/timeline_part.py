"""What happened with an account, newest first; a row unfolds to the whole note, which can be corrected there."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from sponsor_app.domain.ids import InteractionId
from sponsor_app.domain.interaction import Kind, Sentiment
from sponsor_app.domain.timeline import Interaction
from sponsor_app.domain.wording import INTENT_WORDS, KIND_WORDS, PLACE_WORDS, capital, listed
from sponsor_app.services import interactions
from sponsor_app.ui.accounts.note_panel import NotePanel
from sponsor_app.ui.accounts.part import Part, Shown
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.boxes import Column, Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.day_words import row_day
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.timeline_row import TEXT_LEFT, TimelineRow, TimelineRowDelegate
from sponsor_app.ui.widgets.typography import one_line
from sponsor_app.ui.widgets.unfolding import UnfoldingList, Unfolds

MORE = 40
SYMBOLS: dict[Kind, str] = {
    Kind.VISIT: "house",
    Kind.COFFEE: "coffee",
    Kind.MEAL: "utensils",
    Kind.MEETING: "users-round",
    Kind.CALL: "phone",
    Kind.VIDEO: "video",
    Kind.MESSAGE: "message-square",
    Kind.EVENT: "calendar-days",
    Kind.REVIEW: "presentation",
}


def title_of(one: Interaction) -> str:
    """`Call with Ruth Okafor`."""
    kind = capital(tr(KIND_WORDS[one.kind]))
    names = [person.name for person in one.contacts]
    if not names:
        return f"{kind}, {one.city}" if one.city else kind
    return tr("{kind} with {names}").format(kind=kind, names=listed(names, 2))


def circumstances(one: Interaction) -> str:
    """`their site · care`."""
    place = tr(PLACE_WORDS[one.place]) if one.place else ""
    intent = tr(INTENT_WORDS[one.intent]) if one.intent else ""
    return " · ".join(part for part in (place, intent) if part)


def who_of(one: Interaction, shown: Shown) -> str:
    """Our people who took part."""
    names = [shown.name_of(person.member_id, person.name) for person in one.members]
    return listed(names, 2) if names else one.by or ""


def face_of(one: Interaction, shown: Shown | None) -> TimelineRow:
    """How a row of the timeline looks."""
    today = shown.today if shown else date.min
    quote = f"“{one_line(one.quote)}”" if one.quote else ""
    said = " ".join(part for part in (quote, one_line(one.summary or "")) if part)
    return TimelineRow(
        row_day(one.on, today),
        SYMBOLS[one.kind],
        title_of(one),
        said,
        circumstances(one),
        who_of(one, shown) if shown else "",
        "bad" if one.sentiment is Sentiment.NEGATIVE else "idle",
    )


class TimelineRows(Unfolds[Interaction, TimelineRow], TimelineRowDelegate[Interaction]):
    """Rows of the timeline that unfold."""


class TimelinePart(Part):
    """Enter shows the whole note, E corrects it, Delete deletes; `more_wanted` asks the page for older ones."""

    more_wanted = Signal()
    log_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
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
        self.more = Button("", kind="link")
        self.empty = EmptyState(
            "pencil-line",
            tr("Nothing was logged here yet"),
            tr("One line is enough: coffee with Dana yesterday, their place, happy."),
            action=tr("Log the first"),
            action_icon="pencil-line",
        )
        more = Row(self.more, None, margins=(TEXT_LEFT + 4, 0, 0, 0))
        column = Column(self.list)
        column.addLayout(more)
        column.addLayout(Row((self.empty, 1), margins=(8, 4, 8, 0)))
        super().__init__(desk, tr("Timeline"), column)
        self.list.opened.connect(self.open_note)
        self.list.typed.connect(self._on_typed)
        self.list.deleted.connect(self._delete)
        self.more.clicked.connect(self.more_wanted)
        self.empty.acted.connect(self.log_wanted)

    def show_page(self, shown: Shown) -> None:
        super().show_page(shown)
        page = shown.page
        self.model.show(page.timeline)
        hidden = page.timeline_total - len(page.timeline)
        total = f"{page.timeline_total:,}"
        part = tr("{some} of {all}").format(some=len(page.timeline), all=total)
        self.set_count((part if hidden else total) if page.timeline_total else "")
        self.set_note(tr("newest first") if page.timeline_total else "")
        words = tr("Show {more} more of {hidden} older")
        self.more.set_label(words.format(more=min(MORE, hidden), hidden=f"{hidden:,}"))
        self.more.setVisible(hidden > 0)
        self.list.setVisible(bool(page.timeline))
        self.empty.setVisible(not page.timeline)
        if isinstance(self.list.panel, NotePanel):
            self.list.panel.follow(page.timeline)

    def leave(self) -> None:
        self.list.fold()

    def open_note(self, one: Interaction) -> None:
        """Show the whole note below its row, or fold it again."""
        if self.list.unfolded == one.id:
            self.list.fold()
            return
        self._unfold(one)

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

    def _correct(self, interaction_id: InteractionId, panel: NotePanel, words: str) -> None:
        self.do(
            lambda app: interactions.change(app, interaction_id, summary=words),
            refused=panel.summary.refuse,
        )

    def _delete(self, one: Interaction) -> None:
        self.do(lambda app: interactions.delete(app, one.id))
