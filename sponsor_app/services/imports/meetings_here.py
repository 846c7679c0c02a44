"""The imported meetings that the store has, found by the identity their calendar gave them."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sponsor_app.services import Services
from sponsor_app.store.models.columns import moment_text
from sponsor_app.store.queries import meetings, seen

INSTANCE = "#"
"""What stands between the identity of a series and that of its instance."""


class MeetingsHere:
    """Meetings by id and by identity, who takes part, and which fields people changed by hand."""

    def __init__(self, app: Services) -> None:
        self.rows: dict[str, dict[str, Any]] = {}
        self.by_identity: dict[str, str] = {}
        self.by_series: dict[str, list[str]] = defaultdict(list)
        self.messages: dict[str, datetime | None] = {}
        with app.store.read() as connection:
            self.attending = defaultdict(set, meetings.attending(connection))
            self.by_hand = meetings.changed_by_hand(connection)
            self.deleted = meetings.deleted_interactions(connection)
            self.ids = meetings.ids(connection)
            self._days = meetings.days_without_source(connection)
            found = list(meetings.imported(connection))
        for row in found:
            self.add(row)

    def add(self, row: dict[str, Any]) -> None:
        """Remember a meeting."""
        identity = str(row["external_id"])
        self.rows[row["id"]] = row
        self.ids.add(row["id"])
        self.by_identity.setdefault(identity, row["id"])
        self.by_series[identity.rpartition(INSTANCE)[0] or identity].append(row["id"])

    def learn(self, found: str, values: Mapping[str, Any]) -> None:
        """Remember what will be set."""
        self.rows[found] = {**self.rows[found], **values}

    def forget(self, record_id: str) -> None:
        """Forget a meeting that will not be made after all."""
        identity = str(self.rows.pop(record_id)["external_id"])
        self.by_identity.pop(identity, None)
        self.by_series[identity.rpartition(INSTANCE)[0] or identity].remove(record_id)

    def find(self, fields: Mapping[str, Any]) -> str | None:
        """The meeting of an identity; also one that was alone and became part of a series, or the other way."""
        exact = self.by_identity.get(str(fields["external_id"]))
        if exact is not None:
            return exact
        starts = fields.get("starts_at")
        when = moment_text(datetime.fromisoformat(str(starts))) if starts else None
        for known in self.of_series(str(fields["uid"])):
            row = self.rows[known]
            alone = str(row["external_id"]) == str(fields["uid"]) or fields.get("sole")
            if alone and (row["starts_at"], row["happened_on"]) == (when, fields["on"]):
                return known
        return None

    def of_series(self, uid: str) -> list[str]:
        """Every meeting of a series."""
        return self.by_series.get(uid, [])

    def was_written_down(self, account_id: str, values: Mapping[str, Any]) -> bool:
        """Whether somebody noted something with the account on that day."""
        return (account_id, values["happened_on"]) in self._days

    def last_message(self, app: Services, what: str) -> datetime | None:
        """When the last message about a meeting was written that came in here."""
        if what not in self.messages:
            with app.store.read() as connection:
                self.messages[what] = seen.when(connection, what)
        return self.messages[what]
