"""What may be here twice, the likeliest first: merged in one step, or said to be two, for the whole team."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from sponsor_app.domain.changes import Changes, Topic
from sponsor_app.domain.errors import NotFoundError, SponsorError
from sponsor_app.domain.ids import AccountId, ContactId
from sponsor_app.domain.twins import Comparison, Pair, TwinKind
from sponsor_app.services import Services, apart, comparing, duplicates, merging, merging_contacts
from sponsor_app.ui.desk import Desk
from sponsor_app.ui.duplicates.view import DuplicatesView, Listing
from sponsor_app.ui.operations import Cancel, Progress
from sponsor_app.ui.places import Back, ToAccount, ToRecord
from sponsor_app.ui.screen import Screen
from sponsor_app.ui.widgets.boxes import Column
from sponsor_app.ui.widgets.language import number, tr
from sponsor_app.ui.widgets.letter_keys import bind_keys

OTHER = Qt.FocusReason.OtherFocusReason
OF_KIND = {TwinKind.ACCOUNT: Listing.ACCOUNTS, TwinKind.CONTACT: Listing.PEOPLE}
APART = {Listing.ACCOUNTS: Listing.TWO_ACCOUNTS, Listing.PEOPLE: Listing.TWO_PEOPLE}


@dataclass(frozen=True, slots=True)
class Found:
    """What a look over one kind of record found: pairs that may be one, and those said to be two."""

    kind: TwinKind
    pairs: Sequence[Pair]
    two: Sequence[Pair]


def look_over(app: Services, kind: TwinKind, tell: Progress, cancel: Cancel) -> Found:
    """Compare every record of a kind with those it shares something with."""
    pairs = duplicates.listed(app, kind, tell, cancel)
    return Found(kind, pairs, duplicates.said_to_be_two(app, kind))


def compare(app: Services, kind: TwinKind, pair: Pair) -> Comparison | None:
    """Two records beside each other, or nothing when one of them is gone."""
    try:
        return comparing.compare(app, kind, *pair.key)
    except NotFoundError:
        return None


class DuplicatesScreen(Screen):
    """Arrows walk the pairs, Enter goes into one; M merges, S lets the other stay, N says that they are two."""

    topics = frozenset({Topic.ACCOUNT, Topic.CONTACT})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Duplicates"), parent)
        self._found: dict[Listing, list[Pair]] = {}
        self._given: tuple[TwinKind, Pair] | None = None
        self._cancel: Cancel | None = None
        self._turn = 0
        self.view = DuplicatesView()
        self.setLayout(Column((self.view, 1)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._listen()

    # --- showing --------------------------------------------------------------------------

    def show_kind(self, kind: TwinKind | None = None) -> None:
        """List the pairs of a kind, of accounts unless another is named."""
        self._given = None
        self._choose(OF_KIND[kind or TwinKind.ACCOUNT])

    def show_pair(self, kind: TwinKind, one: str, other: str) -> None:
        """Put two records that somebody chose beside each other, above the list."""
        pair = Pair(min(one, other), "", max(one, other), "", 0, ())
        self._given = (kind, pair)
        self.view.side.clear()
        self.view.side.kept_id = other
        self._choose(OF_KIND[kind])
        self.view.list.select(pair.key)
        self._look()

    def refresh(self) -> None:
        """Look over the kind that is shown, then over the other."""
        self._stop()
        first = self.view.listing.kind
        other = next(kind for kind in TwinKind if kind is not first)
        self._look_over(first, then=partial(self._look_over, other, None))

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes elsewhere needs the processor there: the look goes on when they come back."""
        super().hideEvent(event)
        if self._cancel is not None and not event.spontaneous():
            self._stop()
            self._stale = True

    def first_focus(self) -> QWidget:
        """The pairs; while they are not known yet the page itself, which passes the keyboard on."""
        return self.view.first_focus() if self._found or self._given else self

    def _choose(self, listing: Listing) -> None:
        self.view.listing = listing
        self.view.mark()
        if listing in self._found or self._given is not None:
            self._show()

    def _look_over(self, kind: TwinKind, then: Callable[[], None] | None) -> None:
        turn = self._turn
        shown = kind is self.view.listing.kind
        if shown and OF_KIND[kind] not in self._found:
            self.view.show_working(tr("Comparing"), None)

        def came(found: Found) -> None:
            if turn == self._turn:
                self._cancel = None
                self._came(found)
                if then is not None:
                    then()

        def refused(error: SponsorError) -> None:
            if turn == self._turn:
                self._cancel = None
                self.view.progress.hide()
                self.desk.operations.failed.emit(error)

        self._cancel = self.desk.operations.slow(
            self, lambda app, tell, cancel: look_over(app, kind, tell, cancel), came, refused
        )

    def _came(self, found: Found) -> None:
        listing = OF_KIND[found.kind]
        for one, pairs in ((listing, found.pairs), (APART[listing], found.two)):
            self._found[one] = list(pairs)
            self.view.show_count(one, len(pairs))
        if found.kind is self.view.listing.kind:
            self._show()

    def _show(self) -> None:
        view, first = self.view, self.hasFocus()
        pairs = self._listed()
        whole = len(pairs)
        left = tr("{count} pairs, the likeliest first.").format(count=number(whole))
        view.show_pairs(pairs, tr("1 pair.") if whole == 1 else left)
        self._look()
        if first:
            self.first_focus().setFocus(OTHER)

    def _listed(self) -> list[Pair]:
        pairs = self._found.get(self.view.listing, [])
        given = self._given
        if given is None or OF_KIND[given[0]] is not self.view.listing:
            return pairs
        known = next((one for one in pairs if one.key == given[1].key), given[1])
        return [known, *(one for one in pairs if one.key != known.key)]

    def _look(self) -> None:
        """Put the pair that has the keyboard side by side."""
        pair, kind = self.view.list.current_record(), self.view.listing.kind
        if pair is not None:
            self.desk.operations.query(
                self, lambda app: compare(app, kind, pair), partial(self._show_pair, pair)
            )

    def _show_pair(self, asked: Pair, found: Comparison | None) -> None:
        now = self.view.list.current_record()
        if now is None or now.key != asked.key:
            return
        if found is None:
            self.view.side.clear()
            self._drop(lambda one: one.key == asked.key)
            self.desk.say(tr("One of them is not here any more."))
            return
        self.view.side.show_pair(found)
        given = self._given
        if given is not None and given[1].key == asked.key and not given[1].first:
            older, younger = sorted((found.first, found.second), key=lambda twin: twin.id)
            named = replace(given[1], first=older.name, second=younger.name)
            self._given = (given[0], replace(named, score=found.score, reasons=found.reasons))
            self._show()

    def _drop(self, gone: Callable[[Pair], bool]) -> None:
        """Take pairs away at once; the next look over says the same, later."""
        if self._given is not None and gone(self._given[1]):
            self._given = None
        for one, pairs in self._found.items():
            self._found[one] = [pair for pair in pairs if not gone(pair)]
            self.view.show_count(one, len(self._found[one]))
        self._show()

    # --- acting -----------------------------------------------------------------------------

    def _merge(self, gone: str, kept: str) -> None:
        kind = self.view.listing.kind

        def work(app: Services) -> Changes:
            if kind is TwinKind.ACCOUNT:
                return merging.merge_accounts(app, AccountId(gone), AccountId(kept))[0]
            return merging_contacts.merge_contacts(app, ContactId(gone), ContactId(kept))[0]

        stays, goes = min(gone, kept), max(gone, kept)
        given = self._given is not None and set(self._given[1].key) == {gone, kept}

        def then(_changes: Changes) -> None:
            self.view.side.clear()
            self._drop(lambda one: goes in one.key)
            if given:
                to_account = kind is TwinKind.ACCOUNT
                self.desk.go(ToAccount(AccountId(stays)) if to_account else Back())

        self.desk.operations.command(work, self, then=then)

    def _part(self) -> None:
        pair, kind = self.view.list.current_record(), self.view.listing.kind
        if pair is not None and not self.view.listing.apart:
            self.desk.operations.command(
                lambda app: apart.say(app, kind, *pair.key),
                self,
                then=lambda _changes: self._drop(lambda one: one.key == pair.key),
            )

    def _rejoin(self) -> None:
        pair = self.view.list.current_record()
        if pair is not None:
            self.desk.operations.command(lambda app: apart.forget(app, *pair.key), self)

    def _open(self, record_id: str) -> None:
        if self.view.listing.kind is TwinKind.ACCOUNT:
            self.desk.go(ToAccount(AccountId(record_id)))
        else:
            self.desk.go(ToRecord("contact", record_id))

    def _enter(self, _pair: Pair) -> None:
        self.view.side.merge.setFocus(OTHER)

    def _leave(self) -> None:
        if self.view.side.isAncestorOf(self.focusWidget() or self):
            self.view.list.setFocus(OTHER)
        else:
            self.desk.go(Back())

    def _on_moved(self, _pair: Pair | None) -> None:
        self._look()

    def _on_wanted(self, listing: Listing) -> None:
        self._choose(listing)
        if listing not in self._found:
            self.refresh()

    def _on_progress(self, who: QObject, text: str, share: object) -> None:
        if who is self and self.view.progress.isVisibleTo(self):
            self.view.show_working(tr(text), share if isinstance(share, float) else None)

    def _on_cancelled(self) -> None:
        self._stop()
        self.view.progress.hide()
        self.desk.say(tr("Stopped. The list is not complete."))

    def _stop(self) -> None:
        self._turn += 1
        if self._cancel is not None:
            self._cancel.set()
            self._cancel = None

    def _listen(self) -> None:
        view, side = self.view, self.view.side
        view.wanted.connect(self._on_wanted)
        view.progress.cancelled.connect(self._on_cancelled)
        view.list.moved.connect(self._on_moved)
        view.list.opened.connect(self._enter)
        view.list.peeked.connect(self._enter)
        side.merged.connect(self._merge)
        side.parted.connect(self._part)
        side.rejoined.connect(self._rejoin)
        side.opened.connect(self._open)
        self.desk.operations.progressed.connect(self._on_progress)
        keys = {"M": side.ask_merge, "S": side.turn, "N": side.ask_part, "Esc": self._leave}
        bind_keys(self, keys)
