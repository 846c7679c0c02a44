"""Be in a team: begin one, join one with a code, come back after having been removed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from sponsor_app.domain.errors import FileProblemError, NotFoundError, RefusedError, SponsorError
from sponsor_app.domain.ids import DeviceId, Identity, MemberId
from sponsor_app.domain.sync_status import Handed, NotReachable, Trouble
from sponsor_app.domain.text import clean_line
from sponsor_app.services import Services, profiles
from sponsor_app.services.sharing import minting, passwords, servers
from sponsor_app.services.sharing.folding import become
from sponsor_app.services.sharing.laptop import SharedLaptop
from sponsor_app.services.sharing.passwords import Keeping, keeping
from sponsor_app.services.sharing.places import (
    REAL,
    Means,
    address_of,
    is_hub,
    memory_text,
    read_at,
)
from sponsor_app.services.sharing.putting import BASE_DUE
from sponsor_app.services.sharing.standing import hash_of, required, save_team, standing
from sponsor_app.services.sharing.syncing import Report, Visit
from sponsor_app.store.sharing import kept, outgoing
from sponsor_app.store.sharing.kept import JOINED, Connection, KeptTeam, Sealed
from sponsor_app.store.sharing.renaming import rename
from sponsor_app.sync.envelope import people
from sponsor_app.sync.envelope.codes import read_code
from sponsor_app.sync.envelope.devices import DeviceKeys, Role, new_device
from sponsor_app.sync.envelope.joining import Joining, join_card, open_with_code
from sponsor_app.sync.envelope.reading import read
from sponsor_app.sync.envelope.records import Kind, file_header
from sponsor_app.sync.file_hub.memory import Memory
from sponsor_app.sync.file_hub.pace import Tell
from sponsor_app.sync.file_hub.reading import nobody
from sponsor_app.sync.file_hub.troubles import Code
from sponsor_app.sync.signers import may_name, new_number
from sponsor_app.system.key_file import Protection

UNWRITABLE: dict[str, str] = {
    Code.READ_ONLY: ": the place is read-only",
    Code.MAY_NOT_WRITE: ": you may not write in that folder",
    Code.FULL: ": there is no room left",
    Code.NOT_WRITTEN: ": it is no place for a file",
}


@dataclass(frozen=True)
class Begun:
    """In a team: by its own keys, or waiting for an admin's next sync (`waits`)."""

    app: Services
    report: Report
    waits: bool


def create(
    app: Services,
    place: str,
    means: Means = REAL,
    tell: Tell = nobody,
    *,
    password_here: bool = False,
) -> Begun:
    """Begin a team at a place where nothing is yet; I am its first admin, and all that is here goes into it.

    A server's password, in its address, goes to the key store; `password_here` keeps it in the encrypted store.
    """
    address = address_of(place)
    _refuse_in_the_open(app)
    with app.store.read() as connection:
        before = standing(connection)
    if before is not None:
        raise _already_in(before.waits)
    found = read_at(address, app.now, means, pauses=())
    if found is not None:
        raise _taken(address, found)
    password = keeping(place, here=password_here)
    password.refuse_none(app)
    password.outside()
    _begin(app, address)
    password.inside(app)
    with Visit(app, address, means) as visit:
        report = visit.sync(tell)
    if report.trouble is not None and not isinstance(report.status, Handed):
        forget(app)
        raise _not_made(address, report.trouble)
    return Begun(app, report, waits=False)


def _begin(app: Services, address: str) -> None:
    with app.store.write_local() as connection:
        keys = minting.take(app, connection) or new_device()
        number, name, member = kept.me(connection)
        team = people.begin(keys, name, member or "").team
        begun = KeptTeam(team.file_id, team.genesis, team.tip.id, keys.to_bytes(), None, 0, "")
        seen = kept.seen_upto(connection)
        kept.begin(connection, begun, app.now())
        save_team(connection, team)
        _be_named(connection, keys, number, member, seen)
        outgoing.set_setting(connection, BASE_DUE, "1")
        kept.set_place(connection, address, memory_text(Memory()), "{}")
    app.store.forget_identity()


def join(
    app: Services,
    place: str,
    code: str,
    means: Means = REAL,
    tell: Tell = nobody,
    *,
    password_here: bool = False,
) -> Begun:
    """Join the team of a file with a code, with the store that is here; what is in it goes into the team too."""
    _refuse_in_the_open(app)
    with app.store.read() as connection:
        before = standing(connection)
    if before is not None and not before.removed:
        raise _already_in(before.waits)
    password = keeping(place, here=password_here)
    password.refuse_none(app)
    opened = _opened(place, password, code, app.now, means)
    password.outside()
    password.inside(app)
    return _joined(app, opened, means, tell, new_device(), "")


def join_anew(
    make: Callable[[Identity | None], Services],
    place: str,
    code: str,
    name: str,
    now: Callable[[], datetime],
    *,
    means: Means = REAL,
    tell: Tell = nobody,
    password_here: bool = False,
) -> Begun:
    """Join on a laptop without a store: `make` makes one, for the member it is given or for a new one.

    Nothing is made when the code does not open the file; the store is closed again when joining fails.
    """
    called, password = clean_line("name", name), keeping(place, here=password_here)
    password.refuse_none(None)
    opened = _opened(place, password, code, now, means)
    password.outside()
    keys, member = new_device(), opened[2].card.member
    app = make(Identity(new_number(keys.id), MemberId(member)) if member else None)
    try:
        _refuse_in_the_open(app)
        password.inside(app)
        return _joined(app, opened, means, tell, keys, called)
    except BaseException:
        app.store.close()
        raise


def meet_at(
    app: Services,
    place: str,
    *,
    also: bool = False,
    means: Means = REAL,
    tell: Tell = nobody,
    password_here: bool = False,
) -> Report:
    """Let the team meet here from now on, instead of where it met or as well; the file is written if there is none.

    Refused for a file of another team or program, and where nothing can be written.
    """
    address, password = address_of(place), keeping(place, here=password_here)
    with app.store.read() as connection:
        mine, known = required(connection), kept.places(connection)
    password.refuse_none(app)
    password.outside()
    password.inside(app)
    if address not in known:
        if also and not is_hub(address):
            _refuse_side_by_side(address, known)
        found = read_at(address, app.now, means, pauses=())
        header = file_header(found) if found is not None else None
        if found is not None and (header is None or header.file_id != mine.kept.file_id):
            raise _taken(address, found)
        with app.store.write_local() as connection:
            kept.set_place(connection, address, memory_text(Memory()), "{}")
    with Visit(app, address, means) as visit:
        report = visit.sync(tell)
    stuck = isinstance(report.status, NotReachable)
    before = [] if stuck or also else [one for one in known if one != address]
    _meet_no_more(app, [address] if stuck and address not in known else before)
    return report


def _meet_no_more(app: Services, gone: Sequence[str]) -> None:
    with app.store.write_local() as connection:
        for one in gone:
            kept.drop_place(connection, one)
    passwords.forget(app, gone)


def _refuse_side_by_side(address: str, known: Iterable[str]) -> None:
    """Refuse a second file in one folder: each would be taken for a copy of the other."""
    folder = Path(address).parent
    if any(not is_hub(one) and Path(one).parent == folder for one in known):
        msg = "Another shared file of this team is in that folder, and one would be taken for a copy of the other. Nothing was changed."
        raise RefusedError(msg, "Choose a file in another folder.")


def forget(app: Services) -> None:
    """Stop sharing on this laptop only: its keys and what it holds of the file go, everything else stays."""
    with app.store.write_local() as connection:
        places = list(kept.places(connection))
        kept.forget(connection)
    passwords.forget(app, places)


# --- the steps -----------------------------------------------------------------------------


def _opened(
    place: str, password: Keeping, code: str, now: Callable[[], datetime], means: Means
) -> tuple[str, bytes, Joining]:
    """The place, what is in it, and the team in that; refuses in words before anything is made."""
    address = address_of(place)
    read_code(code)
    if is_hub(address):
        pace = means.pace(now)
        content = servers.read_with_code(address, password.read(), code, now(), pace)
    else:
        content = read_at(address, now, means)
    if content is None:
        msg = f"There is no shared file at {address}. Nothing was changed."
        raise NotFoundError(
            msg, "Choose the file the invitation came with; a folder may need time to fetch it."
        )
    return address, content, open_with_code(content, code, int(now().timestamp()))


def _joined(
    app: Services,
    opened: tuple[str, bytes, Joining],
    means: Means,
    tell: Tell,
    keys: DeviceKeys,
    name: str,
) -> Begun:
    """Be in the team, take in what the file holds, hand in the card; a recovery page makes me an admin at once."""
    address, content, joining = opened
    with app.store.write_local() as connection:
        _number, _name, before = kept.me(connection)
        _enter(connection, app, keys, joining, content)
        kept.set_place(connection, address, memory_text(Memory()), "{}")
    app.store.forget_identity()
    laptop = SharedLaptop(app)
    laptop.join(content)
    if joining.card.member:
        become(app, joining.card.member, before, name)
    with Visit(app, address, means) as visit:
        report = visit.sync(tell)
    report = replace(
        report,
        pulled=report.pulled + laptop.tally.pulled,
        records=report.records + laptop.tally.records,
    )
    with app.store.read() as connection:
        found = standing(connection)
    return Begun(app, report, waits=found is not None and found.waits)


def _enter(
    connection: Connection, app: Services, keys: DeviceKeys, joining: Joining, content: bytes
) -> None:
    number, laptop, was = kept.me(connection)
    seen = kept.seen_upto(connection)
    minting.take(app, connection)
    kept.forget(connection)
    team, card, code = joining.team, b"", joining.code.device
    if joining.card.role is Role.RECOVERY:
        reading = read(content, team, code)
        settled = people.Settled(reading.reached, frozenset(one.id for one in reading.bases))
        team = people.recover(reading.team, joining.code, keys, laptop, settled).team
    else:
        card = join_card(team, joining.code, keys, laptop)
    waits = code.to_bytes() if card else None
    begun = KeptTeam(team.file_id, team.genesis, team.tip.id, keys.to_bytes(), waits, 0, "")
    kept.begin(connection, begun, app.now())
    save_team(connection, team)
    if card:
        about = Sealed(hash_of(card), Kind.CARD, code.id, 1, None, None, JOINED)
        kept.add_sealed(connection, [(about, card)])
    _be_named(connection, keys, number, joining.card.member or was, seen)


def _be_named(
    connection: Connection, keys: DeviceKeys, number: DeviceId, member: str | None, seen: int
) -> None:
    """Go under a number of these keys; what others did or saw before can only travel in a base."""
    if not may_name(keys.id, number):
        rename(connection, new_number(keys.id), member=member, after=seen)
    due = "1" if kept.holds_deeds_of_others(connection) else "0"
    outgoing.set_setting(connection, BASE_DUE, due)
    kept.begin_numbering(connection)


def _refuse_in_the_open(app: Services) -> None:
    if not app.store.encrypted or profiles.protection_words(app) == Protection.NOTHING:
        raise _in_the_open()


def _in_the_open() -> RefusedError:
    msg = "This store is not protected, and the keys of a team are not kept in the open. Nothing was changed."
    return RefusedError(msg, "Make a protected profile, and move there with export and import.")


def _not_made(address: str, why: Trouble) -> FileProblemError:
    """Why no team was made, with a step that leads on: what was not begun is not tried again by itself."""
    if is_hub(address):
        return FileProblemError(f"{why.message} No team was made.", why.next)
    because = UNWRITABLE.get(why.code)
    said = f"Nothing can be written at {address}{because}." if because is not None else why.message
    return FileProblemError(
        f"{said} No team was made.", "Choose a file in a folder where you may write."
    )


def _taken(address: str, found: bytes) -> SponsorError:
    if file_header(found) is None:
        msg = f"{address} is something else. Nothing was changed."
        return FileProblemError(msg, "Choose a new name for the shared file.")
    msg = f"There is a shared file at {address} already. Nothing was changed."
    return RefusedError(msg, "Join its team with an invitation, or choose another name.")


def _already_in(waits: bool) -> RefusedError:
    if waits:
        msg = "This laptop has asked to join already, and waits until an admin's laptop has synced. Nothing was changed."
        return RefusedError(
            msg,
            "Sync again later; or stop sharing here first.",
            "Sync again later: sponsor-app sync; or stop: sponsor-app share forget",
        )
    msg = "This laptop is in a team already. Nothing was changed."
    return RefusedError(
        msg,
        "Leave that team first; everything here stays.",
        "Leave that team first: sponsor-app share leave. Everything here stays.",
    )
