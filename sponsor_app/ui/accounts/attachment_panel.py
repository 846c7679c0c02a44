"""What can be done with one attached file, and the warning before another program gets it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from sponsor_app.domain.attachments import Attachment, size_words
from sponsor_app.domain.wording import full_day
from sponsor_app.ui.accounts.part import Shown
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.saving import Saving
from sponsor_app.ui.widgets.boxes import holding
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.choice import Answer, Choice
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.panel import Panel

OPEN = "open"


class AttachmentPanel(Panel):
    """Open, save a copy, remove; whoever unfolds it listens to the buttons. The name is there when the row cuts it."""

    def __init__(self, desk: Desk, one: Attachment, shown: Shown, *, cut: bool) -> None:
        self.open_button = Button(tr("Open"), "arrow-up-right", shortcut="O")
        self.save_button = Button(tr("Save a copy"), "download", "quiet", shortcut="S")
        self.remove_button = Button(tr("Remove"), "x", "quiet", shortcut="Del")
        self.saving = Saving(desk, self.save_button)
        whole = Label(one.name if cut else "", "strong", wrap=True, lines=3, selectable=True)
        whole.setVisible(cut)
        day = full_day(one.added_at.astimezone().date(), shown.today)
        facts = tr("{size}, attached by {name} on {day}")
        said = facts.format(size=size_words(one.size), name=one.by or tr("somebody"), day=day)
        super().__init__(
            tr("Attachment {file}").format(file=one.name),
            whole,
            Label(said, "meta", "text3", wrap=True),
            holding(Flow(self.open_button, self.save_button, self.remove_button, gap=4)),
            self.saving.progress,
            gap=4,
        )


def warn_first(host: QWidget, one: Attachment, then: Callable[[], None]) -> Choice:
    """Say what opening means; `then` only if it is wanted all the same."""
    said = tr(
        "It opens in the program that this computer has for it, from a copy outside the encrypted store."
        " The copy goes when you lock or close Sponsor. Open it only if you know where it is from."
    )
    answers = (Answer("leave", tr("Leave it"), safe=True), Answer(OPEN, tr("Open"), "primary"))
    choice = Choice(host, tr("Open “{file}”?").format(file=one.name), said, answers)

    def answered(answer: str) -> None:
        if answer == OPEN:
            then()

    choice.chosen.connect(answered)
    choice.closed.connect(choice.deleteLater)
    choice.ask()
    return choice
