"""Exposure, knowing people, and accounts that go and come back: each driven from the command line to brief and coverage."""

from tests.cli.conftest import Verb

AS_OF = ("--as-of", "2026-11-18")


def said_in(document: dict[str, object], key: str) -> str:
    sections = document["sections"]
    assert isinstance(sections, list)
    lines = [line["text"] for one in sections if one["title"] == key for line in one["lines"]]
    return " ".join(lines)


def test_an_empty_cell_says_whom_to_bring_and_one_thread_is_flagged_until_a_second_holds(
    team: Verb,
) -> None:
    team("contact", "set", "Dana", "function=operations", "role=decides")
    team("contact", "add", "Acme", "Finn Aas", "--function", "sales", "--title", "Buyer")
    log = ("log", "--account", "Acme", "--kind", "visit", "--on", "2026-11-10", "--with")
    team(*log, "Dana")
    shown = team("account", "exposure", "Acme", *AS_OF, "--json").json
    assert (shown["met"], shown["of"], shown["single_threaded"]) == (1, 4, True)
    assert shown["because"] == "only Dana Reed was met, of 2 there"
    best = next(cell for cell in shown["cells"] if cell["bring_next"])
    assert (best["ours"], best["theirs"], best["meet"]) == ("sales", "Sales", "Finn Aas")
    assert best["bring"][0]["member"] == "Tom Okafor"
    brief = team("brief", "Acme", *AS_OF, "--json").json
    assert "Next time bring Tom Okafor to meet Finn Aas." in said_in(brief, "Say")
    assert "single-threaded" in said_in(brief, "Not known")
    mine = team("account", "exposure", *AS_OF, "--json").json
    assert [one["account"] for one in mine["single_threads"]] == ["Acme"]
    team("log", "meeting with Finn at Acme and Tom on 2026-11-12", *AS_OF)
    again = team("account", "exposure", "Acme", *AS_OF, "--json").json
    assert again["single_threaded"] is False
    people = team("account", "exposure", "Acme", "--people", *AS_OF).out
    assert "Dana Reed" in people
    assert "pairs met in 365 days" in people


def test_a_person_is_known_like_a_friend_and_nothing_private_is_kept(team: Verb) -> None:
    team("contact", "add", "Acme", "Uma Berg", "--reports-to", "Dana", "--support", "against")
    drawn = team("contact", "map", "Acme", *AS_OF, "--json").json["rows"]
    assert [(one["name"], one["depth"], one["support"]) for one in drawn] == [
        ("Dana Reed", 0, None),
        ("Uma Berg", 1, "against"),
    ]
    ring = team("contact", "set", "Dana", "reports_to=Uma")
    assert (ring.code, "Uma Berg reports to Dana Reed already" in ring.err) == (1, True)
    refused = team("fact", "add", "Dana", "Has been depressed since May", "--json")
    assert refused.code == 1
    assert "health" in refused.json["error"]["message"]
    assert team("contact", "show", "Dana", "--json").json["facts"] == []
    team("fact", "add", "Dana", "Her daughter rows", "--source", "coffee")
    day = team("contact", "date", "Dana", "Ten years there", "--on", "2016-11-25", *AS_OF, "--json")
    assert (day.json["next"], day.json["remind"]) == ("2026-11-25", "week")
    known = team("contact", "show", "Dana", *AS_OF, "--json").json
    assert known["profile"]["of"] - known["profile"]["known"] == len(known["profile"]["missing"])
    assert known["ask"]["gap"] == "role not known"
    room = said_in(team("brief", "Acme", "--with", "Dana", *AS_OF, "--json").json, "In the room")
    assert "Ten years there Wed 25 Nov." in room
    assert "Her daughter rows." in room
    off = team("contact", "date", "Dana", "ten years there", "--remind", "off", *AS_OF, "--json")
    assert off.json["remind"] is None


def test_a_lost_account_keeps_its_sponsor_and_our_word_until_it_is_won_back(team: Verb) -> None:
    team("promise", "add", "Acme", "Send the logs", "--due", "2026-11-10")
    assert team("account", "won-back", "Acme", "--because", "x").code == 1
    lost = ("account", "lost", "Acme", "--because")
    assert "Say why" in team(*lost, " ").err
    assert team(*lost, "Price: a fifth lower", "--on", "2026-06-01", *AS_OF).code == 0
    assert team(*lost, "again").code == 1
    row = team("coverage", *AS_OF, "--json").json["rows"][0]
    assert (row["status"], row["sponsor"], row["coverage"]) == ("lost", "Grace Moreau", "never_met")
    owed = team("account", "owed", "Acme", *AS_OF, "--json").json
    assert [(one["text"], one["late"]) for one in owed] == [("Send the logs", True)]
    brief = team("brief", "Acme", *AS_OF, "--json").json
    assert "a fifth lower" in said_in(brief, "Bad news")
    back = ("account", "won-back", "Acme", "--because", "We kept coming.", "--on", "2026-11-17")
    assert team(*back, *AS_OF).code == 0
    shown = team("account", "show", "Acme", *AS_OF, "--json").json
    assert [one["turn"] for one in shown["turns"]] == ["won_back", "lost"]
    assert (shown["status"], shown["facts"]) == ("customer", [])
    say = said_in(team("brief", "Acme", *AS_OF, "--json").json, "Say")
    assert "Keep doing this: We kept coming." in say
    team("undo")
    assert team("account", "show", "Acme", "--json").json["status"] == "lost"
