"""The example never mixes with what somebody typed, and stopping halfway leaves a sound store."""

from collections.abc import Callable
from datetime import date

import pytest

from sponsor_app.domain.errors import InvalidError, RefusedError
from sponsor_app.domain.issue import Severity
from sponsor_app.services import Services, accounts, members, today
from sponsor_app.services.demo import Size, fill
from sponsor_app.store import checks

NewApp = Callable[..., Services]
SMALL = Size(accounts=24, members=12, interactions=250)


def silent(_message: str) -> None: ...


def changes(app: Services) -> int:
    with app.store.read() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM change").scalar() or 0)


@pytest.mark.parametrize("used_for", ["an account", "a colleague", "the example"])
def test_a_store_that_is_in_use_is_refused_and_left_alone(new_app: NewApp, used_for: str) -> None:
    app = new_app()
    if used_for == "an account":
        accounts.add(app, fields={"name": "Acme"})
    elif used_for == "a colleague":
        members.add(app, name="Grace Moreau")
    else:
        fill(app, SMALL, silent)
    before = changes(app)

    with pytest.raises(RefusedError, match="Nothing was changed") as refused:
        fill(app, SMALL, silent)

    assert refused.value.next
    assert changes(app) == before


@pytest.mark.parametrize(
    "size", [Size(accounts=-1), Size(members=0), Size(interactions=-5)], ids=str
)
def test_impossible_sizes_are_refused(new_app: NewApp, size: Size) -> None:
    app = new_app()
    with pytest.raises(InvalidError):
        fill(app, size, silent)
    assert changes(app) == 1


@pytest.mark.parametrize("messages", [1, 2, 4, 7])
def test_stopping_halfway_leaves_a_sound_store(new_app: NewApp, messages: int) -> None:
    class StoppedError(Exception):
        pass

    app = new_app()
    left = messages

    def stop(_message: str) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise StoppedError

    with pytest.raises(StoppedError):
        fill(app, SMALL, stop)

    assert app.store.problems() == []
    with app.store.read() as connection:
        assert checks.without_change(connection) == 0
        assert checks.dangling(connection) == {}
        assert checks.stale_standings(connection) == 0


@pytest.mark.parametrize(
    "size",
    [
        Size(accounts=0, members=1, interactions=0),
        Size(accounts=1, members=1, interactions=1),
        Size(accounts=3, members=2, interactions=400),
        Size(accounts=12, members=40, interactions=0),
        Size(accounts=200, members=5, interactions=90),
    ],
    ids=str,
)
def test_odd_sizes_make_a_sound_team_too(new_app: NewApp, size: Size) -> None:
    app = new_app()

    counts = fill(app, size, silent)

    assert counts["accounts"] == size.accounts
    assert counts["members"] == size.members
    assert app.store.problems() == []
    with app.store.read() as connection:
        assert checks.dangling(connection) == {}
        assert checks.stale_standings(connection) == 0


def test_the_numbers_asked_for_are_the_numbers_made(new_app: NewApp) -> None:
    counts = fill(new_app(), Size(accounts=60, members=20, interactions=1234), silent)

    assert (counts["accounts"], counts["members"], counts["interactions"]) == (60, 20, 1234)


@pytest.mark.parametrize("day", ["2026-11-21", "2026-11-22", "2026-11-23", "2028-02-29"])
def test_any_day_will_do_for_today(new_app: NewApp, day: str) -> None:
    app = new_app(today=date.fromisoformat(day))
    fill(app, SMALL, silent)

    first, second = (one for one in today.page(app).visits if one.plan.on == app.today())
    assert first.worst_issue is not None
    assert second.worst_issue is None
    assert first.worst_issue.severity is Severity.SEV1
    assert first.worst_issue.days_late(app.today()) == 1
    with app.store.read() as connection:
        sql = f"SELECT count(*) FROM interaction WHERE state = 'held' AND happened_on >= '{day}'"
        assert connection.exec_driver_sql(sql).scalar() == 0
