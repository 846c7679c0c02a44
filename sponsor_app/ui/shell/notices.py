"""What the window says by itself: reminders that are due and the digest of the morning, in one quiet line, once."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from sponsor_app import services
from sponsor_app.domain.changes import Changes, Topic
from sponsor_app.domain.moments import DateReminder
from sponsor_app.domain.reminding import Digest, Pending, Reminder
from sponsor_app.domain.today import invited
from sponsor_app.domain.wording import KIND_WORDS, capital, near_day
from sponsor_app.services import Services
from sponsor_app.ui.places import Place, ScreenName, ToBrief, ToRecord, ToScreen
from sponsor_app.ui.shell.window import Window
from sponsor_app.ui.widgets.language import tr

EVERY = 30_000
"""Milliseconds between two looks; a reminder is as late as that."""
SETTLED = 3_000
"""Milliseconds after the store is open before anything is said."""
TOPICS = (Topic.INTERACTION, Topic.HERE)
MOST_DATES = 2


class Notices(QObject):
    """`looked` tells that it was looked for; `notified` carries what is said while nobody looks at the window."""

    looked = Signal()
    notified = Signal(str)

    def __init__(self, window: Window, every: int = EVERY, settled: int = SETTLED) -> None:
        super().__init__(window)
        self._window = window
        self._said: tuple[tuple[str, str], ...] = ()
        self._pending = Pending()
        self._turn = 0
        self._soon = self._timer(settled, once=True)
        self._often = self._timer(every)
        operations = window.desk.operations
        operations.opened.connect(self.begin)
        operations.closing.connect(self._on_closing)
        operations.changed.connect(self._on_changed)
        window.main.notice.acted.connect(self._on_acted)
        window.main.notice.closed.connect(self._acknowledge)

    def _timer(self, milliseconds: int, *, once: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.setSingleShot(once)
        timer.timeout.connect(self._look)
        return timer

    def begin(self, _services: object = None) -> None:
        """Look soon, and then again and again, until the store is closed."""
        self._soon.start()
        self._often.start()

    def _on_closing(self) -> None:
        self._soon.stop()
        self._often.stop()
        self._said, self._pending = (), Pending()
        self._window.main.hush()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if self._often.isActive() and changes.touch(*TOPICS):
            self._soon.start()

    def _look(self) -> None:
        self._window.desk.operations.query(self, _pending_now, partial(self._show, self._turn))

    def _show(self, turn: int, pending: Pending) -> None:
        if turn != self._turn:
            return  # what it found was put away since
        digest = pending.digest
        if digest is not None:
            self._do(services.calm.told)
            if digest.is_empty:
                digest = None
        elif self._pending.digest is not None and pending.today == self._pending.today:
            digest = self._pending.digest  # told, and not put away yet
        self._pending = replace(pending, digest=digest)
        key = tuple((one.plan.id, one.at.isoformat()) for one in pending.reminders)
        key += tuple((one.id, one.at.isoformat()) for one in pending.dates)
        key += (("digest", pending.today.isoformat()),) if digest else ()
        if key != self._said:
            self._say(key)
        self.looked.emit()

    def _say(self, key: tuple[tuple[str, str], ...]) -> None:
        is_new = bool(set(key) - set(self._said))
        self._said = key
        if not key:
            self._window.main.hush()
            return
        sentence = words_of(self._pending)
        self._window.main.notify(sentence, self._action())
        if is_new and not self._window.isActiveWindow():
            self.notified.emit(sentence)

    def _action(self) -> str:
        place = self._place()
        if isinstance(place, ToRecord):
            return tr("See them")
        return tr("Brief") if isinstance(place, ToBrief) else tr("Today")

    def _place(self) -> Place:
        """The brief of the one visit, or whoever's day it is, when there is nothing else to say; else Today."""
        said, dates = self._pending.reminders, self._pending.dates
        if len(said) + len(dates) > 1 or self._pending.digest is not None:
            return ToScreen(ScreenName.TODAY)
        if dates:
            return ToRecord("contact", dates[0].contact_id)
        if said:
            plan = self._pending.reminders[0].plan
            if plan.account_id is not None:
                return ToBrief(plan.account_id, invited(plan))
        return ToScreen(ScreenName.TODAY)

    def _on_acted(self) -> None:
        place = self._place()
        self._acknowledge()
        self._window.go(place)

    def _acknowledge(self) -> None:
        self._turn += 1
        shown, dates = self._pending.reminders, self._pending.dates
        self._said, self._pending = (), Pending()
        self._window.main.hush()
        self._do(lambda app: services.calm.seen(app, shown, dates))

    def _do(self, work: Callable[[Services], None]) -> None:
        self._window.desk.operations.query(self, work, lambda _done: None)


def _pending_now(app: Services) -> Pending:
    return services.calm.pending(app)


def words_of(pending: Pending) -> str:
    """One sentence for all of it."""
    said = [digest_words(pending.digest)] if pending.digest else []
    if pending.reminders:
        first, *others = pending.reminders
        said.append(_reminder_words(first, pending))
        if len(others) == 1:
            said.append(_reminder_words(others[0], pending))
        elif others:
            said.append(tr("And {count} more reminders.").format(count=len(others)))
    said += [_date_words(one, pending) for one in pending.dates[:MOST_DATES]]
    return " ".join(said)


def _date_words(one: DateReminder, pending: Pending) -> str:
    day = capital(tr(near_day(one.on, pending.today)))
    who = tr("{name} at {account}").format(name=one.contact, account=one.account or "")
    said = tr("{day}: {what}, {who}.")
    return said.format(day=day, what=one.text, who=who if one.account else one.contact)


def digest_words(digest: Digest) -> str:
    """`Good morning: 2 visits today, 1 promise due, 3 relationships going cold.`"""
    counted = (
        (digest.visits, tr("1 visit today"), tr("{count} visits today")),
        (digest.promises, tr("1 promise due"), tr("{count} promises due")),
        (digest.cold, tr("1 relationship going cold"), tr("{count} relationships going cold")),
    )
    parts = [one if n == 1 else many.format(count=n) for n, one, many in counted if n]
    return tr("Good morning: {day}.").format(day=", ".join(parts))


def _reminder_words(one: Reminder, pending: Pending) -> str:
    plan = one.plan
    day = capital(tr(near_day(plan.on, pending.today)))
    time = plan.starts_at.astimezone().strftime(" %H:%M") if plan.starts_at else ""
    kind = tr(KIND_WORDS[plan.kind])
    said = tr("{day}: {kind} with {account}.") if plan.account else tr("{day}: {kind}.")
    return said.format(day=day + time, kind=kind, account=plan.account)
