"""Suggest who should own what: `sponsor suggest`."""

import argparse
from collections.abc import Container

from sponsor_app.cli.documents import Document
from sponsor_app.cli.output import DONE, PARTLY, table
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.accepting import add_choice, refuse_both, wanted
from sponsor_app.cli.verbs.adding import Verbs, verb
from sponsor_app.domain.suggesting.delta import Delta
from sponsor_app.domain.suggesting.plan import Plan, choice_of, short_words
from sponsor_app.services import suggestions

MISSING = "Nothing is suggested for “{account}”."
SEE = "See what is: sponsor-app sponsor suggest."
HEADINGS = ("Account", "Now", "Suggested", "Fits")


def add_suggest(sponsor: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `sponsor suggest`."""
    suggest = verb(sponsor, after, "suggest", "suggest who should own what, and why", run)
    some = "accept what is suggested for ACCOUNT; may be repeated, all is one step"
    add_choice(suggest, "accept all, as one step", some)


def run(session: Session) -> int:
    """`sponsor suggest`."""
    app, options = session.app, session.options
    refuse_both(session)

    def tell(text: str, _share: float | None) -> None:
        session.printer.progress(text)

    plan = suggestions.propose(app, tell)
    session.printer.progress("")
    chosen = wanted(session, plan.proposals, MISSING, SEE)
    changes = suggestions.accept(app, [choice_of(one) for one in chosen])
    accepted = {one.row.account_id for one in chosen}
    said = f"\n{changes.title}. Take it back: sponsor-app undo." if changes.step else ""
    session.printer.show(_document(plan, accepted), _text(plan) + said)
    return PARTLY if options.apply and (plan.short or plan.disputed) else DONE


def _document(plan: Plan, accepted: Container[str]) -> Document:
    return {
        "as_of": plan.as_of,
        "suggestions": [
            {
                "id": one.row.account_id,
                "account": one.row.account,
                "member": one.member.name,
                "member_id": one.member.id,
                "before": one.before.name if one.before else None,
                "because": list(one.because),
                "points": one.points,
                "delta": _of_delta(one.delta),
                "accepted": one.row.account_id in accepted,
            }
            for one in plan.proposals
        ],
        "objective": plan.objective,
        "delta": _of_delta(plan.delta),
        "need": plan.need,
        "room": plan.room,
        "short": plan.short,
        "unplaced": [
            {"id": one.row.account_id, "account": one.row.account, "reason": one.why}
            for one in plan.unplaced
        ],
        "overfull": [{"member": one.member.name, "by": one.by} for one in plan.overfull],
        "disputed": [
            {"id": one.row.account_id, "account": one.row.account, "members": list(one.members)}
            for one in plan.disputed
        ],
        "passed_over": [{"member": one.member.name, "reason": one.why} for one in plan.passed_over],
    }


def _of_delta(delta: Delta) -> Document:
    return {
        "unsponsored": delta.unsponsored,
        "sponsor_left": delta.sponsor_left,
        "members_without_account": delta.members_without_account,
        "overloaded": delta.overloaded,
    }


def _text(plan: Plan) -> str:
    """The plan for a person: a table, why, what it changes, what does not fit and what must be asked."""
    lines = [
        (one.row.account, one.before.name if one.before else None, one.member.name, one.points)
        for one in plan.proposals
    ]
    parts = [table(HEADINGS, lines) if lines else "Nothing to suggest."]
    parts += [
        f"{one.row.account} → {one.member.name}: {' '.join(one.because)}" for one in plan.proposals
    ]
    if plan.proposals:
        parts.append(" ".join(("All together:", *(plan.delta.words() or ["loads are evener."]))))
    parts += filter(None, [short_words(plan)])
    parts += [
        f"{one.row.account} has several sponsors: {', '.join(one.members)}."
        " Say who it is: sponsor-app sponsor set ACCOUNT MEMBER."
        for one in plan.disputed
    ]
    return "\n".join(parts)
