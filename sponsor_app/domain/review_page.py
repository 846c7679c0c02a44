"""The review of a sponsor as one page: talking points first, then what they rest on."""

from collections.abc import Iterator

from sponsor_app.domain.commitment import Commitment
from sponsor_app.domain.coverage import Coverage, CoverageRow
from sponsor_app.domain.issue import Issue
from sponsor_app.domain.language import how_many, later, number, tr
from sponsor_app.domain.leaf import Leaf, LeafLine, LeafSection
from sponsor_app.domain.quarters import of, tally_words
from sponsor_app.domain.review import Review, talking_points
from sponsor_app.domain.review_action import ReviewAction
from sponsor_app.domain.wording import TIER_WORDS, full_day, near_day, short_day

STATE_WORDS: dict[Coverage, tuple[str, str]] = {
    Coverage.COVERED: (later("covered"), ""),
    Coverage.DUE: (later("due"), "warn"),
    Coverage.OVERDUE: (later("overdue"), "bad"),
    Coverage.NEVER_MET: (later("never met"), "bad"),
    Coverage.NO_CADENCE: (later("no cadence"), ""),
}


def review_page(one: Review) -> Leaf:
    """The page; empty sections vanish, but what would be asked for is said to be none."""
    return Leaf(
        tr("One-to-one with {name}").format(name=one.member.name),
        tr("As of {day} {year}").format(day=full_day(one.as_of, one.as_of), year=one.as_of.year),
        _standing(one),
        tuple(_sections(one)),
    )


def _standing(one: Review) -> str:
    totals, work = one.totals, one.member.title or ""
    accounts = how_many(len(one.rows), "account")
    owns = tr("Owns {accounts}").format(accounts=accounts)
    left = totals.accounts - totals.with_cadence
    without = tr(", {left} without a cadence left out").format(left=number(left)) if left else ""
    covered = tr("covered {of}{without}").format(
        of=of(totals.covered, totals.with_cadence), without=without
    )
    left_on = one.member.left_on
    gone = tr("Left on {day}").format(day=full_day(left_on, one.as_of)) if left_on else ""
    said = (part for part in (work, gone, f"{owns}; {covered}") if part)
    return f"{'. '.join(said)}."


def _sections(one: Review) -> Iterator[LeafSection]:
    points = talking_points(one)
    lines = [LeafLine(point.text, "", point.because, ref=point.ref) for point in points]
    yield LeafSection(
        tr("To talk about"), "", tuple(lines) or (LeafLine(tr("Nothing is pressing.")),)
    )
    if one.actions:
        open_ones = sum(action.done_on is None for action in one.actions)
        note = tr("{open_ones} of {count} open").format(open_ones=open_ones, count=len(one.actions))
        done = tuple(_action(one, action) for action in one.actions)
        yield LeafSection(tr("Agreed before"), note, done)
    yield LeafSection(
        tr("Portfolio"),
        tr("{count}, the worst first").format(count=number(len(one.rows))),
        _portfolio(one),
    )
    due, kept, late = one.kept()
    note = tr("kept {of} due in four quarters, {late} of them late").format(
        of=of(kept, due), late=number(late)
    )
    lines = [_promise(one, promise) for promise in one.promises]
    yield LeafSection(
        tr("Promises of ours"), note, tuple(lines) or (LeafLine(tr("None is open.")),)
    )
    if one.issues:
        lines = [_issue(one, issue) for issue in one.issues]
        yield LeafSection(tr("Open issues"), f"{len(one.issues):,}", tuple(lines))
    lines = [_visit(one, row) for row in one.coming]
    note = of(len(lines), len(one.rows), tr("accounts"))
    yield LeafSection(tr("Next dates"), note, tuple(lines) or (LeafLine(tr("No date is set.")),))
    lines = [LeafLine(tally.quarter.words, tally_words(tally)) for tally in one.quarters]
    yield LeafSection(tr("Four quarters"), tr("the accounts owned now"), tuple(lines))


def _action(one: Review, action: ReviewAction) -> LeafLine:
    due = tr(", due {day}").format(day=short_day(action.due, one.as_of)) if action.due else ""
    agreed = tr("agreed {day}{due}").format(day=short_day(action.on, one.as_of), due=due)
    if action.done_on is not None:
        return LeafLine(
            action.text,
            "",
            agreed,
            tr("done {day}").format(day=short_day(action.done_on, one.as_of)),
        )
    late = action.is_late(one.as_of)
    return LeafLine(
        action.text, "", agreed, tr("late") if late else tr("open"), "bad" if late else ""
    )


def _portfolio(one: Review) -> tuple[LeafLine, ...]:
    return tuple(_row(one, row) for row in one.rows) or (LeafLine(tr("Owns no account.")),)


def _row(one: Review, row: CoverageRow) -> LeafLine:
    state, tone = STATE_WORDS[row.coverage]
    state = tr(state)
    tier = tr(TIER_WORDS[row.tier]) if row.tier else tr("no tier")
    clocks = ((tr("any touch"), row.clocks.touch), (tr("face to face"), row.clocks.face_to_face))
    ages = (
        f"{name} {(one.as_of - last.on).days} d" if last else tr("{name} never").format(name=name)
        for name, last in (*clocks, (tr("no ask"), row.clocks.non_selling))
    )
    turf = row.clocks.their_turf
    away = (
        tr("their turf {days} d").format(days=(one.as_of - turf.on).days)
        if turf
        else tr("their turf never")
    )
    said = "; ".join((tier, *ages, away))
    return LeafLine(row.account, said, "", state, tone, f"account/{row.account_id}")


def _promise(one: Review, promise: Commitment) -> LeafLine:
    days = promise.days_late(one.as_of)
    owner = promise.owner or tr("nobody has taken it on")
    due = (
        tr("due {day}").format(day=short_day(promise.due_on, one.as_of))
        if promise.due_on
        else tr("no day")
    )
    verdict = tr("{days} d late").format(days=days) if days else due
    tone, ref = ("bad" if days else ""), f"commitment/{promise.id}"
    return LeafLine(promise.account, promise.text, owner, verdict, tone, ref)


def _issue(one: Review, issue: Issue) -> LeafLine:
    days = (one.as_of - issue.opened_on).days
    tone = "bad" if issue.severity.severe else ""
    verdict = tr("Sev {severity}, {days} d").format(severity=issue.severity.value, days=days)
    return LeafLine(issue.account or "", issue.title, "", verdict, tone, f"issue/{issue.id}")


def _visit(one: Review, row: CoverageRow) -> LeafLine:
    day = near_day(row.next_planned, one.as_of) if row.next_planned else ""
    return LeafLine(row.account, "", "", day, "", f"account/{row.account_id}")
