"""The bad-news radius: good news reaches two or three people, bad news twenty to thirty. Who has probably heard?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sponsor_app.domain.ids import AccountId, ContactId
from sponsor_app.domain.language import tr
from sponsor_app.domain.people import Contact, Role

SAME_ACCOUNT, PARENT, SISTER, CHILD = 60, 35, 25, 25
DECIDES, CHAMPION, BLOCKS, INFLUENCES = 25, 15, 15, 10
RAISED_IT = 40
CLOSE_STRENGTH = 50
CLOSE = 10
SENIOR = ("head", "director", "vp", "leiter", "leiterin", "directrice")
LEADERS = ("chief", "ceo", "cio", "cto", "cfo", "coo", "president", "vorstand", "directeur")
LEADS, HEADS = 10, 5
REFERENCE, MET_THEM = 15, 20
SURE, LIKELY = 80, 50


Reason = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Heard:
    """Someone who has probably heard, how sure that is (0 to 100), why, and whether we have called."""

    contact_id: ContactId
    name: str
    title: str | None
    account_id: AccountId | None
    account: str | None
    weight: int
    because: tuple[str, ...]
    called_on: date | None
    called_by: str | None
    said: str | None = None

    @property
    def likelihood(self) -> str:
        """How likely they have heard, in a word."""
        return "surely" if self.weight >= SURE else "likely" if self.weight >= LIKELY else "perhaps"


@dataclass(frozen=True, slots=True)
class Call:
    """The first time one of ours talked to a contact after the issue was opened, and what they said."""

    on: date
    by: str | None
    said: str | None = None


@dataclass(frozen=True, slots=True)
class Circle:
    """Who is near the account beyond its family: who speaks for us, and who met them at an event, by its title."""

    references: frozenset[ContactId] = frozenset()
    met_at: Mapping[ContactId, str] = field(default_factory=dict[ContactId, str])


def radius(
    home: AccountId,
    family: Mapping[AccountId, str],
    contacts: Sequence[Contact],
    raised_by: ContactId | None,
    calls: Mapping[ContactId, Call],
    today: date,
    *,
    circle: Circle = Circle(),
) -> list[Heard]:
    """Who has probably heard of an issue at `home`, the surest first: the order in which to call them.

    `family` maps related accounts to `parent`, `sister` or `child`.
    """
    found = [
        _heard(one, _reasons(one, home, family, raised_by, circle), calls.get(one.id))
        for one in contacts
        if one.account_id is not None
        and (one.account_id == home or one.account_id in family or one.id in circle.met_at)
        and (one.left_on is None or one.left_on > today)
    ]
    return sorted(found, key=lambda one: (-one.weight, one.name.casefold(), one.contact_id))


def _heard(one: Contact, reasons: list[Reason], call: Call | None) -> Heard:
    return Heard(
        one.id,
        one.name,
        one.title,
        one.account_id,
        one.account,
        min(100, sum(weight for weight, _why in reasons)),
        tuple(why for _weight, why in reasons),
        call.on if call else None,
        call.by if call else None,
        call.said if call else None,
    )


def _reasons(
    one: Contact,
    home: AccountId,
    family: Mapping[AccountId, str],
    raised_by: ContactId | None,
    circle: Circle,
) -> list[Reason]:
    reasons = _links(one, home, family)
    if one.id in circle.met_at:
        reasons.append(
            (MET_THEM, tr("was with them at “{met_at}”").format(met_at=circle.met_at[one.id]))
        )
    if one.id in circle.references:
        reasons.append((REFERENCE, tr("speaks for us as a reference")))
    if one.id == raised_by:
        reasons.append((RAISED_IT, tr("raised it")))
    return [*reasons, *_standing(one)]


def _links(one: Contact, home: AccountId, family: Mapping[AccountId, str]) -> list[Reason]:
    if one.account_id == home:
        return [(SAME_ACCOUNT, tr("works there"))]
    link = family.get(one.account_id or home)
    if link is None:
        return []
    weight = {"parent": PARENT, "sister": SISTER, "child": CHILD}.get(link, 0)
    words = {
        "parent": tr("works at a parent account"),
        "sister": tr("works at a sister account"),
        "child": tr("works at a child account"),
    }
    return [(weight, words.get(link, link))]


def _standing(one: Contact) -> list[Reason]:
    """What their part, their rank and how close they are to us add."""
    reasons: list[Reason] = []
    by_role = {
        Role.DECIDES: (DECIDES, tr("decides")),
        Role.CHAMPION: (CHAMPION, tr("is our champion")),
        Role.BLOCKS: (BLOCKS, tr("speaks against us")),
        Role.INFLUENCES: (INFLUENCES, tr("influences")),
    }
    if one.role is not None and one.role in by_role:
        reasons.append(by_role[one.role])
    words = one.title.casefold().replace(",", " ").split() if one.title else []
    if any(word in words for word in LEADERS):
        reasons.append((LEADS, tr("leads the house")))
    elif any(word in words for word in SENIOR):
        reasons.append((HEADS, tr("heads a part of it")))
    if one.strength is not None and one.strength >= CLOSE_STRENGTH:
        reasons.append((CLOSE, tr("is close to us")))
    return reasons
