"""One sync with a server: take in what is there, stop when nothing is missing, else put it there and read it back."""

import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.sync_status import Handed, SyncStatus
from sponsor_app.sync.envelope.findings import NewerFormat
from sponsor_app.sync.envelope.limits import READER
from sponsor_app.sync.file_hub.hub import Outcome
from sponsor_app.sync.file_hub.laptop import Joined
from sponsor_app.sync.file_hub.memory import Memory, status
from sponsor_app.sync.file_hub.pace import Pace, Tell
from sponsor_app.sync.file_hub.reading import nobody
from sponsor_app.sync.sql_hub.fetching import Fetching, Seen
from sponsor_app.sync.sql_hub.laptop import Laptop
from sponsor_app.sync.sql_hub.limits import (
    COMPARE_EVERY,
    LISTEN_FROM,
    LISTEN_TO,
    PATIENCE,
    POLL_FROM,
    POLL_TO,
    RETRY_PAUSES,
    SKEW,
    STAGGER,
)
from sponsor_app.sync.sql_hub.place import Place
from sponsor_app.sync.sql_hub.putting import put, read_back, records_of
from sponsor_app.sync.sql_hub.rows import Rows
from sponsor_app.sync.sql_hub.troubles import Code, HinderedError, hindered, no_password, trouble

if TYPE_CHECKING:
    from sponsor_app.sync.sql_hub.session import Session

Password = Callable[[], str | None]
"""Asks the key store; None when it has none. May raise a SponsorError, and take its time."""


@dataclass
class _Run:
    """One sync while it goes on; `read` is whether all that is there was taken in, `asks` the reader its rows need."""

    memory: Memory
    tell: Tell
    asks: int = 0
    learnt: int = 0
    said: list[str] = field(default_factory=list[str])
    read: bool = False
    wrote: bool = False

    def say(self, *sentences: str) -> None:
        self.said += [one for one in dict.fromkeys(sentences) if one not in self.said]


class SqlHub:
    """The server of one place, for one laptop. Not for two threads at once, but for `wake`."""

    def __init__(
        self,
        place: Place,
        laptop: Laptop,
        password: Password,
        pace: Pace,
        patience: float = PATIENCE,
    ) -> None:
        self._place = place
        self._laptop = laptop
        self._password = password
        self._pace = pace
        self._patience = patience
        self._session: Session | None = None
        self._seen = Seen()
        self._compared_at = 0.0
        self._looked_at: float | None = None
        self._inner, self._outer = socket.socketpair()
        self._inner.setblocking(False)
        self._outer.setblocking(False)

    # --- as a file hub does ------------------------------------------------------------------

    def sync(self, memory: Memory, tell: Tell = nobody) -> Outcome:
        """Take in what is there and put there what is missing. Raises StoppedError only; every fault is in the outcome."""
        run = _Run(memory, tell)
        try:
            for pause in (*RETRY_PAUSES, None):
                try:
                    self._round(run)
                    break
                except HinderedError as error:
                    self._let_go(error)
                    if pause is None or not error.passing:
                        self._hinder(run, error)
                        break
                    self._pace.pause(pause * (0.5 + self._pace.draw()))
        except BaseException:
            self._drop()
            raise
        shown = self.status(run.memory)
        return Outcome(run.memory, shown, run.learnt, tuple(run.said), run.wrote)

    def poll(self, memory: Memory) -> Outcome | None:
        """Sync if there is a reason to; None when all is as it was."""
        return self.sync(memory) if self._due(memory) else None

    def next_poll(self) -> float:
        """Seconds to wait before the next poll: long, where the server says by itself that there is something."""
        tells = self._session is not None and self._session.proven
        first, last = (LISTEN_FROM, LISTEN_TO) if tells else (POLL_FROM, POLL_TO)
        return first + (last - first) * self._pace.draw()

    def status(self, memory: Memory) -> SyncStatus:
        """What may be said now, without looking."""
        shown = status(memory, self._laptop.written(), cloud=False)
        return replace(shown, to="server") if isinstance(shown, Handed) else shown

    # --- what only a server can ---------------------------------------------------------------

    def wait(self, seconds: float) -> None:
        """Return when others put something, when `wake` is called, or after `seconds`; then poll."""
        try:
            if self._session is not None and self._session.listening:
                self._session.wait(seconds, self._inner)
                if self._session.told:
                    self._pace.pause(STAGGER * self._pace.draw())
            else:
                self._inner.settimeout(seconds)
                with suppress(TimeoutError):
                    self._inner.recv(1, socket.MSG_PEEK)
        except HinderedError as error:
            self._let_go(error)
        finally:
            self._inner.setblocking(False)
            with suppress(BlockingIOError):
                self._inner.recv(4096)

    def wake(self) -> None:
        """End a wait at once, from any thread."""
        with suppress(OSError):  # full: it is being woken already
            self._outer.send(b"!")

    def close(self) -> None:
        """Let the server go; a hub that was closed is not used again."""
        self._drop()
        self._inner.close()
        self._outer.close()

    # --- the steps ---------------------------------------------------------------------------

    def _round(self, run: _Run) -> None:
        """Take in, put there, once."""
        rows = self._rows(run)
        joined = self._take_in(run, rows)
        if not joined.lacks:
            return
        if not joined.writable:
            raise hindered(Code.NOT_WRITABLE)
        pieces = self._laptop.compose(self._seen.there)
        records = records_of(pieces.records)
        if run.asks < READER:
            rows.begin(READER)
        put(rows, records)
        run.wrote = True
        run.memory = run.memory.handed_over(pieces.upto, self._pace.now(), None)
        if not read_back(rows, records):
            raise hindered(Code.NOT_KEPT)
        run.memory = run.memory.read_back(pieces.upto, self._pace.now())
        self._seen.there.update(record.hash for record in records)
        rows.session.tell(self._channel)

    def _take_in(self, run: _Run, rows: Rows) -> Joined:
        if self._pace.ticks() - self._compared_at >= COMPARE_EVERY:
            self._seen.compared = False
        run.asks = self._admitted(run, rows)
        fetching = Fetching(rows, self._laptop, self._seen, run.tell)
        if not self._seen.compared:
            self._compared_at = self._pace.ticks()
        try:
            joined = fetching.everything()
        finally:
            run.learnt += fetching.learnt
            run.say(*fetching.said)
        if run.asks > READER:
            run.say(NewerFormat(run.asks).said(bytes.hex))
            joined = replace(joined, writable=False)
        run.memory = run.memory.read(joined, self._pace.now(), "", part=False)
        run.read = True
        self._looked_at = self._pace.ticks()
        return joined

    def _admitted(self, run: _Run, rows: Rows) -> int:
        """The version of the program the team's rows ask for, 0 without any; refuses a database that others use."""
        asks = rows.min_reader()
        if asks:
            return asks
        if run.memory.seen:
            run.say(
                "The server holds nothing of this team any more. Nothing was deleted here; it is put back."
            )
        elif not self._place.beside_others and rows.others():
            raise hindered(Code.OTHER_TEAM)
        return 0

    # --- the connection ----------------------------------------------------------------------

    def _rows(self, run: _Run) -> Rows:
        session = self._session
        fresh = session is None
        if session is None:
            self._session = session = self._connect()
            session.listen(self._channel)
        rows = Rows(session, self._laptop.file_id())
        if fresh:
            ahead = self._pace.now().timestamp() - rows.time()
            if abs(ahead) > SKEW:
                run.say(_skewed(ahead))
        return rows

    def _connect(self) -> "Session":
        try:
            password = self._password()
        except SponsorError as error:
            raise no_password(error) from error
        if password is None:
            raise hindered(Code.NO_PASSWORD)
        try:
            from sponsor_app.sync.sql_hub.session import connect  # noqa: PLC0415 - the driver, 110 ms
        except ImportError as error:
            raise hindered(Code.NO_DRIVER) from error
        return connect(self._place, password, self._pace, self._patience)

    def _let_go(self, error: HinderedError) -> None:
        """After a fault: keep a connection that only refused, drop one that broke or hangs."""
        if error.passing or error.trouble.code == Code.HANGS:
            self._drop()

    def _drop(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None

    @property
    def _channel(self) -> str:
        return f"sponsor_{self._laptop.file_id().hex()}"

    # --- around them -------------------------------------------------------------------------

    def _hinder(self, run: _Run, error: HinderedError) -> None:
        why = error.trouble
        if why.code == Code.NOT_WRITABLE:
            why = trouble(Code.NOT_WRITABLE, " ".join(run.said))
        if run.read:
            run.memory = run.memory.hindered(why)
        else:
            run.memory = run.memory.unreachable(why, self._pace.now())

    def _due(self, memory: Memory) -> bool:
        """Whether there is anything to send, to confirm or to fetch."""
        waits = self._laptop.written() > memory.shown or memory.published > memory.acknowledged
        session = self._session
        if waits or memory.trouble or session is None or self._looked_at is None:
            return True
        try:
            heard = session.heard()
        except HinderedError as error:
            self._let_go(error)
            return True
        rest = LISTEN_FROM if session.proven else POLL_FROM
        return heard or self._pace.ticks() - self._looked_at >= rest


def _skewed(ahead: float) -> str:
    """For a person: how far this laptop's clock is from the server's."""
    minutes = int(abs(ahead) / 60)
    days, hours = minutes // 1440, minutes // 60
    much = f"{days} days" if days > 1 else f"{hours} hours" if hours > 1 else f"{minutes} minutes"
    way = "ahead of" if ahead > 0 else "behind"
    return f"This laptop's clock is {much} {way} the server's. Everything was synced all the same."
