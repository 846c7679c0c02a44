"""What this laptop keeps of its team: keys, states, sealed records and places. Bytes and numbers only; the envelope judges them."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from sponsor_app.domain.hybrid_clock import Stamp
from sponsor_app.domain.ids import DeviceId
from sponsor_app.store.models.columns import moment_text
from sponsor_app.store.sharing.asking import row, rows, run, run_each, tell, value, values
from sponsor_app.store.sharing.outgoing import set_setting, setting

JOINED, WAITS, ASIDE, KEPT = range(4)
"""What became of a record: joined, waiting for its other parts, set aside, or only kept for others."""


FEW = 50
"""Records up to which each is looked for by its name, and not all of them gone through."""
SEEN_UPTO = "seen_upto"
"""The setting with the clock up to which a team that this laptop is in no longer has seen its deeds."""


class KeptTeam(NamedTuple):
    """The team this laptop is in, or was in; `code` are the keys it waits with until an admin lets it in."""

    file_id: bytes
    genesis: bytes
    tip: bytes
    secret: bytes
    code: bytes | None
    upto: int
    since: str


class Sealed(NamedTuple):
    """One record of the shared file; `upto` is the clock of this laptop's last own deed in it."""

    hash: bytes
    kind: int
    writer: bytes
    number: int
    base: bytes | None
    upto: int | None
    fate: int


class Seen(NamedTuple):
    """A laptop as it is known here, and when news of it came last (UTC text)."""

    device: DeviceId
    name: str
    member: str | None
    app_version: str | None
    last_seen: str | None
    mine: bool


class KeptBase(NamedTuple):
    """A base that was joined: its id, and how far each writer is in it, packed."""

    id: bytes
    vector: bytes
    digest: bytes


def team(connection: Connection) -> KeptTeam | None:
    """The team of this laptop; None when it shares with nobody."""
    found = row(connection, "SELECT file_id, genesis, tip, secret, code, upto, since FROM team")
    return None if found is None else KeptTeam(*found)


def begin(connection: Connection, kept: KeptTeam, now: datetime) -> None:
    """Be in this team from now on."""
    run(
        connection,
        "INSERT OR REPLACE INTO team VALUES (?, ?, ?, ?, ?, ?, ?)",
        (*kept[:6], kept.since or moment_text(now)),
    )


def forget(connection: Connection) -> None:
    """Keep nothing of any team, but what others have seen of this laptop; what was joined stays in the store."""
    set_setting(connection, SEEN_UPTO, str(max(upto(connection), seen_upto(connection))))
    for name in ("team", "epoch", "sealed", "base", "place"):
        run(connection, f"DELETE FROM {name}")
    tell(connection)


def follow(connection: Connection, tip: bytes) -> None:
    """Remember the state of the team that was followed last."""
    run(connection, "UPDATE team SET tip = ? WHERE tip <> ?", (tip, tip))


def let_in(connection: Connection) -> None:
    """Forget the code: this laptop is in the team by its own keys now."""
    run(connection, "UPDATE team SET code = NULL WHERE code IS NOT NULL")


def set_upto(connection: Connection, clock: int) -> None:
    """Remember up to which clock this laptop's own deeds are sealed."""
    run(connection, "UPDATE team SET upto = ?", (clock,))


def upto(connection: Connection) -> int:
    """The clock up to which this laptop's own deeds are sealed; 0 outside of any team."""
    return int(value(connection, "SELECT upto FROM team") or 0)


def seen_upto(connection: Connection) -> int:
    """The clock up to which somebody may have seen what this laptop did; 0 when it never shared."""
    return max(upto(connection), int(setting(connection, SEEN_UPTO) or 0))


def begin_numbering(connection: Connection) -> None:
    """Say that nothing of this laptop under its present number is sealed yet."""
    run(connection, "UPDATE team SET upto = 0")
    set_setting(connection, SEEN_UPTO, "0")
    run(connection, "UPDATE sealed SET upto = NULL WHERE upto IS NOT NULL")
    tell(connection)


def epochs(connection: Connection) -> list[bytes]:
    """Every state of the team, parents first."""
    return values(connection, "SELECT record FROM epoch ORDER BY number, id")


def how_many_epochs(connection: Connection) -> int:
    """How many states of the team are kept."""
    return value(connection, "SELECT count(*) FROM epoch")


def add_epochs(connection: Connection, states: Iterable[tuple[bytes, int, bytes]]) -> int:
    """Keep states (id, number, record) that are not kept yet; returns how many."""
    known = set(values(connection, "SELECT id FROM epoch"))
    fresh = [one for one in states if one[0] not in known]
    run_each(connection, "INSERT INTO epoch VALUES (?, ?, ?)", fresh)
    return len(fresh)


def sealed(connection: Connection) -> list[Sealed]:
    """Every record held, without its bytes, in the order in which they came."""
    sql = "SELECT hash, kind, writer, number, base, upto, fate FROM sealed ORDER BY seq"
    return list(map(Sealed._make, rows(connection, sql)))


def contents(connection: Connection, hashes: Collection[bytes]) -> list[bytes]:
    """The bytes of these records, in the order in which they came."""
    wanted = set(hashes)
    if not wanted:
        return []
    if len(wanted) <= FEW:
        sql = "SELECT seq FROM sealed WHERE hash = ?"
        numbers = sorted(seq for one in wanted for seq in values(connection, sql, (one,)))
    else:
        found = rows(connection, "SELECT hash, seq FROM sealed ORDER BY seq")
        numbers = [seq for name, seq in found if name in wanted]
    return [value(connection, "SELECT content FROM sealed WHERE seq = ?", (n,)) for n in numbers]


def beginnings(connection: Connection, size: int) -> list[tuple[bytes, bytes]]:
    """Every record held, by its hash, and its first bytes."""
    return rows(connection, "SELECT hash, substr(content, 1, ?) FROM sealed", (size,))


def add_sealed(connection: Connection, records: Iterable[tuple[Sealed, bytes]]) -> None:
    """Keep records; one that is kept already only changes its fate."""
    found = [(*about, content) for about, content in records]
    if found:
        run_each(
            connection,
            "INSERT INTO sealed (hash, kind, writer, number, base, upto, fate, content)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (hash) DO UPDATE SET fate = excluded.fate",
            found,
        )
        tell(connection)


def set_last_upto(connection: Connection, last: bytes, clock: int) -> None:
    """Remember that this record holds the end of what this laptop did up to `clock`."""
    run(connection, "UPDATE sealed SET upto = ? WHERE hash = ?", (clock, last))
    tell(connection)
    set_upto(connection, clock)


def weights(connection: Connection, frame: int) -> tuple[int, int]:
    """How many bytes of frames are held, and of bases."""
    sql = (
        "SELECT coalesce(sum(iif(kind = ?, length(content), 0)), 0),"
        " coalesce(sum(iif(base IS NULL, 0, length(content))), 0) FROM sealed"
    )
    frames, bases = rows(connection, sql, (frame,))[0]
    return frames, bases


def drop_sealed(connection: Connection, hashes: Iterable[bytes]) -> None:
    """Keep these records no longer."""
    found = [(one,) for one in hashes]
    if found:
        run_each(connection, "DELETE FROM sealed WHERE hash = ?", found)
        tell(connection)


def bases(connection: Connection) -> list[KeptBase]:
    """The bases that were joined."""
    return [KeptBase(*one) for one in rows(connection, "SELECT * FROM base ORDER BY id")]


def add_base(connection: Connection, one: KeptBase) -> None:
    """Remember a base that was joined."""
    run(connection, "INSERT OR REPLACE INTO base VALUES (?, ?, ?)", one)
    tell(connection)


def drop_base(connection: Connection, base: bytes) -> None:
    """Keep a base no longer, because a later one holds all that it holds."""
    run(connection, "DELETE FROM base WHERE id = ?", (base,))
    run(connection, "DELETE FROM sealed WHERE base = ?", (base,))
    tell(connection)


def places(connection: Connection) -> Mapping[str, tuple[str, str]]:
    """Where the team meets: what the hub remembers of each, and what its last sync said."""
    found = rows(connection, "SELECT address, memory, report FROM place ORDER BY address")
    return {address: (memory, report) for address, memory, report in found}


def set_place(connection: Connection, address: str, memory: str, report: str) -> None:
    """Remember a place as it is after a sync."""
    run(connection, "INSERT OR REPLACE INTO place VALUES (?, ?, ?)", (address, memory, report))


def drop_place(connection: Connection, address: str) -> None:
    """Meet there no longer."""
    run(connection, "DELETE FROM place WHERE address = ?", (address,))


def me(connection: Connection) -> tuple[DeviceId, str, str | None]:
    """What changes call this laptop, what people call it, and the member who works on it."""
    found = rows(connection, "SELECT id, name, member_id FROM device WHERE mine = 1")
    device, name, member = found[0]
    return DeviceId(device), name, member


def tell_version(connection: Connection, version: str) -> None:
    """Say which version of the program this laptop runs."""
    sql = "UPDATE device SET app_version = ? WHERE mine = 1 AND app_version IS NOT ?"
    run(connection, sql, (version, version))


def tell_synced(connection: Connection, at: str) -> None:
    """Say when this laptop was in step last."""
    run(connection, "UPDATE device SET last_synced_at = ? WHERE mine = 1", (at,))


def written(connection: Connection) -> int:
    """The clock of this laptop's last own deed; 0 before the first."""
    sql = (
        "SELECT c.clock FROM undo u JOIN change c ON c.seq = u.last_change"
        " WHERE u.device = (SELECT id FROM device WHERE mine = 1) ORDER BY u.step DESC LIMIT 1"
    )
    return int(value(connection, sql) or 0)


def holds_deeds_of_others(connection: Connection) -> bool:
    """Whether there is anything here that another laptop did."""
    sql = "SELECT 1 FROM undo u JOIN device d ON d.id = u.device WHERE d.mine = 0 LIMIT 1"
    return row(connection, sql) is not None


def sealed_deeds(connection: Connection) -> set[Stamp]:
    """Every deed here, but for those of this laptop that are in no frame yet."""
    sql = (
        "SELECT clock, device FROM deed WHERE device IS NOT (SELECT id FROM device WHERE mine = 1)"
        " OR clock <= coalesce((SELECT upto FROM team), 0)"
    )
    return set(map(Stamp._make, rows(connection, sql)))


def knows(connection: Connection, deed: Stamp) -> bool:
    """Whether a deed is here."""
    sql = "SELECT 1 FROM deed WHERE device = ? AND clock = ?"
    return row(connection, sql, (deed.device, deed.clock)) is not None


def devices(connection: Connection) -> list[Seen]:
    """Every laptop of which anything is known here."""
    sql = "SELECT id, name, member_id, app_version, last_synced_at, mine FROM device ORDER BY id"
    return [Seen(*one[:5], mine=bool(one[5])) for one in rows(connection, sql)]


def introduce(
    connection: Connection, laptops: Iterable[tuple[DeviceId, str, str | None, str | None]]
) -> None:
    """Call these laptops (number, name, member, version or None as it was) so, where they are known."""
    known = {one.device: one for one in devices(connection)}
    sql = "UPDATE device SET name = ?, member_id = ?, app_version = ? WHERE id = ?"
    for device, name, member, version in laptops:
        one = known.get(device)
        said = (name, member, version or (one and one.app_version))
        if one is not None and said != (one.name, one.member, one.app_version):
            run(connection, sql, (*said, device))


def last_news(connection: Connection) -> str | None:
    """When anything of another laptop came here last."""
    return value(connection, "SELECT max(came_at) FROM deed")


def member_names(connection: Connection) -> dict[str, str]:
    """What our people are called, by id."""
    return dict(rows(connection, "SELECT id, name FROM member"))


def member_name(connection: Connection, member: str) -> str | None:
    """What one of our people is called."""
    return value(connection, "SELECT name FROM member WHERE id = ?", (member,))


def members_called(connection: Connection, name: str) -> list[str]:
    """The ids of our people with exactly this name, capitals aside."""
    found = rows(connection, "SELECT id, name FROM member ORDER BY created_at, id")
    return [member for member, called in found if called.casefold() == name.casefold()]


def steps_of(connection: Connection, devices: Iterable[DeviceId]) -> list[int]:
    """The steps that were done under these numbers, the latest first."""
    found: list[int] = []
    for device in devices:
        sql = "SELECT step FROM deed WHERE device = ?"
        found += values(connection, sql, (device,))
    return sorted(found, reverse=True)


def how_many_parked(connection: Connection) -> int:
    """How many records are here of which this version does not understand everything."""
    return value(connection, "SELECT count(*) FROM parked")
