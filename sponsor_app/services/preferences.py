"""What this laptop remembers about how somebody likes a screen: sorting, filters, columns."""

from sponsor_app.services import Services
from sponsor_app.store.queries import policy

PREFIX = "ui."


def get(app: Services, key: str) -> str | None:
    """What was kept under a key, or None."""
    with app.store.read() as connection:
        return policy.read_setting(connection, PREFIX + key)


def put(app: Services, key: str, value: str) -> None:
    """Keep a text under a key, on this laptop only."""
    with app.store.write_local() as connection:
        policy.write_setting(connection, PREFIX + key, value)
