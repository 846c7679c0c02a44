"""Activities, cases and deals of other systems become interactions, issues and one line about the deals."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sponsor_app.domain.account_page import AccountPage
from sponsor_app.domain.errors import FileProblemError
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.interaction import Kind, State
from sponsor_app.domain.issue import IssueStatus
from sponsor_app.services import Services, accounts, contacts, exports, imports, issues
from sponsor_app.services.exports import What
from sponsor_app.services.imports import FileReport, Options

Bring = Callable[..., FileReport]
ACTIVITIES = (
    "Subject,Activity Type,Start Date,Status,Account Name,Contact Name,Assigned To,Description\n"
    "Lunch with Dana,Lunch,2026-05-17,Completed,Acme,Dana Reed,Grace Moreau,went well\n"
    "Prepare quote,Task,2026-05-18,Open,Acme,,,\n"
    "Next visit,Site visit,2027-01-05,Completed,Acme,Dana Reed,,\n"
    "Old visit,Site visit,2026-01-05,Canceled,Acme,,,\n"
    "Nobody,Call,2026-05-05,Held,,,,\n"
    "Elsewhere,Call,2026-05-05,Held,,Ada Unknown,,\n"
)
CASES = (
    "Case Number,Subject,Status,Priority,Account Name,Contact Name,Date/Time Opened,Date/Time Closed\n"
    "001,Printer burns,New,Critical,Acme,Dana Reed,2026-05-01 10:00,\n"
    "002,Invoice wrong,Closed,Low,Zenith,,2026-04-01,2026-04-11\n"
    "003,Slow,Working,,Acme,,2026-04-01,\n"
)
DEALS = (
    "Opportunity Name,Account Name,Stage,Amount,Close Date\n"
    'Big,Acme,Negotiation,"100,000.00",2027-01-31\n'
    "Small,Acme,Closed Won,5000.50,2025-01-31\n"
    "Gone,Acme,Closed Lost,70,2024-01-31\n"
    "New,Prospecto,Prospecting,70,2027-03-01\n"
)


@pytest.fixture
def bring(app: Services, tmp_path: Path) -> Bring:
    def bring(text: str, **options: object) -> FileReport:
        path = tmp_path / "export.csv"
        path.write_text(text, encoding="utf-8")
        return imports.run(app, path, Options(**options))  # pyright: ignore[reportArgumentType] - passed on as given

    return bring


@pytest.fixture
def dana(app: Services, acme: AccountId) -> str:
    return contacts.add(app, acme, name="Dana Reed").created[0]


def shown(app: Services, account: AccountId) -> AccountPage:
    return accounts.page(app, account)


def test_activities_become_interactions_held_planned_or_called_off(
    app: Services, acme: AccountId, dana: str, bring: Bring
) -> None:
    report = bring(ACTIVITIES)
    assert (report.read.kind, report.created) == ("interactions", 3)
    found = {one.summary: one for one in shown(app, acme).timeline}
    lunch = found["Lunch with Dana\n\nwent well"]
    assert (lunch.kind, lunch.state) == (Kind.MEAL, State.HELD)
    assert [one.name for one in lunch.contacts] == ["Dana Reed"]
    assert [one.name for one in lunch.members] == ["Grace Moreau"]
    everything = {
        one.summary: one.state for one in [*shown(app, acme).timeline, *shown(app, acme).planned]
    }
    assert everything["Next visit"] is State.PLANNED
    tasks, *_ = [one for one in report.left_out if one.what == "tasks"]
    assert tasks.count == 1
    assert [(one.at, one.reason.split(":")[0]) for one in report.rejected] == [
        ("line 6", "the row names no account and no contact"),
        ("line 7", "no account here is meant by the row"),
    ]


def test_activities_again_change_nothing_and_one_import_is_taken_back_whole(
    app: Services, acme: AccountId, dana: str, bring: Bring
) -> None:
    first = bring(ACTIVITIES)
    again = bring(ACTIVITIES)
    assert (again.created, again.updated, again.unchanged) == (0, 0, 3)
    assert first.import_id is not None
    imports.undo(app, first.import_id)
    assert (shown(app, acme).timeline, shown(app, acme).planned) == ((), ())


def test_a_person_alone_tells_the_account(
    app: Services, acme: AccountId, dana: str, bring: Bring
) -> None:
    report = bring("Subject,Date,Type,Related To\nHello,2026-05-01,Call,Dana Reed\n")
    assert (report.created, report.rejected) == (1, ())
    assert [one.kind for one in shown(app, acme).timeline] == [Kind.CALL]


def test_cases_become_issues_open_or_over(
    app: Services, acme: AccountId, dana: str, bring: Bring
) -> None:
    report = bring(CASES)
    assert (report.read.kind, report.created) == ("issues", 3)
    found = {one.title: one for one in issues.listed(app)}
    burning, wrong, slow = found["Printer burns"], found["Invoice wrong"], found["Slow"]
    assert (burning.severity, burning.status) == (1, IssueStatus.OPEN)
    assert (burning.opened_on.isoformat(), burning.raised_by_id) == ("2026-05-01", dana)
    assert (wrong.severity, wrong.status) == (4, IssueStatus.CLOSED)
    assert str(wrong.resolved_on) == "2026-04-11"
    assert slow.severity == 3
    assert len({one.number for one in found.values()}) == 3
    assert ("severity", 1) in [(one.what, one.count) for one in report.left_out]
    again = bring(CASES)
    assert (again.created, again.updated, again.unchanged) == (0, 0, 3)
    closed = bring(CASES.replace("New,Critical", "Closed,Critical"))
    assert (closed.created, closed.updated) == (0, 1)


def test_deals_are_summed_up_in_one_line_of_the_account(
    app: Services, acme: AccountId, bring: Bring
) -> None:
    report = bring(DEALS)
    assert (report.read.kind, report.read.records, report.created) == ("deals", 4, 2)
    [fact] = shown(app, acme).facts
    assert fact.text == (
        "Deals: 1 open, EUR 100,000 (Negotiation 1), next closing 2027-01-31;"
        " 1 won, EUR 5,000, last 2025-01-31; 1 lost, EUR 70, last 2024-01-31"
    )
    status = {row.account: row.status for row in accounts.listed(app)}
    assert status == {"Acme": "customer", "Prospecto": "prospect"}
    assert (bring(DEALS).created, bring(DEALS).unchanged) == (0, 2)
    bring(DEALS.replace("Negotiation", "Closed Won"))
    [fact] = shown(app, acme).facts
    assert fact.text.startswith("Deals: 2 won, EUR 105,000")


def test_columns_of_secrets_stay_out_unless_somebody_maps_them(app: Services, bring: Bring) -> None:
    text = "Account Name,Industry,Password,Credit Card Number,Social Security Number\nAcme,Mining,a,b,c\n"
    report = bring(text)
    secrets = {"Password", "Credit Card Number", "Social Security Number"}
    assert set(report.read.unmapped) == secrets
    [left_out] = report.left_out
    assert (left_out.what, left_out.count) == ("columns that look like secrets", 3)
    assert "Password" in bring(text, mapping={"Password": "story"}).read.mapped


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_our_own_lists_of_what_happened_come_back_unchanged(
    ending: str, app: Services, acme: AccountId, dana: str, bring: Bring, tmp_path: Path
) -> None:
    bring(ACTIVITIES)
    bring(CASES)
    for what in (What.INTERACTIONS, What.ISSUES):
        path = tmp_path / f"{what}.{ending}"
        exports.export(app, what, path)
        report = imports.run(app, path, Options())
        assert (report.read.kind, report.created, report.updated) == (what.value, 0, 0)
        assert report.unchanged == 3


def test_all_tables_in_one_are_not_taken_for_any_kind(
    app: Services, acme: AccountId, dana: str, bring: Bring, tmp_path: Path
) -> None:
    bring(ACTIVITIES)
    exports.export(app, What.EVERYTHING, tmp_path / "all.csv")
    with pytest.raises(FileProblemError, match="an export of everything"):
        imports.run(app, tmp_path / "all.csv", Options())
