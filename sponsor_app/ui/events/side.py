"""One event at the side: who is invited and came, what they said, what came of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.event import EventPage, Invitation, Reply, Theme
from sponsor_app.domain.ids import ContactId, EventId
from sponsor_app.services import Services, events, invitation_lists, themes
from sponsor_app.services.inviting_by_list import ListReport, invite_listed
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.events.forms import InviteForm, ThemeForm
from sponsor_app.ui.events.row_panels import InvitationPanel, ThemePanel
from sponsor_app.ui.events.words import count_line, head_line, invitation_face, theme_face
from sponsor_app.ui.panels.beside_side import BesideSide
from sponsor_app.ui.panels.saving import Asked, Saving, fitting
from sponsor_app.ui.widgets.boxes import Column, Row, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import CompactRowDelegate, ListRow
from sponsor_app.ui.widgets.section import Section
from sponsor_app.ui.widgets.side_scroll import SideScroll
from sponsor_app.ui.widgets.unfolding import UnfoldingList, Unfolds

R = TypeVar("R")
FEW = 60
"""So many invitations are shown until somebody asks for all."""
FORMATS = (("csv", "CSV"), ("xlsx", "Excel"), ("json", "JSON"))
REPLIES = {"y": Reply.YES, "n": Reply.NO, "m": Reply.MAYBE}
CAME = {"c": True, "x": False}


class PeopleRows(Unfolds[Invitation, ListRow], CompactRowDelegate[Invitation]):
    """Invitations that unfold."""


class ThemeRows(Unfolds[Theme, ListRow], CompactRowDelegate[Theme]):
    """Themes that unfold."""


class EventSide(BesideSide):
    """Invited, replies, who came; themes and what came of them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Close this event"), parent)
        self._page: EventPage | None = None
        self._all = False
        self._title = Label("", "heading", wrap=True, lines=3)
        self._head = Label("", "meta", "text2", wrap=True)
        self._counts = Label("", "body", "text2", wrap=True)
        self._note = Label("", "body", "text", wrap=True)
        self.invite = Button(tr("Invite"), "user-plus", shortcut="I")
        self.say = Button(tr("Note what they said"), "message-square", "quiet", shortcut="T")
        self.export = Button(tr("Export the list"), "upload", "quiet")
        self.delete = Button(tr("Delete"), "x", "quiet")
        self.invite_form, self.theme_form = InviteForm(desk), ThemeForm(desk)
        self.people = _model(lambda one: one.id, invitation_face)
        self.people_list = UnfoldingList(tr("Invited"), self.people, PeopleRows(invitation_face))
        self.more = Button("", kind="link")
        self.said = _model(lambda one: one.id, self._theme_face)
        self.theme_list = UnfoldingList(
            tr("What they said"), self.said, ThemeRows(self._theme_face)
        )
        self.saving = Saving(desk, self.export)
        self._lay_out()
        self._listen()

    def show_page(self, page: EventPage) -> None:
        """Show an event, or the same with what is new."""
        if self._page is None or self._page.event.id != page.event.id:
            self._scroll.to_top()
            self._all = False
            for form in (self.invite_form, self.theme_form):
                form.hide()
            self.people_list.fold()
            self.theme_list.fold()
        self._page = page
        self.setAccessibleName(page.event.title)
        self._title.set_text(page.event.title)
        self._head.set_text(head_line(page))
        self._counts.set_text(count_line(page))
        self._note.set_text(page.event.note or "")
        self._note.setVisible(bool(page.event.note))
        self._show_people()
        self.said.show(page.themes)
        self.theme_list.setVisible(bool(page.themes))
        self._nothing.setVisible(not page.themes)

    def begin(self) -> None:
        """Give the keyboard to the first thing to do."""
        self.invite.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Nothing is shown any more."""
        self._page = None

    def start_inviting(self) -> None:
        """Ask whom to invite."""
        if self._page is not None:
            self.theme_form.hide()
            self.invite_form.clear()
            self.invite_form.begin()

    def start_theme(self) -> None:
        """Ask what was said."""
        if self._page is not None:
            self.invite_form.hide()
            self.theme_form.clear()
            self.theme_form.begin()

    # --- showing -----------------------------------------------------------------------------

    def _show_people(self) -> None:
        page = self._page
        if page is None:
            return
        found = page.invitations
        self.people.show(found if self._all else found[:FEW])
        self.people_list.setVisible(bool(found))
        self._nobody.setVisible(not found)
        left = 0 if self._all else len(found) - FEW
        self.more.set_label(tr("Show {count} more").format(count=number(left)))
        self.more.setVisible(left > 0)
        self._invited.set_count(number(len(found)) if found else "")

    def _show_all(self) -> None:
        self._all = True
        self._show_people()

    def _theme_face(self, one: Theme) -> ListRow:
        return theme_face(one, self._page.as_of if self._page else None)

    # --- acting ------------------------------------------------------------------------------

    def _open_person(self, one: Invitation) -> None:
        page = self._page
        if page is None or self.people_list.unfolded == one.id:
            self.people_list.fold()
            return
        panel = InvitationPanel(self._desk, one, held=page.event.on <= page.as_of)
        panel.finished.connect(self.people_list.fold)
        self.people_list.unfold(panel)

    def _open_theme(self, one: Theme) -> None:
        page = self._page
        if page is None or self.theme_list.unfolded == one.id:
            self.theme_list.fold()
            return
        panel = ThemePanel(self._desk, one, page.event.counts.attended, page.as_of)
        panel.finished.connect(self.theme_list.fold)
        self.theme_list.unfold(panel)

    def _on_letter(self, letter: str) -> None:
        """Y, N and M are replies; C came, X did not."""
        one = self.people_list.current_record()
        if one is None:
            return
        who = (one.member_id or one.contact_id or ContactId(""),)
        if letter in REPLIES:
            self.do(lambda app: events.reply(app, one.event_id, who, REPLIES[letter]))
        elif letter in CAME:
            self.do(lambda app: events.attended(app, one.event_id, who, came=CAME[letter]))

    def _on_chosen(self, contact_id: str) -> None:
        event_id = self._event_id()
        if event_id is not None:
            self.do(
                lambda app: events.invite(app, event_id, (ContactId(contact_id),)),
                self.invite_form,
                stays=True,
            )

    def _on_list(self) -> None:
        event_id, form, text = (
            self._event_id(),
            self.invite_form,
            self.invite_form.list.toPlainText(),
        )
        if event_id is None or not text.strip():
            form.list.setFocus()
            return
        reports: list[ListReport] = []

        def invite(app: Services) -> Changes:
            changes, report = invite_listed(app, event_id, text)
            reports.append(report)
            return changes

        def done(_changes: Changes) -> None:
            form.forgive()
            form.list.setPlainText(_left(reports[-1]))
            form.say(reports[-1].words)

        self._desk.operations.command(invite, self, then=done, refused=form.refuse)

    def _on_said(self) -> None:
        event_id, form = self._event_id(), self.theme_form
        if event_id is None:
            return
        text, quote, who = form.text.text(), form.quote.text().strip() or None, form.contact_id
        self.do(lambda app: themes.note(app, event_id, text, quote=quote, by=who), form)

    def _on_deleted(self) -> None:
        event_id = self._event_id()
        if event_id is not None:
            self.do(lambda app: events.delete(app, event_id))

    def _on_export(self) -> None:
        page = self._page
        if page is not None:
            name = f"{fitting(page.event.title)}.csv"
            write = partial(_export, page.event.id)
            self.saving.ask(Asked(tr("Invitation list"), name, FORMATS, write))

    def _event_id(self) -> EventId | None:
        return self._page.event.id if self._page is not None else None

    def _listen(self) -> None:
        self.invite.clicked.connect(self.start_inviting)
        self.say.clicked.connect(self.start_theme)
        self.export.clicked.connect(self._on_export)
        self.delete.clicked.connect(self._on_deleted)
        self.more.clicked.connect(self._show_all)
        self.invite_form.chosen.connect(self._on_chosen)
        self.invite_form.submitted.connect(self._on_list)
        self.theme_form.submitted.connect(self._on_said)
        self.follow(self.invite_form, self.theme_form)
        self.people_list.opened.connect(self._open_person)
        self.people_list.peeked.connect(self._open_person)
        self.people_list.typed.connect(self._on_letter)
        self.theme_list.opened.connect(self._open_theme)
        self.theme_list.peeked.connect(self._open_theme)

    def _lay_out(self) -> None:
        buttons = (self.invite, self.say, self.export, self.delete)
        self._nobody = Label(tr("Nobody is invited yet."), "body", "text3", wrap=True)
        self._nothing = Label(
            tr("Nothing is noted yet. Their words are worth more than ours."),
            "body",
            "text3",
            wrap=True,
        )
        self._said = Section(tr("What they said"), Column(self.theme_list, inset(self._nothing)))
        more = Row(self.more, None, margins=(4, 4, 0, 0))
        self._invited = Section(tr("Invited"), Column(self.people_list, more, inset(self._nobody)))
        for form in (self.invite_form, self.theme_form):
            form.hide()
        inner = Column(
            inset(self._head),
            6,
            inset(self._counts),
            inset(self._note),
            10,
            inset(holding(Flow(*buttons, gap=6))),
            inset(self.saving.progress),
            8,
            inset(self.invite_form),
            inset(self.theme_form),
            8,
            self._said,
            14,
            self._invited,
            None,
            margins=(0, 2, 0, 12),
        )
        self._scroll = SideScroll(inner)
        head = Row((self._title, 1), self.close_button, margins=(8, 0, 0, 0))
        self.setLayout(Column(head, 2, (self._scroll, 1)))


def _model(key: Callable[[R], str], face: Callable[[R], ListRow]) -> RecordList[R]:
    return RecordList[R](
        key,
        lambda one: face(one).title,
        sentence=lambda one: face(one).sentence,
    )


def _left(report: ListReport) -> str:
    """What was left out stays in the field, a line each with the reason, to be put right."""
    return "\n".join(one.text for one in (*report.bad, *report.unknown))


def _export(event_id: EventId, app: Services, path: Path) -> Path:
    invitation_lists.export(app, event_id, path)
    return path
