"""Keep in step: `sync`, `conflicts`."""

import argparse
import signal
from contextlib import ExitStack, suppress
from threading import Event
from typing import Self

from sponsor_app.cli.output import DONE, PARTLY
from sponsor_app.cli.session import Session
from sponsor_app.cli.team_documents import of_conflict, of_report, report_text
from sponsor_app.cli.verbs.adding import Verbs, verb
from sponsor_app.domain.errors import FileProblemError, InvalidError
from sponsor_app.domain.sync_status import NotReachable, Trouble
from sponsor_app.services.sharing import disputing, syncing
from sponsor_app.services.sharing.syncing import Report, Visit

LEAST_EVERY = 1.0
Noticed = tuple[tuple[str, ...], Trouble | None]
NOTHING: Noticed = ((), None)


class PlaceError(FileProblemError):
    """The place of the shared file cannot be used; `code` says why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.message, trouble.next)
        self.code = trouble.code


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `sync` and `conflicts`."""
    step = verb(verbs, after, "sync", "pull, merge, publish, read back", sync)
    step.add_argument("--watch", action="store_true", help="until you stop it")
    step.add_argument("--every", type=float, metavar="SECONDS", help="with --watch: how often")
    step.add_argument(
        "--accept-deletions",
        action="store_true",
        help="let in what would delete 20 or more, and over a fifth, of your records",
    )
    open_ones = verb(verbs, after, "conflicts", "what two people changed at once", conflicts)
    what = open_ones.add_subparsers(metavar="WHAT", parser_class=type(open_ones))
    one = verb(what, after, "resolve", "let mine, theirs or another value stand", resolve)
    one.add_argument("id", metavar="ID")
    one.add_argument("--keep", required=True, metavar="mine|theirs|VALUE")


def sync(session: Session) -> int:
    """`sync [--watch --every SECONDS]`."""
    options = session.options
    if options.watch:
        return _watch(session)
    if options.every is not None:
        msg = "--every goes with --watch. Nothing was changed."
        raise InvalidError(msg)
    reports = syncing.sync(session.app, confirmed=options.accept_deletions, tell=_progress(session))
    session.printer.progress("")
    return _say(session, reports)


def _say(session: Session, reports: list[Report]) -> int:
    now = session.app.local_now()
    stuck = [one.status.trouble for one in reports if isinstance(one.status, NotReachable)]
    if len(stuck) == len(reports):
        raise PlaceError(stuck[0])
    first, *others = [of_report(one, now) for one in reports]
    document = {**first, "others": others} if others else first
    session.printer.answer(document, "\n".join(report_text(one, now) for one in reports))
    return PARTLY if any(one.trouble or one.held for one in reports) else DONE


def _watch(session: Session) -> int:
    """Sync, then look again and again; ends with Ctrl+C, or after the step it is in when the system asks."""
    every = session.options.every
    if every is not None and every < LEAST_EVERY:
        msg = "A team is looked at once a second at most. Nothing was changed."
        raise InvalidError(msg, "Give --every 1 or more.")
    found = syncing.visits(session.app, confirmed=session.options.accept_deletions)
    with ExitStack() as stack, suppress(KeyboardInterrupt):
        patience = stack.enter_context(Patience())
        said = [_told(session, stack.enter_context(one).sync(_progress(session))) for one in found]
        while patience.waits(every or found[0].hub.next_poll()):
            said = [_look(session, *pair) for pair in zip(found, said, strict=True)]
    session.printer.note("Stopped. Everything is saved, and the shared file is whole.")
    return DONE


class Patience:
    """Waits between two looks until the system asks to end (SIGTERM); never breaks off what is being done."""

    def __init__(self) -> None:
        self._asked = self._waiting = False

    def __enter__(self) -> Self:
        self._before = signal.signal(signal.SIGTERM, self._end)
        return self

    def __exit__(self, *_about: object) -> None:
        signal.signal(signal.SIGTERM, self._before)

    def _end(self, *_about: object) -> None:
        self._asked = True
        if self._waiting:
            raise KeyboardInterrupt

    def waits(self, seconds: float) -> bool:
        """Whether to look again after so many seconds; breaks the wait off with `KeyboardInterrupt`."""
        self._waiting = True
        if not self._asked:
            Event().wait(seconds)
        self._waiting = False
        return not self._asked


def _look(session: Session, one: Visit, said: Noticed) -> Noticed:
    """What was said last of a place, after another look at it; what goes on unchanged is not said again."""
    report = one.poll()
    if report is None:
        return said
    news = report.pulled or report.pushed or _noticed(report) not in (said, NOTHING)
    return _told(session, report) if news else _noticed(report)


def _told(session: Session, report: Report) -> Noticed:
    session.printer.progress("")
    now = session.app.local_now()
    session.printer.line(of_report(report, now), report_text(report, now))
    return _noticed(report)


def _noticed(report: Report) -> Noticed:
    return report.alarms, report.trouble


def _progress(session: Session) -> syncing.Tell:
    def tell(done: int, total: int) -> None:
        session.printer.progress(f"Reading {done >> 10:,} of {total >> 10:,} KiB …")

    return tell


def conflicts(session: Session) -> int:
    """`conflicts`."""
    found = disputing.listed(session.app)
    lines = [
        (
            one.id,
            one.record,
            one.field,
            one.mine,
            one.theirs,
            one.who,
            f"{one.when.astimezone():%Y-%m-%d %H:%M}",
        )
        for one in found
    ]
    headings = ("Id", "Record", "Field", "Mine", "Theirs", "Who", "When")
    session.printer.rows([of_conflict(one) for one in found], headings, lines)
    return DONE


def resolve(session: Session) -> int:
    """`conflicts resolve ID --keep mine|theirs|VALUE`."""
    options = session.options
    changes = disputing.settle(session.app, options.id, options.keep)
    document = {"id": options.id, "kept": options.keep, "step": changes.step}
    session.printer.answer(document, f"{changes.title}. Undo opens it again.")
    return DONE
