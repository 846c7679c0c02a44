"""Everybody who speaks for us: who may be asked now, who is locked and why, who waits for an answer."""

from functools import partial

from PySide6.QtWidgets import QWidget

from sponsor_app.domain.changes import Topic
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.reference import Reference
from sponsor_app.services import references
from sponsor_app.services.references import ReferenceList
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.account_search import ask_for_account
from sponsor_app.ui.panels.beside_screen import BesideScreen
from sponsor_app.ui.references.forms import AgreeForm
from sponsor_app.ui.references.side import ReferenceSide, agreeing
from sponsor_app.ui.references.words import (
    FILTERS,
    face_of,
    filter_word,
    fits,
    group_of,
    laundry_line,
    list_line,
)
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.letter_keys import bind_keys
from sponsor_app.ui.widgets.list_and_side import ListAndSide
from sponsor_app.ui.widgets.picker import Picker
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import ListRowDelegate


class ReferencesScreen(BesideScreen[Reference]):
    """N agrees on one; R asks for it, A they agreed again, C called unasked, E changes, G the guideline."""

    topics = frozenset(
        {
            Topic.ACCOUNT,
            Topic.CONTACT,
            Topic.INTERACTION,
            Topic.ISSUE,
            Topic.POLICY,
            Topic.PULSE,
            Topic.REFERENCE,
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._found: ReferenceList | None = None
        self._picker: Picker | None = None
        self.new_button = Button(tr("Agree on one"), "plus", shortcut="N")
        self.side, self.form = ReferenceSide(desk), AgreeForm(desk)
        rows = RecordList[Reference](
            lambda one: one.id,
            lambda one: one.contact,
            accessible=lambda one: (
                f"{group_of(self._found, one)}: {face_of(self._found, one).sentence}"
            ),
            tip=lambda one: face_of(self._found, one).sentence,
            group=lambda one: group_of(self._found, one),
        )
        view = ListAndSide[Reference](
            tr("References"),
            rows,
            ListRowDelegate[Reference](lambda one: face_of(self._found, one)),
            self.side,
            nothing=EmptyState(
                "quote",
                tr("Nobody has agreed to speak for us yet"),
                tr("Ask somebody who is happy, and put down what for and until when."),
                action=tr("Agree on one"),
                action_icon="plus",
            ),
            chips=[(key, filter_word(key)) for key in FILTERS],
            keys=(
                ("Enter", tr("open")),
                ("Space", tr("look closer")),
                ("R", tr("ask for it")),
                ("A", tr("they agreed again")),
                ("C", tr("called unasked")),
            ),
            actions=(self.new_button,),
            form=self.form,
        )
        parts = (self.side, self.form, self.new_button)
        super().__init__(desk, tr("References"), view, lambda one: one.id, parts, parent)
        self._listen()

    def refresh(self) -> None:
        """Ask for everything."""
        self.desk.operations.query(self, references.listed, self._show)

    def show_beside(self, record: Reference, *, enter: bool) -> None:
        """Show one reference."""
        if self._found is not None:
            self.side.show_reference(record, self._found)
            if enter:
                self.side.begin()

    def add(self) -> None:
        """Agree on another one: first at which account."""
        if self._picker is None:
            self._picker = Picker(self.window())
        ask_for_account(
            self.desk, self._picker, tr("At which account are they?"), None, self._begin_at
        )

    def _begin_at(self, account_id: AccountId, name: str) -> None:
        self.form.clear()
        self.form.heading.set_text(tr("At {account}").format(account=name))
        self.form.heading.show()
        self.form.begin(self.form.who)
        self.form.begin_at(account_id)

    def _show(self, found: ReferenceList) -> None:
        self._found = found
        self.rearrange()

    def arrange(self) -> None:
        """Fill the rows from what was found."""
        found = self._found
        if found is None:
            return
        shown = [one for one in found.references if fits(found, one, self.view.chosen)]
        shown.sort(key=lambda one: not found.standing(one).free)
        counts = {
            key: sum(fits(found, one, key) for one in found.references) for key in self.view.chips
        }
        self.view.warn(laundry_line(found))
        self.view.show_rows(shown, list_line(found), counts, empty=not found.references)

    def _on_agreed(self) -> None:
        work = agreeing(self.form)
        if work is not None:
            self.do(work, self.made, self.form.refuse)

    def _aim(self, letter: str) -> None:
        """A key of the side works from the rows too: the row is opened first."""
        one = self.current()
        if one is None:
            return
        self.peek(one)
        forms = {"R": self.side.ask_form, "C": self.side.call_form, "E": self.side.agree_form}
        if letter in forms:
            self.side.start(forms[letter])
        elif letter == "A":
            self.side.approve_again()
        else:
            self.side.write_guideline()

    def _listen(self) -> None:
        self.form.submitted.connect(self._on_agreed)
        bind_keys(self, {"N": self.add, **{key: partial(self._aim, key) for key in "RACEG"}})
