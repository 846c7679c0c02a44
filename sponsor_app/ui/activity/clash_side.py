"""A conflict at the side: mine and theirs one beside the other, what stood before, both texts in one, and the choice."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.conflict import DELETED, EDITED, MINE, THEIRS, Conflict
from sponsor_app.domain.merged import ClashKind
from sponsor_app.domain.sync_status import moment
from sponsor_app.ui.activity.clash_words import (
    both_in_one,
    explanation,
    side_caption,
    value_words,
    what_happened,
)
from sponsor_app.ui.activity.words import kind_word
from sponsor_app.ui.widgets.boxes import Column, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.field import TextEdit
from sponsor_app.ui.widgets.flow import Flow
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.surface import Surface

LONGEST, LINES = 12, 10


class Version(Surface):
    """One side: whose it is, and what it says."""

    def __init__(self) -> None:
        self.caption = Label("", "label", "text3", wrap=True)
        self.value = Label("", "body", wrap=True, lines=LONGEST)
        super().__init__("card", Column(self.caption, 3, self.value, margins=(12, 9, 12, 10)))

    def show_value(self, caption: str, words: str) -> None:
        """Show whose it is and what it says."""
        self.caption.set_text(caption)
        self.value.set_text(words)
        self.setAccessibleName(f"{caption}: {words}")


class ClashSide(QWidget):
    """`settled` carries the conflict's id and what shall stand: `mine`, `theirs`, or a text."""

    settled = Signal(str, str)
    opened = Signal(object)  # Conflict

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Conflict | None = None
        self._title = Label("", "heading", wrap=True, lines=3)
        self._what = Label("", "body", "text2", wrap=True)
        self._when = Label("", "meta", "text3", wrap=True)
        self.mine, self.theirs, self.before = (
            Version(),
            Version(),
            Label("", "meta", "text3", wrap=True, lines=6),
        )
        self._caption = Label(tr("Both in one"), "label", "text3", wrap=True)
        self.both = TextEdit(tr("Both in one"), lines=3, most=LINES)
        self._note = Label("", "meta", "text3", wrap=True)
        self.keep_mine = Button(tr("Keep mine"), shortcut="1")
        self.keep_theirs = Button(tr("Keep theirs"), shortcut="2")
        self.keep_both = Button(tr("Keep both in one"), shortcut="3")
        self.go = Button(tr("Open it"), "arrow-right", "quiet")
        self.keep_mine.clicked.connect(lambda: self.keep(MINE))
        self.keep_theirs.clicked.connect(lambda: self.keep(THEIRS))
        self.keep_both.clicked.connect(self.keep_text)
        self.go.clicked.connect(lambda: self.opened.emit(self.shown))
        self._lay_out()

    def show_conflict(self, one: Conflict, names: Mapping[str, str], now: datetime) -> None:
        """Show another conflict; what was typed for the same one stays."""
        other = self.shown is None or self.shown.id != one.id
        self.shown = one
        title = one.record or kind_word(one.table)
        self.setAccessibleName(title)
        self._title.set_text(title)
        self._what.set_text(what_happened(one))
        self._when.set_text(f"{one.who}, {moment(one.when, now)}")
        presence = one.kind is not ClashKind.EDITED
        for part, side, value in ((self.mine, MINE, one.mine), (self.theirs, THEIRS, one.theirs)):
            said = _presence_words(str(value)) if presence else value_words(value, names)
            part.show_value(side_caption(one, side), said)
        self.before.set_text(
            "" if presence else tr("Before: {value}").format(value=value_words(one.before, names))
        )
        self.before.setVisible(not presence)
        both = both_in_one(one)
        for part in (self._caption, self.both, self.keep_both):
            part.setVisible(both is not None)
        if other:
            self.both.setPlainText(both or "")
        self._note.set_text(explanation(one))

    def keep(self, which: str) -> None:
        """Let mine or theirs stand."""
        if self.shown is not None:
            self.settled.emit(self.shown.id, which)

    def keep_text(self) -> None:
        """Let what is written stand."""
        if self.shown is not None and self.keep_both.isVisibleTo(self):
            self.settled.emit(self.shown.id, self.both.toPlainText())

    def _lay_out(self) -> None:
        words = Column(self._title, 2, self._what, self._when)
        versions = Column(self.mine, self.theirs, self.before, gap=8)
        choice = holding(Flow(self.keep_mine, self.keep_theirs, self.keep_both, self.go))
        self.setLayout(
            Column(
                inset(words),
                12,
                inset(versions),
                12,
                inset(self._caption),
                3,
                inset(self.both),
                10,
                inset(choice),
                8,
                inset(self._note),
                None,
                margins=(0, 0, 0, 12),
            )
        )


def _presence_words(what: str) -> str:
    return {DELETED: tr("It shall be gone"), EDITED: tr("It shall be there, as it was edited")}[
        what
    ]
