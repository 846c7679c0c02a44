"""A believable team, made up from a seed: for looking around, for measuring and for tests."""

from collections.abc import Callable
from dataclasses import dataclass

from sponsor_app.domain.errors import InvalidError, RefusedError
from sponsor_app.services import Services

COUNTED = {
    "members": "member",
    "accounts": "account",
    "contacts": "contact",
    "sponsorships": "sponsorship",
    "interactions": "interaction",
    "issues": "issue",
    "promises": "commitment",
    "pulses": "pulse",
    "facts": "fact",
    "references": "reference",
    "events": "event",
    "reach_outs": "reach_out",
    "laptops": "device",
}


@dataclass(frozen=True, slots=True)
class Size:
    """How large a team to make up, and from which seed. Members include the one whose store it is."""

    seed: int = 1
    accounts: int = 48
    members: int = 18
    interactions: int = 900


def fill(app: Services, size: Size, progress: Callable[[str], None]) -> dict[str, int]:
    """Fill an empty store; returns counts by kind.

    The same seed, size and day make the same records, ids included. Refuses a store that holds more than its
    own member. Below some 60 interactions those of the hand-written accounts are there all the same.
    """
    _refuse_nonsense(size)
    _refuse_used(app)
    progress("Inventing people and accounts")
    from sponsor_app.services.demo.example import tell_example  # noqa: PLC0415 - 60 ms of words

    tell_example(app, size.seed, (size.accounts, size.members, size.interactions), progress)
    return _counts(app)


def _refuse_nonsense(size: Size) -> None:
    if size.members < 1 or size.accounts < 0 or size.interactions < 0:
        msg = "A team has at least one member, and no fewer than 0 accounts and interactions."
        raise InvalidError(msg, "Nothing was made up. Give larger numbers.")


def _refuse_used(app: Services) -> None:
    found = _counts(app)
    if found["members"] > 1 or any(
        found[kind] for kind in ("accounts", "contacts", "interactions")
    ):
        msg = (
            f"This store is in use: it holds {found['accounts']:,} accounts and {found['members']:,}"
            " members. Nothing was changed."
        )
        raise RefusedError(
            msg,
            "Make the example in a new profile.",
            "Make the example in a new profile: --profile DIR, init, then demo.",
        )


def _counts(app: Services) -> dict[str, int]:
    with app.store.read() as connection:
        return {
            kind: int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() or 0)
            for kind, table in COUNTED.items()
        }
