"""What stands before anything happens: members, accounts, contacts, who owns what."""

from sponsor_app.domain.account import TeamRole
from sponsor_app.domain.ids import link_id
from sponsor_app.domain.member import Function
from sponsor_app.domain.people import Role
from sponsor_app.services.demo.accounts import Account, Person
from sponsor_app.services.demo.contacts import People
from sponsor_app.services.demo.dice import Mint
from sponsor_app.services.demo.particulars import Particulars
from sponsor_app.services.demo.sheets import Sheets
from sponsor_app.services.demo.team import Colleague, Part, Team
from sponsor_app.services.demo.world.places import Reach, phone

Values = dict[str, str | int | None]


def lay_team(sheets: Sheets, team: Team) -> None:
    """Everyone but me."""
    for one in team.everyone[1:]:
        sheets.add("member", one.id, _member(one))


def _member(one: Colleague) -> Values:
    excused = not one.part.sponsors and one.part not in (Part.IDLE, Part.HEAD_OF_LEADS, Part.LEFT)
    return {
        "name": one.name,
        "email": one.email,
        "title": one.title,
        "function": one.function.value,
        "manager_id": one.boss.id if one.boss else None,
        "max_accounts": 0 if excused else 4 if one.key == "ceo" else None,
        "left_on": one.left_on.isoformat() if one.left_on else None,
        "city": one.city,
        "country": one.country,
        "language": "en",
    }


def my_fields(me: Colleague, title: str | None, function: str | None) -> dict[str, str | None]:
    """What the example adds to my own record: a boss, and a title and function where I gave none."""
    fields: dict[str, str | None] = {"manager_id": me.boss.id if me.boss else None}
    if title is None:
        fields["title"] = "Chief Operating Officer"
    if function is None:
        fields["function"] = Function.OPERATIONS.value
    return fields


def lay_account(
    sheets: Sheets, mint: Mint, account: Account, particulars: Particulars, people: People
) -> None:
    """An account with its aliases, its people and how to reach them."""
    sheets.add("account", account.id, particulars.values(account))
    for kind, value in particulars.aliases(account):
        row: Values = {"account_id": account.id, "kind": kind, "value": value}
        sheets.add("account_alias", mint.new(), row)
    if account.planted or particulars.dice.chance(0.6):
        board = phone(particulars.dice, account.place)
        sheets.add("contact_point", mint.new(), _point(board, account_id=account.id))
    for one in account.people:
        sheets.add("contact", one.id, _contact(account, one, people))
        for reach in people.reached_by(account, one):
            sheets.add("contact_point", mint.new(), _point(reach, contact_id=one.id))


def lay_owners(sheets: Sheets, mint: Mint, account: Account) -> None:
    """Who leads, who comes along, who owns it and owned it."""
    if account.lead:
        _team(sheets, account, account.lead, TeamRole.LEAD)
    for number, one in enumerate(account.experts):
        if one is not account.lead:
            _team(sheets, account, one, TeamRole.SUPPORT if number else TeamRole.EXPERT)
    for span in account.spans:
        values: Values = {
            "account_id": account.id,
            "member_id": span.member.id,
            "starts_on": span.start.isoformat(),
            "ends_on": span.end.isoformat() if span.end else None,
            "reason": span.reason,
            "note": None,
        }
        sheets.add("sponsorship", mint.new(), values)


def _team(sheets: Sheets, account: Account, one: Colleague, role: TeamRole) -> None:
    values: Values = {"account_id": account.id, "member_id": one.id, "role": role.value}
    sheets.add("team_member", link_id(account.id, one.id, role), values)


STANDS: dict[str | None, str] = {Role.CHAMPION: "for", Role.BLOCKS: "against"}


def _contact(account: Account, one: Person, people: People) -> Values:
    dice = people.dice
    born = f"--{dice.whole(1, 12):02d}-{dice.whole(1, 28):02d}" if dice.chance(0.12) else None
    country = account.place.country
    return {
        "account_id": account.id,
        "name": one.name,
        "title": one.title,
        "function": str(one.function),
        "role": one.role and str(one.role),
        "support": STANDS.get(one.role),
        "reports_to_id": one.boss.id if one.boss else None,
        "counterpart_id": one.counterpart.id if one.counterpart else None,
        "city": account.place.city,
        "country": country.name,
        "language": country.language,
        "birthday": born,
        "left_on": one.left_on.isoformat() if one.left_on else None,
        "note": one.note or None,
    }


def _point(reach: Reach, contact_id: str | None = None, account_id: str | None = None) -> Values:
    return {
        "contact_id": contact_id,
        "account_id": account_id,
        "kind": reach.kind,
        "raw": reach.raw,
        "normal": reach.normal,
        "label": None,
    }
