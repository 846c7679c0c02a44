"""What a cell, a gap or a total stands for, one by one."""

from collections.abc import Mapping

from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.gaps import Gap
from sponsor_app.domain.heat import worst_first
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.people import Member
from sponsor_app.domain.report import CoverageReport
from sponsor_app.domain.wording import capital, full_day
from sponsor_app.ui.coverage.peek import Peeking
from sponsor_app.ui.coverage.totals import belongs
from sponsor_app.ui.coverage.words import EMPTY, GAPS, MEANINGS, Spot, column_word, reason
from sponsor_app.ui.widgets.language import how_many, number, tr
from sponsor_app.ui.widgets.states import UNSPONSORED, state

MOVED = "moved"
Source = Spot | Gap | str
"""A cell of the board, a gap, the state that a total counts (`UNSPONSORED` among them), or what moved."""


class Lists:
    """Answers for one report; a new report needs a new one."""

    def __init__(self, report: CoverageReport) -> None:
        self._report = report
        self._rows: Mapping[AccountId, CoverageRow] = {row.account_id: row for row in report.rows}
        self._heat = {row.member_id: row for row in report.heat}

    def of(self, source: Source) -> Peeking:
        """Who is there, and why."""
        if isinstance(source, tuple):
            return self._of_cell(*source)
        if isinstance(source, Gap):
            return self._of_gap(source)
        if source == MOVED:
            return self._of_moves()
        return self._of_total(source)

    def _of_cell(self, member_id: MemberId, column: str | None) -> Peeking:
        row = self._heat.get(member_id)
        cells = row.cells.items() if row else ()
        wanted = [cell for name, cell in cells if column is None or name is column]
        found = [self._rows[one] for cell in wanted for one in cell.accounts]
        return Peeking(
            (member_id, column),
            column_word(column, self._report.view.by) if column else tr("All accounts"),
            row.sponsor if row else "",
            tuple(found if column else worst_first(found)),
            lambda one: reason(one, self._report.as_of, None),
            tr("No account here."),
        )

    def _of_gap(self, gap: Gap) -> Peeking:
        found = self._report.gap(gap)
        rows: tuple[CoverageRow | Member, ...] = found.accounts or found.members
        return Peeking(
            gap,
            tr(GAPS[gap][0]),
            tr(MEANINGS[gap]),
            rows,
            lambda one: reason(one, self._report.as_of, gap, found.because.get(one.account_id, "")),
            tr(EMPTY[gap]),
        )

    def _of_moves(self) -> Peeking:
        moved = self._report.moved
        found = moved.moved if moved else ()
        why = {one.row.account_id: "; ".join(one.why) for one in found}
        since = full_day(moved.since, self._report.as_of) if moved else ""
        return Peeking(
            MOVED,
            tr("Moved"),
            tr("since {day}, the worse ones first").format(day=since),
            tuple(one.row for one in found),
            lambda one: why.get(one.account_id, ""),
            tr("Nothing moved."),
        )

    def _of_total(self, key: str) -> Peeking:
        found = [row for row in self._report.rows if belongs(row, key)]
        gap = Gap.NO_SPONSOR if key == UNSPONSORED else Gap.OVERDUE
        totals = self._report.totals
        whole = totals.accounts if key == UNSPONSORED else totals.with_cadence
        words = tr("{count} of {accounts}")
        return Peeking(
            key,
            capital(state(key).word),
            words.format(count=number(len(found)), accounts=how_many(whole, "account")),
            tuple(worst_first(found)),
            lambda one: reason(one, self._report.as_of, gap),
            tr("No account here."),
        )
