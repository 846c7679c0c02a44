"""Their people as tiles: arrows move, Enter opens what we know of one below, and a name is enough to add another."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.ids import ContactId
from sponsor_app.domain.people import Contact
from sponsor_app.services import contacts
from sponsor_app.ui.accounts.part import Part, Shown
from sponsor_app.ui.accounts.person_face import in_order, tile_of
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.add_person import AddPerson
from sponsor_app.ui.panels.person_panel import PersonPanel
from sponsor_app.ui.places import Back, ToRecord
from sponsor_app.ui.widgets.boxes import Column, inset
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.panel import reveal_soon
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.person_tile import PersonTileDelegate
from sponsor_app.ui.widgets.spoken import announce


class Tiles(ListView[Contact]):
    """Side by side."""

    deleted = Signal(object)
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        record = self.current_record()
        if event.key() == Qt.Key.Key_Delete and record is not None:
            self.deleted.emit(record)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class PeoplePart(Part):
    """Tiles, and below them whoever was opened."""

    def __init__(self, desk: Desk) -> None:
        self.model = RecordList[Contact](
            lambda one: one.id,
            lambda one: one.name,
            sentence=lambda one: tile_of(one, self._shown).sentence,
        )
        self.tiles = Tiles(
            tr("People"),
            self.model,
            PersonTileDelegate[Contact](lambda one: tile_of(one, self._shown)),
            flow="across",
            fades=True,
        )
        self.model.setParent(self.tiles)
        self.form = AddPerson()
        self.panel = PersonPanel(desk)
        self._wanted: ContactId | None = None
        self.empty = EmptyState(
            "users-round",
            tr("Nobody is known there yet"),
            tr("A name is enough; whoever you name in the log line is added too."),
            action=tr("Add a person"),
            action_icon="user-plus",
        )
        parts = (self.form, self.tiles, self.panel, self.empty)
        body = Column(2, *(inset(part) for part in parts), gap=4)
        super().__init__(desk, tr("People"), body, action=tr("Add person"))
        self.form.hide()
        self.panel.hide()
        self._listen()

    def show_page(self, shown: Shown) -> None:
        super().show_page(shown)
        people = in_order(shown)
        self.model.show(people)
        self.set_count(str(len(people)) if people else "")
        self.tiles.setVisible(bool(people))
        self.empty.setVisible(not people and not self.form.isVisibleTo(self))
        if self._wanted is not None:
            self.tiles.select(self._wanted)
            self._wanted = None
        self._follow(people)

    def leave(self) -> None:
        self.form.hide()
        self.panel.hide()
        self.tiles.setCurrentIndex(self.model.index(-1))

    def add(self) -> None:
        """Ask for a name, above the tiles."""
        self.empty.hide()
        self.form.clear()
        self.form.begin(self.form.name)

    def _listen(self) -> None:
        self.acted.connect(self.add)
        self.empty.acted.connect(self.add)
        self.form.submitted.connect(self._on_submitted)
        self.form.closed.connect(self._close_form)
        self.form.twin_wanted.connect(self._show_twin)
        self.tiles.opened.connect(self._open)
        self.tiles.moved.connect(self._on_moved)
        self.tiles.deleted.connect(self._delete)
        self.tiles.escaped.connect(self._on_escaped)
        self.panel.closed.connect(self._close_panel)
        self.panel.deleted.connect(self._delete)

    def _follow(self, people: Sequence[Contact]) -> None:
        """Keep the opened person in step with what is known now."""
        if not self.panel.isVisibleTo(self):
            return
        here = next((one for one in people if one.id == self.panel.contact_id), None)
        if here is None:
            self.panel.hide()
        else:
            self.panel.show_person(here, self.shown)

    def _open(self, one: Contact) -> None:
        """Show somebody below the tiles; a second time goes in."""
        if self.panel.isVisibleTo(self) and self.panel.contact_id == one.id:
            self.panel.begin(self.panel.fact)
            return
        self.panel.show_person(one, self.shown)
        self.panel.show()
        announce(self.panel, self.panel.accessibleName())
        reveal_soon(self.panel)

    def open_person(self, contact_id: str) -> None:
        """Show somebody below the tiles, with the keyboard on their tile."""
        here = next((one for one in self.model.records if one.id == contact_id), None)
        if here is not None:
            self.tiles.select(here.id)
            self.tiles.setFocus(Qt.FocusReason.OtherFocusReason)
            self._open(here)

    def _on_moved(self, one: Contact | None) -> None:
        if one is not None and self.panel.isVisibleTo(self):
            self.panel.show_person(one, self.shown)
            reveal_soon(self.panel)

    def _on_submitted(self) -> None:
        self.do(self.form.adding(self.shown.account_id), self._on_added, self.form.refuse)

    def _on_added(self, changes: Changes) -> None:
        self._wanted = ContactId(changes.created[0])
        self.form.clear()

    def _show_twin(self, contact_id: str) -> None:
        """Show who is here already instead of adding somebody: elsewhere, when they work elsewhere."""
        here = next((one for one in self.model.records if one.id == contact_id), None)
        self._close_form()
        if here is None:
            self.desk.go(ToRecord("contact", contact_id))
        else:
            self.tiles.select(here.id)
            self._open(here)

    def _close_form(self) -> None:
        self.form.hide()
        self.empty.setVisible(not self.model.rowCount())
        (self.tiles if self.model.rowCount() else self.empty.action).setFocus()

    def _on_escaped(self) -> None:
        if self.panel.isVisibleTo(self):
            self._close_panel()
        else:
            self.desk.go(Back())

    def _close_panel(self) -> None:
        self.panel.hide()
        self.tiles.setFocus(Qt.FocusReason.OtherFocusReason)

    def _delete(self, one: Contact) -> None:
        if self.panel.isVisibleTo(self):
            self._close_panel()
        self.do(lambda app: contacts.delete(app, one.id, one.name))
