"""Rows on their way into the store: gathered by table, handed to the writer a few thousand at a time."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from sponsor_app.store.capture import Writer
from sponsor_app.store.models import SYNCED

BATCH = 2000

Values = Mapping[str, str | int | None]


class Sheets:
    """Fills tables through one writer. Rows of one table must all give the same fields, which makes them quick."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._rows: dict[str, list[Values]] = defaultdict(list)
        self._ids: dict[str, list[str]] = defaultdict(list)
        self.laid: Counter[str] = Counter()

    def add(self, table: str, record_id: str, values: Values) -> None:
        """One row."""
        rows = self._rows[table]
        rows.append(values)
        self._ids[table].append(record_id)
        if len(rows) >= BATCH:
            self._hand_over(table)

    def _hand_over(self, table: str) -> None:
        rows = self._rows[table]
        self._writer.insert_many(SYNCED[table], rows, self._ids[table])
        self.laid[table] += len(rows)
        self._rows[table] = []
        self._ids[table] = []

    def finish(self) -> None:
        """Hand over what is left."""
        for table in list(self._rows):
            self._hand_over(table)
