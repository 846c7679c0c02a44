"""The review of a sponsor as one page: talking points first, then what they rest on."""

from collections.abc import Iterator

from sponsor_app.domain.commitment import Commitment
from sponsor_app.domain.coverage import Coverage, CoverageRow
from sponsor_app.domain.issue import Issue
from sponsor_app.domain.leaf import Leaf, LeafLine, LeafSection
from sponsor_app.domain.quarters import of, tally_words
from sponsor_app.domain.review import Review, talking_points
from sponsor_app.domain.review_action import ReviewAction
from sponsor_app.domain.text import counted
from sponsor_app.domain.wording import TIER_WORDS, full_day, near_day, short_day

STATE_WORDS: dict[Coverage, tuple[str, str]] = {
    Coverage.COVERED: ("covered", ""),
    Coverage.DUE: ("due", "warn"),
    Coverage.OVERDUE: ("overdue", "bad"),
    Coverage.NEVER_MET: ("never met", "bad"),
    Coverage.NO_CADENCE: ("no cadence", ""),
}


def review_page(one: Review) -> Leaf:
    """The page; empty sections vanish, but what would be asked for is said to be none."""
    return Leaf(
        f"One-to-one with {one.member.name}",
        f"As of {full_day(one.as_of, one.as_of)} {one.as_of.year}",
        _standing(one),
        tuple(_sections(one)),
    )


def _standing(one: Review) -> str:
    totals, work = one.totals, one.member.title or ""
    owns = f"Owns {counted(len(one.rows), 'account')}"
    left = totals.accounts - totals.with_cadence
    without = f", {left:,} without a cadence left out" if left else ""
    covered = f"covered {of(totals.covered, totals.with_cadence)}{without}"
    return f"{work + '. ' if work else ''}{owns}; {covered}."


def _sections(one: Review) -> Iterator[LeafSection]:
    points = talking_points(one)
    lines = [LeafLine(point.text, "", point.because, ref=point.ref) for point in points]
    yield LeafSection("To talk about", "", tuple(lines) or (LeafLine("Nothing is pressing."),))
    if one.actions:
        open_ones = sum(action.done_on is None for action in one.actions)
        note = f"{open_ones} of {len(one.actions)} open"
        done = tuple(_action(one, action) for action in one.actions)
        yield LeafSection("Agreed before", note, done)
    yield LeafSection("Portfolio", f"{len(one.rows):,}, the worst first", _portfolio(one))
    due, kept, late = one.kept()
    note = f"kept {of(kept, due)} due in four quarters, {late:,} of them late"
    lines = [_promise(one, promise) for promise in one.promises]
    yield LeafSection("Promises of ours", note, tuple(lines) or (LeafLine("None is open."),))
    if one.issues:
        lines = [_issue(one, issue) for issue in one.issues]
        yield LeafSection("Open issues", f"{len(one.issues):,}", tuple(lines))
    lines = [_visit(one, row) for row in one.coming]
    note = of(len(lines), len(one.rows), "accounts")
    yield LeafSection("Next dates", note, tuple(lines) or (LeafLine("No date is set."),))
    lines = [LeafLine(tally.quarter.words, tally_words(tally)) for tally in one.quarters]
    yield LeafSection("Four quarters", "the accounts owned now", tuple(lines))


def _action(one: Review, action: ReviewAction) -> LeafLine:
    due = f", due {short_day(action.due, one.as_of)}" if action.due else ""
    agreed = f"agreed {short_day(action.on, one.as_of)}{due}"
    if action.done_on is not None:
        return LeafLine(action.text, "", agreed, f"done {short_day(action.done_on, one.as_of)}")
    late = action.is_late(one.as_of)
    return LeafLine(action.text, "", agreed, "late" if late else "open", "bad" if late else "")


def _portfolio(one: Review) -> tuple[LeafLine, ...]:
    return tuple(_row(one, row) for row in one.rows) or (LeafLine("Owns no account."),)


def _row(one: Review, row: CoverageRow) -> LeafLine:
    state, tone = STATE_WORDS[row.coverage]
    tier = TIER_WORDS[row.tier] if row.tier else "no tier"
    clocks = (("any touch", row.clocks.touch), ("face to face", row.clocks.face_to_face))
    ages = (
        f"{name} {(one.as_of - last.on).days} d" if last else f"{name} never"
        for name, last in (*clocks, ("no ask", row.clocks.non_selling))
    )
    turf = row.clocks.their_turf
    away = f"their turf {(one.as_of - turf.on).days} d" if turf else "their turf never"
    said = "; ".join((tier, *ages, away))
    return LeafLine(row.account, said, "", state, tone, f"account/{row.account_id}")


def _promise(one: Review, promise: Commitment) -> LeafLine:
    days = promise.days_late(one.as_of)
    owner = promise.owner or "nobody has taken it on"
    due = f"due {short_day(promise.due_on, one.as_of)}" if promise.due_on else "no day"
    verdict = f"{days} d late" if days else due
    tone, ref = ("bad" if days else ""), f"commitment/{promise.id}"
    return LeafLine(promise.account, promise.text, owner, verdict, tone, ref)


def _issue(one: Review, issue: Issue) -> LeafLine:
    days = (one.as_of - issue.opened_on).days
    tone = "bad" if issue.severity.severe else ""
    verdict = f"Sev {issue.severity.value}, {days} d"
    return LeafLine(issue.account or "", issue.title, "", verdict, tone, f"issue/{issue.id}")


def _visit(one: Review, row: CoverageRow) -> LeafLine:
    day = near_day(row.next_planned, one.as_of) if row.next_planned else ""
    return LeafLine(row.account, "", "", day, "", f"account/{row.account_id}")
