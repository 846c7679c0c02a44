"""The palette: accounts, people, what was written, and actions in one box."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from sponsor_app import services
from sponsor_app.domain.search import Hit
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import Place, ToBrief
from sponsor_app.ui.shell.actions import Action
from sponsor_app.ui.shell.finds import (
    LIMIT,
    Asked,
    Find,
    arranged,
    asked,
    find_of,
    finds_at,
    finds_of_actions,
)
from sponsor_app.ui.widgets.boxes import Column, Row, fix
from sponsor_app.ui.widgets.field import LineEdit
from sponsor_app.ui.widgets.glyph import Glyph
from sponsor_app.ui.widgets.key_cap import KeyCap
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.overlay import Overlay
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.palette_row import PaletteRowDelegate
from sponsor_app.ui.widgets.surface import Rule

WIDTH, INPUT, LIST = 660, 55, 380


class Palette(QWidget):
    """Typing asks the store; Enter goes, Ctrl+Enter opens the brief. `picked` carries a place or an action."""

    picked = Signal(object)  # Find

    def __init__(self, desk: Desk, actions: Sequence[Action], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._actions = desk, tuple(actions)
        self._asked_times = 0
        self._recent: list[Find] = []
        self.input = LineEdit(
            tr("Find accounts, people, notes and actions"),
            tr("Name, phone, e-mail, order number, or > for actions"),
            role="input",
            height=INPUT,
            bare=True,
        )
        self._count = Label("", "meta", "text3")
        self.model = RecordList[Find](
            key=lambda find: find.key,
            text=lambda find: find.row.title,
            accessible=lambda find: find.row.sentence,
            group=lambda find: find.group,
        )
        self.list = ListView(
            tr("Found"),
            self.model,
            PaletteRowDelegate[Find](lambda find: find.row),
            fit=False,
            selects=True,
            ground="surface",
        )
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self.overlay = Overlay(parent, self, name=tr("Palette"), width=WIDTH)
        self.input.textChanged.connect(self._on_typed)
        self.input.stepped.connect(self.list.step)
        self.input.returnPressed.connect(self._on_return)
        self.list.opened.connect(self._pick)

    def _lay_out(self) -> None:
        head = Row(
            Glyph("search", "text2", 18),
            12,
            (self.input, 1),
            self._count,
            gap=0,
            margins=(20, 0, 20, 0),
        )
        keys = Row(
            KeyCap("Enter", tr("open")),
            KeyCap("Ctrl+Enter", tr("brief")),
            KeyCap("Esc", tr("close")),
            None,
            Label(tr("also old names, phones, mail, order numbers"), "meta", "text3"),
            gap=16,
            margins=(20, 8, 20, 10),
        )
        body = Row((fix(self.list, height=LIST), 1), gap=0, margins=(6, 4, 6, 6))
        self.setLayout(Column(head, Rule(), body, Rule(), keys))

    def open(self, text: str = "") -> None:
        """Float over the window with the keyboard in the field."""
        self._ask_recent()
        self.input.setText(text)
        self.input.selectAll()
        self._on_typed(text)
        self.overlay.open(self.input)

    def remember(self, find: Find) -> None:
        """Offer a place first the next time, also after the program was closed."""
        hit = find.hit
        if hit is not None:
            self._recent = [find, *(one for one in self._recent if one.key != find.key)]
            self._desk.operations.query(
                self,
                lambda app: services.searching.remember(app, hit.kind, hit.id),
                lambda _kept: None,
            )

    def _ask_recent(self) -> None:
        self._desk.operations.query(self, services.searching.recent, self._show_recent)

    def _show_recent(self, hits: Sequence[Hit]) -> None:
        before, self._recent = self._recent, [find_of(hit, "") for hit in hits]
        wish = asked(self.input.text())
        if not wish.text and wish.kinds and [one.key for one in before] != self._keys():
            self._show(wish, [], self._asked_times)

    def _keys(self) -> list[str]:
        return [one.key for one in self._recent]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._open_brief()
        else:
            super().keyPressEvent(event)

    def _on_typed(self, typed: str) -> None:
        self._asked_times += 1
        wish, number = asked(typed), self._asked_times
        if not wish.text or not wish.kinds:
            self._show(wish, [], number)
            return
        self._desk.operations.query(
            self,
            lambda app: services.searching.find(app, wish.text, limit=LIMIT, kinds=wish.kinds),
            lambda hits: self._show(wish, hits, number),
        )

    def _show(self, wish: Asked, hits: Sequence[Hit], number: int) -> None:
        if number != self._asked_times:
            return
        records = [find_of(hit, wish.text) for hit in hits]
        if not wish.text and wish.kinds:
            records = [one for one in self._recent if one.hit and one.hit.kind in wish.kinds]
        actions = finds_of_actions(self._actions, wish.text) if wish.actions else []
        if wish.text and wish.actions:
            actions = [*finds_at(records, wish.text), *actions]
        found = arranged(records, actions, wish.text, self._keys())
        self.model.show(found)
        self._count.set_text(_counted(found, len(hits)) if wish.text else "")
        if found:
            self.list.select(found[0].key)

    def _on_return(self) -> None:
        find = self.list.current_record()
        if find is not None:
            self._pick(find)

    def _pick(self, find: Find) -> None:
        self.overlay.dismiss()
        if find.place is not None:
            self.remember(find)
        self.picked.emit(find)

    def _open_brief(self) -> None:
        find = self.list.current_record()
        if find is not None and find.account_id is not None:
            self.overlay.dismiss()
            self.remember(find)
            place: Place = ToBrief(find.account_id)
            self._desk.go(place)


def _counted(shown: Sequence[Find], hits: int) -> str:
    """`3 found`, or `8 of 14` when not all of them are shown."""
    here = sum(one.hit is not None for one in shown)
    if here < hits:
        return tr("{shown} of {count}").format(shown=here, count=hits)
    return tr("{count} found").format(count=hits)
