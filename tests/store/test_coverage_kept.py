"""Coverage that is kept between writes is always what reading everything would give."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from random import Random
from threading import Event
from types import MappingProxyType

import pytest

from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.ids import AccountId, ContactId, InteractionId, IssueId, MemberId
from sponsor_app.domain.issue import Severity
from sponsor_app.domain.rules import Rules
from sponsor_app.services import (
    Services,
    accounts,
    contacts,
    interactions,
    issues,
    members,
    merging,
    sponsorships,
)
from sponsor_app.store.queries import coverage
from tests.conftest import TODAY
from tests.sync.stores import add_account, laptops, send
from tests.sync.test_offline_weeks import ACTS, pick


def own(app: Services, which: int) -> None:
    who = MemberId(pick(app, "member", which))
    account = AccountId(pick(app, "account", which // 2))
    sponsorships.set_sponsor(app, [account], who, TODAY - timedelta(days=which))


def trouble(app: Services, which: int) -> None:
    account = AccountId(pick(app, "account", which))
    issues.open_issue(app, account, title=f"Trouble {which}", severity=Severity.SEV1)


def solved(app: Services, which: int) -> None:
    issues.resolve(app, IssueId(pick(app, "issue", which)), "Fixed.")


def gone(app: Services, which: int) -> None:
    contacts.change(app, ContactId(pick(app, "contact", which)), left_on=TODAY)


def moved(app: Services, which: int) -> None:
    day = TODAY - timedelta(days=200 * which)
    interactions.change(app, InteractionId(pick(app, "interaction", which)), happened_on=day)


def called(app: Services, which: int) -> None:
    accounts.change(
        app, AccountId(pick(app, "account", which)), {"name": f"{'zab'[which % 3]} {which}"}
    )


def colleague(app: Services, which: int) -> None:
    members.add(app, name=f"Colleague {which}")


def me(app: Services, which: int) -> None:
    members.rename_me(app, f"Anna {which}")


def new(app: Services, which: int) -> None:
    add_account(app, f"New {which}")


def merged(app: Services, which: int) -> None:
    pair = AccountId(pick(app, "account", which)), AccountId(pick(app, "account", which + 1))
    merging.merge_accounts(app, *pair)


MORE: Mapping[str, Callable[[Services, int], None]] = MappingProxyType(
    {
        act.__name__: act
        for act in (own, trouble, solved, gone, moved, called, colleague, me, new, merged)
    }
)
EVERY = {**ACTS, **MORE}


def assert_kept_is_true(app: Services, after: str) -> None:
    with app.store.read() as connection:
        kept = coverage.every_row(app.store, connection, TODAY, Rules())
        assert list(kept) == coverage.coverage_rows(connection, TODAY, Rules()), after


@pytest.mark.parametrize("seed", range(3))
def test_what_is_kept_is_what_would_be_read(tmp_path: Path, seed: int) -> None:
    """A hundred acts of two laptops; after each of them all rows of the first are compared."""
    dice = Random(seed)
    with laptops(tmp_path, "anna", "bob") as both:
        for name in ("Acme", "Globex"):
            add_account(both[0], name)
        send(*both)
        for _act in range(100):
            name = dice.choice(sorted(EVERY))
            with suppress(SponsorError):
                EVERY[name](dice.choice(both), dice.randrange(6))
            if dice.random() < 1 / 2:
                send(both[1], both[0])
            assert_kept_is_true(both[0], name)


def test_two_who_ask_at_once_read_once(app: Services) -> None:
    add_account(app, "Acme")
    begun, go_on, made = Event(), Event(), list[str]()

    def make() -> str:
        made.append("made")
        begun.set()
        assert go_on.wait(10)
        return "rows"

    def ask() -> str:
        with app.store.read() as connection:
            return app.store.kept(connection, "something", TODAY, make)

    with ThreadPoolExecutor() as pool:
        first = pool.submit(ask)
        assert begun.wait(10)
        second = pool.submit(ask)
        go_on.set()
        assert {first.result(), second.result()} == {"rows"}
    assert made == ["made"]
