"""One reach-out at the side: what it does for them, the accounts it fits, mine first, and what became of it there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.reach_out import Fitting, Progress
from sponsor_app.services import reach_outs
from sponsor_app.services.reach_outs import ReachOutList
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.beside_side import BesideSide
from sponsor_app.ui.places import ToAccount
from sponsor_app.ui.reach_outs.note_panel import NotePanel
from sponsor_app.ui.reach_outs.words import order_of, place_face
from sponsor_app.ui.widgets.boxes import Column, Row, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import CompactRowDelegate, ListRow
from sponsor_app.ui.widgets.section import Section
from sponsor_app.ui.widgets.side_scroll import SideScroll
from sponsor_app.ui.widgets.unfolding import UnfoldingList, Unfolds

FEW = 60
"""So many accounts are shown until somebody asks for all."""


class PlaceRows(Unfolds[Fitting, ListRow], CompactRowDelegate[Fitting]):
    """Accounts that unfold."""


class ReachOutSide(BesideSide):
    """What it does for them, the accounts it fits, what became of it at each."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Close this reach-out"), parent)
        self._list: ReachOutList | None = None
        self._one: Progress | None = None
        self._all = False
        self._title = Label("", "heading", wrap=True, lines=3)
        self._because = Label("", "body", "text", wrap=True)
        self._for = Label("", "meta", "text2", wrap=True)
        self.delete = Button(tr("Delete"), "x", "quiet")
        self.places = RecordList[Fitting](
            lambda one: one.row.account_id,
            lambda one: one.row.account,
            sentence=lambda one: self._face(one).sentence,
        )
        self.list = UnfoldingList(tr("Accounts it fits"), self.places, PlaceRows(self._face))
        self.more = Button("", kind="link")
        self._lay_out()
        self._listen()

    def show_reach_out(self, one: Progress, found: ReachOutList) -> None:
        """Show a reach-out, or the same with what is new."""
        if self._one is None or self._one.reach_out.id != one.reach_out.id:
            self._scroll.to_top()
            self._all = False
            self.list.fold()
        self._one, self._list = one, found
        known = one.reach_out
        self.setAccessibleName(known.title)
        self._title.set_text(known.title)
        self._because.set_text(known.because)
        self._for.set_text(tr("For: {criteria}").format(criteria=known.criteria.words))
        told = tr("{done} of {all} told").format(done=one.done, all=number(one.fits))
        self._places.set_count(told)
        self._show_places()

    def begin(self) -> None:
        """Give the keyboard to the accounts."""
        part = self.list if self.list.isVisibleTo(self) else self.delete
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Nothing is shown any more."""
        self._one = None

    def _show_places(self) -> None:
        one, found = self._one, self._list
        if one is None or found is None:
            return
        ordered = sorted(one.fitting, key=lambda place: order_of(place, found.me))
        self.places.show(ordered if self._all else ordered[:FEW])
        self.list.setVisible(bool(ordered))
        self._nobody.setVisible(not ordered)
        left = 0 if self._all else len(ordered) - FEW
        self.more.set_label(tr("Show {count} more").format(count=number(left)))
        self.more.setVisible(left > 0)

    def _show_all(self) -> None:
        self._all = True
        self._show_places()

    def _face(self, one: Fitting) -> ListRow:
        return place_face(one, self._list.as_of if self._list else None)

    def _unfold(self, place: Fitting) -> None:
        one = self._one
        if one is None or self.list.unfolded == place.row.account_id:
            self.list.fold()
            return
        panel = NotePanel(self._desk, one.reach_out.id, place)
        panel.finished.connect(self.list.fold)
        self.list.unfold(panel, panel.copy)

    def _on_letter(self, letter: str) -> None:
        place, one = self.list.current_record(), self._one
        if place is None or one is None:
            return
        if letter == "o":
            self._desk.go(ToAccount(place.row.account_id))
        elif letter == "d" and place.open:
            at = place.row.account_id
            self.do(lambda app: reach_outs.done(app, one.reach_out.id, at))

    def _delete(self) -> None:
        one = self._one
        if one is not None:
            self.do(lambda app: reach_outs.delete(app, one.reach_out.id))

    def _listen(self) -> None:
        self.delete.clicked.connect(self._delete)
        self.more.clicked.connect(self._show_all)
        self.list.opened.connect(self._unfold)
        self.list.peeked.connect(self._unfold)
        self.list.typed.connect(self._on_letter)

    def _lay_out(self) -> None:
        self._nobody = Label(tr("No account fits."), "body", "text3", wrap=True)
        more = Row(self.more, None, margins=(4, 4, 0, 0))
        self._places = Section(tr("Accounts it fits"), Column(self.list, more, inset(self._nobody)))
        inner = Column(
            inset(self._because),
            4,
            inset(self._for),
            8,
            Row(self.delete, None),
            8,
            self._places,
            None,
            margins=(0, 2, 0, 12),
        )
        self._scroll = SideScroll(inner)
        head = Row((self._title, 1), self.close_button, margins=(8, 0, 0, 0))
        self.setLayout(Column(head, 2, (self._scroll, 1)))
