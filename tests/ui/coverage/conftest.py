"""A small team in which every gap has somebody, and the screen that shows it."""

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

import pytest
from pytestqt.qtbot import QtBot

from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.interaction import Intent, Kind, Place
from sponsor_app.services import Services, accounts, interactions, members, sponsorships
from sponsor_app.ui.coverage.screen import CoverageScreen
from sponsor_app.ui.desk import Desk
from tests.ui.conftest import Show


class Team(NamedTuple):
    """`acme` seen this month, `bolt` overdue, `cora` nobody's and never met, `dune` promised nothing."""

    mia: MemberId
    tom: MemberId
    acme: AccountId
    bolt: AccountId
    cora: AccountId
    dune: AccountId


def seen(app: Services, account: AccountId, days: int) -> None:
    on = app.today() - timedelta(days=days)
    interactions.log(app, InteractionDraft(account, Kind.VISIT, on, Place.THEIRS, Intent.CARE))


@pytest.fixture
def team(app: Services, acme: AccountId) -> Team:
    def add(name: str, **fields: str) -> AccountId:
        return AccountId(accounts.add(app, fields={"name": name, **fields}).created[0])

    mia = MemberId(members.add(app, name="Mia Andersson", function="sales").created[0])
    tom = MemberId(members.add(app, name="Tom Idle", function="finance").created[0])
    bolt = add("Bolt", tier="key")
    cora = add("Cora", tier="standard")
    dune = add("Dune")
    sponsorships.set_sponsor(app, [acme], app.me)
    sponsorships.set_sponsor(app, [bolt, dune], mia)
    seen(app, acme, 10)
    seen(app, bolt, 200)
    seen(app, dune, 3)
    return Team(mia, tom, acme, bolt, cora, dune)


Opened = Callable[[], CoverageScreen]


@pytest.fixture
def opened(desk: Desk, show: Show, qtbot: QtBot) -> Opened:
    """Show a new screen and wait until it has its answer."""

    def shown() -> CoverageScreen:
        screen = CoverageScreen(desk)
        show(screen)
        qtbot.waitUntil(lambda: screen._report is not None)
        first = screen.first_focus()
        first.setFocus()
        qtbot.waitUntil(first.hasFocus)
        return screen

    return shown


@pytest.fixture
def screen(team: Team, opened: Opened) -> CoverageScreen:
    return opened()
