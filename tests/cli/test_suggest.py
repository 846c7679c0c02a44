"""`sponsor suggest`: who should own what, why, and accepting all, some or none."""

from tests.cli.conftest import Verb

AS_OF = ("--as-of", "2026-11-18")


def suggested(do: Verb, *words: str) -> dict[str, str]:
    found = do("sponsor", "suggest", *words, *AS_OF, "--json").json["suggestions"]
    return {one["account"]: one["member"] for one in found}


def filled(team: Verb) -> Verb:
    """Two accounts that nobody owns, and a colleague who may own them."""
    team("member", "add", "Ann Reyes", "--function", "finance")
    team("account", "add", "Zenith", "--tier", "key")
    team("account", "add", "Umbrella", "--tier", "standard")
    return team


def test_a_suggestion_has_its_reasons_and_changes_nothing(team: Verb) -> None:
    do = filled(team)
    said = do("sponsor", "suggest", *AS_OF, "--json")
    assert said.code == 0
    assert {"suggestions", "objective", "delta", "unplaced", "disputed"} <= set(said.json)
    [zenith] = [one for one in said.json["suggestions"] if one["account"] == "Zenith"]
    assert zenith["member"] == "Ann Reyes"
    assert zenith["because"] == ["Nobody owns it.", "Ann Reyes owns no account yet."]
    assert zenith["delta"]["unsponsored"] == -1
    assert said.json["objective"] > 0
    assert do("coverage", *AS_OF, "--json").json["totals"]["unsponsored"] == 2


def test_a_person_reads_it_as_sentences(team: Verb) -> None:
    out = filled(team)("sponsor", "suggest", *AS_OF).out
    assert "Zenith → Ann Reyes: Nobody owns it." in out
    assert "Accounts without a sponsor: -2." in out


def test_all_are_accepted_in_one_step_that_undo_takes_back(team: Verb) -> None:
    do = filled(team)
    said = do("sponsor", "suggest", "--apply", *AS_OF, "--json")
    assert said.code == 0
    assert all(one["accepted"] for one in said.json["suggestions"])
    assert do("coverage", *AS_OF, "--json").json["totals"]["unsponsored"] == 0
    assert suggested(do) == {}
    do("undo")
    assert do("coverage", *AS_OF, "--json").json["totals"]["unsponsored"] == 2


def test_some_are_accepted_by_name_and_the_others_stay_suggested(team: Verb) -> None:
    do = filled(team)
    said = do("sponsor", "suggest", "--accept", "Zenith", *AS_OF, "--json").json
    assert {one["account"]: one["accepted"] for one in said["suggestions"]} == {
        "Zenith": True,
        "Umbrella": False,
    }
    assert list(suggested(do)) == ["Umbrella"]


def test_accepting_what_is_not_suggested_is_refused_whole(team: Verb) -> None:
    do = filled(team)
    said = do("sponsor", "suggest", "--accept", "Zenith", "--accept", "Acme", *AS_OF, "--json")
    assert said.code == 1
    assert said.json["error"]["code"] == "not_found"
    assert len(suggested(do)) == 2
    both = do("sponsor", "suggest", "--apply", "--accept", "Zenith", "--json")
    assert (both.code, both.json["error"]["code"]) == (1, "invalid")


def test_what_does_not_fit_is_counted_and_applying_is_done_in_part(do: Verb) -> None:
    do("init", "--me", "Grace Moreau", "--function", "engineering", "--unencrypted")
    for number in range(7):
        do("account", "add", f"Account {number}")
    said = do("sponsor", "suggest", "--apply", *AS_OF, "--json")
    assert said.code == 3
    assert (said.json["need"], said.json["room"], said.json["short"]) == (7, 5, 2)
    assert [one["reason"] for one in said.json["unplaced"]] == [
        "Everybody who may own it is full."
    ] * 2


def test_nobody_to_ask_is_said(do: Verb) -> None:
    do("init", "--me", "Sal Seller", "--function", "sales", "--unencrypted")
    do("account", "add", "Acme")
    said = do("sponsor", "suggest", *AS_OF)
    assert said.code == 0
    assert "Nothing to suggest." in said.out
    assert "1 account needs a sponsor who has room; our sponsors have room for 0" in said.out
