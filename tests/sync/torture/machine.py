"""Two to eight laptops around one file where everything goes wrong that can; in the end all know the same and nothing is lost."""

import itertools
import shutil
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
)

from sponsor_app.domain.deeds import Change, Deed, Parcel
from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.hybrid_clock import Stamp
from sponsor_app.domain.sync_status import Shared
from sponsor_app.services import Services, shared_changes
from sponsor_app.services.sharing import beginning, inviting, members, roster
from sponsor_app.store.capture import pack
from sponsor_app.store.models import SYNCED
from sponsor_app.store.sharing import kept, outgoing
from sponsor_app.store.sharing.asking import rows
from sponsor_app.sync.file_hub.laptop import Whose
from tests.sync.file_hub.faults import FITS, Fault, Killed, Plan, quiet
from tests.sync.file_hub.test_many_laptops import COPIES
from tests.sync.stores import assert_agree
from tests.sync.test_offline_weeks import ACTS, pick
from tests.sync.torture.desks import Desk, Template, newcomer

who = st.integers(0, 7)
small = st.integers(0, 5)
calls = st.integers(0, 45)
"""How far into a sync something happens; one that writes makes about forty calls."""
nth = st.integers(0, 3)
"""Which of the calls that can fail in this way does."""
faults: Counter[str] = Counter()
"""Everything that was injected in this process."""
played: Counter[str] = Counter()


def at_call(at: int, fault: Fault, *, lasting: bool) -> Plan:
    """A fault at the n-th call that it fits, and at all later ones if it lasts."""
    fitting: list[str] = []

    def plan(count: int, call: str) -> Fault | None:
        if call not in FITS.get(fault, {call}):
            return None
        fitting.append(call)
        over = len(fitting) - 1 - at
        return fault if over == 0 or (over > 0 and lasting and fault is not Fault.CLOCK) else None

    return plan


serial = itertools.count()


class Office(RuleBasedStateMachine):
    """Laptops around one folder."""

    template: Template
    scene: Path

    @initialize(
        count=st.sampled_from((*[2] * 12, *[3] * 6, 4, 8)),
        cloud=st.booleans(),
        codes=st.sampled_from((*[False] * 11, True)),
    )
    def open(self, count: int, cloud: bool, codes: bool) -> None:
        shutil.rmtree(self.scene, ignore_errors=True)
        self.scene.mkdir()
        self.desks = self.template.copy(self.scene, count, cloud=cloud)
        self.gone: list[Desk] = []
        self.path = self.desks[0].path
        self.past = [self.path.read_bytes()]
        self.syncing: set[str] = set()
        self.cloud, self.codes = cloud, dict(self.template.codes) if codes else {}
        self.backups: dict[str, Path] = {}
        self.twins = self.guests = False

    # --- what people do ----------------------------------------------------------------------

    @rule(number=who, act=st.sampled_from(["edit", "edit", *ACTS]), which=small)
    def work(self, number: int, act: str, which: int) -> None:
        with suppress(SponsorError):
            ACTS[act](self.desk(number).app, which)

    @rule(number=who)
    def sync(self, number: int) -> None:
        self.syncs(self.desk(number), quiet)

    @rule(number=who)
    def restart(self, number: int) -> None:
        self.desk(number).restart()

    @rule(number=who)
    def compact(self, number: int) -> None:
        self.desk(number).compacts()
        self.sync(number)

    @rule(number=who, which=small)
    def work_with_a_later_version(self, number: int, which: int) -> None:
        """One laptop has a later version of the program, and writes tables and fields that no other knows."""
        faults["later version"] += 1
        app = self.desk(number).app
        shared_changes.take_in(app, of_a_later_version(app, which), confirmed=True)

    @precondition(lambda self: self.codes)
    @rule(asks=who)
    def join(self, asks: int) -> None:
        name, code = self.codes.popitem()
        desk = newcomer(self.scene, name, self.path.parent)
        try:
            beginning.join(desk.app, str(self.path), code, desk.means)
        except SponsorError:
            desk.close()
            return
        played["joined"] += 1
        self.guests = True
        self.desks.append(desk)

    @precondition(lambda self: self.codes)
    @rule(number=who)
    def invite(self, number: int) -> None:
        desk = self.desk(number)
        name = f"guest {len(self.codes)}"
        with suppress(SponsorError):
            self.codes[name] = inviting.invite(desk.app, name, means=desk.means).code
            played["invited"] += 1

    @precondition(lambda self: len(self.desks) > 2)
    @rule(number=who)
    def remove(self, number: int) -> None:
        """Anna takes somebody out, who does not know of it yet."""
        anna, other = self.desks[0], self.desks[1 + number % (len(self.desks) - 1)]
        own = other.own
        meant = [one for one in roster.team(anna.app, anna.means).laptops if one.id == own.hex()]
        if not meant or own == anna.own:
            return
        with suppress(SponsorError):
            members.remove(anna.app, meant, anna.means)
            played["removed"] += 1
            self.gone += [one for one in self.desks if one.own == own]
            self.desks = [one for one in self.desks if one.own != own]

    # --- what goes wrong ---------------------------------------------------------------------

    @rule(number=who, at=nth, fault=st.sampled_from(Fault), lasting=st.booleans(), which=small)
    def sync_an_edit_with_a_fault(
        self, number: int, at: int, fault: Fault, lasting: bool, which: int
    ) -> None:
        self.work(number, "edit", which)
        self.syncs(self.desk(number), at_call(at, fault, lasting=lasting))

    @rule(number=who, at=calls, other=who)
    def sync_while_another_does(self, number: int, at: int, other: int) -> None:
        one, busy = self.desk(number), self.desk(other)
        if one is not busy:
            faults["two syncs at once"] += 1
            self.between(one, at, lambda: self.syncs(busy, quiet))

    @rule(number=who, at=calls, age=small)
    def sync_over_which_a_stale_file_is_put(self, number: int, at: int, age: int) -> None:
        faults["stale overwrite in the middle"] += 1
        stale = self.past[age % len(self.past)]
        self.between(self.desk(number), at, lambda: self.put(stale))

    @rule(age=small)
    def roll_back(self, age: int) -> None:
        faults["rollback"] += 1
        self.put(self.past[age % len(self.past)])

    @rule(
        kind=st.sampled_from(("cut", "flipped", "zeros", "blank", "foreign", "deleted")),
        at=st.integers(0, 1 << 20),
    )
    def damage(self, kind: str, at: int) -> None:
        content = self.path.read_bytes() if self.path.exists() else b""
        at %= len(content) + 1
        flipped = content[:at] + bytes(b ^ 1 for b in content[at : at + 1]) + content[at + 1 :]
        damaged = {"cut": content[:at], "flipped": flipped, "zeros": bytes(len(content))}
        after = damaged.get(kind, b"" if kind == "blank" else b"a letter")
        faults[kind] += 1
        if kind == "deleted":
            self.path.unlink(missing_ok=True)
        elif not self.anothers(after):
            self.put(after)

    @rule(name=st.sampled_from(COPIES), age=small)
    def conflicted_copy(self, name: str, age: int) -> None:
        faults["conflicted copy"] += 1
        self.path.with_name(name).write_bytes(self.past[age % len(self.past)])

    @rule(number=who, days=st.sampled_from((-400, -1, 1, 400)))
    def clock_jump(self, number: int, days: int) -> None:
        faults["clock jump"] += 1
        self.desk(number).clock.advance(days)

    @rule(number=who)
    def back_up(self, number: int) -> None:
        one = self.desk(number)
        target = self.scene / f"{one.name}.backup"
        one.copy_disk(target)
        self.backups[one.name] = target

    @precondition(lambda self: self.backups)
    @rule(which=small)
    def restore(self, which: int) -> None:
        """A laptop gets an old backup of its disk."""
        name = sorted(self.backups)[which % len(self.backups)]
        for one in self.desks:
            if one.name == name:
                faults["restored laptop"] += 1
                self.twins = True
                one.put_back(self.backups[name])

    @precondition(lambda self: len(self.desks) < 4)
    @rule(number=who)
    def clone(self, number: int) -> None:
        faults["cloned laptop"] += 1
        self.twins = True
        one = self.desk(number)
        self.desks.append(one.cloned(self.scene / f"{one.name}-{len(self.desks) + len(self.gone)}"))

    # --- how ---------------------------------------------------------------------------------

    def desk(self, number: int) -> Desk:
        return self.desks[number % len(self.desks)]

    def syncs(self, one: Desk, plan: Plan) -> None:
        """A sync, killed perhaps; what it says is checked against what the file held when it was read."""
        if one.name in self.syncing:
            return
        self.syncing.add(one.name)
        files = one.files
        try:
            one.sync(plan)
        except Killed:
            one.restart()
        self.syncing.discard(one.name)
        faults.update({fault.value: count for fault, count in files.injected.items()})
        files.injected.clear()
        if self.path.is_file():
            self.past.append(self.path.read_bytes())

    def between(self, one: Desk, at: int, happens: Any) -> None:
        """Something happens before one of the calls of a sync."""

        def before(call: str, path: Path | None) -> None:
            if len(one.files.calls) == at:
                one.files.before = lambda call, path: None
                happens()

        one.files.before = before
        self.syncs(one, quiet)
        one.files.before = lambda call, path: None

    def put(self, content: bytes) -> None:
        beside = self.path.with_name(".elsewhere")
        beside.write_bytes(content)
        beside.replace(self.path)

    def anothers(self, content: bytes) -> bool:
        """Whether it begins as another team's file and nothing in it speaks for ours: nobody writes over that."""
        laptop = self.desks[0].laptop()
        return laptop.recognises(content[:64]) is Whose.OTHER_TEAM and not laptop.claims(content)

    # --- the end -----------------------------------------------------------------------------

    def teardown(self) -> None:
        if not hasattr(self, "desks"):
            return
        try:
            self.settle()
        finally:
            played["histories"] += 1
            for one in [*self.desks, *self.gone]:
                one.close()

    def settle(self) -> None:
        """Some quiet rounds, then all know the same, show the same, and nothing that anybody wrote is gone."""
        written = {self.told(change) for one in self.desks for change in all_changes(one)}
        for one in self.gone:
            one.sync(confirmed=True)
        for _round in range(6 if self.twins or self.guests or self.gone else 2):
            reports = [one.sync(confirmed=True) for one in self.desks]
            if not any(one.pulled or one.pushed or one.healed for one in reports):
                break
        inside = [one for one in self.desks if one.writes]
        assert self.guests or len(inside) == len(self.desks), "somebody is out of the team"
        last = [one.sync(confirmed=True) for one in inside]
        assert not any(report.pushed or report.healed for report in last), "it never rests"
        if not self.cloud:
            assert all(isinstance(report.status, Shared) for report in last), last
        self.agree(inside, written)
        played["edits"] += len(written)

    def agree(self, inside: list[Desk], written: set[tuple[Any, ...]]) -> None:
        heads = [shared_changes.heads(one.app).digest for one in inside]
        assert heads.count(heads[0]) == len(heads), "the digests differ"
        first, *others = [pictured(one.app, *PICTURE) for one in inside]
        lost = written - {self.told(change) for change in first[0]}
        assert self.guests or not lost, f"lost: {lost}"
        for other in others:
            for sql, mine, theirs in zip(PICTURE, first, other, strict=True):
                assert mine == theirs, sql
        if played["histories"] % 20 == 0:
            assert_agree([one.app for one in inside])

    def told(self, change: tuple[Any, ...]) -> tuple[Any, ...]:
        """A change without the number of its laptop where that may change: a twin goes on under another one."""
        return change[:5] if self.twins or self.guests else change


CHANGES = (
    "SELECT s.table_name, s.names, c.op, c.record_id, c.clock, c.device, c.payload"
    " FROM change c JOIN shape s ON s.id = c.shape ORDER BY 1, 2, 3, 4, 5, 6, 7"
)
PICTURE = (
    CHANGES,
    *(
        f"SELECT {', '.join(c for c in table.c.keys() if c != 'seq')} FROM {name} ORDER BY id"  # noqa: SIM118
        for name, table in SYNCED.items()
    ),
    "SELECT * FROM tombstone ORDER BY 1",
    "SELECT * FROM cell ORDER BY record_id, field",
    "SELECT * FROM parked ORDER BY 1",
)
"""What must be the same on all laptops of a team that is at rest."""


def pictured(app: Services, *sql: str) -> list[list[tuple[Any, ...]]]:
    with app.store.read() as connection:
        return [rows(connection, one) for one in sql]


def all_changes(one: Desk) -> list[tuple[Any, ...]]:
    return pictured(one.app, CHANGES)[0]


def of_a_later_version(app: Services, which: int) -> Parcel:
    """A deed of this laptop's with a table and a field that are not known yet."""
    account = pick(app, "account", which)
    with app.store.write_local() as connection:
        outgoing.number(connection)
        me, _name, _member = kept.me(connection)
        before = outgoing.vector(connection).get(me, 0)
        clock = int(outgoing.setting(connection, "clock") or 0) + 1
    # No two are alike: clones never do the very same thing in the very same millisecond.
    stamp, unlike = Stamp(clock, me), next(serial)
    changes = (
        # No two are alike: clones never do the very same thing in the very same millisecond.
        Change("gadget", "insert", ("size",), f"gadget-{clock}-{unlike}", stamp, pack([which])),
        Change("account", "update", ("linkedin",), account, stamp, pack([[f"at {unlike}", 0, 0]])),
    )
    at = app.store.now_text()
    deed = Deed(me, before, clock, len(changes), at, "do", "Later", None, changes)
    return Parcel((), (deed,))
