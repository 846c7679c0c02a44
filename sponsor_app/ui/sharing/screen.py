"""Team: who shares, with which laptops and how fresh; letting people in and out; where the shared file is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.team import Standing
from sponsor_app.services import Services, profiles
from sponsor_app.ui.courier.courier import InStep
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.screen import Screen
from sponsor_app.ui.sharing.acts import TeamActs
from sponsor_app.ui.sharing.view import TeamView
from sponsor_app.ui.sharing.words import Line
from sponsor_app.ui.widgets.boxes import Column
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.letter_keys import bind_keys
from sponsor_app.ui.widgets.menu import Entry, open_menu

if TYPE_CHECKING:
    from sponsor_app.services.sharing.syncing import Report

OTHER = Qt.FocusReason.OtherFocusReason
NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Around:
    """What protects the store, and what says which moment it is here."""

    protection: str
    now: Callable[[], datetime]


def read(app: Services) -> Around:
    """What the screen must know of the store."""
    return Around(profiles.protection_words(app), app.local_now)


class TeamScreen(Screen):
    """Arrows walk the laptops; I lets somebody in, S looks at the shared file now, / filters a large team."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Team"), parent)
        self._around: Around | None = None
        self._standing: InStep | None = desk.courier.now
        self._held = 0
        self.view = TeamView()
        self.setLayout(Column((self.view, 1)))
        self.acts = TeamActs(desk, self)
        self._listen()

    # --- showing --------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask what protects the store; how the team stands is told by whoever visits it."""
        self.desk.operations.query(self, read, self._show_around)

    def first_focus(self) -> QWidget:
        """The list, or what there is to do."""
        view = self.view
        if view.list.isVisibleTo(self) and view.lines.records:
            return view.list
        return view.nothing.action if view.nothing.isVisibleTo(self) else self

    def _show_around(self, around: Around) -> None:
        self._around, self._standing = around, self.desk.courier.now
        self._show()
        self._pass_keyboard_on()

    def _pass_keyboard_on(self) -> None:
        """The page itself has the keyboard only until there is something on it."""
        if self.hasFocus():
            self.first_focus().setFocus(OTHER)

    def _on_told(self, standing: InStep) -> None:
        self._standing = standing
        if self.isVisible():
            self._show()
            self._pass_keyboard_on()

    def _show(self) -> None:
        around, standing, view = self._around, self._standing, self.view
        if around is None or standing is None:
            return
        if standing.team.standing is Standing.ALONE:
            view.show_alone(
                may_share=around.protection not in ("", NOTHING), why=_why_not(around.protection)
            )
            return
        begins = view.nothing.isVisibleTo(self)
        view.show_team(standing, around.now())
        view.offer_held(self._held)
        if view.list.current_record() is None and view.lines.records:
            mine = next((one for one in view.lines.records if one.laptop.mine), None)
            first = mine or view.lines.records[0]
            view.list.select((first.laptop.id, first.past))
        self._look_closer(view.list.current_record())
        if begins:
            view.list.setFocus(OTHER)

    def _look_closer(self, line: Line | None) -> None:
        around, standing = self._around, self._standing
        if line is None or around is None or standing is None:
            self.view.side.show_nothing()
        else:
            self.view.side.show_line(line, standing.team, around.now())

    def _on_came(self, report: "Report") -> None:
        self._held = report.held
        if self.isVisible():
            self.view.offer_held(self._held)

    # --- acting ---------------------------------------------------------------------------

    def invite(self, name: str = "") -> None:
        """Make a code for somebody, or for another laptop of mine."""
        if self._around is not None and self.view.invite.isVisibleTo(self):
            self.acts.invite(self._around.now, name)

    def look(self) -> None:
        """Look at the shared file now."""
        if self.view.file_section.isVisibleTo(self):
            self.desk.courier.look()
            self.desk.say(tr("Looking at the shared file"))

    def _filter(self) -> None:
        if self.view.field.isVisibleTo(self):
            self.view.field.setFocus(OTHER)

    def _on_asked(self, what: str) -> None:
        line = self.view.side.line
        if line is None:
            return
        one, acts = line.laptop, self.acts
        calls: dict[str, Callable[[], None]] = {
            "admin": lambda: acts.set_admin(one, admin=True),
            "member": lambda: acts.set_admin(one, admin=False),
            "rename": lambda: acts.rename(one),
            "again": lambda: self.invite(one.name),
            "remove": lambda: acts.remove(one),
            "end": lambda: acts.end_code(one),
            "leave": self._leave,
            "back": lambda: acts.take_back(one),
        }
        calls[what]()

    def _invite(self) -> None:
        self.invite()

    def _leave(self) -> None:
        self.acts.leave(admin=self._standing is not None and self._standing.team.admin)

    def _more(self) -> None:
        team = self._standing.team if self._standing else None
        if team is None:
            return
        inside = team.standing is Standing.IN
        entries: list[Entry | None] = [
            Entry(tr("Make a recovery page …"), self.acts.recover, "printer", enabled=team.admin),
            Entry(tr("The shared file is somewhere else …"), self.acts.move, "map-pin"),
            Entry(tr("Join with a new code …"), self.acts.join, "mail", enabled=not inside),
            None,
            Entry(tr("Leave the team …"), self._leave, "arrow-right", enabled=inside),
            Entry(tr("Stop sharing on this laptop …"), self.acts.forget, "x"),
        ]
        open_menu(self.view.more, entries)

    def _enter(self, _line: Line) -> None:
        for button in self.view.side.buttons.values():
            if button.isVisibleTo(self):
                button.setFocus(OTHER)
                return

    def _listen(self) -> None:
        view, courier = self.view, self.desk.courier
        courier.told.connect(self._on_told)
        courier.came.connect(self._on_came)
        view.invite.clicked.connect(self._invite)
        view.more.clicked.connect(self._more)
        view.recovery.acted.connect(self.acts.recover)
        view.file_section.acted.connect(self.look)
        view.notice_section.acted.connect(lambda: self.acts.let_in(self._held))
        view.nothing.acted.connect(self.acts.create)
        view.join.clicked.connect(self.acts.join)
        view.list.moved.connect(self._look_closer)
        view.list.opened.connect(self._enter)
        view.side.asked.connect(self._on_asked)
        view.field.textChanged.connect(self._show)
        for signal in (view.field.left, view.field.entered):
            signal.connect(lambda: view.list.setFocus(OTHER))
        bind_keys(self, {"I": self._invite, "S": self.look, "/": self._filter})


def _why_not(protection: str) -> str:
    if protection == NOTHING:
        return tr(
            "This store is not protected, and the keys of a team are not kept in the open."
            " Make a protected profile, and move there with export and import."
        )
    return tr(
        "Nothing protects what is here yet, and the keys of a team need that. Choose what protects it first."
    )
