"""Two laptops that merge the same two people in opposite directions agree, and lose nothing."""

from pathlib import Path

from sponsor_app.domain.ids import ContactId
from sponsor_app.services import accounts, contacts, merging_contacts
from tests.sync.stores import add_account, laptops, send


def test_opposite_merges_of_one_pair_meet_in_one_person(tmp_path: Path) -> None:
    with laptops(tmp_path, "grace", "tom") as (grace, tom):
        acme = add_account(grace, "Acme")
        dana = ContactId(
            contacts.add(grace, acme, name="Dana Reed", emails=("dana@acme.example",)).created[0]
        )
        twin = ContactId(
            contacts.add(grace, acme, name="D. Reed", phones=("+47 555 01 100",)).created[0]
        )
        send(grace, tom)
        merging_contacts.merge_contacts(grace, twin, dana)
        merging_contacts.merge_contacts(tom, dana, twin)
        for giver, taker in ((grace, tom), (tom, grace), (grace, tom)):
            send(giver, taker)
        seen = [accounts.page(one, acme) for one in (grace, tom)]
        assert seen[0].contacts == seen[1].contacts
        [person] = seen[0].contacts
        assert person.id == dana
        assert {point.raw for point in person.points} == {"dana@acme.example", "+47 555 01 100"}
        said = {fact.text for fact in seen[0].facts} | {f"Also called {person.name}"}
        assert {"Also called Dana Reed", "Also called D. Reed"} <= said
        assert {fact.text for fact in seen[0].facts} == {fact.text for fact in seen[1].facts}
