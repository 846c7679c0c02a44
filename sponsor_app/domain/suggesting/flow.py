"""The cheapest assignment of accounts to members with convex loads: a flow of least cost, one account at a time.

Each account takes the cheapest chain of moves that ends at a free place or at an account that is left as it is
(Dijkstra over the members, with prices). Every intermediate answer is the best for the accounts seen so far, so
the last one is the best for all. Costs are whole numbers: the answer is exact, and the same on every machine.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

NEVER = 1 << 40
"""The cost of what must not be; every sum of real costs stays far below."""
LEFT = -1
NO_WAY, DONE = 1 << 50, 1 << 60
"""There is no move at all; a member that needs no second look. Both outweigh every NEVER."""
EVERY = 50

Watch = Callable[[int, int], None]
"""Told how many accounts are placed, of how many; it stops the work by raising."""


@dataclass(frozen=True, slots=True)
class Costs:
    """A problem in whole numbers, none of a place negative.

    `pairs[a][m]` is the cost of account `a` with member `m`, NEVER when it must not be; `leave[a]` the cost of
    leaving it as it is, NEVER when it may not be left; `places[m]` the extra cost of each further account of
    `m`, rising; `beyond[m]` that of all after those, NEVER when there are no more.
    """

    pairs: Sequence[Sequence[int]]
    leave: Sequence[int]
    places: Sequence[Sequence[int]]
    beyond: Sequence[int]

    def place(self, member: int, number: int) -> int:
        """What a member's account by that number (from 0) costs beside the pair itself."""
        own = self.places[member]
        return own[number] if number < len(own) else self.beyond[member]

    def total(self, owners: Sequence[int]) -> int:
        """What a whole assignment costs: for each account its member, or LEFT."""
        loads = [0] * len(self.places)
        cost = 0
        for account, member in enumerate(owners):
            if member == LEFT:
                cost += self.leave[account]
            else:
                cost += self.pairs[account][member] + self.place(member, loads[member])
                loads[member] += 1
        return cost


def cheapest(costs: Costs, watch: Watch | None = None) -> list[int]:
    """The member of each account, or LEFT, at the least total cost; ties go to whoever comes first."""
    flow = _Flow(costs)
    every = len(costs.pairs)
    for account in range(every):
        if watch is not None and account % EVERY == 0:
            watch(account, every)
        flow.add(account)
    if watch is not None:
        watch(every, every)
    return flow.owners


class _Flow:
    """The best assignment of the accounts added so far, the members' prices, and the cheapest moves between them."""

    def __init__(self, costs: Costs) -> None:
        self.costs = costs
        self.owners = [LEFT] * len(costs.pairs)
        self._loads = [0] * len(costs.places)
        self._prices = [0] * len(costs.places)
        every = range(len(costs.places))
        self._heaps: list[list[list[int]]] = [[[] for _to in every] for _from in every]
        self._leaving: list[list[int]] = [[] for _from in every]
        # What the cheapest move from one member to another costs, and the cheapest way out.
        self._moves = [[NO_WAY] * len(costs.places) for _from in every]
        self._exits = [NO_WAY] * len(costs.places)

    def add(self, account: int) -> None:
        """Place one more account; others make room where that is cheaper."""
        pairs, prices = self.costs.pairs[account], self._prices
        reach = [
            cost - price if cost < NEVER else NO_WAY
            for cost, price in zip(pairs, prices, strict=True)
        ]
        came = [LEFT] * len(reach)
        best, last, evicts = self.costs.leave[account], LEFT, False
        waiting, settled = list(reach), list[int]()
        while waiting:
            near = min(waiting)
            if near >= best:
                break
            member = waiting.index(near)
            waiting[member] = DONE
            settled.append(member)
            free = near + prices[member] + self.costs.place(member, self._loads[member])
            out = near + prices[member] + self._exits[member]
            if min(free, out) < best:
                best, last, evicts = min(free, out), member, out < free
            self._relax(member, waiting, reach, came)
        for member in settled:
            prices[member] += min(reach[member] - best, 0)
        self._apply(account, last, came, evicts=evicts)

    def _relax(self, member: int, waiting: list[int], reach: list[int], came: list[int]) -> None:
        """Look where one of the member's accounts could go instead."""
        base = reach[member] + self._prices[member]
        for to, (move, price) in enumerate(zip(self._moves[member], self._prices, strict=True)):
            through = base + move - price
            if through < waiting[to] != DONE:
                waiting[to] = reach[to] = through
                came[to] = member

    def _apply(self, account: int, last: int, came: Sequence[int], *, evicts: bool) -> None:
        """Carry out the chain that was found, from its end to its beginning."""
        if last == LEFT:
            return
        steps: list[tuple[int, int]] = []
        if evicts:
            steps.append((self._first(self._leaving[last]), LEFT))
        else:
            self._loads[last] += 1
        member = last
        while came[member] != LEFT:
            steps.append((self._first(self._heaps[came[member]][member]), member))
            member = came[member]
        steps.append((account, member))
        touched = {self.owners[moved] for moved, _to in steps} - {LEFT}
        for moved, to in steps:
            self.owners[moved] = to
        for moved, to in steps:
            if to != LEFT:
                self._offer(moved, to)
        for member in sorted(touched | {to for _moved, to in steps if to != LEFT}):
            self._look_again(member)

    def _first(self, heap: Sequence[int]) -> int:
        return heap[0] % len(self.owners)

    def _offer(self, account: int, member: int) -> None:
        """Remember what each way out of a member costs for one more account: cost and account in one number."""
        pairs, every = self.costs.pairs[account], len(self.owners)
        mine = pairs[member]
        for heap, cost in zip(self._heaps[member], pairs, strict=True):
            if cost < NEVER:
                heappush(heap, (cost - mine) * every + account)
        if self.costs.leave[account] < NEVER:
            heappush(self._leaving[member], (self.costs.leave[account] - mine) * every + account)

    def _look_again(self, member: int) -> None:
        """Forget those who are gone, and note the cheapest of those who are there."""
        self._moves[member] = [self._top(heap, member) for heap in self._heaps[member]]
        self._exits[member] = self._top(self._leaving[member], member)

    def _top(self, heap: list[int], member: int) -> int:
        every = len(self.owners)
        while heap and self.owners[heap[0] % every] != member:
            heappop(heap)
        return heap[0] // every if heap else NO_WAY
