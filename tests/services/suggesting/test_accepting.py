"""Proposals from a real store, accepted as one step, and the bad days: nobody, too many, two at once, left yesterday."""

import threading
from datetime import timedelta

import pytest

from sponsor_app.domain.errors import RefusedError
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.suggesting.plan import Choice, Plan, choice_of
from sponsor_app.services import Services, accounts, contacts, history, members, sponsorships
from sponsor_app.services import suggestions as verbs
from sponsor_app.store.models import account, member, sponsorship
from tests.conftest import TODAY

GRACE = "Grace Moreau"


def add_account(app: Services, name: str, **fields: str) -> AccountId:
    return AccountId(accounts.add(app, fields={"name": name, **fields}).created[0])


def add_member(app: Services, name: str, function: str = "finance") -> MemberId:
    return MemberId(members.add(app, name=name, function=function).created[0])


def pairs(plan: Plan) -> dict[str, str]:
    return {one.row.account: one.member.name for one in plan.proposals}


def leave(app: Services, member_id: MemberId) -> None:
    with app.store.write("Left") as writer:
        writer.update(member, member_id, left_on=TODAY - timedelta(days=1))


def test_all_are_accepted_as_one_step_that_can_be_taken_back(app: Services) -> None:
    add_member(app, "Ann Reyes")
    for name in ("Acme", "Umbrella", "Zenith"):
        add_account(app, name)
    plan = verbs.propose(app)
    assert len(plan.proposals) == 3
    changes = verbs.accept(app, [choice_of(one) for one in plan.proposals])
    assert changes.title == "Accepted 3 suggestions"
    again = verbs.propose(app)
    assert (again.proposals, again.objective) == ((), 0)
    history.undo(app)
    assert pairs(verbs.propose(app)) == pairs(plan)


def test_none_accepted_is_no_step(app: Services) -> None:
    add_account(app, "Acme")
    assert verbs.accept(app, []).step is None


def test_a_counterpart_is_known_from_the_contacts(app: Services) -> None:
    ann = add_member(app, "Ann Reyes")
    acme = add_account(app, "Acme")
    contacts.add(app, acme, name="Dana Reed", title="CIO", counterpart=ann)
    [one] = verbs.propose(app).proposals
    assert one.because[1] == "Counterpart of Dana Reed."


def test_a_sponsor_who_left_yesterday_hands_over_and_the_history_says_when(
    app: Services, acme: AccountId
) -> None:
    ann = add_member(app, "Ann Reyes")
    sponsorships.set_sponsor(app, [acme], ann, TODAY - timedelta(days=90))
    leave(app, ann)
    [one] = verbs.propose(app).proposals
    assert (one.member.name, one.because[0]) == (GRACE, "Ann Reyes left on 2026-11-17.")
    verbs.accept(app, [choice_of(one)])
    held = accounts.details(app, acme).sponsorships
    assert {(was.member, was.ends_on) for was in held} == {(GRACE, None), ("Ann Reyes", TODAY)}


def test_two_sponsors_at_once_are_shown_and_cannot_be_accepted_away(
    app: Services, acme: AccountId
) -> None:
    ann = add_member(app, "Ann Reyes")
    with app.store.write("Two laptops") as writer:
        for who in (ann, app.me):
            writer.insert(
                sponsorship,
                record_id=app.store.new_id(),
                account_id=acme,
                member_id=who,
                starts_on=TODAY,
            )
    plan = verbs.propose(app)
    assert (plan.proposals, plan.need) == ((), 0)
    assert [set(one.members) for one in plan.disputed] == [{"Ann Reyes", GRACE}]
    with pytest.raises(RefusedError, match="has changed since"):
        verbs.accept(app, [Choice(acme, ann, app.me)])


def test_a_sponsor_who_begins_later_is_decided_and_stays(app: Services, acme: AccountId) -> None:
    ann = add_member(app, "Ann Reyes")
    sponsorships.set_sponsor(app, [acme], ann, TODAY + timedelta(days=30))
    plan = verbs.propose(app)
    assert (plan.proposals, plan.need, plan.unplaced) == ((), 0, ())
    assert plan.room == 9
    with pytest.raises(RefusedError, match="has changed since"):
        verbs.accept(app, [Choice(acme, None, app.me)])


def test_one_proposal_out_of_date_refuses_all_and_changes_nothing(app: Services) -> None:
    ann = add_member(app, "Ann Reyes")
    acme, zenith = add_account(app, "Acme"), add_account(app, "Zenith")
    plan = verbs.propose(app)
    sponsorships.set_sponsor(app, [zenith], ann)
    with pytest.raises(RefusedError, match="Zenith has changed since"):
        verbs.accept(app, [choice_of(one) for one in plan.proposals])
    assert accounts.details(app, acme).sponsorships == ()


def test_one_sponsor_with_five_thousand_accounts_keeps_all_but_what_others_can_carry(
    app: Services,
) -> None:
    add_member(app, "Ann Reyes")
    ids = [AccountId(app.store.new_id()) for _number in range(5000)]
    with app.store.write("A large portfolio") as writer:
        for number, record_id in enumerate(ids):
            fields = {"name": f"Account {number}", "status": "customer", "tier": "key"}
            writer.insert(account, record_id=record_id, **fields)
            writer.insert(
                sponsorship,
                record_id=app.store.new_id(),
                account_id=record_id,
                member_id=app.me,
                starts_on=TODAY,
            )
    plan = verbs.propose(app)
    assert set(pairs(plan).values()) == {"Ann Reyes"}
    assert len(plan.proposals) == 5
    assert [(one.member.name, one.by) for one in plan.overfull] == [(GRACE, 4990)]


def test_the_work_says_how_far_it_is_and_can_be_stopped(app: Services) -> None:
    add_account(app, "Acme")
    said: list[tuple[str, float | None]] = []
    verbs.propose(app, lambda text, share: said.append((text, share)))
    assert said == [("Weighing 0 of 1 accounts", 0.0), ("Weighing 1 of 1 accounts", 1.0)]
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(RefusedError, match="Stopped"):
        verbs.propose(app, None, cancel)
