"""The bad-news radius: good news reaches two or three people, bad news twenty to thirty. Who has probably heard?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sponsor_app.domain.ids import AccountId, ContactId
from sponsor_app.domain.people import Contact, Role

SAME_ACCOUNT, PARENT, SISTER, CHILD = 60, 35, 25, 25
DECIDES, CHAMPION, BLOCKS, INFLUENCES = 25, 15, 15, 10
RAISED_IT = 40
CLOSE_STRENGTH = 50
CLOSE = 10
LEADERS = ("chief", "ceo", "cio", "cto", "cfo", "coo", "president", "vorstand", "directeur")
LEADS = 10


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


@dataclass(frozen=True, slots=True)
class Call:
    """The first time one of ours talked to a contact after the issue was opened."""

    on: date
    by: str | None


def radius(
    home: AccountId,
    family: Mapping[AccountId, str],
    contacts: Sequence[Contact],
    raised_by: ContactId | None,
    calls: Mapping[ContactId, Call],
    today: date,
) -> list[Heard]:
    """Who has probably heard of an issue at `home`, the surest first.

    `family` maps related accounts to `parent`, `sister` or `child`.
    """
    found = [
        _heard(one, home, family, raised_by, calls.get(one.id))
        for one in contacts
        if one.account_id is not None
        and (one.account_id == home or one.account_id in family)
        and (one.left_on is None or one.left_on > today)
    ]
    return sorted(found, key=lambda one: (-one.weight, one.name.casefold(), one.contact_id))


def _heard(
    one: Contact,
    home: AccountId,
    family: Mapping[AccountId, str],
    raised_by: ContactId | None,
    call: Call | None,
) -> Heard:
    reasons = _reasons(one, home, family, raised_by)
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
    )


def _reasons(
    one: Contact, home: AccountId, family: Mapping[AccountId, str], raised_by: ContactId | None
) -> list[tuple[int, str]]:
    reasons: list[tuple[int, str]] = []
    if one.account_id == home:
        reasons.append((SAME_ACCOUNT, "works there"))
    else:
        link = family.get(one.account_id or home, "")
        weight = {"parent": PARENT, "sister": SISTER, "child": CHILD}.get(link, 0)
        reasons.append((weight, f"works at a {link} account"))
    if one.id == raised_by:
        reasons.append((RAISED_IT, "raised it"))
    by_role = {
        Role.DECIDES: (DECIDES, "decides"),
        Role.CHAMPION: (CHAMPION, "is our champion"),
        Role.BLOCKS: (BLOCKS, "speaks against us"),
        Role.INFLUENCES: (INFLUENCES, "influences"),
    }
    if one.role is not None and one.role in by_role:
        reasons.append(by_role[one.role])
    if one.title and any(word in one.title.casefold().split() for word in LEADERS):
        reasons.append((LEADS, "leads the house"))
    if one.strength is not None and one.strength >= CLOSE_STRENGTH:
        reasons.append((CLOSE, "is close to us"))
    return reasons
