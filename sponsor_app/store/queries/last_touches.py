"""Who touched whom last, on every clock: from the derived tables or, for a day gone by, from the interactions."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection

from sponsor_app.domain.clocks import Clocks, LastTouch
from sponsor_app.domain.ids import InteractionId
from sponsor_app.domain.interaction import Intent, Kind
from sponsor_app.store.models import faced
from sponsor_app.store.queries.as_stored import as_stored, day_of
from sponsor_app.store.queries.choices import by_value
from sponsor_app.store.standings import FACE_TO_FACE, NON_SELLING, THEIR_TURF

NEVER = Clocks()
IN_FORCE = "s.starts_on <= :day AND (s.ends_on IS NULL OR s.ends_on > :day)"
HERE = "(c.left_on IS NULL OR c.left_on > :day)"
HELD = "i.state = 'held' AND i.happened_on <= :day"
PACKED = "i.happened_on || i.id || i.kind || '|' || coalesce(i.intent, '')"
"""A touch as text that sorts by day (10) and id (36), then its kind and, behind a bar, its intent."""

CLOCKS = ", ".join(
    (
        f"max({PACKED})",
        *(f"max(CASE WHEN {only} THEN {PACKED} END)" for only in (NON_SELLING, THEIR_TURF)),
    )
).replace("i.", "one.")
FACED = (
    f"(SELECT group_concat(s.member_id || (SELECT {PACKED} FROM interaction i"
    f" WHERE i.account_id = s.account_id AND {HELD} AND {FACE_TO_FACE}"
    " AND EXISTS (SELECT 1 FROM attendance t WHERE t.interaction_id = i.id AND t.member_id = s.member_id)"
    " ORDER BY i.happened_on DESC, i.id DESC LIMIT 1))"
    f" FROM sponsorship s WHERE s.account_id = one.account_id AND {IN_FORCE})"
)
"""The members (36) who own an account and met them, each with the touch, by commas."""

MET = (
    "SELECT group_concat(DISTINCT t.contact_id) FROM interaction i CROSS JOIN attendance t"
    f" WHERE i.account_id IS {{account}} AND {HELD} AND i.happened_on >= :live"
    " AND t.interaction_id = i.id AND t.contact_id > ''"
)
"""The contacts touched since a day, in one account's interactions; or in those of no account."""

TOUCHED_SINCE = "SELECT account_id FROM standing WHERE touch_on > :day"


class LastTouches:
    """What restarted the clocks of all accounts (or of those asked for), as of a day; read once, kept compact.

    `standings` says of an account who touched it, without an ask and on their turf, not face to face; `asking` which of these asked for
    something. With a day in `live` also: `faced` of an account and the member who owned it when they last met, and
    `live` how many contacts of an account were touched since that day and had not left.
    """

    def __init__(
        self,
        connection: Connection,
        today: date,
        only: Sequence[str] | None = None,
        live: date | None = None,
    ) -> None:
        self._connection = connection
        self._kinds = by_value(Kind)
        self._made: dict[str, LastTouch] = {}
        self._only = {f"only{at}": one for at, one in enumerate(only or ())}
        self._all = only is None
        self._days = {"day": today.isoformat(), "live": live.isoformat() if live else ""}
        self.standings: dict[str, Clocks] = {}
        self.asking: set[InteractionId] = set()
        self.faced: dict[tuple[str, str | None], LastTouch | None] = {}
        self.live: dict[str, int] = {}
        if self._is_past():
            self._read_then(wide=live is not None)
        else:
            self._read_now(wide=live is not None)

    def _read_kept(self) -> None:
        """Of accounts that nobody has touched since, from the derived table, which a write keeps up to date."""
        kept = f"SELECT * FROM standing WHERE touch_on <= :day AND {self._among('account_id')}"
        for account_id, *row in self._ask(kept):
            touch, non_selling, turf = (self._touch(*row[at : at + 3]) for at in (0, 3, 6))
            self.standings[account_id] = Clocks(touch, None, non_selling, turf)
        self.asking = self._selling()

    def _read_now(self, *, wide: bool) -> None:
        """When nobody has been touched since."""
        self._read_kept()
        if not wide:
            return
        # Only of the members who own the account: nobody asks for others.
        owners = (
            "SELECT f.account_id, f.member_id, f.last_on, f.last_id, f.last_kind FROM sponsorship s"
            f" JOIN {faced.name} f ON f.account_id = s.account_id AND f.member_id = s.member_id"
            f" WHERE {IN_FORCE} AND {self._among('s.account_id')}"
        )
        for account_id, who, *touch in self._ask(owners):
            self.faced[account_id, who] = self._touch(*touch)
        live = (
            "SELECT c.account_id, count(*) FROM contact c JOIN met m ON m.contact_id = c.id"
            f" WHERE m.last_on >= :live AND {HERE} AND c.account_id IS NOT NULL"
            f" AND {self._among('c.account_id')} GROUP BY c.account_id"
        )
        self.live = dict(self._ask(live))

    def _read_then(self, *, wide: bool) -> None:
        """From the interactions, account by account: every page that is read again is deciphered again."""
        met = MET.format(account="one.account_id")
        asked, of = f"{CLOCKS}, {FACED}, ({met})", "> ''"
        if not wide:
            self._read_kept()
            asked, of = f"{CLOCKS}, NULL, NULL", f"IN ({TOUCHED_SINCE})"
        seen: set[str] = set()
        unpack = cache(self._unpack)  # one interaction often restarts several clocks
        sql = (
            f"SELECT one.account_id, {asked} FROM interaction one WHERE one.account_id {of}"
            " AND one.state = 'held' AND one.happened_on <= :day"
            f" AND {self._among('one.account_id')} GROUP BY one.account_id"
        )
        for account_id, touch, non_selling, turf, faces, people in self._ask(sql):
            last = Clocks(unpack(touch), None, unpack(non_selling), unpack(turf))
            self.standings[account_id] = last
            if touch.endswith(f"|{Intent.SELL}") and (non_selling or "")[:10] < touch[:10]:
                self.asking.add(InteractionId(touch[10:46]))
            for face in faces.split(",") if faces else ():
                self.faced[account_id, face[:36]] = unpack(face[36:])
            if people:
                seen.update(people.split(","))
        if wide:
            self.live = self._count(seen)

    def _count(self, seen: set[str]) -> dict[str, int]:
        """By account, how many contacts were among those seen, or met where no account was named, and had not left."""
        for (people,) in self._ask(MET.format(account="NULL")):
            seen.update((people or "").split(","))
        sql = f"SELECT c.account_id, c.id FROM contact c NOT INDEXED WHERE {HERE} AND c.account_id IS NOT NULL"
        return Counter([at for at, who in self._ask(sql) if who in seen])

    def _selling(self) -> set[InteractionId]:
        """Of these last touches those that asked, on a day on which nothing restarted the clock of no ask."""
        # `+i.id`, so that the index that the clocks use answers alone, and its pages are read in order.
        sql = (
            "SELECT s.touch_id FROM standing s CROSS JOIN interaction i ON i.account_id = s.account_id"
            " AND i.state = 'held' AND i.happened_on = s.touch_on AND +i.id = s.touch_id"
            f" WHERE i.intent = '{Intent.SELL}' AND s.touch_on <= :day AND {self._among('s.account_id')}"
            " AND (s.non_selling_on IS NULL OR s.non_selling_on < s.touch_on)"
        )
        return {InteractionId(row[0]) for row in self._ask(sql)}

    def _is_past(self) -> bool:
        """Whether anything was held after the day, so that the standings know too much."""
        later = f"{TOUCHED_SINCE} AND {self._among('account_id')} LIMIT 1"
        return next(self._ask(later), None) is not None

    def _touch(self, on: str | None, interaction: str | None, kind: str | None) -> LastTouch | None:
        """One interaction often restarts several clocks: it is made once."""
        if on is None or interaction is None:
            return None
        made = self._made.get(interaction)
        if made is None:
            what = self._kinds.get(kind, Kind.MEETING)
            made = self._made[interaction] = LastTouch(day_of(on), InteractionId(interaction), what)
        return made

    def _unpack(self, packed: str | None) -> LastTouch | None:
        if not packed:
            return None
        what = self._kinds.get(packed[46:].partition("|")[0], Kind.MEETING)
        return LastTouch(day_of(packed[:10]), InteractionId(packed[10:46]), what)

    def _among(self, column: str) -> str:
        """The condition on the accounts that were asked for."""
        return "1" if self._all else f"{column} IN ({', '.join(f':{name}' for name in self._only)})"

    def _ask(self, sql: str) -> Iterator[tuple[Any, ...]]:
        return as_stored(self._connection.exec_driver_sql(sql, {**self._days, **self._only}))
