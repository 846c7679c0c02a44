"""Four issues on the ladder, one of them fixed and not told, and the screen that shows them."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from pytestqt.qtbot import QtBot

from sponsor_app.domain.ids import AccountId, IssueId, MemberId
from sponsor_app.services import Services, accounts, contacts, issues, members, sponsorships
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.issues.screen import IssuesScreen
from tests.conftest import Clock
from tests.ui.conftest import Show


class Ladder(NamedTuple):
    """`portal` and `crane` with the account lead, `meter` with the sponsor, `typo` fixed."""

    acme: AccountId
    bolt: AccountId
    mia: MemberId
    portal: IssueId
    crane: IssueId
    meter: IssueId
    typo: IssueId


@pytest.fixture
def ladder(app: Services, acme: AccountId, clock: Clock) -> Ladder:
    def opened(account: AccountId, title: str, severity: int) -> IssueId:
        made = issues.open_issue(app, account, title=title, severity=severity)
        return IssueId(made.created[0])

    bolt = AccountId(accounts.add(app, fields={"name": "Bolt"}).created[0])
    mia = MemberId(members.add(app, name="Mia Andersson", function="sales").created[0])
    sponsorships.set_sponsor(app, [acme], mia)
    contacts.add(app, acme, name="Dana Reed", role="decides")
    portal = opened(acme, "Portal log-in fails", 2)
    clock.advance(3)
    crane, meter = opened(acme, "Crane drops out", 3), opened(bolt, "Meter is blind", 1)
    issues.escalate(app, meter, to=app.me, reason="plant stands still")
    typo = opened(bolt, "Typing error", 4)
    issues.resolve(app, typo, "new letter")
    return Ladder(acme, bolt, mia, portal, crane, meter, typo)


Opened = Callable[[], IssuesScreen]


@pytest.fixture
def opened(desk: Desk, show: Show, qtbot: QtBot) -> Opened:
    """Show a new screen, wait for its answer, and give it the keyboard as the shell does."""

    def shown() -> IssuesScreen:
        made = IssuesScreen(desk)
        show(made)
        qtbot.waitUntil(lambda: made._board is not None)
        first = made.first_focus()
        assert first is not None
        first.setFocus()
        return made

    return shown


@pytest.fixture
def screen(ladder: Ladder, opened: Opened) -> IssuesScreen:
    return opened()
