"""What everything made up has in common: the day, the team, the days that count as long past."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sponsor_app.services.demo.accounts import Account
from sponsor_app.services.demo.team import Colleague, Team

SETTLED = 6
"""What lies this many days back or more was brought in at once; what is newer, people logged step by step."""

SATURDAY = 5

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

    def workday(self, number: int) -> date:
        """Today, or the first, second.. working day before it."""
        day = self.today
        while number > 0:
            day -= timedelta(days=1)
            number -= day.weekday() < SATURDAY
        return day

    def ours(self, account: Account, key: str) -> Colleague:
        """The colleague whom a planted account names."""
        if key == "lead" and account.lead:
            return account.lead
        return self.team.by_key(key)

    def all_of(self, account: Account, keys: Iterable[str]) -> list[Colleague]:
        """Those colleagues, each once: in a very small team one stands in for many."""
        found = (self.ours(account, key) for key in keys)
        return list({one.id: one for one in found}.values())

    def anyone(self, account: Account, key: str) -> str:
        """The id of one of theirs or one of ours."""
        person = next((one for one in account.people if one.key == key), None)
        return person.id if person else self.ours(account, key).id
