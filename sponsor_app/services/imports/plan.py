"""What an import will do, decided before anything is written: a dry run is a plan that is thrown away."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sponsor_app.domain.ids import is_link_id
from sponsor_app.domain.importing import ImportKind, LeftOut, Offer, Rejected
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import SYNCED
from sponsor_app.store.queries import meetings, seen

ORDER = (
    "member",
    "account",
    "contact",
    "account_alias",
    "contact_point",
    "team_member",
    "sponsorship",
    "interaction",
    "attendance",
    "issue",
    "fact",
)
"""Parents before children, so that history reads in order."""

Values = dict[str, Any]


class Plan:
    """Records to add and fields to set, with the counts a person wants to see."""

    def __init__(self, new_id: Callable[[], str]) -> None:
        self.new_id = new_id
        self.inserts: dict[str, dict[str, Values]] = defaultdict(dict)
        self.edits: dict[str, dict[str, Values]] = defaultdict(dict)
        self.created = self.updated = self.unchanged = self.possible_duplicates = 0
        self.added: Counter[ImportKind] = Counter()
        self.removals: dict[str, list[str]] = defaultdict(list)
        self.stamps: dict[str, datetime] = {}
        self.offers: list[Offer] = []
        self.rejected: list[Rejected] = []
        self.last_reason = ""
        self.unsure: set[str] = set()
        self.fresh: set[str] = set()
        self._left_out: Counter[tuple[str, str]] = Counter()

    def add(self, table: str, values: Values, record_id: str | None = None) -> str:
        """Add a record; returns its id."""
        chosen = record_id or self.new_id()
        self.inserts[table][chosen] = values
        return chosen

    def edit(self, table: str, record_id: str, values: Mapping[str, Any]) -> None:
        """Set fields of a record that is in the store, or in this plan already."""
        planned = self.inserts[table].get(record_id)
        if planned is not None:
            planned.update(values)
        else:
            self.edits[table].setdefault(record_id, {}).update(values)

    def remove(self, table: str, record_id: str) -> None:
        """Remove a record of the store, or take back that it was to be added."""
        if self.inserts[table].pop(record_id, None) is None:
            self.removals[table].append(record_id)

    def reject(self, at: str, reason: str) -> None:
        """A row that becomes no record of its own."""
        self.rejected.append(Rejected(at, reason))

    def leave_out(self, what: str, reason: str, count: int = 1) -> None:
        """Values that could not be used."""
        self._left_out[(what, reason)] += count
        self.last_reason = reason

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """Everything that could not be used, with counts."""
        return tuple(LeftOut(what, n, reason) for (what, reason), n in self._left_out.items())

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be written."""
        return not any(any(part.values()) for part in (self.inserts, self.edits, self.removals))

    def write(self, writer: Writer, progress: Callable[[str], None]) -> None:
        """Write everything; each table's records in one go."""
        for name in (*ORDER, *(one for one in SYNCED if one not in ORDER)):
            table, added, edits = SYNCED[name], self.inserts.get(name), self.edits.get(name)
            added, edits = _brought_back(writer, added or {}, edits or {})
            if added:
                progress(f"writing {len(added):,} records")
                writer.insert_many(table, list(added.values()), list(added))
            if edits:
                progress(f"updating {len(edits):,} records")
                writer.update_many(table, edits)
        for name, ids in self.removals.items():
            writer.delete_many(SYNCED[name], ids)
        for what, at in self.stamps.items():
            seen.mark(writer.connection, what, at)


def _brought_back(
    writer: Writer, added: dict[str, Values], edits: dict[str, Values]
) -> tuple[dict[str, Values], dict[str, Values]]:
    """What to add and what to edit, once those that were deleted under the same id are there again."""
    gone = meetings.deleted(writer.connection, [one for one in added if is_link_id(one)])
    writer.restore_many(sorted(gone))
    new = {record_id: values for record_id, values in added.items() if record_id not in gone}
    return new, {**edits, **{record_id: added[record_id] for record_id in gone}}
