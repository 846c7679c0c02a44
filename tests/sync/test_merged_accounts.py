"""Two laptops that merge the same two accounts in opposite directions agree, and nothing hangs in the air."""

from pathlib import Path

from sponsor_app.services import accounts, contacts, merging
from tests.sync.stores import add_account, laptops, send


def test_opposite_merges_of_one_pair_meet_in_one_account_with_everyone(tmp_path: Path) -> None:
    with laptops(tmp_path, "grace", "tom") as (grace, tom):
        acme = add_account(grace, "Acme")
        twin = add_account(grace, "Acme Inc", website="acme.example")
        for account, name in ((acme, "Dana"), (twin, "Lee")):
            contacts.add(grace, account, name=name)
        send(grace, tom)
        merging.merge_accounts(grace, acme, twin)
        merging.merge_accounts(tom, twin, acme)
        for giver, taker in ((grace, tom), (tom, grace), (grace, tom)):
            send(giver, taker)
        for laptop in (grace, tom):
            [row] = accounts.listed(laptop)
            page = accounts.page(laptop, row.account_id)
            assert {one.name for one in page.contacts} == {"Dana", "Lee"}
            known = {page.details.name, *(one.value for one in page.details.aliases)}
            assert {"Acme", "Acme Inc"} <= known
            assert page.details.website == "acme.example"
        assert accounts.listed(grace)[0].account_id == accounts.listed(tom)[0].account_id
