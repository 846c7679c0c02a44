"""References, events and reach-outs where things go wrong, are undone, or are many."""

from datetime import timedelta
from time import process_time

import pytest

from sponsor_app.domain.errors import InvalidError, RefusedError
from sponsor_app.domain.event import EventKind
from sponsor_app.domain.ids import AccountId, ContactId, EventId, ReachOutId, ReferenceId
from sponsor_app.domain.interaction import Kind, Place
from sponsor_app.domain.issue import IssueStatus
from sponsor_app.domain.reference import LockKind, Use
from sponsor_app.services import (
    Services,
    accounts,
    commitments,
    contacts,
    coverage,
    events,
    history,
    issues,
    knowledge,
    reach_outs,
    references,
    themes,
)
from sponsor_app.services.inviting_by_list import invite_listed
from tests.conftest import TODAY


@pytest.fixture
def dana(app: Services, acme: AccountId) -> ContactId:
    made = contacts.add(app, acme, name="Dana Reed", emails=["dana@acme.example"])
    return ContactId(made.created[0])


@pytest.fixture
def round_table(app: Services) -> EventId:
    on = TODAY - timedelta(days=3)
    made = events.add(app, title="Round table", kind=EventKind.FOCUS_GROUP, on=on)
    return EventId(made.created[0])


def agreed(app: Services, who: ContactId) -> ReferenceId:
    made = references.agree(app, who, scope=(Use.CALL,), approved_by=app.me)
    return ReferenceId(made.created[0])


def test_somebody_who_left_cannot_agree_and_whoever_agreed_is_locked(
    app: Services, dana: ContactId
) -> None:
    known = agreed(app, dana)
    contacts.change(app, dana, left_on=TODAY)
    _one, found = references.one(app, known)
    assert found.locks[0].kind is LockKind.LEFT
    with pytest.raises(RefusedError, match="Dana Reed left on"):
        references.agree(app, dana, scope=(Use.CALL,), approved_by=app.me)
    with pytest.raises(RefusedError, match="Dana Reed left on"):
        references.approve_again(app, known, approved_by=app.me)
    references.end(app, known)
    assert references.listed(app).references == ()


def test_agreeing_twice_is_one_reference_and_undo_takes_the_second_back(
    app: Services, dana: ContactId
) -> None:
    known = agreed(app, dana)
    references.agree(app, dana, scope=(Use.CALL, Use.VISIT), approved_by=app.me)
    assert references.one(app, known)[0].scope == (Use.CALL, Use.VISIT)
    history.undo(app)
    assert references.one(app, known)[0].scope == (Use.CALL,)


def test_a_reference_at_an_account_nobody_visits_is_on_the_laundry_list(
    app: Services, dana: ContactId
) -> None:
    agreed(app, dana)
    found = references.listed(app)
    assert [one.contact for one in found.beyond] == ["Dana Reed"]


def test_two_thousand_pasted_lines_each_have_their_outcome(
    app: Services, acme: AccountId, round_table: EventId
) -> None:
    people = [f"p{number}@acme.example" for number in range(40)]
    for address in people:
        contacts.add(app, acme, name=address.partition("@")[0], emails=[address])
    pasted = [*people, *(f"x{n}@nowhere.example" for n in range(1800)), *people]
    pasted += [f"no-address-{n}@" for n in range(120)]
    assert len(pasted) == 2000
    began = process_time()
    _changes, report = invite_listed(app, round_table, "\n".join(pasted))
    assert process_time() - began < 5
    outcome = (report.invited, report.already, len(report.repeated), len(report.unknown))
    assert (*outcome, len(report.bad)) == (40, 0, 40, 1800, 120)
    assert report.words == (
        "40 invited, 0 were before; left out: 40 twice in the list, 120 no mail address,"
        " 1,800 not on file"
    )
    _changes, again = invite_listed(app, round_table, "\n".join(people))
    assert (again.invited, again.already, again.left_out) == (0, 40, 0)
    assert len(events.page(app, round_table).invitations) == 40


def test_two_people_of_one_name_are_not_guessed_between(
    app: Services, acme: AccountId, dana: ContactId, round_table: EventId
) -> None:
    contacts.add(app, acme, name="Dana Reed")
    _changes, report = invite_listed(app, round_table, "Dana Reed\ndana@acme.example")
    assert (report.invited, report.unknown[0].why) == (1, "fits 2 people on file")


def test_who_came_is_a_touch_until_somebody_says_they_did_not(
    app: Services, acme: AccountId, dana: ContactId, round_table: EventId
) -> None:
    events.attended(app, round_table, (dana,))
    [touch] = accounts.page(app, acme).timeline
    assert (touch.kind, touch.on) == (Kind.EVENT, TODAY - timedelta(days=3))
    assert [who.name for who in touch.contacts] == ["Dana Reed"]
    assert [who.name for who in touch.members] == ["Grace Moreau"]
    assert coverage.report(app).rows[0].days_since == 3
    events.attended(app, round_table, (dana,), came=False)
    assert accounts.page(app, acme).timeline == ()
    history.undo(app)
    assert len(accounts.page(app, acme).timeline) == 1


def test_an_event_that_somebody_came_to_keeps_its_day(
    app: Services, dana: ContactId, round_table: EventId
) -> None:
    events.attended(app, round_table, (dana,))
    with pytest.raises(RefusedError, match="1 people came"):
        events.change(app, round_table, on_day=TODAY)
    events.change(app, round_table, title="Round table, spring", place=Place.OURS)
    assert events.page(app, round_table).event.title == "Round table, spring"


def test_what_was_said_becomes_an_issue_or_a_promise_at_the_account(
    app: Services, acme: AccountId, dana: ContactId, round_table: EventId
) -> None:
    said = themes.note(app, round_table, "Alarms at night", quote="No sleep.", by=dana).created[0]
    themes.open_issue(app, said, 3)
    themes.promise(app, said, "Send the filter", TODAY + timedelta(days=4))
    [opened] = issues.listed(app, account_id=acme)
    assert (opened.title, opened.status, opened.raised_by_id) == (
        "Alarms at night",
        IssueStatus.OPEN,
        dana,
    )
    [promised] = commitments.listed(app, account_id=acme)
    [theme] = events.page(app, round_table).themes
    assert (theme.issue, theme.promise) == (opened.number, promised.number)
    nobody = themes.note(app, round_table, "Prices").created[0]
    with pytest.raises(RefusedError, match="Nobody noted who said"):
        themes.open_issue(app, nobody, 3)
    with pytest.raises(InvalidError, match="day to come"):
        themes.change(app, said, told=TODAY + timedelta(days=1))


def test_shares_and_scores_that_cannot_be_are_refused(
    app: Services, acme: AccountId, dana: ContactId, round_table: EventId
) -> None:
    with pytest.raises(InvalidError, match="0 to 100 percent"):
        events.spoke(app, round_table, {dana: 101})
    with pytest.raises(InvalidError, match="day to come"):
        knowledge.add_pulse(app, acme, 5, on=TODAY + timedelta(days=1))


def test_a_reach_out_that_is_deleted_leaves_the_touch_and_undo_brings_it_back(
    app: Services, acme: AccountId
) -> None:
    made = reach_outs.add(app, title="Fix shipped", because="It works.").created[0]
    one = ReachOutId(made)
    reach_outs.done(app, one, acme, outcome="Glad")
    reach_outs.delete(app, one)
    assert reach_outs.listed(app).progress == ()
    assert [touch.summary for touch in accounts.page(app, acme).timeline] == ["Fix shipped. Glad"]
    history.undo(app)
    assert reach_outs.listed(app).progress[0].done == 1
