"""Suggest who should own what: `sponsor suggest`."""

import argparse
from collections.abc import Container

from sponsor_app.cli.documents import Document
from sponsor_app.cli.output import DONE, PARTLY, table
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, verb
from sponsor_app.domain.errors import InvalidError, NotFoundError
from sponsor_app.domain.suggesting.delta import Delta
from sponsor_app.domain.suggesting.plan import Plan, Proposal, choice_of, short_words
from sponsor_app.services import lookup, suggestions

HEADINGS = ("Account", "Now", "Suggested", "Fits")


def add_suggest(sponsor: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `sponsor suggest`."""
    suggest = verb(sponsor, after, "suggest", "suggest who should own what, and why", run)
    suggest.add_argument("--apply", action="store_true", help="accept all, as one step")
    suggest.add_argument(
        "--accept",
        action="append",
        default=[],
        metavar="ACCOUNT",
        help="accept what is suggested for ACCOUNT; may be repeated, all is one step",
    )


def run(session: Session) -> int:
    """`sponsor suggest`."""
    app, options = session.app, session.options
    if options.apply and options.accept:
        msg = "Either --apply, for all, or --accept ACCOUNT, for some. Nothing was changed."
        raise InvalidError(msg)

    def tell(text: str, _share: float | None) -> None:
        session.printer.progress(text)

    plan = suggestions.propose(app, tell)
    session.printer.progress("")
    wanted = _wanted(session, plan)
    changes = suggestions.accept(app, [choice_of(one) for one in wanted])
    accepted = {one.row.account_id for one in wanted}
    said = f"\n{changes.title}. Take it back: sponsor-app undo." if changes.step else ""
    session.printer.show(_document(plan, accepted), _text(plan) + said)
    return PARTLY if options.apply and (plan.short or plan.disputed) else DONE


def _wanted(session: Session, plan: Plan) -> list[Proposal]:
    """The proposals that shall come true; refuses a name for which nothing is suggested."""
    if session.options.apply:
        return list(plan.proposals)
    known = {one.row.account_id: one for one in plan.proposals}
    found: dict[str, Proposal] = {}
    for text in session.options.accept:
        account_id = lookup.account_id(session.app, text)
        if account_id not in known:
            msg = f"Nothing is suggested for “{text}”. Nothing was changed."
            raise NotFoundError(msg, "See what is: sponsor-app sponsor suggest.")
        found[account_id] = known[account_id]
    return list(found.values())


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
