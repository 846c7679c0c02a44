"""Today, brief, coverage, issues and promises of the example team all have something to show."""

from datetime import timedelta

import pytest

from sponsor_app.domain.brief import SectionKey
from sponsor_app.domain.commitment import CommitmentState, Direction
from sponsor_app.domain.coverage import Coverage, CoverageRow
from sponsor_app.domain.gaps import Gap
from sponsor_app.domain.issue import IssueStatus, Level, Severity
from sponsor_app.domain.search import HitKind
from sponsor_app.domain.today import NeedKind
from sponsor_app.services import (
    Services,
    accounts,
    briefs,
    commitments,
    coverage,
    history,
    issues,
    members,
    searching,
    today,
)


@pytest.fixture(scope="session")
def report(example: Services) -> coverage.CoverageReport:
    return coverage.report(example)


def row_of(report: coverage.CoverageReport, name: str) -> CoverageRow:
    return next(row for row in report.rows if row.account == name)


def test_every_state_of_coverage_and_every_list_of_gaps_has_somebody_in_it(
    report: coverage.CoverageReport,
) -> None:
    assert {row.coverage for row in report.rows} == set(Coverage)
    rare = {Gap.SEVERAL_SPONSORS, Gap.SPONSOR_LEFT, Gap.NO_COUNTERPART}  # this team is in order
    assert {gap.gap for gap in report.gaps if gap.count} >= set(Gap) - rare


def test_the_denominators_add_up_and_most_accounts_are_covered(
    report: coverage.CoverageReport,
) -> None:
    totals = report.totals
    states = totals.covered + totals.due + totals.overdue + totals.never_met

    assert totals.accounts == len(report.rows) == 48
    assert states == totals.with_cadence
    assert totals.with_cadence + totals.no_cadence == totals.accounts
    assert totals.covered > totals.with_cadence / 2


def test_exactly_one_sponsor_is_the_boss_of_the_account_lead(
    example: Services, report: coverage.CoverageReport
) -> None:
    boss = {one.id: one.manager_id for one in members.listed(example)}
    violations = [
        row.account for row in report.rows if row.lead_id and boss[row.lead_id] == row.sponsor_id
    ]

    assert len(violations) == 1


def test_two_laptops_have_not_been_in_step_and_nothing_newer_of_theirs_is_here(
    example: Services,
) -> None:
    devices = coverage.report(example).devices
    behind = [
        one
        for one in devices
        if one.last_synced and (example.today() - one.last_synced.date()).days > 1
    ]
    newest = {step.device: step.at for step in reversed(history.steps(example, 500))}

    assert len(behind) == 2
    assert all(
        newest[one.name] <= one.last_synced
        for one in devices
        if one.last_synced and one.name in newest
    )


def test_my_day_has_two_visits_and_the_first_meets_a_sev_1_that_is_a_day_late(
    example: Services,
) -> None:
    page = today.page(example)
    first, second = (visit for visit in page.visits if visit.plan.on == example.today())

    assert (first.plan.account, second.plan.account) == ("Tellvik Kyllager", "Brennauer & Töchter")
    assert first.worst_issue is not None
    assert first.worst_issue.severity is Severity.SEV1
    assert first.worst_issue.days_late(example.today()) == 1
    assert first.plan.starts_at is not None
    assert 4 <= page.my_accounts <= 9


def test_my_day_knows_what_needs_me_who_goes_cold_and_what_others_did(example: Services) -> None:
    page = today.page(example)

    assert {need.kind for need in page.needs} >= {
        NeedKind.ISSUE,
        NeedKind.PROMISE,
        NeedKind.DEBRIEF,
    }
    assert {one.row.account for one in page.cold} >= {"Hoshigaya Seiki K.K.", "Tellvik Kyllager"}
    assert 5 <= len(page.news) <= 12
    assert all(one.step.member != page.my_name for one in page.news)


def test_the_brief_opens_with_the_bad_news_and_fits_one_page(
    example: Services, report: coverage.CoverageReport
) -> None:
    tellvik = row_of(report, "Tellvik Kyllager")

    brief = briefs.compose_brief(example, tellvik.account_id)

    first = brief.sections[0]
    assert first.key is SectionKey.BAD_NEWS
    assert first.lines[0].text.startswith("Sev 1, open 6 days: Temperature alarms")
    assert "1 day late" in first.lines[0].text
    assert "2 of" in brief.not_in_step
    assert len(brief.sections) >= 6
    assert sum(len(section.lines) for section in brief.sections) <= 27


def test_a_pulse_falls_from_8_to_4_and_the_worst_has_its_words(
    example: Services, report: coverage.CoverageReport
) -> None:
    page = accounts.page(example, row_of(report, "Tellvik Kyllager").account_id)

    scores = [pulse.score for pulse in sorted(page.pulses, key=lambda one: one.on)]

    assert (scores[0], scores[-1]) == (8, 4)
    assert scores == sorted(scores, reverse=True)
    assert max(page.pulses, key=lambda one: one.on).quote


def test_the_ladder_has_issues_on_every_rung_of_every_severity(example: Services) -> None:
    found = issues.listed(example)
    still_open = [one for one in found if one.is_open]

    assert {one.severity for one in still_open} == set(Severity)
    assert {one.level for one in still_open} == set(Level)
    assert {one.status for one in found} == set(IssueStatus)
    assert any(one.days_late(example.today()) for one in still_open)


def test_promises_are_open_late_kept_and_dropped_ours_and_theirs(example: Services) -> None:
    found = commitments.listed(example)

    assert {one.state(example.today()) for one in found} == set(CommitmentState)
    assert {one.direction for one in found} == set(Direction)
    assert any(one.unowned for one in found)


def test_a_lost_account_keeps_sponsor_and_coverage(report: coverage.CoverageReport) -> None:
    hartvik = row_of(report, "Hartvik Papir AS")

    assert hartvik.sponsor
    assert hartvik.coverage is Coverage.COVERED
    assert hartvik.days_since is not None
    assert hartvik.days_since < 30


@pytest.mark.parametrize(
    ("scrap", "account", "field"),
    [
        ("Gävle Frysterminal", "Tellvik Kyllager", "former name"),
        ("25-60402", "Aguas del Maipén", "order number"),
        ("星ヶ谷精機", "Hoshigaya Seiki K.K.", "alias"),
    ],
)
def test_a_scrap_finds_the_planted_account(
    example: Services, scrap: str, account: str, field: str
) -> None:
    best = searching.find(example, scrap)[0]

    assert (best.kind, best.account, best.field) == (HitKind.ACCOUNT, account, field)


def test_a_phrase_of_a_note_finds_the_visit(example: Services) -> None:
    best = searching.find(example, "polishing rooms in socks")[0]

    assert best.kind is HitKind.INTERACTION
    assert best.account == "Hoshigaya Seiki K.K."


def test_undo_does_not_offer_to_take_the_example_away(example: Services) -> None:
    assert history.undoable(example) == (None, None)


def test_the_last_days_are_small_steps_by_different_people(example: Services) -> None:
    since = example.today() - timedelta(days=6)
    steps = [
        step
        for step in history.steps(example, 200)
        if step.kind == "do" and step.at.date() >= since
    ]

    assert 10 <= len(steps) <= 30
    assert len({step.member for step in steps}) >= 6
    assert all(step.changes <= 10 for step in steps)
    assert {step.title.split()[0] for step in steps} >= {
        "Logged",
        "Escalated",
        "Updated",
        "Accepted",
        "Kept",
        "Planned",
    }
