"""What `export everything` wrote as JSON comes back whole: into an empty store, and into the same one."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sponsor_app.domain.errors import FileProblemError
from sponsor_app.services import Services, accounts, demo, exports, imports
from sponsor_app.services.demo import Size
from sponsor_app.services.exports import What
from sponsor_app.services.imports import Options
from sponsor_app.store.store import Store
from tests.conftest import KEY, Clock

STAMPS = {"created_at", "created_by", "updated_at", "updated_by"}


@pytest.fixture
def other(app: Services, tmp_path: Path, clock: Clock) -> Iterator[Services]:
    """Another laptop's empty store, of somebody else."""
    store = Store.create(tmp_path / "other.db", KEY, clock.now, me={"name": "Tom"}, device="tom")
    yield Services(store, app.profile, clock.now, clock.today)
    store.close()


def written(app: Services, path: Path) -> dict[str, Any]:
    exports.export(app, What.EVERYTHING, path)
    return json.loads(path.read_text(encoding="utf-8"))["records"]


def comparable(records: dict[str, Any]) -> dict[str, set[str]]:
    """Every record but for the stamps, which say when and by whom it came into this store."""
    return {
        table: {
            json.dumps({n: v for n, v in row.items() if n not in STAMPS}, sort_keys=True)
            for row in rows
        }
        for table, rows in records.items()
    }


def test_everything_comes_back_into_an_empty_store_with_nothing_lost(
    app: Services, other: Services, tmp_path: Path
) -> None:
    demo.fill(app, Size(3, 12, 5, 60), lambda _words: None)
    before = comparable(written(app, tmp_path / "team.json"))
    report = imports.run(other, tmp_path / "team.json", Options())
    assert (report.read.kind, report.rejected, report.left_out) == ("everything", (), ())
    after = comparable(written(other, tmp_path / "again.json"))
    assert [table for table, rows in before.items() if not rows <= after[table]] == []
    assert sum(map(len, after.values())) == sum(map(len, before.values())) + 1
    assert len(accounts.listed(other)) == len(accounts.listed(app))


def test_everything_again_changes_nothing_and_one_step_takes_it_back(
    app: Services, other: Services, tmp_path: Path
) -> None:
    accounts.add(app, fields={"name": "Acme", "tier": "key"})
    written(app, tmp_path / "team.json")
    again = imports.run(app, tmp_path / "team.json", Options())
    assert (again.created, again.updated, again.import_id) == (0, 0, None)
    first = imports.run(other, tmp_path / "team.json", Options())
    assert first.import_id is not None
    imports.undo(other, first.import_id)
    assert len(accounts.listed(other)) == 0


def test_whoever_is_me_here_and_there_is_one_member(
    app: Services, tmp_path: Path, clock: Clock
) -> None:
    records = written(app, tmp_path / "team.json")
    store = Store.create(
        tmp_path / "new.db", KEY, clock.now, me={"name": "Grace Moreau"}, device="new"
    )
    mine = Services(store, app.profile, clock.now, clock.today)
    imports.run(mine, tmp_path / "team.json", Options())
    assert len(written(mine, tmp_path / "again.json")["member"]) == len(records["member"]) == 1
    store.close()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"format": "sponsor-app-everything", "version": 9, "records": {}}', "version 9"),
        ('{"format": "sponsor-app-everything", "records": {}}', "damaged"),
        ('{"format": "sponsor-app-everything", "version": 1, "records": [', "damaged"),
        ('{"format": "sponsor-app-everything", "version": 1, "records": {"a": 3}}', "damaged"),
        ('{"format": "sponsor-app-everything", "x": ' + "[" * 200_000, "damaged"),
    ],
)
def test_a_document_that_is_damaged_or_newer_is_refused(
    text: str, told: str, app: Services, tmp_path: Path
) -> None:
    path = tmp_path / "team.json"
    path.write_text(text)
    with pytest.raises(FileProblemError, match=told) as refused:
        imports.run(app, path, Options())
    assert refused.value.next


def test_values_of_the_wrong_kind_and_unknown_tables_are_left_out_and_named(
    app: Services, tmp_path: Path
) -> None:
    rows = [
        {"id": "0190aaaa-0000-7000-8000-000000000001", "name": "Good", "status": "customer"},
        {"id": "0190aaaa-0000-7000-8000-000000000002", "name": "Bad", "employees": "many"},
        {"id": "no id", "name": "Worse", "status": "customer"},
    ]
    document = {
        "format": "sponsor-app-everything",
        "version": 1,
        "records": {"account": rows, "planet": [{"id": "x"}]},
    }
    path = tmp_path / "team.json"
    path.write_text(json.dumps(document))
    report = imports.run(app, path, Options())
    assert report.created == 1
    assert [one.at for one in report.rejected] == ["account 2", "account 3"]
    assert [one.what for one in report.left_out] == ["planet"]
