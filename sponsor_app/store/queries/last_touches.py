"""The last touch of every clock: from the derived standings or, for a day gone by, from the interactions."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from sponsor_app.domain.clocks import LastTouch
from sponsor_app.domain.ids import InteractionId
from sponsor_app.domain.interaction import Kind
from sponsor_app.store import standings
from sponsor_app.store.models import faced, standing
from sponsor_app.store.queries.as_stored import as_stored, day_of
from sponsor_app.store.queries.choices import by_value

Touched = tuple[LastTouch | None, LastTouch | None, LastTouch | None]
NEVER: Touched = (None, None, None)
IN_FORCE = "s.starts_on <= ? AND (s.ends_on IS NULL OR s.ends_on > ?)"


class LastTouches:
    """What restarted the clocks of all accounts (or of those asked for), as of a day; read once, kept compact.

    `standings` says of an account who touched it, without an ask and on their turf; `faced` of an account and the
    member who owned it when they last met, unless nobody wants it; `past` whether more is known than on that day.
    """

    def __init__(
        self,
        connection: Connection,
        today: date,
        only: Sequence[str] | None = None,
        *,
        faces: bool = True,
    ) -> None:
        self._connection = connection
        self._kinds = by_value(Kind)
        self._made: dict[str, LastTouch] = {}
        self.past = is_past(connection, today)
        read = (self._standings_of, self._faced_on) if self.past else None
        of_accounts, of_owners = read or (self._standings, self._faced)
        self.standings: dict[str, Touched] = dict(of_accounts(today, only))
        self.faced: dict[tuple[str, str | None], LastTouch | None] = (
            dict(of_owners(today, only)) if faces else {}
        )

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
        return self._touch(*standings.unpacked(packed))

    def _ask(self, sql: str, *parameters: str) -> Iterator[tuple[Any, ...]]:
        return as_stored(self._connection.exec_driver_sql(sql, parameters))

    def _standings(self, _today: date, only: Sequence[str] | None) -> Iterator[tuple[str, Touched]]:
        where, parameters = _only("account_id", only)
        for row in self._ask(f"SELECT * FROM {standing.name} WHERE {where}", *parameters):
            yield row[0], (self._touch(*row[1:4]), self._touch(*row[4:7]), self._touch(*row[7:]))

    def _standings_of(self, day: date, only: Sequence[str] | None) -> Iterator[tuple[str, Touched]]:
        where, parameters = _only("i.account_id", only)
        sql = standings.standing_sql(f"{standings.until(day)} AND {where}")
        for account_id, *packed in self._ask(sql, *parameters):
            touch, unselling, turf = map(self._unpack, packed)
            yield account_id, (touch, unselling, turf)

    def _faced(
        self, today: date, only: Sequence[str] | None
    ) -> Iterator[tuple[tuple[str, str], LastTouch | None]]:
        """Only of the members who own the account today: nobody asks for others."""
        where, parameters = _only("s.account_id", only)
        day = today.isoformat()
        sql = (
            "SELECT f.account_id, f.member_id, f.last_on, f.last_id, f.last_kind FROM sponsorship s"
            f" JOIN {faced.name} f ON f.account_id = s.account_id AND f.member_id = s.member_id"
            f" WHERE {IN_FORCE} AND {where}"
        )
        for account_id, who, *touch in self._ask(sql, day, day, *parameters):
            yield (account_id, who), self._touch(*touch)

    def _faced_on(
        self, day: date, only: Sequence[str] | None
    ) -> Iterator[tuple[tuple[str, str], LastTouch | None]]:
        """Likewise; backwards through the touches of each account until one is theirs."""
        where, parameters = _only("s.account_id", only)
        packed = "i.happened_on || i.id || i.kind"
        sql = (
            f"SELECT s.account_id, s.member_id, (SELECT {packed} FROM interaction i"
            " WHERE i.account_id = s.account_id AND i.state = 'held' AND i.happened_on <= ?"
            f" AND {standings.FACE_TO_FACE} AND EXISTS (SELECT 1 FROM attendance t"
            " WHERE t.interaction_id = i.id AND t.member_id = s.member_id)"
            " ORDER BY i.happened_on DESC, i.id DESC LIMIT 1)"
            f" FROM sponsorship s WHERE {IN_FORCE} AND {where}"
        )
        on = day.isoformat()
        for account_id, who, touch in self._ask(sql, on, on, on, *parameters):
            yield (account_id, who), self._unpack(touch)


def is_past(connection: Connection, today: date) -> bool:
    """Whether anything was held after `today`, so that the standings know too much."""
    query = select(func.max(standing.c.touch_on))
    latest = connection.execute(query).scalar()
    return latest is not None and latest > today


def _only(column: str, only: Sequence[str] | None) -> tuple[str, tuple[str, ...]]:
    """A condition on some accounts with its parameters, or one that is always true."""
    if only is None:
        return "1", ()
    return f"{column} IN ({', '.join('?' * len(only))})", tuple(only)
