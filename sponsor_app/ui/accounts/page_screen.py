"""One account on one page: how it stands, its people, what happened, what is owed, who changed what."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.changes import Changes, Topic
from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.importing import SUFFIXES
from sponsor_app.domain.twins import TwinKind
from sponsor_app.services import Services, accounts
from sponsor_app.ui.accounts.details_form import DetailsForm
from sponsor_app.ui.accounts.page_body import PageBody
from sponsor_app.ui.accounts.part import Shown
from sponsor_app.ui.accounts.timeline_part import FEW
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.panels.account_search import ask_for_account
from sponsor_app.ui.places import Back, ToBrief, ToDuplicates, ToLog
from sponsor_app.ui.screen import Screen
from sponsor_app.ui.widgets.boxes import Column, holding
from sponsor_app.ui.widgets.dropped import dropped_files
from sponsor_app.ui.widgets.empty_state import EmptyState
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.menu import Entry, open_menu
from sponsor_app.ui.widgets.picker import Picker

PLAIN = Qt.KeyboardModifier.NoModifier


def read(app: Services, account_id: AccountId, limit: int | None) -> Shown | NotFoundError:
    """The page of an account, or why there is none."""
    try:
        return Shown(accounts.page(app, account_id, limit=limit), app.me)
    except NotFoundError as gone:
        return gone


class AccountScreen(Screen):
    """B brief, L log, I issue, P promise, F attach a file, / filters the timeline, Esc back."""

    topics = frozenset(Topic) - {Topic.NOTE, Topic.ATTACHMENT, Topic.HERE}

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Account"), parent)
        self._account_id: AccountId | None = None
        self._shown: Shown | None = None
        self._section: str | None = None
        self._form: DetailsForm | None = None
        self._picker: Picker | None = None
        self._page = PageBody(desk)
        self.gone = EmptyState(
            "building-2",
            tr("This account is not here"),
            tr("It was deleted, or has not reached this laptop yet. Activity brings it back."),
            action=tr("Go back"),
        )
        self._nothing = holding(Column(self.gone, None, margins=(32, 24, 32, 24)))
        self.setLayout(Column((self._page, 1), (self._nothing, 1)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self._nothing.hide()
        self._page.hide()
        self._actions: Mapping[str, Callable[[], None]] = {}
        self.gone.acted.connect(lambda: self.desk.go(Back()))
        self._page.made.connect(self._listen)

    @property
    def body(self) -> PageBody:
        """The page, all of it made."""
        self._page.make_all()
        return self._page

    def show_account(self, account_id: AccountId, section: str = "") -> None:
        """Show an account from its top, or at one of its sections."""
        if account_id != self._account_id:
            self._account_id, self._shown = account_id, None
            self._page.hide()
            self._nothing.hide()
            if self._page.is_made:
                self._page.leave()
        self._section = section
        self._ask()

    def refresh(self) -> None:
        page, account_id = self._page, self._account_id
        limit = page.timeline.limit if page.is_made else FEW
        if account_id is not None:
            self.desk.operations.query(
                self, lambda app: read(app, account_id, limit), partial(self._show, account_id)
            )

    def first_focus(self) -> QWidget:
        """The links to the sections, once there is a page."""
        return self._page.links_focus() if self._page.isVisibleTo(self) else self

    # --- acting ---------------------------------------------------------------------------

    def brief(self) -> None:
        """The brief of this account."""
        if self._account_id is not None:
            self.desk.go(ToBrief(self._account_id))

    def log(self) -> None:
        """The log line, at this account."""
        if self._shown is not None:
            self.desk.go(ToLog(tr("at {account}: ").format(account=self._shown.account)))

    def edit_details(self) -> None:
        """Everything on file in one form."""
        if self._shown is not None:
            if self._form is None:
                self._form = DetailsForm(self.desk, self.window())
            self._form.edit(self._shown.account_id)

    def merge(self) -> None:
        """Choose the account that may be the same: both are looked at side by side before they are merged."""
        if self._shown is not None:
            if self._picker is None:
                self._picker = Picker(self.window())
            title = tr("Merge {account} with").format(account=self._shown.account)
            gone = self._shown.account_id
            ask_for_account(self.desk, self._picker, title, gone, partial(self._merge, gone))

    def delete(self) -> None:
        """Delete this account and go back; undo brings it back."""
        account_id = self._account_id
        if account_id is not None:
            self.desk.operations.command(
                lambda app: accounts.delete(app, account_id), self, then=self._on_deleted
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == PLAIN
        act = self._actions.get(event.text()) if plain and self._shown is not None else None
        if act is not None:
            act()
        elif event.key() == Qt.Key.Key_Escape:
            self.desk.go(Back())
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """What could be imported is left to the window, unless it is let go over the attachments themselves."""
        if self._shown is not None and _to_attach(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.body.attachments.take(dropped_files(event))

    def _on_typed(self, text: str) -> None:
        act = self._actions.get(text)
        if act is not None:
            act()

    def _merge(self, gone: AccountId, kept: AccountId, _name: str) -> None:
        self.desk.go(ToDuplicates(TwinKind.ACCOUNT, (gone, kept)))

    def _on_deleted(self, _changes: Changes) -> None:
        self.desk.go(Back())

    # --- showing --------------------------------------------------------------------------

    def _show(self, account_id: AccountId, answer: Shown | NotFoundError) -> None:
        if account_id != self._account_id:
            return
        if not self._page.is_made:
            QTimer.singleShot(0, self, partial(self._show, account_id, answer))
            return
        here = isinstance(answer, Shown)
        had_keyboard = self.hasFocus() or self.gone.action.hasFocus()
        if isinstance(answer, Shown):
            self._shown = answer
            self.setAccessibleName(answer.account)
            self.body.show_page(answer)
        else:
            self._shown = None
        self.body.setVisible(here)
        self._nothing.setVisible(not here)
        if self._section:
            self.body.jump(self._section)
        elif had_keyboard:
            self.first_focus().setFocus()
        self._section = None

    def _open_menu(self) -> None:
        entries = [
            Entry(tr("Edit details"), self.edit_details, "pencil-line"),
            self._turn_entry(),
            Entry(tr("Merge with another account …"), self.merge, "arrow-right"),
            None,
            Entry(tr("Delete"), self.delete, "x"),
        ]
        open_menu(self.body.top.more, entries)

    def _turn_entry(self) -> Entry:
        gone = self._shown is not None and self._shown.page.row.status.gone
        words = tr("We won them back …") if gone else tr("We lost them …")
        return Entry(words, self.body.turns.ask, "history")

    def _listen(self) -> None:
        page = self._page
        self._actions = {
            "b": self.brief,
            "l": self.log,
            "i": page.issues.add,
            "p": page.promises.add,
            "f": page.attachments.choose,
            "/": page.timeline.open_filter,
        }
        page.top.brief_wanted.connect(self.brief)
        page.top.log_wanted.connect(self.log)
        page.top.more_wanted.connect(self._open_menu)
        page.timeline.asked.connect(self.refresh)
        page.timeline.log_wanted.connect(self.log)
        page.care.acted.connect(page.top.assign)
        page.file.acted.connect(self.edit_details)
        page.typed.connect(self._on_typed)


def _to_attach(event: QDropEvent) -> bool:
    """Whether none of what is dropped is what an import takes."""
    files = dropped_files(event)
    return bool(files) and not any(file.suffix.lower() in SUFFIXES for file in files)
