"""One step, or one deleted record, at the side: every change of it, and the way back."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.activity import UNDO, Deleted, StepDetails, can_be_taken_back
from sponsor_app.domain.history import Entry
from sponsor_app.ui.activity.entry_row import EntryRow, EntryRowDelegate
from sponsor_app.ui.activity.words import (
    clock_of,
    day_of,
    entry_face,
    kind_word,
    tally_words,
    what_goes_back,
    who_did,
)
from sponsor_app.ui.widgets import theme
from sponsor_app.ui.widgets.boxes import Column, Row, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr, understood
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.theme import px

LOWEST = 200


class ActivitySide(QWidget):
    """`taken_back` and `restored` ask for it; `opened` carries the entry whose record is wanted."""

    taken_back = Signal()
    restored = Signal()
    opened = Signal(object)  # Entry

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Mapping[str, str] = {}
        self._title = Label("", "heading", wrap=True, lines=4)
        self._who = Label("", "body", "text2", wrap=True)
        self._when = Label("", "meta", "text3", wrap=True)
        self._tally = Label("", "meta", "text2", wrap=True)
        self._note = Label("", "meta", "text3", wrap=True)
        self.back = Button(tr("Take this back"), "undo-2", shortcut="T")
        self.restore = Button(tr("Bring back"), "undo-2", shortcut="R")
        self.entries = RecordList[Entry](
            lambda one: (one.record_id, one.op, one.fields),
            lambda one: one.record or kind_word(one.record_kind),
            sentence=lambda one: self._face(one).sentence,
        )
        self.list = ListView(
            tr("What was changed"),
            self.entries,
            EntryRowDelegate[Entry](self._face),
            fit=False,
            click_opens=False,
            ground="surface",
        )
        self.entries.setParent(self.list)
        self._lay_out()
        self.back.clicked.connect(self.taken_back)
        self.restore.clicked.connect(self.restored)
        self.list.opened.connect(self.opened)
        theme.follow(self)
        self.restyle()
        self.show_nothing()

    def show_step(self, details: StepDetails, today: date) -> None:
        """Show a step and all it changed."""
        step, self._names = details.step, details.names
        possible = can_be_taken_back(step)
        self._head(
            understood(step.title), who_did(step), f"{day_of(step.at, today)}, {clock_of(step.at)}"
        )
        self._tally.set_text(tally_words(details.tallies))
        self._tally.setVisible(not details.entries or len(details.entries) > 1)
        self.back.set_label(tr("Do it again") if step.kind == UNDO else tr("Take this back"))
        self.back.setVisible(possible)
        self.restore.hide()
        self.say(what_goes_back(details, possible=possible))
        self.entries.show(details.entries)
        self.list.setVisible(bool(details.entries))

    def show_deleted(self, one: Deleted, today: date) -> None:
        """Show what was deleted."""
        by = one.member or tr("somebody")
        who = tr("{kind}, deleted by {name}").format(kind=kind_word(one.kind), name=by)
        when = f"{day_of(one.at, today)}, {clock_of(one.at)}"
        self._head(one.name or tr("without a name"), who, when)
        at = tr("It was at {account}.").format(account=one.account) if one.account else ""
        self._tally.set_text(at)
        self._tally.setVisible(bool(at))
        self.back.hide()
        self.restore.show()
        self.say(tr("It comes back as it was when it was deleted."))
        self.entries.show(())
        self.list.hide()

    def show_nothing(self) -> None:
        """Say how to fill it."""
        self._head("", "", "")
        self._tally.hide()
        self.back.hide()
        self.restore.hide()
        self.entries.show(())
        self.list.hide()
        self.say(tr("Choose a step to see what it changed."))

    def say(self, words: str) -> None:
        """Say what the way back means, or what came of it."""
        self._note.set_text(words)

    def note(self) -> str:
        """What is said."""
        return self._note.text()

    def restyle(self) -> None:
        """Stay readable below the list, where there is no room beside it."""
        self.list.setMinimumHeight(px(LOWEST))

    def _head(self, title: str, who: str, when: str) -> None:
        self.setAccessibleName(title)
        for label, words in ((self._title, title), (self._who, who), (self._when, when)):
            label.set_text(words)
            label.setVisible(bool(words))

    def _face(self, one: Entry) -> EntryRow:
        return entry_face(one, self._names)

    def _lay_out(self) -> None:
        words = Column(self._title, 2, self._who, self._when, 8, self._tally)
        buttons = holding(Row(self.back, self.restore, None))
        self.setLayout(
            Column(
                inset(words),
                10,
                inset(buttons),
                6,
                inset(self._note),
                10,
                (self.list, 1000),
                None,
                margins=(0, 0, 0, 12),
            )
        )
