"""What everything made up has in common: the day, the team, the days that count as long past."""

from dataclasses import dataclass
from datetime import date, timedelta

from sponsor_app.services.demo.accounts import Account
from sponsor_app.services.demo.team import Colleague, Team

SETTLED = 4
"""What lies this many days back or more was brought in at once; what is newer, people logged step by step."""

BEGUN = 21
"""How many days ago the team began with the program."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The team on one day."""

    team: Team
    today: date

    @property
    def settled(self) -> date:
        """The last day of what was brought in at once."""
        return self.back(SETTLED)

    def back(self, days: int) -> date:
        """A day gone by."""
        return self.today - timedelta(days=days)

    def ours(self, account: Account, key: str) -> Colleague:
        """The colleague whom a planted account names."""
        if key == "lead" and account.lead:
            return account.lead
        return self.team.by_key(key)

    def anyone(self, account: Account, key: str) -> str:
        """The id of one of theirs or one of ours."""
        person = next((one for one in account.people if one.key == key), None)
        return person.id if person else self.ours(account, key).id
