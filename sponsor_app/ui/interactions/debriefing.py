"""Sixty seconds after a visit: eight questions by keyboard, one step with one undo, and minutes that may be sent."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.debrief import DebriefPage, minutes_text
from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.ids import InteractionId
from sponsor_app.domain.sentence.due import parse_due
from sponsor_app.domain.wording import KIND_WORDS, capital, full_day
from sponsor_app.services import Services, debriefs
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.interactions.debrief_form import DebriefForm
from sponsor_app.ui.interactions.minutes_view import MinutesView
from sponsor_app.ui.panels.saving import Asked, fitting
from sponsor_app.ui.widgets.boxes import Column
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.overlay import Overlay
from sponsor_app.ui.widgets.spoken import announce

WIDTH, TOP = 760, 40


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was held where and when, the note of it, and the minutes as text."""

    account: str
    on: date
    note: str
    minutes: str


class Debriefing(QWidget):
    """`open` asks about a visit, or about the oldest that waits; Esc keeps nothing and asks again another time."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._desk = desk
        self._page: DebriefPage | None = None
        self.form = DebriefForm()
        self.minutes = MinutesView(desk)
        self.minutes.hide()
        self.setLayout(Column(self.form, self.minutes))
        self.overlay = Overlay(
            host, self, name=tr("How did it go?"), width=WIDTH, top=TOP, light=False
        )
        self.form.submitted.connect(self.save)
        self.minutes.copied.connect(self._copy)
        self.minutes.kept.connect(self._keep)
        self.minutes.done.connect(self.overlay.dismiss)

    def open(self, plan_id: InteractionId | None = None) -> None:
        """Ask what there is to ask about, then float; of what was held, show the minutes."""
        self._desk.operations.query(self, lambda app: _begun(app, plan_id), self._show)

    def save(self) -> None:
        """Save everything that was said, as one step."""
        page, form = self._page, self.form
        if page is None:
            return
        said, next_text = form.debrief(page), form.next.text

        def work(app: Services) -> Changes:
            next_on = parse_due(next_text, app.today())
            return debriefs.save(app, replace(said, next_on=next_on))

        self._desk.operations.command(work, self, then=self._on_saved, refused=self._on_refused)

    def _show(self, page: DebriefPage | Outcome | None) -> None:
        if isinstance(page, Outcome):
            self.overlay.open(self.minutes.copy_button)
            self._show_outcome(page)
            return
        if page is None:
            self._desk.say(tr("No visit waits for a debrief."))
            return
        self._page = page
        plan = page.plan
        words = tr("{kind} with {account}, {day}")
        kind = capital(tr(KIND_WORDS[plan.kind]))
        day = full_day(plan.on, page.as_of)
        self.form.show_page(page, words.format(kind=kind, account=plan.account or "", day=day))
        self.minutes.hide()
        self.form.show()
        self.overlay.open()
        self.form.begin()

    def _on_saved(self, _changes: Changes) -> None:
        page = self._page
        if page is None:
            return
        plan_id = page.plan.id
        self._desk.operations.query(self, lambda app: _outcome(app, plan_id), self._show_outcome)

    def _show_outcome(self, found: Outcome) -> None:
        words, day = tr("Minutes {account} {day}"), found.on.isoformat()
        name = fitting(words.format(account=found.account, day=day))
        self.form.hide()
        self.minutes.show_texts(found.note, found.minutes, name)
        self.minutes.show()
        self.minutes.copy_button.setFocus()

    def _on_refused(self, error: SponsorError) -> None:
        self.form.say(f"{error.message} {error.next}".strip())
        announce(self.form, error.message)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.minutes.text())
        self._desk.say(tr("The minutes are in the clipboard, as text."))

    def _keep(self) -> None:
        text = self.minutes.text()

        def write(_app: Services, path: Path) -> Path:
            return debriefs.write_text(path, text)

        formats = (("txt", tr("Text")), ("md", tr("Markdown")))
        self.minutes.saving.ask(Asked(tr("Save the minutes"), self.minutes.name, formats, write))


def _begun(app: Services, plan_id: InteractionId | None) -> DebriefPage | Outcome | None:
    if plan_id is not None and debriefs.is_held(app, plan_id):
        return _outcome(app, plan_id)
    return debriefs.begun(app, plan_id)


def _outcome(app: Services, plan_id: InteractionId) -> Outcome:
    found = debriefs.minutes(app, plan_id)
    held = found.held
    return Outcome(held.account or "", held.on, held.summary or "", minutes_text(found))
