"""An issue from the first call to the day they know, how far it went, and what is left when parents run in a ring."""

from tests.e2e.commands import Person, joined
from tests.e2e.conftest import People

MON, TUE, WED, FRI = "2026-11-16", "2026-11-17", "2026-11-18", "2026-11-20"


def acme(grace: Person) -> None:
    assert grace("init", "--me", "Grace Moreau", "--team", "Northwind").code == 0
    grace("member", "add", "Tom Okafor", "--function", "sales")
    grace("member", "add", "Ines Roth", "--function", "executive")
    grace("account", "add", "Acme", "--tier", "strategic")
    grace("account", "set", "Acme", "lead=Tom Okafor", "issue_channel=hotline 24/7")
    grace("contact", "add", "Acme", "Dana Reed", "--title", "CIO", "--role", "decides")
    grace("sponsor", "set", "Acme", "Grace Moreau", "--from", "2026-01-01")


def test_an_issue_climbs_is_solved_comes_back_and_its_story_is_whole(person: People) -> None:
    grace = person("grace")
    acme(grace)
    words = ("issue", "open", "Acme", "Crane stops", "--severity", "1", "--raised-by", "Dana")
    opened = grace.json(*words, "--as-of", MON)
    assert (opened["owner"], opened["next_update_due"]) == ("Tom Okafor", TUE)
    [need] = grace.json("today", "--as-of", MON)["needs"]  # the sponsor's, the same day
    assert (need["kind"], need["severity"]) == ("issue", 1)
    lift = ("issue", "escalate", "1", "--to", "Ines", "--reason", "third time")
    lifted = grace.json(*lift, "--asked-by", "Tom", "--as-of", TUE)
    assert (lifted["level"], lifted["owner"]) == ("sponsor", "Ines Roth")
    solved = ("issue", "resolve", "1", "New relay", "--lesson", "Test in the rain")
    assert grace.json(*solved, "--as-of", WED)["lesson"] == "Test in the rain"
    early = grace.refused("issue", "told", "1", "--on", MON, "--as-of", WED)
    assert "cannot have been told" in early["message"]
    assert grace.json("issue", "told", "1", "--as-of", WED)["told"] == WED
    again = grace.json("issue", "reopen", "1", "--reason", "stopped again", "--as-of", FRI)
    assert (again["status"], again["resolution"]) == ("open", None)
    assert again["next_update_due"] == "2026-11-21"
    story = grace.json("issue", "show", "1", "--as-of", FRI)
    [climb] = story["escalations"]
    assert (climb["on"], climb["asked_by"], climb["reason"]) == (TUE, "Tom Okafor", "third time")
    [back] = story["reopenings"]
    assert (back["reason"], back["resolution"], back["told"]) == ("stopped again", "New relay", WED)
    assert story["days_in_state"] == {"account_lead": 1, "sponsor": 1, "fixed": 0, "closed": 2}
    assert (story["channel"], story["raised_by"]) == ("hotline 24/7", "Dana Reed")
    brief = grace("brief", "Acme", "--as-of", FRI).out
    assert "Sev 1" in brief
    assert "Crane stops" in brief
    [row] = grace.json("coverage", "--as-of", FRI)["rows"]
    assert row["open_sev12"] == 1


def test_the_circle_names_sisters_and_those_met_at_an_event_and_keeps_what_they_said(
    person: People,
) -> None:
    grace = person("grace")
    acme(grace)
    for name in ("Holding", "Sister", "Far"):
        grace("account", "add", name)
    grace("account", "set", "Acme", "parent=Holding")
    grace("account", "set", "Sister", "parent=Holding")
    for at, who in (("Sister", "Sia Holm"), ("Far", "Finn Aas"), ("Holding", "Hugo Lind")):
        grace("contact", "add", at, who)
    grace("event", "add", "Crane day", "--kind", "visit-day", "--on", "2026-10-01")
    grace("event", "invite", "1", "Dana Reed", "Finn Aas")
    grace("event", "attended", "1", "Dana Reed", "Finn Aas")
    grace("issue", "open", "Acme", "Crane stops", "--severity", "1", "--as-of", MON)
    heard = grace.json("issue", "radius", "1", "--as-of", TUE)
    assert [one["contact"] for one in heard][:2] == ["Dana Reed", "Hugo Lind"]
    by_name = {one["contact"]: one for one in heard}
    assert by_name["Finn Aas"]["because"] == ["was with them at “Crane day”"]
    assert "works at a sister account" in by_name["Sia Holm"]["because"]
    assert all(one["because"] for one in heard)
    grace("issue", "called", "1", "Finn", "--said", "We saw it too", "--as-of", TUE)
    called = {one["contact"]: one for one in grace.json("issue", "radius", "1", "--as-of", WED)}
    finn = called["Finn Aas"]
    assert (finn["called"], finn["called_by"], finn["said"]) == (
        *(TUE, "Grace Moreau"),
        "We saw it too",
    )
    brief = grace("brief", "Acme", "--as-of", WED).out
    assert "Four people probably know; we have called 1." in brief
    shown = grace.json("issue", "show", "1", "--as-of", WED)
    assert (shown["heard"], shown["called"]) == (4, 1)


def test_a_ring_of_parents_that_two_laptops_made_does_no_harm(person: People, place: str) -> None:
    grace, tom = person("grace"), person("tom")
    acme(grace)
    grace("account", "add", "Bolt")
    grace("contact", "add", "Bolt", "Bo Dahl")
    assert grace("share", "create", place).code == 0
    joined(grace, tom, place, "Tom Okafor")
    grace("account", "set", "Acme", "parent=Bolt")
    tom("account", "set", "Bolt", "parent=Acme")
    grace("issue", "open", "Acme", "Crane stops", "--severity", "2")
    for one in (grace, tom, grace, tom):
        assert one("sync").code == 0
    for one in (grace, tom):
        heard = one.json("issue", "radius", "1")
        assert [who["contact"] for who in heard] == ["Dana Reed", "Bo Dahl"]
        assert one.json("account", "show", "Bolt")["parent"] == "Acme"
        assert one("brief", "Acme").code == 0
        assert one("coverage", "--json").code == 0
