"""References, events and reach-outs on an account's page; Enter opens each where it can be worked on."""

from collections.abc import Callable
from typing import Generic, TypeVar

from sponsor_app.domain.event import AtEvent, Reply
from sponsor_app.domain.reach_out import ReachOut, Target
from sponsor_app.domain.reference import Reference, scope_words, standing
from sponsor_app.domain.wording import listed, short_day
from sponsor_app.ui.accounts.part import Part, Shown
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.places import ToRecord
from sponsor_app.ui.widgets.boxes import Column, inset
from sponsor_app.ui.widgets.day_words import row_day
from sponsor_app.ui.widgets.label import Label
from sponsor_app.ui.widgets.language import tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.record_list import RecordList
from sponsor_app.ui.widgets.rows.list_row import CompactRowDelegate, ListRow
from sponsor_app.ui.widgets.states import State

R = TypeVar("R")
ToldOrNot = tuple[ReachOut, Target | None]
MOST = 6


class ListPart(Part, Generic[R]):
    """A section of rows that open elsewhere, or one sentence where there are none."""

    def __init__(
        self, desk: Desk, title: str, nothing: str, kind: str, key: Callable[[R], str]
    ) -> None:
        self._kind, self._id = kind, key
        self.model = RecordList[R](
            key,
            lambda one: self.face(one).title,
            sentence=lambda one: self.face(one).sentence,
        )
        self.list = ListView(title, self.model, CompactRowDelegate[R](self.face))
        self.model.setParent(self.list)
        self.none = Label(nothing, "body", "text3", wrap=True)
        super().__init__(desk, title, Column(self.list, inset(self.none)))
        self.list.opened.connect(self._open)
        self.list.peeked.connect(self._open)

    def face(self, one: R) -> ListRow:
        """How a row looks."""
        raise NotImplementedError

    def show_rows(self, found: tuple[R, ...]) -> None:
        """Show these, or say that there are none."""
        self.model.show(found[:MOST])
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)
        few = tr("the last {few} of {all}").format(few=MOST, all=len(found))
        self.set_count(few if len(found) > MOST else "")

    def _open(self, one: R) -> None:
        self.desk.go(ToRecord(self._kind, self._id(one), self.shown.account_id))


class ReferencesPart(ListPart[Reference]):
    """Who speaks for us here, or why they may not be asked."""

    def __init__(self, desk: Desk) -> None:
        nothing = tr("Nobody here has agreed to speak for us.")
        super().__init__(desk, tr("References"), nothing, "reference", lambda one: one.id)

    def show_page(self, shown: Shown) -> None:
        super().show_page(shown)
        practice = shown.page.practice
        self.show_rows(practice.references)
        calls = [
            f"{use.caller}, {short_day(use.on, shown.today)}" for _who, use in practice.unasked
        ]
        self.set_note(tr("called unasked: {who}").format(who=listed(calls, 1)) if calls else "")

    def face(self, one: Reference) -> ListRow:
        if self._shown is None:
            return ListRow(one.contact)
        limits = self._shown.page.practice.limits
        found = standing(one, limits, self._shown.today)
        if found.free:
            used = tr("{count} of {most} this quarter").format(
                count=found.this_quarter, most=limits.quarter
            )
            free = State("circle-check", tr("free"), "ok", quiet=True)
            return ListRow(
                one.contact, f"{scope_words(one.scope)} · {used}", free, "quote", "text3"
            )
        locked = State("lock", tr("locked"), "warn")
        return ListRow(one.contact, "; ".join(found.why), locked, "quote", "text3")


class EventsPart(ListPart[AtEvent]):
    """Which events they were invited to, and whether they came."""

    def __init__(self, desk: Desk) -> None:
        nothing = tr("Nobody here was invited to an event yet.")
        super().__init__(desk, tr("Events"), nothing, "event", lambda one: one.event.id)

    def show_page(self, shown: Shown) -> None:
        super().show_page(shown)
        self.show_rows(shown.page.practice.events)
        owed = sum(theme.owed for theme in shown.page.practice.themes)
        self.set_note(
            tr("{count} said and not told what we did").format(count=owed) if owed else ""
        )

    def face(self, one: AtEvent) -> ListRow:
        event = one.event
        came = [who.name for who in one.invited if who.attended]
        names = listed([who.name for who in one.invited], 2)
        if came:
            reason = tr("{names} came").format(names=listed(came, 2))
        elif any(who.reply is Reply.YES for who in one.invited):
            reason = tr("{names}, said yes").format(names=names)
        else:
            reason = tr("{names} invited").format(names=names)
        day = row_day(event.on, self._shown.today) if self._shown else ""
        return ListRow(event.title, reason, day, "calendar-days", "text3")


class ReachOutsPart(ListPart[ToldOrNot]):
    """What helps them and has been told or not, and who starts: they or we."""

    def __init__(self, desk: Desk) -> None:
        nothing = tr("There is nothing new that would help them.")
        super().__init__(
            desk,
            tr("What helps them"),
            nothing,
            "reach_out",
            lambda one: one[0].id,
        )

    def show_page(self, shown: Shown) -> None:
        super().show_page(shown)
        practice = shown.page.practice
        self.show_rows(practice.reach_outs)
        ratio = practice.ratio
        words = tr("{proactive} proactive : {reactive} reactive in a year")
        self.set_note(words.format(proactive=ratio.proactive, reactive=ratio.reactive))

    def face(self, one: ToldOrNot) -> ListRow:
        known, target = one
        verdict: str | State = State("send", tr("tell them"), "warn")
        if target is not None and target.done_on is not None and self._shown is not None:
            day = short_day(target.done_on, self._shown.today)
            verdict = State("check", tr("told {day}").format(day=day), "ok", quiet=True)
        elif target is not None and target.skipped_on is not None:
            verdict = State("minus", tr("skipped"), "idle", quiet=True)
        return ListRow(known.title, known.because, verdict, "send", "text3")
