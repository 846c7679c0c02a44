"""Whatever people write into accounts and contacts leaves as a file, comes into another store, and is the same."""

import json
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.ids import AccountId
from sponsor_app.services import Services, accounts, contacts, exports, imports
from sponsor_app.services.exports import What
from sponsor_app.services.imports import Options
from sponsor_app.store.store import Store
from sponsor_app.system.folders import Profile
from tests.conftest import KEY, Clock
from tests.exchange.fuzzing import LONG, keep_on

SIGNS = "=+-@'\"\\;,:|#<>&%${}[]\t\n \u00a0\u200b\u202eäßÉñ漢字가\u05e9\u05dc\u0645\u0631😀\x1b0159.ABcd"
WORDS = st.text(st.sampled_from(SIGNS), min_size=1, max_size=25)
ROWS = st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4)
FORMS = ("csv", "xlsx")
OWN = frozenset({"id", "created_at", "created_by", "updated_at", "updated_by"})
NUMBERS = count(1)

Played = Callable[[str, list[tuple[str, str, str]]], None]


@pytest.fixture
def played(tmp_path: Path, clock: Clock) -> Played:
    """Write rows into a store, take them out and into another, and compare."""

    def play(form: str, rows: list[tuple[str, str, str]]) -> None:
        folder = tmp_path / str(next(NUMBERS))
        mine, other = (_store(folder / name, clock) for name in ("mine", "other"))
        try:
            _fill(mine, rows)
            for what in (What.ACCOUNTS, What.CONTACTS):
                before = _told(mine, what, folder)
                exports.export(mine, what, folder / f"{what.value}.{form}")
                report = imports.run(other, folder / f"{what.value}.{form}", Options())
                assert report.rejected == ()
                assert _told(other, what, folder) == before
                again = imports.run(other, folder / f"{what.value}.{form}", Options())
                assert (again.created, again.updated) == (0, 0)
        finally:
            mine.store.close()
            other.store.close()

    return play


def _store(folder: Path, clock: Clock) -> Services:
    folder.mkdir(parents=True)
    store = Store.create(folder / "store.db", KEY, clock.now, me={"name": "Grace"}, device="d")
    return Services(store, Profile(folder), clock.now, clock.today)


def _fill(app: Services, rows: list[tuple[str, str, str]]) -> None:
    for number, (name, city, note) in enumerate(rows):
        fields = {"name": f"{number} {name}", "city": city, "story": note}
        try:
            account_id = AccountId(accounts.add(app, fields=fields).created[0])
            contacts.add(app, account_id, name=f"{name} {number}", emails=[f"d{number}@x.example"])
        except SponsorError:
            assume(False)


def _told(app: Services, what: What, folder: Path) -> list[dict[str, Any]]:
    path = folder / f"told-{next(NUMBERS)}.json"
    exports.export(app, what, path)
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    kept = [
        {k: _spaced(v) for k, v in row.items() if k not in OWN and not k.endswith("_id")}
        for row in rows
    ]
    return sorted(kept, key=lambda row: str(row["name"]))


def _spaced(value: Any) -> Any:
    """A file keeps every word and every line; spaces around them are put in order as it comes in."""
    if not isinstance(value, str):
        return value
    return "\n".join(" ".join(line.split()) for line in value.strip().split("\n")) or None


def attack(played: Played, form: str, examples: int) -> None:
    @given(ROWS)
    @settings(max_examples=examples, phases=[Phase.generate])
    def once(rows: list[tuple[str, str, str]]) -> None:
        played(form, rows)

    once()


@pytest.mark.parametrize("form", FORMS)
def test_what_is_taken_out_comes_in_as_it_was(played: Played, form: str) -> None:
    attack(played, form, 2)


@pytest.mark.soak
@pytest.mark.parametrize("form", FORMS)
def test_what_is_taken_out_comes_in_as_it_was_for_long(played: Played, form: str) -> None:
    keep_on(lambda: attack(played, form, 20), LONG)
