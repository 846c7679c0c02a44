"""The one page before a meeting."""

from collections.abc import Sequence

from sponsor_app.domain.brief import Brief, BriefSource, compose
from sponsor_app.domain.ids import AccountId, ContactId, MemberId
from sponsor_app.services import Services, accounts
from sponsor_app.store.queries import coverage

ENOUGH = 60
"""How many interactions back a brief looks."""


def compose_brief(
    app: Services,
    account_id: AccountId,
    *,
    reader: MemberId | None = None,
    attendees: Sequence[ContactId] = (),
) -> Brief:
    """The brief of an account for a member (me unless given) and those who will be there."""
    page = accounts.page(app, account_id, limit=ENOUGH)
    with app.store.read() as connection:
        devices = coverage.devices(connection)
    return compose(
        BriefSource(
            page=page,
            now=app.local_now(),
            reader=reader or app.me,
            attendees=attendees,
            devices=devices,
        )
    )
