"""What the issue board, the book of promises and the activity list ask of the services."""

from datetime import timedelta

import pytest

from sponsor_app.domain.activity import Narrowing, Whose, can_be_taken_back
from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.drafts import InteractionDraft
from sponsor_app.domain.errors import NotFoundError, RefusedError
from sponsor_app.domain.history import Op
from sponsor_app.domain.ids import AccountId, CommitmentId, ContactId, IssueId, MemberId
from sponsor_app.domain.interaction import Kind
from sponsor_app.domain.issue_board import Rung, candidates
from sponsor_app.domain.promise_book import KeptRecord, Pile, pile_of
from sponsor_app.services import (
    Services,
    accounts,
    commitments,
    contacts,
    history,
    interactions,
    issue_board,
    issues,
    members,
    sponsorships,
)
from sponsor_app.store.capture import Identity
from sponsor_app.store.models import device, issue, member
from tests.conftest import TODAY, Clock


def an_account(app: Services, name: str, **fields: str) -> AccountId:
    return AccountId(accounts.add(app, fields={"name": name, **fields}).created[0])


def a_contact(app: Services, account: AccountId, name: str) -> ContactId:
    return ContactId(contacts.add(app, account, name=name).created[0])


def an_issue(app: Services, account: AccountId, title: str = "Crane", severity: int = 2) -> IssueId:
    made = issues.open_issue(app, account, title=title, severity=severity)
    return IssueId(made.created[0])


def a_promise(
    app: Services, account: AccountId, text: str, days: int | None = None, **more: object
) -> CommitmentId:
    due = None if days is None else TODAY + timedelta(days=days)
    made = commitments.add(app, account, text=text, due=due, **more)  # pyright: ignore[reportArgumentType]
    return CommitmentId(made.created[0])


def talk(app: Services, account: AccountId, *people: ContactId) -> None:
    draft = InteractionDraft(account, Kind.CALL, app.today(), contact_ids=people)
    interactions.log(app, draft)


def test_the_board_counts_who_heard_and_who_was_called_as_the_radius_names_them(
    app: Services, clock: Clock
) -> None:
    parent = an_account(app, "Group")
    home = an_account(app, "Acme", parent="Group")
    sister = an_account(app, "Acme Nord", parent="Group")
    stranger = an_account(app, "Elsewhere")
    dana, nils = a_contact(app, home, "Dana"), a_contact(app, sister, "Nils")
    a_contact(app, parent, "Petra")
    guest = a_contact(app, stranger, "Guest")
    talk(app, home, dana)
    clock.advance(3)
    first, second = an_issue(app, home), an_issue(app, stranger, "Portal")
    talk(app, sister, nils, guest)
    clock.advance(1)
    board = issue_board.board(app)
    counted = {card.issue.id: (card.heard, card.called) for card in board.cards}
    named = {one: issue_board.radius(app, one) for one in (first, second)}
    assert counted[first] == (3, 1)
    assert counted == {
        one: (len(heard), sum(who.called_on is not None for who in heard))
        for one, heard in named.items()
    }


def test_the_board_holds_what_is_open_and_what_is_fixed_and_not_told(app: Services) -> None:
    acme = an_account(app, "Acme")
    an_account(app, "Quiet")
    still, fixed, over = (an_issue(app, acme, title) for title in ("still", "fixed", "over"))
    issues.escalate(app, still, to=app.me, reason="ships wait")
    issues.resolve(app, fixed, "new firmware")
    issues.resolve(app, over, "new cable")
    issues.told(app, over)
    board = issue_board.board(app)
    assert {card.issue.title: card.rung for card in board.cards} == {
        "still": Rung.SPONSOR,
        "fixed": Rung.FIXED,
    }
    assert (len(board.open), board.fixed, board.accounts_with_open, board.accounts) == (1, 1, 1, 2)


def test_the_board_says_what_is_late_what_is_due_today_and_what_is_mine(
    app: Services, clock: Clock
) -> None:
    acme, other = an_account(app, "Acme"), an_account(app, "Other")
    sponsorships.set_sponsor(app, [acme], app.me)
    an_issue(app, acme, "late", 1)
    an_issue(app, other, "today", 2)
    clock.advance(2)
    board = issue_board.board(app)
    assert (board.late, board.due_today) == (1, 1)
    assert [card.issue.title for card in board.cards if card.mine] == ["late"]


def test_an_update_restarts_the_clock_of_its_own_issue_only(app: Services, clock: Clock) -> None:
    acme = an_account(app, "Acme")
    one, two = an_issue(app, acme, "one", 1), an_issue(app, acme, "two", 1)
    clock.advance(2)
    issues.update(app, one, "Parts are on their way")
    cards = {card.issue.id: card.issue for card in issue_board.board(app).cards}
    assert cards[one].last_update == "Parts are on their way"
    assert (cards[one].days_late(app.today()), cards[two].days_late(app.today())) == (0, 1)


def test_details_offer_the_sponsor_first_and_never_the_one_who_holds_it(app: Services) -> None:
    acme = an_account(app, "Acme", issue_channel="Call the duty desk")
    zoe = MemberId(members.add(app, name="Zoe").created[0])
    members.add(app, name="Anna")
    sponsorships.set_sponsor(app, [acme], zoe)
    known = issue_board.details(app, an_issue(app, acme))
    assert [one.name for one in candidates(known)] == ["Zoe", "Anna", "Grace Moreau"]
    assert known.channel == "Call the duty desk"
    issues.escalate(app, known.issue.id, to=zoe, reason="they are furious")
    again = issue_board.details(app, known.issue.id)
    assert [one.name for one in candidates(again)] == ["Anna", "Grace Moreau"]
    assert [lift.reason for lift in again.escalations] == ["they are furious"]


def test_details_of_an_issue_that_is_gone_say_so(app: Services) -> None:
    with pytest.raises(NotFoundError, match="not here"):
        issue_board.details(app, IssueId("018f0000-0000-7000-8000-000000000000"))


def test_promises_lie_on_piles_by_their_day_and_theirs_apart(app: Services) -> None:
    acme = an_account(app, "Acme")
    a_promise(app, acme, "late", -5)
    a_promise(app, acme, "today", 0)
    a_promise(app, acme, "sunday", 4)
    a_promise(app, acme, "monday", 5)
    a_promise(app, acme, "some day")
    a_promise(app, acme, "their signature", -9, direction=Direction.THEIRS)
    found = commitments.book(app)
    assert {one.text: pile_of(one, found.as_of) for one in found.open} == {
        "late": Pile.LATE,
        "today": Pile.THIS_WEEK,
        "sunday": Pile.THIS_WEEK,
        "monday": Pile.LATER,
        "some day": Pile.NO_DAY,
        "their signature": Pile.THEIRS,
    }


def test_a_promise_is_mine_when_i_took_it_made_it_or_lead_the_account(app: Services) -> None:
    mia = MemberId(members.add(app, name="Mia").created[0])
    led, other = an_account(app, "Led", lead="me"), an_account(app, "Other")
    taken = a_promise(app, other, "taken", owner=app.me)
    made = a_promise(app, other, "made")
    at_led = a_promise(app, led, "at led")
    a_promise(app, other, "hers", owner=mia)
    a_promise(app, other, "theirs", direction=Direction.THEIRS)
    assert commitments.book(app).mine == {taken, made, at_led}
    commitments.accept(app, made, owner=mia, due=app.today())
    assert commitments.book(app).mine == {taken, at_led}


def test_the_record_counts_what_fell_due_within_a_year_and_nothing_else(
    app: Services, clock: Clock
) -> None:
    acme = an_account(app, "Acme")
    long_ago = a_promise(app, acme, "long ago", 1)
    commitments.keep(app, long_ago)
    clock.advance(370)
    kept, kept_late = a_promise(app, acme, "kept", 371), a_promise(app, acme, "kept late", 371)
    dropped = a_promise(app, acme, "dropped", 371)
    a_promise(app, acme, "still late", 371)
    a_promise(app, acme, "due later", 400)
    a_promise(app, acme, "theirs", 371, direction=Direction.THEIRS)
    commitments.keep(app, kept)
    clock.advance(5)
    commitments.keep(app, kept_late)
    commitments.drop(app, dropped, reason="they changed their mind")
    found = commitments.book(app)
    assert found.record == KeptRecord(due=4, kept=2, kept_late=1, dropped=1)
    assert found.settled == 4
    assert [one.text for one in commitments.settled(app)][:2] == ["dropped", "kept late"]


def on_another_laptop(app: Services, title: str) -> None:
    """Write as a colleague whose laptop this store has heard of."""
    who, laptop = MemberId(app.store.new_id()), 7
    with app.store.write_local() as connection:
        connection.execute(
            device.insert().values(id=laptop, name="mia-laptop", member_id=who, mine=0)
        )
    with app.store.write(title, identity=Identity(laptop, who)) as writer:  # pyright: ignore[reportArgumentType]
        writer.insert(member, record_id=who, name="Mia Andersson")


def test_activity_tells_my_steps_from_those_of_others(app: Services) -> None:
    an_account(app, "Acme")
    on_another_laptop(app, "Mia joined")
    page = history.activity(app)
    assert [step.title for step in page.steps] == [
        "Mia joined",
        "Added Acme",
        "Joined as Grace Moreau",
    ]
    assert page.counts == {Whose.ALL: 3, Whose.MINE: 2, Whose.OTHERS: 1}
    assert [one.title for one in history.activity(app, Narrowing(Whose.OTHERS)).steps] == [
        "Mia joined"
    ]
    assert len(history.activity(app, limit=1).steps) == 1
    assert [can_be_taken_back(step) for step in page.steps] == [True, True, False]


def test_a_small_step_tells_every_change_and_whom_its_ids_mean(app: Services) -> None:
    mia = MemberId(members.add(app, name="Mia").created[0])
    acme = an_account(app, "Acme")
    done = sponsorships.set_sponsor(app, [acme], mia)
    assert done.step is not None
    found = history.details(app, done.step)
    assert [(one.kind, one.op, one.count) for one in found.tallies] == [
        ("sponsorship", Op.INSERT, 1)
    ]
    assert found.names == {acme: "Acme", mia: "Mia"}
    assert len(found.entries) == 1


def test_a_large_step_is_counted_and_not_listed(app: Services) -> None:
    with app.store.write("Imported 70 members") as writer:
        rows = [{"name": f"Member {number}"} for number in range(70)]
        writer.insert_many(member, rows, app.store.new_ids(70))
    step = history.activity(app, limit=1).steps[0].step
    found = history.details(app, step)
    assert [(one.kind, one.count) for one in found.tallies] == [("member", 70)]
    assert found.entries == ()


def test_what_was_deleted_says_by_whom_and_comes_back(app: Services, clock: Clock) -> None:
    acme = an_account(app, "Acme", lead="me")
    clock.advance(1)
    accounts.delete(app, acme)
    assert history.activity(app).deleted == 1
    (gone,) = history.lately_deleted(app)
    assert (gone.name, gone.kind, gone.member) == ("Acme", "account", "Grace Moreau")
    assert gone.at.date() == app.today()
    assert history.restore(app, gone.record_id).title == "Brought back “Acme”"
    assert history.lately_deleted(app) == []
    assert accounts.page(app, acme).details.name == "Acme"


def test_a_deleted_promise_says_at_which_account_it_was(app: Services) -> None:
    made = a_promise(app, an_account(app, "Acme"), "send the drawings")
    history.undo(app)
    assert [(one.record_id, one.name, one.account) for one in history.lately_deleted(app)] == [
        (made, "send the drawings", "Acme")
    ]


def test_taking_back_an_undo_does_the_thing_again_under_its_own_name(app: Services) -> None:
    an_account(app, "Acme")
    undone, _what = history.undo(app)
    assert undone.step is not None
    again, _what = history.undo(app, undone.step)
    assert again.title == "Added Acme"
    assert [row.account for row in accounts.listed(app)] == ["Acme"]
    with pytest.raises(RefusedError, match="already"):
        history.undo(app, undone.step)


def test_of_very_many_issues_the_most_pressing_have_a_card_and_all_are_counted(
    app: Services,
) -> None:
    acme = an_account(app, "Acme", lead="me")
    with app.store.write("Many") as writer:
        rows = [an_issue_row(acme, number) for number in range(340)]
        writer.insert_many(issue, rows, [app.store.new_id() for _row in rows])
    grave = issues.open_issue(app, acme, title="All stands still", severity=1).created[0]
    board = issue_board.board(app)
    assert board.cards[0].issue.id == grave
    assert (board.how_many_open, board.accounts_with_open) == (341, 1)
    assert len(board.cards) == 341 - board.left_out < 341
    assert board.tally is not None
    assert (board.tally.severe, board.tally.mine, board.late) == (1, 1, 340)


def an_issue_row(account: AccountId, number: int) -> dict[str, object]:
    return {
        "number": number,
        "account_id": account,
        "title": f"issue {number}",
        "severity": 4,
        "status": "open",
        "level": "account_lead",
        "opened_on": TODAY - timedelta(days=11),
    }
