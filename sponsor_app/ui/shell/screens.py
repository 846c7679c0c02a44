"""Every screen and how to make it; each is loaded when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import ScreenName
from sponsor_app.ui.screen import Screen
from sponsor_app.ui.widgets.language import tr

if TYPE_CHECKING:
    from sponsor_app.ui.accounts.page_screen import AccountScreen
    from sponsor_app.ui.brief.screen import BriefScreen
    from sponsor_app.ui.duplicates.screen import DuplicatesScreen
    from sponsor_app.ui.reviews.screen import ReviewScreen


@dataclass(frozen=True, slots=True)
class RailEntry:
    """A screen's place in the rail."""

    screen: ScreenName
    title: str
    icon: str
    shortcut: str
    make: Callable[[Desk], Screen]


def _today(desk: Desk) -> Screen:
    from sponsor_app.ui.today.screen import TodayScreen

    return TodayScreen(desk)


def _accounts(desk: Desk) -> Screen:
    from sponsor_app.ui.accounts.list_screen import AccountsScreen

    return AccountsScreen(desk)


def _people(desk: Desk) -> Screen:
    from sponsor_app.ui.people.list_screen import PeopleScreen

    return PeopleScreen(desk)


def _issues(desk: Desk) -> Screen:
    from sponsor_app.ui.issues.screen import IssuesScreen

    return IssuesScreen(desk)


def _promises(desk: Desk) -> Screen:
    from sponsor_app.ui.promises.screen import PromisesScreen

    return PromisesScreen(desk)


def _events(desk: Desk) -> Screen:
    from sponsor_app.ui.events.screen import EventsScreen

    return EventsScreen(desk)


def _references(desk: Desk) -> Screen:
    from sponsor_app.ui.references.screen import ReferencesScreen

    return ReferencesScreen(desk)


def _reach_outs(desk: Desk) -> Screen:
    from sponsor_app.ui.reach_outs.screen import ReachOutsScreen

    return ReachOutsScreen(desk)


def _coverage(desk: Desk) -> Screen:
    from sponsor_app.ui.coverage.screen import CoverageScreen

    return CoverageScreen(desk)


def _activity(desk: Desk) -> Screen:
    from sponsor_app.ui.activity.screen import ActivityScreen

    return ActivityScreen(desk)


def _team(desk: Desk) -> Screen:
    from sponsor_app.ui.sharing.screen import TeamScreen

    return TeamScreen(desk)


def account_screen(desk: Desk) -> "AccountScreen":
    """One account's page."""
    from sponsor_app.ui.accounts.page_screen import AccountScreen

    return AccountScreen(desk)


def brief_screen(desk: Desk) -> "BriefScreen":
    """The brief."""
    from sponsor_app.ui.brief.screen import BriefScreen

    return BriefScreen(desk)


def duplicates_screen(desk: Desk) -> "DuplicatesScreen":
    """What may be here twice."""
    from sponsor_app.ui.duplicates.screen import DuplicatesScreen

    return DuplicatesScreen(desk)


def review_screen(desk: Desk) -> "ReviewScreen":
    """The one-to-one with a sponsor."""
    from sponsor_app.ui.reviews.screen import ReviewScreen

    return ReviewScreen(desk)


def rail_entries() -> tuple[RailEntry, ...]:
    """The rail, from top to bottom."""
    return (
        RailEntry(ScreenName.TODAY, tr("Today"), "sun-medium", "Ctrl+1", _today),
        RailEntry(ScreenName.ACCOUNTS, tr("Accounts"), "building-2", "Ctrl+2", _accounts),
        RailEntry(ScreenName.PEOPLE, tr("People"), "users-round", "Ctrl+3", _people),
        RailEntry(ScreenName.ISSUES, tr("Issues"), "circle-alert", "Ctrl+4", _issues),
        RailEntry(ScreenName.PROMISES, tr("Promises"), "handshake", "Ctrl+5", _promises),
        RailEntry(ScreenName.EVENTS, tr("Events"), "calendar-days", "Ctrl+6", _events),
        RailEntry(ScreenName.REFERENCES, tr("References"), "quote", "Ctrl+7", _references),
        RailEntry(ScreenName.REACH_OUTS, tr("Reach-outs"), "send", "Ctrl+R", _reach_outs),
        RailEntry(ScreenName.COVERAGE, tr("Coverage"), "layout-grid", "Ctrl+8", _coverage),
        RailEntry(ScreenName.ACTIVITY, tr("Activity"), "activity", "Ctrl+9", _activity),
        RailEntry(ScreenName.TEAM, tr("Team"), "laptop", "Ctrl+T", _team),
    )
