"""What is typed: names that fit several records, words that are also verbs, numbers that cannot be."""

from pathlib import Path

from tests.cli.conftest import Verb


def test_a_folder_may_be_called_like_a_verb(do: Verb, tmp_path: Path) -> None:
    folder = str(tmp_path / "demo")
    assert do("--profile", folder, "init", "--me", "Grace", "--unencrypted").code == 0
    assert do("--profile", "demo", "account", "list").code == 0
    assert do("--profile=demo", "member", "list").code == 0
    assert do("account", "add", "undo", "--profile", "demo").code == 0
    assert do("--profile", "demo", "account", "show", "undo").code == 0


def test_two_accounts_of_one_name_are_told_apart_by_their_ids(team: Verb) -> None:
    second = team("account", "add", "Acme", "--json").json["id"]
    said = team("account", "show", "Acme", "--json")
    assert said.json["error"]["code"] == "ambiguous"
    assert second in said.json["error"]["message"]
    assert team("account", "show", second).code == 0


def test_accounts_make_no_ring_of_parents(team: Verb) -> None:
    team("account", "add", "Zenith", "--parent", "Acme")
    team("account", "add", "Nadir", "--parent", "Zenith")
    said = team("account", "set", "Acme", "parent=Nadir")
    assert said.code == 1
    assert "Nothing was changed" in said.err
    assert team("account", "show", "Acme", "--json").json["parent"] is None
    team("delete", "Zenith")
    assert team("account", "set", "Acme", "parent=Nadir").code == 0


def test_nobody_owns_fewer_than_no_accounts(team: Verb) -> None:
    said = team("member", "add", "Neg", "--max-accounts", "-3")
    assert said.code == 1
    assert len(team("member", "list", "--json").json) == 2


def test_an_account_is_shown_whole_to_a_person(team: Verb) -> None:
    team("account", "set", "Acme", "alias=Acme Cranes")
    team("log", "coffee with Dana at Acme today, promised pricing by Fri")
    team("issue", "open", "Acme", "Crane stops", "--severity", "1")
    said = team("account", "show", "Acme").out
    for part in ("Acme Cranes", "Dana Reed", "Crane stops", "pricing", "coffee", "of 100"):
        assert part in said
    assert "{" not in said
    assert "total1" not in said
