"""A base that says it holds more than it does: nothing goes out of the shared file because of it."""

from pathlib import Path

import pytest

from sponsor_app.services.sharing.standing import hash_of, holdings, required
from sponsor_app.store.sharing import kept, outgoing
from sponsor_app.sync.changes import DIGEST_BYTES, digest
from sponsor_app.sync.envelope.writing import compose, seal_base
from tests.sync.stores import add_account, assert_agree
from tests.sync.torture.desks import Desk, make_template


def hollow(bob: Desk, chunks: list[bytes]) -> bytes:
    """A file of the team's states and a base by Bob that claims to reach as far as everybody's writing."""
    with bob.app.store.write_local() as connection:
        standing, held = required(connection), holdings(connection)
        states = kept.epochs(connection)
        total = outgoing.digest(connection, digest).to_bytes(DIGEST_BYTES, "big")
    records = seal_base(standing.team, standing.own, chunks, held.vector, total)
    assert hash_of(records[-1]) not in held.bases
    return compose(standing.team, standing.own, [*states, *records], held.vector, total)


@pytest.mark.parametrize("chunks", [[], [b"\xc0"]], ids=["empty", "nonsense"])
@pytest.mark.parametrize("beside", [False, True], ids=["in its place", "beside"])
def test_a_hollow_base_takes_nothing_out_of_the_file(
    tmp_path: Path, chunks: list[bytes], beside: bool
) -> None:
    make_template(tmp_path / "team", ("anna", "bob", "carol"), ("dora",))
    share = tmp_path / "team" / "share"
    anna, bob, carol = (Desk(tmp_path / "team" / name, share) for name in ("anna", "bob", "carol"))
    add_account(anna.app, "Only in a frame")
    for one in (anna, bob, carol):
        one.sync()
    whole = anna.told(anna.path.read_bytes())
    path = anna.path.with_name("Team (1).sponsor") if beside else anna.path
    path.write_bytes(hollow(bob, chunks))
    for one in (carol, anna, carol):
        one.sync()
    assert anna.told(anna.path.read_bytes()) >= whole
    assert_agree([anna.app, carol.app])
    for one in (anna, bob, carol):
        one.close()
