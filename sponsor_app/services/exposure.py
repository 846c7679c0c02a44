"""Exposure: who of ours meets whom of theirs, at one account or across a portfolio, and whom to bring next."""

from collections import defaultdict
from dataclasses import dataclass

from sponsor_app.domain.exposure import By, Exposure, Known, Pair, Theirs, exposure, single_thread
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.services import Services
from sponsor_app.store.queries import accounts, owning, policy
from sponsor_app.store.queries import exposure as queries


@dataclass(frozen=True, slots=True)
class Thread:
    """An account that would be lost with one person, and who that is."""

    account_id: AccountId
    account: str
    because: str


@dataclass(frozen=True, slots=True)
class PortfolioExposure:
    """The grid of everything that one sponsor owns, and the accounts that hang on one thread; `of` counts all."""

    exposure: Exposure
    accounts: tuple[AccountId, ...]
    threads: tuple[Thread, ...]

    @property
    def of(self) -> int:
        """How many accounts there are in the portfolio."""
        return len(self.accounts)


def of_account(app: Services, account_id: AccountId, by: By = By.FUNCTION) -> Exposure:
    """The grid of one account; refuses an unknown id."""
    today = app.today()
    with app.store.read() as connection:
        accounts.name_of(connection, account_id)
        limits = policy.rules(connection).load
        owners = owning.every_sponsor(app.store, connection, today)
        known = queries.known(connection, (account_id,), today, limits, owners)
    return exposure(known, today, by)


def of_portfolio(app: Services, sponsor: MemberId | None = None) -> PortfolioExposure:
    """The grid of all that a sponsor owns, mine unless somebody is named."""
    today = app.today()
    with app.store.read() as connection:
        owned = owning.sponsored_by(connection, sponsor or app.me, today)
        limits = policy.rules(connection).load
        owners = owning.every_sponsor(app.store, connection, today)
        known = queries.known(connection, owned, today, limits, owners)
        names = queries.account_names(connection, owned)
    found = [
        Thread(account_id, names[account_id], why)
        for account_id, part in _by_account(known).items()
        if (why := single_thread(part))
    ]
    found.sort(key=lambda one: one.account.casefold())
    return PortfolioExposure(exposure(known, today), tuple(names), tuple(found))


def _by_account(known: Known) -> dict[AccountId, Known]:
    people, pairs = (
        defaultdict[AccountId, list[Theirs]](list),
        defaultdict[AccountId, list[Pair]](list),
    )
    at = {one.id: one.account_id for one in known.theirs}
    for one in known.theirs:
        people[one.account_id].append(one)
    for pair in known.pairs:
        pairs[at[pair.contact_id]].append(pair)
    return {
        account_id: Known(known.ours, there, pairs[account_id])
        for account_id, there in people.items()
    }
