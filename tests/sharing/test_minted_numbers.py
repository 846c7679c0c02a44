"""A new store has a number that keys of its own can sign for: a team that begins there renames nothing."""

from pathlib import Path

from sponsor_app.services import Services
from sponsor_app.services.sharing import beginning, minting, token
from sponsor_app.store.sharing.outgoing import setting
from sponsor_app.system import key_file
from tests.sharing.laptops import office
from tests.sync.stores import add_account, rows


def number(app: Services) -> int:
    return app.store.identity().device


def keys_are_kept(app: Services) -> bool:
    with app.store.read() as connection:
        return setting(connection, minting.KEYS) is not None


def test_who_begins_a_team_keeps_the_number_and_signs_for_all_that_was_done_under_it(
    tmp_path: Path,
) -> None:
    with office(tmp_path) as team:
        anna = team.laptop("anna")
        first = number(anna)
        minting.mint(anna)
        minted = number(anna)
        assert minted != first
        minting.mint(anna)
        assert number(anna) == minted
        acme = add_account(anna, "Acme")
        beginning.create(anna, str(team.file), team.means)
        assert number(anna) == minted
        assert not keys_are_kept(anna)
        bob = team.colleague(anna, "bob")
        team.settle(anna, bob)
        assert rows(bob, f"SELECT DISTINCT device FROM change WHERE record_id = '{acme}'") == [
            (minted,)
        ]


def test_who_joins_makes_keys_of_their_own_for_a_copy_of_the_store_may_have_the_same(
    tmp_path: Path,
) -> None:
    with office(tmp_path) as team:
        anna, bob = team.founder(), team.laptop("bob")
        minting.mint(bob)
        minted = number(bob)
        add_account(bob, "Acme")
        beginning.join(bob, str(team.file), team.invite(anna, "bob").code, team.means)
        assert number(bob) != minted
        assert not keys_are_kept(bob)
        team.settle(anna, bob)


def test_a_store_that_was_put_back_does_not_use_keys_it_has_shared_under(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.laptop("anna")
        minting.mint(anna)
        minted = number(anna)
        token.lay_down(anna.profile, "a later life of this store")
        beginning.create(anna, str(team.file), team.means)
        assert number(anna) != minted


def test_an_open_store_keeps_no_keys(tmp_path: Path) -> None:
    with office(tmp_path) as team:
        anna = team.laptop("anna")
        key_file.write(
            anna.profile.key_file, key_file.unprotected(key_file.new_store_id(), bytes(32))
        )
        first = number(anna)
        minting.mint(anna)
        assert number(anna) == first
        assert not keys_are_kept(anna)
