"""`sponsor hand-over`: said first, done as one step with all that goes along, taken back as one."""

from typing import Any

from tests.cli.conftest import Verb

AS_OF = ("--as-of", "2026-11-18")


def filled(do: Verb) -> None:
    do("account", "add", "Bolt", "--tier", "key")
    do("sponsor", "set", "Bolt", "Grace", "--from", "2026-02-01")
    do("promise", "add", "Acme", "send pricing", "--due", "2026-12-01", "--owner", "Grace", *AS_OF)
    do("log", "visit Dana at Acme on 2026-12-03, their place", *AS_OF)


def owners(do: Verb, account: str) -> list[tuple[Any, ...]]:
    known = do("account", "show", account, *AS_OF, "--json").json["sponsorships"]
    return [(one["member"], one["from"], one["to"]) for one in known]


def test_a_hand_over_takes_promises_visits_and_the_old_brief_along_and_is_one_step(
    team: Verb,
) -> None:
    filled(team)
    look = team("sponsor", "hand-over", "Acme", "Bolt", "--to", "Tom", "--dry-run", *AS_OF)
    assert "Tom Okafor takes 2 accounts: owns 0 now, 2 then" in look.out
    assert "Grace Moreau gives 2." in look.out
    assert "1 open promise and 1 planned visit go with them." in look.out
    assert owners(team, "Acme") == [("Grace Moreau", "2026-01-01", None)]

    words = ("sponsor", "hand-over", "Acme", "Bolt", "--to", "Tom", "--note", "Dana likes mornings")
    done = team(*words, *AS_OF, "--json").json
    assert (done["done"], done["load_after"], done["promises"], done["visits"]) == (True, 2, 1, 1)
    assert owners(team, "Acme") == [
        ("Tom Okafor", "2026-11-18", None),
        ("Grace Moreau", "2026-01-01", "2026-11-18"),
    ]
    page = team("account", "show", "Acme", *AS_OF, "--json").json
    note = page["sponsorships"][0]["note"]
    assert note.startswith("Dana likes mornings\n\nWhat Grace Moreau knew.\nAcme")
    [promise] = team("promise", "list", "--open", *AS_OF, "--json").json
    assert promise["owner"] == "Tom Okafor"
    [plan] = page["planned"]
    assert "Tom Okafor" in str(plan["members"])
    assert "Grace Moreau" not in str(plan["members"])

    team("undo")
    assert owners(team, "Acme") == [("Grace Moreau", "2026-01-01", None)]
    assert owners(team, "Bolt") == [("Grace Moreau", "2026-02-01", None)]
    [promise] = team("promise", "list", "--open", *AS_OF, "--json").json
    assert promise["owner"] == "Grace Moreau"


def test_what_is_theirs_already_changes_nothing_and_who_left_takes_nothing(team: Verb) -> None:
    filled(team)
    same = team("sponsor", "hand-over", "Acme", "--to", "Grace", *AS_OF, "--json").json
    assert (same["same"], same["accounts"]) == (1, [])
    assert owners(team, "Acme") == [("Grace Moreau", "2026-01-01", None)]
    assert team("sponsor", "hand-over", "Acme", "--to", "Nobody", *AS_OF).code == 1
    assert team("sponsor", "hand-over", "Acme", *AS_OF).code == 2


def test_a_day_to_come_leaves_what_is_due_before_it(team: Verb) -> None:
    filled(team)
    words = ("sponsor", "hand-over", "Acme", "--to", "Tom", "--from", "2026-12-02", *AS_OF)
    found = team(*words, "--json").json
    assert (found["promises"], found["visits"]) == (0, 1)
    assert owners(team, "Acme")[0] == ("Tom Okafor", "2026-12-02", None)
