"""Whatever happened leaves as a calendar, comes into another store, and is the same; what is not placed is said."""

import json
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.ids import AccountId, ContactId, InteractionId, MemberId
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment
from sponsor_app.services import (
    Services,
    accounts,
    contacts,
    exports,
    imports,
    interactions,
    members,
)
from sponsor_app.services.exports import What
from sponsor_app.services.imports import FileReport, Options
from sponsor_app.store.store import Store
from sponsor_app.system.folders import Profile
from tests.conftest import KEY, TODAY, Clock

COMPARED = (
    "account",
    "kind",
    "state",
    "date",
    "starts_at",
    "ends_at",
    "zone",
    "place",
    "city",
    "summary",
)
ZONES = st.sampled_from([None, "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu"])
SIGNS = ";,:\\\"'^n\n=äß漢\u05e9😀 Ab"
WORDS = st.none() | st.text(st.sampled_from(SIGNS), min_size=1, max_size=40)
STARTS = st.integers(0, 5_000_000).map(
    lambda n: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=n)
)
MEETINGS = st.lists(
    st.fixed_dictionaries(
        {
            "at": st.booleans(),
            "kind": st.sampled_from(Kind),
            "place": st.none() | st.sampled_from(Place),
            "starts": STARTS,
            "hours": st.none() | st.integers(1, 30),
            "zone": ZONES,
            "summary": WORDS,
            "cancelled": st.booleans(),
        }
    ),
    min_size=8,
    max_size=14,
)  # fmt: skip
NUMBERS = count(1)


def store(folder: Path, clock: Clock) -> Services:
    folder.mkdir(parents=True)
    made = Store.create(folder / "store.db", KEY, clock.now, me={"name": "Grace"}, device="d")
    return Services(made, Profile(folder), clock.now, clock.today)


def people(app: Services) -> tuple[AccountId, ContactId, MemberId]:
    """An account with somebody whose address nobody knows, and a member."""
    account = AccountId(accounts.add(app, fields={"name": "Acme, “Ltd.”; one"}).created[0])
    contact = ContactId(contacts.add(app, account, name="Dana ^n “Reed”").created[0])
    return account, contact, MemberId(members.add(app, name="Tom: Okafor").created[0])


def happen(app: Services, wanted: list[dict[str, Any]]) -> None:
    account, contact, member = people(app)
    for one in wanted:
        starts: datetime = one["starts"]
        ends = starts + timedelta(hours=one["hours"]) if one["hours"] else None
        draft = InteractionDraft(
            account,
            one["kind"],
            starts.date(),
            place=one["place"],
            summary=one["summary"],
            starts_at=starts if one["at"] else None,
            ends_at=ends if one["at"] else None,
            zone=one["zone"] if one["at"] else None,
            contact_ids=(contact,),
            member_ids=(member,),
        )
        made = interactions.log(app, draft).created[0]
        if one["cancelled"] and starts.date() > TODAY:
            interactions.cancel(app, InteractionId(made))


def told(app: Services, folder: Path) -> dict[str, Any]:
    path = folder / f"told-{next(NUMBERS)}.json"
    exports.export(app, What.INTERACTIONS, path)
    rows = json.loads(path.read_text(encoding="utf-8"))
    return {
        row["id"]: [
            *(spaced(row[name]) for name in COMPARED),
            sorted(row["contacts"]),
            sorted(row["members"]),
        ]
        for row in rows
    }


def spaced(value: Any) -> Any:
    """Spaces around words and at the ends of lines are put in order as a text comes in."""
    if not isinstance(value, str):
        return value
    return "\n".join(" ".join(line.split()) for line in value.strip().split("\n")) or None


def moved(app: Services, other: Services, folder: Path) -> FileReport:
    path = folder / f"{next(NUMBERS)}.ics"
    exports.export(app, What.INTERACTIONS, path)
    return imports.run(other, path, Options())


@given(MEETINGS)
@settings(max_examples=2, phases=[Phase.generate])
def test_a_calendar_of_ours_comes_back_as_it_was(
    tmp_path: Path, clock: Clock, wanted: list[dict[str, Any]]
) -> None:
    folder = tmp_path / str(next(NUMBERS))
    mine, other = (store(folder / name, clock) for name in ("mine", "other"))
    try:
        happen(mine, wanted)
        people(other)
        report = moved(mine, other, folder)
        assert (report.created, report.rejected, report.left_out) == (len(wanted), (), ())
        assert told(other, folder) == told(mine, folder)
        for again in (moved(mine, other, folder), moved(mine, mine, folder)):
            assert (again.created, again.updated, again.unchanged) == (0, 0, len(wanted))
    finally:
        mine.store.close()
        other.store.close()


@pytest.fixture
def other(tmp_path: Path, clock: Clock) -> Any:
    made = store(tmp_path / "other", clock)
    yield made
    made.store.close()


def test_meetings_of_accounts_that_are_not_here_are_offered_every_one(
    app: Services, other: Services, tmp_path: Path
) -> None:
    account, *_ = people(app)
    interactions.log(app, InteractionDraft(account, Kind.VISIT, TODAY))
    interactions.cancel(
        app,
        InteractionId(
            interactions.log(app, InteractionDraft(account, Kind.CALL, date(2026, 12, 24))).created[
                0
            ]
        ),
    )
    report = moved(app, other, tmp_path)
    assert (report.created, len(report.offered)) == (0, 2)
    assert [one.count for one in report.left_out] == [2]
    elsewhere = AccountId(accounts.add(other, fields={"name": "Here"}).created[0])
    path = tmp_path / "again.ics"
    exports.export(app, What.INTERACTIONS, path)
    assert imports.run(other, path, Options(account_id=elsewhere)).created == 2


def test_a_plan_that_was_called_off_meanwhile_is_called_off_there_too(
    app: Services, other: Services, tmp_path: Path
) -> None:
    account, *_ = people(app)
    people(other)
    plan = interactions.log(app, InteractionDraft(account, Kind.CALL, date(2026, 12, 24))).created[
        0
    ]
    assert moved(app, other, tmp_path).created == 1
    interactions.cancel(app, InteractionId(plan))
    report = moved(app, other, tmp_path)
    assert (report.created, report.updated) == (0, 1)
    assert told(other, tmp_path)[plan][2] == "cancelled"


def test_a_table_and_then_a_calendar_of_the_same_double_nothing(
    app: Services, other: Services, tmp_path: Path
) -> None:
    account, *_ = people(app)
    people(other)
    interactions.log(app, InteractionDraft(account, Kind.VISIT, TODAY))
    exports.export(app, What.INTERACTIONS, tmp_path / "i.csv")
    assert imports.run(other, tmp_path / "i.csv", Options()).created == 1
    report = moved(app, other, tmp_path)
    assert (report.created, report.unchanged) == (0, 1)
    (known,) = told(other, tmp_path)
    interactions.delete(other, InteractionId(known))
    assert imports.run(other, tmp_path / "i.csv", Options()).created == 1


def test_a_calendar_says_what_it_does_not_hold(app: Services, tmp_path: Path) -> None:
    account, *_ = people(app)
    draft = InteractionDraft(
        account, Kind.VISIT, TODAY, intent=Intent.CARE, sentiment=Sentiment.NEGATIVE, quote="never"
    )
    interactions.log(app, draft)
    done = exports.export(app, What.INTERACTIONS, tmp_path / "a.ics")
    assert {one.what: one.count for one in done.left_out} == {
        "intents": 1,
        "feelings": 1,
        "quotes": 1,
    }
    assert exports.export(app, What.INTERACTIONS, tmp_path / "a.csv").left_out == ()
