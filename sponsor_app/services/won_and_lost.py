"""Losing an account and winning it back: the status, the reason, and the day stay on record together."""

from datetime import date

from sponsor_app.domain.account import AccountStatus
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import RefusedError
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.still_owed import Owed, still_owed
from sponsor_app.domain.won_and_lost import Turning
from sponsor_app.services import Services, accounts
from sponsor_app.services.turning import keep_turn
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import account
from sponsor_app.store.queries import linked
from sponsor_app.store.store import changes_of


def lost(
    app: Services,
    account_id: AccountId,
    because: str,
    on: date | None = None,
    *,
    former: bool = False,
) -> Changes:
    """They went: to another (lost) or without one (`former`). Sponsor, cadence and promises stay as they are."""
    status = AccountStatus.FORMER if former else AccountStatus.LOST
    with app.store.write("Lost an account") as writer:
        name, now = _standing(writer, account_id)
        if now.gone:
            msg = f"{name} is {now} already. Nothing was changed."
            raise RefusedError(msg, "Edit the reason among its details.")
        why = keep_turn(app, writer, account_id, Turning.LOST, because, on)
        writer.update(account, account_id, status=status, lost_because=why)
        writer.title = f"Lost {name}"
    return changes_of(writer)


def won_back(app: Services, account_id: AccountId, because: str, on: date | None = None) -> Changes:
    """They came back; why we lost them once stays on record beside why they returned."""
    with app.store.write("Won an account back") as writer:
        name, now = _standing(writer, account_id)
        if not now.gone:
            msg = (
                f"{name} is neither lost nor former, so it cannot be won back. Nothing was changed."
            )
            raise RefusedError(msg)
        keep_turn(app, writer, account_id, Turning.WON_BACK, because, on)
        writer.update(account, account_id, status=AccountStatus.CUSTOMER)
        writer.title = f"Won {name} back"
    return changes_of(writer)


def owed(app: Services, account_id: AccountId) -> tuple[Owed, ...]:
    """What we still owe them, the latest first."""
    return still_owed(accounts.page(app, account_id, limit=0))


def _standing(writer: Writer, account_id: AccountId) -> tuple[str, AccountStatus]:
    row = linked.row(writer.connection, account, account_id)
    return row["name"], AccountStatus(row["status"])
