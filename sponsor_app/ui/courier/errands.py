"""A thread of its own for everything that meets the shared file: a drive that hangs keeps nobody else waiting."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from sponsor_app.domain.errors import SponsorError
from sponsor_app.services import Services

if TYPE_CHECKING:
    from sponsor_app.domain.team import Team
    from sponsor_app.services.sharing.places import Means
    from sponsor_app.services.sharing.syncing import Report, Visit

Job = Callable[[], None]
LAST_WORD = 2.0
"""Seconds that the last changes may take to go out when the window closes."""
AGAIN = 20.0


@dataclass(frozen=True)
class News:
    """The team as it stands after a look, and what each place reported that was more than glanced at."""

    team: "Team"
    reports: "tuple[Report, ...]" = ()


class Errands:
    """Looks at every place of the team again and again, and does in between what it is asked, one after the other.

    `began` and `ended` are called from its thread around every visit: `ended` with what came of it, a future whose
    result is `News`, or None when nothing is new.
    """

    def __init__(
        self,
        app: Services | None,
        means_for: "Callable[[Event], Means]",
        began: Callable[[], None],
        ended: "Callable[[Future[News | None]], None]",
    ) -> None:
        self._app, self._means_for = app, means_for
        self._began, self._ended = began, ended
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._stopping = Event()
        self._visits: list[Visit] = []
        self._watches = False
        self._latest: Team | None = None
        self._thread = Thread(target=self._work, daemon=True, name="errands")
        self._thread.start()

    def ask(self, work: "Callable[[Means], Any]", cancel: Event, then: Callable[..., None]) -> None:
        """Do something that meets a place; `then` gets a future of the answer, in this thread."""

        def job() -> None:
            self._let_go()
            _settle(lambda: work(self._means_for(cancel)), then)

        self._jobs.put(job)

    def look(self, *, whole: bool = False, confirmed: bool = False) -> None:
        """Look soon; `whole` reads everything, `confirmed` lets in what would delete much."""
        self._jobs.put(lambda: self._look(whole=whole, confirmed=confirmed))

    def end(self) -> None:
        """Hand on what was done last, if the place answers soon; then stop."""
        self._jobs.put(None)
        self._thread.join(LAST_WORD)
        self._stopping.set()

    def _work(self) -> None:
        while not self._stopping.is_set():
            try:
                job = self._jobs.get(timeout=self._until_next())
            except Empty:
                self._look()
                continue
            if job is None:
                break
            job()
            del job  # it holds whoever asked, and a part of the window must not go in this thread
        with suppress(Exception):  # the store may be closed by now
            self._let_go()

    def _until_next(self) -> float | None:
        if not self._watches:
            return None
        return min((one.hub.next_poll() for one in self._visits), default=AGAIN)

    def _look(self, *, whole: bool = False, confirmed: bool = False) -> None:
        if self._app is None:
            return
        app = self._app
        self._began()
        _settle(lambda: self._news(app, whole=whole, confirmed=confirmed), self._over)

    def _over(self, done: "Future[News | None]") -> None:
        if not self._stopping.is_set():
            self._ended(done)

    def _news(self, app: Services, *, whole: bool, confirmed: bool) -> News | None:
        from sponsor_app.services.sharing import membership, roster, syncing

        means = self._means_for(self._stopping)
        if not membership.shares(app):
            self._watches = False
            from sponsor_app.domain.team import Standing, Team

            return self._changed(Team(Standing.ALONE), ())
        self._watches = True
        if confirmed:
            self._let_go()
            reports = syncing.sync(app, means, confirmed=True)
        else:
            if not self._visits:
                try:
                    self._visits = syncing.visits(app, means)
                except SponsorError:  # no place is known: the team stands all the same
                    return self._changed(roster.team(app, means), ())
            reports = [one.sync() if whole else one.poll() for one in self._visits]
        looked = tuple(one for one in reports if one is not None)
        if looked or self._latest is None:
            team = roster.team(app, means)
        else:
            from sponsor_app.domain.team import PlaceStatus

            said = (PlaceStatus(one.address, one.status()) for one in self._visits)
            team = replace(self._latest, places=tuple(said))
        return self._changed(team, looked)

    def _changed(self, team: "Team", reports: "Sequence[Report]") -> News:
        self._latest = team
        return News(team, tuple(reports))

    def _let_go(self) -> None:
        visits, self._visits = self._visits, []
        for one in visits:
            one.close()


def _settle(work: Callable[[], Any], then: Callable[..., None]) -> None:
    """Hand on the answer or the error, whichever it is: whoever asked deals with it in their own thread."""
    done: Future[Any] = Future()
    try:
        done.set_result(work())
    except BaseException as error:  # noqa: BLE001 - handed on
        done.set_exception(error)
    then(done)
