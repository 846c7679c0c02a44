"""Take in what the server has: states of the team, a base for whoever lacks much, then the frames beyond what is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sponsor_app.sync.envelope.epochs import Head
from sponsor_app.sync.envelope.limits import LARGEST_FILE
from sponsor_app.sync.file_hub.laptop import Joined
from sponsor_app.sync.file_hub.pace import Tell
from sponsor_app.sync.sql_hub.laptop import Key, Laptop
from sponsor_app.sync.sql_hub.rows import Base, Rows

LOST = (
    "The server no longer holds all that it held before. Nothing was deleted here; it is put back."
)
Heads = Mapping[bytes, Head]


@dataclass
class Seen:
    """What is remembered of a server from one sync to the next, and no longer than the program runs.

    `there` are the hashes of its records; `asked` of those that were looked at and did not count, so that rubbish is
    fetched once; `compared` is whether all its rows were listed, not only those beyond what is known.
    """

    there: set[bytes] = field(default_factory=set[bytes])
    asked: set[bytes] = field(default_factory=set[bytes])
    compared: bool = False


@dataclass
class Fetching:
    """One look at the server; `learnt` and `said` gather what came of it."""

    rows: Rows
    laptop: Laptop
    seen: Seen
    tell: Tell
    learnt: int = 0
    said: list[str] = field(default_factory=list[str])

    def everything(self) -> Joined:
        """Take in all that is new; what the server holds after that, against what this laptop holds."""
        epochs, bases = self.rows.landmarks()
        self._epochs(epochs)
        keys = self._keys(epochs)
        self.seen.there.update(base.hash for base in bases)
        if self._lacks_much(keys):
            self._base(bases)
        self._frames(keys)
        return self._join([])

    def _epochs(self, hashes: Sequence[bytes]) -> None:
        self.seen.there.update(hashes)
        fresh = [i for i in hashes if i not in self.seen.asked and not self.laptop.knows(i)]
        for records in self.rows.epoch_records(fresh):
            self._join(records)
        if any(self.laptop.knows(i) for i in fresh):
            self.seen.asked.clear()  # what nobody of the team had written may be a newcomer's
        self.seen.asked.update(i for i in fresh if not self.laptop.knows(i))

    def _keys(self, epochs: Sequence[bytes]) -> list[Key]:
        """The rows that matter: those beyond what is known, or all of them when the server lost something."""
        heads = self.laptop.heads()
        if self.seen.compared:
            keys = list(self.rows.keys({w: head.sequence for w, head in heads.items()}))
            found = {key.hash for key in keys}
            if not any(h.hash in self.seen.there - found for h in heads.values()):
                self.seen.there |= found
                return keys
            self.said.append(LOST)
        keys = list(self.rows.keys(dict.fromkeys(heads, 0)))
        self.seen.there = {key.hash for key in keys}.union(epochs)
        self.seen.compared = True
        return keys

    def _lacks_much(self, keys: Sequence[Key]) -> bool:
        """Whether a base would help: nothing is known yet, or frames are missing between what is known and what is there."""
        heads = self.laptop.heads()
        if not any(head.sequence for head in heads.values()):
            return True
        first: dict[bytes, int] = {}
        for key in keys:
            if key.sequence > heads[key.writer].sequence:
                first[key.writer] = min(key.sequence, first.get(key.writer, key.sequence))
        return any(seq > heads[writer].sequence + 1 for writer, seq in first.items())

    def _base(self, bases: Sequence[Base]) -> None:
        """Join the newest base that is believed."""
        for base in bases:
            if base.size > LARGEST_FILE or base.hash in self.seen.asked:
                continue
            if not self.laptop.knows(base.hash):
                self._join(self.rows.base_records(base))
            if self.laptop.knows(base.hash):
                return
            self.seen.asked.add(base.hash)

    def _frames(self, keys: Sequence[Key]) -> None:
        fresh = list(dict.fromkeys(key for key in keys if key.hash not in self.seen.asked))
        wanted = list(self.laptop.wanted(fresh))
        total, done, before = sum(key.size for key in wanted), 0, self.learnt
        for records in self.rows.frame_records(wanted):
            self._join(records)
            done += sum(map(len, records))
            self.tell(done, total)
        if self.learnt > before:
            self.seen.asked.clear()  # what waited for a frame before it may count now
        self.seen.asked.update(key.hash for key in self.laptop.wanted(wanted))

    def _join(self, records: Sequence[bytes]) -> Joined:
        joined = self.laptop.join(records, self.seen.there)
        self.learnt += joined.learnt
        self.said += [sentence for sentence in joined.said if sentence not in self.said]
        return joined
