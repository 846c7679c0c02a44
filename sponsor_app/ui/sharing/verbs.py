"""What the Team screen asks of the services; each loads the ciphers in the thread that does it, not in the window's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.ids import Identity
from sponsor_app.domain.team import Laptop
from sponsor_app.services import Services
from sponsor_app.services.profiles import Clocks, Me, Profile, Unlocking
from sponsor_app.ui.courier.courier import Errand
from sponsor_app.ui.widgets.language import understood

if TYPE_CHECKING:
    from sponsor_app.services.sharing.beginning import Begun

ENDING = ".sponsor"


@dataclass(frozen=True, slots=True)
class Code:
    """A code to be shown once; `reached` is whether the others' laptops can know of it already."""

    code: str
    name: str
    until: datetime | None
    warning: str
    reached: bool


@dataclass(frozen=True, slots=True)
class Secret:
    """The password of a server, if one was typed; `here` keeps it in the encrypted store."""

    password: str = ""
    here: bool = False


def create(errand: Errand, place: str, secret: Secret) -> "Begun":
    """Begin a team at a place."""
    from sponsor_app.services.sharing import beginning, passwords

    whole = passwords.with_password(place, secret.password)
    return beginning.create(errand.app, whole, errand.means, errand.tell, password_here=secret.here)


def join(errand: Errand, place: str, code: str, secret: Secret) -> "Begun":
    """Join with the store that is open."""
    from sponsor_app.services.sharing import beginning, passwords

    whole = passwords.with_password(place, secret.password)
    return beginning.join(
        errand.app, whole, code, errand.means, errand.tell, password_here=secret.here
    )


def join_anew(
    errand: Errand,
    profile: Profile,
    clocks: Clocks,
    asked: tuple[str, str, str],
    unlocking: Unlocking,
    secret: Secret,
) -> "Begun":
    """Join on a laptop without a store; `asked` are place, code and name. Nothing is left here when it fails."""
    from sponsor_app.services import beginning as first_minutes
    from sponsor_app.services import profiles, stores
    from sponsor_app.services.sharing import beginning, passwords

    place, code, name = asked
    whole = passwords.with_password(place, secret.password)
    fresh = not profiles.exists(profile)

    def make(who: Identity | None) -> Services:
        return stores.create(profile, Me(name), unlocking, clocks, who=who)

    try:
        return beginning.join_anew(
            make,
            whole,
            code,
            name,
            clocks.now,
            means=errand.means,
            tell=errand.tell,
            password_here=secret.here,
        )
    except BaseException:
        if fresh:
            first_minutes.unmake(profile)
        raise


def invite(errand: Errand, name: str, *, admin: bool, days: int) -> Code:
    """A code for a colleague or a second laptop."""
    from sponsor_app.services.sharing import inviting

    found = inviting.invite(errand.app, name, admin=admin, days=days, means=errand.means)
    return Code(found.code, found.name, found.expires, inviting.WARNING, found.changed.reached)


def recovery_page(errand: Errand, path: Path) -> Path:
    """Write a new recovery page; the one before is void from then on."""
    from sponsor_app.services.sharing import inviting, paper, roster

    paper.refuse_ending(path)
    found = inviting.recovery_code(errand.app, errand.means)
    team = roster.team(errand.app, errand.means)
    return paper.write(paper.page_of(errand.app, team, found.code), path)


def recovery_sheet(errand: Errand) -> Callable[[int], str]:
    """A new recovery page to print, as HTML by the size of its type; the one before is void from then on."""
    from sponsor_app.services.sharing import inviting, paper, roster

    found = inviting.recovery_code(errand.app, errand.means)
    team = roster.team(errand.app, errand.means)
    return paper.sheet(paper.page_of(errand.app, team, found.code))


def remove(errand: Errand, lines: Sequence[Laptop]) -> bool:
    """Take laptops or codes out; whether the others can know of it already."""
    from sponsor_app.services.sharing import members

    return members.remove(errand.app, lines, errand.means).reached


def set_admin(errand: Errand, line: Laptop, *, admin: bool) -> bool:
    """Let a laptop change the team, or no longer."""
    from sponsor_app.services.sharing import members

    return members.set_admin(errand.app, line, admin=admin, means=errand.means).reached


def rename(errand: Errand, line: Laptop, name: str) -> bool:
    """Call a laptop by another name."""
    from sponsor_app.services.sharing import members

    return members.rename(errand.app, line, name, errand.means).reached


def leave(errand: Errand) -> bool:
    """Leave the team; everything here stays."""
    from sponsor_app.services.sharing import members

    members.leave(errand.app, errand.means)
    return True


def forget(errand: Errand) -> bool:
    """Stop sharing on this laptop only."""
    from sponsor_app.services.sharing import beginning

    beginning.forget(errand.app)
    return True


def meet_at(errand: Errand, place: str, secret: Secret, *, also: bool) -> str:
    """Let the team meet elsewhere; what hinders it, or nothing."""
    from sponsor_app.services.sharing import beginning, passwords

    report = beginning.meet_at(
        errand.app,
        passwords.with_password(place, secret.password),
        also=also,
        means=errand.means,
        tell=errand.tell,
        password_here=secret.here,
    )
    why = report.trouble
    return f"{understood(why.message)} {understood(why.next)}".strip() if why else ""


def take_back(app: Services, line: Laptop) -> Changes:
    """Take back everything a laptop wrote, as one step."""
    from sponsor_app.services.sharing import members

    return members.take_back(app, line)[0]
