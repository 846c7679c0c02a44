"""The health of the whole program: what is done, quarter by quarter, and what stands beside it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sponsor_app.domain.account import AccountStatus
from sponsor_app.domain.coverage import CoverageRow, Totals
from sponsor_app.domain.interaction import Intent, Kind
from sponsor_app.domain.language import how_many, later, number, tr
from sponsor_app.domain.leaf import Leaf, LeafLine, LeafSection
from sponsor_app.domain.quarters import Tally, of
from sponsor_app.domain.reach_out import Ratio
from sponsor_app.domain.wording import INTENT_WORDS, KIND_WORDS, full_day

W = TypeVar("W", Kind, Intent)
NOT_CAUSE = later("association, not cause")


@dataclass(frozen=True, slots=True)
class Outcomes:
    """How a group of accounts fares.

    `kept` of `customers` (everybody who ever was one) are still ours; `asked` accounts said how they feel within a
    year, in the mean `pulse` of 10, None when nobody did; `severe` counts open issues of Sev 1-2 at `troubled` accounts.
    """

    accounts: int
    customers: int
    kept: int
    asked: int
    pulse: float | None
    severe: int
    troubled: int


@dataclass(frozen=True, slots=True)
class Program:
    """Everything on the page; `free` of `references` may be asked now."""

    as_of: date
    totals: Totals
    quarters: tuple[Tally, ...]
    references: int
    free: int
    sponsored: Outcomes
    unsponsored: Outcomes

    @property
    def ratio(self) -> Ratio:
        """Who started, in these quarters."""
        return sum((one.ratio for one in self.quarters), Ratio())


def outcomes(rows: Iterable[CoverageRow], pulses: Mapping[str, int]) -> Outcomes:
    """How these accounts fare; `pulses` has the last reading of an account within a year."""
    found = list(rows)
    customers = [row for row in found if row.status is not AccountStatus.PROSPECT]
    scores = [pulses[row.account_id] for row in found if row.account_id in pulses]
    return Outcomes(
        accounts=len(found),
        customers=len(customers),
        kept=sum(not row.status.gone for row in customers),
        asked=len(scores),
        pulse=sum(scores) / len(scores) if scores else None,
        severe=sum(row.open_sev12 for row in found),
        troubled=sum(row.open_sev12 > 0 for row in found),
    )


def program_page(one: Program) -> Leaf:
    """The page, with every figure beside what it is of."""
    totals = one.totals
    left = (
        tr("; {no_cadence} without a cadence left out").format(no_cadence=number(totals.no_cadence))
        if totals.no_cadence
        else ""
    )
    covered = tr("{share} accounts covered{left}.").format(
        share=share(totals.covered, totals.with_cadence), left=left
    )
    return Leaf(
        tr("Program health"),
        tr("As of {day} {year}").format(day=full_day(one.as_of, one.as_of), year=one.as_of.year),
        covered if totals.with_cadence else tr("No account has a cadence yet."),
        tuple(_sections(one)),
    )


def share(part: int, whole: int) -> str:
    """`83 % (45 of 54)`; without anything to divide by, that is said."""
    return f"{part * 100 // whole} % ({of(part, whole)})" if whole else tr("no share (none of 0)")


def _sections(one: Program) -> Iterator[LeafSection]:
    yield _of_coverage(one)
    by_kind = (_counts(tally, tally.kinds, KIND_WORDS, tuple(Kind)) for tally in one.quarters)
    yield LeafSection(tr("Touches by kind"), tr("a quarter a line"), tuple(by_kind))
    by_intent = (
        _counts(tally, tally.intents, INTENT_WORDS, tuple(Intent)) for tally in one.quarters
    )
    yield LeafSection(tr("Touches by intent"), tr("why we were there"), tuple(by_intent))
    started = tuple(LeafLine(tally.quarter.words, tally.ratio.words) for tally in one.quarters)
    whole = LeafLine(tr("Four quarters"), one.ratio.words)
    yield LeafSection(tr("Who starts"), tr("proactive : reactive"), (*started, whole))
    kept = tuple(_kept(tally) for tally in one.quarters)
    yield LeafSection(tr("Promises of ours"), tr("kept, of those that fell due"), kept)
    free = LeafLine(tr("May be asked now"), of(one.free, one.references, tr("references")))
    yield LeafSection(tr("Reference pool"), how_many(one.references, "reference"), (free,))
    yield _side_by_side(one)


def _of_coverage(one: Program) -> LeafSection:
    found = one.totals
    states = (
        (tr("Covered"), found.covered, found.with_cadence),
        (tr("Due"), found.due, found.with_cadence),
        (tr("Overdue"), found.overdue, found.with_cadence),
        (tr("Never met"), found.never_met, found.with_cadence),
        (tr("Without a sponsor"), found.unsponsored, found.accounts),
    )
    lines = [LeafLine(name, share(part, whole)) for name, part, whole in states]
    trend = [
        LeafLine(
            tally.quarter.words,
            tr("{share} on its last day").format(share=share(tally.covered, tally.promised)),
        )
        for tally in one.quarters
    ]
    note = tr("then against the cadence of today")
    return LeafSection(tr("Coverage"), note, (*lines, *trend))


def _counts(
    tally: Tally, counts: Mapping[str, int], words: Mapping[W, str], order: tuple[W, ...]
) -> LeafLine:
    known = [(tr(words[name]), counts[name]) for name in order if counts.get(name)]
    rest = tally.touches - sum(count for _word, count in known)
    parts = [f"{word} {count:,}" for word, count in known]
    parts += [tr("not said {rest}").format(rest=number(rest))] if rest else []
    verdict = tr("{touches} touches").format(touches=number(tally.touches))
    return LeafLine(tally.quarter.words, ", ".join(parts) or tr("none"), "", verdict)


def _kept(tally: Tally) -> LeafLine:
    late = tr("{late} after their day").format(late=number(tally.late)) if tally.late else ""
    return LeafLine(tally.quarter.words, share(tally.kept, tally.due), late)


def _side_by_side(one: Program) -> LeafSection:
    groups = ((tr("Sponsored"), one.sponsored), (tr("Unsponsored"), one.unsponsored))
    lines = [LeafLine(name, _outcome(found), f"n = {found.accounts:,}") for name, found in groups]
    return LeafSection(tr("Sponsored beside unsponsored"), tr(NOT_CAUSE), tuple(lines))


def _outcome(found: Outcomes) -> str:
    pulse = (
        tr("pulse {pulse} of 10").format(pulse=number(found.pulse, 1))
        if found.pulse is not None
        else tr("nobody was asked")
    )
    return tr(
        "still with us {share}; {pulse} ({asked}); Sev 1-2 open: {severe}, at {troubled}"
    ).format(
        share=share(found.kept, found.customers),
        pulse=pulse,
        asked=of(found.asked, found.accounts, tr("accounts asked")),
        severe=number(found.severe),
        troubled=of(found.troubled, found.accounts),
    )
