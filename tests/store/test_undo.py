from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sponsor_app.domain.drafts import InteractionDraft, Promise
from sponsor_app.domain.errors import RefusedError
from sponsor_app.domain.ids import AccountId, IssueId
from sponsor_app.domain.interaction import Kind, Place
from sponsor_app.domain.issue import IssueStatus
from sponsor_app.services import (
    Services,
    accounts,
    contacts,
    history,
    imports,
    interactions,
    issues,
    knowledge,
)
from sponsor_app.store import checks
from sponsor_app.store.models import SYNCED
from sponsor_app.store.store import Store
from tests.conftest import TODAY

Contents = dict[str, list[tuple[object, ...]]]


def contents(store: Store) -> Contents:
    """Every synced row without the local row number and the derived stamps of change."""
    found: dict[str, list[tuple[object, ...]]] = {}
    with store.read() as connection:
        for name, table in SYNCED.items():
            columns = [c for c in table.c.keys() if c not in ("seq", "updated_at", "updated_by")]  # noqa: SIM118
            rows = connection.exec_driver_sql(
                f"SELECT {', '.join(columns)} FROM {name} ORDER BY id"
            )
            found[name] = [tuple(row) for row in rows]
    return found


def coffee(app: Services, acme: AccountId) -> None:
    draft = InteractionDraft(
        acme,
        Kind.COFFEE,
        TODAY - timedelta(days=1),
        Place.THEIRS,
        new_contacts=("Dana Reed",),
        promises=(Promise("pricing", due=TODAY + timedelta(days=2)),),
        next_on=TODAY + timedelta(days=14),
    )
    interactions.log(app, draft)


def test_one_undo_takes_back_a_whole_log_line_and_one_redo_brings_it_back(
    app: Services, acme: AccountId
) -> None:
    before = contents(app.store)
    coffee(app, acme)
    after = contents(app.store)
    changes, _ = history.undo(app)
    assert contents(app.store) == before
    assert changes.title == "Undid: Logged coffee with Acme"
    changes, _ = history.redo(app)
    assert contents(app.store) == after
    assert changes.title == "Logged coffee with Acme"


def test_undo_walks_back_step_by_step_and_redo_forward(app: Services, acme: AccountId) -> None:
    states = [contents(app.store)]
    for city in ("Bergen", "Oslo", "Tromsø"):
        accounts.change(app, acme, {"city": city})
        states.append(contents(app.store))
    for expected in (states[2], states[1], states[0]):
        history.undo(app)
        assert contents(app.store) == expected
    for expected in states[1:]:
        history.redo(app)
        assert contents(app.store) == expected
    with pytest.raises(RefusedError, match="nothing to do again"):
        history.redo(app)


def test_something_new_ends_redo(app: Services, acme: AccountId) -> None:
    accounts.change(app, acme, {"city": "Bergen"})
    history.undo(app)
    accounts.change(app, acme, {"city": "Oslo"})
    with pytest.raises(RefusedError, match="nothing to do again"):
        history.redo(app)


def test_an_older_step_can_be_taken_back_and_keeps_what_was_edited_since(
    app: Services, acme: AccountId
) -> None:
    step = accounts.change(app, acme, {"city": "Bergen", "industry": "Shipping"}).step
    accounts.change(app, acme, {"city": "Oslo"})
    _, undone = history.undo(app, step)
    page = accounts.page(app, acme)
    assert page.details.city == "Oslo"
    assert page.row.industry is None
    assert undone.kept == (acme,)


def test_a_step_wholly_edited_since_is_refused_and_changes_nothing(
    app: Services, acme: AccountId
) -> None:
    step = accounts.change(app, acme, {"city": "Bergen"}).step
    accounts.change(app, acme, {"city": "Oslo"})
    before = contents(app.store)
    with pytest.raises(RefusedError, match="edited or built upon since"):
        history.undo(app, step)
    assert contents(app.store) == before


def test_the_step_that_made_the_store_stays(app: Services) -> None:
    with pytest.raises(RefusedError, match="nothing to take back"):
        history.undo(app)


def test_a_step_is_taken_back_once(app: Services, acme: AccountId) -> None:
    step = accounts.change(app, acme, {"city": "Bergen"}).step
    history.undo(app, step)
    with pytest.raises(RefusedError, match="taken back already"):
        history.undo(app, step)


def test_taking_back_a_step_that_edits_what_it_adds(app: Services, acme: AccountId) -> None:
    """An alias, a parent and a lead are set in the step that adds the account."""
    accounts.add(app, fields={"name": "Child", "parent": "Acme", "lead": "me"}, aliases=["Kid"])
    history.undo(app)
    assert [row.account for row in accounts.listed(app)] == ["Acme"]
    history.redo(app)
    child = next(row for row in accounts.listed(app) if row.account == "Child")
    assert accounts.page(app, child.account_id).details.parent == "Acme"


def test_an_account_that_something_was_logged_for_is_not_undone_away(
    app: Services, acme: AccountId
) -> None:
    step = history.steps(app)[0].step
    coffee(app, acme)
    with pytest.raises(RefusedError, match="built upon since"):
        history.undo(app, step)
    assert [row.account for row in accounts.listed(app)] == ["Acme"]


moves = st.lists(
    st.sampled_from(["edit", "edit", "contact", "log", "undo", "undo", "redo"]), max_size=14
)


@settings(max_examples=15)
@given(moves, st.randoms(use_true_random=False))
def test_any_sequence_of_edits_undos_and_redos_is_consistent(
    app: Services, acme: AccountId, moves: list[str], dice: Random
) -> None:
    """Undo gives the state before, redo the state after, whatever happened in between."""
    past, future = [contents(app.store)], list[Contents]()
    for move in moves:
        if move == "undo" and len(past) > 1:
            history.undo(app)
            future.append(past.pop())
        elif move == "redo" and future:
            history.redo(app)
            past.append(future.pop())
        elif move not in ("undo", "redo"):
            DO[move](app, acme, dice)
            past.append(contents(app.store))
            future.clear()
        assert contents(app.store) == past[-1]


def edit(app: Services, acme: AccountId, dice: Random) -> None:
    """Something always changes: the store goes on from one example to the next."""
    postcode = f"P{app.store.latest_change()}"
    accounts.change(app, acme, {"city": dice.choice(["Bergen", "Lima"]), "postcode": postcode})


def add_contact(app: Services, acme: AccountId, _dice: Random) -> None:
    contacts.add(app, acme, name="Somebody", emails=["a@acme.example"])


def log(app: Services, acme: AccountId, _dice: Random) -> None:
    coffee(app, acme)


DO = {"edit": edit, "contact": add_contact, "log": log}


def people(app: Services) -> list[str]:
    return sorted(one.name for one in contacts.listed(app))


def test_what_was_brought_back_goes_away_again_although_something_refers_to_it(
    app: Services, acme: AccountId
) -> None:
    coffee(app, acme)
    [dana] = contacts.listed(app)
    contacts.delete(app, dana.id, dana.name)
    before = contents(app.store)
    history.restore(app, dana.id)
    assert people(app) == ["Dana Reed"]
    history.undo(app)
    assert contents(app.store) == before
    history.redo(app)
    assert people(app) == ["Dana Reed"]


def test_a_deletion_can_be_undone_and_done_again_although_something_refers_to_it(
    app: Services, acme: AccountId
) -> None:
    coffee(app, acme)
    accounts.delete(app, acme)
    before = contents(app.store)
    history.undo(app)
    history.redo(app)
    assert contents(app.store) == before


def test_what_was_brought_back_stays_when_something_was_added_to_it_since(
    app: Services, acme: AccountId
) -> None:
    contacts.add(app, acme, name="Dana Reed")
    accounts.delete(app, acme)
    step = history.restore(app, acme).step
    contacts.add(app, acme, name="Sigurd Aasen")
    with pytest.raises(RefusedError, match="built upon since"):
        history.undo(app, step)


def test_what_was_brought_back_stays_when_something_that_refers_to_it_came_back_since(
    app: Services, acme: AccountId
) -> None:
    contacts.add(app, acme, name="Dana Reed")
    [dana] = contacts.listed(app)
    contacts.delete(app, dana.id, dana.name)
    accounts.delete(app, acme)
    step = history.restore(app, acme).step
    history.restore(app, dana.id)
    with pytest.raises(RefusedError, match="built upon since"):
        history.undo(app, step)


def test_what_was_brought_back_stays_when_something_was_pointed_at_it_since(
    app: Services, acme: AccountId
) -> None:
    accounts.add(app, fields={"name": "Child"})
    child = next(row.account_id for row in accounts.listed(app) if row.account == "Child")
    accounts.delete(app, acme)
    step = history.restore(app, acme).step
    accounts.change(app, child, {"parent": "Acme"})
    with pytest.raises(RefusedError, match="built upon since"):
        history.undo(app, step)


def test_what_was_logged_and_corrected_since_stays_whole(app: Services, acme: AccountId) -> None:
    coffee(app, acme)
    step = history.steps(app)[0].step
    held = accounts.page(app, acme).timeline[0]
    interactions.change(app, held.id, summary="They are glad")
    _, undone = history.undo(app, step)
    [left] = accounts.page(app, acme).timeline
    assert [one.name for one in left.contacts] == ["Dana Reed"]
    assert [one.name for one in left.members] == ["Grace Moreau"]
    assert accounts.page(app, acme).commitments == ()
    assert held.id in undone.kept


def test_what_an_import_brought_and_somebody_built_upon_stays_with_all_that_belongs_to_it(
    app: Services, tmp_path: Path
) -> None:
    path = tmp_path / "people.csv"
    path.write_text(
        "Account Name,First Name,Last Name,Email\n"
        "Acme,Dana,Reed,dana@acme.example\nBolt,Ruth,Okafor,ruth@bolt.example\n"
    )
    report = imports.run(app, path, imports.Options())
    dana = next(one for one in contacts.listed(app) if one.name == "Dana Reed")
    knowledge.add_fact(app, dana.id, "sails")
    assert report.import_id is not None
    imports.undo(app, report.import_id)
    assert [row.account for row in accounts.listed(app)] == ["Acme"]
    [left] = contacts.listed(app)
    assert (left.account, left.points) == (dana.account, dana.points)
    with app.store.read() as connection:
        assert checks.dangling(connection) == {}


def test_what_means_something_only_together_is_put_back_together_or_not_at_all(
    app: Services, acme: AccountId
) -> None:
    known = IssueId(issues.open_issue(app, acme, title="Cranes", severity=2).created[0])
    solved = issues.resolve(app, known, "New rope").step
    issues.told(app, known)
    with pytest.raises(RefusedError, match="edited or built upon since"):
        history.undo(app, solved)
    one = issues.one(app, known).issue
    assert (one.status, one.resolution) == (IssueStatus.CLOSED, "New rope")
