"""Codes that let somebody in: an invitation, a second laptop, the printed page for when every admin's laptop is gone."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sponsor_app.domain.errors import AmbiguousError, InvalidError
from sponsor_app.domain.text import clean_line
from sponsor_app.services import Services
from sponsor_app.services.sharing.changing import Changed, change_team
from sponsor_app.services.sharing.duties import promise
from sponsor_app.services.sharing.places import REAL, Means
from sponsor_app.services.sharing.standing import Standing, required
from sponsor_app.store.models import member
from sponsor_app.store.sharing import kept
from sponsor_app.store.sharing.kept import Connection
from sponsor_app.sync.envelope import people
from sponsor_app.sync.envelope.codes import code_keys, new_code
from sponsor_app.sync.envelope.devices import Role

MOST_DAYS = 90
WARNING = "Never send the code and the file by the same way: say the code on the phone, or send it from another account."


@dataclass(frozen=True)
class Invitation:
    """A code that is shown once and kept nowhere; `expires` is None for the recovery page."""

    code: str
    name: str
    expires: datetime | None
    changed: Changed


def invite(
    app: Services, name: str, *, admin: bool = False, days: int = 7, means: Means = REAL
) -> Invitation:
    """A code for a colleague, or for another laptop of mine; it works once and for so many days.

    The person becomes a member here at once, so that accounts can be given to them before they join.
    """
    line = clean_line("name", name)
    if not 1 <= days <= MOST_DAYS:
        msg = f"An invitation is good for 1 to {MOST_DAYS} days. Nothing was changed."
        raise InvalidError(msg, "Seven days are usual.")
    _refuse_if_not_admin(app)
    member_id = _member(app, line)
    code, expires = new_code(), app.now() + timedelta(days=days)

    def change(connection: Connection, standing: Standing) -> people.Step:
        team, seconds = standing.team, int(expires.timestamp())
        step = people.invite(team, standing.own, code, line, member_id, seconds)
        if admin:
            promise(connection, team, code_keys(code, team.file_id).id, member_id)
        return step

    return Invitation(code, line, expires, change_team(app, change, means))


def recovery_code(app: Services, means: Means = REAL) -> Invitation:
    """A code to print: whoever has the page can become an admin, once. An earlier page is void from then on."""
    _refuse_if_not_admin(app)
    code, name = new_code(), "Recovery page"

    def change(connection: Connection, standing: Standing) -> people.Step:
        team = standing.team
        old = [i for i, card in team.tip.roster.items() if card.role is Role.RECOVERY]
        if old:
            team = people.remove(team, standing.own, old, people.NOTHING_YET).team
        return people.print_recovery(team, standing.own, code, name, str(app.me))

    return Invitation(code, name, None, change_team(app, change, means))


def _refuse_if_not_admin(app: Services) -> None:
    """Say no before a person is added for nothing; whether I am an admin is asked again later."""
    with app.store.read() as connection:
        standing = required(connection)
    if standing.writes and not standing.admin:
        people.set_admin(standing.team, standing.own, standing.own.id, admin=True)


def _member(app: Services, name: str) -> str:
    """The id of our colleague with this name, added if nobody has it."""
    with app.store.write(f"Invited {name}") as writer:
        found = kept.members_called(writer.connection, name)
        if len(found) > 1:
            what = "members"
            raise AmbiguousError(what, name, [name] * len(found))
        if found:
            return found[0]
        return writer.insert(member, record_id=app.store.new_id(), name=name)
