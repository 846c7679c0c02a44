"""Address cards become contacts and accounts, each once, whoever exports them again."""

from pathlib import Path

import pytest

from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.importing import ImportKind
from sponsor_app.services import Services, accounts, contacts, exports, imports, members
from sponsor_app.services.imports import FileReport, Options
from tests.exchange.documents.texts import card

DANA = card("FN:Dana Reed", "ORG:Acme", "EMAIL:dana@acme.example", "TEL:+47 22 33 44 55", "UID:u1")
ACME = card("FN:Acme", "ORG:Acme", "X-ABShowAs:COMPANY", "URL:https://acme.example", "TEL:+47 1234")


def bring(app: Services, folder: Path, text: str, **wishes: object) -> FileReport:
    path = folder / "people.vcf"
    path.write_text(text, encoding="utf-8", newline="")
    return imports.run(app, path, Options(**wishes))  # pyright: ignore[reportArgumentType]


def counts(report: FileReport) -> tuple[int, int, int]:
    return report.created, report.updated, report.unchanged


def test_people_and_their_company_come_in_once(app: Services, tmp_path: Path) -> None:
    report = bring(app, tmp_path, ACME + DANA)
    assert counts(report) == (2, 0, 0)
    (one,) = contacts.listed(app)
    assert (one.name, one.account) == ("Dana Reed", "Acme")
    assert [point.raw for point in one.points] == ["dana@acme.example", "+47 22 33 44 55"]
    (account,) = accounts.listed(app)
    assert accounts.page(app, account.account_id).details.website == "https://acme.example"
    assert counts(bring(app, tmp_path, ACME + DANA)) == (0, 0, 2)


def test_an_import_of_cards_is_one_step_and_can_be_taken_back(
    app: Services, tmp_path: Path
) -> None:
    report = bring(app, tmp_path, ACME + DANA)
    assert report.import_id is not None
    imports.undo(app, report.import_id)
    assert contacts.listed(app) == []
    assert not accounts.listed(app)
    assert counts(bring(app, tmp_path, ACME + DANA)) == (2, 0, 0)


@pytest.mark.parametrize(
    "again",
    [
        card("FN:Dana Reed", "EMAIL:DANA@acme.example", "TITLE:CIO"),
        card("FN:Dana Reed", "TEL:0047 22334455", "TITLE:CIO"),
        card("FN:dana reed", "ORG:ACME", "TITLE:CIO"),
        card("FN:Dana Quist", "UID:u1", "ORG:Acme", "TITLE:CIO"),
    ],
    ids=["mail", "phone", "name at the account", "identity"],
)
def test_somebody_we_know_is_known_again_and_updated(
    app: Services, tmp_path: Path, again: str
) -> None:
    bring(app, tmp_path, DANA)
    assert counts(bring(app, tmp_path, again)) == (0, 1, 0)
    (one,) = contacts.listed(app)
    assert one.title == "CIO"


def test_two_people_at_one_switchboard_stay_two(app: Services, tmp_path: Path) -> None:
    bring(app, tmp_path, DANA)
    text = card("FN:Ida Berg", "ORG:Acme", "TEL:+47 22 33 44 55")
    assert counts(bring(app, tmp_path, text)) == (1, 0, 0)


def test_the_same_person_twice_in_a_file_is_one_and_the_second_is_named(
    app: Services, tmp_path: Path
) -> None:
    report = bring(app, tmp_path, DANA + DANA.replace("UID:u1", "TEL:+47 99 88 77 66"))
    assert counts(report) == (1, 0, 0)
    assert "the same person as line 1" in report.rejected[0].reason
    assert len(contacts.listed(app)[0].points) == 3


def test_cards_can_be_our_own_people_or_all_of_one_account(
    app: Services, acme: AccountId, tmp_path: Path
) -> None:
    bring(app, tmp_path, card("FN:Tom", "EMAIL:tom@n.example"), kind=ImportKind.MEMBERS)
    assert {one.name for one in members.listed(app)} == {"Grace Moreau", "Tom"}
    bring(app, tmp_path, card("FN:Ole", "EMAIL:ole@gmail.com"), account_id=acme)
    assert contacts.listed(app)[0].account == "Acme"


def test_our_own_cards_are_known_again(app: Services, tmp_path: Path) -> None:
    bring(app, tmp_path, ACME + DANA)
    out = tmp_path / "own.vcf"
    exports.export(app, exports.What.CONTACTS, out)
    assert counts(imports.run(app, out, Options())) == (0, 0, 1)


def test_a_card_that_names_nobody_is_told_and_the_others_come(
    app: Services, tmp_path: Path
) -> None:
    report = bring(app, tmp_path, DANA + card("TEL:+47 1"))
    assert counts(report) == (1, 0, 0)
    assert report.in_part
    assert [one.reason for one in report.rejected if one.whole_row] == ["the card names nobody"]
