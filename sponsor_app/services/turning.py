"""Keeping within a step why an account went, or why it came back, with its day."""

from datetime import date

from sponsor_app.domain.account import AccountStatus
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.text import clean_note
from sponsor_app.domain.won_and_lost import Turning, turning
from sponsor_app.services import Services
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import account, fact
from sponsor_app.store.queries import linked


def keep_turn(
    app: Services,
    writer: Writer,
    account_id: str,
    which: Turning,
    because: str,
    on: date | None = None,
) -> str:
    """Keep why it turned, today unless `on` says when, and give the reason as it is kept; refuses none."""
    why, day = clean_note("reason", because).strip(), on or app.today()
    if not why:
        msg = "Say why: that is what the next sponsor learns from. Nothing was changed."
        raise InvalidError(msg, "One honest sentence is enough.")
    if day > app.today():
        msg = f"{day} is a day to come. Nothing was changed."
        raise InvalidError(msg, "Give the day on which it was so.")
    writer.insert(
        fact,
        record_id=app.store.new_id(),
        account_id=account_id,
        text=why,
        kind=which,
        on_day=day,
    )
    return why


def keep_change(
    app: Services, writer: Writer, account_id: str, to: AccountStatus, because: str
) -> None:
    """Keep why, when a new status turns an account round and somebody said it; call it before the status is written."""
    before = AccountStatus(linked.row(writer.connection, account, account_id)["status"])
    which = turning(before, to)
    if which is None or not because.strip():
        return
    why = keep_turn(app, writer, account_id, which, because)
    if which is Turning.LOST:
        writer.update(account, account_id, lost_because=why)
