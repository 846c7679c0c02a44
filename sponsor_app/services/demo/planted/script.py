"""How a planted account is written down: every day counted back from today, every person by a short key."""

from dataclasses import dataclass, field

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.interaction import Intent, Kind, Place, Sentiment
from sponsor_app.domain.issue import Level
from sponsor_app.domain.member import Function
from sponsor_app.domain.people import Role
from sponsor_app.domain.won_and_lost import Turning


@dataclass(frozen=True, slots=True)
class Part:
    """A contact. `boss` is another's key, `counterpart` one of ours."""

    key: str
    name: str
    title: str
    function: Function
    role: Role | None = None
    boss: str = ""
    counterpart: str = ""
    left: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Meet:
    """Something held `ago` days back; `made` and the like refer to it by `key`."""

    ago: int
    kind: Kind
    place: Place
    intent: Intent
    with_: tuple[str, ...]
    by: tuple[str, ...]
    text: str
    quote: str = ""
    sentiment: Sentiment | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Something planned `ahead` days from today at a time of the place."""

    ahead: int
    at: str
    minutes: int
    kind: Kind
    place: Place
    with_: tuple[str, ...]
    by: tuple[str, ...] = ("me",)
    text: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """An issue; `told` are (days ago, by whom, text), oldest first."""

    key: str
    ago: int
    severity: int
    title: str
    detail: str
    raised_by: str
    owner: str = "lead"
    level: Level = Level.ACCOUNT_LEAD
    told: tuple[tuple[int, str, str], ...] = ()
    lifted: tuple[int, str, str, str] | None = None
    resolved: tuple[int, str] | None = None
    told_on: int | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A promise, made `ago` days back for `due` days from today; `by` is one of ours or one of theirs."""

    key: str
    ago: int
    due: int
    text: str
    by: str
    owner: str = ""
    accepted: int | None = None
    kept: int | None = None
    dropped: tuple[int, str] | None = None
    theirs: bool = False
    meet: str = ""


@dataclass(frozen=True, slots=True)
class Feeling:
    """A pulse."""

    ago: int
    score: int
    who: str
    quote: str = ""
    source: str = ""
    by: str = "lead"


@dataclass(frozen=True, slots=True)
class Known:
    """A fact about someone; `yearly` for a day that matters to them and comes back."""

    who: str
    text: str
    source: str
    ago: int
    yearly: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """A step that one of ours took in the last days: what, on what, with which words."""

    ago: int
    at: str
    by: str
    what: str
    on: str = ""
    text: str = ""
    meet: Meet | None = None
    plan: Plan | None = None
    feeling: Feeling | None = None
    fields: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Planted:
    """An account written by hand."""

    key: str
    name: str
    domain: str
    country: str
    city: str
    industry: str
    status: AccountStatus
    tier: Tier | None
    sponsor: str
    lead: str
    years: int
    employees: int
    story: str
    wants: str
    channel: str
    parts: tuple[Part, ...]
    meets: tuple[Meet, ...] = ()
    plans: tuple[Plan, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    promises: tuple[Word, ...] = ()
    feelings: tuple[Feeling, ...] = ()
    facts: tuple[Known, ...] = ()
    deeds: tuple[Deed, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()
    parent: str = ""
    before: tuple[tuple[str, int, int, str], ...] = ()
    sponsored: int = 500
    more: int = 0
    lost_because: str = ""
    turns: tuple[tuple[int, Turning, str], ...] = ()
    was: dict[str, str] = field(default_factory=dict[str, str])
