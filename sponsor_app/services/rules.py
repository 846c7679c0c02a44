"""The team's own numbers: look at them, change one."""

from dataclasses import dataclass

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.ids import link_id
from sponsor_app.domain.rules import check_policy, defaults
from sponsor_app.services import Services
from sponsor_app.store.models import policy
from sponsor_app.store.queries.policy import policy_values
from sponsor_app.store.store import changes_of


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule: its key, the number in force, and the program's own."""

    key: str
    value: int
    default: int


def listed(app: Services) -> list[RuleRow]:
    """Every rule, in the order of the program's defaults."""
    with app.store.read() as connection:
        own = policy_values(connection)
    return [
        RuleRow(key, int(own[key]) if own.get(key, "").isdecimal() else number, number)
        for key, number in defaults().items()
    ]


def change(app: Services, key: str, text: str) -> Changes:
    """Set one rule for the whole team; refuses an unknown rule and a number that cannot work."""
    check_policy(key, text.strip())
    with app.store.write(f"Changed the rule {key} to {text.strip()}") as writer:
        writer.link(policy, link_id("policy", key), key=key, value=text.strip())
    return changes_of(writer)
