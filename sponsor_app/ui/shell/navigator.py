"""Where we are and where we came from: shows places, makes screens when they are first shown, and goes back."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from sponsor_app import services
from sponsor_app.domain.ids import MemberId
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import (
    Back,
    Place,
    ScreenName,
    ToAccount,
    ToBrief,
    ToDuplicates,
    ToRecord,
    ToReview,
    ToScreen,
)
from sponsor_app.ui.screen import Screen
from sponsor_app.ui.shell.screens import (
    RailEntry,
    account_screen,
    brief_screen,
    duplicates_screen,
    review_screen,
)

if TYPE_CHECKING:
    from sponsor_app.domain.twins import TwinKind

HOME = ToScreen(ScreenName.TODAY)
DEEPEST = 50
MEMBER = "member"
SECTIONS: Mapping[str, str] = {
    "contact": "people",
    "fact": "people",
    "interaction": "timeline",
    "issue": "issues",
    "commitment": "promises",
    "promise": "promises",
    "pulse": "story",
    "account": "",
}
"""The section of the account's page that shows a kind of record best."""

LISTED: Mapping[str, ScreenName] = {
    "reference": ScreenName.REFERENCES,
    "event": ScreenName.EVENTS,
    "reach_out": ScreenName.REACH_OUTS,
}
"""Kinds of records that a screen of their own shows beside its rows."""


class Navigator(QObject):
    """Shows `Place`s in a stack. `arrived` tells the rail which of its screens is open, or None."""

    arrived = Signal(object)  # ScreenName or None
    made = Signal(object)  # a Screen, once

    def __init__(
        self, desk: Desk, stack: QStackedWidget, entries: tuple[RailEntry, ...], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._stack = desk, stack
        self._makers: dict[str, Callable[[Desk], Screen]] = {
            **{entry.screen.value: entry.make for entry in entries},
            "account": account_screen,
            "brief": brief_screen,
            "duplicates": duplicates_screen,
            "review": review_screen,
        }
        self._screens: dict[str, Screen] = {}
        self._trail: list[Place] = []

    @property
    def here(self) -> Place:
        """The place that is shown."""
        return self._trail[-1] if self._trail else HOME

    def go(self, place: Place) -> None:
        """Show a place and remember where we were."""
        if isinstance(place, Back):
            self.back()
        elif isinstance(place, ToRecord) and place.kind != MEMBER:
            self._find_record(place)
        else:
            if place != self.here or not self._trail:
                self._trail = [*self._trail[-DEEPEST:], place]
            self._show(place)

    def back(self) -> None:
        """Show where we came from; the home page at the end."""
        if len(self._trail) > 1:
            self._trail.pop()
            self._show(self._trail[-1])
        else:
            self._trail = [HOME]
            self._show(HOME)

    def current(self) -> Screen | None:
        """The screen that is shown."""
        widget = self._stack.currentWidget()
        return widget if isinstance(widget, Screen) else None

    def screen(self, name: str) -> Any:
        """A screen by its name, made now if it was never shown."""
        if name not in self._screens:
            made = self._screens[name] = self._makers[name](self._desk)
            self._stack.addWidget(made)
            self.made.emit(made)
        return self._screens[name]

    def prepare(self, name: str, *, fill: bool) -> None:
        """Make a screen before anybody goes there; with `fill` it asks for what it will show."""
        made: Screen = self.screen(name)
        if fill:
            made.prepare(self._stack.size())

    def forget(self) -> None:
        """Take every screen away with what it shows, and where we were."""
        for screen in self._screens.values():
            self._stack.removeWidget(screen)
            screen.hide()
            screen.setParent(None)
            screen.deleteLater()
        self._screens, self._trail = {}, []

    def _show(self, place: Place) -> None:
        match place:
            case ToScreen(screen, gap, record_id):
                shown = self.screen(screen.value)
                if gap is not None:
                    shown.show_gap(gap)
                self._raise(shown, screen)
                if record_id:
                    shown.show_record(record_id)
            case ToAccount(account_id, section):
                shown = self.screen("account")
                shown.show_account(account_id, section)
                self._raise(shown, ScreenName.ACCOUNTS)
            case ToBrief(account_id, attendees):
                shown = self.screen("brief")
                shown.show_brief(account_id, attendees)
                self._raise(shown, self._rail_of_trail())
            case ToDuplicates() | ToReview():
                self._show_beside_the_rail(place)
            case ToRecord(_, record_id):  # one of us: the accounts they own
                shown = self.screen(ScreenName.COVERAGE.value)
                shown.show_member(MemberId(record_id))
                self._raise(shown, ScreenName.COVERAGE)
            case _:
                pass

    def _show_beside_the_rail(self, place: ToDuplicates | ToReview) -> None:
        if isinstance(place, ToDuplicates):
            self._show_duplicates(place.kind, place.pair)
        else:
            shown = self.screen("review")
            shown.show_member(place.member_id)
            self._raise(shown, ScreenName.COVERAGE)

    def _show_duplicates(self, kind: "TwinKind | None", pair: tuple[str, str] | None) -> None:
        shown = self.screen("duplicates")
        if pair is None:
            shown.show_kind(kind)
        else:
            shown.show_pair(kind, *pair)
        people = kind == "contact"
        self._raise(shown, ScreenName.PEOPLE if people else ScreenName.ACCOUNTS)

    def _raise(self, shown: Screen, screen: ScreenName | None) -> None:
        self._stack.setCurrentWidget(shown)
        self.arrived.emit(screen)
        first = shown.first_focus()
        if first is not None:
            first.setFocus()

    def _rail_of_trail(self) -> ScreenName | None:
        """The rail stays where the brief was asked for."""
        for place in reversed(self._trail[:-1]):
            if isinstance(place, ToScreen):
                return place.screen
            if isinstance(place, ToAccount):
                return ScreenName.ACCOUNTS
        return ScreenName.TODAY

    def _find_record(self, place: ToRecord) -> None:
        section = SECTIONS.get(place.kind, "")
        if place.kind in LISTED:
            self.go(ToScreen(LISTED[place.kind], record_id=place.record_id))
            return
        if place.kind in services.lookup.PART_OF:
            self._desk.operations.query(
                self,
                lambda app: services.lookup.whole_of(app, place.kind, place.record_id),
                lambda found: self.go(ToRecord(*found)) if found else None,
            )
            return
        if place.account_id is not None:
            self.go(ToAccount(place.account_id, section))
            return
        self._desk.operations.query(
            self,
            lambda app: services.lookup.account_of(app, place.kind, place.record_id),
            lambda found: self.go(ToAccount(found, section)) if found else None,
        )
