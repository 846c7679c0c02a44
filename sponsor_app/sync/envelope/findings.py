"""What a reading noticed, as values, and each in plain words: what happened, what is safe, what comes next."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sponsor_app.sync.envelope.refusals import SAID, Reason

NameOf = Callable[[bytes], str]
"""A laptop's name, from its device id."""

SHOWN = 3


@dataclass(frozen=True, slots=True)
class Refused:
    """One record that is not believed; the others are not touched by it."""

    reason: Reason
    writer: bytes
    sequence: int
    at: int

    def said(self, name_of: NameOf) -> str:
        """For a person."""
        return (
            f"A piece of the shared file in the name of {name_of(self.writer)} (number {self.sequence}) was set aside:"
            f" {SAID[self.reason]}. Everything else was taken in."
        )


@dataclass(frozen=True, slots=True)
class Damaged:
    """Bytes from `start` up to `end` that are nothing of ours any more."""

    start: int
    end: int

    def said(self, name_of: NameOf) -> str:
        """For a person."""
        return (
            f"The shared file is damaged ({self.end - self.start} bytes from byte {self.start}). Nothing on this laptop is"
            " touched; what is missing is put back at the next sync by whoever holds it."
        )


@dataclass(frozen=True, slots=True)
class Cut:
    """The end of the file is missing (`expected` None), or stands elsewhere than its writer put it."""

    expected: int | None
    found: int

    def said(self, name_of: NameOf) -> str:
        """For a person."""
        return (
            "The shared file is not as its last writer left it: something was cut out, put in, or its end is missing."
            " Nothing on this laptop is touched; the next sync writes it whole again."
        )


@dataclass(frozen=True, slots=True)
class Forked:
    """Two different records of one writer with one number; `code` when the writer is a code, so two cards came with it."""

    writer: bytes
    sequence: int
    code: bool = False

    def said(self, name_of: NameOf) -> str:
        """For a person."""
        if self.code:
            return (
                f"The code for {name_of(self.writer)} was used by two laptops, so neither was let in. Nothing is lost."
                " Give each laptop a code of its own; if only one should have come, somebody else has seen this one."
            )
        return (
            f"{name_of(self.writer)} wrote number {self.sequence} twice, with different content: the laptop was probably"
            " cloned or restored from a backup. Both were taken in. The copy that syncs next gets a new identity."
        )


@dataclass(frozen=True, slots=True)
class Waiting:
    """Records whose predecessors are not in the file; `first` and `last` are their numbers."""

    writer: bytes
    first: int
    last: int

    def said(self, name_of: NameOf) -> str:
        """For a person."""
        count = self.last - self.first + 1
        return (
            f"{count} later {'edit waits' if count == 1 else 'edits wait'} for earlier ones by {name_of(self.writer)} that"
            " are not in the shared file now. They come in as soon as a laptop that holds them syncs."
        )


@dataclass(frozen=True, slots=True)
class Lost:
    """The file no longer holds what it held: writers with the number it had reached, and the number it has."""

    writers: Mapping[bytes, tuple[int, int]]

    def said(self, name_of: NameOf) -> str:
        """For a person."""
        names = sorted(name_of(writer) for writer in self.writers)
        shown = ", ".join(names[:SHOWN]) + (", ..." if len(names) > SHOWN else "")
        count = sum(before - now for before, now in self.writers.values())
        return (
            f"The shared file is older than it was: {count} edits of {shown} are no longer in it. Nothing on this laptop"
            " went back; what it holds is put back now."
        )


@dataclass(frozen=True, slots=True)
class Excluded:
    """An admin changed the team, and this laptop has no key to it."""

    signer: bytes
    number: int
    latest: bool

    def said(self, name_of: NameOf) -> str:
        """For a person."""
        if not self.latest:
            return (
                f"{name_of(self.signer)} changed the team at the same time as somebody else, and the other change counts."
                " Nothing is lost; an admin's next sync brings both together."
            )
        return (
            f"{name_of(self.signer)} removed this laptop from the team. What you have stays with you and can be exported;"
            " nothing new comes in or goes out. To return, ask for a new invitation."
        )


@dataclass(frozen=True, slots=True)
class Split:
    """Two admins changed the team at once; `signer` is the one whose change waits."""

    signer: bytes
    number: int

    def said(self, name_of: NameOf) -> str:
        """For a person."""
        return (
            f"Two admins changed the team at the same time; the change by {name_of(self.signer)} waits. Nothing is lost;"
            " an admin's next sync brings both together."
        )


@dataclass(frozen=True, slots=True)
class NotOurs:
    """The file is empty, shorter or larger than any of ours, or of another program."""

    size: int

    def said(self, name_of: NameOf) -> str:
        """For a person."""
        if not self.size:
            return "The shared file is empty. Nothing was deleted here; it is written again at the next sync."
        return "This is not a shared file of this program, or its beginning is damaged. It was left as it is."


@dataclass(frozen=True, slots=True)
class OtherTeam:
    """The file belongs to another team."""

    file_id: bytes

    def said(self, name_of: NameOf) -> str:
        """For a person."""
        return "This shared file belongs to another team. Nothing was read from it and nothing written."


@dataclass(frozen=True, slots=True)
class NewerFormat:
    """A newer version wrote what this one may not write."""

    min_reader: int

    def said(self, name_of: NameOf) -> str:
        """For a person."""
        return (
            "The team uses a newer version of this program. What is understood was taken in; nothing is written until you"
            " update. Your edits are saved here."
        )


@dataclass(frozen=True, slots=True)
class TooMuch:
    """More was refused than anybody wrote in good faith; the rest was not looked at."""

    refused: int

    def said(self, name_of: NameOf) -> str:
        """For a person."""
        return (
            f"More than {self.refused} pieces of the shared file are not believable, so the rest was not read. Nothing on"
            " this laptop is touched; the next sync writes a clean file."
        )


@dataclass(frozen=True, slots=True)
class Quiet:
    """Nothing came from anybody for so many days although the file was reached."""

    days: int

    def said(self, name_of: NameOf) -> str:
        """For a person."""
        return (
            f"The shared file was reached, but nothing came from anybody for {self.days} days. Ask a colleague whether"
            " they see your edits: somebody may be holding the file back."
        )


Finding = (
    Refused
    | Damaged
    | Cut
    | Forked
    | Waiting
    | Lost
    | Excluded
    | Split
    | NotOurs
    | OtherTeam
    | NewerFormat
    | TooMuch
    | Quiet
)


def lost(before: Mapping[bytes, int], now: Mapping[bytes, int]) -> Lost | None:
    """What a file that reached `before` no longer holds; both are writers with their last number."""
    gone = {w: (n, now.get(w, 0)) for w, n in before.items() if now.get(w, 0) < n}
    return Lost(gone) if gone else None
