"""Whether this laptop is in a team at all: asked at every start, so it loads none of the ciphers."""

from sponsor_app.services import Services
from sponsor_app.store.sharing import kept


def shares(app: Services) -> bool:
    """Whether there is a team to keep in step with, or to wait for."""
    with app.store.read() as connection:
        return kept.team(connection) is not None
