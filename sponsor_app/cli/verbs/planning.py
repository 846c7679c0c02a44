"""Plan the weeks ahead: `plan`."""

import argparse
from pathlib import Path

from sponsor_app.cli.documents import Document
from sponsor_app.cli.output import DONE, PARTLY, table
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.accepting import add_choice, named, refuse_both, wanted
from sponsor_app.cli.verbs.adding import Verbs, verb
from sponsor_app.domain.account_fields import parse_day
from sponsor_app.domain.planning import PER_WEEK, Proposed, VisitPlan, effect, plan_words
from sponsor_app.domain.wording import full_day
from sponsor_app.services import lookup, planning

MISSING, SEE = "No visit to “{account}” is proposed.", "See what is: sponsor-app plan."
HEADINGS = ("Day", "Account", "Sponsor", "City", "Because")


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `plan`."""
    plan = verb(verbs, after, "plan", "who should see whom in the weeks ahead, and why", run)
    plan.add_argument("--weeks", type=int, default=8, metavar="4|8|12")
    plan.add_argument("--sponsor", metavar="MEMBER", help="only this sponsor's accounts")
    plan.add_argument(
        "--per-week", type=int, default=PER_WEEK, metavar="N", help="visits a sponsor"
    )
    add_choice(plan, "plan all, as one step", "plan this one; repeatable")
    plan.add_argument(
        "--move",
        action="append",
        nargs=2,
        default=[],
        metavar=("ACCOUNT", "DATE"),
        help="propose this visit on another day; repeatable",
    )
    plan.add_argument("--out", metavar="FILE.ics", help="what is accepted, else all, as a calendar")


def run(session: Session) -> int:
    """`plan`."""
    app, options = session.app, session.options
    refuse_both(session)
    sponsor = lookup.member_id(app, options.sponsor) if options.sponsor else None
    found = planning.propose(app, options.weeks, sponsor=sponsor, per_week=options.per_week)
    found = _with_moves(session, found)
    chosen = wanted(session, found.proposals, MISSING, SEE)
    out = Path(options.out).expanduser() if options.out else None
    if out is not None:
        planning.write_calendar(app, chosen or found.proposals, out)
    changes = planning.accept(app, chosen)
    said = f"\n{changes.title}. Take it back: sponsor-app undo." if changes.step else ""
    said += f"\nWrote {out}" if out else ""
    document = _document(found, chosen)
    session.printer.show(document | ({"file": str(out)} if out else {}), _text(found) + said)
    return PARTLY if options.apply and found.left_over else DONE


def _with_moves(session: Session, found: VisitPlan) -> VisitPlan:
    """The plan with the visits that were given another day."""
    for account, day in session.options.move:
        one = named(session, found.proposals, account, MISSING, SEE)
        found = found.moved(one.row.account_id, parse_day("date", day))
    return found


def _document(found: VisitPlan, chosen: list[Proposed]) -> Document:
    without, with_plan, promised = effect(found, chosen or found.proposals)
    return {
        "as_of": found.ahead.today,
        "until": found.ahead.until,
        "visits": [
            {
                "id": one.row.account_id,
                "account": one.row.account,
                "member": one.member,
                "member_id": one.member_id,
                "on": one.on,
                "city": one.city,
                "because": list(one.because),
                "accepted": one in chosen,
            }
            for one in found.proposals
        ],
        "covered_without": without,
        "covered_with": with_plan,
        "with_cadence": promised,
        "left_over": [
            {"id": row.account_id, "account": row.account, "reason": why}
            for row, why in found.left_over
        ],
        "unowned": found.unowned,
    }


def _text(found: VisitPlan) -> str:
    today = found.ahead.today
    lines = [
        (full_day(one.on, today), one.row.account, one.member, one.city, "; ".join(one.because))
        for one in found.proposals
    ]
    head = (table(HEADINGS, lines),) if lines else ()
    return "\n".join((*head, *plan_words(found, found.proposals)))
