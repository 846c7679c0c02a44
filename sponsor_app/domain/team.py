"""The team as a person sees it: who is in it, with which laptops, and whether this one is."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sponsor_app.domain.sync_status import SyncStatus

CONSONANTS, VOWELS = "bdfghjklmnprstvz", "aiou"
FINGERPRINT_BYTES = 12


class Standing(StrEnum):
    """Whether this laptop is in a team."""

    ALONE = "alone"
    """It shares with nobody."""
    WAITS = "waits"
    """It handed in its card, and an admin's laptop has not synced since; it can read, and its edits wait."""
    IN = "in"
    """It is in the team."""
    REMOVED = "removed"
    """An admin took it out: what it has stays, nothing comes in or goes out."""


class Kind(StrEnum):
    """What a line of the team stands for."""

    LAPTOP = "laptop"
    INVITATION = "invitation"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Laptop:
    """One line of the team: a laptop, or a code that may become one.

    `id` names it in verbs; `name` is the person's and `device` the laptop's. `fingerprint` is the same on every screen
    of the team, to be compared aloud. `last_seen` is when its news came here last, None when never.
    """

    id: str
    kind: Kind
    name: str
    device: str
    member_id: str
    admin: bool
    mine: bool
    fingerprint: str
    last_seen: datetime | None = None
    app_version: str | None = None
    expires: datetime | None = None


@dataclass(frozen=True, slots=True)
class PlaceStatus:
    """Where the team meets, and what may be said of this laptop's edits there."""

    address: str
    status: SyncStatus


@dataclass(frozen=True, slots=True)
class Team:
    """The team as this laptop knows it; `epoch` counts its states. Empty when it shares with nobody.

    `past` are laptops that were in it once.
    """

    standing: Standing
    file_id: str = ""
    epoch: int = 0
    admin: bool = False
    laptops: tuple[Laptop, ...] = ()
    places: tuple[PlaceStatus, ...] = ()
    alarms: tuple[str, ...] = ()
    past: tuple[Laptop, ...] = ()

    @property
    def recovery(self) -> bool:
        """Whether a printed page could bring the team an admin."""
        return any(one.kind is Kind.RECOVERY for one in self.laptops)

    @property
    def admins(self) -> int:
        """How many laptops may change the team."""
        return sum(one.admin and one.kind is Kind.LAPTOP for one in self.laptops)


def fingerprint(identity: bytes) -> str:
    """Six words of five letters for the first 96 bits of an id (proquints: Wilkerson, 2009), to be read aloud."""
    head = identity[:FINGERPRINT_BYTES]
    pairs = (head[at : at + 2] for at in range(0, len(head), 2))
    return " ".join(_word(int.from_bytes(pair, "big")) for pair in pairs)


def _word(number: int) -> str:
    """16 bits as consonant, vowel, consonant, vowel, consonant."""
    return (
        CONSONANTS[number >> 12]
        + VOWELS[number >> 10 & 3]
        + CONSONANTS[number >> 6 & 15]
        + VOWELS[number >> 4 & 3]
        + CONSONANTS[number & 15]
    )
