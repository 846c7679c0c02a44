"""Lists as other systems write them: their headings, and what each means here. Written down by hand from the programs."""

import csv
from pathlib import Path
from typing import NamedTuple

import pytest

from sponsor_app.exchange.tabular.mapping import map_columns

FILE = Path(__file__).parent / "crm" / "headings.tsv"


class Export(NamedTuple):
    """What a system writes, and what we should understand."""

    system: str
    kind: str
    headings: tuple[str, ...]
    fields: dict[str, str]


def exports() -> list[Export]:
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Export(
            system,
            kind,
            tuple(headings.split(",")),
            dict(pair.rsplit("=", 1) for pair in fields.split(",")),
        )
        for system, kind, headings, fields in rows
    ]


@pytest.mark.parametrize("export", exports(), ids=lambda one: one.system)
def test_the_export_of_a_system_is_told_by_its_headings(export: Export) -> None:
    mapped = map_columns(export.headings, name="export.csv")
    assert mapped.kind == export.kind, mapped.kind_reason
    assert {name: mapped.shown.get(name) for name in export.fields} == export.fields


@pytest.mark.parametrize("export", exports(), ids=lambda one: one.system)
def test_no_column_of_ids_dates_or_salutations_is_taken_for_something_else(export: Export) -> None:
    shown = map_columns(export.headings, name="export.csv").shown
    for heading in ("Salutation", "Create Date", "Last Activity Date", "Connected On", "Rating"):
        assert heading not in shown or export.kind == "issues"
