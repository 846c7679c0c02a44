"""The whole of one interaction below its row: what was said, who was there, who wrote it down."""

from collections.abc import Iterable

from PySide6.QtCore import Signal

from sponsor_app.domain.interaction import Sentiment
from sponsor_app.domain.timeline import Interaction
from sponsor_app.domain.wording import full_day
from sponsor_app.ui.accounts.part import Shown
from sponsor_app.ui.widgets.boxes import Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.editable_text import EditableText
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import later, tr
from sponsor_app.ui.widgets.panel import Panel

MOODS = later(
    {
        Sentiment.POSITIVE: "happy",
        Sentiment.NEUTRAL: "neither happy nor unhappy",
        Sentiment.NEGATIVE: "unhappy",
    }
)


class NotePanel(Panel):
    """`corrected` carries the new summary."""

    corrected = Signal(str)
    deleted = Signal()

    def __init__(self, one: Interaction, shown: Shown) -> None:
        self._id = one.id
        self.summary = EditableText(tr("Note"), tr("No note yet. Enter writes one."), role="body")
        self.summary.show_text(one.summary or "")
        self.correct_button = Button(tr("Correct"), "pencil-line", "quiet", shortcut="E")
        self.delete_button = Button(tr("Delete"), "x", "quiet", shortcut="Del")
        self.quote = Label("", "lead", wrap=True)
        self._facts = Label(said_of(one, shown), "meta", "text3", wrap=True)
        buttons = Row(self.correct_button, self.delete_button, None, gap=4)
        super().__init__(
            tr("The whole note"),
            Row((self.quote, 1), margins=(8, 0, 8, 0)),
            self.summary,
            Row((self._facts, 1), margins=(8, 0, 8, 0)),
            buttons,
            gap=4,
        )
        self.quote.set_text(f"“{one.quote}”" if one.quote else "")
        self.quote.setVisible(bool(one.quote))
        self.summary.saved.connect(self.corrected)
        self.correct_button.clicked.connect(self.correct)
        self.delete_button.clicked.connect(self.deleted)

    def correct(self) -> None:
        """Write."""
        self.summary.begin()

    def follow(self, timeline: Iterable[Interaction]) -> None:
        """Show what the note has become."""
        for one in timeline:
            if one.id == self._id:
                self.summary.show_text(one.summary or "")


def said_of(one: Interaction, shown: Shown) -> str:
    """Who was there on both sides, how they felt, and who wrote it down when."""
    theirs = ", ".join(person.name for person in one.contacts)
    ours = ", ".join(shown.name_of(person.member_id, person.name) for person in one.members)
    logged = tr("logged by {name} on {day}").format(
        name=one.by or tr("somebody"), day=full_day(one.logged_at.astimezone().date(), shown.today)
    )
    parts = (
        tr("With {names}").format(names=theirs) if theirs else "",
        tr("from us {names}").format(names=ours) if ours else "",
        tr("they were {mood}").format(mood=tr(MOODS[one.sentiment])) if one.sentiment else "",
        one.city or "",
        logged,
    )
    return " · ".join(part for part in parts if part)
