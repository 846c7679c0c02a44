"""Everything a laptop knows, as one value: joining two gives the same whichever comes first and however often."""

from collections.abc import Iterable, Mapping

from sponsor_app.domain.deeds import Change
from sponsor_app.domain.merged import Merged
from sponsor_app.sync.changes import digest as digest_of
from sponsor_app.sync.merge.record import fold

Key = tuple[str, str]
"""The table and the id of a record."""

State = Mapping[Key, frozenset[Change]]
"""All that was ever done to each record: what prevailed, what lost, and what only a later version understands."""


def state_of(changes: Iterable[Change]) -> State:
    """The state that holds just these changes."""
    found: dict[Key, set[Change]] = {}
    for change in changes:
        found.setdefault((change.table, change.record), set()).add(change)
    return {key: frozenset(done) for key, done in found.items()}


def join(one: State, other: State) -> State:
    """What two laptops know together."""
    nothing: frozenset[Change] = frozenset()
    return {key: one.get(key, nothing) | other.get(key, nothing) for key in {**one, **other}}


def project(state: State) -> dict[Key, Merged]:
    """What each record is."""
    return {key: fold(changes) for key, changes in state.items()}


def digest(state: State) -> int:
    """The sum of the hashes of its cells; equal states have equal ones."""
    return digest_of(change for done in state.values() for change in done)
