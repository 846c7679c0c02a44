"""`review SPONSOR`: the page for a one-to-one, what was agreed, and the file."""

from pathlib import Path

from tests.cli.conftest import Verb

AS_OF = ("--as-of", "2026-11-18")


def test_a_one_to_one_is_prepared_agreed_on_written_and_done(team: Verb, tmp_path: Path) -> None:
    team("promise", "add", "Acme", "send pricing", "--due", "2026-11-10", "--as-of", "2026-11-01")
    team("issue", "open", "Acme", "Invoices arrive twice", "--severity", "1", *AS_OF)
    found = team("review", "Grace", *AS_OF, "--json").json
    assert (found["accounts"], found["with_cadence"], found["covered"]) == (1, 1, 0)
    said = [(point["text"], point["because"]) for point in found["points"]]
    assert ("When will Acme have “send pricing”?", "promised, 8 days late") in said
    assert ("When do you see Acme?", "never met, and no next date") in said
    assert found["promises"]["due"] == 1
    assert len(found["quarters"]) == 4

    agreed = team("review", "Grace", "--agree", "call the CIO", "--due", "2026-11-20", *AS_OF)
    assert agreed.code == 0
    assert "call the CIO" in agreed.out
    later = team("review", "Grace", "--as-of", "2026-12-01", "--json").json
    assert later["points"][0]["text"] == "What became of “call the CIO”?"
    paper = tmp_path / "review.pdf"
    assert team("review", "Grace", "--out", str(paper), *AS_OF).code == 0
    assert paper.read_bytes().startswith(b"%PDF")

    team("review", "Grace", "--done", "cio", "--as-of", "2026-12-01")
    [action] = team("review", "Grace", "--as-of", "2026-12-01", "--json").json["actions"]
    assert action["done_on"] == "2026-12-01"
    team("undo")
    [action] = team("review", "Grace", "--as-of", "2026-12-01", "--json").json["actions"]
    assert action["done_on"] is None


def test_a_member_without_an_account_has_a_page_and_a_point(team: Verb) -> None:
    said = team("review", "Tom", *AS_OF)
    assert said.code == 0
    assert "Owns no account." in said.out
    assert "Agree on an account to own" in said.out
    assert "none of 0" in said.out


def test_what_cannot_be_agreed_or_written_is_refused_whole(team: Verb) -> None:
    past = team("review", "Grace", "--agree", "x", "--due", "2020-01-01", *AS_OF)
    assert (past.code, "has passed" in past.err) == (1, True)
    wrong = team("review", "Grace", "--out", "page.docx", *AS_OF)
    assert (wrong.code, ".pdf" in wrong.err) == (1, True)
    assert team("review", "Grace", "--done", "nothing", *AS_OF).code == 1
    assert team("review", "Grace", *AS_OF, "--json").json["actions"] == []
