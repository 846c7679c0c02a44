"""Our people as something to choose: who they are, and how much they carry already."""

from collections.abc import Iterable

from sponsor_app import services
from sponsor_app.domain.ids import MemberId
from sponsor_app.domain.load import Candidate
from sponsor_app.services import Services
from sponsor_app.ui.widgets.language import how_many, tr
from sponsor_app.ui.widgets.picker import Option
from sponsor_app.ui.widgets.rows.list_row import ListRow
from sponsor_app.ui.widgets.states import state

NOBODY = ""
"""A key that no member has."""


def member_options(candidates: Iterable[Candidate], me: MemberId) -> list[Option]:
    """Every candidate with the load, me first."""
    options = [_option(one, me) for one in candidates]
    return sorted(options, key=lambda option: option.key != me)


def candidate_options(app: Services) -> list[Option]:
    """Everyone of ours who is here, asked of the store."""
    return member_options(services.sponsorships.candidates(app), app.me)


def nobody_option(words: str, reason: str) -> Option:
    """The choice of nobody."""
    return Option(NOBODY, ListRow(words, reason, symbol="user-x"))


def _option(one: Candidate, me: MemberId) -> Option:
    member = one.member
    owns = tr("owns {accounts}").format(accounts=how_many(member.accounts, "account"))
    leads = tr("leads {accounts}").format(accounts=how_many(member.leads, "account"))
    parts = (
        tr("you") if member.id == me else "",
        member.title or (tr(member.function) if member.function else ""),
        owns if member.accounts or not member.leads else "",
        leads if member.leads else "",
    )
    reason = " · ".join(part for part in parts if part)
    load = state(one.load)
    verdict = "" if load.quiet or not member.accounts else load
    return Option(member.id, ListRow(member.name, reason, verdict, "user-round", "text3"))
