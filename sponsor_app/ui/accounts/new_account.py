"""A new account takes a name and Enter; whoever is already there under a similar name is shown while typing."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.account import AccountStatus
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.search import Hit, HitKind
from sponsor_app.domain.twins import LooksKnownError, Resembling
from sponsor_app.services import Services, accounts, resembling, searching
from sponsor_app.ui.accounts.list_line import TIERS, tier_word
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import ToAccount
from sponsor_app.ui.widgets.boxes import Column, Row, fix, holding, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip_choice import ChipChoice
from sponsor_app.ui.widgets.field import Field, LineEdit
from sponsor_app.ui.widgets.key_cap import KeyCap
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.overlay import Overlay
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.palette_row import PaletteRow, PaletteRowDelegate, match
from sponsor_app.ui.widgets.states import state
from sponsor_app.ui.widgets.surface import Rule

WIDTH, CAPTION, SIMILAR = 560, 72, 4
SURE = 45.0  # of 100: below it a hit only shares a letter or two


class NameField(LineEdit):
    """Down goes to those that are already there."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class NewAccount(QWidget):
    """`ask` opens it with some words in the field."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._desk, self._asked_times = desk, 0
        self._warned: Mapping[str, str] = {}
        self.name = NameField(tr("Name of the account"), tr("What are they called?"), role="lead")
        self.field = Field(self.name)
        self.similar = RecordList[Hit](
            lambda hit: hit.id,
            lambda hit: hit.title,
            sentence=lambda hit: self._row(hit).sentence,
        )
        self.list = ListView(
            tr("Accounts that are already here"), self.similar, PaletteRowDelegate[Hit](self._row),
            selects=True, ground="surface",
        )  # fmt: skip
        self.similar.setParent(self.list)
        self.tier = ChipChoice(tr("Tier"), [(tier, tier_word(tier)) for tier in TIERS])
        self.status = ChipChoice(
            tr("Status"),
            [(one, state(one).word) for one in AccountStatus],
            AccountStatus.CUSTOMER,
            needed=True,
        )
        self.website = LineEdit(tr("Website"), tr("example.com"))
        self.add = Button(tr("Add account"))
        self._lay_out()
        self.overlay = Overlay(host, self, name=tr("New account"), width=WIDTH)
        self.name.textChanged.connect(self._on_typed)
        self.name.left.connect(self._enter_list)
        self.list.opened.connect(self._open)
        self.add.clicked.connect(self._add)
        for editor in (self.name, self.website):
            editor.returnPressed.connect(self._add)

    def ask(self, name: str = "") -> None:
        """Float over the window with the keyboard in the name."""
        self.tier.choose("")
        self.status.choose(AccountStatus.CUSTOMER)
        self.website.clear()
        self.field.set_error("")
        self._warned = {}
        self.name.setText(name)
        self._on_typed(name)
        self.overlay.open(self.name)

    def _row(self, hit: Hit) -> PaletteRow:
        why = "" if hit.field == "name" else f"{tr(hit.field)}: {hit.snippet}"
        return PaletteRow("building-2", hit.title, why, "", match(hit.title, self.name.text()))

    def _lay_out(self) -> None:
        form = Column(
            self._line(tr("Status"), self.status),
            self._line(tr("Tier"), self.tier),
            self._line(tr("Website"), self.website),
            gap=8,
        )
        here = Label(
            tr("Already here: Down and Enter open it instead"), "metaB", "text2", flexible=True
        )
        listing = Row((self.list, 1), margins=(6, 0, 6, 0))
        self._here = holding(Column(10, inset(here, 20), 2, listing))
        body = Column(
            inset(Label(tr("New account"), "heading", flexible=True), 20), 10, inset(self.field, 20),
            self._here, 14, inset(holding(form), 20), margins=(0, 18, 0, 16),
        )  # fmt: skip
        keys = Row(
            KeyCap("Enter", tr("add")), KeyCap("Esc", tr("close")), None, self.add,
            gap=16, margins=(20, 10, 20, 12),
        )  # fmt: skip
        self.setLayout(Column(body, Rule(), keys))
        self._here.hide()

    def _line(self, caption: str, part: QWidget) -> Row:
        row = Row(gap=0)
        label = fix(Label(caption, "metaB", "text2"), width=CAPTION, height=28)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.add((part, 1))
        return row

    def _on_typed(self, text: str) -> None:
        self.field.set_error("")
        self._asked_times += 1
        number = self._asked_times
        if not text.strip():
            self._show((), number)
            return
        self._desk.operations.query(
            self,
            lambda app: searching.find(app, text, limit=SIMILAR, kinds=(HitKind.ACCOUNT,)),
            lambda hits: self._show(hits, number),
        )

    def _show(self, hits: Sequence[Hit], number: int) -> None:
        if number == self._asked_times:
            sure = [hit for hit in hits if hit.score >= SURE]
            self.similar.show(sure)
            self._here.setVisible(bool(sure))
            same = any(fold(hit.title) == fold(self.name.text()) for hit in sure)
            self.add.set_label(tr("Add a second one") if same else tr("Add account"))

    def _enter_list(self) -> None:
        if self.similar.rowCount():
            self.list.setCurrentIndex(self.similar.index(0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, hit: Hit) -> None:
        self.overlay.dismiss()
        self._desk.go(ToAccount(AccountId(hit.id)))

    def _add(self) -> None:
        fields = self._fields()
        seen = any(fold(hit.title) == fold(fields["name"]) for hit in self.similar.records)
        sure = fields == self._warned or (seen and not fields["website"].strip())

        def work(app: Services) -> Changes:
            if not sure:
                resembling.refuse_known_account(app, fields)
            return accounts.add(app, fields=fields)

        self._desk.operations.command(
            work,
            self,
            then=self._on_added,
            refused=self._on_refused,
        )

    def _on_added(self, changes: Changes) -> None:
        self.overlay.dismiss()
        self._desk.go(ToAccount(AccountId(changes.created[0])))

    def _on_refused(self, error: SponsorError) -> None:
        if isinstance(error, LooksKnownError):
            self._warn(error)
            return
        self.field.set_error(f"{error.message} {error.next}".strip())
        self.name.setFocus()

    def _warn(self, error: LooksKnownError) -> None:
        """Show whom it looks like, to be opened instead; the same once more adds it."""
        self._asked_times += 1  # what is still being looked for would take their place
        self._warned = self._fields()
        self.similar.show([_hit(one) for one in error.found])
        self._here.setVisible(True)
        self.add.set_label(tr("Add a second one"))
        self.field.set_error(error.message)
        self.name.setFocus()

    def _fields(self) -> dict[str, str]:
        return {
            "name": self.name.text(),
            "status": self.status.value,
            "tier": self.tier.value,
            "website": self.website.text(),
        }


def _hit(one: Resembling) -> Hit:
    return Hit(HitKind.ACCOUNT, one.id, one.name, None, None, "name", "", float(one.score))
