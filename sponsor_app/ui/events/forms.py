"""What is written down about an event: the event itself, who is invited, what was said."""

from PySide6.QtCore import Signal

from sponsor_app.domain.event import EVENT_WORDS, EventKind
from sponsor_app.domain.ids import ContactId
from sponsor_app.domain.wording import capital
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.choose_person import ask_anywhere
from sponsor_app.ui.panels.due_field import DueField
from sponsor_app.ui.widgets.boxes import Column, Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip_choice import ChipChoice
from sponsor_app.ui.widgets.fact_button import FactButton
from sponsor_app.ui.widgets.field import LineEdit, TextEdit
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.panel import Panel
from sponsor_app.ui.widgets.picker import Picker


class EventForm(Panel):
    """What, when, and of which kind."""

    submitted = Signal()

    def __init__(self, desk: Desk) -> None:
        self.title = LineEdit(tr("What is it called"), tr("What is it called?"))
        self.day = DueField(desk)
        self.day.field.setAccessibleName(tr("When"))
        self.day.field.setPlaceholderText(tr("When? Fri, 3 Dec, 2026-11-10"))
        choices = [(kind.value, capital(tr(EVENT_WORDS[kind]))) for kind in EventKind]
        self.kind = ChipChoice(tr("Kind"), choices, EventKind.FOCUS_GROUP.value, needed=True)
        self.save = Button(tr("Add"), "plus")
        super().__init__(
            tr("Add an event"), Row((self.title, 3), (self.day, 2)), Row((self.kind, 1), self.save)
        )
        self.title.returnPressed.connect(self.day.field.setFocus)
        self.day.field.returnPressed.connect(self.submitted)
        self.save.clicked.connect(self.submitted)

    def clear(self) -> None:
        """Ready for the next one."""
        self.title.clear()
        self.day.clear()
        self.forgive()


class InviteForm(Panel):
    """Somebody by name, or a list pasted from anywhere."""

    submitted = Signal()
    chosen = Signal(str)  # the id of one contact

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._picker: Picker | None = None
        self.by_name = Button(tr("Somebody by name"), "search")
        self.list = TextEdit(
            tr("A list of mail addresses or names"),
            tr("Or paste a list: addresses or names, one a line, or between commas"),
            lines=4,
        )
        self.save = Button(tr("Invite the list"), "plus", shortcut="Ctrl+Enter")
        self.said = Label("", "meta", "text2", wrap=True)
        super().__init__(
            tr("Whom do you invite?"),
            Row(self.by_name, None),
            self.list,
            Row(self.save, None),
            self.said,
        )
        self.said.hide()
        self.by_name.clicked.connect(self._find)
        self.list.submitted.connect(self.submitted)
        self.save.clicked.connect(self.submitted)

    def clear(self) -> None:
        """Ready for the next list."""
        self.list.clear()
        self.say("")
        self.forgive()

    def say(self, words: str) -> None:
        """What became of the list."""
        self.said.set_text(words)
        self.said.setVisible(bool(words))

    def _find(self) -> None:
        if self._picker is None:
            self._picker = Picker(self.window())
        title = tr("Whom do you invite?")
        ask_anywhere(self._desk, self._picker, title, lambda who, _name: self.chosen.emit(who))


class ThemeForm(Panel):
    """What they said, in whose words."""

    submitted = Signal()

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._picker: Picker | None = None
        self.contact_id: ContactId | None = None
        self.text = LineEdit(tr("What it is about"), tr("What is it about?"))
        self.quote = LineEdit(tr("In their words"), tr("In their words"))
        self.who = FactButton(tr("Said by"))
        self.save = Button(tr("Add"), "plus")
        super().__init__(
            tr("What did they say?"),
            Column(self.text, 8, self.quote),
            Row(self.who, None, self.save),
        )
        self.text.returnPressed.connect(self.quote.setFocus)
        self.quote.returnPressed.connect(self.submitted)
        self.who.clicked.connect(self._choose)
        self.save.clicked.connect(self.submitted)

    def clear(self) -> None:
        """Ready for the next one."""
        self.text.clear()
        self.quote.clear()
        self.show_who(None, "")
        self.forgive()

    def show_who(self, contact_id: ContactId | None, name: str) -> None:
        """Show whose words they are."""
        self.contact_id = contact_id
        self.who.show_value(name or tr("nobody in particular"), ink="text" if name else "text3")

    def _choose(self) -> None:
        if self._picker is None:
            self._picker = Picker(self.window())
        ask_anywhere(self._desk, self._picker, tr("Who said it?"), self.show_who)
