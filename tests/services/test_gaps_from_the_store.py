"""The gap lists from a real store: whose an account is, who left, what is late; kept ones are as if read anew."""

from datetime import timedelta

import pytest

from sponsor_app.domain.board import BoardView
from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.drafts import InteractionDraft, Promise
from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.gaps import Gap
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.interaction import Intent, Kind, Place
from sponsor_app.services import (
    Services,
    accounts,
    contacts,
    coverage,
    interactions,
    members,
    saved_views,
    sponsorships,
)
from sponsor_app.store.models import account, contact, member, sponsorship
from tests.conftest import TODAY

YESTERDAY = TODAY - timedelta(days=1)


def in_gap(app: Services, gap: Gap) -> dict[str, str]:
    found = coverage.report(app).gap(gap)
    return {row.account: found.because.get(row.account_id, "") for row in found.accounts}


def colleague(app: Services, name: str) -> MemberId:
    return MemberId(members.add(app, name=name).created[0])


def test_two_sponsors_after_a_merge_are_shown_with_both_and_asked_about(
    app: Services, acme: AccountId
) -> None:
    ann = colleague(app, "Ann Reyes")
    sponsorships.set_sponsor(app, [acme], app.me)
    with app.store.write("from another laptop") as writer:
        values = {"account_id": acme, "member_id": ann, "starts_on": YESTERDAY}
        writer.insert(sponsorship, record_id=app.store.new_id(), **values)
    report = coverage.report(app)
    assert report.disputed == 1
    assert in_gap(app, Gap.SEVERAL_SPONSORS) == {"Acme": "Ann Reyes and Grace Moreau both own it"}
    assert {row.sponsor for row in report.heat} == {"Ann Reyes", "Grace Moreau"}
    assert report.totals.accounts == 1
    sponsorships.set_sponsor(app, [acme], ann)
    assert coverage.report(app).disputed == 0


def test_the_accounts_of_a_sponsor_who_left_yesterday_wait_for_another(
    app: Services, acme: AccountId
) -> None:
    ann = colleague(app, "Ann Reyes")
    sponsorships.set_sponsor(app, [acme], ann)
    assert in_gap(app, Gap.SPONSOR_LEFT) == {}
    with app.store.write("Ann leaves") as writer:
        writer.update(member, ann, left_on=YESTERDAY)
    assert in_gap(app, Gap.SPONSOR_LEFT) == {"Acme": "Ann Reyes left on 17 Nov"}


def test_a_sponsor_should_not_lead_the_account_lead(app: Services, acme: AccountId) -> None:
    ann = colleague(app, "Ann Reyes")
    with app.store.write("the organisation") as writer:
        writer.update(member, ann, manager_id=app.me)
        accounts.set_lead(writer, acme, ann)
    sponsorships.set_sponsor(app, [acme], app.me)
    assert in_gap(app, Gap.BOSS_OF_LEAD) == {"Acme": "Grace Moreau leads Ann Reyes"}


def test_a_champion_who_left_and_an_account_without_a_counterpart(
    app: Services, acme: AccountId
) -> None:
    dana = contacts.add(app, acme, name="Dana Reed").created[0]
    assert in_gap(app, Gap.NO_COUNTERPART) == {"Acme": ""}
    with app.store.write("matched") as writer:
        writer.update(contact, dana, counterpart_id=app.me)
    assert in_gap(app, Gap.NO_COUNTERPART) == {}
    assert in_gap(app, Gap.CONTACT_LEFT) == {}
    with app.store.write("Dana leaves") as writer:
        writer.update(contact, dana, left_on=YESTERDAY)
    assert in_gap(app, Gap.CONTACT_LEFT) == {"Acme": "Dana Reed left"}
    assert in_gap(app, Gap.NO_COUNTERPART) == {"Acme": ""}


def test_promises_of_ours_past_their_day_and_a_call_that_is_no_visit(
    app: Services, acme: AccountId
) -> None:
    late = (
        Promise("the pricing", due=YESTERDAY),
        Promise("their numbers", Direction.THEIRS, YESTERDAY),
    )
    draft = InteractionDraft(
        acme, Kind.CALL, TODAY - timedelta(days=9), Place.REMOTE, Intent.CARE, promises=late
    )
    interactions.log(app, draft)
    assert in_gap(app, Gap.PROMISES_LATE) == {"Acme": "1 promise of ours late"}
    assert in_gap(app, Gap.NOT_ON_THEIR_TURF) == {"Acme": "never on their turf"}


def test_what_is_kept_after_each_write_is_what_is_read_anew(app: Services, acme: AccountId) -> None:
    for act in (
        lambda: sponsorships.set_sponsor(app, [acme], app.me),
        lambda: contacts.add(app, acme, name="Dana Reed"),
        lambda: accounts.add(app, fields={"name": "Bolt"}),
        lambda: interactions.log(
            app,
            InteractionDraft(
                acme,
                Kind.VISIT,
                YESTERDAY,
                Place.THEIRS,
                Intent.SELL,
                promises=(Promise("it", due=TODAY),),
            ),
        ),
        lambda: accounts.change(app, acme, {"tier": "key"}),
    ):
        act()
        kept = coverage.report(app)
        app.store._kept.clear()
        assert coverage.report(app) == kept


def test_without_a_sponsor_there_is_no_board_but_every_gap(app: Services, acme: AccountId) -> None:
    report = coverage.report(app)
    assert report.heat == ()
    assert report.gap(Gap.NO_SPONSOR).count == report.totals.unsponsored == 1
    assert report.gap(Gap.NO_ACCOUNT).count == 1


def test_one_sponsor_with_five_thousand_accounts_is_one_row_with_all_of_them(
    app: Services,
) -> None:
    ids = app.store.new_ids(5000)
    with app.store.write("a very long list") as writer:
        rows = [{"name": f"A{n}", "status": "customer", "tier": "key"} for n in range(5000)]
        writer.insert_many(account, rows, ids)
        owned = [{"account_id": i, "member_id": app.me, "starts_on": YESTERDAY} for i in ids]
        writer.insert_many(sponsorship, owned, app.store.new_ids(5000))
    report = coverage.report(app, BoardView(window=30))
    (row,) = report.heat
    assert (row.load, row.cells["key"].total, row.cells["key"].seen) == (5000, 5000, 0)
    assert [one.name for one in report.overloaded] == ["Grace Moreau"]


def test_views_are_kept_for_me_or_for_the_team_and_the_team_can_take_one_back(
    app: Services,
) -> None:
    mine, ours = BoardView(window=30), BoardView(window=90)
    saved_views.save(app, "Monday", mine, shared=False)
    done = saved_views.save(app, "Quarter", ours, shared=True)
    assert done.step is not None
    saved_views.save(app, " quarter ", mine, shared=True)
    found = [(one.name, one.view, one.shared) for one in saved_views.listed(app)]
    assert found == [("Monday", mine, False), ("quarter", mine, True)]
    saved_views.forget(app, saved_views.find(app, "QUARTER"))
    saved_views.forget(app, saved_views.find(app, "monday"))
    with pytest.raises(NotFoundError, match="No view of coverage is called"):
        saved_views.find(app, "Monday")
