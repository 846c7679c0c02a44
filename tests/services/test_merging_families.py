"""Two accounts that are one: what stood above and below them stays in the family."""

from sponsor_app.domain.ids import AccountId
from sponsor_app.services import Services, accounts, history, merging
from sponsor_app.store import checks


def an_account(app: Services, name: str, **fields: str) -> AccountId:
    return AccountId(accounts.add(app, fields={"name": name, **fields}).created[0])


def parent_of(app: Services, account: AccountId) -> str | None:
    return accounts.details(app, account).parent


def test_a_child_that_takes_over_its_parent_stands_where_that_stood(app: Services) -> None:
    an_account(app, "Holding")
    gone = an_account(app, "Group", parent="Holding")
    kept = an_account(app, "Works", parent="Group")
    merging.merge_accounts(app, gone, kept)
    assert parent_of(app, merging.one_of(gone, kept)) == "Holding"
    with app.store.read() as connection:
        assert checks.dangling(connection) == {}
    history.undo(app)
    assert parent_of(app, kept) == "Group"


def test_a_child_that_takes_over_the_topmost_is_topmost(app: Services) -> None:
    gone = an_account(app, "Group")
    kept = an_account(app, "Works", parent="Group")
    merging.merge_accounts(app, gone, kept)
    assert accounts.details(app, merging.one_of(gone, kept)).parent_id is None


def test_the_older_id_stays_with_the_name_and_the_values_of_the_kept_one(app: Services) -> None:
    gone = an_account(app, "Acme", city="Oslo", industry="Mining")
    kept = an_account(app, "Acme Inc", city="Bergen")
    merging.merge_accounts(app, gone, kept)
    [row] = accounts.listed(app)
    assert (row.account_id, row.account) == (gone, "Acme Inc")
    texts = accounts.texts(app, gone)
    assert (texts["city"], texts["industry"]) == ("Bergen", "Mining")
    assert [one.value for one in accounts.details(app, gone).aliases] == ["Acme"]
    history.undo(app)
    assert {one.account for one in accounts.listed(app)} == {"Acme", "Acme Inc"}
