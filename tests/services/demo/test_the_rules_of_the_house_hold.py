"""What is made up obeys the same rules as what people type."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from sponsor_app.domain.ids import link_id, looks_like_id
from sponsor_app.domain.people import PointKind
from sponsor_app.services import Services
from sponsor_app.services.demo.world.countries import COUNTRIES, Country
from sponsor_app.services.demo.world.hours import moment
from sponsor_app.services.points import normal_form
from sponsor_app.store import checks
from sponsor_app.store.models import SYNCED


@pytest.fixture(scope="session", params=["example", "mid_size"])
def app(request: pytest.FixtureRequest) -> Services:
    return request.getfixturevalue(request.param)


def column(app: Services, sql: str) -> list[str]:
    with app.store.read() as connection:
        return list(connection.exec_driver_sql(sql).scalars())


def count(app: Services, sql: str) -> int:
    with app.store.read() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {sql}").scalar() or 0)


def test_every_record_has_its_change_and_refers_to_something_that_is_here(app: Services) -> None:
    with app.store.read() as connection:
        assert checks.without_change(connection) == 0
        assert checks.dangling(connection) == {}
        assert checks.stale_standings(connection) == 0
    assert app.store.problems() == []


def test_every_id_has_the_shape_of_ours(app: Services) -> None:
    for name in SYNCED:
        ids = column(app, f"SELECT id FROM {name}")
        assert all(map(looks_like_id, ids)), name


def test_nothing_is_held_today_or_later(app: Services) -> None:
    today = app.today().isoformat()
    assert count(app, f"interaction WHERE state = 'held' AND happened_on >= '{today}'") == 0
    assert count(app, f"interaction WHERE state = 'planned' AND happened_on >= '{today}'") > 10


def test_nothing_ends_before_it_starts(app: Services) -> None:
    assert count(app, "interaction WHERE ends_at < starts_at") == 0
    assert count(app, "sponsorship WHERE ends_on < starts_on") == 0
    assert count(app, "issue WHERE resolved_on < opened_on OR told_on < resolved_on") == 0
    assert count(app, "commitment WHERE due_on < made_on OR kept_on < made_on") == 0
    assert count(app, "commitment WHERE accepted_on < made_on OR dropped_on < made_on") == 0


def test_nothing_but_plans_and_dues_lies_in_the_future(app: Services) -> None:
    today = app.today().isoformat()
    for table, name in (
        ("pulse", "on_day"),
        ("fact", "on_day"),
        ("issue", "opened_on"),
        ("issue_update", "on_day"),
        ("escalation", "on_day"),
        ("commitment", "made_on"),
        ("commitment", "kept_on"),
        ("sponsorship", "starts_on"),
    ):
        assert count(app, f"{table} WHERE {name} > '{today}'") == 0, f"{table}.{name}"


def test_issues_and_promises_are_numbered_from_1_in_the_order_of_their_days(app: Services) -> None:
    for table, day in (("issue", "opened_on"), ("commitment", "made_on")):
        with app.store.read() as connection:
            sql = f"SELECT number, {day} FROM {table} ORDER BY number"
            found = connection.exec_driver_sql(sql).fetchall()
        assert [row[0] for row in found] == list(range(1, len(found) + 1))
        days = [row[1] for row in found]
        assert days == sorted(days)


def test_most_interactions_were_attended_by_one_of_theirs_and_one_of_ours(app: Services) -> None:
    every = count(app, "interaction")
    both = count(
        app,
        "interaction i WHERE EXISTS (SELECT 1 FROM attendance a WHERE a.interaction_id = i.id"
        " AND a.contact_id IS NOT NULL) AND EXISTS (SELECT 1 FROM attendance a"
        " WHERE a.interaction_id = i.id AND a.member_id IS NOT NULL)",
    )
    assert both > 0.93 * every


def test_links_bear_the_ids_that_every_laptop_would_give_them(app: Services) -> None:
    with app.store.read() as connection:
        attended = connection.exec_driver_sql(
            "SELECT id, interaction_id, coalesce(contact_id, member_id) FROM attendance"
        ).fetchall()
        leads = connection.exec_driver_sql(
            "SELECT id, account_id, member_id, role FROM team_member"
        ).fetchall()

    assert all(row[0] == link_id(row[1], row[2]) for row in attended)
    assert all(row[0] == link_id(row[1], row[2], row[3]) for row in leads)


def test_nobody_is_met_after_leaving(app: Services) -> None:
    gone = (
        "attendance a JOIN interaction i ON i.id = a.interaction_id JOIN {0} p ON p.id = a.{0}_id"
        " WHERE p.left_on <= i.happened_on"
    )
    assert count(app, gone.format("contact")) == 0
    assert count(app, gone.format("member")) == 0


def test_mail_and_web_addresses_are_of_domains_that_nobody_can_own(app: Services) -> None:
    addresses = column(app, "SELECT raw FROM contact_point WHERE kind = 'email'")
    addresses += column(app, "SELECT email FROM member WHERE email IS NOT NULL")
    addresses += column(app, "SELECT website FROM account WHERE website IS NOT NULL")

    assert addresses
    assert all(address.endswith(".example") for address in addresses)
    assert all(address.isascii() for address in addresses)


def test_addresses_and_numbers_are_found_again_in_the_form_the_app_gives_them(
    app: Services,
) -> None:
    with app.store.read() as connection:
        points = connection.exec_driver_sql(
            "SELECT kind, raw, normal FROM contact_point"
        ).fetchall()

    wrong = [row for row in points if normal_form(PointKind(row[0]), row[1]) != row[2]]
    assert wrong == []


def test_no_two_accounts_of_a_city_share_a_name_and_no_two_a_domain(app: Services) -> None:
    names = column(app, "SELECT name || city FROM account")
    sites = column(app, "SELECT website FROM account WHERE website IS NOT NULL")

    assert len(set(names)) == len(names)
    assert len(set(sites)) == len(sites)


def test_visits_fall_on_working_days(app: Services) -> None:
    days = column(app, "SELECT DISTINCT happened_on FROM interaction WHERE state = 'held'")
    assert all(date.fromisoformat(day).weekday() < 5 for day in days)


def test_those_who_do_not_sponsor_say_so(app: Services) -> None:
    owned = (
        "sponsorship s JOIN member m ON m.id = s.member_id"
        " WHERE m.max_accounts = 0 AND s.ends_on IS NULL"
    )
    assert count(app, owned) == 0
    assert count(app, "member WHERE max_accounts = 0") > 0


@pytest.mark.parametrize("country", COUNTRIES, ids=lambda one: f"{one.name} {one.zone}")
def test_a_clock_in_a_city_shows_what_the_time_zone_says(country: Country) -> None:
    zone = ZoneInfo(country.zone)
    for ahead in range(0, 800, 3):
        day = date(2025, 1, 1) + timedelta(days=ahead)
        expected = datetime.combine(day, time(10), tzinfo=zone).astimezone(UTC)
        assert moment(country, day, time(10)) == expected
