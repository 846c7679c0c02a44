"""What a transaction touched: which topics views must ask for again, and which derived rows are stale."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sponsor_app.domain.changes import Topic

TOPICS: dict[str, Topic] = {
    "member": Topic.MEMBER,
    "account": Topic.ACCOUNT,
    "account_alias": Topic.ACCOUNT,
    "contact": Topic.CONTACT,
    "contact_point": Topic.CONTACT,
    "sponsorship": Topic.SPONSORSHIP,
    "team_member": Topic.SPONSORSHIP,
    "interaction": Topic.INTERACTION,
    "attendance": Topic.INTERACTION,
    "issue": Topic.ISSUE,
    "issue_update": Topic.ISSUE,
    "escalation": Topic.ISSUE,
    "commitment": Topic.COMMITMENT,
    "pulse": Topic.PULSE,
    "fact": Topic.FACT,
    "event": Topic.EVENT,
    "invitation": Topic.EVENT,
    "theme": Topic.EVENT,
    "reference": Topic.REFERENCE,
    "reference_request": Topic.REFERENCE,
    "reference_use": Topic.REFERENCE,
    "reach_out": Topic.REACH_OUT,
    "reach_out_target": Topic.REACH_OUT,
    "policy": Topic.POLICY,
    "tag": Topic.ACCOUNT,
    "custom_field": Topic.POLICY,
    "custom_value": Topic.ACCOUNT,
    "attachment": Topic.NOTE,
}


class Touched:
    """Rows written so far: inserted ranges by `seq`, edited and deleted rows by their values before and after."""

    def __init__(self) -> None:
        self.ranges: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self.rows: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        self.gone: dict[str, list[int]] = defaultdict(list)

    @property
    def topics(self) -> frozenset[Topic]:
        """What views must ask for again."""
        return frozenset(TOPICS[name] for name in {*self.ranges, *self.rows} if name in TOPICS)

    def inserted(self, table: str, first_seq: int, count: int) -> None:
        """`count` rows now stand at `first_seq` and after."""
        ranges = self.ranges[table]
        start = ranges.pop()[0] if ranges and ranges[-1][1] == first_seq else first_seq
        ranges.append((start, first_seq + count))

    def returned(self, table: str, seq: int, row: Mapping[str, Any]) -> None:
        """A row that was gone stands at `seq`: what still refers to it counts again."""
        self.inserted(table, seq, 1)
        self.rows[table].append(row)

    def edited(
        self, table: str, _record_id: str, before: Mapping[str, Any], after: Mapping[str, Any]
    ) -> None:
        """A row changed: both its old and its new parents are stale."""
        self.rows[table].append(before)
        self.rows[table].append({**before, **after})

    def deleted(self, table: str, before: Mapping[str, Any]) -> None:
        """A row is gone."""
        self.rows[table].append(before)
        self.gone[table].append(before["seq"])
