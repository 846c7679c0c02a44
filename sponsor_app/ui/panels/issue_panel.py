"""All of one issue below its row: what is wrong, what they were told, and the field that says more."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal

from sponsor_app import services
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.ids import MemberId
from sponsor_app.domain.issue import Issue, IssueStatus, Level, next_level
from sponsor_app.domain.issue_states import IssueStory
from sponsor_app.services import Services
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.issue_story_words import story_lines
from sponsor_app.ui.panels.member_options import candidate_options
from sponsor_app.ui.widgets.boxes import Column, Row, holding
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip_choice import ChipChoice
from sponsor_app.ui.widgets.fact_button import FactButton
from sponsor_app.ui.widgets.field import LineEdit
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.panel import Panel
from sponsor_app.ui.widgets.picker import Option, Picker

KEYS: Mapping[str, str] = {"u": "update", "r": "resolve", "e": "escalate"}
MOST_LINES = 6

Sponsor = tuple[MemberId, str]


class IssuePanel(Panel):
    """`choose` says what the field is for; `finished` when that is done.

    `cut`: what it belongs to shows not all of the title. The `sponsor` is whom it goes up to first.
    """

    finished = Signal()

    def __init__(
        self, desk: Desk, issue: Issue, today: date, sponsor: Sponsor | None, *, cut: bool
    ) -> None:
        self._desk, self._issue, self._today, self._cut = desk, issue, today, cut
        self._sponsor = sponsor
        self._to: Sponsor | None = None
        self._picker: Picker | None = None
        self._whole = Label("", "body", wrap=True, lines=8)
        self._log = Label("", "meta", "text2", wrap=True, lines=MOST_LINES * 4)
        words = {
            "update": tr("Update"),
            "resolve": tr("Resolve"),
            "escalate": tr("Escalate"),
        }
        self.verb = ChipChoice(tr("What to do"), list(words.items()), "update", needed=True)
        self.to = FactButton(tr("To"))
        self.field = LineEdit(tr("What they were told"))
        self.lesson = LineEdit(
            tr("What we learned"), tr("What did we learn from it? May stay empty")
        )
        self.since = LineEdit(tr("Since when they know"), tr("since when? today, or 17 Nov"))
        self.why = LineEdit(tr("Why it is open again"), tr("why? They still have the problem"))
        self.save = Button(tr("Save"))
        self.told = Button(tr("They know"), "check", shortcut="T")
        self.reopen = Button(tr("Open again"), "undo-2", "quiet", shortcut="O")
        still = Column(self.verb, self.to, Row((self.field, 1), self.save), self.lesson, gap=8)
        self._still = holding(still)
        self._knows = holding(Row(self.told, (self.since, 1)))
        self._solved = holding(Column(self._knows, Row(self.reopen, (self.why, 1)), gap=8))
        super().__init__(issue.title, self._whole, self._log, self._still, self._solved)
        self._listen()
        self._dress()
        self._aim("")
        self._ask_story()

    def choose(self, verb: str) -> None:
        """Update, resolve or escalate, with the keyboard in the field; empty leaves it at an update."""
        self._aim(verb)
        if self._issue.is_open:
            self.field.setFocus()
        else:
            (self.told if self.told.isVisibleTo(self) else self.reopen).setFocus()

    def _aim(self, verb: str) -> None:
        self.verb.choose(verb or "update")
        self._on_verb(self.verb.value)

    def follow(self, found: Sequence[Issue], today: date) -> None:
        """Show what the issue has become."""
        here = next((one for one in found if one.id == self._issue.id), None)
        if here is not None and here != self._issue:
            self._issue, self._today = here, today
            self._dress()
            self._ask_story()

    def _listen(self) -> None:
        self.verb.changed.connect(self._on_verb)
        self.to.clicked.connect(self._choose_to)
        self.field.returnPressed.connect(self._submit)
        self.lesson.returnPressed.connect(self._submit)
        self.since.returnPressed.connect(self._tell)
        self.why.returnPressed.connect(self._reopen)
        self.save.clicked.connect(self._submit)
        self.told.clicked.connect(self._tell)
        self.reopen.clicked.connect(self._reopen)

    def _dress(self) -> None:
        issue = self._issue
        title = issue.title if self._cut else ""
        lesson = tr("Lesson: {text}").format(text=issue.lesson) if issue.lesson else ""
        said = "\n".join(part for part in (title, issue.detail, issue.resolution, lesson) if part)
        self._whole.set_text(said)
        self._whole.setVisible(bool(said))
        self._still.setVisible(issue.is_open)
        self._solved.setVisible(not issue.is_open)
        self._knows.setVisible(issue.status is IssueStatus.RESOLVED)
        if self._to is None and next_level(issue.level) is Level.SPONSOR:
            self._to = self._sponsor
        self._show_to()

    def _ask_story(self) -> None:
        issue_id = self._issue.id
        self._desk.operations.query(
            self, lambda app: services.issues.one(app, issue_id), self._tell_story
        )

    def _tell_story(self, story: IssueStory) -> None:
        self._log.set_text("\n".join(story_lines(story, self._today, MOST_LINES)))

    # --- doing ----------------------------------------------------------------------------

    def _on_verb(self, verb: str) -> None:
        names = {
            "update": tr("What were they told?"),
            "resolve": tr("How was it solved?"),
            "escalate": tr("Why does it have to go up?"),
        }
        self.field.setPlaceholderText(names[verb])
        self.field.setAccessibleName(names[verb])
        self.to.setVisible(verb == "escalate")
        self.lesson.setVisible(verb == "resolve")
        self.save.set_label(self.verb.chips[verb].text())
        self.forgive()

    def _submit(self) -> None:
        issue_id, text = self._issue.id, self.field.text()
        if self.verb.value == "update":
            self._do(lambda app: services.issues.update(app, issue_id, text))
        elif self.verb.value == "resolve":
            lesson = self.lesson.text().strip() or None
            self._do(lambda app: services.issues.resolve(app, issue_id, text, lesson=lesson))
        elif self._to is None:
            self._choose_to()
        else:
            to = self._to[0]
            self._do(lambda app: services.issues.escalate(app, issue_id, to=to, reason=text))

    def _tell(self) -> None:
        issue_id, since = self._issue.id, self.since.text()
        self._do(
            lambda app: services.issues.told(
                app, issue_id, services.sentences.parse_due(since, app.today())
            )
        )

    def _reopen(self) -> None:
        issue_id, why = self._issue.id, self.why.text()
        self._do(lambda app: services.issues.reopen(app, issue_id, why))

    def _do(self, work: Callable[[Services], Changes]) -> None:
        self._desk.operations.command(
            work, self, then=lambda _changes: self.finished.emit(), refused=self.refuse
        )

    # --- to whom --------------------------------------------------------------------------

    def _show_to(self) -> None:
        missing = self._to is None
        name = tr("choose somebody") if self._to is None else self._to[1]
        self.to.show_value(
            name, symbol="user-plus" if missing else "", ink="accent" if missing else "text"
        )

    def _choose_to(self) -> None:
        if self._picker is None:
            self._picker = Picker(self.window())
        picker = self._picker
        picker.ask(tr("Who shall take it on?"), tr("Type a name"), self._on_chosen)
        self._desk.operations.query(picker, candidate_options, picker.offer)

    def _on_chosen(self, option: Option) -> None:
        self._to = (MemberId(option.key), option.row.title)
        self._show_to()
        self.field.setFocus()
