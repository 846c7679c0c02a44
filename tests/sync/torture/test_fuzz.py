"""Whatever stands in the file, and whatever a member signs, nothing is raised and nothing wrong is taken."""

import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from sponsor_app.domain.sync_status import Shared
from sponsor_app.services import shared_changes
from sponsor_app.services.sharing.standing import Standing, holdings, required
from sponsor_app.sync.envelope.devices import DeviceKeys
from sponsor_app.sync.envelope.epochs import Head
from sponsor_app.sync.envelope.limits import FORMAT, NOTHING, READER
from sponsor_app.sync.envelope.reading import read
from sponsor_app.sync.envelope.records import FileHeader, Kind, parse
from sponsor_app.sync.envelope.sealing import Sealer, open_seal
from sponsor_app.sync.envelope.team import Team
from sponsor_app.sync.envelope.writing import START
from tests.seeds import first_seed
from tests.sync.envelope.cases import pair
from tests.sync.envelope.stage import pack
from tests.sync.stores import add_account, assert_agree
from tests.sync.torture.desks import Desk, make_template
from tests.sync.torture.hostile import endless, packed

SECONDS = 4.0


def in_time(seconds: float) -> Iterator[int]:
    until, count = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        yield count
        count += 1


def below(seed: int, seconds: float) -> int:
    """Files damaged in any way: what is believed was written, and what is missing is never missing in silence."""
    stage = pair("hostile")
    stage.records += stage.base("bob", pack({"say": "rows"}))
    stage.say("anna", "behind the base")
    content, blank = stage.file(), Team(stage.team.file_id, stage.team.genesis)
    truth = read(content, blank, stage.anna)
    right = {frame.record for frame in truth.frames}
    files, count = endless(content, random.Random(seed)), 0
    for number in in_time(seconds):
        count = number + 1
        found = read(next(files), blank, stage.anna)
        taken = {frame.record for frame in found.frames}
        assert taken <= right
        assert {base.id for base in found.bases} <= {base.id for base in truth.bases}
        assert found.findings or (taken == right and len(found.bases) == 1)
        assert all(one.said(found.team.name_of) for one in found.findings)
    return count


class Traitor:
    """A member of the team who seals and signs whatever comes to mind, in a chain that is in order."""

    def __init__(self, standing: Standing, content: bytes, head: Head, lots: random.Random) -> None:
        self.lots, self.team, self.keys = lots, standing.team, standing.own
        self.body = list(read(content, standing.team, standing.own).body)
        self.genuine = [one for one in map(parse, self.body) if one and one.header.kind != 1]
        self.head = head

    @property
    def sealer(self) -> Sealer:
        keys: DeviceKeys = self.keys
        return Sealer(self.team.file_id, keys.id, keys.signing, os.urandom)

    def file(self) -> bytes:
        """All that was there, and one record of theirs with something wrong inside."""
        kind = self.lots.choice((Kind.FRAME, Kind.FRAME, Kind.FRAME, Kind.BASE, Kind.TRAILER, 9))
        model = self.lots.choice([one for one in self.genuine if one.header.kind != Kind.EPOCH])
        epoch = self.team.epochs[model.header.epoch]
        plain = packed(open_seal(model, self.team.file_id, epoch.key), self.lots)
        tip = self.team.tip
        number, before = (
            (1, NOTHING) if kind != Kind.FRAME else (self.head.sequence + 1, self.head.hash)
        )
        record = self.sealer.seal(kind, tip.id, tip.key, number, before, plain)
        if kind == Kind.FRAME:
            found = parse(record)
            assert found is not None
            self.head = Head(number, found.hash)
            self.body.append(record)
        head = FileHeader(FORMAT, READER, self.team.file_id).packed()
        return head + b"".join([*self.body, record])


def above(folder: Path, seed: int, seconds: float) -> Counter[str]:
    """Joined by the whole program: nothing is raised, and honest laptops still agree afterwards."""
    make_template(folder / "team", ("anna", "bob", "carol"), ())
    anna, bob, carol = (
        Desk(folder / "team" / n, folder / "team" / "share") for n in ("anna", "bob", "carol")
    )
    add_account(bob.app, "Honest")
    bob.sync()
    anna.sync()
    with bob.app.store.read() as connection:
        standing = required(connection)
        head = holdings(connection).heads(Kind.FRAME).get(standing.own.id, START)
    traitor = Traitor(standing, bob.path.read_bytes(), head, random.Random(seed))
    count: Counter[str] = Counter()
    for _ in in_time(seconds):
        joined = anna.laptop().join(traitor.file())
        count["files"] += 1
        count["said"] += bool(joined.said)
        count["taken"] += joined.learnt
    add_account(anna.app, "After it all")
    for one in (anna, carol, anna, carol):
        assert isinstance(one.sync(confirmed=True).status, Shared)
    assert_agree([anna.app, carol.app])
    assert shared_changes.heads(anna.app).digest == shared_changes.heads(carol.app).digest
    for one in (anna, bob, carol):
        one.close()
    return count


def test_damaged_files_are_read_for_what_is_true_in_them() -> None:
    seed = first_seed()
    count = below(seed, SECONDS)
    print(f"seed {seed}: {count} damaged files, 0 wrong data")
    assert count > 100


def test_a_member_who_signs_nonsense_harms_nobody(tmp_path: Path) -> None:
    seed = first_seed()
    count = above(tmp_path, seed, SECONDS)
    print(f"seed {seed}: {dict(count)}")
    assert count["files"] > 20
    assert count["taken"]


@pytest.mark.soak
@pytest.mark.parametrize("where", ["below", "above"])
def test_hostile_bytes_go_on_for_as_long_as_is_asked(tmp_path: Path, where: str) -> None:
    """``make soak SEED=1 MINUTES=60``; above the signature a new team every minute, for what is taken stays."""
    seed, minutes = first_seed(), float(os.environ.get("MINUTES") or 1)
    until, count = time.monotonic() + 60 * minutes, 0
    while time.monotonic() < until:
        seconds = min(60.0, until - time.monotonic())
        if where == "below":
            count += below(seed, seconds)
        else:
            count += above(tmp_path / str(seed), seed, seconds)["files"]
        seed += 1
    print(f"until seed {seed}: {count} hostile files {where} the signature")
    assert count
