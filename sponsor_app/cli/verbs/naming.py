"""Whom a verb's options name."""

from sponsor_app.cli.session import Session
from sponsor_app.domain.ids import AccountId
from sponsor_app.services import lookup


def named_account(session: Session) -> AccountId | None:
    """The account of `--account`; None without it."""
    named = session.options.account
    return lookup.account_id(session.app, named) if named else None
