"""One person at the side: what we know like a best friend would, who of ours knows them, when we met, what to ask."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.ids import AccountId, ContactId, MemberId
from sponsor_app.domain.person_page import Acquaintance, PersonPage, next_question
from sponsor_app.domain.timeline import Interaction
from sponsor_app.domain.wording import KIND_WORDS, capital, listed
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.person_panel import PersonPanel
from sponsor_app.ui.people.dates import DatesPart
from sponsor_app.ui.people.unasked import unasked_words
from sponsor_app.ui.places import ToAccount
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Column, Row, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.day_words import row_day
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import how_many, tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import CompactRowDelegate, ListRow
from sponsor_app.ui.widgets.scroll_area import ScrollArea
from sponsor_app.ui.widgets.section import Section
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tip import set_tip
from sponsor_app.ui.widgets.typography import one_line

R = TypeVar("R")
LOWEST, NARROWEST = 240, 80


@dataclass(frozen=True, slots=True)
class Shown:
    """One person as the side shows them."""

    page: PersonPage

    @property
    def account_id(self) -> AccountId:
        """Which account; empty for somebody who is at none."""
        return self.page.person.account_id or AccountId("")

    @property
    def account(self) -> str:
        """Its name."""
        return self.page.person.account or ""

    @property
    def today(self) -> date:
        """The day it is shown on."""
        return self.page.as_of

    def name_of(self, member_id: MemberId | None, name: str | None) -> str:
        """A member's name, or `You`; empty for nobody."""
        return tr("You") if member_id == self.page.me else name or ""


class PersonSide(QWidget):
    """`closed` asks to take it away, `deleted` to delete the person."""

    closed = Signal()
    deleted = Signal(object)  # Contact

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: Shown | None = None
        self.account = Button("", kind="link")
        self.panel = PersonPanel(desk, narrow=True)
        self.dates = DatesPart(desk)
        self._ask = Label("", "body", "text", wrap=True)
        self._gap = Label("", "meta", "text3", wrap=True)
        self.known = RecordList[Acquaintance](
            lambda one: one.member_id,
            lambda one: one.name,
            sentence=lambda one: self._known_face(one).sentence,
        )
        self.known_list = self._list(tr("Who of ours knows them"), self.known, self._known_face)
        self.met = RecordList[Interaction](
            lambda one: one.id,
            lambda one: self._met_face(one).title,
            sentence=lambda one: self._met_face(one).sentence,
        )
        self.met_list = self._list(tr("When we met"), self.met, self._met_face)
        self._page = ScrollArea(through=True)
        self._lay_out()
        self.account.clicked.connect(self.open_account)
        self.met_list.opened.connect(self._open_timeline)
        self.panel.closed.connect(self.closed)
        self.panel.deleted.connect(self.deleted)
        theme.follow(self)
        self.restyle()

    @property
    def contact_id(self) -> ContactId | None:
        """Who is shown."""
        return self._shown.page.person.id if self._shown else None

    def show_person(self, page: PersonPage) -> None:
        """Show somebody, or the same person with what is new."""
        other = self.contact_id != page.person.id
        shown = self._shown = Shown(page)
        self.setAccessibleName(page.person.name)
        self.account.set_label(shown.account)
        set_tip(self.account, shown.account)
        self.account.setVisible(bool(shown.account))
        self.panel.brief_button.setVisible(bool(shown.account))
        self.panel.show_person(page.person, shown)
        self.dates.show_person(page.person.id, page.dates, shown.today)
        question = next_question(page)
        self._ask.set_text(f"“{tr(question.words)}”")
        self._gap.set_text(tr(question.gap))
        self._say_profile(page)
        self.known.show(page.known_by)
        self._known.set_count(how_many(len(page.known_by), "of ours", "of ours"))
        self._nobody.setVisible(not page.known_by)
        self.known_list.setVisible(bool(page.known_by))
        self.met.show(page.met)
        touches = page.person.touches
        few = tr("{few} of {all}").format(few=len(page.met), all=touches)
        self._met.set_count(few if touches > len(page.met) else str(touches))
        self._met.set_note(unasked_words(page))
        self._met.setVisible(bool(page.met))
        if other:
            self._page.verticalScrollBar().setValue(0)

    def _say_profile(self, page: PersonPage) -> None:
        known = page.profile
        count = tr("{known} of {of} things known").format(known=known.known, of=known.of)
        self._profile.set_count(count)
        gaps = "; ".join(tr(one.gap) for one in known.missing)
        missing = tr("Missing: {gaps}.").format(gaps=gaps)
        self._missing.set_text(missing if gaps else tr("As well as one knows a friend."))

    def begin(self) -> None:
        """Give the keyboard to what is most often written here: another fact."""
        self.panel.fact.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Nobody is shown any more."""
        self._shown = None

    def open_account(self) -> None:
        """Open the account at its people."""
        self._go("people")

    def restyle(self) -> None:
        """Stay readable below the table, where there is no room beside it; a long account gives way."""
        self._page.setMinimumHeight(px(LOWEST))
        self.account.setMinimumWidth(px(NARROWEST))

    def _open_timeline(self, _one: Interaction) -> None:
        self._go("timeline")

    def _go(self, section: str) -> None:
        if self._shown is not None and self._shown.account_id:
            self._desk.go(ToAccount(self._shown.account_id, section))

    def _known_face(self, one: Acquaintance) -> ListRow:
        if self._shown is None:
            return ListRow(one.name)
        name = self._shown.name_of(one.member_id, one.name)
        touches = how_many(one.touches, "touch", "touches")
        reason = " · ".join(part for part in (touches, one.title) if part)
        return ListRow(name, reason, row_day(one.last_on, self._shown.today))

    def _met_face(self, one: Interaction) -> ListRow:
        if self._shown is None:
            return ListRow(one.kind)
        shown = self._shown
        kind = capital(tr(KIND_WORDS[one.kind]))
        ours = [shown.name_of(who.member_id, who.name) for who in one.members]
        with_us = tr("{kind} with {names}").format(kind=kind, names=listed(ours, 2))
        said = one_line(one.quote or one.summary or "")
        return ListRow(with_us if ours else kind, said, row_day(one.on, shown.today))

    def _list(self, name: str, model: RecordList[R], face: Callable[[R], ListRow]) -> ListView[R]:
        view = ListView(name, model, CompactRowDelegate(face), ground="surface")
        model.setParent(view)
        return view

    def _lay_out(self) -> None:
        self._nobody = Label(tr("Nobody of ours ever met them."), "body", "text3", wrap=True)
        self._known = Section(tr("Who knows them"), Column(self.known_list, inset(self._nobody)))
        self._met = Section(tr("When we met"), self.met_list)
        self._missing = Label("", "meta", "text2", wrap=True)
        self._profile = Section(
            tr("Ask next"), Column(self._ask, 2, self._gap, 4, self._missing), steps_out=False
        )
        inner = Column(
            Row(self.account, None, margins=(4, 0, 8, 0)),
            6,
            self.panel,
            8,
            self.dates,
            12,
            self._profile,
            14,
            self._known,
            14,
            self._met,
            None,
            margins=(0, 2, 0, 12),
        )
        body = holding(inner)
        self._page.hold(body)
        self.setLayout(Column((self._page, 1)))
