"""The eight questions of a debrief, from who came to what is to be remembered."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.debrief import Debrief, DebriefPage
from sponsor_app.domain.ids import ContactId
from sponsor_app.domain.interaction import Intent, Place, Sentiment
from sponsor_app.domain.issue import Severity
from sponsor_app.ui.interactions.debrief_steps import Choosing, Promising, Step, WhoCame, Writing
from sponsor_app.ui.widgets.boxes import Column, Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.glyph import Glyph
from sponsor_app.ui.widgets.key_cap import KeyCap
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.states import state
from sponsor_app.ui.widgets.surface import Rule

SIDE = 20
NO_ISSUE = ""


class DebriefForm(QWidget):
    """`submitted` when the last question was passed, or with Ctrl+Enter from anywhere."""

    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = Label("", "heading", wrap=True)
        self._more = Label("", "meta", "text3")
        self.who = WhoCame()
        self.place = Choosing(tr("Where"), _places())
        self.intent = Choosing(tr("What for"), _intents())
        self.mood = Choosing(tr("Their mood"), _moods())
        self.bad_news = Writing(tr("Bad news"), tr("What is wrong, in their words? Enter for none"))
        self.severity = Choosing(tr("As an issue"), _severities())
        self.promises = Promising()
        self.next = Writing(tr("Next date"), tr("3 Dec, in 2 weeks; Enter for none"))
        self.note = Writing(tr("For us only"), tr("What shall we remember? Enter saves"))
        self._said = Label("", "body", "bad", wrap=True)
        self.save_button = Button(tr("Save"), kind="primary")
        self._lay_out()
        self._follow_each_other()
        self.save_button.clicked.connect(self.submitted)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The questions in their order; how grave bad news is, is asked only when there is some."""
        before = (self.who, self.place, self.intent, self.mood, self.bad_news)
        return (*before, self.severity, self.promises, self.next, self.note)

    def show_page(self, page: DebriefPage, title: str) -> None:
        """Ask about another visit."""
        plan = page.plan
        self._title.set_text(title)
        others = page.waiting - 1
        words = tr("1 more waits") if others == 1 else tr("{n} more wait").format(n=others)
        self._more.set_text(words if others > 0 else "")
        self.who.show_people(plan.contacts)
        self.place.choose(plan.place)
        self.intent.choose(plan.intent)
        self.mood.choose(None)
        self.severity.choose(NO_ISSUE)
        self.promises.restart(page.as_of)
        for step in (self.bad_news, self.next, self.note):
            step.field.clear()
        self.severity.hide()
        self.say("")

    def begin(self) -> None:
        """Ask the first question."""
        self.who.begin()

    def say(self, words: str) -> None:
        """Say what is wrong, below the questions."""
        self._said.set_text(words)
        self._said.setVisible(bool(words))

    def debrief(self, page: DebriefPage) -> Debrief:
        """What was said; the next date is read by whoever saves it."""
        if self.promises.field.text().strip():
            self.promises.take(self.promises.field.text())
        known, new = self.who.others(page.contacts)
        came = dict.fromkeys([*self.who.came(), *known])
        severity = self.severity.value if self.bad_news.text else ""
        return Debrief(
            page.plan.id,
            came=tuple(ContactId(one) for one in came),
            also=tuple(new),
            place=Place(self.place.value) if self.place.value else None,
            intent=Intent(self.intent.value) if self.intent.value else None,
            mood=Sentiment(self.mood.value) if self.mood.value else None,
            bad_news=self.bad_news.text,
            severity=Severity(int(severity)) if severity else None,
            promises=tuple(self.promises.promises),
            note=self.note.text,
        )

    def _follow_each_other(self) -> None:
        for step in self.steps:
            step.finished.connect(self.submitted)
        for before, after in zip(self.steps, self.steps[1:], strict=False):
            if before is not self.bad_news:
                before.passed.connect(after.begin)
        self.bad_news.passed.connect(self._on_bad_news)
        self.bad_news.field.textChanged.connect(self._on_worse)
        self.note.passed.connect(self.submitted)

    def _on_worse(self, text: str) -> None:
        self.severity.setVisible(bool(text.strip()))

    def _on_bad_news(self) -> None:
        (self.severity if self.bad_news.text else self.promises).begin()

    def _lay_out(self) -> None:
        head = Row(Glyph("message-square", "accent", 18), 12, (self._title, 1), self._more, gap=0)
        head.set_margins(SIDE, 14, SIDE, 12)
        questions = Column(*self.steps, self._said, gap=10, margins=(SIDE, 14, SIDE, 12))
        keys = Row(
            KeyCap("1–9", tr("choose")),
            KeyCap("Enter", tr("next question")),
            KeyCap("Ctrl+Enter", tr("save")),
            KeyCap("Esc", tr("later")),
            None,
            self.save_button,
            gap=16,
            margins=(SIDE, 6, SIDE, 14),
        )
        self.setLayout(Column(head, Rule(), questions, Rule(), keys))


def _places() -> list[tuple[str, str]]:
    return [
        (Place.THEIRS, tr("Their site")),
        (Place.OURS, tr("Our site")),
        (Place.NEUTRAL, tr("Neutral")),
        (Place.REMOTE, tr("Remote")),
    ]


def _intents() -> list[tuple[str, str]]:
    return [(Intent.CARE, tr("Care")), (Intent.FIX, tr("Fix")), (Intent.SELL, tr("Sell"))]


def _moods() -> list[tuple[str, str]]:
    return [
        (Sentiment.POSITIVE, tr("Good")),
        (Sentiment.NEUTRAL, tr("Neutral")),
        (Sentiment.NEGATIVE, tr("Bad")),
    ]


def _severities() -> list[tuple[str, str]]:
    severe = [(str(one.value), state(one).word) for one in Severity]
    return [*severe, (NO_ISSUE, tr("Only a note"))]
