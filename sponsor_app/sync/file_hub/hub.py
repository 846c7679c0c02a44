"""One sync, step by step: read, adopt, join, stop when nothing is missing, else put back and read it back."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from sponsor_app.domain.sync_status import SyncStatus, Trouble
from sponsor_app.sync.file_hub.copies import Copies
from sponsor_app.sync.file_hub.courtesy import Courtesy
from sponsor_app.sync.file_hub.files import Files, Stat
from sponsor_app.sync.file_hub.glances import Glance, glance_at, glance_of, names_beside, next_poll
from sponsor_app.sync.file_hub.laptop import Composed, Joined, Laptop, Whose
from sponsor_app.sync.file_hub.limits import (
    HEAD,
    READ_PAUSES,
    READ_WHOLE_EVERY,
    ROUND_PAUSE,
    ROUNDS,
)
from sponsor_app.sync.file_hub.memory import Memory, status
from sponsor_app.sync.file_hub.pace import Pace, Tell
from sponsor_app.sync.file_hub.place import Place
from sponsor_app.sync.file_hub.publishing import Beside, NotPut, Publisher, Put, Seen
from sponsor_app.sync.file_hub.reading import Absent, Found, Reader, Unreadable, nobody
from sponsor_app.sync.file_hub.troubles import Code, reading_failed, trouble, writing_failed


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a sync: `memory` is to be kept, `status` and `said` are for a person.

    `learnt` counts what came in, `wrote` is whether the file was replaced, `moved` are names of copies taken away.
    """

    memory: Memory
    status: SyncStatus
    learnt: int = 0
    said: tuple[str, ...] = ()
    wrote: bool = False
    moved: tuple[str, ...] = ()


@dataclass
class _Run:
    """One sync while it goes on."""

    memory: Memory
    mount: str
    tell: Tell
    learnt: int = 0
    said: list[str] = field(default_factory=list[str])
    wrote: bool = False
    moved: tuple[str, ...] = ()

    def say(self, sentence: str) -> None:
        if sentence not in self.said:
            self.said.append(sentence)


@dataclass(frozen=True, slots=True)
class _View:
    """What the file holds before something is put back: None when there is no information in it."""

    content: bytes | None
    stat: Stat | None


class FileHub:
    """The shared file of one place, for one laptop. Not for two threads at once; two processes cannot hurt."""

    def __init__(self, place: Place, laptop: Laptop, files: Files, pace: Pace) -> None:
        self._given = place
        self._laptop = laptop
        self._files = files
        self._pace = pace
        self._settle(place)
        self._glance: Glance | None = None
        self._read_at_tick: float | None = None

    def sync(self, memory: Memory, tell: Tell = nobody) -> Outcome:
        """Join what is there and put back what is missing. Raises StoppedError only; every fault is in the outcome."""
        self._glance = None
        try:
            run = _Run(memory, self._locate(), tell)
        except OSError as error:
            run = _Run(memory, "", tell)
            return self._unreachable(run, reading_failed(error))
        self._copies.sweep()
        self._courtesy.tidy()
        for _ in range(ROUNDS):
            outcome = self._round(run)
            if outcome is not None:
                return outcome
            self._pace.pause(ROUND_PAUSE * (0.5 + self._pace.draw()))
        run.memory = run.memory.hindered(trouble(Code.NOT_KEPT))
        return self._outcome(run)

    def poll(self, memory: Memory) -> Outcome | None:
        """Sync if a glance says that there is a reason to; None when all is as it was."""
        return self.sync(memory) if self._due(memory) else None

    def next_poll(self) -> float:
        """Seconds to wait before the next poll."""
        return next_poll(self._pace.draw())

    def status(self, memory: Memory) -> SyncStatus:
        """What may be said now, without looking."""
        return status(memory, self._laptop.written(), cloud=self._place.cloud)

    # --- the steps ---------------------------------------------------------------------------

    def _round(self, run: _Run) -> Outcome | None:
        """Read, join, put back, once; None when it has to be looked at again."""
        view = self._look(run)
        if isinstance(view, Trouble):
            return self._unreachable(run, view)
        joined = self._join(run, view)
        if joined is not None and not joined.lacks:
            return self._complete(run, view.content or b"")
        if joined is not None and not joined.writable:
            why = trouble(Code.NOT_WRITABLE, " ".join(joined.said))
            run.memory = run.memory.hindered(why)
            return self._outcome(run)
        with self._courtesy.held():
            if not self._as_it_was(view):
                return None
            composed = self._laptop.compose(view.content)
            put = self._publisher.put(composed.content, view.stat)
        return self._landed(run, composed, put)

    def _look(self, run: _Run) -> _View | Trouble:
        """The file's content, if it is ours; a trouble when nothing may be written over what is there."""
        pauses = READ_PAUSES if run.memory.seen else READ_PAUSES[:1]
        reader = Reader(self._files, self._pace, run.tell, pauses)
        match reader.read(self._place.path, self._is_ours):
            case Unreadable(trouble=why):
                return why
            case Absent(stat=stat):
                if _disconnected(run.memory.mount, run.mount):
                    return trouble(Code.NOT_CONNECTED)
                if run.memory.seen:
                    what = "is empty" if stat else "is missing"
                    run.say(f"The shared file {what}. Nothing was deleted here; it is put back.")
                return _View(None, stat)
            case Found(content=content, stat=stat):
                return self._judged(run, content, stat)

    def _judged(self, run: _Run, content: bytes, stat: Stat) -> _View | Trouble:
        whose = self._laptop.recognises(content[:HEAD])
        if whose is Whose.OURS:
            return _View(content, stat)
        if self._laptop.claims(content):
            run.say("The beginning of the shared file is damaged; it is written anew.")
            return _View(content, stat)
        if whose is Whose.OTHER_TEAM or not run.memory.seen:
            return trouble(Code.OTHER_TEAM if whose is Whose.OTHER_TEAM else Code.NOT_OURS)
        try:
            self._copies.keep(self._place.path.name, content)
        except OSError as error:
            return writing_failed(error)
        run.say(
            "The shared file was overwritten by something else; it is put back, and that is kept on this laptop."
        )
        return _View(None, stat)

    def _join(self, run: _Run, view: _View) -> Joined | None:
        """Take in the file and the copies beside it; what the file holds after all of them."""
        joined = self._joined(run, view)
        copies = self._copies.adopt()
        for copy, also in copies:
            run.say(copy.said())
            for sentence in also.said:
                run.say(sentence)
            run.learnt += also.learnt
        if any(also.learnt for _, also in copies):
            joined = self._joined(run, view)
        if joined is None:
            run.memory = run.memory.gone(run.mount)
        else:
            part = self._copies.part_lies_there()
            run.memory = run.memory.read(joined, self._pace.now(), run.mount, part=part)
        return joined

    def _joined(self, run: _Run, view: _View) -> Joined | None:
        if view.content is None:
            return None
        joined = self._laptop.join(view.content)
        run.learnt += joined.learnt
        for sentence in joined.said:
            run.say(sentence)
        ours = self._is_ours(view.content)
        return joined if ours else replace(joined, lacks=True, shows=0)

    def _as_it_was(self, view: _View) -> bool:
        """Whether nobody wrote since the file was read; True when that cannot be seen."""
        try:
            if view.content is not None:
                return glance_at(self._files, self._place) == glance_of(view.content)
            return self._files.stat(self._place.path) == view.stat
        except FileNotFoundError:
            return view.stat is None
        except OSError:
            return True

    def _landed(self, run: _Run, composed: Composed, put: Put | Beside | NotPut) -> Outcome | None:
        at = self._pace.now()
        match put:
            case Put(seen=Seen.SAME, durable=True):
                run.wrote = True
                run.memory = run.memory.read_back(composed.upto, at)
                return self._complete(run, composed.content)
            case Put(seen=Seen.OTHER):
                return None
            case Put():
                run.wrote = True
                run.memory = run.memory.handed_over(composed.upto, at, None)
            case Beside():
                why = trouble(Code.HELD_OPEN)
                run.memory = run.memory.handed_over(composed.upto, at, why)
            case NotPut(trouble=why):
                run.memory = run.memory.hindered(why)
        return self._outcome(run)

    def _complete(self, run: _Run, content: bytes) -> Outcome:
        """A read showed that the file holds all there is: the copies beside it are not needed any more."""
        run.moved = tuple(self._copies.move_away())
        self._glance = glance_of(content)
        self._read_at_tick = self._pace.ticks()
        return self._outcome(run)

    # --- around them -------------------------------------------------------------------------

    def _is_ours(self, content: bytes) -> bool:
        return self._laptop.recognises(content[:HEAD]) is Whose.OURS

    def _locate(self) -> str:
        """Find the file behind links, and the drive it is on."""
        path = self._files.resolve(self._given.path)
        if path != self._place.path:
            self._settle(self._given.at(path))
        return self._files.mount(path.parent)

    def _settle(self, place: Place) -> None:
        self._place = place
        self._courtesy = Courtesy(self._files, self._pace, place)
        self._copies = Copies(self._files, self._pace, place, self._laptop)
        self._publisher = Publisher(self._files, self._pace, place)

    def _due(self, memory: Memory) -> bool:
        """Whether there is anything to send, to confirm or to see."""
        waits = self._laptop.written() > memory.shown or memory.published > memory.acknowledged
        if waits or memory.trouble or self._glance is None or self._read_at_tick is None:
            return True
        if self._pace.ticks() - self._read_at_tick >= READ_WHOLE_EVERY:
            return True
        try:
            same = glance_at(self._files, self._place) == self._glance
            return not same or names_beside(self._files, self._place) != self._copies.names
        except OSError:
            return True

    def _unreachable(self, run: _Run, why: Trouble) -> Outcome:
        run.memory = run.memory.unreachable(why, self._pace.now())
        return self._outcome(run)

    def _outcome(self, run: _Run) -> Outcome:
        said, shown = tuple(run.said), self.status(run.memory)
        return Outcome(run.memory, shown, run.learnt, said, run.wrote, run.moved)


def _disconnected(before: str, now: str) -> bool:
    """Whether the drive that was connected at `before` is not there now, so that an empty folder shows instead."""
    return bool(before) and before != now and Path(now) in Path(before).parents
