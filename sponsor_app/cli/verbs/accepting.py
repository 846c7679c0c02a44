"""Which of many proposals shall come true: `--apply` for all of them, `--accept ACCOUNT` for some."""

import argparse
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from sponsor_app.cli.session import Session
from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.errors import InvalidError, NotFoundError
from sponsor_app.services import lookup


class Proposed(Protocol):
    """Something proposed for one account."""

    @property
    def row(self) -> CoverageRow:
        """The account."""
        ...


P = TypeVar("P", bound=Proposed)


def add_choice(verb: argparse.ArgumentParser, apply: str, accept: str) -> None:
    """Add `--apply` and `--accept`, each with its help."""
    verb.add_argument("--apply", action="store_true", help=apply)
    verb.add_argument("--accept", action="append", default=[], metavar="ACCOUNT", help=accept)


def refuse_both(session: Session) -> None:
    """All and some cannot both be meant."""
    if session.options.apply and session.options.accept:
        msg = "Either --apply, for all, or --accept ACCOUNT, for some. Nothing was changed."
        raise InvalidError(msg)


def wanted(session: Session, proposals: Sequence[P], missing: str, see: str) -> list[P]:
    """The proposals that shall come true, each once."""
    if session.options.apply:
        return list(proposals)
    found = (named(session, proposals, text, missing, see) for text in session.options.accept)
    return list({one.row.account_id: one for one in found}.values())


def named(session: Session, proposals: Iterable[P], account: str, missing: str, see: str) -> P:
    """The proposal for an account; NotFoundError when there is none: `missing` with its {account}, `see` where to look."""
    account_id = lookup.account_id(session.app, account)
    for one in proposals:
        if one.row.account_id == account_id:
            return one
    msg = f"{missing.format(account=account)} Nothing was changed."
    raise NotFoundError(msg, see)
