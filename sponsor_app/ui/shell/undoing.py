"""Taking back and doing again, whatever it was: a step of the history, or what only this laptop keeps."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from sponsor_app import services
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.ids import StepId
from sponsor_app.domain.language import UNDID
from sponsor_app.services import Services
from sponsor_app.ui.desk import Desk, Told
from sponsor_app.ui.widgets.language import how_many, tr, understood
from sponsor_app.ui.widgets.toast import Toast

Deeds = list[Told | None]
REDO = "Ctrl+Shift+Z"
MOST = 50
"""Deeds of this window whose order is remembered; before them there are only the steps of the history."""


class Undoing(QObject):
    """Knows in which order things were done in this window: `None` stands for a step, which the history knows itself."""

    def __init__(self, desk: Desk, toast: Toast, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._toast = desk, toast
        self._done: Deeds = []
        self._undone: Deeds = []
        self._shown: Callable[[], None] = self.take_back
        desk.told.connect(self._on_told)
        desk.operations.changed.connect(self._on_changed)
        toast.undone.connect(self._on_toast)

    def forget(self) -> None:
        """Know nothing of anybody any more."""
        self._done.clear()
        self._undone.clear()
        self._shown = self.take_back
        self._toast.dismiss()

    def take_back(self) -> None:
        """Take back what was done last."""
        told = self._done[-1] if self._done else None
        if told is not None:
            self._back(told)
        else:
            self._ask(lambda app: services.history.undo(app)[0], self._done, self._undone)

    def do_again(self) -> None:
        """Do again what was taken back last."""
        told = self._undone[-1] if self._undone else None
        if told is not None:
            self._again(told)
        else:
            self._ask(lambda app: services.history.redo(app)[0], self._undone, self._done)

    # --- what only this laptop keeps ------------------------------------------------------------

    def _on_told(self, told: Told) -> None:
        self._did(told)
        self._toast.say(told.sentence)
        self._shown = lambda: self._back(told)

    def _back(self, told: Told) -> None:
        if told in self._done:
            self._done.remove(told)
        self._undone.append(told)
        told.take_back()
        self._toast.say(understood(f"{UNDID}{told.sentence}"), action=tr("Redo"), key=REDO)
        self._shown = lambda: self._again(told)

    def _again(self, told: Told) -> None:
        if told in self._undone:
            self._undone.remove(told)
        self._done.append(told)
        told.do_again()
        self._toast.say(told.sentence)
        self._shown = lambda: self._back(told)

    # --- steps ------------------------------------------------------------------------------------

    def _ask(self, work: Callable[[Services], Changes], came: Deeds, goes: Deeds) -> None:
        """Let a step go from one side to the other, at once: the next key may come before the answer."""
        was_there = bool(came)
        if was_there:
            came.pop()
        goes.append(None)

        def refused(error: SponsorError) -> None:
            _drop(goes)
            if was_there:
                came.append(None)
            self._desk.operations.failed.emit(error)

        self._desk.operations.command(work, self, refused=refused)

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        step = changes.step
        if step is None or not changes.title:
            return
        if initiator is not self:
            self._note(changes)
        self._say(changes)
        self._shown = lambda: self._reverse(step)

    def _note(self, changes: Changes) -> None:
        if changes.took_back:
            _drop(self._done)
            self._undone.append(None)
        elif changes.did_again:
            _drop(self._undone)
            self._done.append(None)
        else:
            self._did(None)

    def _say(self, changes: Changes) -> None:
        said = understood(changes.title)
        if changes.kept:
            words = tr("{records} edited or built upon since stayed as they are.")
            said = f"{said}. {words.format(records=how_many(changes.kept, 'record'))}"
        if changes.took_back:
            self._toast.say(said, action=tr("Redo"), key=REDO)
        else:
            self._toast.say(said)

    def _reverse(self, step: StepId) -> None:
        """Take back the step that the toast is about: for one that took something back, that is to redo it."""
        self._desk.operations.command(lambda app: services.history.undo(app, step)[0], self._toast)

    # --- both -------------------------------------------------------------------------------------

    def _on_toast(self) -> None:
        self._shown()

    def _did(self, one: Told | None) -> None:
        self._done.append(one)
        del self._done[:-MOST]
        self._undone.clear()


def _drop(deeds: Deeds) -> None:
    """Forget the last of them, if it is a step."""
    if deeds and deeds[-1] is None:
        deeds.pop()
