"""What a laptop remembers of one place between two syncs, and what may be said about its edits because of it."""

from dataclasses import dataclass, replace
from datetime import datetime

from sponsor_app.domain.sync_status import Handed, NotReachable, Saved, Shared, SyncStatus, Trouble
from sponsor_app.sync.file_hub.laptop import Joined


@dataclass(frozen=True, slots=True)
class Memory:
    """Kept in the local store; all numbers are those of this laptop's own last edit up to which something holds.

    `shown` by the latest read, `known` by somebody else's writing, `handed` by the folder (the file or the `.part`
    beside it; -1 when there is neither), `published` by a read of an earlier sync, `acknowledged` by a later one that still showed it.
    `complete` is whether the latest read showed all that this laptop holds, the edits of others included.
    `mount` is where the drive was connected when the file was last seen there.
    """

    seen: bool = False
    mount: str = ""
    shown: int = 0
    known: int = 0
    handed: int = -1
    published: int = 0
    acknowledged: int = 0
    complete: bool = False
    read_at: datetime | None = None
    handed_at: datetime | None = None
    unreachable_since: datetime | None = None
    trouble: Trouble | None = None

    def read(self, joined: Joined, at: datetime, mount: str, *, part: bool) -> "Memory":
        """After the file was read at the beginning of a sync; `part` is whether my bytes still lie beside it."""
        return replace(
            self,
            seen=True,
            mount=mount,
            shown=joined.shows,
            known=max(self.known, joined.known),
            handed=max(joined.shows, self.handed if part else 0),
            complete=not joined.lacks,
            published=max(self.published, joined.shows),
            acknowledged=max(self.acknowledged, min(joined.shows, self.published)),
            read_at=at,
            unreachable_since=None,
            trouble=None,
        )

    def gone(self, mount: str) -> "Memory":
        """After the folder was reached and there was nothing of ours in the file's place."""
        return replace(
            self,
            mount=mount,
            shown=0,
            handed=-1,
            complete=False,
            unreachable_since=None,
            trouble=None,
        )

    def read_back(self, upto: int, at: datetime) -> "Memory":
        """After what was written was read back and was the same."""
        return replace(
            self,
            seen=True,
            shown=upto,
            handed=upto,
            complete=True,
            published=max(self.published, upto),
            read_at=at,
            handed_at=at,
            trouble=None,
        )

    def handed_over(self, upto: int, at: datetime, trouble: Trouble | None) -> "Memory":
        """After it was written, and nobody could see yet that it stays."""
        return replace(self, handed=max(upto, self.handed), handed_at=at, trouble=trouble)

    def hindered(self, trouble: Trouble) -> "Memory":
        """After nothing could be written."""
        return replace(self, trouble=trouble)

    def unreachable(self, trouble: Trouble, at: datetime) -> "Memory":
        """After the file could not be read."""
        return replace(self, unreachable_since=self.unreachable_since or at, trouble=trouble)


def status(memory: Memory, written: int, *, cloud: bool) -> SyncStatus:
    """What may be said of this laptop's edits, of which the last is number `written`.

    In a cloud folder, what is read back here is not yet with the others: there it counts only when somebody's writing
    shows that they have it.
    """
    if memory.unreachable_since is not None and memory.trouble is not None:
        return NotReachable(memory.unreachable_since, memory.trouble)
    at = memory.handed_at or memory.read_at
    if at is None or written > memory.handed:
        return Saved(memory.trouble)
    proven = memory.complete and written <= (memory.known if cloud else memory.shown)
    if memory.read_at is None or not proven:
        return Handed(at, memory.trouble)
    return Shared(memory.read_at)
