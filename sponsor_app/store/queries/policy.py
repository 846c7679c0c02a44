"""The team's rules and this laptop's settings."""

from sqlalchemy import Connection, select

from sponsor_app.domain.rules import Rules, from_policy
from sponsor_app.store.models import policy, setting


def rules(connection: Connection) -> Rules:
    """The team's numbers over the defaults."""
    return from_policy(policy_values(connection))


def policy_values(connection: Connection) -> dict[str, str]:
    """What the team has decided for itself, by key."""
    found = connection.execute(select(policy.c.key, policy.c.value))
    return {row.key: row.value for row in found}


def read_setting(connection: Connection, key: str) -> str | None:
    """A setting of this laptop."""
    return connection.execute(select(setting.c.value).where(setting.c.key == key)).scalar()


def write_setting(connection: Connection, key: str, value: str) -> None:
    """Keep a setting of this laptop."""
    sql = "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)"
    connection.exec_driver_sql(sql, (key, value))
