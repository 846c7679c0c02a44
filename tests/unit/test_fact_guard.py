"""Nothing is kept about anybody's health, religion or politics, and whoever meant well is told what to write instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.errors import RefusedError
from sponsor_app.domain.fact_guard import Private, private_in, refuse_private
from sponsor_app.services.demo.tales.matters import FACTS


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("On sick leave until May", Private.HEALTH),
        ("Had a heart attack in 2019", Private.HEALTH),
        ("Ist krankgeschrieben", Private.HEALTH),
        ("Est ENCEINTE", Private.HEALTH),
        ("Is Jewish, no pork", Private.RELIGION),
        ("jüdisch", Private.RELIGION),
        ("Works for the Labour party", Private.POLITICS),
        ("Syndiquée depuis dix ans", Private.POLITICS),
    ],
)
def test_what_is_nobodys_business_is_refused_with_what_to_write_instead(
    text: str, kind: Private
) -> None:
    with pytest.raises(RefusedError) as refused:
        refuse_private(text)
    assert kind in refused.value.message
    assert "Nothing was saved." in refused.value.message
    assert refused.value.next.startswith("Write what")


@pytest.mark.parametrize(
    "text",
    [
        "Her daughter rows for the club",
        "Health check of the line on 5 May",
        "Runs the hospital’s cold store",
        "Votes in the board of the port",
        "Christian’s party is on Friday",
        "Operated the crane for ten years",
    ],
)
def test_what_only_sounds_like_it_is_kept(text: str) -> None:
    assert private_in(text) is None


def test_the_example_team_has_written_nothing_of_the_kind() -> None:
    assert [one for one in FACTS if private_in(str(one))] == []


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_read_and_a_whole_word_is_found_wherever_it_stands(
    before: str, after: str
) -> None:
    private_in(before)
    assert private_in(f"{before} diabetes {after}") is not None
