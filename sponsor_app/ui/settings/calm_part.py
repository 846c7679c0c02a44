"""How quiet this laptop is: when it locks itself, and whether a morning begins with a digest."""

from sponsor_app.services import calm
from sponsor_app.services.calm import Calm
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.boxes import Column
from sponsor_app.ui.widgets.chip_choice import ChipChoice
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.section import Section

MINUTES = (5, 15, 30, 60)
UNTIL_CHOSEN = {"passphrase": "15"}
"""What holds until somebody chooses: only a store that a passphrase opens locks by itself."""


class CalmPart(Section):
    """Each choice holds at once, on this laptop."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        after = [(str(minutes), tr("{count} min").format(count=minutes)) for minutes in MINUTES]
        self.lock = ChipChoice(
            tr("Lock when left alone"), [*after, ("0", tr("Never"))], needed=True
        )
        onoff = [("0", tr("Off")), ("1", tr("On"))]
        self.digest = ChipChoice(tr("A digest in the morning"), onoff, needed=True)
        hint = tr("Visits today, promises due, relationships going cold: one line, once a day.")
        body = Column(
            Label(tr("Lock when left alone"), "body"),
            6,
            self.lock,
            14,
            Label(tr("A digest in the morning"), "body"),
            6,
            self.digest,
            4,
            Label(hint, "meta", "text3", wrap=True),
        )
        super().__init__(tr("Calm"), body, steps_out=False)
        self.lock.changed.connect(self._on_lock)
        self.digest.changed.connect(self._on_digest)

    def show_calm(self, chosen: Calm, protection: str) -> None:
        """Show what holds; a store that nothing protects has nothing to lock."""
        unsaid = UNTIL_CHOSEN.get(protection, "0")
        self.lock.choose(unsaid if chosen.lock_minutes is None else str(chosen.lock_minutes))
        self.lock.setEnabled(protection in ("passphrase", "key store"))
        self.digest.choose("1" if chosen.digest else "0")

    def _on_lock(self, minutes: str) -> None:
        self._desk.operations.command(lambda app: calm.lock_after(app, int(minutes)), self)

    def _on_digest(self, wanted: str) -> None:
        self._desk.operations.command(lambda app: calm.want_digest(app, wanted=wanted == "1"), self)
