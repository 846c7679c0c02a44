"""The team's laptops, and which of them we have not heard from."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Device:
    """A laptop of the team; `last_synced` is None when it never was in step with this one."""

    name: str
    member: str | None
    mine: bool
    last_synced: datetime | None
