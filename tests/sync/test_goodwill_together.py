"""Two people work on the same references, events and reach-outs without hearing of each other."""

from datetime import timedelta
from pathlib import Path

from sponsor_app.domain.event import EventKind, Reply
from sponsor_app.domain.ids import ContactId, EventId, ReachOutId
from sponsor_app.domain.people_map import people_map
from sponsor_app.domain.reference import Use
from sponsor_app.services import (
    accounts,
    contacts,
    events,
    merging_contacts,
    reach_outs,
    references,
    themes,
)
from tests.conftest import TODAY
from tests.sync.stores import add_account, assert_agree, laptops, meet


def test_the_same_thing_done_on_two_laptops_is_one_thing_on_both(tmp_path: Path) -> None:
    with laptops(tmp_path, "anna", "bob") as (anna, bob):
        acme = add_account(anna, "Acme")
        dana = ContactId(contacts.add(anna, acme, name="Dana Reed").created[0])
        on = TODAY - timedelta(days=2)
        made = events.add(anna, title="Round", kind=EventKind.BOARD, on=on).created[0]
        board = EventId(made)
        helps = ReachOutId(reach_outs.add(anna, title="Fix", because="It helps.").created[0])
        meet(anna, bob)
        for one, scope in ((anna, (Use.CALL,)), (bob, (Use.CALL, Use.QUOTE))):
            references.agree(one, dana, scope=scope, approved_by=one.me)
            events.reply(one, board, (dana,), Reply.YES)
            events.attended(one, board, (dana,))
            themes.note(one, board, f"Said to {one.me}", by=dana)
            reach_outs.done(one, helps, acme)
        meet(anna, bob)
        assert_agree((anna, bob))
        for one in (anna, bob):
            [known] = references.listed(one).references
            assert known.scope == (Use.CALL, Use.QUOTE)
            page = events.page(one, board)
            assert (page.event.counts.invited, page.event.counts.attended) == (1, 1)
            assert len(page.themes) == 2
            assert [touch.kind for touch in accounts.page(one, acme).timeline] == [
                "message",
                "event",
            ]
            assert reach_outs.listed(one).progress[0].done == 1


def test_a_ring_of_bosses_that_two_laptops_made_is_cut_and_said_on_both(tmp_path: Path) -> None:
    with laptops(tmp_path, "anna", "bob") as (anna, bob):
        acme = add_account(anna, "Acme")
        added = [contacts.add(anna, acme, name=name).created[0] for name in ("Dana", "Sam")]
        dana, sam = (ContactId(one) for one in added)
        meet(anna, bob)
        contacts.set_fields(anna, dana, {"reports_to": sam})
        contacts.set_fields(bob, sam, {"reports_to": dana})
        meet(anna, bob)
        assert_agree((anna, bob))
        for one in (anna, bob):
            found = people_map(contacts.listed(one, acme), TODAY)
            assert [(row.person.name, row.depth) for row in found.rows] == [("Dana", 0), ("Sam", 1)]
            assert "report to each other in a ring" in found.ring_words


def test_an_invitation_of_somebody_merged_meanwhile_finds_its_way(tmp_path: Path) -> None:
    with laptops(tmp_path, "anna", "bob") as (anna, bob):
        acme = add_account(anna, "Acme")
        added = [contacts.add(anna, acme, name="Dana Reed").created[0] for _ in range(2)]
        kept, gone = sorted(ContactId(one) for one in added)
        made = events.add(anna, title="Round", kind=EventKind.BOARD, on=TODAY + timedelta(days=9))
        board = EventId(made.created[0])
        meet(anna, bob)
        events.reply(bob, board, (gone,), Reply.YES)
        merging_contacts.merge_contacts(anna, gone, kept)
        meet(anna, bob)
        meet(anna, bob)
        assert_agree((anna, bob))
        for one in (anna, bob):
            [invited] = events.page(one, board).invitations
            assert (invited.contact_id, invited.reply) == (kept, Reply.YES)
