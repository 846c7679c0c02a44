"""Who is in the team, as people do it: with real keys, real codes and a file that goes around."""

from hashlib import sha256

import pytest

from sponsor_app.domain.errors import InvalidError, NotFoundError, RefusedError, SponsorError
from sponsor_app.sync.envelope import people
from sponsor_app.sync.envelope.codes import new_code
from sponsor_app.sync.envelope.devices import DeviceKeys, Role, device_from, new_device
from sponsor_app.sync.envelope.epochs import Head
from sponsor_app.sync.envelope.findings import Excluded, Forked, Refused, Split
from sponsor_app.sync.envelope.joining import Joining, join_card, open_with_code
from sponsor_app.sync.envelope.people import NOTHING_YET, Settled, Step
from sponsor_app.sync.envelope.reading import Reading, read
from sponsor_app.sync.envelope.refusals import Reason
from sponsor_app.sync.envelope.team import Team, restore
from sponsor_app.sync.envelope.writing import START, compose, seal_frame, seal_trailer
from tests.sync import independent_reader
from tests.sync.envelope.stage import NOW, pack, said

DAY = 86_400


class Laptop:
    """One laptop and what it holds, without a store: everything it read or wrote stays in `records`."""

    def __init__(self, name: str, team: Team, keys: DeviceKeys) -> None:
        self.name, self.team, self.keys = name, team, keys
        self.records: dict[bytes, bytes] = {}
        self.heads: dict[bytes, Head] = {}
        self.heard: dict[bytes, str] = {}
        self.last = Reading(team)

    def hold(self, *records: bytes) -> None:
        self.records |= {sha256(r).digest(): r for r in records}

    def take(self, step: Step) -> None:
        self.team = step.team
        self.hold(step.record)

    def say(self, text: str) -> bytes:
        frame = seal_frame(
            self.team, self.keys, self.heads.get(self.keys.id, START), pack({"say": text})
        )
        self.heads[self.keys.id] = Head(
            self.heads.get(self.keys.id, START).sequence + 1, sha256(frame).digest()
        )
        self.hold(frame)
        return frame

    def hear(self, content: bytes) -> Reading:
        self.last = read(content, self.team, self.keys)
        self.team = self.last.team
        self.heads = {**self.heads, **self.last.reached}
        self.hold(*self.last.body)
        self.heard |= {f.hash: said(f.payload) for f in self.last.frames}
        return self.last

    def file(self) -> bytes:
        return compose(self.team, self.keys, self.records.values(), self.heads, b"")

    @property
    def settled(self) -> Settled:
        return Settled(self.heads)

    @property
    def names(self) -> list[str]:
        return [card.name for card in self.team.tip.roster.values()]


def first(name: str = "Anna’s laptop") -> Laptop:
    keys = new_device()
    step = people.begin(keys, name, "Anna")
    laptop = Laptop(name, step.team, keys)
    laptop.take(step)
    return laptop


def invited(admin: Laptop, member: str = "Bob") -> str:
    code = new_code()
    admin.take(people.invite(admin.team, admin.keys, code, f"for {member}", member, NOW + 7 * DAY))
    return code


def asks(content: bytes, code: str, name: str) -> tuple[Laptop, bytes, Joining]:
    """A new laptop opens the file with a code and hands in its card."""
    joining = open_with_code(content, code, NOW)
    keys = new_device()
    card = join_card(joining.team, joining.code, keys, name)
    laptop = Laptop(name, Team(joining.team.file_id, joining.team.genesis), keys)
    return laptop, card, joining


def lets_in(admin: Laptop, content: bytes) -> bytes:
    reading = admin.hear(content)
    step = people.replace_codes(admin.team, admin.keys, reading.cards, admin.settled, NOW)
    assert step is not None
    admin.take(step)
    return admin.file()


def joined(admin: Laptop, name: str = "Bob’s laptop") -> Laptop:
    code = invited(admin, name)
    laptop, card, _ = asks(admin.file(), code, name)
    admin.hold(card)
    laptop.hear(lets_in(admin, admin.file()))
    return laptop


@pytest.fixture(scope="module")
def two() -> tuple[bytes, bytes, list[bytes], bytes]:
    """A team of Anna and Bob as bytes, made once: file, keys of both."""
    anna = first()
    bob = joined(anna)
    return (
        anna.file(),
        anna.team.genesis,
        [anna.keys.to_bytes(), bob.keys.to_bytes()],
        anna.team.file_id,
    )


@pytest.fixture
def pair(two: tuple[bytes, bytes, list[bytes], bytes]) -> tuple[Laptop, Laptop]:
    content, genesis, secrets, file_id = two
    laptops = [
        Laptop(name, Team(file_id, genesis), device_from(secret))
        for name, secret in zip(("anna", "bob"), secrets, strict=True)
    ]
    for laptop in laptops:
        laptop.hear(content)
    return laptops[0], laptops[1]


def test_a_colleague_joins_with_a_code_reads_the_past_and_writes() -> None:
    anna = first()
    anna.say("before Bob came")
    code = invited(anna)
    bob, card, joining = asks(anna.file(), code.lower(), "Bob’s laptop")
    assert (joining.card.member, joining.card.role) == ("Bob", Role.INVITE)
    asked = compose(joining.team, joining.code.device, [*anna.records.values(), card], {}, b"")
    assert lets_in(anna, asked)
    assert anna.names == ["Anna’s laptop", "Bob’s laptop"]
    bob.hear(anna.file())
    assert list(bob.heard.values()) == ["before Bob came"]
    assert bob.team.tip.roster[bob.keys.id].member == "Bob"
    bob.say("hello")
    anna.hear(bob.file())
    assert "hello" in anna.heard.values()
    assert anna.last.findings == bob.last.findings == ()
    with pytest.raises(RefusedError, match="used already"):
        open_with_code(anna.file(), code, NOW)


def test_a_real_file_is_read_by_the_reader_written_from_the_specification(
    pair: tuple[Laptop, Laptop],
) -> None:
    anna, bob = pair
    anna.say("one")
    bob.hear(anna.file())
    bob.say("two")
    for laptop in pair:
        found = independent_reader.read(bob.file(), anna.team.genesis, laptop.keys.to_bytes())
        assert found is not None
        people, _, _, frames = found
        assert people == anna.names
        assert sorted(said(payload) for _, _, payload in frames) == ["one", "two"]


def test_a_code_that_is_wrong_or_for_another_file_or_expired_is_refused(
    pair: tuple[Laptop, Laptop],
) -> None:
    anna, _ = pair
    code = invited(anna)
    with pytest.raises(RefusedError, match="does not open this file"):
        open_with_code(anna.file(), new_code(), NOW)
    with pytest.raises(RefusedError, match="expired"):
        open_with_code(anna.file(), code, NOW + 8 * DAY)
    with pytest.raises(InvalidError, match="not a shared file"):
        open_with_code(b"a letter", code, NOW)
    with pytest.raises(SponsorError, match="wrong"):
        open_with_code(anna.file(), code[:-1] + ("A" if code[-1] != "A" else "B"), NOW)


def test_an_unused_code_is_taken_out_after_its_time(pair: tuple[Laptop, Laptop]) -> None:
    anna, _ = pair
    code = invited(anna)
    assert people.replace_codes(anna.team, anna.keys, {}, anna.settled, NOW) is None
    step = people.replace_codes(anna.team, anna.keys, {}, anna.settled, NOW + 8 * DAY)
    assert step is not None
    anna.take(step)
    assert anna.names == ["Anna’s laptop", "Bob’s laptop"]
    with pytest.raises(RefusedError, match="used already, or taken back"):
        open_with_code(anna.file(), code, NOW)


def test_two_laptops_with_one_code_are_both_kept_out(pair: tuple[Laptop, Laptop]) -> None:
    anna, _ = pair
    code = invited(anna)
    content = anna.file()
    _, one, joining = asks(content, code, "Carl’s laptop")
    _, other, _ = asks(content, code, "Eve’s laptop")
    both = compose(joining.team, joining.code.device, [*anna.records.values(), one, other], {}, b"")
    reading = anna.hear(both)
    assert any(isinstance(finding, Forked) for finding in reading.findings)
    step = people.replace_codes(anna.team, anna.keys, reading.cards, anna.settled, NOW)
    assert step is not None
    anna.take(step)
    assert anna.names == ["Anna’s laptop", "Bob’s laptop"]


def test_who_is_removed_reads_nothing_new_and_adds_nothing(pair: tuple[Laptop, Laptop]) -> None:
    anna, bob = pair
    bob.say("while here")
    anna.hear(bob.file())
    late = bob.say("written offline, too late")
    anna.take(people.remove(anna.team, anna.keys, [bob.keys.id], anna.settled))
    anna.say("after Bob")
    reading = bob.hear(anna.file())
    assert "after Bob" not in bob.heard.values()
    assert not reading.writable
    excluded = [f for f in reading.findings if isinstance(f, Excluded)]
    assert excluded == [Excluded(anna.keys.id, bob.team.tip.number + 1, True)]
    assert "removed this laptop" in excluded[0].said(bob.team.name_of)
    anna.hear(compose(anna.team, anna.keys, [*anna.records.values(), late], {}, b""))
    assert "while here" in anna.heard.values()
    assert "written offline, too late" not in anna.heard.values()
    assert [f.reason for f in anna.last.findings if isinstance(f, Refused)] == [Reason.REMOVED]
    assert not set(anna.last.body) & {late}


def test_who_was_removed_comes_back_with_new_keys_only(pair: tuple[Laptop, Laptop]) -> None:
    anna, bob = pair
    anna.take(people.remove(anna.team, anna.keys, [bob.keys.id], anna.settled))
    code = invited(anna)
    joining = open_with_code(anna.file(), code, NOW)
    anna.hold(join_card(joining.team, joining.code, bob.keys, "Bob’s laptop"))
    lets_in(anna, anna.file())
    assert anna.names == ["Anna’s laptop"]
    again = joined(anna, "Bob’s laptop again")
    assert anna.names == ["Anna’s laptop", "Bob’s laptop again"]
    assert again.team.tip.id == anna.team.tip.id


def test_only_admins_change_the_team_and_one_is_always_left(pair: tuple[Laptop, Laptop]) -> None:
    anna, bob = pair
    with pytest.raises(RefusedError, match="Only an admin"):
        people.remove(bob.team, bob.keys, [anna.keys.id], bob.settled)
    with pytest.raises(RefusedError, match="no admin left"):
        people.remove(anna.team, anna.keys, [anna.keys.id], anna.settled)
    with pytest.raises(RefusedError, match="no admin left"):
        people.set_admin(anna.team, anna.keys, anna.keys.id, admin=False)
    with pytest.raises(NotFoundError, match="not in the team"):
        people.set_admin(anna.team, anna.keys, bytes(16), admin=True)
    anna.take(people.set_admin(anna.team, anna.keys, bob.keys.id, admin=True))
    anna.take(people.remove(anna.team, anna.keys, [anna.keys.id], anna.settled))
    bob.hear(compose(bob.team, bob.keys, anna.records.values(), {}, b""))
    assert bob.names == ["Bob’s laptop"]
    bob.take(people.rename(bob.team, bob.keys, bob.keys.id, "The last one"))
    assert bob.names == ["The last one"]
    with pytest.raises(RefusedError, match="not in the team any more"):
        seal_frame(bob.team, anna.keys, START, pack({"say": "x"}))


def test_a_lost_laptop_comes_back_with_the_recovery_page(pair: tuple[Laptop, Laptop]) -> None:
    anna, _ = pair
    page = new_code()
    anna.take(people.print_recovery(anna.team, anna.keys, page, "Recovery page", "Anna"))
    anna.say("before the laptop was stolen")
    content = anna.file()
    joining = open_with_code(content, page, NOW + 1000 * DAY)
    keys = new_device()
    settled = Settled(read(content, joining.team, joining.code.device).reached)
    step = people.recover(joining.team, joining.code, keys, "Anna’s new laptop", settled)
    new = Laptop("new", step.team, keys)
    new.hold(step.record)
    new.hear(content)
    assert list(new.heard.values()) == ["before the laptop was stolen"]
    assert new.names == ["Anna’s laptop", "Bob’s laptop", "Anna’s new laptop"]
    new.take(people.remove(new.team, new.keys, [anna.keys.id], new.settled))
    with pytest.raises(RefusedError, match="used already"):
        open_with_code(new.file(), page, NOW)
    with pytest.raises(RefusedError, match="not the one of a recovery page"):
        people.recover(new.team, joining.code, keys, "again", settled)


def test_two_admins_at_once_are_brought_together_and_nothing_is_lost(
    pair: tuple[Laptop, Laptop],
) -> None:
    anna, bob = pair
    anna.take(people.set_admin(anna.team, anna.keys, bob.keys.id, admin=True))
    bob.hear(anna.file())
    code_a, code_b = invited(anna, "Carl"), invited(bob, "Dora")
    bob.say("under the state that loses")
    merged = compose(anna.team, anna.keys, [*anna.records.values(), *bob.records.values()], {}, b"")
    anna.hear(merged)
    bob.hear(merged)
    assert anna.team.tip.id == bob.team.tip.id
    assert anna.heard == {}
    assert [type(f) for f in anna.last.findings] == [Split]
    step = people.reunite(anna.team, anna.keys, anna.settled)
    assert step is not None
    anna.take(step)
    assert anna.names == ["Anna’s laptop", "Bob’s laptop", "for Carl", "for Dora"]
    anna.hear(anna.file())
    assert list(anna.heard.values()) == ["under the state that loses"]
    for code in (code_a, code_b):
        assert open_with_code(anna.file(), code, NOW).team.tip.id == anna.team.tip.id
    assert people.reunite(anna.team, anna.keys, anna.settled) is None


def test_a_team_is_restored_from_the_records_a_laptop_kept(pair: tuple[Laptop, Laptop]) -> None:
    anna, _ = pair
    again = restore(anna.team.file_id, anna.team.genesis, anna.team.records, anna.keys)
    assert again.tip.id == anna.team.tip.id
    assert again.epochs.keys() == anna.team.epochs.keys()
    other = restore(anna.team.file_id, anna.team.genesis, anna.team.records, new_device())
    with pytest.raises(RefusedError, match="Nothing is known of this team"):
        seal_trailer(other, anna.keys, {}, b"", 0)


def test_a_restored_team_stays_where_the_laptop_was_when_a_removed_admin_comes_late(
    pair: tuple[Laptop, Laptop],
) -> None:
    anna, bob = pair
    carl = joined(anna, "Carl’s laptop")
    anna.take(people.set_admin(anna.team, anna.keys, bob.keys.id, admin=True))
    bob.hear(anna.file())
    bob.take(people.remove(bob.team, bob.keys, [anna.keys.id], bob.settled))
    carl.hear(bob.file())
    known = bob.team.tip.id
    anna.take(people.remove(anna.team, anna.keys, [bob.keys.id], anna.settled))
    carl.hear(anna.file())
    assert carl.team.tip.id == known
    kept = (carl.team.file_id, carl.team.genesis, carl.team.records, carl.keys)
    assert restore(*kept, known).tip.id == known
    assert restore(*kept).tip.id == anna.team.tip.id


def test_secrets_never_show_in_what_is_printed(pair: tuple[Laptop, Laptop]) -> None:
    anna, _ = pair
    shown = repr(anna.team) + repr(anna.keys) + repr(anna.last)
    assert repr(anna.team.tip.key) not in shown
    assert anna.team.tip.key.hex() not in shown
    assert Settled({}) == NOTHING_YET
