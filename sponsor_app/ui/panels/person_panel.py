"""One person, opened: how to reach them, what they do, who looks after them, what we know."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.exposure import function_word
from sponsor_app.domain.ids import AccountId, ContactId, MemberId
from sponsor_app.domain.member import Function
from sponsor_app.domain.people import Contact, Fact, Point, Role, Support
from sponsor_app.domain.strength import Strength
from sponsor_app.domain.twins import TwinKind
from sponsor_app.domain.wording import SUPPORT_WORDS
from sponsor_app.services import contacts, knowledge
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.choose_person import ask_anywhere
from sponsor_app.ui.panels.member_options import candidate_options, nobody_option
from sponsor_app.ui.panels.new_at_account import Work
from sponsor_app.ui.panels.person_points import PersonPoints
from sponsor_app.ui.panels.person_words import has_left, role_word, touches_note
from sponsor_app.ui.panels.private_note import PrivateNote
from sponsor_app.ui.places import ToBrief, ToDuplicates, ToLog
from sponsor_app.ui.widgets.boxes import Column, Row, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.day_words import row_day
from sponsor_app.ui.widgets.editable_text import EditableText
from sponsor_app.ui.widgets.fact_button import FactButton
from sponsor_app.ui.widgets.field import LineEdit
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.menu import Entry, open_menu
from sponsor_app.ui.widgets.panel import Panel
from sponsor_app.ui.widgets.picker import Option, Picker
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import CompactRowDelegate, ListRow
from sponsor_app.ui.widgets.strength import StrengthFactors
from sponsor_app.ui.widgets.typography import one_line
from sponsor_app.ui.widgets.unfolding import UnfoldingList, Unfolds

Then = Callable[[Changes], None]
Refused = Callable[[SponsorError], None]
E = TypeVar("E", bound=StrEnum)


class Known(Protocol):
    """What is known around a person: facts and people of the account."""

    @property
    def facts(self) -> Sequence[Fact]: ...
    @property
    def contacts(self) -> Sequence[Contact]: ...


class Around(Protocol):
    """The account of a person, on a day, as somebody sees it."""

    @property
    def page(self) -> Known: ...
    @property
    def account_id(self) -> AccountId: ...
    @property
    def account(self) -> str: ...
    @property
    def today(self) -> date: ...
    def name_of(self, member_id: MemberId | None, name: str | None) -> str: ...


class PersonFacts(Unfolds[Fact, ListRow], CompactRowDelegate[Fact]):
    """Facts about one person."""


class PersonPanel(Panel):
    """Everything is changed in place. `narrow` is for a side panel: what can be done stands below the name."""

    deleted = Signal(object)  # Contact

    def __init__(self, desk: Desk, *, narrow: bool = False) -> None:
        self._desk = desk
        self._person: Contact | None = None
        self._asked_for: int | None = None
        self._shown: Around | None = None
        self._picker: Picker | None = None
        self.name = Label("", "heading", flexible=True)
        self.close_button = Button("", "x", "quiet", name=tr("Close"))
        self.title = EditableText(
            tr("Title"), tr("What do they do there?"), role="body", ink="text2", one_line=True
        )
        self.role = FactButton(tr("Role"))
        self.counterpart = FactButton(tr("Counterpart"))
        self.boss = FactButton(tr("Reports to"))
        self.function = FactButton(tr("Function"))
        self.support = FactButton(tr("Stands"))
        self.points = PersonPoints()
        self.facts = RecordList[Fact](lambda one: one.id, lambda one: one.text)
        self.fact_list = UnfoldingList(
            tr("Facts about this person"),
            self.facts,
            PersonFacts(self._fact_face),
        )
        self.fact = LineEdit(
            tr("A fact about this person"), tr("Something worth knowing, Enter keeps it")
        )
        self.private = PrivateNote(desk)
        self.strength = StrengthFactors(None, headed=True)
        self.log_button = Button(tr("Log"), "pencil-line", "quiet")
        self.brief_button = Button(tr("Brief"), "file-text", "quiet")
        self.left_button = Button(tr("Has left"), "history", "quiet")
        self.merge_button = Button(tr("Merge …"), "copy", "quiet")
        self.delete_button = Button(tr("Delete"), "x", "quiet")
        super().__init__(tr("Person"), *self._parts(narrow=narrow), gap=0, framed=not narrow)
        self._listen()

    @property
    def contact_id(self) -> ContactId | None:
        """Who is shown."""
        return self._person.id if self._person else None

    def show_person(self, person: Contact, shown: Around) -> None:
        """Show another person, or the same with what is new."""
        other = self._person is None or self._person.id != person.id
        self._person, self._shown = person, shown
        if other:
            self.forgive()
            self.fact.clear()
        self.name.set_text(person.name)
        self.setAccessibleName(tr("What we know about {name}").format(name=person.name))
        self.title.show_text(person.title or "")
        role = role_word(person.role)
        self.role.show_value(role or tr("not known"), ink="text" if role else "text3")
        who = shown.name_of(person.counterpart_id, person.counterpart)
        missing = not who
        self.counterpart.show_value(
            who or tr("nobody"),
            symbol="user-plus" if missing else "",
            ink="accent" if missing else "text",
        )
        boss = person.reports_to
        self.boss.show_value(boss or tr("not known"), ink="text" if boss else "text3")
        where = function_word(person.function) if person.function else tr("not known")
        self.function.show_value(tr(where), ink="text" if person.function else "text3")
        stands = tr(SUPPORT_WORDS[person.support]) if person.support else tr("not known")
        self.support.show_value(stands, ink="text" if person.support else "text3")
        self.points.show_person(person)
        self.private.show_record(person.id)
        if other or person.strength != self._asked_for:
            self._ask_strength(person)
        found = [one for one in shown.page.facts if one.contact_id == person.id]
        self.facts.show(found)
        self.fact_list.setVisible(bool(found))
        here_again = tr("Is there again")
        self.left_button.set_label(
            here_again if has_left(person.left_on, shown.today) else tr("Has left")
        )

    def _ask_strength(self, person: Contact) -> None:
        self._asked_for = person.strength
        if person.strength is None:
            self._show_strength(person, None)
        else:
            self._desk.operations.query(
                self,
                lambda app: contacts.strength(app, person.id),
                lambda found: self._show_strength(person, found),
            )

    def _show_strength(self, person: Contact, found: Strength | None) -> None:
        if person.id == self.contact_id:
            self.strength.show_strength(found, touches_note(person, self._around().today))

    def _parts(self, *, narrow: bool) -> tuple[Column | Row, ...]:
        facts = holding(Flow(*self._fact_buttons(), gap=16, line_gap=0))
        acts = (self.log_button, self.brief_button, self.left_button)
        buttons = (*acts, self.merge_button, self.delete_button)
        beside = () if narrow else buttons
        head = Row((self.name, 1), *beside, self.close_button, gap=2, margins=(8, 0, 0, 0))
        below = (Row((holding(Flow(*buttons, gap=0, line_gap=0)), 1)),) if narrow else ()
        return (
            Column(head, self.title, *below),
            Row((facts, 1), margins=(4, 2, 4, 2)),
            inset(self.points),
            Column(6, self.fact_list, 4, inset(self.fact), 8, self.private, 14),
            inset(self.strength),
        )

    def _fact_buttons(self) -> tuple[FactButton, ...]:
        return self.role, self.support, self.counterpart, self.boss, self.function

    def _listen(self) -> None:
        self.title.saved.connect(self._save_title)
        self.role.clicked.connect(self._choose_role)
        self.counterpart.clicked.connect(self._choose_counterpart)
        self.boss.clicked.connect(self._choose_boss)
        self.function.clicked.connect(self._choose_function)
        self.support.clicked.connect(self._choose_support)
        self.points.added.connect(self._add_point)
        self.points.removed.connect(self._remove_point)
        self.points.copied.connect(self._copy)
        self.fact.returnPressed.connect(self._add_fact)
        self.fact_list.deleted.connect(self._remove_fact)
        self.log_button.clicked.connect(self._log)
        self.brief_button.clicked.connect(self._brief)
        self.left_button.clicked.connect(self._leave)
        self.merge_button.clicked.connect(self._choose_twin)
        self.delete_button.clicked.connect(lambda: self.deleted.emit(self._person))
        self.close_button.clicked.connect(self.closed)

    # --- changing -------------------------------------------------------------------------

    def _do(self, work: Work, then: Then | None = None, refused: Refused | None = None) -> None:
        self.forgive()
        self._desk.operations.command(work, self, then=then, refused=refused or self.refuse)

    def _set(self, **values: object) -> None:
        person = self._known()
        self._do(lambda app: contacts.change(app, person.id, **values))

    def _save_title(self, words: str) -> None:
        self._set(title=words or None)

    def _choose_role(self) -> None:
        words = {one: role_word(one) for one in Role}
        self._choose(self.role, words, "role", self._known().role)

    def _choose_support(self) -> None:
        words = {one: tr(SUPPORT_WORDS[one]) for one in Support}
        self._choose(self.support, words, "support", self._known().support)

    def _choose_function(self) -> None:
        words = {one: tr(function_word(one)) for one in Function}
        self._choose(self.function, words, "function", self._known().function)

    def _choose(
        self, button: FactButton, words: Mapping[E, str], field: str, now: E | None
    ) -> None:
        """One of a few values, or that nobody knows."""
        entries: list[Entry | None] = [
            Entry(word, partial(self._set, **{field: one}), checked=one is now)
            for one, word in words.items()
        ]
        nothing = Entry(tr("not known"), partial(self._set, **{field: None}), checked=now is None)
        open_menu(button, [*entries, None, nothing])

    def _choose_counterpart(self) -> None:
        person, picker = self._known(), self._ask()
        title = tr("Counterpart of {name}").format(name=person.name)
        picker.ask(
            title,
            tr("Type a name"),
            lambda option: self._set(counterpart_id=MemberId(option.key) if option.key else None),
        )
        nobody = [nobody_option(tr("Nobody"), "")] if person.counterpart_id else []
        self._desk.operations.query(
            picker, candidate_options, lambda found: picker.offer([*found, *nobody])
        )

    def _choose_boss(self) -> None:
        person, shown, picker = self._known(), self._around(), self._ask()
        title = tr("Who does {name} report to?").format(name=person.name)
        picker.ask(
            title,
            tr("Type a name"),
            lambda option: self._set(reports_to_id=option.key or None),
        )
        others = [one for one in shown.page.contacts if one.id != person.id]
        options = [
            Option(one.id, ListRow(one.name, one.title or "", symbol="user-round"))
            for one in others
        ]
        picker.offer([*options, nobody_option(tr("Nobody known"), "")])

    def _add_point(self, text: str) -> None:
        person = self._known()
        self._do(
            lambda app: contacts.add_point(app, person.id, text),
            lambda _changes: self.points.clear(),
        )

    def _remove_point(self, point: Point) -> None:
        person = self._known()
        self._do(lambda app: contacts.remove_point(app, person.id, point))

    def _copy(self, point: Point) -> None:
        QApplication.clipboard().setText(point.raw)
        self._desk.say(tr("Copied {text}").format(text=point.raw))

    def _add_fact(self) -> None:
        person, text = self._known(), self.fact.text()
        self._do(
            lambda app: knowledge.add_fact(app, person.id, text),
            lambda _changes: self.fact.clear(),
        )

    def _remove_fact(self, one: Fact) -> None:
        self._do(lambda app: knowledge.delete_fact(app, one.id))

    def _leave(self) -> None:
        gone = has_left(self._known().left_on, self._around().today)
        self._set(left_on=None if gone else self._around().today)

    # --- going ----------------------------------------------------------------------------

    def _log(self) -> None:
        words = tr("with {name} at {account}: ")
        said = words.format(name=self._known().name, account=self._around().account)
        self._desk.go(ToLog(said))

    def _brief(self) -> None:
        self._desk.go(ToBrief(self._around().account_id, (self._known().id,)))

    def _choose_twin(self) -> None:
        """Choose who may be the same person: both are looked at side by side before they are merged."""
        title = tr("Merge {name} with").format(name=self._known().name)
        ask_anywhere(self._desk, self._ask(), title, self._compare)

    def _compare(self, other: ContactId, _name: str) -> None:
        person = self._known()
        if other == person.id:
            self._desk.say(tr("That is the same record of the same person."))
        else:
            self._desk.go(ToDuplicates(TwinKind.CONTACT, (person.id, other)))

    # --- asking ---------------------------------------------------------------------------

    def _ask(self) -> Picker:
        if self._picker is None:
            self._picker = Picker(self.window())
        return self._picker

    def _fact_face(self, one: Fact) -> ListRow:
        day = row_day(one.on, self._shown.today) if self._shown else ""
        return ListRow(one_line(one.text), one.source or "", day)

    def _known(self) -> Contact:
        if self._person is None:
            msg = "a person is changed before anyone is shown"
            raise LookupError(msg)
        return self._person

    def _around(self) -> Around:
        if self._shown is None:
            msg = "a person is changed before anyone is shown"
            raise LookupError(msg)
        return self._shown
