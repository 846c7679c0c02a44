"""A book with one promise in every pile, and the screen that shows it."""

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

import pytest
from pytestqt.qtbot import QtBot

from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.ids import AccountId, CommitmentId, MemberId
from sponsor_app.services import Services, accounts, commitments, members
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.promises.screen import PromisesScreen
from tests.ui.conftest import Show


class Book(NamedTuple):
    """`quote` is mine and late, `report` Mia's for tomorrow, `visit` nobody's, `drawing` theirs."""

    acme: AccountId
    bolt: AccountId
    mia: MemberId
    quote: CommitmentId
    report: CommitmentId
    visit: CommitmentId
    drawing: CommitmentId


@pytest.fixture
def book(app: Services, acme: AccountId) -> Book:
    def promised(
        account: AccountId,
        text: str,
        days: int | None,
        *,
        owner: MemberId | None = None,
        direction: Direction = Direction.OURS,
    ) -> CommitmentId:
        then = app.as_of(app.today() - timedelta(days=9))
        due = None if days is None else app.today() + timedelta(days=days)
        made = commitments.add(then, account, text=text, due=due, owner=owner, direction=direction)
        return CommitmentId(made.created[0])

    bolt = AccountId(accounts.add(app, fields={"name": "Bolt"}).created[0])
    mia = MemberId(members.add(app, name="Mia Andersson", function="sales").created[0])
    return Book(
        acme,
        bolt,
        mia,
        promised(acme, "Send the quote", -5, owner=app.me),
        promised(bolt, "Write the report", 1, owner=mia),
        promised(acme, "Visit the works", None),
        promised(bolt, "Send the drawing", 12, direction=Direction.THEIRS),
    )


Opened = Callable[[], PromisesScreen]


@pytest.fixture
def opened(desk: Desk, show: Show, qtbot: QtBot) -> Opened:
    """Show a new screen, wait for its answer, and give it the keyboard as the shell does."""

    def shown() -> PromisesScreen:
        made = PromisesScreen(desk)
        show(made)
        qtbot.waitUntil(lambda: made._book is not None)
        first = made.first_focus()
        assert first is not None
        first.setFocus()
        return made

    return shown


@pytest.fixture
def screen(book: Book, opened: Opened) -> PromisesScreen:
    return opened()
