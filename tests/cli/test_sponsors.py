"""Who owns an account: from a day, until a day, and whom `sponsor end` means."""

from tests.cli.conftest import Verb

AS_OF = ("--as-of", "2026-11-18")


def test_ending_means_the_sponsor_of_that_day_and_leaves_the_one_to_come(team: Verb) -> None:
    planned = team("sponsor", "set", "Acme", "Tom", "--from", "2026-12-31", *AS_OF)
    assert "will own" in planned.out
    ended = team("sponsor", "end", "Acme", "--reason", "moved on", *AS_OF, "--json").json
    assert (ended["member"], ended["to"]) == ("Grace Moreau", "2026-11-18")
    known = team("account", "show", "Acme", *AS_OF, "--json").json["sponsorships"]
    assert [(one["member"], one["to"]) for one in known] == [
        ("Tom Okafor", None),
        ("Grace Moreau", "2026-11-18"),
    ]


def test_a_sponsor_whose_end_is_set_can_still_end_sooner(team: Verb) -> None:
    team("sponsor", "end", "Acme", "--on", "2026-12-31", *AS_OF)
    sooner = team("sponsor", "end", "Acme", *AS_OF, "--json")
    assert sooner.json["to"] == "2026-11-18"
    assert "no sponsor" in team("sponsor", "end", "Acme", *AS_OF).err


def test_who_begins_later_cannot_end_before(team: Verb) -> None:
    team("account", "add", "Zenith")
    team("sponsor", "set", "Zenith", "Tom", "--from", "2026-12-31", *AS_OF)
    said = team("sponsor", "end", "Zenith", *AS_OF)
    assert said.code == 1
    assert "2026-12-31" in said.err


def test_a_sponsor_who_left_yesterday_is_a_gap_today_and_none_the_day_before(team: Verb) -> None:
    team("member", "add", "Lea Left", "--function", "finance")
    team("sponsor", "set", "Acme", "Lea", "--from", "2026-01-01")
    left = team("member", "set", "Lea", "left_on=2026-11-17", "--json")
    assert (left.code, left.json["changed"]) == (0, True)
    gap = ("coverage", "--gap", "sponsor_left", "--json")
    [acme] = team(*gap, "--as-of", "2026-11-18").json["accounts"]
    assert acme["account"] == "Acme"
    assert team(*gap, "--as-of", "2026-11-16").json["accounts"] == []
    [moved] = team("sponsor", "suggest", "--as-of", "2026-11-18", "--json").json["suggestions"]
    assert (moved["before"], moved["member"] != "Lea Left") == ("Lea Left", True)
    assert team("plan", "--as-of", "2026-11-18", "--json").json["unowned"] == 1
    for gone in (
        ("sponsor", "set", "Acme", "Lea"),
        ("sponsor", "hand-over", "Acme", "--to", "Lea"),
    ):
        team("sponsor", "set", "Acme", "Grace")
        said = team(*gone)
        assert (said.code, "not with us" in said.err) == (1, True)
    for wrong in ("left_on=soon", "max_accounts=-1", "colour=red", "name="):
        assert team("member", "set", "Lea", wrong).code == 1
    team("member", "set", "Lea", "left_on=", "max_accounts=3")
    lea = next(one for one in team("member", "list", "--json").json if one["name"] == "Lea Left")
    assert (lea["left_on"], lea["max_accounts"]) == (None, 3)
