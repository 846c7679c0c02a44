"""What can be done with the team: forms that ask, and questions before what cannot be undone."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.team import Laptop
from sponsor_app.ui.courier.courier import Errand
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.sharing import verbs
from sponsor_app.ui.sharing.forms import (
    LATER,
    CreateForm,
    InviteForm,
    JoinForm,
    PlaceForm,
    RenameForm,
)
from sponsor_app.ui.sharing.recovery import RecoveryForm
from sponsor_app.ui.widgets.choice import Answer, Choice
from sponsor_app.ui.widgets.language import tr

if TYPE_CHECKING:
    from sponsor_app.services.sharing.beginning import Begun

YES, NO = "yes", "no"


class TeamActs(QObject):
    """Hangs on the screen; every form is made when it is first asked for."""

    def __init__(self, desk: Desk, screen: QWidget) -> None:
        super().__init__(screen)
        self._desk, self._screen = desk, screen
        self.create_form: CreateForm | None = None
        self.join_form: JoinForm | None = None
        self.invite_form: InviteForm | None = None
        self.recovery_form: RecoveryForm | None = None
        self.rename_form: RenameForm | None = None
        self.place_form: PlaceForm | None = None
        self.choice: Choice | None = None

    # --- forms ----------------------------------------------------------------------------

    def create(self) -> None:
        """Ask where, and begin a team."""
        if self.create_form is None:
            self.create_form = CreateForm(self._desk.courier, self._host())
            self.create_form.created.connect(self._on_created)
        self.create_form.open()

    def join(self) -> None:
        """Ask for the file and the code."""
        if self.join_form is None:
            self.join_form = JoinForm(self._desk.courier, self._host())
            self.join_form.joined.connect(self._on_joined)
        self.join_form.open()

    def invite(self, now: Callable[[], datetime], name: str = "") -> None:
        """Make a code for somebody, or for another laptop of mine."""
        if self.invite_form is None:
            self.invite_form = InviteForm(self._desk.courier, self._host(), now)
        self.invite_form.ask_for(name)
        self.invite_form.open()

    def recover(self) -> None:
        """Make a page to print."""
        if self.recovery_form is None:
            self.recovery_form = RecoveryForm(self._desk.courier, self._host())
            self.recovery_form.written.connect(self._on_written)
            self.recovery_form.printed.connect(self._on_printed)
        self.recovery_form.open()

    def rename(self, line: Laptop) -> None:
        """Call a laptop by another name."""
        if self.rename_form is None:
            self.rename_form = RenameForm(self._desk.courier, self._host())
            self.rename_form.renamed.connect(self._on_renamed)
        self.rename_form.ask_for(line)
        self.rename_form.open()

    def move(self) -> None:
        """Ask where the shared file is now."""
        if self.place_form is None:
            self.place_form = PlaceForm(self._desk.courier, self._host())
            self.place_form.met.connect(self._on_met)
        self.place_form.open()

    # --- questions ------------------------------------------------------------------------

    def remove(self, line: Laptop) -> None:
        """Take a laptop out."""
        who = f"{line.name} ({line.device})"
        said = tr(
            "From the next sync of each laptop on it reads nothing new and can add nothing. What it has, it keeps:"
            " no program can take that back. What it wrote up to now stays in the team. To return it needs a new"
            " invitation."
        )
        self._ask(
            tr("Remove {who} from the team?").format(who=who),
            said,
            tr("Remove"),
            lambda: self._run(
                lambda errand: verbs.remove(errand, [line]), tr("Removed {who}.").format(who=who)
            ),
        )

    def end_code(self, line: Laptop) -> None:
        """End an invitation, or the printed page."""
        self._ask(
            tr("End the code “{name}”?").format(name=line.name),
            tr("Whoever has it can join with it no more. Nothing else changes."),
            tr("End it"),
            lambda: self._run(
                lambda errand: verbs.remove(errand, [line]), tr("The code is ended.")
            ),
        )

    def set_admin(self, line: Laptop, *, admin: bool) -> None:
        """Let a laptop change the team, or no longer; asked first when it is my own that gives it up."""
        who = f"{line.name} ({line.device})"
        words = tr("{who} may change the team now.") if admin else tr("{who} is no admin any more.")

        def do() -> None:
            self._run(
                lambda errand: verbs.set_admin(errand, line, admin=admin), words.format(who=who)
            )

        if admin or not line.mine:
            do()
            return
        self._ask(
            tr("Give up changing the team?"),
            tr(
                "This laptop lets nobody in or out any more; only another admin can change that back."
            ),
            tr("Give it up"),
            do,
        )

    def leave(self, *, admin: bool) -> None:
        """Go; everything stays here."""
        rest = "" if admin else tr(" The list still names this laptop until an admin removes it.")
        said = tr(
            "What you did is handed on first. Everything that is here stays; nothing comes in or goes out any more."
            " To return you need a new invitation."
        )
        self._ask(
            tr("Leave the team?"),
            f"{said}{rest}",
            tr("Leave"),
            lambda: self._run(verbs.leave, tr("You have left the team. Everything here stays.")),
        )

    def forget(self) -> None:
        """Stop here only."""
        said = tr(
            "Everything that is here stays. What was not handed on yet reaches nobody. The team still lists this laptop"
            " until an admin removes it; to return you need a new invitation."
        )
        self._ask(
            tr("Stop sharing on this laptop?"),
            said,
            tr("Stop sharing"),
            lambda: self._run(verbs.forget, tr("This laptop shares no longer.")),
        )

    def take_back(self, line: Laptop) -> None:
        """Take back all that a laptop wrote."""
        who = f"{line.name} ({line.device})"
        said = tr(
            "All it ever added, changed and deleted goes back, for the whole team, in one step that can be undone."
            " What others have edited since stays as they left it."
        )
        self._ask(
            tr("Take back everything {who} wrote?").format(who=who),
            said,
            tr("Take it back"),
            lambda: self._desk.operations.command(
                lambda app: verbs.take_back(app, line), self._screen
            ),
        )

    def let_in(self, held: int) -> None:
        """Let in what would delete much."""
        said = tr(
            "What the others did deletes {count} records here. Ask them whether that was meant. Deleted records can be"
            " brought back one by one in Activity."
        )
        self._ask(
            tr("Let the deletions in?"),
            said.format(count=held),
            tr("Let them in"),
            lambda: self._desk.courier.look(confirmed=True),
        )

    # --- doing ----------------------------------------------------------------------------

    def _ask(self, title: str, words: str, yes: str, do: Callable[[], None]) -> None:
        answers = (Answer(YES, yes, ink="bad"), Answer(NO, tr("Keep it as it is"), safe=True))
        choice = self.choice = Choice(self._host(), title, words, answers)

        def answered(answer: str) -> None:
            if answer == YES:
                do()

        choice.chosen.connect(answered)
        choice.closed.connect(choice.deleteLater)
        choice.ask()

    def _run(self, work: Callable[[Errand], bool], said: str) -> None:
        self._desk.say(tr("Telling the team"))
        self._desk.courier.run(
            self,
            work,
            lambda reached: self._say(said, reached=reached),
            self._desk.operations.failed.emit,
        )

    def _say(self, said: str, *, reached: bool) -> None:
        self._desk.say(said if reached else f"{said} {tr(LATER)}")

    def _on_created(self, _begun: object) -> None:
        self._desk.say(tr("The team is there. Let somebody in, and make a recovery page."))

    def _on_joined(self, begun: "Begun") -> None:
        waits = tr("You can read everything and work; an admin’s laptop lets yours write too.")
        self._desk.say(waits if begun.waits else tr("You are in the team."))

    def _on_written(self, path: Path) -> None:
        said = tr("Wrote {file}. Print it, then delete the file.")
        self._desk.say(said.format(file=path.name))

    def _on_printed(self) -> None:
        self._desk.say(tr("The page went to the printer. If it did not come out, make a new one."))

    def _on_renamed(self, name: str, reached: bool) -> None:
        self._say(tr("Called {name} now.").format(name=name), reached=reached)

    def _on_met(self, trouble: str) -> None:
        self._desk.say(trouble or tr("The team meets there from now on."))

    def _host(self) -> QWidget:
        return self._screen.window()
