"""What this person put off, kept among the settings of this laptop: nobody else's list is shortened by it."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, select

from sponsor_app.domain.putting_off import PutOff
from sponsor_app.store.models import setting
from sponsor_app.store.queries import policy

PREFIX = "put_off."


def put_off(connection: Connection) -> Mapping[str, PutOff]:
    """Everything that was put off, by record; what is over is among it."""
    query = select(setting.c.key, setting.c.value).where(setting.c.key.like(f"{PREFIX}%"))
    found: dict[str, PutOff] = {}
    for key, value in connection.execute(query).all():
        until, _, was = value.partition(" ")
        found[key.removeprefix(PREFIX)] = PutOff(date.fromisoformat(until), was)
    return found


def keep(connection: Connection, record_id: str, one: PutOff, today: date) -> None:
    """Put a record off; what is over is forgotten."""
    for known, old in put_off(connection).items():
        if old.until <= today:
            forget(connection, known)
    policy.write_setting(connection, PREFIX + record_id, f"{one.until.isoformat()} {one.was}")


def forget(connection: Connection, record_id: str) -> None:
    """Show a record again."""
    connection.execute(setting.delete().where(setting.c.key == PREFIX + record_id))
