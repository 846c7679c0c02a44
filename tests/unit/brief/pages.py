"""Account pages to compose briefs from: one by hand, and any that could exist."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.account_details import AccountDetails
from sponsor_app.domain.account_page import AccountPage
from sponsor_app.domain.brief import BriefSource, Spread
from sponsor_app.domain.clocks import Clocks, LastTouch
from sponsor_app.domain.commitment import Commitment, Direction
from sponsor_app.domain.coverage import Cadence, Coverage, CoverageRow
from sponsor_app.domain.devices import Device
from sponsor_app.domain.ids import (
    AccountId,
    CommitmentId,
    ContactId,
    InteractionId,
    IssueId,
    MemberId,
)
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment, State
from sponsor_app.domain.issue import Issue, IssueStatus, Level, Severity
from sponsor_app.domain.people import Contact, Fact, Pulse, Role
from sponsor_app.domain.timeline import Interaction, Person

TODAY = date(2026, 11, 18)
NOW = datetime(2026, 11, 18, 8, 48, tzinfo=UTC)
ACCOUNT = AccountId("acme")
ME, MIA = MemberId("me"), MemberId("mia")
DANA, TOM = ContactId("dana"), ContactId("tom")
NAMES: dict[str, str] = {
    ME: "Grace Moreau",
    MIA: "Mia Andersson",
    DANA: "Dana Reyes",
    TOM: "Tom Berg",
}


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def row(**given: Any) -> CoverageRow:
    values: dict[str, Any] = {
        "account_id": ACCOUNT,
        "account": "Acme",
        "status": AccountStatus.CUSTOMER,
        "tier": Tier.STRATEGIC,
        "region": None,
        "country": None,
        "industry": None,
        "sponsor_id": ME,
        "sponsor": "Grace Moreau",
        "lead_id": MIA,
        "lead": "Mia Andersson",
        "cadence": Cadence(45, 90),
        "coverage": Coverage.COVERED,
        "clocks": Clocks(),
        "days_since": None,
        "next_planned": None,
        "open_sev12": 0,
        "live_contacts": 0,
    }
    return CoverageRow(**{**values, **given})


def details(**given: Any) -> AccountDetails:
    values: dict[str, Any] = dict.fromkeys(AccountDetails.__dataclass_fields__)
    values |= {"id": ACCOUNT, "name": "Acme", "aliases": (), "team": (), "sponsorships": ()}
    return AccountDetails(**{**values, **given})


def page(**given: Any) -> AccountPage:
    values: dict[str, Any] = {
        "as_of": TODAY,
        "row": row(),
        "details": details(),
        "strength": None,
        "contacts": (),
        "timeline": (),
        "timeline_total": 0,
        "planned": (),
        "issues": (),
        "commitments": (),
        "pulses": (),
        "facts": (),
    }
    return AccountPage(**{**values, **given})


def source(**given: Any) -> BriefSource:
    """What a brief is composed from; `attendees`, `devices` and `spread` beside the fields of the page."""
    own = {key: given.pop(key) for key in ("attendees", "devices", "spread") if key in given}
    values: dict[str, Any] = {"attendees": (), "devices": (), "spread": {}, **own}
    return BriefSource(page=page(**given), now=NOW, reader=ME, **values)


def contact(contact_id: ContactId = DANA, **given: Any) -> Contact:
    values: dict[str, Any] = dict.fromkeys(Contact.__dataclass_fields__)
    values |= {
        "id": contact_id,
        "account_id": ACCOUNT,
        "account": "Acme",
        "points": (),
        "touches": 0,
    }
    values["name"] = NAMES.get(contact_id, "Somebody")
    return Contact(**{**values, **given})


def held(days: int = 10, **given: Any) -> Interaction:
    values: dict[str, Any] = dict.fromkeys(Interaction.__dataclass_fields__)
    values |= {
        "id": InteractionId(f"held {days}"),
        "account_id": ACCOUNT,
        "kind": Kind.CALL,
        "state": State.HELD,
        "on": days_ago(days),
        "contacts": (),
        "members": (),
        "logged_at": NOW,
    }
    return Interaction(**{**values, **given})


def who(*ids: str) -> tuple[Person, ...]:
    return tuple(
        Person(NAMES[i], member_id=MemberId(i))
        if i in (ME, MIA)
        else Person(NAMES[i], contact_id=ContactId(i))
        for i in ids
    )


def issue(days: int = 6, severity: int = 1, **given: Any) -> Issue:
    values: dict[str, Any] = dict.fromkeys(Issue.__dataclass_fields__)
    values |= {
        "id": IssueId(f"issue {severity} {days}"),
        "number": 1,
        "account_id": ACCOUNT,
        "account": "Acme",
        "title": "cranes stop at sea",
        "severity": Severity(severity),
        "status": IssueStatus.OPEN,
        "level": Level.ACCOUNT_LEAD,
        "opened_on": days_ago(days),
        "next_update_due": days_ago(1),
    }
    return Issue(**{**values, **given})


def promise(due_in: int | None = 2, **given: Any) -> Commitment:
    values: dict[str, Any] = dict.fromkeys(Commitment.__dataclass_fields__)
    values |= {
        "id": CommitmentId(f"promise {due_in}"),
        "number": 1,
        "account_id": ACCOUNT,
        "account": "Acme",
        "text": "send the revised pricing",
        "direction": Direction.OURS,
        "made_on": days_ago(14),
        "due_on": None if due_in is None else TODAY + timedelta(days=due_in),
    }
    return Commitment(**{**values, **given})


def pulse(days: int, score: int, contact_id: ContactId | None = DANA, **given: Any) -> Pulse:
    name = NAMES[contact_id] if contact_id else None
    values: dict[str, Any] = {"quote": None, "source": None, **given}
    return Pulse(f"pulse {days}", contact_id, name, score, on=days_ago(days), **values)


def fact(contact_id: ContactId = DANA, text: str = "sings alto") -> Fact:
    return Fact(f"fact {contact_id}", contact_id, NAMES.get(contact_id), text, None, days_ago(90))


# --- any page that could exist --------------------------------------------------------------

EVIL = "<img src=file:///etc/passwd>"
IDS = st.sampled_from([f"id {n}" for n in range(12)])
WORDS = st.one_of(
    st.sampled_from(
        [
            EVIL,
            "send pricing.",
            "  odd\n\nspaces ",
            "“quoted.”",
            "x" * 600,
            "A b. C d.",
            "星ヶ谷。",
            "*b* [l](u)",
        ]
    ),
    st.text(max_size=40),
)
SOME_NAMES = st.one_of(WORDS.filter(lambda text: bool(text.strip())), st.just("Dana Reyes"))
MAYBE_WORDS = st.none() | WORDS
DAYS = st.integers(-30, 900).map(days_ago)
PAST = st.integers(0, 900).map(days_ago)
MAYBE_DAYS = st.none() | DAYS
MOMENTS = st.none() | st.datetimes(
    NOW.replace(tzinfo=None, year=2025), NOW.replace(tzinfo=None, year=2027), timezones=st.just(UTC)
)
MEMBERS = st.sampled_from([ME, MIA, MemberId("other")])
CONTACTS = st.sampled_from([ContactId(f"contact {n}") for n in range(8)])
PEOPLE = st.lists(
    st.builds(Person, SOME_NAMES, contact_id=CONTACTS)
    | st.builds(Person, SOME_NAMES, contact_id=st.none()),
    max_size=3,
).map(tuple)
OURS = st.lists(st.builds(Person, SOME_NAMES, member_id=MEMBERS), max_size=3).map(tuple)
TOUCHES = st.none() | st.builds(LastTouch, PAST, IDS.map(InteractionId), st.sampled_from(Kind))


def _unique(made: st.SearchStrategy[Any], most: int = 9) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(made, max_size=most, unique_by=lambda one: one.id).map(tuple)


def interactions(on: st.SearchStrategy[date], state: State) -> st.SearchStrategy[tuple[Any, ...]]:
    made = st.builds(
        Interaction,
        id=IDS.map(InteractionId),
        account_id=st.just(ACCOUNT),
        account=st.just("Acme"),
        kind=st.sampled_from(Kind),
        state=st.just(state),
        on=on,
        starts_at=MOMENTS,
        ends_at=MOMENTS,
        place=st.none() | st.sampled_from(Place),
        city=MAYBE_WORDS,
        intent=st.none() | st.sampled_from(Intent),
        sentiment=st.none() | st.sampled_from(Sentiment),
        summary=MAYBE_WORDS,
        quote=MAYBE_WORDS,
        contacts=PEOPLE,
        members=OURS,
        by=MAYBE_WORDS,
        logged_at=st.just(NOW),
    )
    return _unique(made)


ISSUES = _unique(
    st.builds(
        Issue,
        id=IDS.map(IssueId),
        number=st.integers(1, 99),
        account_id=st.just(ACCOUNT),
        account=st.just("Acme"),
        title=WORDS,
        detail=MAYBE_WORDS,
        severity=st.sampled_from(Severity),
        status=st.sampled_from(IssueStatus),
        level=st.sampled_from(Level),
        owner_id=st.none() | MEMBERS,
        owner=MAYBE_WORDS,
        sponsor_id=st.none() | MEMBERS,
        raised_by_id=st.none() | CONTACTS,
        opened_on=DAYS,
        last_update_on=MAYBE_DAYS,
        last_update=MAYBE_WORDS,
        next_update_due=MAYBE_DAYS,
        resolved_on=MAYBE_DAYS,
        resolution=MAYBE_WORDS,
        told_on=MAYBE_DAYS,
    )
)
COMMITMENTS = _unique(
    st.builds(
        Commitment,
        id=IDS.map(CommitmentId),
        number=st.integers(1, 99),
        account_id=st.just(ACCOUNT),
        account=st.just("Acme"),
        text=WORDS,
        direction=st.sampled_from(Direction),
        made_on=DAYS,
        due_on=MAYBE_DAYS,
        promised_by=MAYBE_WORDS,
        owner_id=st.none() | MEMBERS,
        owner=MAYBE_WORDS,
        accepted_on=MAYBE_DAYS,
        kept_on=MAYBE_DAYS,
        dropped_on=MAYBE_DAYS,
        drop_reason=MAYBE_WORDS,
        interaction_id=st.none(),
    )
)
CONTACT_LISTS = _unique(
    st.builds(
        Contact,
        id=CONTACTS,
        account_id=st.just(ACCOUNT),
        account=st.just("Acme"),
        name=SOME_NAMES,
        title=MAYBE_WORDS,
        function=st.none(),
        role=st.none() | st.sampled_from(Role),
        reports_to_id=st.none(),
        reports_to=st.none(),
        counterpart_id=st.none() | MEMBERS,
        counterpart=MAYBE_WORDS,
        birthday=st.none() | st.sampled_from(["11-20", "1971-11-18", "--11-17", "spring", "02-30"]),
        left_on=MAYBE_DAYS,
        note=st.none(),
        points=st.just(()),
        last_on=st.none() | PAST,
        last_id=st.none(),
        touches=st.integers(0, 9),
        strength=st.none() | st.integers(0, 100),
    )
)
PULSES = _unique(
    st.builds(
        Pulse,
        IDS,
        st.none() | CONTACTS,
        MAYBE_WORDS,
        st.integers(0, 10),
        MAYBE_WORDS,
        MAYBE_WORDS,
        DAYS,
    )
)
FACTS = _unique(st.builds(Fact, IDS, st.none() | CONTACTS, MAYBE_WORDS, WORDS, MAYBE_WORDS, DAYS))
DEVICES = st.lists(st.builds(Device, WORDS, MAYBE_WORDS, st.booleans(), MOMENTS), max_size=6)
ROWS = st.builds(
    row,
    account=SOME_NAMES,
    status=st.sampled_from(AccountStatus),
    tier=st.none() | st.sampled_from(Tier),
    sponsor=MAYBE_WORDS,
    sponsor_id=st.none() | MEMBERS,
    lead=MAYBE_WORDS,
    lead_id=st.none() | MEMBERS,
    cadence=st.none() | st.just(Cadence(45, 90)),
    clocks=st.builds(Clocks, TOUCHES, TOUCHES, TOUCHES, TOUCHES),
)
DETAILS = st.builds(
    details,
    wants=MAYBE_WORDS,
    issue_channel=MAYBE_WORDS,
    lost_because=MAYBE_WORDS,
    customer_since=MAYBE_DAYS,
)
PAGES = st.builds(
    page,
    row=ROWS,
    details=DETAILS,
    contacts=CONTACT_LISTS,
    timeline=interactions(PAST, State.HELD).map(
        lambda found: tuple(sorted(found, key=lambda one: one.on, reverse=True))
    ),
    planned=interactions(st.integers(0, 60).map(lambda days: days_ago(-days)), State.PLANNED),
    issues=ISSUES,
    commitments=COMMITMENTS,
    pulses=PULSES,
    facts=FACTS,
)
SPREADS = st.dictionaries(
    IDS.map(IssueId), st.builds(Spread, st.integers(0, 40), st.integers(0, 40)), max_size=4
)
SOURCES = st.builds(
    BriefSource,
    page=PAGES,
    now=st.just(NOW),
    reader=MEMBERS,
    attendees=st.lists(CONTACTS, max_size=4),
    devices=DEVICES,
    spread=SPREADS,
)
