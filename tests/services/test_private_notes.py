"""A private note is kept here, joined when records are joined, and is in nothing that leaves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.ids import AccountId, ContactId
from sponsor_app.services import (
    Services,
    accounts,
    briefs,
    contacts,
    history,
    merging,
    merging_contacts,
    private_notes,
)


def test_a_note_is_kept_and_an_empty_one_forgotten(app: Services, acme: AccountId) -> None:
    private_notes.write(app, acme, "  Drinks with the CFO's brother.\r\nSay nothing.  ")
    assert private_notes.read(app, acme) == "Drinks with the CFO's brother.\nSay nothing."
    private_notes.write(app, acme, "   ")
    assert private_notes.read(app, acme) == ""


def test_a_note_is_no_step_no_change_and_no_line_of_the_brief(
    app: Services, acme: AccountId
) -> None:
    before, steps = app.store.latest_change(), len(history.steps(app))
    changes = private_notes.write(app, acme, "Quokka")
    assert (changes.step, app.store.latest_change()) == (None, before)
    assert len(history.steps(app)) == steps
    assert "Quokka" not in repr(briefs.prepare(app, acme))
    assert "Quokka" not in repr(accounts.page(app, acme))


def test_what_is_too_long_is_refused_and_the_note_stays(app: Services, acme: AccountId) -> None:
    private_notes.write(app, acme, "short")
    with pytest.raises(InvalidError, match="100,000"):
        private_notes.write(app, acme, "a" * 100_001)
    assert private_notes.read(app, acme) == "short"


def test_a_note_is_there_again_when_a_deletion_is_taken_back(
    app: Services, acme: AccountId
) -> None:
    private_notes.write(app, acme, "still here")
    accounts.delete(app, acme)
    history.undo(app)
    assert private_notes.read(app, acme) == "still here"


def test_notes_about_two_accounts_that_become_one_are_both_read_there(
    app: Services, acme: AccountId
) -> None:
    bolt = AccountId(accounts.add(app, fields={"name": "Bolt"}).created[0])
    private_notes.write(app, acme, "of the first")
    private_notes.write(app, bolt, "of the second")
    merging.merge_accounts(app, acme, bolt)
    assert private_notes.read(app, merging.one_of(acme, bolt)) == "of the first\n\nof the second"
    history.undo(app)
    assert private_notes.read(app, acme) == "of the first"
    assert private_notes.read(app, bolt) == "of the second"


def test_what_is_written_about_one_made_of_two_stands_in_place_of_both(
    app: Services, acme: AccountId
) -> None:
    bolt = AccountId(accounts.add(app, fields={"name": "Bolt"}).created[0])
    private_notes.write(app, bolt, "of the second")
    merging.merge_accounts(app, bolt, acme)
    private_notes.write(app, merging.one_of(acme, bolt), "")
    assert private_notes.read(app, merging.one_of(acme, bolt)) == ""


def test_a_note_about_a_person_follows_the_person_once(app: Services, acme: AccountId) -> None:
    one, other = (
        ContactId(contacts.add(app, acme, name=name).created[0]) for name in ("Dana", "Dana Reed")
    )
    private_notes.write(app, other, "afraid of flying")
    _changes, stays = merging_contacts.merge_contacts(app, other, one)
    history.undo(app)
    merging_contacts.merge_contacts(app, other, one)
    assert private_notes.read(app, stays) == "afraid of flying"


@given(text=st.text(max_size=200))
def test_what_is_kept_is_kept_the_same_again(app: Services, acme: AccountId, text: str) -> None:
    private_notes.write(app, acme, text)
    kept = private_notes.read(app, acme)
    private_notes.write(app, acme, kept)
    assert private_notes.read(app, acme) == kept
