"""Which state of the team counts when two admins changed it at once: one rule, the same on every laptop.

At a fork: who removes the other wins; when neither does, the longer branch, then the more senior admin, then the
smaller id; when each removes the other, the more senior admin, then the smaller id. A laptop that already knows a
later state follows a branch away from it only if its first signer is still an admin there, so that a removed admin
cannot rewrite what the others know.
"""

from collections.abc import Mapping, Sequence
from functools import partial, reduce

from sponsor_app.sync.envelope.epochs import Epoch

Epochs = Mapping[bytes, Epoch]
Path = tuple[Epoch, ...]


def trunk(epochs: Epochs, genesis: bytes, known: bytes | None = None) -> Path:
    """The states that count, genesis first; `known` is the id of the last one this laptop followed."""
    children: dict[bytes, list[Epoch]] = {}
    for epoch in epochs.values():
        children.setdefault(epoch.parent, []).append(epoch)
    kept = _back(epochs, known)
    tip = epochs.get(known) if known else None
    best: dict[bytes, Path] = {}
    for epoch in sorted(epochs.values(), key=lambda e: e.number, reverse=True):
        offers = [
            best[child.id]
            for child in children.get(epoch.id, ())
            if _may_lead(child, epoch.id, kept, tip)
        ]
        best[epoch.id] = (epoch, *_winner(epoch, offers))
    return best.get(genesis, ())


def _back(epochs: Epochs, known: bytes | None) -> frozenset[bytes]:
    """The ids from `known` back to genesis."""
    found: set[bytes] = set()
    epoch = epochs.get(known) if known else None
    while epoch is not None:
        found.add(epoch.id)
        epoch = epochs.get(epoch.parent)
    return frozenset(found)


def _may_lead(child: Epoch, parent: bytes, kept: frozenset[bytes], tip: Epoch | None) -> bool:
    """Whether `child` may be followed: it is on the known way, goes on from it, or its signer is still trusted."""
    leaves = tip is not None and parent in kept and parent != tip.id and child.id not in kept
    return not leaves or (tip is not None and child.signer in tip.admins)


def _winner(fork: Epoch, offers: Sequence[Path]) -> Path:
    """The branch that counts.

    The comparison goes round in circles when three admins remove each other, so branches meet
    in one order, the least senior first: the same set then has the same winner everywhere.
    """
    ranked = sorted(offers, key=partial(_rank, fork), reverse=True)
    return reduce(partial(_better, fork), ranked) if ranked else ()


def _better(fork: Epoch, one: Path, other: Path) -> Path:
    """The one of two branches that counts; both begin with a child of `fork`."""
    wins, loses = _removes_signer(fork, one, other), _removes_signer(fork, other, one)
    if wins != loses:
        return one if wins else other
    if not wins and len(one) != len(other):
        return max(one, other, key=len)
    return min(one, other, key=partial(_rank, fork))


def _removes_signer(fork: Epoch, one: Path, other: Path) -> bool:
    """Whether `one` ends without somebody of `fork` who signed in `other`, or takes their admin's right."""
    gone = fork.admins - one[-1].admins
    return any(epoch.signer in gone for epoch in other)


def _rank(fork: Epoch, path: Path) -> tuple[int, bytes]:
    seniority = list(fork.roster)
    signer = path[0].signer
    return (seniority.index(signer) if signer in fork.roster else len(seniority), path[0].id)
