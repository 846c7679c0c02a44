"""Everything on file about an account in one quiet form; only what was changed is saved, as one step."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QGridLayout, QWidget

from sponsor_app.domain.account import AccountStatus
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.won_and_lost import Turning, turning
from sponsor_app.services import accounts
from sponsor_app.ui.accounts.list_line import TIERS, tier_word
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.boxes import Column, Row, holding
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip_choice import ChipChoice
from sponsor_app.ui.widgets.field import Field, LineEdit, TextEdit
from sponsor_app.ui.widgets.key_cap import KeyCap
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.overlay import Overlay
from sponsor_app.ui.widgets.scrolled import Scrolled
from sponsor_app.ui.widgets.spoken import announce
from sponsor_app.ui.widgets.states import state
from sponsor_app.ui.widgets.surface import Rule
from sponsor_app.ui.widgets.theme import px

WIDTH = 720
LONG = ("story", "wants", "lost_because")
CHOICES = ("status", "tier")
WHOLE = ("name", "website", "address", "issue_channel")
"""Fields that take a line of their own."""


def field_words() -> dict[str, tuple[str, str]]:
    """Caption and placeholder of every field, in the order of the form."""
    return {
        "name": (tr("Name"), ""),
        "status": (tr("Status"), ""),
        "tier": (tr("Tier"), ""),
        "industry": (tr("Industry"), ""),
        "region": (tr("Region"), ""),
        "website": (tr("Website"), tr("example.com")),
        "phone": (tr("Phone"), ""),
        "email": (tr("E-mail"), ""),
        "address": (tr("Address"), ""),
        "postcode": (tr("Postcode"), ""),
        "city": (tr("City"), ""),
        "country": (tr("Country"), ""),
        "customer_since": (tr("Customer since"), "2017-03-01"),
        "employees": (tr("Employees"), ""),
        "annual_revenue": (tr("Annual revenue"), "1250000"),
        "currency": (tr("Currency"), "EUR"),
        "ideal_days": (tr("To be seen every, days"), tr("from the tier")),
        "maximum_days": (tr("At the latest after, days"), tr("from the tier")),
        "external_id": (tr("Number in other systems"), ""),
        "issue_channel": (tr("How they raise an issue"), tr("hotline, portal, a name")),
        "story": (tr("Story"), ""),
        "wants": (tr("What they want now"), ""),
        "lost_because": (tr("Why we lost them"), ""),
    }


class DetailsForm(QWidget):
    """`edit` opens it for an account."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self._desk = desk
        self._account_id: AccountId | None = None
        self._before: Mapping[str, str] = {}
        self.fields: dict[str, LineEdit | TextEdit | ChipChoice] = {}
        self.why = LineEdit(tr("Why"))
        self.save = Button(tr("Save"))
        self._title = Label("", "heading", flexible=True)
        self._wrong = Label("", "meta", "bad", flexible=True, wrap=True, lines=2)
        self._lay_out()
        self.overlay = Overlay(host, self, name=tr("Details"), width=WIDTH, light=False)
        self.save.clicked.connect(self._save)

    def edit(self, account_id: AccountId) -> None:
        """Ask for what is on file, then float."""
        self._desk.operations.query(
            self,
            lambda app: accounts.texts(app, account_id),
            lambda texts: self._show(account_id, texts),
        )

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(px(20), px(4), px(20), px(16))
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(10))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        line, side = 0, 0
        for name, (caption, placeholder) in field_words().items():
            if name == "tier":  # why it turned is asked right below the status
                grid.addWidget(self._why_field(), line, 0, 1, 2)
                line += 1
            wide = name in (*LONG, *CHOICES, *WHOLE)
            if wide and side:
                line, side = line + 1, 0
            grid.addWidget(self._field(name, caption, placeholder), line, side, 1, 2 if wide else 1)
            line, side = (line + 1, 0) if wide or side else (line, 1)
        body = Scrolled(holding(grid), tr("Fields of the account"))
        head = Row((self._title, 1), margins=(20, 16, 20, 8))
        keys = Row(
            KeyCap("Ctrl+Enter", tr("save")), KeyCap("Esc", tr("close")), (self._wrong, 1),
            self.save, gap=16, margins=(20, 10, 20, 12),
        )  # fmt: skip
        self.setLayout(Column(head, (body, 1), Rule(), keys))

    def _why_field(self) -> QWidget:
        self._asks = Label("", "metaB", "text2")
        self._why = holding(Column(self._asks, 4, self.why))
        self._why.hide()
        self.why.returnPressed.connect(self._save)
        return self._why

    def _ask_why(self, status: str) -> None:
        """Ask for the reason while the status that is chosen turns the account round; nobody has to answer."""
        before = self._before.get("status", "")
        turned = turning(AccountStatus(before), AccountStatus(status)) if before else None
        captions = {
            Turning.LOST: tr("Why we lost them"),
            Turning.WON_BACK: tr("Why they came back"),
        }
        self._why.setVisible(turned is not None)
        if turned is not None:
            self._asks.set_text(captions[turned])
            self.why.setAccessibleName(captions[turned])
            self.why.setPlaceholderText(tr("One honest sentence; kept with today’s date"))

    def _field(self, name: str, caption: str, placeholder: str) -> QWidget:
        if name in CHOICES:
            choice = self.fields[name] = self._choice(name, caption)
            return holding(Column(Label(caption, "metaB", "text2"), 4, choice))
        if name in LONG:
            editor: LineEdit | TextEdit = TextEdit(caption, placeholder, lines=2, most=6)
        else:
            editor = LineEdit(caption, placeholder)
            editor.returnPressed.connect(self._save)
        if isinstance(editor, TextEdit):
            editor.submitted.connect(self._save)
        self.fields[name] = editor
        return Field(editor, caption)

    def _choice(self, name: str, caption: str) -> ChipChoice:
        if name == "tier":
            return ChipChoice(caption, [(tier, tier_word(tier)) for tier in TIERS])
        words = [(one, state(one).word) for one in AccountStatus]
        choice = ChipChoice(caption, words, needed=True)
        choice.changed.connect(self._ask_why)
        return choice

    def _show(self, account_id: AccountId, texts: Mapping[str, str]) -> None:
        self._account_id, self._before = account_id, texts
        self._title.set_text(texts["name"])
        self._wrong.set_text("")
        for name, editor in self.fields.items():
            text = texts.get(name, "")
            if isinstance(editor, ChipChoice):
                editor.choose(text)
            elif isinstance(editor, TextEdit):
                editor.setPlainText(text)
            else:
                editor.setText(text)
        self.why.clear()
        self._ask_why(texts.get("status", ""))
        first = self.fields["name"]
        self.overlay.open(first)

    def _changed(self) -> dict[str, str]:
        now = {name: _text(editor) for name, editor in self.fields.items()}
        changed = {name: text for name, text in now.items() if text != self._before.get(name, "")}
        if "annual_revenue" in changed or "currency" in changed:
            # An amount means nothing without its currency, nor the other way round.
            changed |= {name: now[name] for name in ("annual_revenue", "currency")}
        return changed

    def _save(self) -> None:
        account_id, changed = self._account_id, self._changed()
        because = self.why.text() if self._why.isVisibleTo(self) else ""
        if account_id is None or not changed:
            self.overlay.dismiss()
            return
        self._desk.operations.command(
            lambda app: accounts.change(app, account_id, changed, because=because),
            self,
            then=self._on_saved,
            refused=self._on_refused,
        )

    def _on_saved(self, _changes: Changes) -> None:
        self.overlay.dismiss()

    def _on_refused(self, error: SponsorError) -> None:
        sentence = f"{error.message} {error.next}".strip()
        self._wrong.set_text(sentence)
        announce(self, sentence)


def _text(editor: QObject) -> str:
    if isinstance(editor, ChipChoice):
        return editor.value
    if isinstance(editor, TextEdit):
        return editor.toPlainText()
    return editor.text() if isinstance(editor, LineEdit) else ""
