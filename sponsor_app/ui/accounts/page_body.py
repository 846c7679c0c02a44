"""The sections of an account's page, in one scroll: links jump to them, nothing is hidden behind a tab."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.strength import HALF_LIFE_DAYS
from sponsor_app.ui.accounts.attachments_part import AttachmentsPart
from sponsor_app.ui.accounts.care_part import CarePart
from sponsor_app.ui.accounts.clock_strip import ClockStrip, strength_note
from sponsor_app.ui.accounts.exposure_part import ExposurePart
from sponsor_app.ui.accounts.facts_part import FactsPart
from sponsor_app.ui.accounts.file_part import FilePart
from sponsor_app.ui.accounts.health_part import HealthParts
from sponsor_app.ui.accounts.history_part import HistoryPart
from sponsor_app.ui.accounts.issues_part import IssuesPart
from sponsor_app.ui.accounts.map_part import MapPart
from sponsor_app.ui.accounts.page_header import PageHeader
from sponsor_app.ui.accounts.part import Part, Shown
from sponsor_app.ui.accounts.people_part import PeoplePart
from sponsor_app.ui.accounts.plans_part import PlansPart
from sponsor_app.ui.accounts.practice_parts import EventsPart, ReachOutsPart, ReferencesPart
from sponsor_app.ui.accounts.private_part import PrivatePart
from sponsor_app.ui.accounts.promises_part import PromisesPart
from sponsor_app.ui.accounts.pulse_part import PulsePart
from sponsor_app.ui.accounts.story_part import StoryPart
from sponsor_app.ui.accounts.timeline_part import TimelinePart
from sponsor_app.ui.accounts.turns_part import TurnsPart
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.widgets import focus
from sponsor_app.ui.widgets.boxes import Column, inset
from sponsor_app.ui.widgets.columns import Columns
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.list_view import ListView
from sponsor_app.ui.widgets.page import Page
from sponsor_app.ui.widgets.section import GAP, Section
from sponsor_app.ui.widgets.section_links import SectionLinks
from sponsor_app.ui.widgets.strength import StrengthFactors


class PageBody(Page):
    """Its sections are there when it `is_made`. `typed` is a letter that no list took for itself."""

    made = Signal()
    typed = Signal(str)
    is_made = False
    _shown: Shown | None = None

    def __init__(self, desk: Desk) -> None:
        super().__init__(tr("Account"))
        self._left: list[Part] = []  # what is yet to be shown
        self._making = self._make(desk)
        self._make_next()

    def make_all(self) -> None:
        """Make what is not made yet; before it is shown, and before its sections are asked for."""
        while not self.is_made:
            next(self._making, None)

    def _make_next(self) -> None:
        """All at once would hold up the window for longer than a person should notice: some in each turn."""
        if next(self._making, self) is None:
            QTimer.singleShot(0, self, self._make_next)

    def _make(self, desk: Desk) -> Iterator[None]:
        self.top = PageHeader(desk)
        self.strip = ClockStrip()
        self.links = SectionLinks(tr("Sections of this page"), self)
        yield
        self.story = StoryPart(desk)
        self.turns = TurnsPart(desk)
        yield
        self.people = PeoplePart(desk)
        yield
        self.map = MapPart(desk)
        self.plans = PlansPart(desk)
        self.timeline = TimelinePart(desk)
        yield
        self.exposure = ExposurePart(desk)
        self.facts = FactsPart(desk)
        yield
        yield from self._make_rest(desk)
        self._lay_out()
        self._link()
        self.leave()
        self.is_made = True
        self.made.emit()

    def _make_rest(self, desk: Desk) -> Iterator[None]:
        self.private = PrivatePart(desk)
        self.history = HistoryPart(desk)
        self.issues = IssuesPart(desk)
        yield
        self.promises = PromisesPart(desk)
        self.pulse = PulsePart(desk)
        yield
        self.health = HealthParts(desk)
        self.references = ReferencesPart(desk)
        self.events = EventsPart(desk)
        self.reach_outs = ReachOutsPart(desk)
        yield
        self.care = CarePart(desk)
        self.file = FilePart(desk)
        self.attachments = AttachmentsPart(desk)
        self.factors = StrengthFactors(None)
        self.strength = Section(tr("What makes the strength"), inset(self.factors))
        yield

    @property
    def _second(self) -> tuple[Part, ...]:
        """What stands further down, the higher first: nothing that is seen at first may move."""
        return (
            self.exposure, self.pulse, self.references, self.facts, self.care, self.file, self.events,
            self.reach_outs, self.attachments, self.private, self.history,
        )  # fmt: skip

    @property
    def parts(self) -> tuple[Part, ...]:
        """The sections that show an account."""
        left = (
            self.story,
            self.turns,
            self.people,
            self.map,
            self.plans,
            self.timeline,
            self.exposure,
        )
        right = (self.issues, self.promises, self.pulse, self.care, self.file, self.attachments)
        practices = (self.events, self.reach_outs, self.health, self.references)
        return (*left, self.facts, self.private, self.history, *right, *practices)

    def show_page(self, shown: Shown) -> None:
        """Show an account, or the same at another time."""
        page = shown.page
        self.top.show_page(shown)
        self.strip.show_page(page)
        note = tr("half-life {days} days · {note}").format(
            days=HALF_LIFE_DAYS, note=strength_note(page)
        )
        self.factors.show_strength(page.strength, note if page.strength else strength_note(page))
        second = self._second
        for part in self.parts:
            if part not in second:
                part.show_page(shown)
        self._shown, self._left = shown, list(second)
        QTimer.singleShot(0, self, partial(self._show_next, shown))
        still = sum(one.is_open for one in page.issues) + sum(
            one.is_open() for one in page.commitments
        )
        counts = (len(page.contacts), page.timeline_total, still, len(page.facts))
        linked = (self._people_link, self._timeline_link, self._issues_link, self._facts_link)
        for link, count in zip(linked, counts, strict=True):
            link.set_count(number(count) if count else "")

    def leave(self) -> None:
        """Close what is open and begin at the top: another account comes."""
        for part in self.parts:
            part.leave()
        for part in self._second:
            part.hide()
        self.verticalScrollBar().setValue(0)

    def jump(self, section: str) -> None:
        """Scroll to a section and give it the keyboard, once everything has its place."""
        again = self.jump if self._left else self._jump
        QTimer.singleShot(0, self, partial(again, section))

    def links_focus(self) -> QWidget:
        """The link of the section that is read."""
        return self.links.here() or self.links

    def _show_next(self, shown: Shown) -> None:
        """What stands further down comes after the first paint, a part in each turn, unless the page has moved on."""
        if shown is self._shown and self._left:
            part = self._left.pop(0)
            part.show()
            part.show_page(shown)
            QTimer.singleShot(0, self, partial(self._show_next, shown))

    def _jump(self, section: str) -> None:
        link, part = {
            "story": (self._story_link, self.story),
            "people": (self._people_link, self.people),
            "timeline": (self._timeline_link, self.timeline),
            "issues": (self._issues_link, self.issues),
            "promises": (self._issues_link, self.promises),
            "exposure": (self._exposure_link, self.exposure),
            "facts": (self._facts_link, self.facts),
            "references": (self._issues_link, self.references),
            "won_and_lost": (self._story_link, self.turns),
            "history": (self._history_link, self.history),
            "attachments": (self._attachments_link, self.attachments),
        }.get(section, (self._story_link, self.story))
        self.links.jump(link)
        if part in (self.promises, self.references, self.turns):
            self.ensureWidgetVisible(part)
        shown = [one for one in _lists(part) if one.isVisible() and one.model().rowCount()]
        inside: Sequence[QWidget] = shown or focus.reachable(part)
        if inside:
            inside[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        left = Column(
            self.story, self.people, self.map, self.plans, self.timeline, self.exposure, self.facts,
            self.events, self.reach_outs, self.private, self.history, None,
            gap=GAP,
        )  # fmt: skip
        right = Column(
            self.turns, self.health, self.strength, self.issues, self.promises, self.pulse, self.references,
            self.care, self.file, self.attachments, None,
            gap=GAP,
        )  # fmt: skip
        columns = Columns(
            left,
            right,
            shares=(680, 330),
            wide_shares=(680, 380),
            gap=32,
            wide_gap=48,
            fold_below=820,
        )
        self.add(self.top, 12, inset(self.strip), 10, self.links, 16, columns, None)
        self.map.wanted.connect(self.people.open_person)
        for part in self.parts:
            for one in _lists(part):
                one.typed.connect(self.typed)

    def _link(self) -> None:
        add = self.links.add
        self._story_link = add(tr("Story"), self.story)
        self._people_link = add(tr("People"), self.people)
        self._timeline_link = add(tr("Timeline"), self.timeline)
        self._issues_link = add(tr("Issues and promises"), self.issues)
        self._exposure_link = add(tr("Exposure"), self.exposure)
        self._facts_link = add(tr("Facts"), self.facts)
        self._history_link = add(tr("History"), self.history)
        self._attachments_link = add(tr("Attachments"), self.attachments)
        self.attachments.counted.connect(self._on_attachments_counted)

    def _on_attachments_counted(self, count: int) -> None:
        self._attachments_link.set_count(number(count) if count else "")


def _lists(part: Part) -> list[ListView[Any]]:
    return cast("list[ListView[Any]]", part.findChildren(ListView))
