"""One issue beside the board: what was said, what can be done now, and who has probably heard."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.issue_board import BoardCard, IssueDetails, is_mine
from sponsor_app.domain.radius import Heard
from sponsor_app.domain.wording import capital
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.issues.heard_list import HeardList
from sponsor_app.ui.issues.words import due_of, history_line, times_line
from sponsor_app.ui.panels.issue_panel import IssuePanel
from sponsor_app.ui.places import ToAccount, ToLog, ToRecord
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Column, Row, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.pill import Pill
from sponsor_app.ui.widgets.rows.issue_card import TONES
from sponsor_app.ui.widgets.scroll_area import ScrollArea
from sponsor_app.ui.widgets.theme import px

LOWEST = 240


class Peek(QWidget):
    """`closed` asks to take it away; `finished` tells that something was done."""

    closed = Signal()
    finished = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._details: IssueDetails | None = None
        self.panel: IssuePanel | None = None
        self._severity = Pill("sev4")
        self._due = Label("", "metaB", "text2")
        self.close_button = Button("", "x", "quiet", name=tr("Close this issue"))
        self._title = Label("", "heading", wrap=True, lines=5)
        self.account = Button("", kind="link")
        self._history = Label("", "meta", "text2", wrap=True)
        self._times = Label("", "meta", "text3", wrap=True)
        self._place = Column()
        self.heard = HeardList()
        self._channel = Label("", "meta", "text2", wrap=True)
        self._page = ScrollArea(through=True)
        self._lay_out()
        theme.follow(self)
        self.restyle()
        self.close_button.clicked.connect(self.closed)
        self.account.clicked.connect(self._go_to_account)
        self.heard.list.opened.connect(self._go_to_person)
        self.heard.list.typed.connect(self._on_typed)

    def show_issue(self, details: IssueDetails, verb: str | None) -> None:
        """Show an issue; a verb puts the keyboard into its field, an empty one into the first of them."""
        issue, today = details.issue, details.as_of
        again = self._details is not None and self._details.issue.id == issue.id
        self._details = details
        card = BoardCard(issue, len(details.heard), details.called, is_mine(issue, details.me))
        words, urgency = due_of(card, today)
        self._severity.show_state(issue.severity)
        self._due.set_text(words)
        self._due.set_ink(TONES[urgency] if urgency else "text2")
        self._title.set_text(issue.title)
        self.account.set_label(issue.account)
        self._history.set_text(capital(history_line(card, details.raised_by, today)))
        self._times.set_text(times_line(details.states))
        self._channel.set_text(_channel_line(details.channel))
        self.heard.show_heard(details.heard, details.called, today)
        self.setAccessibleName(issue.title)
        if again and self.panel is not None:
            self.panel.follow((issue,), today)
        else:
            self._put_panel(details)
            self._page.verticalScrollBar().setValue(0)
        if verb is not None and self.panel is not None:
            self.panel.choose(verb)

    def restyle(self) -> None:
        """Stay readable below the board, where there is no room beside it."""
        self._page.setMinimumHeight(px(LOWEST))

    def clear(self) -> None:
        """Nothing is shown any more."""
        self._details = None
        self._drop_panel()

    def shown(self) -> IssueDetails | None:
        """What is shown."""
        return self._details

    def _put_panel(self, details: IssueDetails) -> None:
        self._drop_panel()
        issue = details.issue
        name = next((one.name for one in details.members if one.id == issue.sponsor_id), "")
        sponsor = (issue.sponsor_id, name) if issue.sponsor_id and name else None
        panel = IssuePanel(self._desk, issue, details.as_of, sponsor, cut=False)
        panel.closed.connect(self.closed)
        panel.finished.connect(self._on_finished)
        self._place.addWidget(panel)
        panel.show()
        self.panel = panel

    def _drop_panel(self) -> None:
        panel, self.panel = self.panel, None
        if panel is not None:
            self._place.removeWidget(panel)
            panel.hide()
            panel.deleteLater()

    def _on_finished(self) -> None:
        if self.panel is not None:
            self.panel.field.clear()
        self.finished.emit()

    def _go_to_account(self) -> None:
        if self._details is not None:
            self._desk.go(ToAccount(self._details.issue.account_id, "issues"))

    def _on_typed(self, text: str) -> None:
        """C logs a call to whoever of the call list has the keyboard: what they said is the rest of the line."""
        one = self.heard.list.current_record()
        if one is not None and text.casefold() == "c":
            words = tr("called {name} at {account} today to put it right: ")
            self._desk.go(ToLog(words.format(name=one.name, account=one.account or "")))

    def _go_to_person(self, one: Heard) -> None:
        self._desk.go(ToRecord("contact", one.contact_id, one.account_id))

    def _lay_out(self) -> None:
        head = Row(self._severity, self._due, None, self.close_button, margins=(8, 0, 0, 0))
        inner = Column(
            inset(self._title),
            Row(self.account, None, margins=(4, 2, 8, 0)),
            2,
            inset(self._history),
            2,
            inset(self._times),
            10,
            inset(self._place),
            14,
            self.heard,
            10,
            inset(self._channel),
            None,
            margins=(0, 2, 0, 12),
        )
        body = holding(inner)
        self._page.hold(body)
        self.setLayout(Column(head, 4, (self._page, 1)))


def _channel_line(channel: str | None) -> str:
    if channel:
        return tr("They raise issues by: {channel}").format(channel=channel)
    return tr("How they raise an issue is not on file. Ask them, and write it on their page.")
