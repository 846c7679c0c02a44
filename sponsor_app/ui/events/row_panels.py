"""What can be done with somebody invited, and with something that was said: below its row."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.event import Invitation, Reply, Theme
from sponsor_app.domain.ids import ContactId, MemberId
from sponsor_app.domain.sentence.due import parse_due
from sponsor_app.services import Services, events, themes
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.events.words import story_of
from sponsor_app.ui.panels.choose_person import ask_anywhere
from sponsor_app.ui.panels.due_field import DueField
from sponsor_app.ui.widgets.boxes import Column, Row, holding
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip_choice import ChipChoice
from sponsor_app.ui.widgets.fact_button import FactButton
from sponsor_app.ui.widgets.field import LineEdit
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.panel import Panel
from sponsor_app.ui.widgets.picker import Picker

Work = Callable[[Services], Changes]


class InvitationPanel(Panel):
    """Reply, whether they came, their share of the talking. `finished` when something was done."""

    finished = Signal()

    def __init__(self, desk: Desk, one: Invitation, *, held: bool) -> None:
        self._desk, self._one = desk, one
        words = {Reply.YES: tr("Yes"), Reply.NO: tr("No"), Reply.MAYBE: tr("Maybe")}
        choices = [(reply.value, word) for reply, word in words.items()]
        self.reply = ChipChoice(tr("Reply"), choices, one.reply.value if one.reply else "")
        came = [("yes", tr("Came")), ("no", tr("Did not come"))]
        chosen = {True: "yes", False: "no", None: ""}[one.attended]
        self.came = ChipChoice(tr("Attendance"), came, chosen, needed=True)
        self.share = LineEdit(tr("Share of the talking in percent"), tr("% of the talking"))
        self.share.setText("" if one.share is None else str(one.share))
        self.save = Button(tr("Save"))
        self.remove = Button(tr("Take the invitation back"), "x", "quiet")
        spoke = holding(Row((self.share, 1), self.save))
        super().__init__(one.name, self.reply, self.came, spoke, Row(self.remove, None))
        self.came.setVisible(held)
        spoke.setVisible(bool(one.attended))
        self.remove.setVisible(not one.attended)
        self.reply.changed.connect(self._on_reply)
        self.came.changed.connect(self._on_came)
        self.share.returnPressed.connect(self._on_share)
        self.save.clicked.connect(self._on_share)
        self.remove.clicked.connect(self._on_removed)

    @property
    def _who(self) -> ContactId | MemberId:
        one = self._one
        return one.member_id or one.contact_id or ContactId("")

    def _on_reply(self, value: str) -> None:
        answer = Reply(value) if value else None
        self._do(lambda app: events.reply(app, self._one.event_id, (self._who,), answer))

    def _on_came(self, value: str) -> None:
        came = value == "yes"
        self._do(lambda app: events.attended(app, self._one.event_id, (self._who,), came=came))

    def _on_share(self) -> None:
        said = self.share.text().strip().removesuffix("%").strip()

        def save(app: Services) -> Changes:
            if said and not said.isdecimal():
                msg = f"“{said}” is no number of percent. Nothing was saved."
                raise InvalidError(msg, "Write a whole number from 0 to 100.")
            share = int(said) if said else None
            return events.spoke(app, self._one.event_id, {self._who: share})

        self._do(save)

    def _on_removed(self) -> None:
        self._do(lambda app: events.uninvite(app, self._one.id))

    def _do(self, work: Work) -> None:
        _do(self._desk, self, work)


class ThemePanel(Panel):
    """What we did, when they were told, an issue or a promise of it. `finished` when something was done."""

    finished = Signal()

    def __init__(self, desk: Desk, one: Theme, came: int, today: date) -> None:
        self._desk, self._one = desk, one
        story = story_of(one, came, today)
        said = Label(story, "body", "text2", wrap=True)
        self.did = LineEdit(tr("What we did about it"), tr("What did we do about it?"))
        self.save = Button(tr("Save"))
        self._picker: Picker | None = None
        self._listener: ContactId | None = None
        self.whom = FactButton(tr("Whom we tell"))
        self.told = Button(tr("We told them today"), "megaphone")
        choices = [
            (str(number), tr("Sev {number}").format(number=number)) for number in range(1, 5)
        ]
        self.severity = ChipChoice(tr("Make an issue of it"), choices)
        self.promise = LineEdit(tr("What we promise about it"), tr("Or what do we promise?"))
        self.due = DueField(desk)
        self.add = Button(tr("Promise"), "handshake")
        self.remove = Button(tr("Remove"), "x", "quiet")
        make = holding(Row(Label(tr("Issue"), "metaB", "text2"), (self.severity, 1)))
        promised = holding(Column(self.promise, Row((self.due, 1), self.add), gap=8))
        super().__init__(
            one.text,
            said,
            Row((self.did, 1), self.save),
            make,
            promised,
            Row(self.whom, None),
            Row(self.told, self.remove, None),
        )
        said.setVisible(bool(story))
        self.whom.show_value(one.contact or tr("everybody who came"))
        for part in (self.told, self.whom):
            part.setVisible(one.owed)
        make.setVisible(one.account_id is not None and one.issue is None)
        promised.setVisible(one.account_id is not None and one.promise is None)
        self._listen()

    def _listen(self) -> None:
        self.did.returnPressed.connect(self._on_did)
        self.save.clicked.connect(self._on_did)
        self.told.clicked.connect(self._on_told)
        self.whom.clicked.connect(self._choose)
        self.severity.changed.connect(self._on_severity)
        self.promise.returnPressed.connect(self.due.field.setFocus)
        self.due.field.returnPressed.connect(self._on_promised)
        self.add.clicked.connect(self._on_promised)
        self.remove.clicked.connect(self._on_removed)

    def _on_did(self) -> None:
        did = self.did.text().strip()
        if did:
            self._do(lambda app: themes.change(app, self._one.id, did=did))

    def _on_told(self) -> None:
        whom = self._listener
        self._do(lambda app: themes.change(app, self._one.id, told=app.today(), whom=whom))

    def _choose(self) -> None:
        if self._picker is None:
            self._picker = Picker(self.window())
        ask_anywhere(self._desk, self._picker, tr("Whom did we tell?"), self.tell)

    def tell(self, contact_id: ContactId, name: str) -> None:
        """Somebody else than who said it is told."""
        self._listener = contact_id
        self.whom.show_value(name)

    def _on_severity(self, value: str) -> None:
        if value:
            self._do(lambda app: themes.open_issue(app, self._one.id, int(value)))

    def _on_promised(self) -> None:
        text, due = self.promise.text(), self.due.text()
        self._do(lambda app: themes.promise(app, self._one.id, text, parse_due(due, app.today())))

    def _on_removed(self) -> None:
        self._do(lambda app: themes.delete(app, self._one.id))

    def _do(self, work: Work) -> None:
        _do(self._desk, self, work)


def _do(desk: Desk, panel: InvitationPanel | ThemePanel, work: Work) -> None:
    desk.operations.command(
        work, panel, then=lambda _changes: panel.finished.emit(), refused=panel.refuse
    )
