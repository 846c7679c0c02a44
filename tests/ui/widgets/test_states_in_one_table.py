from itertools import chain
from pathlib import Path

import pytest

from sponsor_app.domain.account import AccountStatus
from sponsor_app.domain.commitment import CommitmentState
from sponsor_app.domain.coverage import Coverage
from sponsor_app.domain.issue import IssueStatus, Severity
from sponsor_app.domain.load import LoadState
from sponsor_app.ui.widgets.states import TABLE, StateKey, state
from sponsor_app.ui.widgets.tokens import LIGHT

ICONS = Path(__file__).parents[3] / "resources" / "icons"
KEYS: list[StateKey] = [
    *chain(Coverage, AccountStatus, CommitmentState, IssueStatus, LoadState, Severity),
    *TABLE,
]


@pytest.mark.parametrize("key", KEYS, ids=str)
def test_every_state_has_a_symbol_a_word_and_a_tone(key: StateKey) -> None:
    shown = state(key)
    assert (ICONS / f"{shown.symbol}.svg").is_file()
    assert shown.word
    assert shown.tone in LIGHT.tones


@pytest.mark.parametrize("family", [Coverage, AccountStatus, Severity, CommitmentState, LoadState])
def test_within_a_family_no_two_states_share_symbol_and_word(family: type[StateKey]) -> None:
    signs = [(state(key).symbol, state(key).word) for key in family]  # type: ignore[attr-defined]
    assert len(set(signs)) == len(signs)


def test_a_state_can_say_more_than_its_word() -> None:
    said = state(Severity.SEV1, "Sev 1 open 6 days")
    assert (said.word, said.symbol) == ("Sev 1 open 6 days", "octagon-alert")


def test_states_that_need_nobody_are_quiet() -> None:
    quiet = {key for key in Coverage if state(key).quiet}
    assert quiet == {Coverage.COVERED}
