"""A laptop as a hub meets it: its store and its team behind the five questions of `file_hub.laptop.Laptop`."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from sponsor_app.domain.changes import Topic
from sponsor_app.domain.merged import Clash, HeldError
from sponsor_app.services import Services
from sponsor_app.services.sharing import saying
from sponsor_app.services.sharing.bases import stranded
from sponsor_app.services.sharing.duties import do_duties
from sponsor_app.services.sharing.putting import BASE_DUE, base_is_due, put, put_records, unsealed
from sponsor_app.services.sharing.rereading import Read, read_anew, read_on
from sponsor_app.services.sharing.standing import (
    Holdings,
    Standing,
    holdings,
    opened,
    required,
    with_team,
)
from sponsor_app.services.sharing.taking import Manner, Received, take, take_team
from sponsor_app.store.sharing import kept, outgoing
from sponsor_app.store.sharing.absorb import Taken
from sponsor_app.store.sharing.kept import Connection
from sponsor_app.sync.changes import DIGEST_BYTES, digest
from sponsor_app.sync.envelope.chains import Known
from sponsor_app.sync.envelope.epochs import Head
from sponsor_app.sync.envelope.findings import Cut, Damaged, Finding, Lost, Refused, TooMuch, lost
from sponsor_app.sync.envelope.limits import FORMAT, READER
from sponsor_app.sync.envelope.reading import Reading, read
from sponsor_app.sync.envelope.records import FileHeader, Kind, file_header
from sponsor_app.sync.envelope.refusals import Reason
from sponsor_app.sync.file_hub.laptop import Composed, Joined, Whose

ANOMALIES, SETTLED_FOR = "digest_anomalies", "digest_settled_for"
"""Settings: how often two laptops that knew equally far knew different things, and for which digest a base was made."""
SPOILT = (Damaged, Cut, TooMuch)
"""Findings of damage."""


@dataclass
class Tally:
    """What came of one sync, beside what the hub says: for the report."""

    topics: set[Topic] = field(default_factory=set[Topic])
    pulled: int = 0
    records: int = 0
    pushed: int = 0
    healed: int = 0
    copies: set[str] = field(default_factory=set[str])
    clashes: list[tuple[str, Clash]] = field(default_factory=list[tuple[str, Clash]])
    alarms: list[str] = field(default_factory=list[str])
    size: int = 0
    held: HeldError | None = None

    def alarm(self, sentences: Iterable[str]) -> None:
        """Remember what a person should hear, each sentence once."""
        self.alarms += [one for one in dict.fromkeys(sentences) if one not in self.alarms]


@dataclass
class SharedLaptop:
    """What `sync.file_hub` and `sync.sql_hub` ask; one for each sync or watch, not for two threads at once.

    `reached` is how far each writer was in the file when it was read last, so that a rollback is noticed.
    """

    app: Services
    confirmed: bool = False
    leaving: bool = False
    reached: Mapping[bytes, int] = field(default_factory=dict[bytes, int])
    tally: Tally = field(default_factory=Tally)
    _read: Read | None = None
    _joined: bytes | None = None
    _file_id: bytes | None = None

    def begin(self) -> None:
        """Another sync begins: nothing is counted yet, and the team is asked for anew."""
        self.tally, self._file_id = Tally(), None

    # --- what the hub asks -------------------------------------------------------------------

    def recognises(self, head: bytes) -> Whose:
        """Whose file begins so."""
        header = file_header(head)
        if header is None:
            return Whose.UNKNOWN
        if self._file_id is None:
            self._file_id = self._standing().kept.file_id
        return Whose.OURS if header.file_id == self._file_id else Whose.OTHER_TEAM

    def claims(self, content: bytes) -> bool:
        """Whether anything in it is sealed by this team, although its beginning does not say so."""
        standing = self._standing()
        nothing = Holdings((), {}, {})
        return bool(
            self._reading(_with_header(content, standing), standing, nothing)[1].reading.present
        )

    def join(self, content: bytes, beside: str = "") -> Joined:
        """Take in all that is believable."""
        with self.app.store.read() as connection:
            standing, held = required(connection), holdings(connection)
        ours = self.recognises(content) is Whose.OURS
        whole = content if ours else _with_header(content, standing)
        before = frozenset(standing.team.tip.roster if standing.team.trunk else ())
        standing, found = self._reading(whole, standing, held)
        reading = found.reading
        if not reading.team.trunk:
            return Joined(0, lacks=False, shows=0, writable=False)
        received = self._take(standing, reading)
        if beside:
            self.tally.copies.add(beside)
        else:
            self._read, self._joined = found, content
            self.tally.size = len(content)
            self._compare(standing, reading, whole)
        return self._judged(
            replace(reading, findings=_without_farewell(reading, before)), received, beside
        )

    def compose(self, found: bytes | None) -> Composed:
        """The file with everything held here put back."""
        if found is not None and self._joined is not found:
            self.join(found)
        made = put(self.app, None if found is None else self._read)
        self.tally.pushed += made.sealed
        self.tally.size = len(made.content)
        return Composed(made.content, made.upto)

    def written(self) -> int:
        """The clock of this laptop's last own deed."""
        with self.app.store.read() as connection:
            return _written(connection)

    # --- records without a file, for a server ------------------------------------------------

    def join_records(self, records: Iterable[bytes], there: Collection[bytes]) -> Joined:
        """Take in what is believable of these; `there` are the hashes of all that the server holds."""
        with self.app.store.read() as connection:
            standing, held = required(connection), holdings(connection)
            cards = [one.hash for one in held.records if one.kind == Kind.CARD]
            asked = kept.contents(connection, cards)
        content = _with_header(b"".join([*records, *asked]), standing)
        standing, found = self._reading(content, standing, held)
        reading = found.reading
        if not reading.team.trunk:
            return Joined(0, lacks=False, shows=0, writable=False)
        received = self._take(standing, reading)
        findings = tuple(one for one in reading.findings if not isinstance(one, Cut))
        reading = replace(reading, findings=findings, present=frozenset(there))
        return self._judged(reading, received, "", whole=False)

    def compose_records(self, there: Collection[bytes]) -> tuple[list[bytes], int]:
        """Everything held that the server lacks, and the clock of my last own deed in it."""
        made = put_records(self.app, there)
        self.tally.pushed += made.sealed
        self.tally.size += sum(map(len, made.records))
        return made.records, made.upto

    # --- reading -----------------------------------------------------------------------------

    def _standing(self) -> Standing:
        with self.app.store.read() as connection:
            return required(connection)

    def _reading(self, content: bytes, standing: Standing, held: Holdings) -> tuple[Standing, Read]:
        """A reading with my own keys, or with the code's while these do not open the team yet."""
        if standing.waits:
            states = (one.record for one in standing.team.epochs.values())
            mine = opened(standing.kept._replace(code=None), states)
            found = read_anew(content, mine, held)
            if found.reading.team.trunk and mine.own.id in found.reading.team.tip.roster:
                return with_team(mine, found.reading.team), found
        found = read_on(self._read, content, standing, held)
        team = found.reading.team
        return (with_team(standing, team) if team.trunk else standing), found

    def _take(self, standing: Standing, reading: Reading, *, everything: bool = False) -> Received:
        manner = Manner(everything=everything, confirmed=self.confirmed)
        try:
            received = take(self.app, standing, reading, manner)
        except HeldError as held:
            self.tally.held = held
            return Received(Taken(), take_team(self.app, reading))
        taken = received.taken
        self.tally.topics |= taken.topics
        self.tally.pulled += taken.deeds
        self.tally.records += taken.shown
        self.tally.clashes += taken.clashes
        return received

    def _compare(self, standing: Standing, reading: Reading, content: bytes) -> None:
        """Whoever wrote the file knew as far as I do and something else: look at all of it, then let a base settle it."""
        differs = self._differs(standing, reading)
        if not differs:
            return
        everything = read(content, reading.team, standing.reads, Known())
        self._take(standing, everything, everything=True)
        if not self._differs(standing, reading):
            return
        trailer = reading.trailer.digest.hex() if reading.trailer else ""
        with self.app.store.write_local() as connection:
            if outgoing.setting(connection, SETTLED_FOR) == trailer:
                return
            count = int(outgoing.setting(connection, ANOMALIES) or 0)
            outgoing.set_setting(connection, ANOMALIES, str(count + 1))
            outgoing.set_setting(connection, SETTLED_FOR, trailer)
            outgoing.set_setting(connection, BASE_DUE, "1")

    def _differs(self, standing: Standing, reading: Reading) -> bool:
        trailer, frozen = reading.trailer, reading.team.tip.frozen
        if trailer is None or len(trailer.digest) != DIGEST_BYTES:
            return False
        if not standing.writes or self.tally.held:
            return False
        with self.app.store.write_local() as connection:
            held = holdings(connection)
            if held.open or unsealed(connection):
                return False
            if _cut(trailer.vector, frozen) != _cut(held.vector, frozen):
                return False
            return int.from_bytes(trailer.digest, "big") != outgoing.digest(connection, digest)

    # --- judging -----------------------------------------------------------------------------

    def _judged(
        self, reading: Reading, received: Received, beside: str, *, whole: bool = True
    ) -> Joined:
        """What to tell the hub; `whole` is for a file, in which everything has its place and an end."""
        with self.app.store.write_local() as connection:
            standing = with_team(required(connection), reading.team)
            if not beside:
                standing = do_duties(connection, standing, reading, self.app.now())
            held = holdings(connection)
            stray = stranded(connection, held, standing.team)
            if stray:
                outgoing.set_setting(connection, BASE_DUE, "1")
            mine_out, written = unsealed(connection), _written(connection)
            due = standing.writes and base_is_due(connection, held)
            gone = self._rollback(held, reading, whole=whole and not beside)
            findings, names = [*reading.findings, *gone], saying.names(connection, standing)
            sentences = saying.sentences(
                findings, received, self.tally.held, names, waits=standing.waits
            )
        missing = _is_missing(held, reading, whole=whole)
        states = {e.id for e in standing.team.epochs.values()} | standing.team.closed.keys()
        spoilt = whole and (reading.trailer is None or any(map(_is_damage, findings)))
        self.tally.healed += sum(isinstance(one, Lost) or _is_damage(one) for one in findings)
        shows, known = _shown(held, reading, standing.own.id, reading.present - stray)
        if standing.writes and not missing and not mine_out and not stray:
            shows = max(shows, written)
        self.tally.alarm(sentences)
        return Joined(
            received.fresh,
            lacks=missing or mine_out or due or spoilt or not states <= reading.present,
            shows=0 if standing.waits else shows,
            known=known,
            said=tuple(sentences),
            writable=self.leaving or (reading.writable and (standing.writes or standing.waits)),
        )

    def _rollback(self, held: Holdings, reading: Reading, *, whole: bool) -> list[Lost]:
        if not whole or self.tally.held:
            return []
        now = _in_file(held, reading)
        gone = lost(self.reached, now)
        self.reached = now
        return [gone] if gone else []


def _is_missing(held: Holdings, reading: Reading, *, whole: bool) -> bool:
    """Whether the place lacks anything that is held; where bases are not taken apart, their pieces are not looked for."""
    away = held.hashes - reading.present
    return bool(away) and any(
        one.hash in away for one in held.records if whole or one.kind != Kind.CHUNK
    )


def _written(connection: Connection) -> int:
    """The clock of my last own deed; what was sealed before a backup was put back counts too."""
    return max(kept.written(connection), kept.upto(connection))


def _is_damage(one: Finding) -> bool:
    """Whether the file should be written anew because of this, even if nothing is missing in it."""
    return isinstance(one, SPOILT) or (isinstance(one, Refused) and one.reason is Reason.SIGNATURE)


def _without_farewell(reading: Reading, before: frozenset[bytes]) -> tuple[Finding, ...]:
    """The findings, but those that only show that an admin took their own laptop out and wrote the file last."""
    tip = reading.team.tip
    if tip.signer not in before or tip.signer in tip.roster:
        return reading.findings
    end = Refused(Reason.REMOVED, tip.signer, 1, 0)
    return tuple(
        one
        for one in reading.findings
        if one != Cut(None, one.found if isinstance(one, Cut) else 0)
        and not (isinstance(one, Refused) and replace(one, at=0) == end)
    )


def _with_header(content: bytes, standing: Standing) -> bytes:
    """The bytes behind a header of ours, so that what is whole in them is found."""
    return FileHeader(FORMAT, READER, standing.kept.file_id).packed() + content


def _cut(vector: Mapping[bytes, Head], frozen: Mapping[bytes, Head]) -> dict[bytes, Head]:
    """A vector as far as laptops that left count."""
    return {
        w: min(head, frozen.get(w, head)) for w, head in vector.items() if frozen.get(w, head)[0]
    }


def _in_file(held: Holdings, reading: Reading) -> dict[bytes, int]:
    """How far each writer is in the file."""
    reach: dict[bytes, int] = {}
    for base, vector in held.bases.items():
        if base in reading.present:
            for writer, head in vector.items():
                reach[writer] = max(head.sequence, reach.get(writer, 0))
    for one in held.frames:
        if one.hash in reading.present:
            reach[one.writer] = max(one.number, reach.get(one.writer, 0))
    return reach


def _shown(
    held: Holdings, reading: Reading, me: bytes, there: Collection[bytes]
) -> tuple[int, int]:
    """Up to which of my clocks the file holds all I did, and up to which somebody else's writing proves they have it."""
    trailer = reading.trailer
    heard = trailer.vector.get(me) if trailer and trailer.writer != me else None
    shows = known = 0
    mine = [one for one in held.records if one.upto is not None]
    for one in sorted(mine, key=lambda one: one.upto or 0):
        if one.hash not in there:
            break
        shows = one.upto or 0
        if one.kind == Kind.BASE:
            proven = trailer is not None and trailer.writer != me
        else:
            proven = heard is not None and one.number <= heard.sequence
        known = shows if proven else known
    return shows, known
