"""How the window begins and ends: a first question, unlocking, the example team; nothing is lost at the close."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCloseEvent

from sponsor_app import services
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import KeyStoreError, SponsorError
from sponsor_app.domain.ids import AccountId
from sponsor_app.services import Services, profiles
from sponsor_app.services.profiles import Clocks, Profile, Unlocking
from sponsor_app.ui.operations import Cancel, Operations, Progress
from sponsor_app.ui.places import ScreenName, ToAccount, ToScreen
from sponsor_app.ui.shell import ahead
from sponsor_app.ui.shell.moves import Moves
from sponsor_app.ui.shell.standing_chip import Store
from sponsor_app.ui.shell.window import Window

if TYPE_CHECKING:
    from sponsor_app.services.beginning import Begun
    from sponsor_app.services.sharing.beginning import Begun as Joined
    from sponsor_app.ui.settings.calendar_watch import CalendarWatch
    from sponsor_app.ui.settings.first_run import FirstRun
    from sponsor_app.ui.settings.protect import Protect
    from sponsor_app.ui.settings.unlock import Unlock
    from sponsor_app.ui.sharing.join_anew import JoinAnewForm
    from sponsor_app.ui.shell.making import Making

logger = logging.getLogger(__name__)

LOOK_OUTSIDE = 2_000
NEW_DAY = 60_000
SLOW_KEY_STORE = 1_500
QUIET = 150
PASSPHRASE = "passphrase"  # noqa: S105 - the word, not one
NOTHING = "nothing"


class Start(QObject):
    """Opens the right store behind the window, and keeps an eye on what happens outside it."""

    def __init__(self, window: Window, profile: Profile, clocks: Clocks, *, example: bool) -> None:
        super().__init__(window)
        self._window, self._profile, self._clocks = window, profile, clocks
        self._operations: Operations = window.desk.operations
        self._example = example
        self._begun: Begun | None = None
        self._sample: Services | None = None
        self._after: Callable[[], None] | None = None
        self._passphrase_file: Path | None = None
        self._today = clocks.today()
        self._protect: Protect | None = None
        self._join: JoinAnewForm | None = None
        self._calendars: CalendarWatch | None = None
        self._impatient = self._timer(SLOW_KEY_STORE, self._on_impatient, once=True)
        self._first = ahead.Ahead(self, ahead.FIRST)
        self._ahead = ahead.Ahead(self, ahead.LIKELY)
        self._ahead.loaded.connect(self._on_loaded)
        self._moves = Moves(self)
        self._moves.moved.connect(self._ahead.hold)
        self._before_making: set[str] = set()
        self._making: Making | None = None
        self._quiet = self._timer(QUIET, self._on_quiet, once=True)
        window.painted.connect(self._on_painted)
        window.closing.connect(self._on_closing)
        self._listen()

    def _listen(self) -> None:
        window, operations = self._window, self._operations
        operations.opened.connect(self._on_opened)
        operations.not_opened.connect(self._on_not_opened)
        operations.closing.connect(lambda: profiles.forget_opened(self._profile))
        window.first_run_made.connect(self._on_first_run_made)
        window.unlock_made.connect(self._on_unlock_made)
        window.main.left_example.connect(self._on_left_example)
        window.main.asked_protection.connect(lambda: self._ask_protection(closing=False))

    def _on_first_run_made(self, page: "FirstRun") -> None:
        page.named.connect(self._on_named)
        page.dropped.connect(self._on_dropped)
        page.example_asked.connect(self._on_example_asked)
        page.join_asked.connect(self._on_join_asked)

    def _on_unlock_made(self, page: "Unlock") -> None:
        page.given.connect(self._on_passphrase)
        page.again.connect(self._open_by_key_store)
        page.given_up.connect(self._window.close)

    def then_go_to(self, text: str) -> None:
        """Open the account of this name once the store is open."""

        def go() -> None:
            # A page to work on first: the name may fit nobody.
            self._window.go(ToScreen(ScreenName.TODAY))
            self._operations.query(
                self._window,
                lambda app: services.lookup.account_id(app, text),
                lambda found: self._window.go(ToAccount(found)),
            )

        self._after = go

    def unlock_with(self, passphrase_file: Path) -> None:
        """Open a store that a passphrase protects with the first line of a file, instead of asking."""
        self._passphrase_file = passphrase_file

    def first_page(self) -> None:
        """Show what can be shown before the store is open."""
        window = self._window
        if self._example:
            window.main.stand("example")
            window.show_main()
        elif not profiles.exists(self._profile):
            window.show_first_run()
        elif self._kept_by() == PASSPHRASE and self._passphrase_file is None:
            window.unlock.ask_passphrase()
            window.show_unlock()
        else:
            window.show_main()

    # --- opening ------------------------------------------------------------------------------------

    def _on_painted(self) -> None:
        """Only now is anything slow begun: the key store, the database; and meanwhile, in turns, what Today is made of."""
        self._window.windowHandle().installEventFilter(self._moves)
        self._first.start()
        self._timer(LOOK_OUTSIDE, self._on_look_outside)
        self._timer(NEW_DAY, self._on_minute)
        if self._example:
            self._open_example()
        elif self._window.is_working():
            self._open_by_key_store()

    def _kept_by(self) -> str:
        try:
            return profiles.protection(self._profile).value
        except SponsorError:
            return ""

    def _open_by_key_store(self) -> None:
        self._impatient.start()
        file = self._passphrase_file
        if file is None or self._kept_by() != PASSPHRASE:
            self._open(Unlocking)
        else:
            self._open(lambda: Unlocking(passphrase=profiles.read_passphrase(file)))

    def _on_passphrase(self, passphrase: str) -> None:
        self._open(lambda: Unlocking(passphrase=passphrase))

    def _open(self, unlocking: Callable[[], Unlocking]) -> None:
        profile, clocks = self._profile, self._clocks
        self._begin_with(lambda: services.stores.open_profile(profile, unlocking(), clocks))

    def _open_example(self) -> None:
        clocks = self._clocks
        self._begin_with(lambda: services.beginning.example(clocks))

    def _begin_with(self, opener: Callable[[], Services]) -> None:
        def opened() -> Services:
            app = opener()
            ahead.load_first_services()
            return app

        self._operations.open(opened)

    def _on_impatient(self) -> None:
        self._window.unlock.wait()
        self._window.show_unlock()

    def _on_opened(self, app: Services) -> None:
        self._impatient.stop()
        self._first.stop()
        if self._example:
            self._sample = app
        self._window.show_main()
        # A crash may have left some: they go before anything is opened anew.
        self._operations.query(
            self, lambda app: profiles.forget_opened(app.profile), lambda _gone: None
        )
        self._say_where(app)
        self._operations.query(self, lambda _app: None, lambda _filled: self._quiet.start())
        after, self._after = self._after, None
        if after is not None:
            after()
        else:
            self._window.go(ToScreen(ScreenName.TODAY))

    def _say_where(self, app: Services) -> None:
        chip = self._window.chip
        chip.know(app)
        if self._example:
            chip.store_is(Store.EXAMPLE)
        elif self._begun is not None:
            chip.store_is(Store.BEGUN)
        else:
            chip.store_is(Store.OPEN if self._kept_by() == NOTHING else Store.KEPT)

    def _on_not_opened(self, error: SponsorError) -> None:
        self._impatient.stop()
        self._after = None
        if not profiles.exists(self._profile) or self._begun is not None:
            self._window.first_run.say_wrong(f"{error.message} {error.next}".strip())
            self._window.show_first_run()
            return
        self._window.unlock.refuse(error, passphrase=self._kept_by() == PASSPHRASE)
        self._window.show_unlock()

    # --- the first minutes --------------------------------------------------------------------------

    def _on_named(self, name: str) -> None:
        def add() -> None:
            self._operations.command(
                lambda app: services.accounts.add(app, fields={"name": name}),
                self,
                then=self._on_added,
            )

        self._begin(add)

    def _on_added(self, changes: Changes) -> None:
        self._window.go(ToAccount(AccountId(changes.created[0])))

    def _on_dropped(self, path: Path) -> None:
        self._begin(lambda: self._window.floating.bring_in(path))

    def _begin(self, after: Callable[[], None]) -> None:
        """Make a store at once; what protects it is settled behind the first answer."""
        profile, clocks = self._profile, self._clocks

        def opener() -> Services:
            self._begun = services.beginning.begin(profile, clocks)
            return self._begun.app

        def then() -> None:
            after()
            self._settle()

        self._after = then
        self._operations.open(opener)

    def _settle(self) -> None:
        """Give the key to the key store; when there is none, ask in words."""
        begun = self._begun
        if begun is None:
            return

        def work(_app: Services, _tell: Progress, _cancel: Cancel) -> None:
            services.beginning.protect_by_key_store(begun)

        self._operations.slow(self, work, self._on_protected, self._on_no_key_store)

    def _on_protected(self, _nothing: None) -> None:
        self._begun = None
        self._window.main.stand("")
        self._window.chip.store_is(Store.KEPT)

    def _on_no_key_store(self, error: SponsorError) -> None:
        if not isinstance(error, KeyStoreError):
            self._window.main.complain(error)
        self._window.main.stand("unprotected")

    def _ask_protection(self, *, closing: bool) -> None:
        if self._protect is None:
            from sponsor_app.ui.settings.protect import Protect

            self._protect = Protect(self._window)
            self._protect.passphrase_given.connect(self._on_passphrase_chosen)
            self._protect.left_open.connect(self._on_left_open)
            self._protect.thrown_away.connect(self._on_thrown_away)
        self._protect.ask(closing=closing)

    def _on_passphrase_chosen(self, passphrase: str) -> None:
        begun = self._begun
        if begun is None:
            return

        def work(_app: Services, _tell: Progress, _cancel: Cancel) -> None:
            services.beginning.protect_by_passphrase(begun, passphrase)

        self._operations.slow(self, work, self._on_protected)

    def _on_left_open(self) -> None:
        if self._begun is not None:
            services.beginning.leave_unprotected(self._begun)
            self._begun = None
            self._window.main.stand("")
            self._window.chip.store_is(Store.OPEN)

    def _on_thrown_away(self) -> None:
        begun, self._begun = self._begun, None
        self._window.close()
        if begun is not None:
            services.beginning.throw_away(begun)

    def _on_join_asked(self) -> None:
        if self._join is None:
            from sponsor_app.ui.sharing.join_anew import JoinAnewForm

            courier = self._window.desk.courier
            self._join = JoinAnewForm(courier, self._window, self._profile, self._clocks)
            self._join.joined.connect(self._on_joined)
        self._join.open()

    def _on_joined(self, begun: "Joined") -> None:
        self._operations.open(lambda: begun.app)

    # --- the example team ---------------------------------------------------------------------------

    def _on_example_asked(self) -> None:
        self._example = True
        self._window.main.stand("example")
        self._window.show_main()
        self._open_example()

    def _on_left_example(self) -> None:
        sample, self._sample, self._example = self._sample, None, False
        self._window.main.stand("")
        self.first_page()
        if self._window.is_working():
            self._open_by_key_store()
        if sample is not None:
            services.beginning.end_example(sample)

    # --- the end, and outside -----------------------------------------------------------------------

    def _on_closing(self, event: QCloseEvent) -> None:
        if self._begun is not None and not services.beginning.is_protected(self._begun):
            event.ignore()
            self._ask_protection(closing=True)
            return
        self._operations.shutdown()
        if self._sample is not None:
            services.beginning.end_example(self._sample)
            self._sample = None

    def _on_look_outside(self) -> None:
        if self._window.isActiveWindow() and self._window.is_working():
            self._operations.look_outside()

    def _on_quiet(self) -> None:
        def work(_app: Services, _tell: Progress, cancel: Cancel) -> None:
            ahead.load_services(cancel.is_set)

        self._operations.slow(self, work, self._on_warm, self._on_warm)

    def _on_warm(self, _nothing: object) -> None:
        def work(app: Services, _tell: Progress, cancel: Cancel) -> None:
            services.rehearsal.rehearse(app, cancel.is_set)

        self._before_making = {"rehearsed", "loaded"}
        done = partial(self._make_after, "rehearsed")
        self._operations.slow(self, work, done, done)
        self._ahead.start()
        if self._calendars is None:
            from sponsor_app.ui.settings.calendar_watch import CalendarWatch

            self._calendars = CalendarWatch(self._window.desk, self)
        self._calendars.start()

    def _on_loaded(self) -> None:
        services.briefs.load_paper()
        self._make_after("loaded")

    def _make_after(self, step: str, _nothing: object = None) -> None:
        """Make the screens when all that they stand on is loaded and read: two of it at once take longer."""
        self._before_making.discard(step)
        if self._before_making:
            return
        if self._making is None:
            from sponsor_app.ui.shell.making import Making

            self._making = Making(self._operations, self._window)
        if self._window.is_working():
            self._making.start()

    def _on_minute(self) -> None:
        today = self._clocks.today()
        if today != self._today:
            self._today = today
            self._operations.announce(Changes(Changes.everything()))

    def _timer(self, milliseconds: int, call: Callable[[], None], *, once: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(once)
        timer.setInterval(milliseconds)
        timer.timeout.connect(call)
        if not once:
            timer.start()
        return timer
