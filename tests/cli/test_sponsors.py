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
