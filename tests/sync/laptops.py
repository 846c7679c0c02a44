"""Laptops that exist only as values: they write changes as the store does, and join what they are sent."""

from dataclasses import dataclass, field

import msgspec

from sponsor_app.domain.deeds import (
    DELETE,
    INSERT,
    REOPEN,
    RESTORE,
    SETTLE,
    UPDATE,
    Change,
)
from sponsor_app.domain.hybrid_clock import Stamp, tick
from sponsor_app.domain.ids import DeviceId, is_link_id, link_id
from sponsor_app.domain.merged import Merged, Value
from sponsor_app.sync.merge import State, fold, join, state_of
from sponsor_app.sync.merge.meaning import Birth, Return, meaning

DAY = 86_400_000
NOON = 1_790_000_000_000
RECORDS = tuple(f"0198c0de-0000-7000-8000-00000000000{n}" for n in range(3))
LINKS = tuple(link_id("interaction", str(n)) for n in range(2))

pack = msgspec.msgpack.encode


@dataclass
class Laptop:
    device: DeviceId
    skew: int = 0
    clock: int = 0
    state: State = field(default_factory=dict)

    def see(self, record: str, table: str = "account") -> Merged | None:
        done = self.state.get((table, record))
        return fold(done) if done else None

    def shows(self, record: str, table: str = "account") -> dict[str, Value] | None:
        seen = self.see(record, table)
        if seen is None or not seen.there:
            return None
        return {name: cell.value for name, cell in seen.cells.items()}

    def receive(self, *others: "Laptop") -> None:
        for other in others:
            self.absorb(other.state)

    def absorb(self, state: State) -> None:
        self.state = join(self.state, state)
        clocks = (change.stamp.clock for done in state.values() for change in done)
        self.clock = max(self.clock, *clocks, 0)

    # --- writing, as capture does -----------------------------------------------------------

    def put(self, record: str, now: int = NOON, table: str = "account", **values: Value) -> None:
        """Insert, update or bring back: whatever makes the record hold these values."""
        seen = self.see(record, table)
        if seen is None or seen.born is None:
            self._write(table, INSERT, tuple(values), record, list(values.values()), now)
            return
        if not seen.there:
            self._write(table, RESTORE, (), record, list(seen.presence or ()), now)
        stamps = {
            name: seen.cells[name].stamp if name in seen.cells else seen.born for name in values
        }
        given = [[value, *stamps[name]] for name, value in values.items()]
        if given:
            self._write(table, UPDATE, tuple(values), record, given, now)

    def delete(self, record: str, now: int = NOON, table: str = "account") -> None:
        seen = self.see(record, table)
        if seen is None or not seen.there or seen.born is None:
            return
        done = self.state[table, record]
        additions = {change.stamp for change in done if isinstance(meaning(change), Birth | Return)}
        known = {seen.born, seen.presence or seen.born}
        known |= {cell.stamp for cell in seen.cells.values()}
        known |= additions if is_link_id(record) else set()
        payload = [part for stamp in sorted(known, reverse=True) for part in stamp]
        self._write(table, DELETE, (), record, payload, now)

    def judge(
        self, record: str, name: str, *losers: Stamp, settled: bool = True, now: int = NOON
    ) -> None:
        op = SETTLE if settled else REOPEN
        flat = [part for stamp in losers for part in stamp]
        self._write("account", op, (name,), record, flat, now)

    def _write(
        self, table: str, op: str, names: tuple[str, ...], record: str, payload: object, now: int
    ) -> None:
        self.clock = tick(self.clock, now + self.skew)
        stamp = Stamp(self.clock, self.device)
        self.absorb(state_of([Change(table, op, names, record, stamp, pack(payload))]))


def team(count: int, *skews: int) -> list[Laptop]:
    every = [*skews, *[0] * count]
    return [Laptop(DeviceId(n + 1), every[n]) for n in range(count)]


def meet(*laptops: Laptop) -> None:
    """Everybody hears from everybody."""
    for one in laptops:
        one.receive(*laptops)
