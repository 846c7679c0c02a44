from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.clocks import ClockName, restarts
from sponsor_app.domain.interaction import Intent, Kind, Place, is_face_to_face

kinds, places = st.sampled_from(Kind), st.none() | st.sampled_from(Place)
intents = st.none() | st.sampled_from(Intent)


@given(kinds, places, intents, st.booleans())
def test_every_held_interaction_is_a_touch(
    kind: Kind, place: Place | None, intent: Intent | None, sponsor: bool
) -> None:
    assert ClockName.TOUCH in restarts(kind, place, intent, sponsor_present=sponsor)


@given(kinds, places, st.booleans())
def test_a_touch_that_only_sells_does_not_restart_the_no_ask_clock(
    kind: Kind, place: Place | None, sponsor: bool
) -> None:
    clocks = restarts(kind, place, Intent.SELL, sponsor_present=sponsor)
    assert ClockName.NON_SELLING not in clocks


@given(kinds, places)
def test_an_intent_nobody_recorded_is_not_claimed_as_care(kind: Kind, place: Place | None) -> None:
    assert ClockName.NON_SELLING not in restarts(kind, place, None, sponsor_present=True)


@given(kinds, places, intents)
def test_face_to_face_needs_the_sponsor(
    kind: Kind, place: Place | None, intent: Intent | None
) -> None:
    clocks = restarts(kind, place, intent, sponsor_present=False)
    assert ClockName.FACE_TO_FACE not in clocks


@given(kinds, intents, st.booleans())
def test_their_turf_is_a_matter_of_place_alone(
    kind: Kind, intent: Intent | None, sponsor: bool
) -> None:
    there = restarts(kind, Place.THEIRS, intent, sponsor_present=sponsor)
    elsewhere = restarts(kind, Place.NEUTRAL, intent, sponsor_present=sponsor)
    assert ClockName.THEIR_TURF in there
    assert ClockName.THEIR_TURF not in elsewhere


@given(st.sampled_from([Kind.CALL, Kind.VIDEO, Kind.MESSAGE]), places)
def test_a_call_is_never_face_to_face(kind: Kind, place: Place | None) -> None:
    assert not is_face_to_face(kind, place)


def test_a_meeting_counts_as_face_to_face_only_when_a_place_says_so() -> None:
    assert not is_face_to_face(Kind.MEETING, None)
    assert is_face_to_face(Kind.MEETING, Place.OURS)
    assert is_face_to_face(Kind.COFFEE, None)
    assert not is_face_to_face(Kind.COFFEE, Place.REMOTE)
