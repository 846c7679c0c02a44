"""How they feel, 0 to 10, in their own words, and how old that reading is."""

from PySide6.QtCore import Signal

from sponsor_app.domain.health import blend_words, voices
from sponsor_app.domain.ids import ContactId
from sponsor_app.domain.people import Pulse
from sponsor_app.domain.pulse import (
    OWN_FEELING,
    Mood,
    Trend,
    Voice,
    blend,
    is_stale,
    mood_of,
    trend,
)
from sponsor_app.domain.wording import ago
from sponsor_app.services import knowledge
from sponsor_app.ui.accounts.part import Part, Shown
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets.boxes import Column, Row, inset
from sponsor_app.ui.widgets.button import Button
from sponsor_app.ui.widgets.chip_choice import ChipChoice
from sponsor_app.ui.widgets.day_words import row_day
from sponsor_app.ui.widgets.fact_button import FactButton
from sponsor_app.ui.widgets.field import LineEdit
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.panel import Panel
from sponsor_app.ui.widgets.picker import Option, Picker
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import CompactRowDelegate, ListRow
from sponsor_app.ui.widgets.states import State
from sponsor_app.ui.widgets.theme import Ink
from sponsor_app.ui.widgets.typography import one_line
from sponsor_app.ui.widgets.unfolding import UnfoldingList, Unfolds

FEW = 4
SYMBOLS: dict[Mood, tuple[str, Ink]] = {
    Mood.GREEN: ("smile", "ok"),
    Mood.YELLOW: ("meh", "warn"),
    Mood.RED: ("frown", "bad"),
}


def face_of(one: Pulse, shown: Shown | None) -> ListRow:
    """How a reading looks; only the newest can be too old."""
    symbol, ink = SYMBOLS[mood_of(one.score)]
    parts = (f"“{one_line(one.quote)}”" if one.quote else "", one.contact or "", one.source or "")
    title = tr("{score} of 10").format(score=one.score)
    reason = " · ".join(part for part in parts if part)
    if shown is None:
        return ListRow(title, reason, "", symbol, ink)
    verdict: str | State = row_day(one.on, shown.today)
    newest = bool(shown.page.pulses) and shown.page.pulses[0].id == one.id
    if newest and is_stale(one.score, one.on, shown.today):
        old = ago((shown.today - one.on).days)
        verdict = State("clock", tr("{ago}, ask again").format(ago=old), "warn")
    return ListRow(title, reason, verdict, symbol, ink)


def sum_line(shown: Shown) -> str:
    """`7.2 of 10, 3 asked; falling. 1 promoter, 2 passive, 0 detractors.`"""
    page = shown.page
    way = trend(page.pulses, page.as_of)
    words = {Trend.RISING: tr("rising"), Trend.FALLING: tr("falling")}
    said = blend_words(blend(page.pulses, page.as_of))
    moved = f", {words[way]}" if way and way in words else ""
    found = voices(page)
    counts = tr("{promoters} promote us, {passive} say nothing, {detractors} warn others.").format(
        promoters=found[Voice.PROMOTER],
        passive=found[Voice.PASSIVE],
        detractors=found[Voice.DETRACTOR],
    )
    return f"{said[:1].upper()}{said[1:]}{moved}. {counts}"


class PulseRows(Unfolds[Pulse, ListRow], CompactRowDelegate[Pulse]):
    """Readings that unfold."""


class AddPulse(Panel):
    """A number, and what they said, if anybody said it."""

    submitted = Signal()

    def __init__(self) -> None:
        scores = [(str(score), str(score)) for score in range(knowledge.HIGHEST + 1)]
        self.score = ChipChoice(tr("How they feel, 0 to 10"), scores)
        self.quote = LineEdit(tr("What they said"), tr("In their words"))
        self.who = FactButton(tr("Said by"))
        self.source = LineEdit(tr("Where from"), tr("Where from? call, visit, survey"))
        felt = [(OWN_FEELING, tr("Nobody said so: what I feel"))]
        self.feeling = ChipChoice(tr("Own feeling"), felt)
        self.add = Button(tr("Add"))
        super().__init__(
            tr("How do they feel today?"),
            self.score,
            self.quote,
            Row(self.who, None),
            self.source,
            Row((self.feeling, 1), self.add),
        )
        self.source.returnPressed.connect(self.submitted)
        self.quote.returnPressed.connect(self.submitted)
        self.add.clicked.connect(self.submitted)


class PulsePart(Part):
    """The last readings, newest first."""

    def __init__(self, desk: Desk) -> None:
        self._who: ContactId | None = None
        self._picker: Picker | None = None
        self.model = RecordList[Pulse](
            lambda one: one.id,
            lambda one: str(one.score),
            sentence=lambda one: face_of(one, self._shown).sentence,
        )
        self.list = UnfoldingList(
            tr("How they feel"), self.model, PulseRows(lambda one: face_of(one, self._shown))
        )
        self.form = AddPulse()
        self.none = Label(
            tr("Nobody asked yet. A number from 0 to 10 and their words are enough."),
            "body",
            "text3",
            wrap=True,
        )
        self._sum = Label("", "meta", "text2", wrap=True)
        column = Column(inset(self.form), inset(self._sum), self.list, inset(self.none))
        super().__init__(desk, tr("How they feel"), column, action=tr("Add"))
        self.form.hide()
        self.acted.connect(self.add)
        self.form.submitted.connect(self._on_submitted)
        self.form.closed.connect(self._close_form)
        self.form.who.clicked.connect(self._choose_who)
        self.list.opened.connect(self._open)

    def show_page(self, shown: Shown) -> None:
        super().show_page(shown)
        found = shown.page.pulses
        self.model.show(found[:FEW])
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)
        words = tr("the last {few} of {all}").format(few=FEW, all=len(found))
        self.set_count(words if len(found) > FEW else "")
        self._sum.set_text(sum_line(shown))
        self._sum.setVisible(bool(found))

    def leave(self) -> None:
        self.form.hide()
        self.list.fold()

    def add(self) -> None:
        """Ask how they feel."""
        self.form.score.choose("")
        self.form.quote.clear()
        self.form.source.clear()
        self.form.feeling.choose("")
        self.form.forgive()
        self._show_who(None)
        self.form.begin()

    def _open(self, one: Pulse) -> None:
        if self.list.unfolded == one.id:
            self.list.fold()
            return
        said = f"“{one.quote}”" if one.quote else tr("Nothing was quoted.")
        panel = Panel(tr("What they said"), Label(said, "lead", wrap=True))
        panel.setFocusPolicy(panel.focusPolicy().StrongFocus)
        self.list.unfold(panel, panel)

    def _on_submitted(self) -> None:
        form, account_id, who = self.form, self.shown.account_id, self._who
        if not form.score.value:
            next(iter(form.score.chips.values())).setFocus()
            return
        score, quote = int(form.score.value), form.quote.text().strip() or None
        source = form.feeling.value or form.source.text().strip() or None
        self.do(
            lambda app: knowledge.add_pulse(
                app, account_id, score, contact=who, quote=quote, source=source
            ),
            lambda _changes: self._close_form(),
            form.refuse,
        )

    def _close_form(self) -> None:
        self.form.hide()
        (self.list if self.model.rowCount() else self.action).setFocus()

    def _choose_who(self) -> None:
        if self._picker is None:
            self._picker = Picker(self.window())
        self._picker.ask(tr("Who said it?"), tr("Type a name"), self._show_who)
        people = self.shown.page.contacts
        self._picker.offer(
            [
                Option(one.id, ListRow(one.name, one.title or "", symbol="user-round"))
                for one in people
            ]
        )

    def _show_who(self, option: Option | None) -> None:
        self._who = ContactId(option.key) if option else None
        name = option.row.title if option else tr("nobody in particular")
        self.form.who.show_value(name, ink="text" if option else "text3")
