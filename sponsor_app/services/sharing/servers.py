"""A team that meets at a PostgreSQL server: the same laptop, asked for records instead of a file."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from sponsor_app.domain.errors import FileProblemError, RefusedError
from sponsor_app.services import Services
from sponsor_app.services.sharing import passwords
from sponsor_app.services.sharing.laptop import SharedLaptop
from sponsor_app.services.sharing.standing import holdings, required
from sponsor_app.sync.envelope.epochs import Head
from sponsor_app.sync.envelope.joining import open_with_code
from sponsor_app.sync.envelope.records import Kind, new_header
from sponsor_app.sync.envelope.writing import START
from sponsor_app.sync.file_hub.laptop import Joined
from sponsor_app.sync.file_hub.pace import Pace
from sponsor_app.sync.sql_hub import schema
from sponsor_app.sync.sql_hub.hub import SqlHub
from sponsor_app.sync.sql_hub.laptop import Key, Pieces
from sponsor_app.sync.sql_hub.limits import PATIENCE
from sponsor_app.sync.sql_hub.place import read_place
from sponsor_app.sync.sql_hub.rows import Rows
from sponsor_app.sync.sql_hub.troubles import HinderedError

PREPARING = """\
-- For the administrator of a PostgreSQL server, once, in a database of its own: psql -d DATABASE -f THIS_FILE
-- The server needs TLS with a certificate for its name, and password_encryption = 'scram-sha-256'.
-- One role for the whole team: it reads and adds, and can neither change nor delete. What it adds is sealed.
-- Give it a password with \\password {role}; laptops meet at postgresql://{role}@SERVER/DATABASE
CREATE ROLE {role} LOGIN;
"""
TEAMS = "SELECT DISTINCT file_id FROM sponsor.team LIMIT 64"


@dataclass(frozen=True)
class SharedRecords:
    """What `sync.sql_hub` asks of this laptop."""

    laptop: SharedLaptop

    def file_id(self) -> bytes:
        """The id of the team's file, which names the team on a server too."""
        with self.laptop.app.store.read() as connection:
            return required(connection).kept.file_id

    def heads(self) -> Mapping[bytes, Head]:
        """How far each writer is known, everybody who ever was in the team included."""
        with self.laptop.app.store.read() as connection:
            known = holdings(connection).heads(Kind.FRAME, Kind.CARD)
            return {i: known.get(i, START) for i in required(connection).team.cards}

    def knows(self, hash: bytes) -> bool:  # noqa: A002 - the word of the format
        """Whether this state of the team or this base is held."""
        with self.laptop.app.store.read() as connection:
            team = required(connection).team
            return hash in team.epochs or hash in team.closed or hash in holdings(connection).bases

    def wanted(self, keys: Sequence[Key]) -> Sequence[Key]:
        """The frames that are not held, and in no base that is."""
        with self.laptop.app.store.read() as connection:
            held = holdings(connection)
        known, cards = held.known.frames, {o.hash for o in held.records if o.kind == Kind.CARD}
        return [
            key
            for key in keys
            if key.hash not in known.get((key.writer, key.sequence), ())
            and key.hash not in cards
            and key.sequence > held.covered.get(key.writer, START).sequence
        ]

    def join(self, records: Sequence[bytes], there: Collection[bytes]) -> Joined:
        """Take in all that is believable."""
        return self.laptop.join_records(records, there)

    def compose(self, there: Collection[bytes]) -> Pieces:
        """Everything held that the server lacks."""
        return Pieces(*self.laptop.compose_records(there))

    def written(self) -> int:
        """The clock of this laptop's last own deed."""
        return self.laptop.written()


def hub_at(app: Services, address: str, laptop: SharedLaptop, pace: Pace) -> SqlHub:
    """What visits a server."""
    place, _password = read_place(address)
    return SqlHub(place, SharedRecords(laptop), lambda: passwords.password_of(app, address), pace)


def script(role: str) -> str:
    """The SQL that a server's administrator runs once, by hand, in the team's own database; refuses an odd name."""
    return PREPARING.format(role=role) + schema.script(role)


def read_with_code(
    address: str, password: str, code: str, now: datetime, pace: Pace
) -> bytes | None:
    """All records of the team on a server that a code opens, as the bytes of a file without an end; None for none.

    Refuses what the server or the code refuses.
    """
    place, _none = read_place(address)
    try:
        from sponsor_app.sync.sql_hub.session import connect  # noqa: PLC0415 - the driver, 110 ms
    except ImportError as error:
        msg = "The part of this program that speaks with servers is not installed. Nothing was changed."
        raise RefusedError(
            msg, "Install it, or use a file.", "Install sponsor-app[hub]."
        ) from error
    try:
        session = connect(place, password, pace, PATIENCE)
        try:
            for (file_id,) in session.ask(TEAMS):
                with suppress(_OtherTeamError):
                    return _all_of(Rows(session, file_id), code, now)
        finally:
            session.close()
    except HinderedError as error:
        why = error.trouble
        raise FileProblemError(why.message, why.next) from error
    return None


class _OtherTeamError(Exception):
    """A code does not open this team."""


def _all_of(rows: Rows, code: str, now: datetime) -> bytes:
    epochs, known = rows.landmarks()
    states = [one for batch in rows.epoch_records(epochs) for one in batch]
    head = new_header(rows.file_id).packed() + b"".join(states)
    try:
        team = open_with_code(head, code, int(now.timestamp())).team
    except RefusedError as error:
        if "does not open" in error.message:
            raise _OtherTeamError from error
        raise
    bases = [record for base in known[:1] for record in rows.base_records(base)]
    keys = list(rows.keys(dict.fromkeys(team.cards, 0)))
    frames = [record for batch in rows.frame_records(keys) for record in batch]
    return head + b"".join([*bases, *frames])
