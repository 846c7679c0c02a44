"""The one visit that matters now: when, where, with whom, and the worst that is open there."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.clocks import ClockName
from sponsor_app.domain.commitment import CommitmentState
from sponsor_app.domain.today import Opening, TodayPage, Visit
from sponsor_app.domain.wording import ago, sentence, span
from sponsor_app.ui.today.visit_words import (
    hours,
    how_soon,
    place_symbol,
    place_words,
    title_of,
    who_will_be_there,
)
from sponsor_app.ui.widgets.boxes import Column, Row
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.day_words import late
from sponsor_app.ui.widgets.glyph import Glyph
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.pill import Pill
from sponsor_app.ui.widgets.states import StateKey
from sponsor_app.ui.widgets.surface import Surface
from sponsor_app.ui.widgets.tokens import ICON

Warned = tuple[StateKey, str, str]


class NextVisit(Surface):
    """`opened` asks for the brief, `more_asked` for what else can be done."""

    opened = Signal()
    more_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._soon = Label("", "strong", "accent", whole=True)
        self._hours = Label("", "body", "text2", whole=True)
        self._sign = Glyph("house", "text3", ICON.META)
        self._place = Label("", "body", "text2", flexible=True)
        self._title = Label("", "title", flexible=True)
        self._who = Label("", "body", "text2", flexible=True)
        self._pill = Pill("sev1")
        self._why = Label("", "body", "text", flexible=True)
        self.open_button = Button(tr("Open brief"), "file-text", shortcut=tr("Enter"))
        self.more = Button("", "ellipsis", "quiet", name=tr("Log, move or call it off"))
        place = (self._place, 1)
        top = Row(self._soon, self._hours, self._sign, place, self.more, self.open_button)
        column = Column(
            top,
            Row((self._title, 1)),
            2,
            Row((self._who, 1)),
            12,
            Row(self._pill, (self._why, 1), Column(22), gap=10),
            margins=(20, 14, 16, 16),
        )
        super().__init__("card", column, parent)
        self.open_button.clicked.connect(self.opened)
        self.more.clicked.connect(self.more_asked)

    def show_visit(self, page: TodayPage) -> None:
        """Show the first visit of a page that has one."""
        visit = page.visits[0]
        plan = visit.plan
        self._soon.set_text(how_soon(plan, page.now))
        self._hours.set_text(hours(plan))
        self._hours.setVisible(plan.starts_at is not None)
        self._sign.set_icon(place_symbol(plan), "text3")
        self._place.set_text(place_words(plan))
        self._title.set_text(title_of(plan))
        self._who.set_text(who_will_be_there(plan, page.opening))
        found = warning(visit, page.opening, page)
        if found is not None:
            self._pill.show_state(found[0], found[1])
        self._pill.setVisible(found is not None)
        calm = found is None
        self._why.set_text(_calm_words(visit, page.today) if found is None else found[2])
        self._why.set_ink("text2" if calm else "text")
        self._name(visit, page)

    def _name(self, visit: Visit, page: TodayPage) -> None:
        words = tr("Next visit, {soon}: {account}.").format(
            soon=how_soon(visit.plan, page.now), account=title_of(visit.plan)
        )
        self.setAccessibleName(words)
        self.open_button.setAccessibleName(
            tr("Open brief. {visit} {warning}").format(visit=words, warning=self._why.text())
        )


def warning(visit: Visit, opening: Opening, page: TodayPage) -> Warned | None:
    """The worst thing to know: its state, the pill's words, and the sentence beside it."""
    issue, promise = visit.worst_issue, visit.late_promise
    if issue is not None and (issue.severity.severe or promise is None):
        word = tr("Sev {severity} open {span}").format(
            severity=issue.severity.value, span=span(issue.days_open(page.today))
        )
        said = [sentence(issue.title)]
        if opening.spread is not None and opening.spread.heard:
            words = tr("About {heard} people know; we called {called}.")
            said.insert(0, words.format(heard=opening.spread.heard, called=opening.spread.called))
        return issue.severity, word, " ".join(said)
    if promise is not None:
        words = tr("We promised: {text}").format(text=sentence(promise.text))
        return CommitmentState.LATE, late(promise.days_late(page.today)), words
    return None


def _calm_words(visit: Visit, today: date) -> str:
    row = visit.row
    if row is None or row.days_since is None:
        return tr("Never met, as far as this laptop knows.")
    care = row.days_of(ClockName.NON_SELLING, today)
    unasked = tr("never with no ask") if care is None else tr("with no ask {ago}")
    words = tr("Last met {ago}, {unasked}; nothing is open there.")
    met = ago(row.days_since)
    return words.format(ago=met, unasked=unasked.format(ago=ago(care or 0)))
