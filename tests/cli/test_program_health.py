"""`coverage health`: every figure with what it is of, and nothing that claims to be a cause."""

from pathlib import Path

from tests.cli.conftest import Verb

AS_OF = ("--as-of", "2026-11-18")


def test_the_health_of_the_program_counts_what_was_done(team: Verb, tmp_path: Path) -> None:
    team("account", "add", "Bolt", "--tier", "key", "--status", "lost")
    team("log", "visit Dana at Acme on 2026-11-10, their place", "--as-of", "2026-11-10")
    team(
        "log",
        "--kind",
        "call",
        "--account",
        "Acme",
        "--on",
        "2026-11-11",
        "--intent",
        "fix",
        *AS_OF,
    )
    team("pulse", "add", "Acme", "8", "--contact", "Dana", "--as-of", "2026-11-10")
    found = team("coverage", "health", *AS_OF, "--json").json
    last = found["quarters"][-1]
    assert (last["quarter"], last["touches"], last["seen"], last["accounts"]) == (
        "Q4 2026 so far",
        2,
        1,
        2,
    )
    assert last["kinds"] == {"visit": 1, "call": 1}
    assert found["reactive"] == 1
    assert (found["totals"]["covered"], found["totals"]["with_cadence"]) == (1, 2)
    beside = found["outcomes"]
    assert beside["reads_as"] == "association, not cause"
    assert (beside["sponsored"]["kept"], beside["sponsored"]["customers"]) == (1, 1)
    assert (beside["unsponsored"]["kept"], beside["unsponsored"]["customers"]) == (0, 1)
    assert (beside["sponsored"]["pulse"], beside["unsponsored"]["pulse"]) == (8.0, None)
    paper = tmp_path / "health.pdf"
    assert team("coverage", "health", "--out", str(paper), *AS_OF).code == 0
    assert paper.read_bytes().startswith(b"%PDF")


def test_nothing_to_divide_by_is_said(do: Verb) -> None:
    do("init", "--me", "Grace Moreau", "--unencrypted")
    said = do("coverage", "health", *AS_OF)
    assert said.code == 0
    assert "no share (none of 0)" in said.out
    assert "association, not cause" in said.out.lower()
    assert "nobody was asked" in said.out
