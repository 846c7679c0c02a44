"""Whom a reach-out fits, what the note says, who starts; who did the talking at an event."""

from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.event import EventKind, Invitation, Share, intent_of, speaking_share
from sponsor_app.domain.ids import AccountId, ContactId, EventId, MemberId, ReachOutId
from sponsor_app.domain.interaction import Intent
from sponsor_app.domain.reach_out import (
    Criteria,
    Place,
    Ratio,
    ReachOut,
    criteria_from,
    criteria_of,
    note_for,
    ratio_of,
)
from tests.conftest import TODAY

WORDS = st.frozensets(st.text(max_size=8), max_size=3)


def place(tier: str | None = "key", industry: str | None = "Rail", country: str = "Spain") -> Place:
    return Place(AccountId("a"), "Acme", tier, "customer", industry, country, None, None)


def test_every_family_that_says_something_must_fit() -> None:
    wanted = criteria_of(tiers=("key", "strategic"), industries=(" rail ", "AIR"), countries=("",))
    assert wanted.fits(place())
    assert not wanted.fits(place(tier=None))
    assert not wanted.fits(place(industry=None))
    assert Criteria().fits(place(tier=None, industry=None))
    assert wanted.words == "tier key or strategic, industry air or rail"


@given(WORDS, WORDS, WORDS, WORDS)
def test_what_is_stored_is_what_is_read(
    tiers: frozenset[str],
    statuses: frozenset[str],
    industries: frozenset[str],
    countries: frozenset[str],
) -> None:
    made = Criteria(tiers, statuses, industries, countries)
    assert criteria_from(made.to_text()) == made


@given(st.text(max_size=40) | st.none())
def test_a_broken_filter_fits_everything_rather_than_failing(text: str | None) -> None:
    assert isinstance(criteria_from(text), Criteria)


def test_the_note_fills_in_what_it_knows_and_leaves_other_braces_alone() -> None:
    one = ReachOut(
        ReachOutId("r"),
        "Prices",
        "You pay less.",
        Criteria(),
        "{contact}: {because} {x} {me}",
        TODAY,
    )
    assert (
        note_for(one, account="Acme", contact="Dana", me="Grace") == "Dana: You pay less. {x} Grace"
    )
    assert note_for(one, account="Acme", contact=None, me="G").startswith("Acme:")


def test_a_ratio_says_what_it_leaves_out() -> None:
    found = ratio_of({Intent.CARE: 7, Intent.FIX: 3, Intent.SELL: 2, None: 2})
    assert found == Ratio(7, 3, 4)
    assert found.words == "7 proactive : 3 reactive; 4 of 14 left out, selling or unexplained"
    assert (found + found).proactive == 14
    assert Ratio().words == "no touch in 365 days"


def guest(share: int | None, *, ours: bool = False, came: bool = True) -> Invitation:
    contact, member = (None, MemberId("m")) if ours else (ContactId("c"), None)
    named = ("i", EventId("e"), contact, member, "N", None, None, None, None, None)
    return Invitation(*named, came, share)


def test_the_talking_is_counted_among_those_who_came() -> None:
    came = [guest(40), guest(30), guest(30, ours=True), guest(None), guest(90, came=False)]
    assert speaking_share(came) == Share(70, 30, 3, 4)
    assert speaking_share([guest(None)]) is None


def test_a_webinar_is_not_claimed_as_care() -> None:
    assert intent_of(EventKind.WEBINAR) is None
    assert intent_of(EventKind.FOCUS_GROUP) is Intent.CARE
