"""What the example's customers said at events, who spoke for us to whom, and what helped them."""

from dataclasses import dataclass

from sponsor_app.domain.account import Tier
from sponsor_app.domain.event import EventKind
from sponsor_app.domain.interaction import Place
from sponsor_app.domain.reach_out import Criteria, criteria_of


@dataclass(frozen=True, slots=True)
class Said:
    """A theme; `told` is how many days after the event they were told, 0 for not yet; `promise` what we promised then."""

    text: str
    quote: str
    did: str = ""
    told: int = 0
    promise: str = ""


@dataclass(frozen=True, slots=True)
class Gathering:
    """An event so many days from today, negative for one that was held."""

    title: str
    kind: EventKind
    days: int
    place: Place
    accounts: int
    by: tuple[str, ...]
    said: tuple[Said, ...] = ()


GATHERINGS = (
    Gathering(
        "Visit day: how a probe is calibrated",
        EventKind.VISIT_DAY,
        -186,
        Place.OURS,
        4,
        ("engineer", "product"),
        (
            Said(
                "Certificates arrive after the goods",
                "I have a box I may not open and a certificate in somebody's inbox.",
                "The certificate is in the box since spring, and online under the serial number.",
                60,
            ),
        ),
    ),
    Gathering(
        "Webinar: reading alarms at three in the morning",
        EventKind.WEBINAR,
        -94,
        Place.REMOTE,
        6,
        ("support", "product"),
        (
            Said(
                "Too many alarms that mean nothing",
                "If everything is red, nothing is.",
                "Alarms that repeat within ten minutes are one alarm since the last release.",
                41,
            ),
            Said("Night shifts need their own language", "My people read Arabic faster than red."),
        ),
    ),
    Gathering(
        "Focus group: what a renewal should feel like",
        EventKind.FOCUS_GROUP,
        -40,
        Place.NEUTRAL,
        5,
        ("cmo", "legal", "support"),
        (
            Said(
                "Renewals come as a surprise",
                "The first letter I get from you in a year is an invoice.",
                "Every renewal is announced ninety days ahead by the account lead, in person.",
            ),
            Said(
                "Nobody tells us what changed",
                "I find new buttons the way one finds furniture in the dark.",
                "Release notes of one page, by the engineer who built it.",
                12,
            ),
            Said(
                "Prices should not need a lawyer",
                "Four pages, and I still cannot say what it costs.",
                promise="Put the price on one page",
            ),
        ),
    ),
    Gathering(
        "Advisory board: the next two years",
        EventKind.BOARD,
        23,
        Place.OURS,
        6,
        ("cto", "product"),
    ),
)

ASKED = (
    ("Jorunn Tveitnes", "call", "A cold-store group in Gdynia, three halls"),
    ("Mateo Arrizabalaga Monte", "quote", "Tender of a brewery, closes in two weeks"),
    ("Siobhán Mac Giolla Phádraig", "visit", "A dairy that wants to see it run"),
    ("Renske van Oudenaarde", "case-study", "The autumn fair"),
)
OUTCOMES = (
    "They talked for forty minutes and signed in the same week.",
    "A good call; the deal went to somebody cheaper.",
    "They asked for a second call and got it.",
)
CALLERS = ("A recruiter who found the case study", "A prospect who knew somebody there")
SPOKEN = ("I say what I would tell my brother.", "Ask me anything, also what went wrong.")

REACH_OUTS: tuple[tuple[str, str, Criteria], ...] = (
    (
        "Calibration is 8 % cheaper from January",
        "Anybody who renews before December may wait and pays less.",
        criteria_of(tiers=(Tier.STRATEGIC, Tier.KEY)),
    ),
    (
        "The gateway that lost its clock is fixed",
        "Nobody has to set the time by hand after a power cut any more.",
        criteria_of(statuses=("customer", "at_risk")),
    ),
    (
        "An article on cold chains and the new rules",
        "It says in two pages what the inspectors look at from spring.",
        criteria_of(tiers=(Tier.STRATEGIC,)),
    ),
)
