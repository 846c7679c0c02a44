"""Nothing but seed, size and day decides what is made up."""

from collections.abc import Callable
from datetime import date, timedelta

from sponsor_app.services import Services
from sponsor_app.services.demo import Size, fill
from sponsor_app.store.models import SYNCED

SMALL = Size(seed=3, accounts=30, members=16, interactions=320)
NewApp = Callable[..., Services]
Rows = dict[str, list[tuple[object, ...]]]


def silent(_message: str) -> None: ...


def rows(app: Services) -> Rows:
    """Every row of every synced table, with my own id (made at random when the store was) spelled `me`."""
    found: Rows = {}
    with app.store.read() as connection:
        for name, table in SYNCED.items():
            columns = ", ".join(column.name for column in table.c if column.name != "seq")
            order = "ORDER BY seq" if name != "attendance" else "ORDER BY interaction_id, seq"
            read = connection.exec_driver_sql(f"SELECT {columns} FROM {name} {order}").fetchall()
            found[name] = [
                tuple("me" if value == app.me else value for value in row)
                for row in read
                if not (name == "member" and row[0] == app.me)
            ]
    return found


def without_my_links(found: Rows) -> Rows:
    """Links name whom they link in their id, so those to me differ."""
    for name in ("attendance", "team_member"):
        found[name] = [row[1:] if "me" in row else row for row in found[name]]
    return found


def laptops(app: Services) -> list[tuple[object, ...]]:
    with app.store.read() as connection:
        return [
            tuple(row)
            for row in connection.exec_driver_sql(
                "SELECT id, name, member_id, last_synced_at FROM device WHERE mine = 0 ORDER BY id"
            )
        ]


def test_two_stores_of_one_seed_and_day_hold_the_same_records_whatever_the_hour(
    new_app: NewApp,
) -> None:
    first, second = new_app(hour=7), new_app(hour=21)

    assert fill(first, SMALL, silent) == fill(second, SMALL, silent)

    assert without_my_links(rows(first)) == without_my_links(rows(second))
    assert laptops(first) == laptops(second)


def test_another_seed_makes_other_people_at_other_accounts(new_app: NewApp) -> None:
    first, second = new_app(), new_app()
    fill(first, SMALL, silent)
    fill(second, Size(4, SMALL.accounts, SMALL.members, SMALL.interactions), silent)

    one, other = rows(first), rows(second)

    for name in ("account", "contact", "interaction", "sponsorship"):
        assert not {row[0] for row in one[name]} & {row[0] for row in other[name]}
    assert one["interaction"] != other["interaction"]


def test_a_day_later_everything_has_happened_a_day_later(new_app: NewApp) -> None:
    first, second = new_app(), new_app(today=date(2026, 11, 19))
    fill(first, SMALL, silent)
    fill(second, SMALL, silent)

    def newest(app: Services) -> date:
        with app.store.read() as connection:
            sql = "SELECT max(opened_on) FROM issue"
            return date.fromisoformat(str(connection.exec_driver_sql(sql).scalar()))

    assert newest(second) - newest(first) == timedelta(days=1)
