"""JSON that any program reads back."""

import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.account import Tier
from sponsor_app.exchange.outgoing.documents import write_everything, write_records
from tests.exchange_out.texts import ANY_TEXT


def records(rows: list[dict[str, Any]]) -> Any:
    stream = io.BytesIO()
    assert write_records(stream, rows) == len(rows)
    return json.loads(stream.getvalue())


@given(st.lists(st.dictionaries(ANY_TEXT, ANY_TEXT | st.none() | st.integers(-(2**53), 2**53))))
def test_any_record_is_read_back_as_it_was(rows: list[dict[str, Any]]) -> None:
    assert records(rows) == rows


def test_days_choices_and_money_are_plain_values() -> None:
    row = {"day": date(2026, 11, 18), "tier": Tier.KEY, "money": Decimal("1250.50"), "none": None}
    assert records([row]) == [{"day": "2026-11-18", "tier": "key", "money": 1250.5, "none": None}]


def test_a_record_stands_on_a_line_of_its_own() -> None:
    stream = io.BytesIO()
    write_records(stream, ({"n": n} for n in range(1200)))
    lines = stream.getvalue().decode().splitlines()
    assert len(lines) == 1202
    assert json.loads(lines[700].rstrip(",")) == {"n": 699}


@given(st.dictionaries(st.text(max_size=5), st.lists(st.fixed_dictionaries({"id": ANY_TEXT}))))
def test_everything_is_one_document_with_counts(tables: dict[str, list[dict[str, Any]]]) -> None:
    stream = io.BytesIO()
    counts = {name: len(rows) for name, rows in tables.items()}
    written = write_everything(
        stream,
        exported_at=datetime(2026, 11, 18, 8, 41, tzinfo=UTC),
        policy={"load.target": "3"},
        counts=counts,
        tables=tables.items(),
    )
    document = json.loads(stream.getvalue())
    assert written == sum(counts.values())
    assert document == {
        "format": "sponsor-app-everything",
        "version": 1,
        "exported_at": "2026-11-18T08:41:00+00:00",
        "policy": {"load.target": "3"},
        "counts": counts,
        "records": tables,
    }
