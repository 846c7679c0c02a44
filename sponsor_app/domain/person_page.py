"""People across all accounts: who they are, how they stand with us, who of ours knows them, what to ask next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sponsor_app.domain.coverage import Cadence, Coverage, assess
from sponsor_app.domain.ids import ContactId, MemberId
from sponsor_app.domain.important_dates import ImportantDate
from sponsor_app.domain.language import tr
from sponsor_app.domain.people import Contact, ContactRow, Fact
from sponsor_app.domain.profile import Profile, Question, profile
from sponsor_app.domain.timeline import Interaction


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person, what was promised to their account, and whether they are mine to look after."""

    row: ContactRow
    cadence: Cadence | None
    mine: bool

    def is_here(self, today: date) -> bool:
        """Whether they have not left."""
        return self.row.left_on is None or self.row.left_on > today

    def coverage(self, today: date) -> Coverage:
        """How long ago we met them, against what was promised to their account."""
        return assess(self.cadence, self.row.last_on, today)


@dataclass(frozen=True, slots=True)
class PeopleList:
    """Everyone at every account, by name, as of a day."""

    as_of: date
    rows: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True)
class Closeness:
    """How close we are to each person, 0 to 100, and how many of ours ever sat with them."""

    strengths: Mapping[ContactId, int]
    known_by: Mapping[ContactId, int]


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """One of ours who met a person: how often, and when last."""

    member_id: MemberId
    name: str
    title: str | None
    touches: int
    last_on: date


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One person, whole, as of a day; `contacts` are all the people at their account."""

    as_of: date
    me: MemberId
    person: Contact
    contacts: tuple[Contact, ...]
    facts: tuple[Fact, ...]
    known_by: tuple[Acquaintance, ...]
    met: tuple[Interaction, ...]
    dates: tuple[ImportantDate, ...] = ()

    @property
    def profile(self) -> Profile:
        """How well we know them."""
        return profile(self.person, self.facts, self.dates)


URGENT = ("no fact yet", "role not known", "reports to nobody we know", "no way to reach them")
"""Gaps that matter more than that a second of ours gets to know them."""


def next_question(page: PersonPage) -> Question:
    """What to ask next: the widest gap in what we know of a person first."""
    missing = page.profile.missing
    urgent = [one for one in missing if one.gap in URGENT]
    if urgent:
        return urgent[0]
    if len(page.known_by) == 1:
        return Question(tr("Whom else of ours should you know?"), tr("only one of ours knows them"))
    return (
        missing[0]
        if missing
        else Question(tr("What should we stop doing?"), tr("always worth asking"))
    )
