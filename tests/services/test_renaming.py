"""An account that changes its name is still found by the old one."""

from pathlib import Path

from sponsor_app.domain.account import AliasKind
from sponsor_app.domain.ids import AccountId
from sponsor_app.services import Services, accounts, history, imports, searching
from sponsor_app.services.imports import Options


def names(app: Services, account_id: AccountId) -> tuple[str, list[tuple[AliasKind, str]]]:
    known = accounts.details(app, account_id)
    return known.name, [(one.kind, one.value) for one in known.aliases]


def bring(app: Services, folder: Path, text: str) -> None:
    (folder / "accounts.csv").write_text(text, encoding="utf-8")
    imports.run(app, folder / "accounts.csv", Options())


def test_the_old_name_stays_as_a_former_name_and_finds_the_account(
    app: Services, acme: AccountId
) -> None:
    accounts.change(app, acme, {"name": "Borealis"})
    assert names(app, acme) == ("Borealis", [(AliasKind.FORMER_NAME, "Acme")])
    [hit] = searching.find(app, "acme")
    assert (hit.id, hit.title, hit.field) == (acme, "Borealis", "former name")


def test_one_undo_takes_back_the_name_and_the_former_name(app: Services, acme: AccountId) -> None:
    accounts.change(app, acme, {"name": "Borealis", "city": "Bergen"})
    history.undo(app)
    assert names(app, acme) == ("Acme", [])
    history.redo(app)
    assert names(app, acme) == ("Borealis", [(AliasKind.FORMER_NAME, "Acme")])


def test_another_spelling_of_the_same_name_is_no_former_name(
    app: Services, acme: AccountId
) -> None:
    accounts.change(app, acme, {"name": "ACME"})
    assert names(app, acme) == ("ACME", [])


def test_a_name_known_already_is_kept_once_and_the_present_one_is_not_a_former_one(
    app: Services, acme: AccountId
) -> None:
    for name in ("Borealis", "Acme", "Borealis"):
        accounts.change(app, acme, {"name": name})
    assert names(app, acme) == ("Borealis", [(AliasKind.FORMER_NAME, "Acme")])


def test_a_file_that_renames_an_account_leaves_the_old_name_too(
    app: Services, tmp_path: Path
) -> None:
    bring(app, tmp_path, "id,name\nX-1,Acme\n".replace("id", "account id"))
    bring(app, tmp_path, "id,name\nX-1,Borealis\n".replace("id", "account id"))
    [row] = accounts.listed(app)
    assert names(app, row.account_id) == ("Borealis", [(AliasKind.FORMER_NAME, "Acme")])
    history.undo(app)
    assert names(app, row.account_id) == ("Acme", [])


def test_a_file_that_still_has_the_old_name_does_not_bring_it_back(
    app: Services, acme: AccountId, tmp_path: Path
) -> None:
    accounts.change(app, acme, {"name": "Borealis"})
    bring(app, tmp_path, "name,city\nAcme,Bergen\n")
    assert names(app, acme) == ("Borealis", [(AliasKind.FORMER_NAME, "Acme")])
    assert accounts.details(app, acme).city == "Bergen"
