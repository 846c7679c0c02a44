"""What a verb works with: its options, the open store (opened when first asked for), and the printer."""

import argparse
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sponsor_app import services
from sponsor_app.cli.output import Printer
from sponsor_app.domain.account_fields import parse_day
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.ids import MemberId
from sponsor_app.services import Services, profiles, stores
from sponsor_app.services.profiles import Unlocking

PROFILE, PASSPHRASE_FILE = "SPONSOR_APP_PROFILE", "SPONSOR_APP_PASSPHRASE_FILE"
FIRST, LAST = date(1970, 1, 2), date(2999, 12, 31)
"""The days that `--as-of` may pretend is today."""


@dataclass(slots=True)
class Session:
    """One run of the command line."""

    options: argparse.Namespace
    printer: Printer
    clocks: profiles.Clocks
    _open: list[Services] = field(default_factory=list[Services])

    @property
    def profile(self) -> profiles.Profile:
        """The profile folder: the option, the environment, else the platform's."""
        return profiles.profile_at(self.options.profile or os.environ.get(PROFILE))

    @property
    def unlocking(self) -> Unlocking:
        """The way in that was given."""
        named = self.options.passphrase_file or os.environ.get(PASSPHRASE_FILE)
        passphrase = profiles.read_passphrase(Path(named)) if named else None
        unencrypted = bool(getattr(self.options, "unencrypted", False))
        return Unlocking(passphrase=passphrase, unencrypted=unencrypted)

    @property
    def app(self) -> Services:
        """The open store, on the day that was asked for."""
        if not self._open:
            self._open.append(stores.open_profile(self.profile, self.unlocking, self.clocks))
        return self.dated(self._open[0])

    def keep(self, app: Services) -> Services:
        """Use a store that the verb itself has made."""
        self._open.append(app)
        return self.dated(app)

    def dated(self, app: Services) -> Services:
        """Services that pretend today is `--as-of`."""
        return app.as_of(self.as_of) if self.as_of else app

    @property
    def as_of(self) -> date | None:
        """The day that `--as-of` pretends is today; refuses one that leaves no room for counting days."""
        if not (text := self.options.as_of):
            return None
        day = parse_day("date", text)
        if not FIRST <= day <= LAST:
            msg = f"{day} cannot be today. Nothing was changed."
            raise InvalidError(msg, f"Give a day from {FIRST} to {LAST}.")
        return day

    def name_of(self, member_id: MemberId) -> str:
        """What a member is called."""
        found = (one.name for one in services.members.listed(self.app) if one.id == member_id)
        return next(found, member_id)

    def close(self) -> None:
        """Release the store."""
        for app in self._open:
            app.store.close()
        self._open.clear()


Verb = Callable[[Session], int]
"""One verb: does its work and returns the exit code."""
