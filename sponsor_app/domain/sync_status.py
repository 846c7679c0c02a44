"""What a person may believe about their edits: saved here, handed to the folder, shared, or not reachable."""

from dataclasses import dataclass
from datetime import datetime

from sponsor_app.domain.language import tr
from sponsor_app.domain.wording import MONTHS


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why the shared file could not be used: what happened and what is safe, and what to do next.

    `code` is stable for scripts.
    """

    code: str
    message: str
    next: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """The latest edits are in the local store and nowhere else yet; `trouble` says why, if something hinders."""

    trouble: Trouble | None = None

    def said(self, now: datetime) -> str:
        """For a person; `now` carries their zone."""
        return tr("Saved on this laptop")


@dataclass(frozen=True, slots=True)
class Handed:
    """The latest edits lie in the folder or on the server (`to`), and nobody has seen yet that they stay there."""

    at: datetime
    trouble: Trouble | None = None
    to: str = "folder"

    def said(self, now: datetime) -> str:
        """For a person; `now` carries their zone."""
        return tr("Handed to the {to} ({moment})").format(to=self.to, moment=moment(self.at, now))


@dataclass(frozen=True, slots=True)
class Shared:
    """The shared file held all this laptop knows when it was read back at `at`."""

    at: datetime

    def said(self, now: datetime) -> str:
        """For a person; `now` carries their zone."""
        return tr("Shared (read back {moment})").format(moment=moment(self.at, now))


@dataclass(frozen=True, slots=True)
class NotReachable:
    """The shared file could not be read since `since`; edits go on being saved here."""

    since: datetime
    trouble: Trouble

    def said(self, now: datetime) -> str:
        """For a person; `now` carries their zone."""
        return tr("Not reachable since {moment}").format(moment=moment(self.since, now))


SyncStatus = Saved | Handed | Shared | NotReachable


def moment(at: datetime, now: datetime) -> str:
    """A moment as a person says it: "10:42" today, "17 Nov 10:42" before, with the year when it is another one."""
    local = at.astimezone(now.tzinfo)
    if local.date() == now.date():
        return f"{local:%H:%M}"
    year = f" {local.year}" if local.year != now.year else ""
    return f"{local.day} {tr(MONTHS[local.month - 1])}{year} {local:%H:%M}"
